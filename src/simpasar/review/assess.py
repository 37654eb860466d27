"""A whole review: which games must be played for it, and what they say together.

Three kinds of jobs, each a pure function of plain data: the branches of a week on one seed, for
the books; a decision, for its mark; and, where values look ahead only some weeks, a whole game of
par's for what lies beyond. They may be done anywhere and in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, pairwise
from math import sqrt
from statistics import fmean, stdev

from simpasar.game.bots.par import VERSION
from simpasar.game.play import Game
from simpasar.review.books import PlayedWeek, TeamBooks, books, branches
from simpasar.review.marks import FULL, Decision, Effort, judge
from simpasar.review.rollout import (
    JUDGE_SEEDS,
    Branch,
    Gains,
    Table,
    base_of,
    course,
    mean,
    play_on,
)
from simpasar.review.student import quantile
from simpasar.review.trying import Monday
from simpasar.scenario.model import Measure

LEAST_UNIT = 10_000
"""Rupiah: below what par gains in a week in a seat that hardly earns, no threshold goes."""


@dataclass(frozen=True)
class Branched:
    """A job: every branch that the books of a week need, under one seed."""

    week: int
    seed: int


@dataclass(frozen=True)
class Judged:
    """A job: a team's decision of a week. `unit`: see `marks.judge`."""

    week: int
    team: str
    unit: int
    as_it_was: tuple[Gains, ...]


@dataclass(frozen=True)
class Paved:
    """A job: the whole game as par plays it in every seat, under one seed."""

    seed: int


Job = Branched | Judged | Paved
Done = tuple[Gains, ...] | Decision
Run = Callable[[Sequence[Job]], Iterable[tuple[Job, Done]]]
"""Does jobs, in any order."""


@dataclass(frozen=True)
class Plan:
    """What is reviewed, and how much is spent. `seeds`: of the books."""

    table: Table
    weeks: tuple[PlayedWeek, ...]
    seeds: int = 8
    effort: Effort = FULL


@dataclass(frozen=True)
class Adjusted:
    """What a team would have gained without its luck, with the 95 % interval that so few seeds
    leave, in rupiah."""

    gained: int
    low: int
    high: int


@dataclass(frozen=True)
class Review:
    """What a review says. `decisions`: those judged so far, in the order of weeks and seats.
    `units`: what par gains in a week in each seat. `due`: decisions that are to be judged;
    `complete`: whether all of them are."""

    plan: Plan
    par: str
    books: dict[str, TeamBooks]
    adjusted: dict[str, Adjusted]
    units: dict[str, int]
    due: int
    decisions: tuple[Decision, ...] = field(default=())

    @property
    def complete(self) -> bool:
        return len(self.decisions) == self.due

    def of(self, team: str) -> tuple[Decision, ...]:
        """A team's decisions, by week."""
        return tuple(decision for decision in self.decisions if decision.team == team)

    def objectives(self, team: str) -> dict[Measure, int]:
        """What a team lost by its marked decisions, by learning objective, the most first."""
        total: dict[Measure, int] = {}
        for decision in self.of(team):
            for objective, loss in decision.objectives.items():
                total[objective] = total.get(objective, 0) + loss
        return dict(sorted(total.items(), key=lambda pair: -pair[1]))


def plan_of(game: Game, seeds: int = 8, effort: Effort = FULL) -> Plan:
    """The plan for a game as far as it was lived."""
    table = Table(game.setup.scenario, game.setup.weeks, game.chance)
    weeks = tuple(
        PlayedWeek(lived.monday, sheets, sunday, base_of(table.scenario, sheets))
        for lived, sheets, sunday in zip(game.lived, game.played, game.past, strict=True)
    )
    return Plan(table, weeks, seeds, effort)


def do(plan: Plan, job: Job) -> Done:
    """Do a job."""
    table, horizon = plan.table, plan.effort.horizon
    match job:
        case Paved(seed):
            return tuple(course(table, plan.weeks[0].branch({}), seed))
        case Branched(week, seed):
            branched = _branches(plan)[week - 1]
            return tuple(play_on(table, branch, seed, horizon) for branch in branched)
    played = plan.weeks[job.week - 1]
    monday = Monday(table, played.monday, played.sheets, job.team, played.base)
    return judge(monday, job.unit, plan.effort, job.as_it_was)


def review(plan: Plan, run: Run, weeks: Collection[int] | None = None) -> Iterator[Review]:
    """The review, ever more complete: first the books, then decision after decision; of all weeks,
    or of some."""
    values = _values(plan, run)
    review = _begun(plan, values, _beyond(plan, run))
    as_it_was = _as_they_were(plan, values)
    jobs = [
        Judged(week, team, review.units[team], as_it_was[week - 1])
        for week in range(1, len(plan.weeks) + 1)
        if weeks is None or week in weeks
        for team in plan.table.scenario.teams
    ]
    review = replace(review, due=len(jobs))
    yield review
    judged: dict[tuple[int, str], Decision] = {}
    for job, decision in run(jobs):
        assert isinstance(job, Judged)
        assert isinstance(decision, Decision)
        judged[job.week, job.team] = decision
        done = [judged[at] for at in ((j.week, j.team) for j in jobs) if at in judged]
        yield replace(review, decisions=tuple(done))


# -- the books ----------------------------------------------------------------------------


def _branches(plan: Plan) -> list[list[Branch]]:
    """The branches of each week; a state between two weeks belongs to the later one."""
    found: list[list[Branch]] = [[] for _week in plan.weeks]
    for branch in branches(plan.table, plan.weeks, plan.effort.both_orders):
        week = min(branch.state.week, len(plan.weeks))
        found[week - 1].append(branch)
    return found


def _values(plan: Plan, run: Run) -> dict[tuple[int, int], tuple[Gains, ...]]:
    """What came of every branch: by week and seed, in the order of the branches."""
    jobs = [
        Branched(week, JUDGE_SEEDS + seed)
        for week in range(1, len(plan.weeks) + 1)
        for seed in range(plan.seeds)
    ]
    done = {}
    for job, gains in run(jobs):
        assert isinstance(job, Branched)
        assert isinstance(gains, tuple)
        done[job.week, job.seed] = gains
    return done


def _beyond(plan: Plan, run: Run) -> list[Gains]:
    """What each week after the horizon is reckoned to bring, by its number from 1: what it brings
    on average where par plays from the first Monday on. Nothing where values look to the end."""
    teams, weeks = plan.table.scenario.teams, plan.table.weeks
    if plan.effort.horizon is None:
        return [dict.fromkeys(teams, 0) for _week in range(weeks + 1)]
    paths = []
    for _job, gains in run([Paved(JUDGE_SEEDS + seed) for seed in range(plan.seeds)]):
        assert isinstance(gains, tuple)
        paths.append(gains)
    usual = [{team: mean([path[week][team] for path in paths]) for team in teams}
             for week in range(weeks + 1)]  # fmt: skip
    none = dict.fromkeys(teams, 0)
    return [none, *({team: b[team] - a[team] for team in teams} for a, b in pairwise(usual))]


def _begun(
    plan: Plan, values: dict[tuple[int, int], tuple[Gains, ...]], beyond: list[Gains]
) -> Review:
    teams = list(plan.table.scenario.teams)
    seeds = [JUDGE_SEEDS + seed for seed in range(plan.seeds)]

    def under(seed: int) -> dict[str, TeamBooks]:
        return _books_by(plan, lambda week, at: values[week, seed][at], beyond)

    def average(week: int, at: int) -> Gains:
        runs = [values[week, seed][at] for seed in seeds]
        return {team: mean([run[team] for run in runs]) for team in teams}

    found, alone = _books_by(plan, average, beyond), [under(seed) for seed in seeds]
    weeks = plan.table.weeks
    return Review(
        plan,
        VERSION,
        found,
        {team: _adjusted([kept[team].adjusted for kept in alone]) for team in teams},
        {team: max(found[team].start // weeks, LEAST_UNIT) for team in teams},
        due=0,
    )


def _books_by(
    plan: Plan, came: Callable[[int, int], Gains], beyond: list[Gains]
) -> dict[str, TeamBooks]:
    """The books where `came(week, number)` is what branch `number` of a week came to within the
    horizon."""
    asked: dict[int, Iterator[int]] = {}

    def value(branch: Branch) -> Gains:
        week = min(branch.state.week, len(plan.weeks))
        gains = came(week, next(asked.setdefault(week, count())))
        if plan.effort.horizon is None:
            return gains
        later = beyond[branch.state.week + plan.effort.horizon :]
        return {team: gain + sum(more[team] for more in later) for team, gain in gains.items()}

    return books(plan.table, plan.weeks, value, plan.effort.both_orders)


def _as_they_were(
    plan: Plan, values: dict[tuple[int, int], tuple[Gains, ...]]
) -> list[tuple[Gains, ...]]:
    """For each week, what came of the sheets as they were, under each seed of the books."""
    found = []
    for week, asked in enumerate(_branches(plan), start=1):
        sheets = plan.weeks[week - 1].sheets
        at = next(
            number
            for number, branch in enumerate(asked)
            if branch.sheets == sheets and not branch.luck
        )
        found.append(tuple(values[week, JUDGE_SEEDS + s][at] for s in range(plan.seeds)))
    return found


def _adjusted(found: Sequence[int]) -> Adjusted:
    middle = fmean(found)
    half = 0.0
    if len(found) > 1:
        half = quantile(0.975, len(found) - 1) * stdev(found) / sqrt(len(found))
    return Adjusted(round(middle), round(middle - half), round(middle + half))
