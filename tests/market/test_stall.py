"""The rules at the counter: who is served, when, with what, and where others turn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from stalls import (
    EAGER,
    calm_town,
    column,
    day_wishes,
    live,
    lone_town,
    only,
    plan_of,
    plenty,
    total,
    without_memory,
)

from simpasar.market.counter import BOUGHT, CLOSED, QUEUE, STAYED
from simpasar.market.goods import Delivered, Lot, Sold
from simpasar.market.result import StallPlan, WeekResult
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY
from towns import SEAT

NONE = DayPlan(weekday=0, weekend=0)
ONE = DayPlan(weekday=1, weekend=1)
FIRST = {"products__uduk__portions": {"1": 1}, "segments__warga__needs": {"sarapan": EAGER}}
"""Everybody goes out between six and seven and wants one portion."""


def shelf(*lots: tuple[int, int, int]) -> StallPlan:
    """A stall that sells just these (units, ready at, expires at) and makes nothing."""
    town = lone_town(**FIRST)
    stock = tuple(Lot(i, "uduk", *lot) for i, lot in enumerate(lots, start=1))
    return plan_of(town, batches={"uduk": ONE}, lots=stock, cash=0)


def first_visits(count: int = 3) -> list[int]:
    """The first seconds of Monday at which somebody comes."""
    return sorted(set(day_wishes(lone_town(**FIRST), seed=1).at.tolist()))[:count]


def bought_at(result: WeekResult) -> list[int]:
    return column(result, "at")[column(result, "cause") == BOUGHT].tolist()


# -- one second ---------------------------------------------------------------------------


def test_goods_that_become_ready_come_before_a_customer_of_the_same_second() -> None:
    second = first_visits()[1]
    result = live(lone_town(**FIRST), melati=shelf((1, second, DAY)))
    assert bought_at(result) == [second]
    later = live(lone_town(**FIRST), melati=shelf((1, second + 1, DAY)))
    assert bought_at(later) == [first_visits()[2]]


def test_nothing_is_sold_in_the_second_in_which_it_expires() -> None:
    first, second, third = first_visits()
    result = live(lone_town(**FIRST), melati=shelf((10**6, 0, second)))
    assert max(bought_at(result)) == first
    spoiled = live(lone_town(**FIRST), melati=shelf((10**6, 0, second + 1)))
    assert max(bought_at(spoiled)) == second < third


def test_a_delivery_comes_before_a_customer_of_the_same_second() -> None:
    """Cooked to order, from ingredients that the market brings in the second of a visit."""
    town = lone_town(("telor",), **FIRST, products__telor__portions={"1": 1})
    at = first_visits()[1]
    pasar = town.suppliers["pasar"].model_copy(update={"hour": at})
    town = town.model_copy(update={"suppliers": town.suppliers | {"pasar": pasar}})
    result = live(town, melati=plan_of(town, batches={"telor": ONE}))
    assert only(result.stalls["melati"].movements, Delivered)[0].at == at
    assert min(bought_at(result)) == at


# -- the walk down the list ---------------------------------------------------------------


def rivals(**melati: object) -> tuple[Scenario, StallPlan, StallPlan]:
    """Two stalls side by side with one good each; Kenanga always has plenty."""
    seat = {**SEAT, "x": 0}
    town = without_memory(
        calm_town(
            teams={"melati": seat, "kenanga": seat},
            **FIRST,
            segments__warga__patience_minutes=240,
        )
    )
    plain = plan_of(town, **{"batches": {"uduk": ONE}, "lots": plenty("uduk"), **melati})
    kenanga = plan_of(town, "kenanga", batches={"uduk": ONE}, lots=plenty("uduk"))
    return town, plain, kenanga


def test_a_stock_out_sends_the_customer_to_the_rival_in_the_same_second() -> None:
    town, melati, kenanga = rivals(lots=(Lot(1, "uduk", 7, 0, DAY),), cash=0)
    visits = live(town, melati=melati, kenanga=kenanga).visits[0]
    wanted = day_wishes(town, 1, melati=melati, kenanga=kenanga)
    prefer_melati = wanted.ranked[:, 0] == 1
    served_there = np.flatnonzero(visits.offer == 1)
    assert served_there.tolist() == np.flatnonzero(prefer_melati)[:7].tolist()
    turned = np.flatnonzero(prefer_melati)[7:]
    assert len(turned) > 20
    assert (visits.offer[turned] == 0).all()
    assert (visits.at == wanted.at).all()


def test_units_wanted_of_an_empty_shelf_are_lost_there_wherever_the_buyer_goes() -> None:
    town, melati, kenanga = rivals(lots=(Lot(1, "uduk", 7, 0, DAY),), cash=0)
    result = live(town, melati=melati, kenanga=kenanga)
    first_choices = int((day_wishes(town, 1).ranked[:, 0] == 1).sum())
    monday = result.stalls["melati"].days[0]["uduk"]
    assert (monday.sold, monday.lost_stockout) == (7, first_choices - 7)


def test_a_buyer_of_two_takes_the_last_one_and_the_other_is_lost() -> None:
    town = lone_town(**(FIRST | {"products__uduk__portions": {"2": 1}}))
    plan = plan_of(town, batches={"uduk": ONE}, lots=(Lot(1, "uduk", 3, 0, DAY),), cash=0)
    result = live(town, melati=plan)
    assert [unit for unit in result.visits[0].units.tolist() if unit] == [2, 1]
    monday = result.stalls["melati"].days[0]["uduk"]
    assert (monday.sold, monday.customers) == (3, 2)
    assert monday.lost_stockout == 2 * len(result.visits[0].at) - 3


def test_who_would_wait_longer_than_he_likes_leaves_and_is_lost_to_the_queue() -> None:
    town = lone_town(**FIRST, segments__warga__patience_minutes=5)
    result = live(town, melati=plan_of(town, batches={"uduk": ONE}, lots=plenty("uduk")))
    visits = result.visits[0]
    served = visits.cause == BOUGHT
    assert visits.wait[served].max() <= 300
    assert set(visits.cause[~served].tolist()) == {QUEUE}
    monday = result.stalls["melati"].days[0]["uduk"]
    assert monday.lost_queue == (~served).sum() > 0
    assert monday.wait_seconds == visits.wait.sum()


def test_a_queue_too_long_sends_the_customer_to_the_rival() -> None:
    town, melati, kenanga = rivals()
    town = town.model_copy(
        update={
            "segments": {"warga": town.segments["warga"].model_copy(update={"patience_minutes": 2})}
        }
    )
    result = live(town, melati=melati, kenanga=kenanga)
    wanted = day_wishes(town, 1)
    crossed = (wanted.ranked[:, 0] == 1) & (result.visits[0].offer == 0)
    assert crossed.sum() > 3
    assert result.stalls["melati"].days[0]["uduk"].lost_queue >= crossed.sum()


def test_a_queue_of_one_server_is_as_worked_out_by_hand() -> None:
    """Who finds it longer than his patience leaves; others wait, even just as long as that; each
    takes the seconds of a sale and of each unit."""
    town = lone_town(segments__warga__needs={"sarapan": EAGER}, segments__warga__patience_minutes=5)
    plan = plan_of(town, lots=plenty("uduk"))
    at_the_limit = 0
    for seed in range(8):
        visits = live(town, seed, melati=plan).visits[0]
        free, waits = 0, []
        for at, units in zip(visits.at.tolist(), visits.units.tolist(), strict=True):
            wait = max(0, free - at)
            assert (units > 0) == (wait <= 300)
            at_the_limit += wait == 300
            waits.append(wait if units else 0)
            if units:
                free = max(free, at) + 40 + 20 * units
        assert visits.wait.tolist() == waits
    assert at_the_limit


def test_before_opening_and_after_closing_nobody_is_served() -> None:
    town = lone_town(**FIRST)
    seconds = first_visits(99)
    plan = plan_of(town, opens=seconds[10], closes=seconds[40], lots=plenty("uduk"))
    result = live(town, melati=plan)
    visits = result.visits[0]
    outside = (visits.at < plan.decisions.opens) | (visits.at >= plan.decisions.closes)
    assert (visits.cause[outside] == CLOSED).all()
    assert (visits.cause[~outside] != CLOSED).all()
    assert result.stalls["melati"].days[0]["uduk"].lost_closed == outside.sum()


def test_what_stands_on_no_menu_is_nobodys_loss() -> None:
    """No batch planned and nothing left: people know, and stay at home or go elsewhere."""
    town = lone_town(**FIRST)
    result = live(town, melati=plan_of(town, batches={"uduk": NONE}))
    assert (column(result, "cause") == STAYED).all()
    assert total(result, "melati", "lost_stockout") == 0


def test_what_expires_at_midnight_stands_on_no_menu_the_next_day() -> None:
    town = lone_town(**FIRST)
    monday_only = plan_of(town, batches={"uduk": NONE}, lots=(Lot(1, "uduk", 999, 1, DAY),))
    result = live(town, melati=monday_only)
    assert (result.visits[1].cause == STAYED).all()
    assert result.stalls["melati"].days[1]["uduk"].lost_stockout == 0


# -- cooked to order ----------------------------------------------------------------------

TO_ORDER = FIRST | {
    "days": 1,
    "products__telor__portions": {"1": 1},
    "segments__warga__patience_minutes": 240,
}


def test_a_dish_cooked_to_order_takes_its_ingredients_until_they_run_out() -> None:
    """A batch of 10 takes 700 g and 2 coconuts: 350 g make 5 portions whatever the coconuts."""
    town = lone_town(("telor",), **TO_ORDER)
    stock = (Lot(1, "beras", 350, 0, DAY), Lot(2, "kelapa", 50, 0, DAY))
    result = live(town, melati=plan_of(town, batches={"telor": ONE}, lots=stock, cash=0))
    assert total(result, "melati", "sold", "telor") == 5
    assert total(result, "melati", "made", "telor") == 5
    taken = [part for sale in only(result.stalls["melati"].movements, Sold) for part in sale.taken]
    assert sum(quantity for lot, quantity in taken if lot == 1) == 350
    assert sum(quantity for lot, quantity in taken if lot == 2) == 1
    assert result.stalls["melati"].days[0]["telor"].lost_stockout == len(result.visits[0].at) - 5


def test_two_dishes_cooked_from_one_ingredient_never_oversell_it() -> None:
    """Both are sold by turns, from rice that suffices for a few of either: each sale counts."""
    town = lone_town(
        ("telor", "nasi"),
        **TO_ORDER,
        products__nasi={
            "name": "Nasi", "need": "sarapan", "unit": "porsi", "made": "to_order", "batch": 10,
            "recipe": {"beras": 1_300}, "serve_seconds": 1, "reference_price": 12_000,
            "grades": {"biasa": {"name": "Biasa"}},
        },
    )  # fmt: skip
    stock = (Lot(1, "beras", 2_000, 0, DAY), Lot(2, "kelapa", 900, 0, DAY))
    plan = plan_of(town, batches=dict.fromkeys(("telor", "nasi"), ONE), lots=stock, cash=0)
    result = live(town, melati=plan)
    nasi, telor = (total(result, "melati", "sold", name) for name in ("nasi", "telor"))
    assert nasi > 2 < telor
    assert 130 * nasi + 70 * telor <= 2_000
    assert 2_000 - (130 * nasi + 70 * telor) < 130, "sold as long as there was rice"


def test_a_dish_cooked_to_order_and_a_batch_share_an_ingredient_without_overselling() -> None:
    """The kitchen finds what the counter has left: 900 g less 70 g for every dish sold."""
    town = lone_town(("telor", "uduk"), **TO_ORDER, products__uduk__recipe={"beras": 600})
    stock = (Lot(1, "beras", 900, 0, DAY), Lot(2, "kelapa", 900, 0, DAY))
    seat = town.teams["melati"].model_copy(update={"kitchen_opens": 6 * 3_600 + 600})
    town = town.model_copy(update={"teams": {"melati": seat}})
    plan = plan_of(town, batches=dict.fromkeys(("telor", "uduk"), ONE), lots=stock, cash=0, hands=3)
    result = live(town, melati=replace(plan, equipment={"kompor": 1}))
    made, telor = (
        total(result, "melati", "made", "uduk"),
        total(result, "melati", "sold", "telor"),
    )
    assert telor > 0
    assert 70 * telor + 30 * made <= 900


# -- flood --------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [0, 3])
def test_water_closes_the_stalls_of_a_place_and_keeps_its_people_in(day: int) -> None:
    flood = {
        "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"],
        "when": {"weekdays": [day + 1]},
    }  # fmt: skip
    event = calm_town(events={"banjir": flood}).events
    town = lone_town(**FIRST).model_copy(update={"events": event})
    result = live(town, melati=plan_of(town, lots=plenty("uduk")))
    assert len(result.visits[day].at) == 0
    sold = [counts["uduk"].sold for counts in result.stalls["melati"].days]
    assert [d for d, units in enumerate(sold) if not units] == [day]


def test_people_of_a_dry_place_do_not_find_a_flooded_stall() -> None:
    flood = {
        "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"], "when": {},
    }  # fmt: skip
    town = calm_town(
        events={"banjir": flood},
        places={n: {"name": n, "x": 0, "y": 0} for n in ("klender", "malaka")},
        teams={"melati": {**SEAT}, "kenanga": {**SEAT, "place": "malaka"}},
        segments__warga__residents={"malaka": 200},
    )
    result = live(
        town,
        melati=plan_of(town, lots=plenty("uduk")),
        kenanga=plan_of(town, "kenanga", lots=plenty("uduk")),
    )
    assert total(result, "melati", "sold") == 0
    assert total(result, "melati", "lost_closed") == 0
    assert total(result, "kenanga", "sold") > 0
