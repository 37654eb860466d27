"""Finding a scenario: one that ships, by its name, or a file, by its path."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from simpasar.i18n import _
from simpasar.scenario.problems import Problem, ScenarioProblems

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
    path = Path(name_or_path)
    if name_or_path in shipped():
        return _shelf() / f"{name_or_path}.yaml"
    if path.exists() or path.suffix in (".yaml", ".yml") or len(path.parts) > 1:
        return path
    names = shipped()
    close = get_close_matches(name_or_path, names, 1, 0.5)
    message = _("There is no scenario and no file of this name.")
    hint = (
        _("Did you mean {name}?").format(name=close[0])
        if close
        else _("Scenarios that ship: {names}.").format(names=", ".join(names))
    )
    raise ScenarioProblems([Problem(name_or_path, None, "no-scenario", f"{message} {hint}")])
