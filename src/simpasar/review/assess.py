"""A whole review: which games must be played for it, and what they say together.

Two kinds of jobs, each a pure function of plain data: the branches of a week on one seed, for the
books, and a decision, for its mark. They may be done anywhere and in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from math import sqrt
from statistics import fmean, stdev

from simpasar.game.bots.par import VERSION
from simpasar.game.play import Game
from simpasar.review.books import PlayedWeek, TeamBooks, Weeks, asked, books
from simpasar.review.marks import FULL, Decision, Effort, judge
from simpasar.review.rollout import (
    JUDGE_SEEDS,
    Branch,
    Gains,
    Table,
    base_of,
    mean,
    play_until,
    until,
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


Job = Branched | Judged
Values = tuple[tuple[Gains, ...], ...]
"""What came of each branch, by the end of each of the weeks it was asked for."""
Done = Values | Decision
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
    scenario = game.setup.scenario
    base = base_of(scenario, game.played[0]) if game.played else 0
    closed = tuple(lived.closing for lived in game.lived)
    table = Table(scenario, game.setup.weeks, game.chance, base, closed)
    weeks = tuple(
        PlayedWeek(lived.monday, sheets, sunday)
        for lived, sheets, sunday in zip(game.lived, game.played, game.past, strict=True)
    )
    return Plan(table, weeks, seeds, effort)


def do(plan: Plan, job: Job) -> Done:
    """Do a job."""
    played = plan.weeks[job.week - 1]
    if isinstance(job, Judged):
        monday = Monday(plan.table, played.monday, played.sheets, job.team)
        return judge(monday, job.unit, plan.effort, job.as_it_was)
    found = _branches(plan)[job.week - 1]
    return tuple(play_until(plan.table, branch, job.seed, by) for branch, by in found)


def review(plan: Plan, run: Run, weeks: Collection[int] | None = None) -> Iterator[Review]:
    """The review, ever more complete: first the books, then decision after decision; of all weeks,
    or of some."""
    values = _values(plan, run)
    review = _begun(plan, values)
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


def _branches(plan: Plan) -> list[list[tuple[Branch, Weeks]]]:
    """The branches of each week; a state between two weeks belongs to the later one."""
    found: list[list[tuple[Branch, Weeks]]] = [[] for _week in plan.weeks]
    for branch, by in asked(plan.table, plan.weeks, plan.effort.books):
        found[_week_of(plan, branch) - 1].append((branch, by))
    return found


def _week_of(plan: Plan, branch: Branch) -> int:
    return min(branch.state.week, len(plan.weeks))


def _values(plan: Plan, run: Run) -> dict[tuple[int, int], Values]:
    """What came of every branch: by week and seed, in the order of the branches."""
    jobs = [
        Branched(week, JUDGE_SEEDS + seed)
        for week in range(1, len(plan.weeks) + 1)
        for seed in range(plan.seeds)
    ]
    done = {}
    for job, values in run(jobs):
        assert isinstance(job, Branched)
        assert isinstance(values, tuple)
        done[job.week, job.seed] = values
    return done


def _begun(plan: Plan, values: dict[tuple[int, int], Values]) -> Review:
    teams = list(plan.table.scenario.teams)
    seeds = [JUDGE_SEEDS + seed for seed in range(plan.seeds)]

    def average(week: int, at: int) -> tuple[Gains, ...]:
        runs = zip(*(values[week, seed][at] for seed in seeds), strict=True)
        return tuple({team: mean([gains[team] for gains in by]) for team in teams} for by in runs)

    def under(seed: int) -> dict[str, TeamBooks]:
        return _books_by(plan, lambda week, at: values[week, seed][at])

    found, alone = _books_by(plan, average), [under(seed) for seed in seeds]
    weeks = plan.table.weeks
    return Review(
        plan,
        VERSION,
        found,
        {team: _adjusted([kept[team].adjusted for kept in alone]) for team in teams},
        {team: max(found[team].start // weeks, LEAST_UNIT) for team in teams},
        due=0,
    )


def _books_by(plan: Plan, came: Callable[[int, int], tuple[Gains, ...]]) -> dict[str, TeamBooks]:
    """The books where `came(week, number)` is what came of branch `number` of a week."""
    numbers: dict[int, Iterator[int]] = {}

    def value(branch: Branch, _by: Weeks) -> tuple[Gains, ...]:
        week = _week_of(plan, branch)
        return came(week, next(numbers.setdefault(week, count())))

    return books(plan.table, plan.weeks, value, plan.effort.books)


def _as_they_were(plan: Plan, values: dict[tuple[int, int], Values]) -> list[tuple[Gains, ...]]:
    """For each week, what came of the sheets as they were, under each seed of the books, as far
    ahead as decisions look."""
    found = []
    for week, branches in enumerate(_branches(plan), start=1):
        sheets = plan.weeks[week - 1].sheets
        at, by = next(
            (number, by)
            for number, (branch, by) in enumerate(branches)
            if branch.sheets == sheets and not branch.luck
        )
        which = by.index(until(plan.table, week, plan.effort.horizon))
        found.append(tuple(values[week, JUDGE_SEEDS + s][at][which] for s in range(plan.seeds)))
    return found


def _adjusted(found: Sequence[int]) -> Adjusted:
    middle = fmean(found)
    half = 0.0
    if len(found) > 1:
        half = quantile(0.975, len(found) - 1) * stdev(found) / sqrt(len(found))
    return Adjusted(round(middle), round(middle - half), round(middle + half))
