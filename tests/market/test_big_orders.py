"""Big orders: units kept on the shelf for who fetches them, and what is short."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stalls import FOR_EVER, lone_town, only, plan_of
from together import live_joint, village

from simpasar.market.goods import HandedOver, Lot, Sold, Spoiled
from simpasar.market.result import Consignment, StallPlan, WeekResult
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY, WEEK

HOUR = 3_600
NOTHING = {name: DayPlan(weekday=0, weekend=0) for name in ("apem", "uduk")}
TOWN = village(segments__warga__residents={"klender": 400})
FRIDAY_AT_TEN = 4 * DAY + 10 * HOUR


def order(units: int, due: int = FRIDAY_AT_TEN, name: str = "pesanan") -> Consignment:
    return Consignment(name, "apem", units, 5_500, due)


def stocked(*lots: tuple[int, int], orders: tuple[Consignment, ...] = ()) -> StallPlan:
    """A stall that bakes nothing and holds apem: (units, second they expire)."""
    apem = tuple(Lot(i, "apem", units, 0, ends) for i, (units, ends) in enumerate(lots, start=1))
    return plan_of(TOWN, batches=NOTHING, lots=apem, consignments=orders)


def live(plan: StallPlan, town: Scenario = TOWN) -> WeekResult:
    return live_joint(town, melati=plan)


def handed(result: WeekResult) -> list[HandedOver]:
    return only(result.stalls["melati"].movements, HandedOver)


def walk_in(result: WeekResult, until: int = WEEK) -> int:
    sales = only(result.stalls["melati"].movements, Sold)
    return sum(sale.units for sale in sales if sale.at < until)


def test_without_an_order_walk_in_customers_take_them_all() -> None:
    assert walk_in(live(stocked((60, FOR_EVER)))) == 60


def test_units_of_a_big_order_are_not_sold_to_walk_in_customers() -> None:
    result = live(stocked((60, FOR_EVER), orders=(order(40),)))
    assert walk_in(result) == 20
    [fetched] = handed(result)
    assert (fetched.at, fetched.units, fetched.short, fetched.revenue) == (
        FRIDAY_AT_TEN, 40, 0, 220_000,
    )  # fmt: skip
    assert sum(units for _, units in fetched.taken) == 40


def test_nothing_is_sold_where_all_is_kept() -> None:
    kept = live(stocked((40, FOR_EVER), orders=(order(40, due=6 * DAY + 10 * HOUR),)))
    assert walk_in(kept) == 0
    assert handed(kept)[0].short == 0


def test_what_is_over_after_it_was_fetched_is_for_everybody() -> None:
    """Two orders of 10; the first is fetched on Monday: only what the second needs is kept on."""
    first = order(10, due=DAY // 2, name="satu")
    result = live(stocked((60, FOR_EVER), orders=(first, order(10, name="dua"))))
    assert [fetched.contract for fetched in handed(result)] == ["satu", "dua"]
    assert walk_in(result) == 40


def test_once_it_was_fetched_nothing_more_is_kept_for_it() -> None:
    plan = stocked((20, FOR_EVER), orders=(order(20, due=DAY // 2),))
    tomorrow = Lot(9, "apem", 20, DAY, FOR_EVER)
    result = live(replace(plan, lots=(*plan.lots, tomorrow)))
    assert handed(result)[0].units == 20
    assert walk_in(result) == 20


def test_units_that_will_not_last_are_not_kept() -> None:
    """30 good for two days are sold; the 30 that last until Friday are kept."""
    result = live(stocked((30, 2 * DAY), (30, FOR_EVER), orders=(order(40),)))
    assert walk_in(result) == 30
    assert (handed(result)[0].units, handed(result)[0].short) == (30, 10)


@pytest.mark.parametrize(("ends", "units"), [(FRIDAY_AT_TEN, 0), (FRIDAY_AT_TEN + 1, 20)])
def test_what_expires_in_the_second_it_is_due_is_too_old_and_not_kept(
    ends: int, units: int
) -> None:
    result = live(stocked((20, ends), orders=(order(40),)))
    assert handed(result)[0].units == units
    assert walk_in(result) == 20 - units


def test_what_is_short_is_said_and_only_what_is_there_is_paid() -> None:
    [fetched] = handed(live(stocked((25, FOR_EVER), orders=(order(40),))))
    assert (fetched.units, fetched.short, fetched.revenue) == (25, 15, 25 * 5_500)


def test_nothing_at_all_is_all_short() -> None:
    [fetched] = handed(live(stocked(orders=(order(40),))))
    assert (fetched.units, fetched.short, fetched.revenue, fetched.taken) == (0, 40, 0, ())


@pytest.mark.parametrize("days", [5, 7])
def test_an_order_due_at_the_last_midnight_is_of_this_week(days: int) -> None:
    town = village(days=days)
    result = live(stocked((60, FOR_EVER), orders=(order(40, due=days * DAY),)), town)
    assert [fetched.units for fetched in handed(result)] == [40]


def test_an_order_of_a_later_week_is_kept_and_not_fetched() -> None:
    result = live(stocked((60, FOR_EVER), orders=(order(40, due=WEEK + FRIDAY_AT_TEN),)))
    assert not handed(result)
    assert walk_in(result) == 20
    assert sum(lot.quantity for lot in result.stalls["melati"].lots) == 40


def test_what_spoils_before_a_later_week_is_not_kept_for_it() -> None:
    result = live(stocked((60, WEEK), orders=(order(40, due=WEEK + FRIDAY_AT_TEN),)))
    assert walk_in(result) == 60


def test_an_order_is_fetched_from_a_stall_that_is_closed() -> None:
    """The buyer knocks at the door: the baker's hours are not hers."""
    late = order(20, due=4 * DAY + 20 * HOUR)
    assert handed(live(stocked((40, FOR_EVER), orders=(late,))))[0].units == 20


def test_batches_are_kept_as_they_come_out_of_the_kettle() -> None:
    """Fifteen a day, good for 80 hours: none of Tuesday's or later is sold to passers-by."""
    each_day = {**NOTHING, "apem": DayPlan(weekday=1, weekend=1)}
    plan = plan_of(TOWN, batches=each_day, equipment={"kenceng": 1}, consignments=(order(30),))
    assert handed(live(plan))[0].short == 0
    busy = replace(plan, consignments=(order(90),))
    [fetched] = handed(live(busy))
    assert fetched.units == 60  # all but Monday's fifteen, which are old by Friday


EXPIRY = st.integers(1, 9 * DAY)
DUE = st.integers(0, WEEK - 1)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 60), EXPIRY), max_size=4),
    st.lists(st.tuples(st.integers(1, 60), DUE), max_size=3),
)
def test_whatever_is_kept_and_fetched_no_unit_is_there_twice(
    lots: list[tuple[int, int]], orders: list[tuple[int, int]]
) -> None:
    """Walk-in sales, big orders, spoilage and what is left are what there was. And nobody who
    ordered is short of what was good on the day because a passer-by has it."""
    wanted = tuple(order(units, due, str(i)) for i, (units, due) in enumerate(orders))
    result = live(stocked(*lots, orders=wanted))
    movements = result.stalls["melati"].movements
    gone = sum(m.units for m in movements if isinstance(m, Sold | HandedOver))
    spoiled = sum(m.quantity for m in movements if isinstance(m, Spoiled))
    left = sum(lot.quantity for lot in result.stalls["melati"].lots)
    assert gone + spoiled + left == sum(units for units, _ in lots)
    assert sorted(m.contract for m in handed(result)) == sorted(w.contract for w in wanted)
    for fetched in handed(result):
        assert fetched.units + fetched.short == wanted[int(fetched.contract)].units
    promised = _promised(lots, orders)
    assert sum(fetched.units for fetched in handed(result)) >= promised


def _promised(lots: list[tuple[int, int]], orders: list[tuple[int, int]]) -> int:
    """The least that all orders together must get: the orders in time, each from the oldest."""
    shelf = sorted(([units, ends] for units, ends in lots), key=lambda lot: lot[1])
    got = 0
    for units, due in sorted(orders, key=lambda one: one[1]):
        for lot in shelf:
            if lot[1] > due:
                part = min(units, lot[0])
                lot[0] -= part
                units -= part
                got += part
    return got


def test_a_product_made_to_order_has_no_shelf_to_keep() -> None:
    town = lone_town(("telor",))
    late = Consignment("pesanan", "telor", 5, 15_000, FRIDAY_AT_TEN)
    [fetched] = handed(live_joint(town, melati=plan_of(town, consignments=(late,))))
    assert (fetched.units, fetched.short) == (0, 5)
