"""Playing a game on from any Monday: what one value of a state is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.par import par
from simpasar.game.rounds import live_round
from simpasar.game.score import score_of
from simpasar.game.state import GameState, plain, sha256
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.review.chances import Luck, imagined
from simpasar.scenario.model import Scenario

Sheets = Mapping[str, DecisionSheet]


@dataclass(frozen=True)
class Table:
    """What all rollouts of a review share. `weeks`: of the whole game; `actual`: its chance;
    `base`: see `base_of`; `closed`: of each week that was lived, whether it was lived as the
    game's last, which it may not have stayed."""

    scenario: Scenario
    weeks: int
    actual: Chance
    base: int = 0
    closed: tuple[bool, ...] = ()

    def closes(self, week: int) -> bool:
        """Whether a week is lived as the game's last, in which the cooperative shares out."""
        return self.closed[week - 1] if week <= len(self.closed) else week == self.weeks


@dataclass(frozen=True)
class Branch:
    """A course of the game that is tried: from `state` (its Monday) on, with `sheets` in the first
    week, par for those who have none, and par for everybody after. `luck`: what of that week's
    chance came as it did."""

    state: GameState
    sheets: Sheets
    luck: frozenset[Luck] = frozenset()


def base_of(scenario: Scenario, sheets: Sheets) -> int:
    """What the seeds of a game's imagined chance are counted from, by what was decided in its first
    week: another number for other games, so that no seed favours the same thing in all of them; one
    for all weeks of a game, so that a value is the same at the end of one and the start of the
    next; and never anything of what chance then brought.
    """
    decided = {team: sheet.decisions for team, sheet in sheets.items()}
    return int(sha256([scenario.name, plain(decided)])[:12], 16)


Gains = dict[str, int]
"""Rupiah gained by each team at the end, as its score has it."""


def play_on(table: Table, branch: Branch, seed: int, horizon: int | None = None) -> Gains:
    """What each team has gained at the end, or after `horizon` more weeks, under one chance."""
    last = until(table, branch.state.week, horizon)
    (found,) = play_until(table, branch, seed, (last,))
    return found


def until(table: Table, week: int, horizon: int | None) -> int:
    """The last week of those one looks ahead from a week's Monday: all where `horizon` is None."""
    return table.weeks if horizon is None else min(table.weeks, week + horizon - 1)


def play_until(table: Table, branch: Branch, seed: int, weeks: Sequence[int]) -> tuple[Gains, ...]:
    """What each team has gained by the end of each of some weeks, under one chance."""
    found = list(islice(course(table, branch, seed), max(weeks) - branch.state.week + 2))
    return tuple(found[week - branch.state.week + 1] for week in weeks)


def course(table: Table, branch: Branch, seed: int) -> Iterator[Gains]:
    """What each team has gained: on the branch's Monday, and after every week to the end."""
    scenario, state = table.scenario, branch.state
    chance = imagined(scenario, table.actual, table.base + seed, state.week, branch.luck)
    sheets = branch.sheets
    yield gains(scenario, state)
    while state.week <= table.weeks:
        decided = {
            team: sheets.get(team) or par(team_view(scenario, state, team))
            for team in scenario.teams
        }
        state = live_round(scenario, state, decided, chance, table.closes(state.week)).state
        yield gains(scenario, state)
        sheets = {}


def gains(scenario: Scenario, state: GameState) -> Gains:
    """What each team has gained so far."""
    return {team: score_of(scenario, team, mine).gained for team, mine in state.teams.items()}


def mean(values: Sequence[int]) -> int:
    """The mean in whole rupiah, rounded down."""
    return sum(values) // len(values)


JUDGE_SEEDS, SEARCH_SEEDS = 1_000_000, 2_000_000
"""Where the seeds of imagined chance begin, counted from a game's base: for values, and for the
search of something better."""
