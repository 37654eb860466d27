"""One round of the game, as a pure function: scenario, state, sheets and chance in, outcome out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from simpasar.firm.bookkeeping import ClosedWeek, MondaySpending
from simpasar.firm.checks import accept_sheet
from simpasar.firm.household import HomeWeek
from simpasar.firm.ledger import Entry
from simpasar.firm.sheet import DecisionSheet
from simpasar.game import dealings, homes
from simpasar.game.cooperation import Cooperation
from simpasar.game.desk import Desk, open_desk
from simpasar.game.lending import Lending
from simpasar.game.report import team_week
from simpasar.game.standing import standing_of
from simpasar.game.state import GameState, TeamState
from simpasar.market.chance import Chance
from simpasar.market.goods import (
    Collected,
    Delivered,
    HandedOver,
    Hired,
    Made,
    Movement,
    Pooled,
    Sold,
    Spoiled,
)
from simpasar.market.result import StallPlan, StallWeek, WeekResult
from simpasar.market.week import ALONE, simulate_week
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """The state after the week, what happened in the market, and everybody's entries: of each
    team's business and household, and of the cooperative."""

    state: GameState
    week: WeekResult
    journal: dict[str, tuple[Entry, ...]]
    homes: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    cooperative: tuple[Entry, ...] = ()


def play_round(
    scenario: Scenario,
    state: GameState,
    sheets: Mapping[str, DecisionSheet],
    chance: Chance,
    last: bool = False,
) -> RoundOutcome:
    """Play the week that `state` stands before.

    A team without a sheet plays last week's again, doing nothing twice. In the `last` week of a
    game the cooperative shares out its surplus.

    Raises:
        SheetRefused: a sheet asks for something impossible.
        KeyError: a sheet of a team that has no seat.
    """
    for team, sheet in sheets.items():
        check_sheet(scenario, state, team, sheet)
    return live_round(scenario, state, sheets, chance, last)


def live_round(
    scenario: Scenario,
    state: GameState,
    sheets: Mapping[str, DecisionSheet],
    chance: Chance,
    last: bool = False,
) -> RoundOutcome:
    """`play_round` without the check, for sheets that were legal in another course of the game:
    what cash, membership or a debt forbids in this one is left undone."""
    return _Round(scenario, state, sheets, chance).play(last)


def check_sheet(scenario: Scenario, state: GameState, team: str, sheet: DecisionSheet) -> None:
    """Raise SheetRefused where `sheet` asks for something impossible this week."""
    mine, seat = state.teams[team], scenario.teams[team]
    standing = standing_of(scenario, state, team)
    accept_sheet(scenario, seat, sheet, mine.sheet, state.week, mine.books.spendable, standing)


class _Round:
    """The desks of one round, and the cooperative between them."""

    def __init__(
        self,
        scenario: Scenario,
        state: GameState,
        sheets: Mapping[str, DecisionSheet],
        chance: Chance,
    ) -> None:
        self.scenario, self.state, self.chance, self.week = scenario, state, chance, state.week
        self.desks: dict[str, Desk] = {}
        for team, mine in state.teams.items():
            sheet = sheets.get(team) or mine.sheet.carried()
            standing = standing_of(scenario, state, team)
            self.desks[team] = open_desk(scenario, state.week, team, mine, sheet, standing)
        together = state.cooperative
        self.cooperation = (
            None if together is None else Cooperation(scenario, together, self.desks, state.week)
        )
        savings = self.cooperation.journal if self.cooperation else None
        self.lending = Lending(scenario, state.week, savings)

    def play(self, last: bool) -> RoundOutcome:
        spent = self.monday()
        plans = {team: self.plan(desk, spent[team]) for team, desk in self.desks.items()}
        joint = self.cooperation.joint_week() if self.cooperation else ALONE
        week = simulate_week(self.scenario, plans, self.state.habit, self.chance, self.week, joint)
        for team, desk in self.desks.items():
            self.keep_books(desk, week.stalls[team])
        return self.sunday(week, last)

    # -- Monday ---------------------------------------------------------------------------

    def monday(self) -> dict[str, MondaySpending]:
        """All payments before the market opens; what was really spent on equipment, promotion."""
        desks, scenario, week = self.desks, self.scenario, self.week
        for desk in desks.values():
            self.lending.borrow_outside(desk)
            desk.keeper.pay_arrears(at=0)
        if self.cooperation:
            self.cooperation.pay_back_deposits()
        for desk in desks.values():
            self.lending.settle(desk)
            self.lending.borrow_outside(desk)  # what was settled just now may be borrowed anew
        if self.cooperation:
            self.cooperation.open_counter(self.lending)
        dealings.enter_programmes(scenario, desks, self.chance, week)
        for desk in desks.values():
            dealings.pay_grants(scenario, desk, week)
        dealings.accept_contracts(scenario, desks, self.chance, week)
        if self.cooperation:
            self.cooperation.promote()
            self.cooperation.pay_overhead()
        return {team: desk.keeper.monday(desk.sheet) for team, desk in desks.items()}

    def plan(self, desk: Desk, spent: MondaySpending) -> StallPlan:
        """What a team takes into the market week."""
        mine, scenario = self.state.teams[desk.team], self.scenario
        decisions = desk.decisions
        ours = decisions.cooperative
        if self.cooperation:
            decisions = self.cooperation.allowed(desk.team)
            ours = self.cooperation.commitments(desk.team)
        equipment = Counter(mine.books.equipment) + Counter(spent.equipment)
        plan = StallPlan(
            decisions=decisions,
            promotion=spent.promotion,
            hands=desk.seat.hands + decisions.helpers,
            equipment=dict(equipment),
            cash=desk.keeper.cash,
            lots=mine.lots,
            orders=mine.orders,
            next_lot=mine.next_lot,
            reputation=mine.reputation,
            awareness=mine.awareness,
            consignments=dealings.consignments(scenario, desk, self.week),
            collections=self.lending.collections(desk),
            pledges=ours.pledges,
            hire_hours=ours.hire_hours,
        )
        return dealings.skilled(scenario, desk, plan, self.week) if desk.programmes else plan

    # -- the market -----------------------------------------------------------------------

    def keep_books(self, desk: Desk, stall: StallWeek) -> None:
        """A team's books follow every movement of its stall, and so do the cooperative's."""
        for movement in stall.movements:
            self.enter(desk, movement)
        if self.cooperation:
            self.cooperation.book(desk.team, stall.movements)
        if desk.keeper.cash != stall.cash:
            raise AssertionError(f"till {stall.cash} and books {desk.keeper.cash} differ")

    def enter(self, desk: Desk, movement: Movement) -> None:
        """One movement in a team's books."""
        keeper = desk.keeper
        match movement:
            case Delivered(at=at, supplier=supplier, fee=fee):
                keeper.receive(at, supplier, _paid_lots(movement), fee)
            case Pooled(at=at, fee=fee, advanced=advanced):
                keeper.receive_pooled(at, _paid_lots(movement), fee, advanced)
            case Made(lot=lot):
                keeper.make(movement.at, lot.id, lot.item, lot.quantity, movement.used)
            case Sold():
                keeper.sell(movement.at, movement.product, movement.revenue, movement.taken)
            case Spoiled():
                keeper.spoil(movement.at, movement.lot, movement.item, movement.quantity)
            case Hired(at=at, item=item, fee=fee):
                keeper.pay_hire(at, item, fee)
            case HandedOver():
                dealings.handed_over(desk, movement)
            case Collected():
                self.lending.collected(desk, movement)
            case _:
                pass  # what was not made or not delivered moves no rupiah

    # -- Sunday ---------------------------------------------------------------------------

    def sunday(self, week: WeekResult, last: bool) -> RoundOutcome:
        """Penalties, wages, loans, the cooperative; last, what goes home, and the family's week."""
        for team, desk in self.desks.items():
            handed = [m for m in week.stalls[team].movements if isinstance(m, HandedOver)]
            dealings.penalties(self.scenario, desk, handed, week.news, self.week)
            desk.keeper.pay_wages(desk.decisions.helpers * self.scenario.days)
            self.lending.sunday(desk)
        together = None
        if self.cooperation:
            self.cooperation.collect_dues()
            together = self.cooperation.close(last)
        drawings = {team: desk.keeper.end_sunday(desk.sheet) for team, desk in self.desks.items()}
        lived = homes.live_at_home(self.desks, drawings)
        arisan = homes.hold_arisan(
            self.scenario, self.state.arisan, self.desks, lived, self.chance, self.week
        )
        closed = {team: desk.keeper.close() for team, desk in self.desks.items()}
        teams = {
            team: self.after(desk, week, closed[team], lived.get(team))
            for team, desk in self.desks.items()
        }
        return RoundOutcome(
            state=GameState(self.week + 1, teams, week.habit, together, arisan),
            week=week,
            journal={
                team: (*self.state.teams[team].unposted, *closed[team].entries) for team in teams
            },
            homes={
                team: tuple(desk.purse.entries)
                for team, desk in self.desks.items()
                if desk.purse is not None
            },
            cooperative=self.cooperation.entries if self.cooperation else (),
        )

    def after(
        self, desk: Desk, week: WeekResult, closed: ClosedWeek, home: HomeWeek | None
    ) -> TeamState:
        """A team's state after the week."""
        mine, stall = self.state.teams[desk.team], week.stalls[desk.team]
        overdue = sum(debt.overdue for debt in desk.debts.values())
        report = team_week(
            self.week, desk.decisions, desk.sheet.forecast, week.news, stall, closed.figures,
            home, overdue,
        )  # fmt: skip
        return TeamState(
            sheet=desk.sheet,
            books=closed.books,
            lots=stall.lots,
            orders=stall.orders,
            next_lot=stall.next_lot,
            reputation=stall.reputation,
            awareness=stall.awareness,
            history=(*mine.history, report),
            debts=tuple(desk.debts.values()),
            programmes=desk.programmes,
            contracts=tuple(desk.contracts),
            purse=None if desk.purse is None else desk.purse.balances,
        )


def _paid_lots(movement: Delivered | Pooled) -> list[tuple[int, int, int]]:
    """(lot id, base units, rupiah paid) of each lot that came."""
    pairs = zip(movement.lots, movement.paid, strict=True)
    return [(lot.id, lot.quantity, paid) for lot, paid in pairs]
