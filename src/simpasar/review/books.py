"""The books of a team: start, own decisions, rivals, luck and final, closing to the rupiah.

One value for everything: the value of a state to a team is what it gains on average when everybody
plays par from there. A week takes that value from its Monday to the next in steps: the team's own
sheet instead of par's, the rivals' instead of par's (the mean of both orders, the Shapley value of
two), and then the week's luck, kind by kind in the order in which it comes about. What is left out
of one step is in the next, so the steps add up.

With less care the own sheet always comes before the rivals'; and what decisions and what luck came
to is known to the end of the game as well, but the parts of both look ahead some weeks only, and
what comes later is laid on each part by its size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from simpasar.game.state import GameState
from simpasar.review.chances import Luck
from simpasar.review.rollout import Branch, Gains, Sheets, Table, gains, until
from simpasar.review.shapley import whole

Weeks: TypeAlias = tuple[int, ...]
Valued: TypeAlias = Callable[[Branch, Weeks], tuple[Gains, ...]]
"""What each team has gained on average in a branch by the end of some weeks, in whole rupiah."""

KINDS = tuple(kind.value for kind in Luck)
RESCUE = "rescue"
"""What the trainer gave stands among the luck: no decision brought it."""


@dataclass(frozen=True, slots=True)
class WeekBooks:
    """What one week brought a team, in rupiah: `start` + `own` + `rivals` + luck = `final`."""

    week: int
    start: int
    own: int
    rivals: int
    luck: dict[str, int]
    final: int


@dataclass(frozen=True, slots=True)
class TeamBooks:
    """A whole game of a team, in rupiah."""

    weeks: tuple[WeekBooks, ...] = field(default=())

    @property
    def start(self) -> int:
        """What the seat was worth on the first Monday."""
        return self.weeks[0].start

    @property
    def own(self) -> int:
        return sum(week.own for week in self.weeks)

    @property
    def rivals(self) -> int:
        return sum(week.rivals for week in self.weeks)

    @property
    def luck(self) -> dict[str, int]:
        """By kind; a rescue only where there was one."""
        kinds = dict.fromkeys(kind for week in self.weeks for kind in week.luck)
        return {kind: sum(week.luck.get(kind, 0) for week in self.weeks) for kind in kinds}

    @property
    def final(self) -> int:
        """What the team gained; of a game that goes on, what it will gain on average."""
        return self.weeks[-1].final

    @property
    def adjusted(self) -> int:
        """What it would have gained without its luck."""
        return self.final - sum(self.luck.values())


@dataclass(frozen=True, slots=True)
class PlayedWeek:
    """A week that was lived: the state it began with, what everybody played, how it ended."""

    monday: GameState
    sheets: Sheets
    sunday: GameState

    def branch(self, sheets: Sheets, luck: frozenset[Luck] = frozenset()) -> Branch:
        """This week with other sheets, or with some of its luck as it came."""
        return Branch(self.monday, sheets, luck)


@dataclass(frozen=True, slots=True)
class Care:
    """How finely the parts of a week are told apart. `horizon`: weeks that they look ahead, None
    for all; `both_orders`: whether the rivals also come before the team's own sheet. `decided`: how
    far what was decided is also looked at, for those who judge it."""

    horizon: int | None = None
    both_orders: bool = True
    decided: int | None = None

    def near(self, table: Table, week: int) -> int:
        """The last week that the parts of a week look to."""
        return until(table, week, self.horizon)

    def by(self, table: Table, week: int) -> Weeks:
        """The weeks up to which what was decided in a week is looked at, the last one last."""
        decided = until(table, week, self.decided)
        return tuple(sorted({self.near(table, week), decided, table.weeks}))


CAREFUL = Care()


def asked(
    table: Table, weeks: Sequence[PlayedWeek], care: Care = CAREFUL
) -> list[tuple[Branch, Weeks]]:
    """Every branch that `books` will ask the value of, and by the end of which weeks."""
    found: list[tuple[Branch, Weeks]] = []

    def ask(branch: Branch, by: Weeks) -> tuple[Gains, ...]:
        found.append((branch, by))
        return (dict.fromkeys(table.scenario.teams, 0),) * len(by)

    books(table, weeks, ask, care)
    return found


def books(
    table: Table, weeks: Sequence[PlayedWeek], value: Valued, care: Care = CAREFUL
) -> dict[str, TeamBooks]:
    """The books of every team."""
    found: dict[str, list[WeekBooks]] = {team: [] for team in table.scenario.teams}
    ended = weeks[0].monday
    before = _worth(table, ended, {care.near(table, 1)}, value)
    for played in weeks:
        week, start = played.monday.week, before
        near = care.near(table, week)
        if played.monday is not ended:
            start = _worth(table, played.monday, {near}, value)
        steps = _week(played, value, care.both_orders, near, care.by(table, week))
        after = _worth(table, played.sunday, {near, care.near(table, week + 1)}, value)
        for team, rows in found.items():
            rows.append(_team_week(team, near, before, start, steps, after))
        before, ended = after, played.sunday
    return {team: TeamBooks(tuple(rows)) for team, rows in found.items()}


@dataclass(frozen=True, slots=True)
class _Position:
    """What a state is worth: `near`, what everybody has gained by some weeks; `far`, by the end."""

    week: int
    near: dict[int, Gains]
    far: Gains


def _worth(table: Table, state: GameState, near: set[int], value: Valued) -> _Position:
    by = tuple(sorted({*near, table.weeks}))
    if state.week > table.weeks:
        found = (gains(table.scenario, state),) * len(by)
    else:
        found = value(Branch(state, {}), by)
    return _Position(state.week, dict(zip(by, found, strict=True)), found[-1])


@dataclass(frozen=True, slots=True)
class _Steps:
    """Values on the way through a week. `alone`: with only this team's sheet; `others`: with all
    but this team's; `lucky`: with all sheets and ever more of the luck, from none on; these look
    near. `decided`: with all sheets and no luck, to the end."""

    alone: dict[str, Gains]
    others: dict[str, Gains]
    lucky: tuple[Gains, ...]
    decided: Gains


def _week(played: PlayedWeek, value: Valued, both_orders: bool, near: int, by: Weeks) -> _Steps:
    sheets = played.sheets
    several = len(sheets) > 1
    alone, others = {}, {}
    for team, sheet in sheets.items() if several else ():
        rest = {name: other for name, other in sheets.items() if name != team}
        (alone[team],) = value(played.branch({team: sheet}), (near,))
        if both_orders:
            (others[team],) = value(played.branch(rest), (near,))
    kinds = list(Luck)
    decided = dict(zip(by, value(played.branch(sheets), by), strict=True))
    lucky = [
        value(played.branch(sheets, frozenset(kinds[:count])), (near,))[0]
        for count in range(1, len(kinds))
    ]
    return _Steps(alone, others, (decided[near], *lucky), decided[by[-1]])


def _team_week(
    team: str, near: int, before: _Position, start: _Position, steps: _Steps, after: _Position
) -> WeekBooks:
    nothing, decided = start.near[near][team], steps.lucky[0][team]
    own = decided - nothing
    if steps.alone:
        own = steps.alone[team][team] - nothing
    if steps.others:
        own = (own + decided - steps.others[team][team]) // 2
    choices = {"own": own, "rivals": decided - nothing - own}
    choices = whole(choices, steps.decided[team] - start.far[team])
    values = [gains[team] for gains in (*steps.lucky, after.near[near])]
    luck = {kind: came - was for kind, (was, came) in zip(KINDS, pairwise(values), strict=True)}
    luck = whole(luck, after.far[team] - steps.decided[team])
    if start is not before:
        luck[RESCUE] = start.far[team] - before.far[team]
    return WeekBooks(start.week, before.far[team], **choices, luck=luck, final=after.far[team])
