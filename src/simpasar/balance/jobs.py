"""Jobs: what games to play on a seed, as plain frozen data; and the playing of them.

The weeks that games of the same seed have in common are lived once: rounds are pure functions, so
the same sheets in the same state give the same week.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from simpasar.balance.numbers import changed
from simpasar.balance.players import Player, sheet_of
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.measures import measure_of
from simpasar.game.rounds import live_round
from simpasar.game.score import score_of
from simpasar.game.state import GameState, new_game
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.scenario.model import Measure, Scenario

_SEEDS_KEPT = 3
"""Seeds whose weeks a worker remembers: jobs come in the order of the seeds."""
ARMS_A_JOB = 6
"""Games in a job: about two seconds' work, so that the last worker is not waited for long."""


@dataclass(frozen=True, slots=True)
class Change:
    """A number of the scenario, multiplied by `factor` per mille."""

    number: str
    factor: int


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to play: who sits where, in the order of the teams, and in what scenario."""

    seats: tuple[Player, ...]
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Some arms to play on one seed."""

    seed: int
    arms: tuple[Arm, ...]


@dataclass(frozen=True, slots=True)
class TeamResult:
    """How a team ended. `gained`: rupiah. `bankrupt`: the week in which it failed. `programmes`:
    those entered. `measures`: the scenario's measures of learning, in alphabetical order."""

    gained: int
    bankrupt: int | None
    programmes: tuple[str, ...]
    measures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GameResult:
    """How a game ended: a result for each team, in the order of the teams."""

    seed: int
    arm: Arm
    teams: tuple[TeamResult, ...]


def jobs_for(wanted: Iterable[tuple[int, Arm]]) -> list[Job]:
    """Jobs for these games, by seed; games in the same scenario beside each other."""
    by_place: dict[tuple[int, Change | None], list[Arm]] = {}
    for seed, arm in wanted:
        arms = by_place.setdefault((seed, arm.change), [])
        if arm not in arms:
            arms.append(arm)
    order = sorted(by_place.items(), key=lambda pair: pair[0][0])
    return [
        Job(seed, tuple(arms[first : first + ARMS_A_JOB]))
        for (seed, _change), arms in order
        for first in range(0, len(arms), ARMS_A_JOB)
    ]


def measures_in(scenario: Scenario) -> tuple[Measure, ...]:
    """The measures of the scenario's objectives, each once, in alphabetical order."""
    return tuple(sorted({aim.measure for aim in scenario.teaches if aim.measure is not None}))


# -- playing ------------------------------------------------------------------------------


def play(scenario: Scenario, job: Job) -> tuple[GameResult, ...]:
    """Play all games of a job."""
    return tuple(_game(scenario, job.seed, arm) for arm in job.arms)


def play_text(scenario: str, job: Job) -> tuple[GameResult, ...]:
    """`play`, for workers that are given the scenario as JSON."""
    return play(_read(scenario), job)


@lru_cache(maxsize=4)
def _read(text: str) -> Scenario:
    return Scenario.model_validate_json(text)


@dataclass
class _Moment:
    """A state, the sheets already decided in it, and the moments that have followed."""

    state: GameState
    sheets: dict[tuple[str, Player], tuple[DecisionSheet, str]] = field(default_factory=dict)
    after: dict[tuple[str, ...], _Moment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A game begun: the scenario as given, as changed, and the first Monday of it."""

    given: Scenario
    played: Scenario
    monday: _Moment


class _Memory(threading.local):
    """The games that this thread has begun, the latest last."""

    def __init__(self) -> None:
        self.begun: OrderedDict[tuple[int, int, Change | None], _Begun] = OrderedDict()


_memory = _Memory()


def _game(scenario: Scenario, seed: int, arm: Arm) -> GameResult:
    begun = _begun(scenario, seed, arm.change)
    played, moment = begun.played, begun.monday
    chance = Chance(seed)
    seats = dict(zip(played.teams, arm.seats, strict=True))
    for week in range(1, played.weeks + 1):
        moment = _next(played, moment, seats, chance, last=week == played.weeks)
    return GameResult(seed, arm, _results(played, moment.state))


def _begun(scenario: Scenario, seed: int, change: Change | None) -> _Begun:
    games, key = _memory.begun, (id(scenario), seed, change)
    if key not in games:
        played = scenario if change is None else changed(scenario, change.number, change.factor)
        games[key] = _Begun(scenario, played, _Moment(new_game(played)))
    games.move_to_end(key)
    while len(games) > _SEEDS_KEPT:
        games.popitem(last=False)
    return games[key]


def _next(
    scenario: Scenario,
    now: _Moment,
    seats: Mapping[str, Player],
    chance: Chance,
    last: bool,
) -> _Moment:
    """The moment after the week that these players make of it."""
    sheets, texts = {}, []
    for team, player in seats.items():
        if (team, player) not in now.sheets:
            sheet = sheet_of(player, team_view(scenario, now.state, team), chance)
            now.sheets[team, player] = sheet, sheet.model_dump_json()
        sheets[team], text = now.sheets[team, player]
        texts.append(text)
    key = tuple(texts)
    if key not in now.after:
        state = live_round(scenario, now.state, sheets, chance, last).state
        now.after[key] = _Moment(state)
    return now.after[key]


def _results(scenario: Scenario, state: GameState) -> tuple[TeamResult, ...]:
    measures = measures_in(scenario)
    results = []
    for team, mine in state.teams.items():
        score = score_of(scenario, team, mine)
        results.append(
            TeamResult(
                score.gained,
                score.bankrupt,
                tuple(sorted(mine.programmes)),
                tuple(measure_of(kind, scenario, state, team) for kind in measures),
            )
        )
    return tuple(results)


def games_in(jobs: Sequence[Job]) -> int:
    """How many games these jobs play."""
    return sum(len(job.arms) for job in jobs)
