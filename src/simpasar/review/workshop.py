"""Many games together: which objectives stay weak, and which scenario teaches what.

Every figure is a team's own first: what its decisions lost on average, as a share of what par
gains in a week in its seat. Means and Student's intervals are over teams. Teams of one game meet
the same weather and each other, which the intervals leave out of account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Literal, TypeAlias

from simpasar.review.objectives import OBJECTIVES
from simpasar.review.reviewed_game import ReviewedGame, ReviewedTeam
from simpasar.review.student import quantile
from simpasar.scenario.model import Measure

SMALL = 5
"""Fewer teams than these carry no conclusion."""
WEAK = 0.01
"""Share of what par gains in a week: from such a loss per decision on, an objective is weak. As if
every tenth decision cost the usual bound of the mildest mark, a tenth of a week."""

Verdict: TypeAlias = Literal["none", "fell", "weak", "unclear"]
"""What became of a loss from the first to the second half of the weeks: there was none; it clearly
fell; it did not, and is clearly at least `WEAK` in the second half; nobody can tell."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `count` teams with its 95 % interval; None where there are too few."""

    count: int
    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What became of an objective. `objective`: None for all of them together; `marked`: decisions
    in whose loss it had a part. Shares of what par gains in a week: `loss` per decision; `early`
    and `late`, the same in the first and the second half of the weeks; `change` from one to the
    other, paired by team."""

    objective: Measure | None
    marked: int
    loss: Estimate
    early: Estimate
    late: Estimate
    change: Estimate

    @property
    def verdict(self) -> Verdict:
        if not self.marked:
            return "none"
        if self.change.high is not None and self.change.high < 0:
            return "fell"
        if self.late.low is not None and self.late.low > WEAK:
            return "weak"
        return "unclear"


@dataclass(frozen=True, slots=True)
class Part:
    """The games of one scenario, or of all. `scenario`: its name and `title`, "" for all.
    `decisions`, `marked`, `unclear`: how many decisions were judged, and how. `lessons`: one for
    every objective that lost something, the most first. `together`: all objectives as one."""

    scenario: str
    title: str
    games: int
    teams: int
    decisions: int
    marked: int
    unclear: int
    lessons: tuple[Lesson, ...]
    together: Lesson

    @property
    def small(self) -> bool:
        return self.teams < SMALL

    def judged(self, verdict: Verdict) -> list[Measure]:
        """The objectives of which this is said."""
        return [
            lesson.objective
            for lesson in self.lessons
            if lesson.objective is not None and lesson.verdict == verdict
        ]


@dataclass(frozen=True, slots=True)
class Workshop:
    """All games. `parts`: by scenario, in the order in which they first come. `bots_only`: no
    people played in any, so that bots are counted; else `bots` of their seats are left out."""

    parts: tuple[Part, ...]
    whole: Part
    bots_only: bool
    bots: int


@dataclass(frozen=True, slots=True)
class _Seat:
    """A team that counts, and how many weeks its game has."""

    team: ReviewedTeam
    lived: int

    def lost(self, objective: Measure | None, first: int, last: int) -> float | None:
        """Lost per decision of these weeks by an objective, or by all, as a share of the unit."""
        losses = [
            sum(decision.objectives.values())
            if objective is None
            else decision.objectives.get(objective, 0)
            for decision in self.team.weeks
            if first <= decision.week <= last and decision.marked
        ]
        judged = sum(first <= decision.week <= last for decision in self.team.weeks)
        return sum(losses) / judged / self.team.unit if judged else None


def workshop(games: Sequence[ReviewedGame]) -> Workshop:
    """What the reviews of some games say together. People's seats count; bots do not learn, so
    that theirs count only where there are no others."""
    seats = [team for game in games for team in game.teams.values()]
    people = sum(team.people for team in seats)
    counted = _people if people else _all
    by_scenario: dict[str, list[ReviewedGame]] = {}
    for game in games:
        by_scenario.setdefault(game.scenario, []).append(game)
    parts = tuple(_part(name, mine[-1].title, mine, counted) for name, mine in by_scenario.items())
    whole = _part("", "", games, counted)
    return Workshop(parts, whole, bool(seats) and not people, len(seats) - people if people else 0)


def _people(team: ReviewedTeam) -> bool:
    return team.people


def _all(team: ReviewedTeam) -> bool:
    return True


def _part(
    scenario: str,
    title: str,
    games: Sequence[ReviewedGame],
    counted: Callable[[ReviewedTeam], bool],
) -> Part:
    seats = [
        _Seat(team, game.weeks.lived)
        for game in games
        for team in game.teams.values()
        if counted(team)
    ]
    decisions = [decision for seat in seats for decision in seat.team.weeks]
    lessons = [_lesson(objective, seats) for objective in OBJECTIVES]
    lossy = [lesson for lesson in lessons if lesson.marked]
    return Part(
        scenario=scenario,
        title=title,
        games=len(games),
        teams=len(seats),
        decisions=len(decisions),
        marked=sum(decision.marked for decision in decisions),
        unclear=sum(decision.mark == "unclear" for decision in decisions),
        lessons=tuple(sorted(lossy, key=lambda lesson: -(lesson.loss.mean or 0))),
        together=_lesson(None, seats),
    )


def _lesson(objective: Measure | None, seats: Sequence[_Seat]) -> Lesson:
    whole = [seat.lost(objective, 1, seat.lived) for seat in seats]
    halves = [
        (seat.lost(objective, 1, half), seat.lost(objective, seat.lived - half + 1, seat.lived))
        for seat in seats
        for half in (seat.lived // 2,)
    ]
    pairs = [(early, late) for early, late in halves if early is not None and late is not None]
    marked = [
        decision for seat in seats for decision in seat.team.weeks
        if decision.marked and (objective is None or objective in decision.objectives)
    ]  # fmt: skip
    return Lesson(
        objective=objective,
        marked=len(marked),
        loss=estimate(loss for loss in whole if loss is not None),
        early=estimate(early for early, _late in pairs),
        late=estimate(late for _early, late in pairs),
        change=estimate(late - early for early, late in pairs),
    )


def estimate(values: Iterable[float]) -> Estimate:
    """The mean, and Student's two-sided 95 % interval of it."""
    found = list(values)
    count = len(found)
    if not count:
        return Estimate(0, None, None, None)
    mean = fsum(found) / count
    if count == 1:
        return Estimate(1, mean, None, None)
    spread = fsum((value - mean) ** 2 for value in found)
    half = quantile(0.975, count - 1) * sqrt(spread / (count * (count - 1)))
    return Estimate(count, mean, mean - half, mean + half)
