"""A week in the books: every rupiah a team receives, spends, owes or loses becomes an entry.

The week's order is Monday's payments, then the market's movements as they happen, then Sunday's.
Cash never falls below 0: what cannot be paid is owed (rent, overhead, wages) or left out
(equipment, promotion, drawings).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simpasar.firm.journal import SUNDAY_NIGHT, Journal
from simpasar.firm.ledger import Account, Balances, Entry, EntryKind, change
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.statements import financial_position, profit_and_loss
from simpasar.firm.stock import Costs, LotCost, draw
from simpasar.money import split
from simpasar.scenario.model import Scenario, Seat
from simpasar.scenario.parts import added


@dataclass(frozen=True, slots=True)
class Asset:
    """Pieces of equipment bought together: `cost` in rupiah for all of them."""

    id: str
    count: int
    cost: int
    life_weeks: int
    weeks_used: int = 0

    def depreciation(self) -> int:
        """Rupiah written off in the next week of use.

        Straight line by cumulative floor, so the weeks of its life sum to the cost; 0 after them.
        """
        if self.weeks_used >= self.life_weeks:
            return 0
        written_off = self.cost * self.weeks_used // self.life_weeks
        return self.cost * (self.weeks_used + 1) // self.life_weeks - written_off

    def older(self) -> Asset:
        """This asset after one more week of use."""
        return Asset(self.id, self.count, self.cost, self.life_weeks, self.weeks_used + 1)


@dataclass(frozen=True, slots=True)
class Books:
    """All that a team's books know between two weeks."""

    balances: Balances
    costs: Costs
    assets: tuple[Asset, ...]

    @property
    def cash(self) -> int:
        return self.balances[Account.CASH]

    @property
    def payables(self) -> int:
        """Rupiah owed for rent, overhead and wages, above 0."""
        return -self.balances[Account.PAYABLES]

    @property
    def spendable(self) -> int:
        """Rupiah to spend on Monday, once arrears are paid."""
        return max(0, self.cash - self.payables)

    @property
    def equipment(self) -> dict[str, int]:
        """Pieces of each equipment owned. What is written off still works."""
        counts: dict[str, int] = {}
        for asset in self.assets:
            counts[asset.id] = counts.get(asset.id, 0) + asset.count
        return counts


@dataclass(frozen=True, slots=True)
class MondaySpending:
    """What was really bought and spent on Monday, where cash cut the sheet short."""

    equipment: dict[str, int]
    promotion: int


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """A week in rupiah: its profit and loss, and where the business stands on Sunday night.

    Expenses, `drawings` and `payables` count above 0. `drawings_short` is what the household
    wanted and did not get. `wealth` is total assets less liabilities, without the trainer's
    rescue. `savings`: all that lies in the cooperative; `debt`: loans and advances still owed.
    """

    revenue: int
    cost_of_goods_sold: int
    gross_profit: int
    spoilage: int
    wages: int
    rent: int
    overhead: int
    promotion: int
    depreciation: int
    profit: int
    drawings: int
    drawings_short: int
    cash: int
    stock_value: int
    payables: int
    wealth: int
    other_income: int = added(0)
    hire: int = added(0)
    programmes: int = added(0)
    interest: int = added(0)
    penalties: int = added(0)
    savings: int = added(0)
    debt: int = added(0)


@dataclass(frozen=True, slots=True)
class ClosedWeek:
    """The books after the week, every entry of it in order, and its figures."""

    books: Books
    entries: tuple[Entry, ...]
    figures: WeekFigures


def open_books(scenario: Scenario, seat: Seat) -> tuple[Books, tuple[Entry, ...]]:
    """The books of a seat on the first Monday, and the entries that opened them.

    Capital is cash, stock and equipment. Stock counts at the usual price of the start sheet's
    supplier, rounded down; its lots are numbered from 1 in the order of `seat.stock`. Equipment
    counts as new.

    Raises:
        ValueError: an ingredient in stock that the start sheet's supplier does not sell.
    """
    costs = {
        lot: LotCost(Account.RAW_MATERIALS, quantity, _usual_cost(scenario, seat, item, quantity))
        for lot, (item, quantity) in enumerate(seat.stock.items(), start=1)
        if quantity
    }
    assets = tuple(
        _bought(scenario, item, count) for item, count in seat.equipment.items() if count
    )
    debits = {
        Account.CASH: seat.cash,
        Account.RAW_MATERIALS: sum(held.cost for held in costs.values()),
        Account.EQUIPMENT: sum(asset.cost for asset in assets),
    }
    lines = {**debits, Account.CAPITAL: -sum(debits.values())}
    journal = Journal(1, Balances())
    journal.post(0, "open", "", lines)
    return Books(journal.balances, costs, assets), tuple(journal.entries)


class Bookkeeper:
    """Keeps one team's books through one week, from the books it starts with to `close()`.

    Every method raises ValueError where it is told of something that cannot have happened: more
    taken than a lot holds, a lot received twice, a delivery paid with cash that is not there.
    """

    def __init__(self, scenario: Scenario, seat: Seat, books: Books, week: int) -> None:
        self._scenario = scenario
        self._seat = seat
        self._journal = Journal(week, books.balances)
        self._costs = dict(books.costs)
        self._assets = list(books.assets)
        self._drawings_short = 0

    @property
    def cash(self) -> int:
        """Rupiah in hand now."""
        return self._journal.cash

    @property
    def journal(self) -> Journal:
        """The week's journal: for what has nothing to do with goods, equipment or wages."""
        return self._journal

    def monday(self, sheet: DecisionSheet) -> MondaySpending:
        """Before the market: pay arrears, then equipment, promotion, rent and overhead."""
        self.pay_arrears(at=0)
        bought = {
            item: pieces
            for item, count in sheet.decisions.buy_equipment.items()
            if (pieces := self._buy(item, count))
        }
        promotion = min(sheet.decisions.promotion, self.cash)
        self._pay(0, "promotion", Account.PROMOTION, promotion)
        self._pay(0, "rent", Account.RENT, self._seat.rent)
        self._pay(0, "overhead", Account.OVERHEAD, self._seat.overhead)
        return MondaySpending(bought, promotion)

    def receive(
        self, at: int, supplier: str, lots: Sequence[tuple[int, int, int]], fee: int
    ) -> None:
        """Goods came for cash. `lots`: (lot id, base units, rupiah paid) of each.

        The fee is part of what the goods cost (SAK EMKM: cost of purchase), shared by value.
        """
        fees = split(fee, [paid for _, _, paid in lots])
        for (lot, quantity, paid), share in zip(lots, fees, strict=True):
            self._keep(lot, LotCost(Account.RAW_MATERIALS, quantity, paid + share))
        cost = sum(paid for _, _, paid in lots) + fee
        lines = {Account.RAW_MATERIALS: cost, Account.CASH: -cost}
        self._post(at, "delivery", supplier, lines)

    def make(
        self, at: int, lot: int, product: str, units: int, used: Iterable[tuple[int, int]]
    ) -> None:
        """A batch of `units` becomes `lot`; `used`: (lot id, base units) of its ingredients."""
        lines = self._draw(used)
        cost = -sum(lines.values())
        self._keep(lot, LotCost(Account.FINISHED_GOODS, units, cost))
        lines[Account.FINISHED_GOODS] = lines.get(Account.FINISHED_GOODS, 0) + cost
        self._post(at, "batch", product, lines)

    def receive_pooled(
        self, at: int, lots: Sequence[tuple[int, int, int]], fee: int, advanced: int
    ) -> None:
        """Goods of a joint purchase came, as in `receive`; the cooperative `advanced` a part."""
        fees = split(fee, [paid for _, _, paid in lots])
        for (lot, quantity, paid), share in zip(lots, fees, strict=True):
            self._keep(lot, LotCost(Account.RAW_MATERIALS, quantity, paid + share))
        cost = sum(paid for _, _, paid in lots) + fee
        lines = {
            Account.RAW_MATERIALS: cost,
            Account.CASH: advanced - cost,
            Account.COOPERATIVE_ADVANCE: -advanced,
        }
        self._post(at, "joint_purchase", "", lines)

    def sell(
        self,
        at: int,
        product: str,
        revenue: int,
        taken: Iterable[tuple[int, int]],
        kind: EntryKind = "sale",
    ) -> None:
        """Units sold for `revenue` in cash; `taken`: (lot id, quantity) of what they were.

        The lots may be of the product or, where it is made to order, of its ingredients. `kind`:
        "contract" for a big order.
        """
        lines = self._draw(taken)
        lines[Account.COST_OF_GOODS_SOLD] = -sum(lines.values())
        self._post(at, kind, product, {Account.CASH: revenue, Account.SALES: -revenue, **lines})

    def spoil(self, at: int, lot: int, item: str, quantity: int) -> None:
        """`quantity` of a lot expired and is thrown away: its cost is a loss of the week."""
        lines = self._draw([(lot, quantity)])
        lines[Account.SPOILAGE] = -sum(lines.values())
        self._post(at, "spoilage", item, lines)

    def penalise(self, kind: EntryKind, detail: str, amount: int) -> None:
        """A penalty or a fine, paid on Sunday night as far as cash goes; the rest is owed."""
        self._pay(SUNDAY_NIGHT, kind, Account.PENALTIES, amount, detail)

    def pay_hire(self, at: int, item: str, fee: int) -> None:
        """Hours of shared equipment, paid at once."""
        self._post(at, "hire", item, {Account.HIRE: fee, Account.CASH: -fee})

    def pay_wages(self, helper_days: int) -> None:
        """After the market: wages, then arrears. `helper_days`: worked by all helpers together."""
        at = SUNDAY_NIGHT
        self._pay(at, "wages", Account.WAGES, helper_days * self._scenario.rules.helper_wage)
        self.pay_arrears(at)

    def end_sunday(self, sheet: DecisionSheet) -> int:
        """Last of all: drawings for the household, as far as cash goes, and depreciation.

        Returns what the household got.
        """
        at = SUNDAY_NIGHT
        drawings = self._journal.pay(at, "drawings", Account.DRAWINGS, sheet.decisions.drawings)
        self._drawings_short = sheet.decisions.drawings - drawings
        for asset in self._assets:
            amount = asset.depreciation()
            lines = {Account.DEPRECIATION: amount, Account.ACCUMULATED_DEPRECIATION: -amount}
            self._post(at, "depreciation", asset.id, lines)
        self._assets = [asset.older() for asset in self._assets]
        return drawings

    def close(self) -> ClosedWeek:
        """The books, the entries and the figures of the week so far."""
        start, balances = self._journal.start, self._journal.balances
        figures = _figures(change(start, balances), balances, self._drawings_short)
        books = Books(balances, dict(self._costs), tuple(self._assets))
        return ClosedWeek(books, tuple(self._journal.entries), figures)

    def pay_arrears(self, at: int) -> None:
        """Pay what is owed for rent, overhead, wages and penalties, as far as cash goes."""
        owed = -self._journal.balance(Account.PAYABLES)
        self._journal.pay(at, "arrears", Account.PAYABLES, owed)

    def _pay(
        self, at: int, kind: EntryKind, account: Account, amount: int, detail: str = ""
    ) -> None:
        """Book `amount` on `account`: paid as far as cash goes, the rest is owed."""
        paid = min(amount, self.cash)
        lines = {account: amount, Account.CASH: -paid, Account.PAYABLES: paid - amount}
        self._post(at, kind, detail, lines)

    def _buy(self, item: str, count: int) -> int:
        """Buy equipment as far as cash goes: the pieces bought."""
        count = min(count, self.cash // self._scenario.equipment[item].price)
        if count:
            asset = _bought(self._scenario, item, count)
            self._assets.append(asset)
            lines = {Account.EQUIPMENT: asset.cost, Account.CASH: -asset.cost}
            self._post(0, "equipment", item, lines)
        return count

    def _keep(self, lot: int, cost: LotCost) -> None:
        if lot in self._costs or cost.quantity < 1:
            raise ValueError(f"Lot {lot} of {cost.quantity} cannot come in: used number or empty.")
        self._costs[lot] = cost

    def _draw(self, taken: Iterable[tuple[int, int]]) -> dict[Account, int]:
        """Take goods out of their lots: credit lines by stock account."""
        lines: dict[Account, int] = {}
        for lot, quantity in taken:
            account, cost = draw(self._costs, lot, quantity)
            lines[account] = lines.get(account, 0) - cost
        return lines

    def _post(self, at: int, kind: EntryKind, detail: str, lines: Mapping[Account, int]) -> None:
        self._journal.post(at, kind, detail, lines)


def _figures(period: Balances, end: Balances, drawings_short: int) -> WeekFigures:
    result = profit_and_loss(period)
    return WeekFigures(
        revenue=result.revenue,
        cost_of_goods_sold=result.cost_of_goods_sold,
        gross_profit=result.gross_profit,
        spoilage=period[Account.SPOILAGE],
        wages=period[Account.WAGES],
        rent=period[Account.RENT],
        overhead=period[Account.OVERHEAD],
        promotion=period[Account.PROMOTION],
        depreciation=period[Account.DEPRECIATION],
        profit=result.profit,
        drawings=period[Account.DRAWINGS],
        drawings_short=drawings_short,
        cash=end[Account.CASH],
        stock_value=end[Account.RAW_MATERIALS] + end[Account.FINISHED_GOODS],
        payables=-end[Account.PAYABLES],
        wealth=financial_position(end).total_equity + end[Account.RESCUE],
        other_income=sum(amount for _, amount in result.other_income),
        hire=period[Account.HIRE],
        programmes=period[Account.PROGRAMMES],
        interest=period[Account.INTEREST],
        penalties=period[Account.PENALTIES],
        savings=end[Account.MEMBER_SAVINGS] + end[Account.MEMBER_DEPOSITS],
        debt=-end[Account.LOANS] - end[Account.COOPERATIVE_ADVANCE],
    )


def _bought(scenario: Scenario, item: str, count: int) -> Asset:
    kind = scenario.equipment[item]
    return Asset(item, count, count * kind.price, kind.life_weeks)


def _usual_cost(scenario: Scenario, seat: Seat, ingredient: str, quantity: int) -> int:
    supplier = seat.start.suppliers.get(ingredient)
    if supplier is None or ingredient not in scenario.suppliers[supplier].goods:
        raise ValueError(
            f"The opening stock holds {ingredient!r}, which no supplier on the start sheet sells:"
            " name one there, so that the stock has a price."
        )
    pack = scenario.suppliers[supplier].goods[ingredient]
    return pack.price * quantity // pack.amount
