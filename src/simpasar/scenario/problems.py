"""What is wrong in a scenario file: a code, a place, a sentence, and where it can, the mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

from simpasar.i18n import _

MAX_PROBLEMS = 50
"""Who has more mistakes than that mends these first."""
MOST_NAMES = 25
MOST_COMPARED = 1_000
"""Names listed, and names compared: more would help nobody, and comparing takes its time."""

Level: TypeAlias = Literal["error", "warning"]
"""An error keeps a scenario from being played; a warning does not."""


class Said(NamedTuple):
    """A stable code, a sentence, and the mend where it can be told: what to write instead."""

    code: str
    message: str
    mend: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: `line` and `column` count from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `code` is a stable word for programs, `source` the line of the file.

    `mend`: what to write instead, or in a few words what to do, where that can be told; the
    message says it too. `end`: the column after the value or key at the place.
    """

    file: str
    place: Place | None
    code: str
    message: str
    source: str = ""
    level: Level = "error"
    mend: str | None = None
    end: int | None = None

    def __str__(self) -> str:
        return self.shown()

    def shown(self, level: str = "") -> str:
        """It for people: place, `level` (a word for it, where one is wanted), message and code;
        below, the line of the file and a caret."""
        said = f"{level}: {self.message}" if level else self.message
        if self.place is None:
            return f"{self.file}: {said} [{self.code}]"
        text = f"{self.file}:{self.place.line}:{self.place.column}: {said} [{self.code}]"
        if not self.source.strip():
            return text
        shown, column = _window(self.source.replace("\t", " "), self.place.column - 1)
        return f"{text}\n    {shown}\n    {' ' * column}^"


def _window(line: str, column: int, width: int = 70) -> tuple[str, int]:
    """The part of a long line around a column, and the column in it."""
    if len(line) <= width:
        return line, column
    start = max(0, min(column - width // 2, len(line) - width))
    return line[start : start + width], column - start


class ScenarioProblems(Exception):
    """A scenario that cannot be played; `problems` says why, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file, those of the whole file first."""
    return tuple(sorted(problems, key=lambda problem: problem.place or Place(0, 0)))


def closest(word: str, known: Iterable[str]) -> str:
    """The one of those known that `word` was meant to be; empty where none comes near."""
    names = list(islice(known, MOST_COMPARED))
    return next(iter(get_close_matches(word, names, 1, 0.6)), "")


def suggestion(word: str, known: Iterable[str]) -> str:
    """What may have been meant by `word`: the closest of those known, or a list of them."""
    names = list(known)
    return meant(closest(word, names)) or among(names)


def meant(close: str) -> str:
    """The question whether `close` was meant; empty where nothing is close."""
    return _("Did you mean `{word}`?").format(word=close) if close else ""


def among(names: Sequence[str]) -> str:
    """What is known, as far as it can be read at a glance."""
    shown = [*names[:MOST_NAMES]] + ["..."] * (len(names) > MOST_NAMES)
    return _("Known are: {words}.").format(words=", ".join(shown) or "-")
