"""What a balance says: an answer to each question, with its light, its table and its intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.balance.statistics import Interval

Light: TypeAlias = Literal["green", "yellow", "red"]
Unit: TypeAlias = Literal["text", "rupiah", "price", "permille", "count"]
"""`rupiah`: an estimate, shown in whole thousands; `price`: rupiah to the last one."""
Cell: TypeAlias = str | int | None
"""None where a figure cannot be told."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key in JSON, its heading for people, what its figures are."""

    key: str
    heading: str
    unit: Unit = "rupiah"


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows; each row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A named interval: `key` for programs, `label` for people. `of`: what it is an interval of."""

    key: str
    label: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Answer:
    """One question answered.

    `light` is None where the question does not apply or was not reached; `sentence` says why.
    `settled`: the interval lies whole on one side of the light's thresholds. `advice`: what a
    trainer may do about a light that is not green. `spans` are drawn in a chart, in `unit`.
    `seeds`: how many seeds all its games were played on.
    """

    question: str
    title: str
    light: Light | None
    sentence: str
    advice: str = ""
    table: Table | None = None
    spans: tuple[Span, ...] = ()
    unit: Unit = "rupiah"
    shows: str = ""
    settled: bool = True
    seeds: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """All answers, and what they rest on. `seeds`: the first and the last one played."""

    scenario: str
    title: str
    digest: str
    version: str
    quick: bool
    finished: bool
    seeds: tuple[int, int]
    games: int
    answers: tuple[Answer, ...]

    @property
    def worst(self) -> Light | None:
        """The worst of the lights; None where there is none."""
        lights = {answer.light for answer in self.answers}
        for light in _WORST_FIRST:
            if light in lights:
                return light
        return None


_WORST_FIRST: tuple[Light, ...] = ("red", "yellow", "green")
