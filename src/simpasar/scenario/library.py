"""Finding a scenario: one that ships, by its name, or a file, by its path."""

from __future__ import annotations

import os
from pathlib import Path

from simpasar.i18n import _
from simpasar.scenario.problems import Problem, ScenarioProblems, closest

_PACKAGE = Path(__file__).resolve().parents[1]
_SHELVES = (_PACKAGE / "scenarios", _PACKAGE.parents[1] / "scenarios")
"""In an installed wheel, and in a checkout."""


def _shelf() -> Path:
    return next((shelf for shelf in _SHELVES if shelf.is_dir()), _SHELVES[0])


def shipped() -> tuple[str, ...]:
    """The names of the scenarios that ship."""
    return tuple(sorted(path.stem for path in _shelf().glob("*.yaml")))


def find(name_or_path: str) -> Path:
    """The file of a shipped scenario, or the path as given where it looks like one.

    Raises:
        ScenarioProblems: neither ships nor exists.
    """
    names = shipped()
    if name_or_path in names:
        return _shelf() / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    if path.suffix in (".yaml", ".yml") or len(path.parts) > 1 or os.path.exists(path):
        return path
    message = _("There is no scenario and no file of this name.")
    close = closest(name_or_path, names)
    meant = _("Did you mean `{word}`?").format(word=close) if close else ""
    ships = _("Scenarios that ship: {names}.").format(names=", ".join(names))
    text = " ".join(filter(None, (message, meant, ships)))
    raise ScenarioProblems([Problem(name_or_path, None, "no-scenario", text)])
