"""What a week takes of each stall, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from simpasar.market.goods import Lot, Movement, Order
from simpasar.scenario.model import Decisions

Ints: TypeAlias = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Consignment:
    """Units of a big order, due `due` seconds after this Monday, at `price` rupiah each."""

    contract: str
    product: str
    units: int
    price: int
    due: int


@dataclass(frozen=True, slots=True)
class Collection:
    """A lender's visit at second `at`, for `amount` rupiah."""

    loan: str
    at: int
    amount: int


@dataclass(frozen=True, slots=True)
class JointWeek:
    """What the cooperative does in a week. `lift`: more people out for each need, per mille.

    `margin`: per mille on joint purchases; `fund`: rupiah it may advance to members.
    """

    lift: dict[str, int]
    margin: int
    fund: int


@dataclass(frozen=True, slots=True)
class StallPlan:
    """One stall as it opens on Monday. `promotion`: rupiah really spent on it.

    Per mille of its ingredients that skill makes a batch of each product take, and milli-utils
    that it is worth more: `thrift`, `craft`. `booths`: milli-utils on the days of each event.
    `pledges`: packs in the joint purchase; `hire_hours`: most hours of each shared piece.
    """

    decisions: Decisions
    promotion: int
    hands: int
    equipment: dict[str, int]
    cash: int
    lots: tuple[Lot, ...]
    orders: tuple[Order, ...]
    next_lot: int
    reputation: int
    awareness: int
    permits: frozenset[str] = frozenset()
    thrift: dict[str, int] = field(default_factory=dict)
    craft: dict[str, int] = field(default_factory=dict)
    booths: dict[str, int] = field(default_factory=dict)
    consignments: tuple[Consignment, ...] = ()
    collections: tuple[Collection, ...] = ()
    pledges: dict[str, int] = field(default_factory=dict)
    hire_hours: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProductDay:
    """One product of one stall on one day. Units, except `customers`, rupiah and seconds.

    `lost_*` counts the units wanted by buyers who turned away from this product at this stall,
    wherever they went next. `wait_seconds` is summed over customers.
    """

    made: int = 0
    sold: int = 0
    revenue: int = 0
    customers: int = 0
    wait_seconds: int = 0
    lost_stockout: int = 0
    lost_queue: int = 0
    lost_closed: int = 0
    wasted: int = 0


@dataclass(frozen=True, slots=True)
class StallWeek:
    """One stall's week: counts for each day and product, movements in order, what is left."""

    days: tuple[dict[str, ProductDay], ...]
    movements: tuple[Movement, ...]
    lots: tuple[Lot, ...]
    orders: tuple[Order, ...]
    next_lot: int
    cash: int
    reputation: int
    awareness: int
    regulars: int


@dataclass(frozen=True, slots=True)
class Refusals:
    """Every time somebody turned away from an offer on a day, in order of time; arrays of equal
    length.

    `visit` indexes the day's visits; `units` is what was wanted and not had; `cause` is 2 closed,
    3 queue or 4 stock-out. Who wanted more than there was and bought the rest is here, too.
    """

    visit: Ints
    offer: Ints
    units: Ints
    cause: Ints


@dataclass(frozen=True, slots=True)
class Visits:
    """Every visit of a day, in order of time; arrays of equal length, and the refusals met.

    `offer` indexes the market's offers, -1 where nothing was bought; `cause` says why not:
    0 bought, 1 preferred to buy nothing, 2 closed, 3 queue, 4 stock-out (the last that failed).
    """

    at: Ints
    resident: Ints
    need: Ints
    offer: Ints
    units: Ints
    wait: Ints
    cause: Ints
    refusals: Refusals


@dataclass(frozen=True, slots=True)
class DayNews:
    """What chance brought on one day: the kind of weather, the events, the price of each
    ingredient (per mille of the usual)."""

    weather: str
    events: tuple[str, ...]
    prices: dict[str, int]


@dataclass(frozen=True, slots=True)
class WeekResult:
    """The whole week. `habit`: milli-utils, [resident, stall], after the last night."""

    news: tuple[DayNews, ...]
    stalls: dict[str, StallWeek]
    visits: tuple[Visits, ...]
    habit: NDArray[np.int16]
