"""One team's desk during a round: everything of it that moves while the week is being lived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.firm.bookkeeping import Bookkeeper
from simpasar.firm.journal import Journal
from simpasar.firm.loans import Debt
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.standing import Standing, unmet
from simpasar.game.state import Accepted, TeamState
from simpasar.scenario.community import Requirements
from simpasar.scenario.model import Decisions, Scenario, Seat


@dataclass(slots=True)
class Desk:
    """Lives as long as one call of `play_round`, and is changed by it alone.

    `standing`: the team's before the week, which decides what doors are open to it.
    """

    team: str
    seat: Seat
    sheet: DecisionSheet
    standing: Standing
    keeper: Bookkeeper
    purse: Journal | None
    debts: dict[str, Debt]
    programmes: dict[str, int]
    contracts: list[Accepted]

    @property
    def decisions(self) -> Decisions:
        return self.sheet.decisions

    @property
    def journal(self) -> Journal:
        """The business's journal."""
        return self.keeper.journal

    def meets(self, scenario: Scenario, requires: Requirements) -> bool:
        """Whether the team shows what is asked; its sheet may be of another course of the game."""
        return not any(unmet(scenario, requires, self.standing))

    def finished(self, week: int) -> frozenset[str]:
        """The programmes that have taken effect by `week`."""
        return frozenset(name for name, first in self.programmes.items() if first <= week)


def open_desk(
    scenario: Scenario,
    week: int,
    team: str,
    state: TeamState,
    sheet: DecisionSheet,
    standing: Standing,
) -> Desk:
    """A team's desk on Monday."""
    seat = scenario.teams[team]
    return Desk(
        team=team,
        seat=seat,
        sheet=sheet,
        standing=standing,
        keeper=Bookkeeper(scenario, seat, state.books, week),
        purse=None if state.purse is None else Journal(week, state.purse),
        debts={debt.loan: debt for debt in state.debts},
        programmes=dict(state.programmes),
        contracts=list(state.contracts),
    )


Desks = Mapping[str, Desk]
