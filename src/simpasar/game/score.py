"""How well a team has done: the wealth it made, with what its household lived on."""

from __future__ import annotations

from dataclasses import dataclass

from simpasar.firm.ledger import Account
from simpasar.game.state import GameState
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Score:
    """Rupiah: `wealth` now, `gained` since the start with all drawings counted in."""

    team: str
    wealth: int
    gained: int


def ranking(scenario: Scenario, state: GameState) -> tuple[Score, ...]:
    """All teams, the most gained first; equal gains in the order of the seats.

    Gained is the profit of all weeks: wealth now, less capital at the start, plus drawings.
    """
    scores = []
    for team in scenario.teams:
        balances = state.teams[team].books.balances
        history = state.teams[team].history
        capital = -balances[Account.CAPITAL]
        wealth = history[-1].figures.wealth if history else capital
        scores.append(Score(team, wealth, wealth - capital + balances[Account.DRAWINGS]))
    return tuple(sorted(scores, key=lambda score: -score.gained))
