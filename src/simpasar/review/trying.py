"""What comes of a decision, tried under imagined chance: for the team, and for its cooperative.

What a team decides for itself is worth what it gains by it. What it decides in the cooperative is
worth what the members gain by it together: who pays into a purchase that helps all is not blamed
for having paid, and who rides free is not praised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.state import GameState
from simpasar.review.rollout import JUDGE_SEEDS, Branch, Gains, Sheets, Table, course, until


@dataclass(frozen=True)
class Monday:
    """Whose decision is tried, and when. `sheets`: what everybody handed in."""

    table: Table
    state: GameState
    sheets: Sheets
    team: str

    @property
    def own(self) -> DecisionSheet:
        return self.sheets[self.team]

    @property
    def pool(self) -> tuple[str, ...]:
        """The members of the cooperative, those who join this week, and the team."""
        together = self.state.cooperative
        members = tuple(together.members) if together else ()
        return tuple(
            team
            for team, sheet in self.sheets.items()
            if team in members or sheet.decisions.cooperative.member or team == self.team
        )


@dataclass(frozen=True)
class _Course:
    """A game that is played as far as it was asked for, and can be played on."""

    weeks: Iterator[Gains]
    played: list[Gains] = field(default_factory=list)

    def after(self, weeks: int) -> Gains:
        """What was gained after some weeks."""
        self.played.extend(islice(self.weeks, max(0, weeks + 1 - len(self.played))))
        return self.played[weeks]


@dataclass(frozen=True)
class Trials:
    """What the sheets of one team bring, each played once for each seed, and on where one looks
    further.

    `horizon`: weeks after which one looks, None for the end of the game. `as_it_was`: what came of
    the sheets as they were under the first of the judge's seeds, where that is known already.
    """

    monday: Monday
    horizon: int | None = None
    as_it_was: Sequence[Gains] = ()
    _courses: dict[tuple[str, int], _Course] = field(default_factory=dict)

    @property
    def runs(self) -> int:
        """Games that were played."""
        return len(self._courses)

    def shares(self, sheet: DecisionSheet, seed: int, horizon: int | None) -> Gains:
        """What a sheet brings each member of the pool: all that it brings the team, and what its
        part in the cooperative brings the others."""
        monday = self.monday
        with_it = self._gains(sheet, seed, horizon)
        found = {monday.team: with_it[monday.team]}
        apart = _apart(sheet, monday.own)
        if len(monday.pool) > 1 and apart is not sheet:
            without = self._gains(apart, seed, horizon)
            found |= {
                team: with_it[team] - without[team] for team in monday.pool if team != monday.team
            }
        return found

    def worth(self, sheet: DecisionSheet, seed: int, horizon: int | None) -> int:
        """What a sheet brings, in rupiah: see the head of this file."""
        return sum(self.shares(sheet, seed, horizon).values())

    def _gains(self, sheet: DecisionSheet, seed: int, horizon: int | None) -> Gains:
        monday, number = self.monday, seed - JUDGE_SEEDS
        own = sheet.decisions == monday.own.decisions
        if own and horizon == self.horizon and 0 <= number < len(self.as_it_was):
            return self.as_it_was[number]
        key = (sheet.decisions.model_dump_json(), seed)
        if key not in self._courses:
            branch = Branch(monday.state, {**monday.sheets, monday.team: sheet})
            self._courses[key] = _Course(course(monday.table, branch, seed))
        week = monday.state.week
        return self._courses[key].after(until(monday.table, week, horizon) - week + 1)


def _apart(sheet: DecisionSheet, own: DecisionSheet) -> DecisionSheet:
    """A sheet with the team's own part in the cooperative; itself where that is the same."""
    commitments = own.decisions.cooperative
    if sheet.decisions.cooperative == commitments:
        return sheet
    decisions = sheet.decisions.model_copy(update={"cooperative": commitments})
    return DecisionSheet(decisions=decisions)
