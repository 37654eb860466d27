"""What a team may know before it decides: the one view for people, bots and reviews alike."""

from __future__ import annotations

from dataclasses import dataclass

from simpasar.cooperative.state import CooperativeState
from simpasar.firm.bookkeeping import Books
from simpasar.firm.commitments import why_not_contract, why_not_loan, why_not_programme
from simpasar.firm.ledger import Account
from simpasar.firm.loans import schedule, true_monthly_rate
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.standing import NEWCOMER, Standing
from simpasar.game.report import TeamWeek
from simpasar.game.standing import standing_of
from simpasar.game.state import GameState
from simpasar.market.goods import Lot, Order
from simpasar.market.news import day_date
from simpasar.scenario.model import DecisionGroup, Scenario, Seat


@dataclass(frozen=True, slots=True)
class RivalView:
    """What one sees of another stall from across the street: its menu last week, and how much
    went over its counter."""

    team: str
    prices: dict[str, int]
    grades: dict[str, str]
    opens: int
    closes: int
    sold: dict[str, int]


@dataclass(frozen=True, slots=True)
class Door:
    """A programme or big order of the scenario; `why_not`: a sentence for each thing that keeps
    the team out this week, empty where it may enter."""

    id: str
    why_not: tuple[str, ...]

    @property
    def open(self) -> bool:
        return not self.why_not


@dataclass(frozen=True, slots=True)
class LoanDoor(Door):
    """A lender's offer, for the `most` rupiah the team may borrow there (0 where it may not).

    `monthly`: what it truly costs a month, in parts of 100,000, beside the scenario's `advertised`
    text; `first`: the first instalment, both for `example` rupiah.
    """

    most: int
    example: int
    monthly: int
    first: int


@dataclass(frozen=True, slots=True)
class TeamView:
    """One team's view of the game before week `week`.

    `stock`: base units of ingredients and units of products at hand. `prices`: each ingredient,
    per mille of the usual, as last seen. `announced`: the events of the coming week that the
    calendar makes certain. `unlocked`: the decisions that may be changed. `standing`: with lenders,
    programmes and the cooperative, whose books and members everybody may see. `orders`: big orders
    taken and not yet fetched. `purse`: rupiah in the household's own purse, None where the seat
    has no household. `lots`: the goods of `stock` with their age; `coming`: what suppliers are
    still to deliver.
    """

    scenario: Scenario
    team: str
    week: int
    sheet: DecisionSheet
    books: Books
    stock: dict[str, int]
    prices: dict[str, int]
    announced: tuple[str, ...]
    unlocked: frozenset[DecisionGroup]
    history: tuple[TeamWeek, ...]
    rivals: tuple[RivalView, ...]
    standing: Standing = NEWCOMER
    loans: tuple[LoanDoor, ...] = ()
    programmes: tuple[Door, ...] = ()
    contracts: tuple[Door, ...] = ()
    orders: tuple[str, ...] = ()
    cooperative: CooperativeState | None = None
    purse: int | None = None
    lots: tuple[Lot, ...] = ()
    coming: tuple[Order, ...] = ()

    @property
    def seat(self) -> Seat:
        return self.scenario.teams[self.team]

    @property
    def cash(self) -> int:
        """Rupiah to spend on Monday, once arrears are paid."""
        return self.books.spendable


def team_view(scenario: Scenario, state: GameState, team: str) -> TeamView:
    """The view of `team` on the game as it stands."""
    mine = state.teams[team]
    stock: dict[str, int] = {}
    for lot in mine.lots:
        stock[lot.item] = stock.get(lot.item, 0) + lot.quantity
    seen = mine.history[-1].news[-1].prices if mine.history else {}
    standing = standing_of(scenario, state, team)
    return TeamView(
        scenario=scenario,
        team=team,
        week=state.week,
        sheet=mine.sheet,
        books=mine.books,
        stock=stock,
        prices={name: seen.get(name, 1_000) for name in scenario.ingredients},
        announced=announced(scenario, state.week),
        unlocked=frozenset(
            group for group, first in scenario.rules.unlocked.items() if first <= state.week
        ),
        history=mine.history,
        rivals=tuple(_rival(name, state) for name in scenario.teams if name != team),
        standing=standing,
        loans=tuple(_loan(scenario, standing, name) for name in scenario.loans),
        programmes=tuple(
            Door(name, why_not_programme(scenario, name, standing, state.week))
            for name in scenario.programmes
        ),
        contracts=tuple(
            Door(name, why_not_contract(scenario, name, mine.sheet.decisions, standing, state.week))
            for name in scenario.contracts
        ),
        orders=tuple(order.contract for order in mine.contracts if order.short is None),
        cooperative=state.cooperative,
        purse=None if mine.purse is None else mine.purse[Account.CASH],
        lots=mine.lots,
        coming=mine.orders,
    )


def _loan(scenario: Scenario, standing: Standing, name: str) -> LoanDoor:
    offer = scenario.loans[name]
    most = offer.most
    if offer.times_savings:
        most = min(most, offer.times_savings * standing.savings // offer.step * offer.step)
    example = max(most, offer.least)
    why_not = why_not_loan(scenario, name, example, standing)
    return LoanDoor(
        id=name,
        why_not=why_not,
        most=0 if why_not else most,
        example=example,
        monthly=true_monthly_rate(offer, example),
        first=schedule(offer, example)[0].amount,
    )


def announced(scenario: Scenario, week: int) -> tuple[str, ...]:
    """The events that are sure to fall in `week`: paydays, holidays, feasts."""
    days = [day_date(scenario, week, day) for day in range(scenario.days)]
    return tuple(
        name
        for name, event in scenario.events.items()
        if event.when.chance == 1_000 and any(event.when.covers(day, week) for day in days)
    )


def _rival(name: str, state: GameState) -> RivalView:
    rival = state.teams[name]
    decisions = rival.sheet.decisions
    products = rival.history[-1].products if rival.history else {}
    return RivalView(
        team=name,
        prices=decisions.prices,
        grades=decisions.grades,
        opens=decisions.opens,
        closes=decisions.closes,
        sold={product: counts.sold for product, counts in products.items()},
    )
