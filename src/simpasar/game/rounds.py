"""One round of the game, as a pure function: scenario, state, sheets and chance in, outcome out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simpasar.firm.bookkeeping import Bookkeeper, MondaySpending
from simpasar.firm.checks import accept_sheet
from simpasar.firm.ledger import Entry
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.report import team_week
from simpasar.game.state import GameState, TeamState
from simpasar.market.chance import Chance
from simpasar.market.goods import Delivered, Made, Movement, Sold, Spoiled
from simpasar.market.result import StallPlan, StallWeek, WeekResult
from simpasar.market.week import simulate_week
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """The state after the week, what happened in the market, and every team's entries."""

    state: GameState
    week: WeekResult
    journal: dict[str, tuple[Entry, ...]]


def play_round(
    scenario: Scenario,
    state: GameState,
    sheets: Mapping[str, DecisionSheet],
    chance: Chance,
) -> RoundOutcome:
    """Play the week that `state` stands before.

    A team without a sheet plays last week's again, buying no equipment twice.

    Raises:
        SheetRefused: a sheet asks for something impossible.
        KeyError: a sheet of a team that has no seat.
    """
    for team, sheet in sheets.items():
        check_sheet(scenario, state, team, sheet)
    played = {team: sheets.get(team) or state.teams[team].sheet.carried() for team in state.teams}
    keepers, plans = {}, {}
    for team, mine in state.teams.items():
        keeper = Bookkeeper(scenario, scenario.teams[team], mine.books, state.week)
        spent = keeper.monday(played[team])
        keepers[team] = keeper
        plans[team] = _plan(scenario, team, mine, played[team], spent, keeper.cash)
    week = simulate_week(scenario, plans, state.habit, chance, state.week)
    teams, journal = {}, {}
    for team, mine in state.teams.items():
        stall = week.stalls[team]
        teams[team], journal[team] = _after(
            scenario, state.week, mine, played[team], keepers[team], stall, week
        )
    return RoundOutcome(GameState(state.week + 1, teams, week.habit), week, journal)


def check_sheet(scenario: Scenario, state: GameState, team: str, sheet: DecisionSheet) -> None:
    """Raise SheetRefused where `sheet` asks for something impossible this week."""
    mine, seat = state.teams[team], scenario.teams[team]
    accept_sheet(scenario, seat, sheet, mine.sheet, state.week, mine.books.spendable)


def _plan(
    scenario: Scenario,
    team: str,
    mine: TeamState,
    sheet: DecisionSheet,
    spent: MondaySpending,
    cash: int,
) -> StallPlan:
    equipment = Counter(mine.books.equipment) + Counter(spent.equipment)
    return StallPlan(
        decisions=sheet.decisions,
        promotion=spent.promotion,
        hands=scenario.teams[team].hands + sheet.decisions.helpers,
        equipment=dict(equipment),
        cash=cash,
        lots=mine.lots,
        orders=mine.orders,
        next_lot=mine.next_lot,
        reputation=mine.reputation,
        awareness=mine.awareness,
    )


def _after(
    scenario: Scenario,
    week: int,
    mine: TeamState,
    sheet: DecisionSheet,
    keeper: Bookkeeper,
    stall: StallWeek,
    result: WeekResult,
) -> tuple[TeamState, tuple[Entry, ...]]:
    """A team's state after the week: its books follow every movement of its stall."""
    _keep_books(keeper, stall.movements)
    if keeper.cash != stall.cash:
        raise AssertionError(f"till {stall.cash} and books {keeper.cash} differ")
    keeper.pay_wages(helper_days=sheet.decisions.helpers * scenario.days)
    keeper.end_sunday(sheet)
    closed = keeper.close()
    report = team_week(week, sheet.decisions, sheet.forecast, result.news, stall, closed.figures)
    state = TeamState(
        sheet=sheet,
        books=closed.books,
        lots=stall.lots,
        orders=stall.orders,
        next_lot=stall.next_lot,
        reputation=stall.reputation,
        awareness=stall.awareness,
        history=(*mine.history, report),
    )
    return state, closed.entries


def _keep_books(keeper: Bookkeeper, movements: Iterable[Movement]) -> None:
    for movement in movements:
        match movement:
            case Delivered():
                lots = [
                    (lot.id, lot.quantity, paid)
                    for lot, paid in zip(movement.lots, movement.paid, strict=True)
                ]
                keeper.receive(movement.at, movement.supplier, lots, movement.fee)
            case Made(lot=lot):
                keeper.make(movement.at, lot.id, lot.item, lot.quantity, movement.used)
            case Sold():
                keeper.sell(movement.at, movement.product, movement.revenue, movement.taken)
            case Spoiled():
                keeper.spoil(movement.at, movement.lot, movement.item, movement.quantity)
            case _:
                pass  # what was not made or not delivered moves no rupiah
