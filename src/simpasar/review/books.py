"""The books of a team: start, own decisions, rivals, luck and final, closing to the rupiah.

One value for everything: the value of a state to a team is what it gains on average when everybody
plays par from there. A week takes that value from its Monday to the next in steps: the team's own
sheet instead of par's, the rivals' instead of par's (the mean of both orders, the Shapley value of
two; in a quick review the first order alone), and then the week's luck, kind by kind in the order
in which it comes about. What is left out of one step is in the next, so the steps add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from simpasar.game.state import GameState
from simpasar.review.chances import Luck
from simpasar.review.rollout import Branch, Gains, Sheets, Table, gains

Valued = Callable[[Branch], Gains]
"""What each team gains on average in a branch, in whole rupiah."""

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
    """A week that was lived: the state it began with, what everybody played, how it ended.
    `base`: see `rollout.base_of`."""

    monday: GameState
    sheets: Sheets
    sunday: GameState
    base: int = 0

    def branch(self, sheets: Sheets, luck: frozenset[Luck] = frozenset()) -> Branch:
        """This week with other sheets, or with some of its luck as it came."""
        return Branch(self.monday, sheets, luck, self.base)


def branches(
    table: Table, weeks: Sequence[PlayedWeek], both_orders: bool = True
) -> Iterator[Branch]:
    """Every branch that `books` will ask the value of."""
    asked: list[Branch] = []

    def ask(branch: Branch) -> Gains:
        asked.append(branch)
        return dict.fromkeys(table.scenario.teams, 0)

    books(table, weeks, ask, both_orders)
    return iter(asked)


def books(
    table: Table, weeks: Sequence[PlayedWeek], value: Valued, both_orders: bool = True
) -> dict[str, TeamBooks]:
    """The books of every team. `both_orders`: the team's sheet before the rivals', and after."""
    found: dict[str, list[WeekBooks]] = {team: [] for team in table.scenario.teams}
    before = worth(table, weeks[0].monday, weeks[0].base, value)
    ended = weeks[0].monday
    for played, following in zip_longest(weeks, weeks[1:]):
        start = before
        if played.monday is not ended:
            start = worth(table, played.monday, played.base, value)
        steps = _week(played, value, both_orders)
        after = worth(table, played.sunday, (following or played).base, value)
        for team, rows in found.items():
            rows.append(_team_week(team, played, before, start, steps, after))
        before, ended = after, played.sunday
    return {team: TeamBooks(tuple(rows)) for team, rows in found.items()}


def worth(table: Table, state: GameState, base: int, value: Valued) -> Gains:
    """What a state is worth to everybody; at the end, what was gained."""
    if state.week > table.weeks:
        return gains(table.scenario, state)
    return value(Branch(state, {}, base=base))


@dataclass(frozen=True, slots=True)
class _Steps:
    """Values on the way through a week. `alone`: with only this team's sheet; `others`: with all
    but this team's; `lucky`: with all sheets and ever more of the luck, from none on."""

    alone: dict[str, Gains]
    others: dict[str, Gains]
    lucky: tuple[Gains, ...]


def _week(played: PlayedWeek, value: Valued, both_orders: bool) -> _Steps:
    sheets = played.sheets
    several = len(sheets) > 1
    alone, others = {}, {}
    for team, sheet in sheets.items() if several else ():
        rest = {name: other for name, other in sheets.items() if name != team}
        alone[team] = value(played.branch({team: sheet}))
        if both_orders:
            others[team] = value(played.branch(rest))
    kinds = list(Luck)
    lucky = tuple(
        value(played.branch(sheets, frozenset(kinds[:count]))) for count in range(len(kinds))
    )
    return _Steps(alone, others, lucky)


def _team_week(
    team: str, played: PlayedWeek, before: Gains, start: Gains, steps: _Steps, after: Gains
) -> WeekBooks:
    decided = steps.lucky[0][team]
    own = decided - start[team]
    if steps.alone:
        own = steps.alone[team][team] - start[team]
    if steps.others:
        own = (own + decided - steps.others[team][team]) // 2
    values = [gains[team] for gains in (*steps.lucky, after)]
    luck = {kind: came - was for kind, (was, came) in zip(KINDS, pairwise(values), strict=True)}
    if start is not before:
        luck[RESCUE] = start[team] - before[team]
    return WeekBooks(
        week=played.monday.week,
        start=before[team],
        own=own,
        rivals=decided - start[team] - own,
        luck=luck,
        final=after[team],
    )
