"""Who lives in the neighbourhood, who goes out on a day, when, and wanting what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simpasar.market.chance import Chance, Purpose, cells
from simpasar.market.news import footfall
from simpasar.market.result import DayNews, Ints
from simpasar.scenario.model import Scenario

NO_LIFT: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Residents:
    """People who live through the whole game.

    Arrays by resident: `segment`, `place` (indices in scenario order), `patience` (seconds),
    `metres` [resident, stall], `knows` [resident, stall] (uint16: knows a stall whose awareness,
    scaled to 65,536, lies above). `arrival` [segment, need, 65,536] gives the hour of a draw.
    """

    segment: NDArray[np.intp]
    place: NDArray[np.intp]
    patience: Ints
    metres: Ints
    knows: NDArray[np.uint16]
    arrival: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.segment)


@dataclass(frozen=True, slots=True)
class Goers:
    """Residents out for one need on one day: who, and the second each arrives."""

    resident: NDArray[np.intp]
    at: Ints


def settle_in(scenario: Scenario, chance: Chance) -> Residents:
    """Give every resident a segment, a home near the middle of its place, and acquaintances."""
    places = list(scenario.places)
    groups = [
        (s, places.index(place), count)
        for s, segment in enumerate(scenario.segments.values())
        for place, count in segment.residents.items()
    ]
    segment = np.repeat([g[0] for g in groups], [g[2] for g in groups]).astype(np.intp)
    place = np.repeat([g[1] for g in groups], [g[2] for g in groups]).astype(np.intp)
    patience = np.array([s.patience_minutes * 60 for s in scenario.segments.values()], np.int32)
    return Residents(
        segment=segment,
        place=place,
        patience=patience[segment],
        metres=_metres(scenario, chance, place),
        knows=chance.words(Purpose.KNOWS, (len(segment), len(scenario.teams))),
        arrival=_arrival_tables(scenario),
    )


def _metres(scenario: Scenario, chance: Chance, place: NDArray[np.intp]) -> Ints:
    """Whole metres from every home to every stall."""
    middle = np.array([(p.x, p.y, p.radius) for p in scenario.places.values()], np.int64)[place]
    spread = chance.words(Purpose.HOME, (len(place), 2)).astype(np.int64) - 32_768
    home = middle[:, :2] + (spread * middle[:, 2:] >> 15)
    stalls = np.array([(t.x, t.y) for t in scenario.teams.values()], np.int64)
    east, north = (home[:, None, axis] - stalls[None, :, axis] for axis in (0, 1))
    squares = east * east + north * north
    # IEEE 754 rounds sqrt correctly and the squares are exact: the floor is the same everywhere.
    metres: Ints = np.floor(np.sqrt(squares)).astype(np.int32)
    return metres


def _arrival_tables(scenario: Scenario) -> NDArray[np.uint8]:
    tables = np.zeros((len(scenario.segments), len(scenario.needs), 65_536), np.uint8)
    for s, segment in enumerate(scenario.segments.values()):
        for n, need in enumerate(scenario.needs):
            if need in segment.needs:
                hours = segment.needs[need].hours
                tables[s, n] = cells([hours.get(hour * 3_600, 0) for hour in range(24)])
    return tables


def go_out(
    scenario: Scenario,
    residents: Residents,
    news: DayNews,
    chance: Chance,
    week: int,
    day: int,
    lift: Mapping[str, int] = NO_LIFT,
) -> list[Goers]:
    """For each need in scenario order, who goes out for it on `day` (0 is Monday) of `week`.

    A draw below the day's threshold goes, so rain thins the same crowd that sun would bring.
    """
    shape = (len(scenario.needs), len(residents))
    draws = chance.words(Purpose.GO, shape, week, day)
    hour_draws = chance.words(Purpose.ARRIVE, shape, week, day)
    second_draws = chance.words(Purpose.ARRIVE, shape, week, day, index=1)
    thresholds = footfall(scenario, news, day, lift)
    goers = []
    for n in range(len(scenario.needs)):
        threshold = thresholds[residents.segment, residents.place, n]
        out = np.flatnonzero(draws[n] < threshold)
        hour = residents.arrival[residents.segment[out], n, hour_draws[n, out]]
        second = second_draws[n, out].astype(np.int32) * 3_600 >> 16
        goers.append(Goers(out, hour.astype(np.int32) * 3_600 + second))
    return goers
