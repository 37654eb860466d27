"""A neighbourhood's season for tests of the rules: week by week, each team with its changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from neighbourhood import neighbourhood
from simpasar.firm.ledger import Account, Balances, Entry
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.rounds import RoundOutcome, live_round, play_round
from simpasar.game.state import GameState, TeamState, new_game
from simpasar.market.chance import Chance
from simpasar.scenario.model import DayPlan, Scenario

IDLE = {name: DayPlan(weekday=0, weekend=0) for name in ("apem", "uduk")}
"""A plan of nothing: the stall stays empty, and no rupiah moves but for dues."""


class Season:
    """Plays weeks; `outcome` is the last. Teams keep what they decided before."""

    def __init__(self, scenario: Scenario | None = None, seed: int = 7) -> None:
        self.scenario = scenario or neighbourhood()
        self.chance = Chance(seed)
        self.state: GameState = new_game(self.scenario)
        self.outcome: RoundOutcome

    def sheet(self, team: str, **changes: Any) -> DecisionSheet:
        """The team's standing sheet with changes; `cooperative` may name some commitments only."""
        decisions = self.state.teams[team].sheet.carried().decisions
        if "cooperative" in changes:
            ours = decisions.cooperative.model_copy(
                update={"member": True, **changes["cooperative"]}
            )
            changes = {**changes, "cooperative": ours}
        return DecisionSheet(decisions=decisions.model_copy(update=changes))

    def play(self, last: bool = False, **changes: dict[str, Any]) -> Season:
        """One week in which these teams hand in a sheet."""
        return self._play(play_round, last, changes)

    def live(self, last: bool = False, **changes: dict[str, Any]) -> Season:
        """One week without the check of the sheets, as in another course of the game."""
        return self._play(live_round, last, changes)

    def _play(self, how: Any, last: bool, changes: dict[str, dict[str, Any]]) -> Season:
        sheets = {team: self.sheet(team, **decided) for team, decided in changes.items()}
        self.outcome = how(self.scenario, self.state, sheets, self.chance, last)
        self.state = self.outcome.state
        return self

    def team(self, name: str = "melati") -> TeamState:
        return self.state.teams[name]

    def entries(self, kind: str, team: str = "melati") -> list[Entry]:
        """A team's entries of one kind in the last week."""
        return [entry for entry in self.outcome.journal[team] if entry.kind == kind]

    def moved(self, kind: str, team: str = "melati", account: Account = Account.CASH) -> int:
        """What entries of one kind put on an account in the last week."""
        return sum(entry.amount(account) for entry in self.entries(kind, team))

    def give(self, team: str, cash: int) -> None:
        """Put a till at this much cash, whatever it held."""
        mine = self.state.teams[team]
        moved = cash - mine.books.cash
        balances = dict(mine.books.balances)
        balances[Account.CASH] = cash
        balances[Account.CAPITAL] = balances.get(Account.CAPITAL, 0) - moved
        books = replace(mine.books, balances=Balances(balances))
        self._replace(team, replace(mine, books=books))

    def _replace(self, team: str, mine: TeamState) -> None:
        self.state = replace(self.state, teams={**self.state.teams, team: mine})


def quiet(cash: int = 1_000_000, teams: Iterable[str] = (), **changes: Any) -> Scenario:
    """The neighbourhood where nobody bakes, nothing is due every week, and families need nothing:
    only what a test does moves money. `teams`: those who bake after all."""
    scenario = neighbourhood(**changes)
    seats = {}
    for name, seat in scenario.teams.items():
        start = seat.start.model_copy(
            update={"drawings": 0} if name in teams else {"batches": IDLE, "drawings": 0}
        )
        household = None
        if seat.household is not None:
            household = seat.household.model_copy(update={"weekly_need": 0})
        seats[name] = seat.model_copy(
            update={
                "cash": cash, "rent": 0, "overhead": 0, "start": start, "household": household,
            }
        )  # fmt: skip
    return scenario.model_copy(update={"teams": seats})
