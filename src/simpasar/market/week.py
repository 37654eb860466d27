"""The market week: a SimPy environment in which stalls, suppliers and residents meet.

Time is whole seconds since Monday 00:00. In one second, goods become ready and expire first, then a
day closes and the next opens, suppliers come, kitchens start, customers arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

import numpy as np
import simpy
from numpy.typing import NDArray
from simpy.events import Event

from simpasar.market import memory
from simpasar.market.chance import Chance
from simpasar.market.choice import offers_of, utilities, wishes
from simpasar.market.counter import BOUGHT, Counters
from simpasar.market.goods import Lot, Unmade
from simpasar.market.kitchen import Kitchen, SharedPieces, batches_of_day, next_batch
from simpasar.market.moment import CUSTOMERS, DELIVERY, GOODS, KITCHEN, MIDNIGHT, Moment
from simpasar.market.news import closes, failed_inspections, flooded, news_of_week
from simpasar.market.pool import deliver
from simpasar.market.residents import go_out, settle_in
from simpasar.market.result import (
    DayNews,
    JointWeek,
    ProductDay,
    StallPlan,
    StallWeek,
    Visits,
    WeekResult,
)
from simpasar.market.stall import Stall
from simpasar.market.supply import call, orders_left, suppliers_of
from simpasar.scenario.community import JointPurchase
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY, WEEK

Life: TypeAlias = Generator[Event, Any, None]

ALONE = JointWeek(lift={}, margin=0, fund=0)
"""A week without a cooperative."""


def no_habit(scenario: Scenario) -> NDArray[np.int16]:
    """Habits before the first week: none."""
    residents = sum(n for s in scenario.segments.values() for n in s.residents.values())
    return np.zeros((residents, len(scenario.teams)), np.int16)


def simulate_week(
    scenario: Scenario,
    plans: dict[str, StallPlan],
    habit: NDArray[np.int16],
    chance: Chance,
    week: int,
    joint: JointWeek = ALONE,
) -> WeekResult:
    """Live through week `week` (from 1).

    A pure function: the same arguments give the same result, to the bit, on every machine.

    Args:
        plans: one for each team, in scenario order.
        habit: milli-utils, [resident, stall]; not changed.
        joint: what the cooperative does.
    """
    lived = _Week(scenario, plans, habit, chance, week, joint)
    result = lived.live()
    lived.stalls.clear()  # they tell the week of their goods: else neither would let the other go
    return result


class _Week:
    """The moving parts of one week; lives as long as one call of simulate_week."""

    def __init__(
        self,
        scenario: Scenario,
        plans: dict[str, StallPlan],
        habit: NDArray[np.int16],
        chance: Chance,
        week: int,
        joint: JointWeek,
    ) -> None:
        self.joint = joint
        self.scenario, self.plans, self.chance, self.week = scenario, plans, chance, week
        self.env = simpy.Environment(initial_time=0)
        self.offers = offers_of(scenario)
        self.residents = settle_in(scenario, chance)
        self.way = self.residents.metres * scenario.market.distance_weight // 1_000
        self.news = news_of_week(scenario, chance, week)
        self.water = [flooded(scenario, news) for news in self.news]
        self.inspected = [self._inspected(news) for news in self.news]
        self.habit = habit
        self.reputation = [plan.reputation for plan in plans.values()]
        self.awareness = [
            memory.promoted(plan.awareness, plan.promotion, scenario.market)
            for plan in plans.values()
        ]
        self.patience = int(self.residents.patience.mean())
        self.counters = Counters(scenario, self.offers, plans)
        self.stalls = {
            team: Stall(scenario, team, plan, watch=partial(self.watch, team))
            for team, plan in plans.items()
        }
        self.columns = {
            team: [o for o, offer in enumerate(self.offers) if offer.team == team] for team in plans
        }
        self.shared_pieces = SharedPieces(scenario)
        self.uses = {team: self._uses(team) for team in plans}
        self.shared = [self._shares(o) for o in range(len(self.offers))]
        self.days: dict[str, list[dict[str, ProductDay]]] = {team: [] for team in plans}
        self.visits: list[Visits] = []

    def _inspected(self, news: DayNews) -> frozenset[str]:
        """The teams whose stall an inspection closes on a day."""
        return frozenset(
            team
            for team, plan in self.plans.items()
            for event in failed_inspections(
                self.scenario, self.scenario.teams[team], plan.permits, news
            )
            if closes(self.scenario, event)
        )

    def _uses(self, team: str) -> dict[str, list[int]]:
        """For each item of a stall, the offers whose shelf depends on it."""
        uses: dict[str, list[int]] = {}
        for offer in self.columns[team]:
            recipe = self.stalls[team].recipes[self.offers[offer].product]
            to_order = recipe.product.made == "to_order"
            for item in recipe.product.recipe if to_order else [self.offers[offer].product]:
                uses.setdefault(item, []).append(offer)
        return uses

    def _shares(self, offer: int) -> bool:
        """Whether a product made to order competes for ingredients with one made likewise."""
        stall, product = self.stalls[self.offers[offer].team], self.offers[offer].product
        if stall.recipes[product].product.made != "to_order":
            return False
        mine = {name for name, _ in stall.recipes[product].needs}
        return any(
            other != product
            and recipe.product.made == "to_order"
            and not mine.isdisjoint(name for name, _ in recipe.needs)
            for other, recipe in stall.recipes.items()
        )

    @property
    def now(self) -> int:
        """Seconds since Monday 00:00: every delay is whole, and so is their sum."""
        return int(self.env.now)

    def live(self) -> WeekResult:
        """Start every actor, let the week run out, and read what it left."""
        for stall in self.stalls.values():
            for lot in stall.plan.lots:
                if lot.ready_at > 0:
                    stall.unready.append(lot)
                    self.await_ripe(stall, lot)
                else:
                    stall.stock(lot)
            for supplier in suppliers_of(stall):
                self.env.process(self.supply(stall, supplier))
            self.env.process(self.cook(stall))
            self.await_visitors(stall)
        if self.scenario.cooperative and self.scenario.cooperative.purchase:
            self.await_lorry(self.scenario.cooperative.purchase)
        self.env.process(self.calendar())
        self.env.run()
        return WeekResult(
            news=self.news,
            stalls=self._stall_weeks(),
            visits=tuple(self.visits),
            habit=self.habit,
        )

    # -- the actors -----------------------------------------------------------------------

    def calendar(self) -> Life:
        """Days open at midnight and close at midnight."""
        for day in range(self.scenario.days):
            self.open_day(day)
            yield Moment(self.env, (day + 1) * DAY, MIDNIGHT)
            self.close_day(day)

    def supply(self, stall: Stall, supplier: str) -> Life:
        """One supplier's hour at one stall, every market day."""
        for day in range(self.scenario.days):
            hour = self.scenario.suppliers[supplier].hour
            yield Moment(self.env, day * DAY + hour, DELIVERY)
            self.settle(stall)
            call(stall, supplier, day, self.news[day], self.shut(stall, day))
            self.refresh(stall)

    def cook(self, stall: Stall) -> Life:
        """One kitchen: the day's batches, each at the first moment that hands and stove allow."""
        turn, teams = list(self.stalls).index(stall.team), len(self.stalls)
        for day in range(self.scenario.days):
            first = KITCHEN + (turn + self.week + day) % teams
            yield Moment(self.env, day * DAY + stall.seat.kitchen_opens, first)
            waiting = batches_of_day(stall, day)
            if self.shut(stall, day):
                for product in waiting:
                    stall.movements.append(Unmade(self.now, product, 1, "closed"))
                continue
            kitchen = Kitchen(stall, day, self.shared_pieces)
            while waiting:
                if stall.hours_left:  # the fee comes out of the till: count what has been sold
                    self.settle(stall)
                    self.refresh(stall)
                product, start = next_batch(stall, kitchen, waiting, self.now)
                if isinstance(start, str):
                    waiting.remove(product)
                    stall.movements.append(Unmade(self.now, product, 1, start))
                    continue
                if start > self.now:
                    yield Moment(self.env, start, first)
                    if stall.hours_left:
                        continue  # others may have taken the shared piece meanwhile
                waiting.remove(product)
                self.start_batch(stall, kitchen, product, start)

    def start_batch(self, stall: Stall, kitchen: Kitchen, product: str, now: int) -> None:
        """Take hands, equipment and ingredients for a batch now; without ingredients, none."""
        touched = self.touched_by(stall, *stall.recipes[product].product.recipe)
        self.settle(stall, touched)
        lot = stall.make(product, now)
        if lot is None:
            stall.movements.append(Unmade(now, product, 1, "ingredients"))
        else:
            kitchen.book(stall.recipes[product].product, now)
            self.await_ripe(stall, lot)
        self.refresh(stall, touched)

    # -- what comes at its moment ---------------------------------------------------------

    def when(self, at: int, act: Callable[[], None]) -> None:
        """Let goods change at a second of this week, or next week's if it is later."""
        if at <= WEEK:
            moment = Moment(self.env, max(at, self.now), GOODS)
            assert moment.callbacks is not None
            moment.callbacks.append(lambda _: act())

    def await_ripe(self, stall: Stall, lot: Lot) -> None:
        """A batch is for sale once it is ready."""
        self.when(
            lot.ready_at, partial(self.change, stall, lot.item, partial(stall.bring_out, lot))
        )

    def await_visitors(self, stall: Stall) -> None:
        """Buyers who fetch big orders, and lenders who collect."""
        for order in stall.plan.consignments:
            if order.due <= self.scenario.days * DAY:  # the last midnight is of this week
                self.at(order.due, stall, partial(stall.hand_over, order, order.due))
        for visit in stall.plan.collections:
            self.at(visit.at, stall, partial(stall.collect, visit, visit.at))

    def at(self, second: int, stall: Stall, act: Callable[[], None]) -> None:
        """Let something happen at a stall whose counter is up to date before and after."""

        def happen(_: Event) -> None:
            self.settle(stall)
            act()
            self.refresh(stall)

        moment = Moment(self.env, second, DELIVERY)
        assert moment.callbacks is not None
        moment.callbacks.append(happen)

    def await_lorry(self, purchase: JointPurchase) -> None:
        """The joint purchase comes on its day."""
        day = purchase.delivery_day - 1

        def come(_: Event) -> None:
            for stall in self.stalls.values():
                self.settle(stall)
            shut = {team: self.shut(stall, day) for team, stall in self.stalls.items()}
            prices = self.news[day].prices
            deliver(purchase, self.stalls, shut, prices, self.joint, self.now)
            for stall in self.stalls.values():
                self.refresh(stall)

        moment = Moment(self.env, day * DAY + purchase.hour, DELIVERY)
        assert moment.callbacks is not None
        moment.callbacks.append(come)

    def watch(self, team: str, lot: Lot) -> None:
        """What is left of a lot that came in is thrown away in its last second."""
        stall = self.stalls[team]
        self.when(lot.expires_at, partial(self.expire, stall, lot.item))

    def expire(self, stall: Stall, item: str) -> None:
        if stall.store.quantity(item):
            self.change(stall, item, lambda: stall.spoil(item, self.now))

    def change(self, stall: Stall, item: str, act: Callable[[], None]) -> None:
        """Change what a stall holds of one item, with its counter up to date before and after."""
        touched = self.touched_by(stall, item)
        self.settle(stall, touched)
        act()
        self.refresh(stall, touched)

    def touched_by(self, stall: Stall, *items: str) -> list[int]:
        """The offers whose shelf depends on these items."""
        uses = self.uses[stall.team]
        return [offer for item in items for offer in uses.get(item, ())]

    # -- the day --------------------------------------------------------------------------

    def open_day(self, day: int) -> None:
        """Who goes out today, and what each would like best; then wait for the first of them."""
        scenario = self.scenario
        news = self.news[day]
        on_sale = np.array(
            [
                not self.shut(self.stalls[offer.team], day)
                and self.stalls[offer.team].on_menu(offer.product, day)
                for offer in self.offers
            ]
        )
        known = np.array(self.awareness, np.int32) * 65_536 // 1_000
        today = wishes(
            scenario,
            self.residents,
            self.offers,
            utilities(scenario, self.offers, self.plans, self.reputation, news),
            self.habit - self.way,
            (self.residents.knows < known) | (self.habit > 0),
            on_sale,
            go_out(scenario, self.residents, news, self.chance, self.week, day, self.joint.lift),
            self.chance,
            self.week,
            day,
        )
        patience = self.residents.patience[today.resident].tolist()
        self.counters.open_day(today, patience, day * DAY)
        for stall in self.stalls.values():
            self.refresh(stall)
        self.await_customer()

    def await_customer(self) -> None:
        at = self.counters.next_arrival()
        if at is not None:
            arrival = Moment(self.env, at, CUSTOMERS)
            assert arrival.callbacks is not None
            arrival.callbacks.append(self.serve)

    def serve(self, _: Event) -> None:
        """Serve all who come before anything else happens in the neighbourhood."""
        horizon = self.env.peek()
        while (offer := self.counters.serve_until(horizon, self.shared)) is not None:
            stall = self.stalls[self.offers[offer].team]
            self.settle(stall)
            self.refresh(stall)
        self.await_customer()

    def close_day(self, day: int) -> None:
        """Count the day, and let the night do its work on names and habits."""
        market = self.scenario.market
        visits = self.counters.close_day()
        for index, (team, stall) in enumerate(self.stalls.items()):
            self.settle(stall)
            counts = {}
            for offer in self.columns[team]:
                product = self.offers[offer].product
                price = stall.decisions.prices[product]
                counts[product] = self.counters.product_day(offer, price)
            self.days[team].append(counts)
            lived = memory.experience(self.scenario, stall.plan, counts, self.patience)
            self.reputation[index] = memory.next_reputation(self.reputation[index], lived, market)
        self.visits.append(visits)
        patience = self.residents.patience[visits.resident]
        well = (visits.cause == BOUGHT) & (2 * visits.wait <= patience)
        stall_of = np.array(self.counters.stall, np.int32)[visits.offer[well]]
        self.habit = memory.next_habit(self.habit, visits.resident[well], stall_of, market)

    def shut(self, stall: Stall, day: int) -> bool:
        """Whether water or an inspection keeps a stall closed on `day`."""
        return stall.seat.place in self.water[day] or stall.team in self.inspected[day]

    def settle(self, stall: Stall, offers: Sequence[int] | None = None) -> None:
        """Take from the store what the counter has sold of `offers`, or of all, since last time."""
        pending = self.counters.pending
        for offer in self.columns[stall.team] if offers is None else offers:
            if pending[offer]:
                # Sales up to the last second of a day are booked at midnight: still that day's.
                now = min(self.now, self.counters.start + DAY - 1)
                stall.sell(self.offers[offer].product, pending[offer], now)
                pending[offer] = 0

    def refresh(self, stall: Stall, offers: Sequence[int] | None = None) -> None:
        """Tell the counter what the store now holds; only ever after `settle` of the same."""
        for offer in self.columns[stall.team] if offers is None else offers:
            self.counters.shelf[offer] = stall.shelf(self.offers[offer].product)

    def _stall_weeks(self) -> dict[str, StallWeek]:
        regulars = memory.regulars(self.habit, self.scenario.market)
        return {
            team: self._stall_week(stall, index, regulars[index])
            for index, (team, stall) in enumerate(self.stalls.items())
        }

    def _stall_week(self, stall: Stall, index: int, regulars: int) -> StallWeek:
        days = tuple(
            {
                product: replace(
                    counts,
                    made=stall.made.get((day, product), 0),
                    wasted=stall.wasted.get((day, product), 0),
                )
                for product, counts in products.items()
            }
            for day, products in enumerate(self.days[stall.team])
        )
        customers = sum(counts.customers for day in days for counts in day.values())
        return StallWeek(
            days=days,
            movements=tuple(stall.movements),
            lots=stall.lots_left(WEEK),
            orders=orders_left(stall),
            next_lot=stall.next_lot,
            cash=stall.cash,
            reputation=self.reputation[index],
            awareness=memory.next_awareness(
                self.awareness[index], customers, len(self.residents), self.scenario.market
            ),
            regulars=regulars,
        )
