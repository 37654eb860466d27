"""A week walked through in money before it is lived: what a plan does to the till, day by day.

It is an estimate. The stall, its kitchen, its suppliers and its lenders are those of the game, at
the prices last seen; only the customers are not: they are taken to buy as many as are expected, all
through the opening hours, while there are goods. What chance will bring is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from heapq import heappop, heappush

from simpasar.classroom.opening import open_plan
from simpasar.firm.loans import days_due
from simpasar.game.bots.neighbours import others_pledged
from simpasar.game.view import TeamView
from simpasar.market.goods import (
    Collected,
    Delivered,
    HandedOver,
    Hired,
    Lot,
    Sold,
    Undelivered,
    Unmade,
)
from simpasar.market.kitchen import Kitchen, SharedPieces, batches_of_day, next_batch
from simpasar.market.moment import CUSTOMERS, DELIVERY, GOODS, KITCHEN
from simpasar.market.news import market_price
from simpasar.market.pool import pack_prices
from simpasar.market.result import DayNews
from simpasar.market.stall import Stall
from simpasar.market.supply import call, suppliers_of
from simpasar.money import split
from simpasar.scenario.model import Decisions
from simpasar.scenario.parts import DAY

Units = Mapping[str, int]
"""Units of each product."""


@dataclass(frozen=True, slots=True)
class CashWalk:
    """What the week is expected to do to the till, rupiah.

    `monday`: cash once Monday's payments are made; `evenings`: at the end of each market day;
    `final`: on Sunday night, all paid. `lowest` is the least on the way, on day `lowest_day` (0 is
    Monday). `bought`: ingredients, the joint purchase included; `hired`: shared equipment;
    `instalments`: of loans, as they fall due. `missing`: ingredients that cash does not suffice
    for; `unpaid`: what is still owed to anybody on Sunday, household included. `sold`: units over
    the counter; `unmade`: batches that hands, equipment or time do not suffice for, `starved`:
    those that ingredients do not.
    """

    monday: int
    evenings: tuple[int, ...]
    final: int
    lowest: int
    lowest_day: int
    bought: int
    hired: int
    instalments: int
    missing: int
    unpaid: int
    sold: int
    revenue: int
    unmade: int
    starved: int


def walk_week(view: TeamView, decisions: Decisions, wanted: Units) -> CashWalk:
    """Walk through the coming week with these decisions; customers want `wanted` units."""
    return _Walk(view, decisions, wanted).live()


class _Walk:
    """One stall's week without a market around it."""

    def __init__(self, view: TeamView, decisions: Decisions, wanted: Units) -> None:
        self.view, self.scenario, self.decisions = view, view.scenario, decisions
        self.opening = open_plan(view, decisions)
        self.news = DayNews("", (), view.prices)
        self.shared = SharedPieces(view.scenario)
        self.queue: list[tuple[int, int, int, Callable[[], None]]] = []
        self.number = 0
        self.now = 0
        self.lowest, self.lowest_day = self.opening.cash, 0
        self.stall = Stall(self.scenario, view.team, self.opening.plan, self._watch)
        self.sales = {name: _demand(self.stall, name, units) for name, units in wanted.items()}
        self.sold = dict.fromkeys(wanted, 0)
        self.advanced = 0
        self.evenings: list[int] = []

    # -- the market days ------------------------------------------------------------------

    def live(self) -> CashWalk:
        """Let every moment come, then settle on Sunday night."""
        stall = self.stall
        for lot in stall.plan.lots:
            self._ripen(lot)
        for order in stall.plan.consignments:
            if order.due <= self.scenario.days * DAY:
                self._at(order.due, DELIVERY, partial(stall.hand_over, order, order.due))
        for visit in stall.plan.collections:
            self._at(visit.at, DELIVERY, partial(stall.collect, visit, visit.at))
        names = suppliers_of(stall)
        for day in range(self.scenario.days):
            self._plan_day(day, names)
        while self.queue:
            self.now, _, _, act = heappop(self.queue)
            self._sell()
            act()
            self._mark(min(self.now // DAY, self.scenario.days - 1))
        return self._settle()

    def _plan_day(self, day: int, suppliers: list[str]) -> None:
        start, stall = day * DAY, self.stall
        for name in suppliers:
            hour = self.scenario.suppliers[name].hour
            self._at(start + hour, DELIVERY, partial(call, stall, name, day, self.news, False))
        purchase = self.scenario.cooperative and self.scenario.cooperative.purchase
        if purchase and day == purchase.delivery_day - 1 and any(stall.plan.pledges.values()):
            self._at(start + purchase.hour, DELIVERY, self._pool)
        self._at(start + stall.seat.kitchen_opens, KITCHEN, partial(self._cook, day))
        for hour in range(stall.decisions.opens + 3_600, stall.decisions.closes, 3_600):
            self._at(start + hour, CUSTOMERS, lambda: None)
        self._at(start + stall.decisions.closes, CUSTOMERS, lambda: None)
        self._at(start + DAY - 1, CUSTOMERS, lambda: self.evenings.append(self.stall.cash))

    def _cook(self, day: int) -> None:
        kitchen = Kitchen(self.stall, day, self.shared)
        self._next_batch(kitchen, batches_of_day(self.stall, day))

    def _next_batch(self, kitchen: Kitchen, waiting: list[str]) -> None:
        """Start what can start now; come back when the next can."""
        stall = self.stall
        while waiting:
            product, start = next_batch(stall, kitchen, waiting, self.now)
            if not isinstance(start, str) and start > self.now:
                self._at(start, KITCHEN, partial(self._next_batch, kitchen, waiting))
                return
            waiting.remove(product)
            if isinstance(start, str):
                stall.movements.append(Unmade(self.now, product, 1, start))
            elif (lot := stall.make(product, self.now)) is None:
                stall.movements.append(Unmade(self.now, product, 1, "ingredients"))
            else:
                kitchen.book(stall.recipes[product].product, start)
                self._at(lot.ready_at, GOODS, partial(stall.bring_out, lot))

    def _pool(self) -> None:
        """The joint purchase, if the others pledge as they did last week."""
        purchase = self.scenario.cooperative and self.scenario.cooperative.purchase
        assert purchase
        packs = {item: count for item, count in self.stall.plan.pledges.items() if count}
        others = others_pledged(self.view)
        total = dict(Counter(packs) + Counter(others))
        together = self.view.cooperative
        margin = together.margin if together else 0
        prices = pack_prices(purchase, total, self.view.prices, margin)
        mine, theirs = (sum(n * prices[i][1] for i, n in p.items()) for p in (packs, others))
        cost = mine + split(purchase.delivery_fee, [mine, theirs])[0]
        short = max(0, cost - self.stall.cash)
        if short and purchase.unpaid == "drop":
            return
        self.advanced = short
        self.stall.cash -= cost - short
        lots = []
        for item, count in packs.items():
            life = self.scenario.ingredients[item].shelf_life_days * DAY
            amount = count * purchase.goods[item].amount
            lots.append(self.stall.new_lot(item, amount, self.now, self.now + life))
            self.stall.stock(lots[-1])
        paid = split(cost, [1] * len(lots))
        self.stall.movements.append(Delivered(self.now, "", tuple(lots), paid, 0))

    def _sell(self) -> None:
        """What customers have wanted by now, as far as there are goods."""
        day, second = divmod(self.now, DAY)
        opens, closes = self.decisions.opens, self.decisions.closes
        if day >= self.scenario.days or not opens <= second <= closes:
            return
        for name, wanted in self.sales.items():
            today = wanted[day + 1] - wanted[day]
            asked = wanted[day] + today * (second - opens) // max(1, closes - opens)
            units = min(asked - self.sold[name], self.stall.shelf(name))
            if units > 0:
                self.stall.sell(name, units, self.now)
                self.sold[name] += units

    # -- what comes at its moment ---------------------------------------------------------

    def _at(self, second: int, rank: int, act: Callable[[], None]) -> None:
        if second <= self.scenario.days * DAY:
            self.number += 1
            heappush(self.queue, (max(second, self.now), rank, self.number, act))

    def _ripen(self, lot: Lot) -> None:
        if lot.ready_at > 0:
            self.stall.unready.append(lot)
            self._at(lot.ready_at, GOODS, partial(self.stall.bring_out, lot))
        else:
            self.stall.stock(lot)

    def _watch(self, lot: Lot) -> None:
        self._at(lot.expires_at, GOODS, lambda: self.stall.spoil(lot.item, self.now))

    def _mark(self, day: int) -> None:
        if self.stall.cash < self.lowest:
            self.lowest, self.lowest_day = self.stall.cash, day

    # -- Sunday ---------------------------------------------------------------------------

    def _settle(self) -> CashWalk:
        """Sunday night: penalties, wages, loans, the cooperative, the household."""
        now, scenario, stall = self.decisions, self.scenario, self.stall
        handed = [m for m in stall.movements if isinstance(m, HandedOver)]
        due = self.opening.owed + sum(
            m.short * scenario.contracts[m.contract].penalty for m in handed
        )
        due += now.helpers * scenario.days * scenario.rules.helper_wage
        collected = [m for m in stall.movements if isinstance(m, Collected)]
        instalments = sum(stall.owing.values()) + self._instalments()
        due += instalments + self.advanced
        if self.opening.member:
            due += self.view.standing.advance
            due += scenario.cooperative.compulsory if scenario.cooperative else 0
        due += now.drawings
        left = stall.cash - due
        final = max(0, left)
        if final < self.lowest:
            self.lowest, self.lowest_day = final, scenario.days - 1
        unmade = [m for m in stall.movements if isinstance(m, Unmade)]
        bought = [m for m in stall.movements if isinstance(m, Delivered)]
        sales = [m for m in stall.movements if isinstance(m, Sold)]
        return CashWalk(
            monday=self.opening.cash,
            evenings=tuple(self.evenings),
            final=final,
            lowest=self.lowest,
            lowest_day=self.lowest_day,
            bought=sum(sum(m.paid) + m.fee for m in bought),
            hired=sum(m.fee for m in stall.movements if isinstance(m, Hired)),
            instalments=instalments + sum(m.paid for m in collected),
            missing=sum(self._value(m) for m in stall.movements if isinstance(m, Undelivered)),
            unpaid=max(0, -left),
            sold=sum(m.units for m in sales),
            revenue=sum(m.revenue for m in sales) + sum(m.revenue for m in handed),
            unmade=sum(m.batches for m in unmade if m.reason != "ingredients"),
            starved=sum(m.batches for m in unmade if m.reason == "ingredients"),
        )

    def _instalments(self) -> int:
        """What falls due on Sunday night, and what is overdue."""
        total = 0
        for name, debt in self.opening.debts.items():
            offer = self.scenario.loans[name]
            if offer.every == "day":
                continue
            total += debt.overdue
            for _day in days_due(offer, debt, self.view.week):
                debt, instalment = debt.falls_due(offer)
                total += instalment.amount
        return total

    def _value(self, lost: Undelivered) -> int:
        """Rupiah of packs that cash does not suffice for."""
        if lost.reason != "cash":
            return 0
        pack = self.scenario.suppliers[lost.supplier].goods[lost.ingredient]
        return lost.packs * market_price(pack.price, self.view.prices[lost.ingredient])


def _demand(stall: Stall, product: str, units: int) -> tuple[int, ...]:
    """How many of `units` have been asked for by each midnight, from the first on: as many as are
    planned each day, of the whole."""
    plan, days = stall.decisions.batches[product], range(stall.scenario.days)
    weights = [plan.on(day) for day in days]
    total = sum(weights) or len(weights)
    weights = weights if any(weights) else [1] * len(weights)
    passed, asked = 0, [0]
    for weight in weights:
        passed += weight
        asked.append(units * passed // total)
    return tuple(asked)
