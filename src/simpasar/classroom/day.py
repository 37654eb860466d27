"""A market day as a passer-by sees it, second by second, told from the recorded simulation.

Nothing here is drawn or guessed: queues come from the visits' arrivals and waits, shelves from the
movements of goods, the news from what chance brought.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.classroom.goods import Goods
from simpasar.classroom.happenings import Happening, together
from simpasar.classroom.tally import Tally
from simpasar.market.counter import CLOSED, QUEUE, STOCKOUT
from simpasar.market.result import DayNews
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY

Door: TypeAlias = Literal["before", "open", "after", "flood", "inspection", "idle"]
"""Whether a stall is open, or why not: not yet, over, under water, closed by an inspection, or
nothing to sell on this day."""


@dataclass(frozen=True, slots=True)
class ProductNow:
    """One product of one stall at one second; units since the morning, `price` in rupiah.

    `shelf`: what could be sold now, at most `most` in the course of the day; None where it is made
    to order. `revenue`: rupiah.
    """

    product: str
    price: int
    shelf: int | None
    most: int
    made: int
    sold: int
    revenue: int
    wasted: int
    lost_stockout: int
    lost_queue: int
    lost_closed: int

    @property
    def lost(self) -> int:
        return self.lost_stockout + self.lost_queue + self.lost_closed


@dataclass(frozen=True, slots=True)
class StallNow:
    """One stall at one second. `queue`: persons who wait; `serving`: those being served, at most
    `servers`; `left`: those who would not wait, since the morning. `takings`: cash taken in today,
    rupiah; it is the team's own affair."""

    team: str
    door: Door
    queue: int
    serving: int
    servers: int
    customers: int
    left: int
    takings: int
    products: tuple[ProductNow, ...]

    @property
    def sold(self) -> int:
        return sum(product.sold for product in self.products)

    @property
    def lost(self) -> int:
        return sum(product.lost for product in self.products)


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything at one second of the day. `happenings`: those since the frame before."""

    second: int
    stalls: tuple[StallNow, ...]
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class ProductDayTold:
    """One product of one stall on one day: `sold` and, by cause, `lost` at seconds of the day,
    `goods` at those of the week. `most`: the largest its shelf ever is today."""

    product: str
    price: int
    goods: Goods
    most: int
    sold: Tally
    lost: Mapping[int, Tally]


@dataclass(frozen=True, slots=True)
class StallDay:
    """One stall on one day. `shut`: why it never opens today. At seconds of the day: customers
    who `arrived`, whose service has `begun` and is `done`; persons who `left` the queue; rupiah
    taken for big orders."""

    team: str
    opens: int
    closes: int
    shut: Door | None
    servers: int
    arrived: Tally
    begun: Tally
    done: Tally
    left: Tally
    orders: Tally
    products: tuple[ProductDayTold, ...]

    def door(self, second: int) -> Door:
        if self.shut:
            return self.shut
        if second < self.opens:
            return "before"
        return "open" if second < self.closes else "after"


class MarketDay:
    """One day to be watched. `starts` and `ends`: seconds of the day, from the earliest opening to
    the last customer served or the latest closing. All times given and taken are seconds since
    midnight.
    """

    def __init__(
        self,
        scenario: Scenario,
        day: int,
        news: DayNews,
        stalls: Sequence[StallDay],
        happened: Sequence[Happening],
    ) -> None:
        self.scenario = scenario
        self.day = day
        self.news = news
        self.stalls = tuple(stalls)
        trading = [stall for stall in stalls if stall.shut is None] or stalls
        self.starts = min(stall.opens for stall in trading)
        last_served = [stall.done.at[-1] for stall in stalls if stall.done.at]
        self.ends = min(DAY, max([stall.closes for stall in trading] + last_served))
        self.happened = together([*self._doors(), *happened])
        self._seconds = [happening.second for happening in self.happened]

    def _doors(self) -> Iterator[Happening]:
        for stall in self.stalls:
            if stall.shut in ("flood", "inspection", "idle"):
                yield Happening(self.starts, stall.shut, (stall.team,))
            else:
                yield Happening(stall.opens, "opens", (stall.team,))
                yield Happening(stall.closes, "closes", (stall.team,))

    def frame(self, second: int, since: int = -1) -> Frame:
        """The day at `second`, up to and with all that happens in it; `frame(DAY)` is the whole
        day. `since`: the second of the frame before, for what has happened meanwhile."""
        first, last = (bisect_right(self._seconds, at) for at in (since, second))
        stalls = tuple(self._stall(stall, second) for stall in self.stalls)
        return Frame(second, stalls, self.happened[first:last])

    def _stall(self, stall: StallDay, second: int) -> StallNow:
        begun = stall.begun.by(second)
        products = tuple(self._product(told, second) for told in stall.products)
        takings = sum(product.revenue for product in products) + stall.orders.by(second)
        return StallNow(
            team=stall.team,
            door=stall.door(second),
            queue=stall.arrived.by(second) - begun,
            serving=begun - stall.done.by(second),
            servers=stall.servers,
            customers=stall.arrived.by(second),
            left=stall.left.by(second),
            takings=takings,
            products=products,
        )

    def _product(self, told: ProductDayTold, second: int) -> ProductNow:
        morning = self.day * DAY
        # The last midnight is of the last day, any other of the day that follows it.
        latest = morning + (DAY if self.day == self.scenario.days - 1 else DAY - 1)
        now = min(morning + second, latest)
        sold = told.sold.by(second)
        goods = told.goods
        made_first = self.scenario.products[told.product].made == "batch"
        return ProductNow(
            product=told.product,
            price=told.price,
            shelf=goods.shelf.by(now) if made_first else None,
            most=told.most,
            made=goods.made.by(now) - goods.made.before(morning),
            sold=sold,
            revenue=sold * told.price,
            wasted=goods.wasted.by(now) - goods.wasted.before(morning),
            lost_stockout=told.lost[STOCKOUT].by(second),
            lost_queue=told.lost[QUEUE].by(second),
            lost_closed=told.lost[CLOSED].by(second),
        )
