"""One stall through one week: its counter, its shelf and its goods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from simpasar.market.goods import (
    Collected,
    HandedOver,
    Hired,
    Lot,
    Made,
    Movement,
    Order,
    Sold,
    Spoiled,
)
from simpasar.market.result import Collection, Consignment, StallPlan
from simpasar.market.store import Store
from simpasar.scenario.model import Product, Scenario, Seat
from simpasar.scenario.parts import DAY


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a batch of `product` at the chosen grade takes of each ingredient, in base units."""

    product: Product
    needs: tuple[tuple[str, int], ...]

    def for_units(self, units: int) -> tuple[tuple[str, int], ...]:
        """Ingredients for `units` made to order, each rounded up to a whole base unit."""
        batch = self.product.batch
        return tuple((name, -(-need * units // batch)) for name, need in self.needs)

    def units_from(self, store: Store) -> int:
        """How many units the ingredients at hand suffice for."""
        batch = self.product.batch
        return min(store.quantity(name) * batch // need for name, need in self.needs)


def recipe_of(scenario: Scenario, product_id: str, grade: str, thrift: int = 1_000) -> Recipe:
    """The recipe at a grade: each ingredient scaled per mille, rounded up, never to nothing.

    `thrift`: per mille of it that a skilled hand takes.
    """
    product = scenario.products[product_id]
    factor = max(1, product.grades[grade].recipe * thrift // 1_000)
    needs = tuple((name, -(-need * factor // 1_000)) for name, need in product.recipe.items())
    return Recipe(product, needs)


def set_aside(store: Store, orders: Iterable[Consignment], product: str) -> int:
    """Units of `product` in a store that big orders will take, still good when they are due."""
    kept = 0
    for order in sorted(orders, key=lambda order: -order.due):
        if order.product == product:
            kept += min(order.units, store.lasting(product, order.due) - kept)
    return kept


class Stall:
    """The goods, cash and movements of one stall. Changed only by what happens in the week."""

    def __init__(
        self, scenario: Scenario, team: str, plan: StallPlan, watch: Callable[[Lot], None]
    ) -> None:
        """`watch` is told of every lot that comes in, so that its expiry can be awaited."""
        self.scenario = scenario
        self.watch = watch
        self.team = team
        self.seat: Seat = scenario.teams[team]
        self.plan = plan
        self.decisions = plan.decisions
        self.cash = plan.cash
        self.next_lot = plan.next_lot
        self.orders: list[Order] = list(plan.orders)
        self.store = Store()
        self.unready: list[Lot] = []
        self.movements: list[Movement] = []
        self.consigned: list[Consignment] = list(plan.consignments)
        self.owing: dict[str, int] = {}
        self.hours_left = dict(plan.hire_hours)
        self.made: dict[tuple[int, str], int] = {}
        self.wasted: dict[tuple[int, str], int] = {}
        self.recipes = {
            product: recipe_of(
                scenario, product, self.decisions.grades[product], plan.thrift.get(product, 1_000)
            )
            for product in self.seat.products
        }

    @cached_property
    def servers(self) -> int:
        """Hands at the counter while the stall is open; the others stay in the kitchen."""
        return min(self.plan.hands, self.seat.counter)

    def new_lot(self, item: str, quantity: int, ready_at: int, expires_at: int) -> Lot:
        """A lot with the next free number of this stall."""
        lot = Lot(self.next_lot, item, quantity, ready_at, expires_at)
        self.next_lot += 1
        return lot

    def stock(self, lot: Lot) -> None:
        """A lot comes in, ready for use."""
        self.store.put(lot)
        self.watch(lot)

    def shelf(self, product: str) -> int:
        """Units that could be sold now."""
        recipe = self.recipes[product]
        if recipe.product.made == "to_order":
            return recipe.units_from(self.store)
        at_hand = self.store.quantity(product)
        return at_hand - self.kept(product) if self.consigned else at_hand

    def kept(self, product: str) -> int:
        """Units set aside for big orders: those that will still be good when they are due."""
        return set_aside(self.store, self.consigned, product)

    def on_menu(self, product: str, day: int) -> bool:
        """Whether customers find `product` on offer on `day`: planned, or something left of it."""
        planned = self.decisions.batches[product].on(day) > 0
        coming = any(lot.item == product and lot.ready_at < (day + 1) * DAY for lot in self.unready)
        left = self.recipes[product].product.made == "batch" and self.shelf(product) > 0
        return planned or coming or left

    def planned_use(self, ingredient: str, day: int) -> int:
        """Base units of `ingredient` that the plan for `day` takes."""
        if day % 7 >= self.scenario.days:
            return 0
        return sum(
            self.decisions.batches[product].on(day) * need
            for product, recipe in self.recipes.items()
            for name, need in recipe.needs
            if name == ingredient
        )

    # -- what happens ---------------------------------------------------------------------

    def make(self, product: str, now: int) -> Lot | None:
        """Start one batch: take its ingredients. None where they do not suffice."""
        recipe = self.recipes[product]
        if any(self.store.quantity(name) < need for name, need in recipe.needs):
            return None
        used = tuple(part for name, need in recipe.needs for part in self.store.take(name, need))
        made = recipe.product
        ready_at = now + (made.work_minutes + made.rest_minutes) * 60
        lot = self.new_lot(product, made.batch, ready_at, ready_at + made.shelf_life_hours * 3_600)
        self.movements.append(Made(now, lot, used))
        self.unready.append(lot)
        return lot

    def bring_out(self, lot: Lot) -> None:
        """A batch is ready: onto the shelf."""
        self.unready.remove(lot)
        self.stock(lot)
        key = self._market_day(lot.ready_at), lot.item
        self.made[key] = self.made.get(key, 0) + lot.quantity

    def sell(self, product: str, units: int, now: int) -> None:
        """Book what the counter sold of `product` up to `now`."""
        recipe = self.recipes[product]
        if recipe.product.made == "to_order":
            needs = recipe.for_units(units)
            taken = tuple(part for name, need in needs for part in self.store.take(name, need))
            key = self._market_day(now), product
            self.made[key] = self.made.get(key, 0) + units
        else:
            taken = self.store.take(product, units)
        revenue = units * self.decisions.prices[product]
        self.cash += revenue
        self.movements.append(Sold(now, product, units, revenue, taken))

    def hand_over(self, order: Consignment, now: int) -> None:
        """A big order is fetched and paid, as far as there are goods."""
        self.consigned.remove(order)
        units = min(order.units, self.store.quantity(order.product))
        revenue = units * order.price
        self.cash += revenue
        taken = self.store.take(order.product, units)
        short = order.units - units
        self.movements.append(
            HandedOver(now, order.contract, order.product, units, short, revenue, taken)
        )

    def collect(self, visit: Collection, now: int) -> None:
        """A lender takes what is due, and what was short on earlier days, as far as cash goes."""
        due = self.owing.get(visit.loan, 0) + visit.amount
        paid = min(due, self.cash)
        self.cash -= paid
        self.owing[visit.loan] = due - paid
        self.movements.append(Collected(now, visit.loan, due, paid))

    def hire(self, item: str, hours: int, fee: int, now: int) -> None:
        """Pay for hours of a shared piece of equipment."""
        self.cash -= fee
        self.hours_left[item] -= hours
        self.movements.append(Hired(now, item, hours, fee))

    def spoil(self, item: str, now: int) -> None:
        """Throw away what has expired of `item`."""
        for lot in self.store.discard_expired(item, now):
            self.movements.append(Spoiled(now, lot.id, item, lot.quantity))
            key = self._market_day(now), item
            self.wasted[key] = self.wasted.get(key, 0) + lot.quantity

    def _market_day(self, now: int) -> int:
        """The day `now` counts for: what happens after the last market day counts for that."""
        return min(now // DAY, self.scenario.days - 1)

    def lots_left(self, elapsed: int) -> tuple[Lot, ...]:
        """All lots, dated from the Monday `elapsed` seconds later."""
        lots = [*self.store.lots(), *self.unready]
        return tuple(
            Lot(lot.id, lot.item, lot.quantity, lot.ready_at - elapsed, lot.expires_at - elapsed)
            for lot in sorted(lots, key=lambda lot: lot.id)
        )
