"""Names that lead somewhere: the shape of a finding, and what is found where a name does not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from simpasar.i18n import _
from simpasar.scenario.problems import among, closest, meant

Loc: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top down, in English field names."""

Finding: TypeAlias = tuple[Loc, str, str] | tuple[Loc, str, str, str]
"""A place, a stable code, a sentence, and where it can be told, the mend (see `Problem`)."""

KEY = "[key]"
"""At the end of a place where a key is wrong and not its value, as pydantic marks it."""


def each(loc: Loc, used: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Each key below `loc` that is not known."""
    for name in used:
        yield from one((*loc, name, KEY), name, known)


def listed(loc: Loc, used: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Each item of the list at `loc` that is not known."""
    for i, name in enumerate(used):
        yield from one((*loc, i), name, known)


def one(loc: Loc, name: str, known: Collection[str]) -> Iterator[Finding]:
    """The name at `loc`, where it is not known."""
    if name not in known:
        message = _("`{name}` does not exist.").format(name=name)
        close = closest(name, known)
        text = f"{message} {meant(close) or among(list(known))}"
        yield (loc, "unknown-name", text, close) if close else (loc, "unknown-name", text)
