"""Chance as it might have come: what was, up to a week, and other draws from there on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from simpasar.market.chance import Chance, Purpose, Words
from simpasar.market.news import day_date
from simpasar.scenario.model import Scenario


class Luck(Enum):
    """The kinds of luck of a week, in the order in which they come about."""

    WEATHER = "weather"
    EVENTS = "events"
    PRICES = "prices"
    FOOTFALL = "footfall"
    CHOICES = "choices"
    LOTS = "lots"


DRAWN = {
    Luck.WEATHER: frozenset({Purpose.WEATHER}),
    Luck.EVENTS: frozenset({Purpose.EVENT}),
    Luck.PRICES: frozenset({Purpose.PRICE}),
    Luck.FOOTFALL: frozenset({Purpose.GO, Purpose.ARRIVE}),
    Luck.CHOICES: frozenset({Purpose.CHOOSE, Purpose.PORTION}),
    Luck.LOTS: frozenset({Purpose.PROGRAMME, Purpose.CONTRACT, Purpose.ARISAN}),
}
"""The draws behind each kind of luck."""

_GIVEN = frozenset({Purpose.HOME, Purpose.KNOWS})
"""Where people live and whom they know is the neighbourhood, not luck."""


@dataclass(frozen=True, slots=True)
class Imagined(Chance):
    """Other draws from week `first` on, those of `seed`; before, and where `realised` says so in
    that week, those of `actual`.

    `known`: the events drawn once for the whole game (by their place among the events) of which
    one knows by then whether they came.
    """

    actual: Chance
    first: int
    realised: frozenset[Purpose] = frozenset()
    known: tuple[int, ...] = ()

    def words(
        self, purpose: Purpose, shape: tuple[int, ...], week: int = 0, day: int = 0, index: int = 0
    ) -> Words:
        came = 0 < week < self.first or (week == self.first and purpose in self.realised)
        if came or (week == 0 and purpose in _GIVEN):
            return self.actual.words(purpose, shape, week, day, index)
        words = _drawn(self.seed, purpose, shape, week, day, index)
        if week == 0 and purpose is Purpose.EVENT and self.known:
            words = words.copy()
            words[list(self.known)] = self.actual.words(purpose, shape)[list(self.known)]
        return words


@lru_cache(maxsize=2_048)
def _drawn(
    seed: int, purpose: Purpose, shape: tuple[int, ...], week: int, day: int, index: int
) -> Words:
    """Draws, kept: every sheet that is tried on a Monday meets the same chance."""
    words = Chance(seed).words(purpose, shape, week, day, index)
    words.flags.writeable = False
    return words


def imagined(
    scenario: Scenario, actual: Chance, seed: int, first: int, luck: frozenset[Luck] = frozenset()
) -> Imagined:
    """Chance as it might come from week `first` on, `luck` of that week as it came."""
    realised = frozenset(purpose for kind in luck for purpose in DRAWN[kind])
    last = first if Luck.EVENTS in luck else first - 1
    return Imagined(seed, actual, first, realised, _begun(scenario, last))


def _begun(scenario: Scenario, last: int) -> tuple[int, ...]:
    """The events drawn once whose first day lies in week `last` or before."""
    days = [
        (day_date(scenario, week, day), week)
        for week in range(1, last + 1)
        for day in range(scenario.days)
    ]
    return tuple(
        number
        for number, event in enumerate(scenario.events.values())
        if event.when.drawn == "once" and any(event.when.covers(day, week) for day, week in days)
    )
