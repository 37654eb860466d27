"""How well a team has done: the wealth it made, its household, its debts, and against par.

What the trainer gave as a rescue counts for nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simpasar.firm.ledger import Account
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.par import VERSION, par
from simpasar.game.report import TeamWeek
from simpasar.game.rounds import live_round
from simpasar.game.state import GameState, TeamState, new_game
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.scenario.model import Scenario

PAR = VERSION

WEEKS_TO_BANKRUPTCY = 2
"""Sundays in a row on which what is due cannot be paid."""
LEAST_LEFT = 10
"""The part of the working capital without which a business cannot go on: one in so many."""


@dataclass(frozen=True, slots=True)
class Score:
    """Rupiah: `wealth` now, `gained` since the start with all drawings counted in, `debt` still
    owed, and `need_short`: what the family needed and did not get. `bankrupt`: the week in which
    the business failed, None where it did not."""

    team: str
    wealth: int
    gained: int
    debt: int = 0
    need_short: int = 0
    bankrupt: int | None = None


def ranking(scenario: Scenario, state: GameState) -> tuple[Score, ...]:
    """All teams, the most gained first; equal gains in the order of the seats.

    Gained is the profit of all weeks: wealth now, less capital at the start, plus drawings.
    """
    scores = [score_of(scenario, team, state.teams[team]) for team in scenario.teams]
    return tuple(sorted(scores, key=lambda score: -score.gained))


def score_of(scenario: Scenario, team: str, state: TeamState) -> Score:
    """How well one team has done so far."""
    balances, history = state.books.balances, state.history
    capital = -balances[Account.CAPITAL]
    pieces = scenario.teams[team].equipment
    working = capital - sum(scenario.equipment[i].price * count for i, count in pieces.items())
    wealth = history[-1].figures.wealth if history else capital
    return Score(
        team=team,
        wealth=wealth,
        gained=wealth - capital + balances[Account.DRAWINGS],
        debt=history[-1].figures.debt if history else 0,
        need_short=sum(week.home.short for week in history if week.home),
        bankrupt=bankrupt(history, working),
    )


def bankrupt(history: Sequence[TeamWeek], working_capital: int) -> int | None:
    """The week in which a business failed, None where it did not.

    For two Sundays in a row it could not pay what was due (rent, wages, penalties, instalments),
    or its working capital (cash, goods and savings, less all debts) was eaten up: less than a
    tenth was left of the `working_capital` it began with.
    """
    in_a_row = 0
    for week in history:
        figures = week.figures
        in_a_row = in_a_row + 1 if figures.payables + week.overdue > 0 else 0
        left = figures.cash + figures.stock_value + figures.savings
        left -= figures.debt + figures.payables
        if in_a_row >= WEEKS_TO_BANKRUPTCY or left * LEAST_LEFT < working_capital:
            return week.week
    return None


def par_gain(
    scenario: Scenario,
    weeks: Sequence[Mapping[str, DecisionSheet]],
    chance: Chance,
    team: str,
    closing: Collection[int] | None = None,
) -> Iterator[int]:
    """What `par` would have gained in a team's seat under the same chance: after each week.

    `weeks`: the sheets handed in, by week. The others decide what they decided, as far as their
    cash and standing in that other game allow. `closing`: the numbers of the weeks that were
    lived as the game's last, where it is not the last of `weeks`.
    """
    state = new_game(scenario)
    for number, sheets in enumerate(weeks, start=1):
        last = number == len(weeks) if closing is None else number in closing
        state = par_week(scenario, state, sheets, chance, team, last)
        yield score_of(scenario, team, state.teams[team]).gained


def par_week(
    scenario: Scenario,
    state: GameState,
    sheets: Mapping[str, DecisionSheet],
    chance: Chance,
    team: str,
    last: bool,
) -> GameState:
    """The state after a week in which `par` decides for `team`, the others by their `sheets`."""
    mine = par(team_view(scenario, state, team))
    return live_round(scenario, state, {**sheets, team: mine}, chance, last).state
