"""Marks: what a decision cost against the best that was found, as far as chance lets one tell.

Ex ante: the week's own chance plays no part. The best candidate is looked for by sequential
halving (Karnin, Koren, Somekh 2013) on some seeds and short horizons, and its lead is estimated
anew on fresh seeds to the end of the game, so that the luck of the search flatters nobody. A mark
needs the one-sided 99 % bound of the loss above its threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, factorial, floor, sqrt
from statistics import fmean, stdev
from typing import Literal, TypeAlias

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.state import GameState
from simpasar.game.view import team_view
from simpasar.review.candidates import candidates
from simpasar.review.objectives import differing, mixed
from simpasar.review.rollout import (
    JUDGE_SEEDS,
    SEARCH_SEEDS,
    Branch,
    Gains,
    Sheets,
    Table,
    play_on,
)
from simpasar.review.student import quantile
from simpasar.scenario.model import Measure

Mark: TypeAlias = Literal["", "unclear", "inaccuracy", "mistake", "blunder"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which loss on a decision is marked, per mille of what par gains in a week there."""

    inaccuracy: int = 100
    mistake: int = 250
    blunder: int = 500


USUAL = Thresholds()


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is spent on a decision. `search`: (seeds, horizon in weeks, how many go on) of each
    round of halving; `judge`: seeds after which one looks whether the mark is clear."""

    search: tuple[tuple[int, int, int], ...] = ((1, 1, 10), (2, 2, 4), (3, 3, 1))
    judge: tuple[int, ...] = (8, 16)


FULL = Effort()
QUICK = Effort(search=((1, 1, 3), (1, 2, 1)), judge=(4,))


@dataclass(frozen=True)
class Decision:
    """A team's decision of one week. Rupiah: `loss` against `better`, the best sheet that was
    found (None where nothing was better), its 95 % interval from `low` to `high`; `objectives`:
    the loss of a marked decision in its parts. `runs`: games that were played for it."""

    week: int
    team: str
    loss: int
    low: int
    high: int
    mark: Mark
    sheet: DecisionSheet
    better: DecisionSheet | None
    objectives: dict[Measure, int]
    runs: int


Play: TypeAlias = Callable[[DecisionSheet, int, int | None], int]
"""What the team gains with a sheet, under a seed, at the end or after so many weeks."""


def judge(
    table: Table,
    monday: GameState,
    sheets: Sheets,
    team: str,
    unit: int,
    effort: Effort = FULL,
    thresholds: Thresholds = USUAL,
    as_it_was: Sequence[Gains] = (),
    base: int = 0,
) -> Decision:
    """Judge what `team` decided on a Monday, the others deciding as they did, par afterwards.

    `unit`: rupiah that par gains in a week in that seat. `as_it_was`: what came of the sheets as
    they were under the first of the judge's seeds, where that is known already. `base`: see
    `rollout.base_of`.
    """
    own = sheets[team]
    played: dict[tuple[str, int, int | None], int] = {}
    known = {
        (own.decisions.model_dump_json(), JUDGE_SEEDS + number, None): gains[team]
        for number, gains in enumerate(as_it_was)
    }

    def play(sheet: DecisionSheet, seed: int, horizon: int | None) -> int:
        key = (sheet.decisions.model_dump_json(), seed, horizon)
        if key in known:
            return known[key]
        if key not in played:
            branch = Branch(monday, {**sheets, team: sheet}, base=base)
            played[key] = play_on(table, branch, seed, horizon)[team]
        return played[key]

    view = team_view(table.scenario, monday, team)
    best = searched(candidates(view, own), play, effort)
    if best is None:
        return Decision(monday.week, team, 0, 0, 0, "", own, None, {}, len(played))
    leads: list[int] = []
    mark: Mark = "unclear"
    for count in effort.judge:
        seeds = range(JUDGE_SEEDS + len(leads), JUDGE_SEEDS + count)
        leads += [play(best, seed, None) - play(own, seed, None) for seed in seeds]
        mark = mark_of(leads, unit, thresholds)
        if mark != "unclear":
            break
    loss, low, high = interval(leads)
    split: dict[Measure, int] = {}
    if mark in ("inaccuracy", "mistake", "blunder"):
        split = shares(own, best, loss, play, effort.judge[0])
    better = best if loss > 0 else None
    return Decision(
        monday.week, team, max(loss, 0), low, high, mark, own, better, split, len(played)
    )


def searched(others: Sequence[DecisionSheet], play: Play, effort: Effort) -> DecisionSheet | None:
    """The most promising of the candidates; None where there is none."""
    left, seed = list(others), SEARCH_SEEDS
    for seeds, horizon, most in effort.search:
        seen = range(seed, seed + seeds)
        worth = [sum(play(sheet, each, horizon) for each in seen) for sheet in left]
        order = sorted(range(len(left)), key=lambda number: (-worth[number], number))
        left = [left[number] for number in order[:most]]
        seed += seeds
    return left[0] if left else None


# -- what can be told ---------------------------------------------------------------------


def interval(leads: Sequence[int], level: float = 0.975) -> tuple[int, int, int]:
    """The mean of paired differences and its two-sided Student interval, in whole rupiah."""
    mean, half = fmean(leads), _error(leads, level)
    return round(mean), floor(mean - half), ceil(mean + half)


def mark_of(leads: Sequence[int], unit: int, thresholds: Thresholds) -> Mark:
    """The highest mark whose threshold the one-sided 99 % lower bound clears; none where the
    upper bound stays below the lowest; else it is unclear."""
    mean, half = fmean(leads), _error(leads, 0.99)
    for name in ("blunder", "mistake", "inaccuracy"):
        if mean - half > unit * getattr(thresholds, name) / 1_000:
            return name
    return "" if mean + half < unit * thresholds.inaccuracy / 1_000 else "unclear"


def _error(leads: Sequence[int], level: float) -> float:
    """Half the width of a Student interval at a one-sided level."""
    return quantile(level, len(leads) - 1) * stdev(leads) / sqrt(len(leads))


# -- what it is made of -------------------------------------------------------------------


def shares(
    own: DecisionSheet, best: DecisionSheet, loss: int, play: Play, seeds: int
) -> dict[Measure, int]:
    """The loss in its parts by learning objective: the exact Shapley value over the objectives in
    which the sheets differ, brought to the loss to the rupiah."""
    players = differing(own.decisions, best.decisions)
    worth = {
        frozenset(taken): _worth(own, best, taken, play, seeds)
        for size in range(len(players) + 1)
        for taken in combinations(players, size)
    }
    found = {player: _shapley(player, players, worth) for player in players}
    total = sum(found.values())
    rounded = {
        player: round(value * loss / total) if total else loss // len(players)
        for player, value in found.items()
    }
    largest = max(rounded, key=lambda player: abs(rounded[player]))
    rounded[largest] += loss - sum(rounded.values())
    return rounded


def _worth(
    own: DecisionSheet, best: DecisionSheet, taken: Sequence[Measure], play: Play, seeds: int
) -> float:
    sheet = DecisionSheet(decisions=mixed(own.decisions, best.decisions, taken))
    return fmean(play(sheet, JUDGE_SEEDS + seed, None) for seed in range(seeds))


def _shapley(
    player: Measure, players: Sequence[Measure], worth: dict[frozenset[Measure], float]
) -> float:
    others = [other for other in players if other != player]
    value = 0.0
    for size in range(len(others) + 1):
        weight = factorial(size) * factorial(len(others) - size) / factorial(len(players))
        for taken in combinations(others, size):
            without = frozenset(taken)
            value += weight * (worth[without | {player}] - worth[without])
    return value
