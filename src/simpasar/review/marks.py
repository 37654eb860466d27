"""Marks: what a decision cost against the best that was found, as far as chance lets one tell.

Ex ante: the week's own chance plays no part. The best candidate is looked for by sequential
halving (Karnin, Koren, Somekh 2013) on some seeds and short horizons, and its lead is estimated
anew on fresh seeds, so that the luck of the search flatters nobody. A mark needs the one-sided
99 % bound of the loss above its threshold, over all looks together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, sqrt
from statistics import fmean, stdev
from typing import Literal, TypeAlias

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.view import team_view
from simpasar.review.books import Care
from simpasar.review.candidates import candidates
from simpasar.review.objectives import Objectives, differing, judgement_of, mixed, objectives_of
from simpasar.review.rollout import JUDGE_SEEDS, SEARCH_SEEDS, Gains
from simpasar.review.shapley import shapley, whole
from simpasar.review.student import quantile
from simpasar.review.trying import Monday, Trials
from simpasar.scenario.model import Judgement, Measure

Mark: TypeAlias = Literal["", "unclear", "inaccuracy", "mistake", "blunder"]
MARKED: tuple[Mark, ...] = ("blunder", "mistake", "inaccuracy")
"""The marks that blame, the hardest first."""
FALSE_BLAME = 0.01
"""How often a decision at the edge of a mark may be blamed though it should not, over all looks at
it together (Bonferroni)."""


_FINE = Care(horizon=3)


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is spent on a game. `name`: as people choose it.

    `search`: (seeds, horizon in weeks, how many go on) of each round of halving; each plays on
    what the round before began. `judge`: seeds after which one looks whether the mark is clear.
    `horizon`: weeks that a decision looks ahead, None for the end of the game. `split`: seeds and
    horizon for the parts of a loss. `few`: only the most telling candidates. `books`: how finely
    the books are kept.
    """

    name: Literal["full", "quick"] = "full"
    search: tuple[tuple[int, int, int], ...] = ((1, 1, 8), (2, 2, 3), (3, 3, 1))
    judge: tuple[int, ...] = (8, 16)
    horizon: int | None = None
    split: tuple[int, int] = (4, 3)
    few: bool = False
    books: Care = _FINE


FULL = Effort()
QUICK = Effort(
    "quick",
    search=((1, 1, 2), (1, 2, 1)),
    judge=(4,),
    horizon=2,
    split=(2, 2),
    few=True,
    books=Care(horizon=1, both_orders=False, decided=2),
)


@dataclass(frozen=True)
class Decision:
    """A team's decision of one week. Rupiah: `loss` against `better`, the best sheet that was
    found (None where nothing was better), its 95 % interval from `low` to `high`; of a marked
    decision also `objectives`, the parts of the loss, and `bearers`, whom in the cooperative it
    cost how much (the team alone where it decided for itself). `runs`: games played for it."""

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
    bearers: dict[str, int] = field(default_factory=dict)


def judge(
    monday: Monday, unit: int, effort: Effort = FULL, as_it_was: Sequence[Gains] = ()
) -> Decision:
    """Judge what a team decided on a Monday, the others deciding as they did, par afterwards.

    `unit`: rupiah that par gains in a week in that seat. `as_it_was`: see `trying.Trials`.
    """
    scenario, own = monday.table.scenario, monday.own
    week, team = monday.state.week, monday.team
    trials = Trials(monday, effort.horizon, as_it_was)
    view = team_view(scenario, monday.state, team)
    best = searched(candidates(view, own, effort.few), trials.worth, effort)
    if best is None:
        return Decision(week, team, 0, 0, 0, "", own, None, {}, trials.runs)
    leads, mark = _leads(trials, best, unit, effort, judgement_of(scenario))
    loss, low, high = interval(leads)
    if loss <= 0:  # nothing that is better was found
        loss, high = 0, max(high, 0)
    objectives: dict[Measure, int] = {}
    bearers: dict[str, int] = {}
    if mark in MARKED:
        objectives = parts(trials, best, loss, effort, objectives_of(scenario))
        bearers = borne(trials, best, loss, len(leads))
    better = best if loss > 0 else None
    return Decision(
        week, team, loss, low, high, mark, own, better, objectives, trials.runs, bearers
    )


Worth: TypeAlias = Callable[[DecisionSheet, int, int | None], int]
"""What a sheet brings, under a seed, after so many weeks (None: at the end)."""


def searched(others: Sequence[DecisionSheet], worth: Worth, effort: Effort) -> DecisionSheet | None:
    """The most promising of the candidates; None where there is none."""
    left = list(others)
    for seeds, horizon, most in effort.search:
        seen = range(SEARCH_SEEDS, SEARCH_SEEDS + seeds)
        found = [sum(worth(sheet, each, horizon) for each in seen) for sheet in left]
        order = sorted(range(len(left)), key=lambda number: (-found[number], number))
        left = [left[number] for number in order[:most]]
    return left[0] if left else None


# -- what can be told ---------------------------------------------------------------------


def _leads(
    trials: Trials, best: DecisionSheet, unit: int, effort: Effort, judgement: Judgement
) -> tuple[list[int], Mark]:
    """By how much the best is ahead under each seed, as many as it takes, and the mark."""
    leads: list[int] = []
    mark: Mark = "unclear"
    for count in effort.judge:
        for seed in range(JUDGE_SEEDS + len(leads), JUDGE_SEEDS + count):
            was = trials.worth(trials.monday.own, seed, effort.horizon)
            leads.append(trials.worth(best, seed, effort.horizon) - was)
        mark = mark_of(leads, unit, judgement, 1 - FALSE_BLAME / len(effort.judge))
        if mark != "unclear":
            break
    return leads, mark


def interval(leads: Sequence[int], level: float = 0.975) -> tuple[int, int, int]:
    """The mean of paired differences and its two-sided Student interval, in whole rupiah."""
    mean, half = fmean(leads), _error(leads, level)
    return round(mean), floor(mean - half), ceil(mean + half)


def mark_of(
    leads: Sequence[int], unit: int, judgement: Judgement, level: float = 1 - FALSE_BLAME
) -> Mark:
    """The highest mark whose threshold the lower bound clears, at a one-sided level; none where
    the upper bound stays below the lowest; else it is unclear."""
    mean, half = fmean(leads), _error(leads, level)
    for name in MARKED:
        if mean - half > unit * getattr(judgement, name) / 1_000:
            return name
    return "" if mean + half < unit * judgement.inaccuracy / 1_000 else "unclear"


def _error(leads: Sequence[int], level: float) -> float:
    """Half the width of a Student interval at a one-sided level."""
    return quantile(level, len(leads) - 1) * stdev(leads) / sqrt(len(leads))


# -- what it is made of -------------------------------------------------------------------


def parts(
    trials: Trials, best: DecisionSheet, loss: int, effort: Effort, objectives: Objectives
) -> dict[Measure, int]:
    """The loss in its parts by learning objective, those that are not 0: the exact Shapley value
    over the objectives in which the sheets differ, brought to the loss to the rupiah."""
    own = trials.monday.own.decisions
    players = differing(own, best.decisions, objectives)

    def worth(taken: frozenset[Measure]) -> float:
        sheet = DecisionSheet(decisions=mixed(own, best.decisions, taken, objectives))
        count, horizon = effort.split
        seeds = range(JUDGE_SEEDS, JUDGE_SEEDS + count)
        return fmean(trials.worth(sheet, seed, horizon) for seed in seeds)

    if len(players) == 1:
        return {players[0]: loss}
    found = whole(shapley(players, worth), loss)
    return {objective: part for objective, part in found.items() if part}


def borne(trials: Trials, best: DecisionSheet, loss: int, seeds: int) -> dict[str, int]:
    """The loss shared out among those whom it cost; below 0 for whom it brought something."""
    own, horizon = trials.monday.own, trials.horizon
    under = range(JUDGE_SEEDS, JUDGE_SEEDS + seeds)
    found = {
        team: fmean(trials.shares(best, seed, horizon)[team] for seed in under)
        for team in trials.shares(best, JUDGE_SEEDS, horizon)
    }
    team = trials.monday.team
    found[team] -= fmean(trials.worth(own, seed, horizon) for seed in under)
    return whole(found, loss)
