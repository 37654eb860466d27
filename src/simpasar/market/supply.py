"""How ingredients come to a stall: what is ordered, what is delivered, what is paid."""

from __future__ import annotations

from simpasar.market.goods import Delivered, Order, Undelivered, UndeliveredReason
from simpasar.market.news import market_price
from simpasar.market.result import DayNews
from simpasar.market.stall import Stall
from simpasar.scenario.model import Supplier
from simpasar.scenario.parts import DAY, WEEK


def suppliers_of(stall: Stall) -> list[str]:
    """The suppliers a stall buys from, or waits for, this week: in scenario order."""
    wanted = set(stall.decisions.suppliers.values()) | {order.supplier for order in stall.orders}
    return [name for name in stall.scenario.suppliers if name in wanted]


def call(stall: Stall, name: str, day: int, news: DayNews, shut: bool) -> None:
    """A supplier's hour on `day`: what is due is delivered, then the next order is placed.

    A supplier without lead days is a market the stall shops at: it orders and carries home at
    once. On a day the stall is shut (a flood) what was due is not delivered and not paid.
    """
    supplier = stall.scenario.suppliers[name]
    now = day * DAY + supplier.hour
    due = [order for order in stall.orders if order.supplier == name and order.day <= day]
    for order in due:
        stall.orders.remove(order)
        _deliver(stall, name, order, news, now, shut)
    if shut and not supplier.lead_days:
        return
    order_day = _market_day(stall, day + supplier.lead_days)
    wanted = _wanted(stall, name, supplier, day, order_day)
    if not wanted:
        return
    order = Order(name, order_day, tuple(wanted.items()))
    usual = sum(supplier.goods[item].price * packs for item, packs in wanted.items())
    if usual < supplier.minimum:
        _report(stall, order, now, "minimum")
    elif supplier.lead_days:
        stall.orders.append(order)
    else:
        _deliver(stall, name, order, news, now, shut)


def _market_day(stall: Stall, day: int) -> int:
    """`day`, or the next Monday where it falls on no market day."""
    return day if day % 7 < stall.scenario.days else (day // 7 + 1) * 7


def _wanted(
    stall: Stall, name: str, supplier: Supplier, day: int, order_day: int
) -> dict[str, int]:
    """Packs that bring each ingredient up to the plan until the next delivery, plus safety stock.

    A delivery before the kitchen opens serves the same day's plan, a later one the next day's.
    """
    later = supplier.hour > stall.seat.kitchen_opens
    first, last = day + later, order_day + later
    wanted = {}
    for item, chosen in stall.decisions.suppliers.items():
        if chosen != name or item not in supplier.goods:
            continue
        use = sum(stall.planned_use(item, d) for d in range(first, last + 1))
        coming = sum(
            packs * supplier.goods[item].amount
            for order in stall.orders
            if order.supplier == name
            for ordered, packs in order.packs
            if ordered == item
        )
        short = use + stall.decisions.safety.get(item, 0) - stall.store.quantity(item) - coming
        if short > 0 and use + stall.decisions.safety.get(item, 0) > 0:
            wanted[item] = -(-short // supplier.goods[item].amount)
    return wanted


def _deliver(stall: Stall, name: str, order: Order, news: DayNews, now: int, shut: bool) -> None:
    """Hand over and pay what the till can pay, line by line; the rest goes back."""
    if shut:
        _report(stall, order, now, "closed")
        return
    supplier = stall.scenario.suppliers[name]
    lots, paid = [], []
    left = stall.cash - supplier.delivery_fee
    for item, packs in order.packs:
        pack = supplier.goods[item]
        price = market_price(pack.price, news.prices[item])
        afforded = max(0, min(packs, left // price))
        if afforded < packs:
            stall.movements.append(Undelivered(now, name, item, packs - afforded, "cash"))
        if afforded:
            life = stall.scenario.ingredients[item].shelf_life_days * DAY
            lots.append(stall.new_lot(item, afforded * pack.amount, now, now + life))
            paid.append(afforded * price)
            left -= afforded * price
    if lots:
        stall.cash = left
        stall.movements.append(
            Delivered(now, name, tuple(lots), tuple(paid), supplier.delivery_fee)
        )
        for lot in lots:
            stall.stock(lot)


def _report(stall: Stall, order: Order, now: int, reason: UndeliveredReason) -> None:
    for item, packs in order.packs:
        stall.movements.append(Undelivered(now, order.supplier, item, packs, reason))


def orders_left(stall: Stall) -> tuple[Order, ...]:
    """Orders still on their way, dated from the next Monday."""
    return tuple(Order(o.supplier, o.day - WEEK // DAY, o.packs) for o in stall.orders)
