"""Suppliers: what is ordered when, what comes, what the till must pay."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stalls import live, live_weeks, lone_town, only, plan_of

from simpasar.market.goods import Delivered, Lot, Made, Order, Undelivered
from simpasar.market.news import market_price
from simpasar.market.result import WeekResult
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY, WEEK

PASAR, GROSIR = 3 * 3_600, 14 * 3_600
"""The hours at which the two suppliers of the small town come: before and after the kitchen."""

COCONUTS = Lot(7, "kelapa", 9_999, 0, 9 * WEEK)


def rice(**changes: Any) -> Scenario:
    """A stall whose batch takes 2,000 g of rice; the coconuts are there."""
    return lone_town(**changes)


def buy(
    town: Scenario, supplier: str = "pasar", batches: int = 1, **plan: Any
) -> list[Delivered | Undelivered]:
    """A week's deliveries of rice, made and not made, with enough coconuts at hand."""
    result = live(town, melati=buyer(town, supplier, batches, **plan))
    return deliveries(result)


def buyer(town: Scenario, supplier: str, batches: int, **plan: Any) -> Any:
    return plan_of(
        town,
        **{
            "suppliers": {"beras": supplier, "kelapa": "pasar"},
            "batches": {"uduk": DayPlan(weekday=batches, weekend=batches)},
            "lots": (COCONUTS,),
            **plan,
        },
    )


def deliveries(result: WeekResult) -> list[Delivered | Undelivered]:
    movements = result.stalls["melati"].movements
    return [m for m in movements if isinstance(m, Delivered | Undelivered)]


def came(found: list[Delivered | Undelivered]) -> list[tuple[int, int]]:
    """(second, grams) of each delivery."""
    return [(m.at, m.lots[0].quantity) for m in found if isinstance(m, Delivered)]


# -- the market one shops at --------------------------------------------------------------


def test_a_market_before_the_kitchen_opens_serves_the_same_day() -> None:
    assert came(buy(rice(), batches=2)) == [(day * DAY + PASAR, 4_000) for day in range(7)]


def test_what_is_at_hand_is_not_bought_again() -> None:
    stock = (COCONUTS, Lot(8, "beras", 3_000, 0, 9 * WEEK))
    assert came(buy(rice(), lots=stock))[:2] == [(DAY + PASAR, 1_000), (2 * DAY + PASAR, 2_000)]


def test_safety_stock_is_bought_once_and_kept() -> None:
    found = came(buy(rice(), safety={"beras": 5_500}))
    assert found[:2] == [(PASAR, 8_000), (DAY + PASAR, 2_000)]


def test_packs_are_whole() -> None:
    found = came(buy(rice(products__uduk__recipe={"beras": 1_400, "kelapa": 4})))
    assert [grams for _, grams in found] == [2_000, 1_000, 2_000, 1_000, 1_000, 2_000, 1_000]


def test_nothing_planned_nothing_bought() -> None:
    assert buy(rice(), batches=0) == []


# -- a supplier who delivers --------------------------------------------------------------


def test_an_order_comes_as_many_days_later_as_the_supplier_needs() -> None:
    """Ordered on Monday at two, here on Tuesday at two, in the pot on Wednesday morning."""
    result = live(rice(), melati=buyer(rice(), "grosir", 3))
    assert came(deliveries(result))[0] == (DAY + GROSIR, 15_000)
    made = only(result.stalls["melati"].movements, Made)
    assert made[0].at // DAY == 2
    assert [made_on.at // DAY for made_on in made].count(2) == 2  # two fit before opening


def test_what_is_on_its_way_is_not_ordered_again() -> None:
    """4,000 g a day in sacks of 5,000, three days ahead: never more than two days' use and a sack
    at hand."""
    town = rice(suppliers__grosir__lead_days=3)
    weeks = live_weeks(town, 4, melati=buyer(town, "grosir", 2))
    for week in weeks[1:]:
        bought = sum(grams for _, grams in came(deliveries(week)))
        assert abs(bought - 7 * 4_000) <= 5_000
        stored = sum(lot.quantity for lot in week.stalls["melati"].lots if lot.item == "beras")
        assert stored <= 2 * 4_000 + 5_000


def test_an_order_of_sunday_comes_on_monday_and_none_is_lost() -> None:
    weeks = live_weeks(rice(), 2, melati=buyer(rice(), "grosir", 2))
    assert [(order.supplier, order.day) for order in weeks[0].stalls["melati"].orders] == [
        ("grosir", 0)
    ]
    assert came(deliveries(weeks[1]))[0][0] == GROSIR


def test_an_order_below_the_minimum_is_not_placed_and_said() -> None:
    town = rice(suppliers__grosir__minimum=65_001)
    found = buy(town, "grosir")
    assert found[0] == Undelivered(GROSIR, "grosir", "beras", 1, "minimum")
    assert isinstance(buy(rice(suppliers__grosir__minimum=65_000), "grosir")[0], Delivered)


def test_a_delivery_costs_its_fee_once() -> None:
    found = buy(rice(), "grosir", 3)
    assert isinstance(found[0], Delivered)
    assert (found[0].paid, found[0].fee) == ((3 * 65_000,), 10_000)


def test_with_five_market_days_what_is_ordered_on_friday_comes_on_monday() -> None:
    town = rice(days=5)
    weeks = live_weeks(town, 2, melati=buyer(town, "grosir", 2))
    assert len(weeks[0].stalls["melati"].days) == len(weeks[0].visits) == 5
    last = weeks[0].stalls["melati"].orders
    assert [order.day for order in last] == [0]
    assert max(at for at, _ in came(deliveries(weeks[0]))) // DAY < 5
    assert all(made.at // DAY < 5 for made in only(weeks[0].stalls["melati"].movements, Made))


# -- the till -----------------------------------------------------------------------------


def test_packs_that_the_till_cannot_pay_stay_away() -> None:
    found = buy(rice(), batches=3, cash=14_000 * 4 + 13_999)
    assert found[0] == Undelivered(PASAR, "pasar", "beras", 2, "cash")
    assert isinstance(found[1], Delivered)
    assert (found[1].lots[0].quantity, found[1].paid) == (4_000, (56_000,))


def test_a_till_that_cannot_pay_a_pack_and_the_fee_gets_and_pays_nothing() -> None:
    order = Order("grosir", 0, (("beras", 2),))
    town = rice()
    plan = buyer(town, "pasar", 0, cash=65_000 + 9_999, orders=(order,))
    result = live(town, melati=plan)
    assert deliveries(result) == [Undelivered(GROSIR, "grosir", "beras", 2, "cash")]
    assert result.stalls["melati"].cash == 65_000 + 9_999


def test_prices_of_the_day_are_paid_not_the_usual_ones() -> None:
    dear = {
        "kind": "price", "name": "Beras mahal", "news": "Beras mahal.", "when": {"weekdays": [2]},
        "factors": {"beras": 1_500},
    }  # fmt: skip
    found = [m for m in buy(rice(events={"mahal": dear})) if isinstance(m, Delivered)]
    assert [m.paid[0] for m in found[:3]] == [28_000, 42_000, 28_000]


@given(st.integers(1, 10**7), st.integers(0, 20_000))
def test_prices_of_the_day_are_whole_hundreds_and_never_nothing(usual: int, factor: int) -> None:
    price = market_price(usual, factor)
    assert price > 0
    if price >= 100 and price != usual:
        assert price % 100 == 0
    assert abs(price - usual * factor / 1_000) <= 50 or price == min(usual, 100)


# -- water --------------------------------------------------------------------------------


@pytest.mark.parametrize("supplier", ["pasar", "grosir"])
def test_on_a_flooded_day_nothing_is_delivered_nor_paid(supplier: str) -> None:
    flood = {
        "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"],
        "when": {"weekdays": [2]},
    }  # fmt: skip
    town = rice(events={"banjir": flood})
    found = buy(town, supplier, 3)
    assert 1 not in {m.at // DAY for m in found if isinstance(m, Delivered)}
    reported = [m for m in found if isinstance(m, Undelivered) and m.reason == "closed"]
    assert [m.at for m in reported] == ([DAY + GROSIR] if supplier == "grosir" else [])
    assert 2 in {m.at // DAY for m in found if isinstance(m, Delivered)}, "the next day it comes"


def test_ingredients_keep_as_many_days_as_they_do() -> None:
    delivered = only(live(rice(), melati=plan_of(rice())).stalls["melati"].movements, Delivered)[0]
    keeps = {lot.item: lot.expires_at - lot.ready_at for lot in delivered.lots}
    assert keeps == {"beras": 90 * DAY, "kelapa": 2 * DAY}
