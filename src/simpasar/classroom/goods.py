"""What lay on a stall's shelves at every second of a week, told from what the week recorded.

The shelf is filled and emptied anew in the engine's own store, so that it holds what the counter
held: first expired first out, and what is set aside for big orders is not for sale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

from simpasar.classroom.tally import Tally
from simpasar.market.goods import HandedOver, Lot, Made, Movement, Spoiled
from simpasar.market.result import Consignment
from simpasar.market.stall import set_aside
from simpasar.market.store import Store
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY, WEEK

Sales: TypeAlias = Mapping[str, Sequence[tuple[int, int]]]
"""Of each product: (second of the week, units), one for each customer."""


@dataclass(frozen=True, slots=True)
class Goods:
    """One product of one stall through a week, in units, at seconds since Monday 00:00.

    `shelf`: what could be sold; nothing for a product made to order. `made` and `wasted`: so far.
    """

    shelf: Tally
    made: Tally
    wasted: Tally


@dataclass
class _Shelf:
    """One product's store while the week is told again, and what has been noted of it."""

    product: str
    orders: list[Consignment]
    store: Store = field(default_factory=Store)
    levels: list[tuple[int, int]] = field(default_factory=list)
    made: list[tuple[int, int]] = field(default_factory=list)
    wasted: list[tuple[int, int]] = field(default_factory=list)

    def note(self, second: int) -> None:
        kept = set_aside(self.store, self.orders, self.product) if self.orders else 0
        self.levels.append((second, self.store.quantity(self.product) - kept))

    def ready(self, lot: Lot, second: int) -> None:
        self.store.put(lot)
        self.made.append((second, lot.quantity))

    def spoil(self, spoiled: Spoiled, second: int) -> None:
        self.store.discard_expired(self.product, spoiled.at)
        self.wasted.append((second, spoiled.quantity))

    def sell(self, units: int) -> None:
        self.store.take(self.product, units)

    def hand_over(self, order: HandedOver) -> None:
        self.orders = [kept for kept in self.orders if kept.contract != order.contract]
        self.store.take(self.product, order.units)


GOODS, FETCHED, SOLD = range(3)
"""What comes first in one second, as in the market."""


def goods_of_week(
    scenario: Scenario,
    team: str,
    lots: Iterable[Lot],
    movements: Sequence[Movement],
    sales: Sales,
) -> dict[str, Goods]:
    """Every product of a team. `lots`: what the team had on Monday, dated from that Monday.

    What happens after the last market day counts for its end, as in the week's own counts.
    """
    end = scenario.days * DAY
    found = {}
    for product in scenario.teams[team].products:
        if scenario.products[product].made == "to_order":
            made = Tally.of(sales.get(product, ()))
            found[product] = Goods(Tally((), ()), made, Tally((), ()))
            continue
        shelf = _Shelf(product, _orders(movements, product))
        _told_again(shelf, lots, movements, sales.get(product, ()), end)
        found[product] = Goods(
            Tally.seen(shelf.levels), Tally.of(shelf.made), Tally.of(shelf.wasted)
        )
    return found


def _orders(movements: Iterable[Movement], product: str) -> list[Consignment]:
    """The big orders of the week: their goods are set aside until they are fetched."""
    return [
        Consignment(m.contract, m.product, m.units + m.short, 0, m.at)
        for m in movements
        if isinstance(m, HandedOver) and m.product == product
    ]


def _told_again(
    shelf: _Shelf,
    lots: Iterable[Lot],
    movements: Iterable[Movement],
    sales: Iterable[tuple[int, int]],
    end: int,
) -> None:
    """Let all that concerns one product happen once more, in the market's order."""
    product = shelf.product
    happened: list[tuple[int, int, int, Callable[[], None]]] = [
        (at, SOLD, number, partial(shelf.sell, units)) for number, (at, units) in enumerate(sales)
    ]
    ripening = []
    for lot in lots:
        if lot.item == product and lot.ready_at <= 0:
            shelf.store.put(lot)
        elif lot.item == product:
            ripening.append(lot)
    for number, movement in enumerate(movements):
        match movement:
            case Made(lot=lot) if lot.item == product:
                ripening.append(lot)
            case Spoiled(item=item, at=at) if item == product:
                spoil = partial(shelf.spoil, movement, min(at, end))
                happened.append((at, GOODS, number, spoil))
            case HandedOver(product=item, at=at) if item == product:
                happened.append((at, FETCHED, number, partial(shelf.hand_over, movement)))
    for lot in ripening:
        if lot.ready_at <= WEEK:
            ready = partial(shelf.ready, lot, min(lot.ready_at, end))
            happened.append((lot.ready_at, GOODS, -1, ready))
    shelf.note(-1)
    for at, _order, _number, act in sorted(happened, key=lambda moment: moment[:3]):
        act()
        shelf.note(min(at, end))
