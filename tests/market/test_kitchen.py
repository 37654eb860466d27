"""The kitchen: what can be made by when, with the hands, pieces and ingredients there are."""

from __future__ import annotations

from typing import Any

import pytest
from stalls import PLENTY, live, live_weeks, lone_town, only, plan_of, plenty, total

from simpasar.market.goods import Lot, Made, Spoiled, Unmade
from simpasar.market.result import WeekResult
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY, WEEK

OPENS, KITCHEN_OPENS = 6 * 3_600, 3 * 3_600 + 1_800
HOUR = 3_600
INGREDIENTS = plenty("beras", "kelapa")


def batches(count: int) -> dict[str, DayPlan]:
    return {"uduk": DayPlan(weekday=count, weekend=count)}


def monday(result: WeekResult, kind: type[Any]) -> list[Any]:
    movements = only(result.stalls["melati"].movements, kind)
    return [movement for movement in movements if movement.at < DAY]


def cook(town: Scenario, count: int, **plan: Any) -> WeekResult:
    """A week of `count` batches a day, by default with all the ingredients in the world."""
    return live(town, melati=plan_of(town, batches=batches(count), **{"lots": INGREDIENTS, **plan}))


def starts(result: WeekResult) -> list[int]:
    return [made.at for made in monday(result, Made)]


def reasons(result: WeekResult) -> list[str]:
    return [unmade.reason for unmade in monday(result, Unmade)]


# -- hands and hours ----------------------------------------------------------------------


def test_batches_follow_one_another_from_the_opening_of_the_kitchen() -> None:
    """A batch takes both hands for an hour; the one who serves stops when the stall opens."""
    result = cook(lone_town(), 2)
    assert starts(result) == [KITCHEN_OPENS, KITCHEN_OPENS + HOUR]


def test_what_would_not_be_done_by_opening_lacks_time() -> None:
    """Two hours and a half before opening hold two batches of an hour."""
    result = cook(lone_town(), 4)
    assert (len(starts(result)), reasons(result)) == (2, ["time", "time"])


def test_a_batch_that_one_person_can_make_goes_on_while_another_serves() -> None:
    """One serves from six; the other cooks on till closing at ten. One pot: one after the other."""
    town = lone_town(products__uduk__hands=1)
    result = cook(town, 9)
    assert starts(result) == [KITCHEN_OPENS + n * HOUR for n in range(6)]
    assert reasons(result) == ["time"] * 3


def test_a_batch_for_more_hands_than_there_are_is_never_made() -> None:
    assert reasons(cook(lone_town(), 1, hands=1)) == ["hands"]


def test_a_batch_done_exactly_at_opening_is_made() -> None:
    town = lone_town(products__uduk__work_minutes=150)
    assert starts(cook(town, 1)) == [KITCHEN_OPENS]
    longer = lone_town(products__uduk__work_minutes=151)
    assert reasons(cook(longer, 1)) == ["time"]


# -- equipment ----------------------------------------------------------------------------


@pytest.mark.parametrize("pieces", [1, 2, 3])
def test_each_batch_at_work_needs_a_piece_of_equipment(pieces: int) -> None:
    result = cook(lone_town(), 3, hands=20, equipment={"kompor": pieces})
    assert [starts(result).count(KITCHEN_OPENS), len(starts(result))] == [pieces, 3]


def test_without_its_equipment_a_product_is_never_made() -> None:
    assert reasons(cook(lone_town(), 1, equipment={})) == ["equipment"]


def test_a_batch_waiting_for_its_equipment_does_not_hold_up_another_product() -> None:
    """Rolls need hands only, so they are made while the second pot of rice waits."""
    town = lone_town(
        ("uduk", "lontong"),
        products__lontong={
            "name": "Lontong", "need": "sarapan", "unit": "buah", "batch": 30, "hands": 1,
            "recipe": {"beras": 500}, "work_minutes": 30, "serve_seconds": 1,
            "reference_price": 2_000, "grades": {"biasa": {"name": "Biasa"}},
        },
    )  # fmt: skip
    plan = plan_of(
        town,
        batches={"uduk": DayPlan(weekday=2, weekend=2), "lontong": DayPlan(weekday=1, weekend=1)},
        hands=4,
        lots=INGREDIENTS,
    )
    made = [(movement.lot.item, movement.at) for movement in monday(live(town, melati=plan), Made)]
    assert made == [
        ("uduk", KITCHEN_OPENS),
        ("lontong", KITCHEN_OPENS),
        ("uduk", KITCHEN_OPENS + HOUR),
    ]


# -- ingredients and grades ---------------------------------------------------------------


def test_without_enough_of_one_ingredient_a_batch_is_not_made_and_takes_nothing() -> None:
    stock = (Lot(1, "beras", 3_999, 0, WEEK * 2), Lot(2, "kelapa", PLENTY, 0, WEEK * 2))
    result = cook(lone_town(), 2, lots=stock, cash=0)
    assert (len(starts(result)), reasons(result)) == (1, ["ingredients"])
    assert monday(result, Made)[0].used == ((1, 2_000), (2, 4))


def test_a_richer_grade_takes_more_of_everything_rounded_up() -> None:
    town = lone_town(products__uduk__recipe={"beras": 2_001, "kelapa": 4})
    result = cook(town, 1, grades={"uduk": "mantap"})
    assert monday(result, Made)[0].used == ((1, 2_402), (2, 5))


def test_flooded_kitchens_make_nothing() -> None:
    flood = {
        "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"], "when": {},
    }  # fmt: skip
    town = lone_town(events={"banjir": flood})
    assert reasons(cook(town, 2)) == ["closed", "closed"]


# -- ready, rested, expired ---------------------------------------------------------------


def test_a_batch_is_for_sale_from_the_end_of_its_work_until_its_shelf_life_is_over() -> None:
    made = monday(cook(lone_town(), 1), Made)[0]
    assert made.lot.ready_at == KITCHEN_OPENS + HOUR
    assert made.lot.expires_at == made.lot.ready_at + 8 * HOUR


def test_unsold_units_are_spoiled_at_the_second_their_shelf_life_ends() -> None:
    result = cook(lone_town(), 2, opens=9 * HOUR, closes=9 * HOUR + 60)
    spoiled = [m for m in monday(result, Spoiled) if m.item == "uduk"]
    assert [m.at for m in spoiled] == [m.lot.expires_at for m in monday(result, Made)]
    day = result.stalls["melati"].days[0]["uduk"]
    assert day.wasted == sum(m.quantity for m in spoiled) == day.made - day.sold > 0


def resting(minutes: int, shelf_hours: int) -> Scenario:
    """Tempe: its beans are worked for an hour, rest for days, then keep."""
    return lone_town(
        products__uduk__rest_minutes=minutes, products__uduk__shelf_life_hours=shelf_hours
    )


def test_a_batch_at_rest_over_sunday_midnight_goes_on_sale_the_week_after() -> None:
    town = resting(3 * 1_440, 48)
    weeks = live_weeks(town, 2, melati=plan_of(town, batches=batches(1), lots=INGREDIENTS))
    left = [lot for lot in weeks[0].stalls["melati"].lots if lot.item == "uduk"]
    assert [lot.ready_at // DAY for lot in left if lot.ready_at > 0] == [0, 1, 2]
    assert [day["uduk"].made for day in weeks[0].stalls["melati"].days] == [0] * 3 + [20] * 4
    assert [day["uduk"].made for day in weeks[1].stalls["melati"].days] == [20] * 7
    assert all(day["uduk"].sold for day in weeks[1].stalls["melati"].days)


def test_a_batch_that_comes_out_of_its_rest_today_stands_on_the_menu_though_none_is_planned() -> (
    None
):
    lot = Lot(1, "uduk", 30, 2 * DAY + 5 * HOUR, 3 * DAY)
    town = lone_town()
    result = live(town, melati=plan_of(town, batches=batches(0), lots=(lot,)))
    assert [day["uduk"].sold for day in result.stalls["melati"].days] == [0, 0, 30, 0, 0, 0, 0]


def test_a_batch_that_rests_longer_than_a_week_is_brought_out_once() -> None:
    town = resting(10 * 1_440, 48)
    weeks = live_weeks(town, 4, melati=plan_of(town, batches=batches(1), lots=INGREDIENTS))
    made = [[day["uduk"].made for day in week.stalls["melati"].days] for week in weeks]
    assert made == [[0] * 7, [0] * 3 + [20] * 4, [20] * 7, [20] * 7]
    ready = [lot.ready_at for lot in weeks[0].stalls["melati"].lots if lot.item == "uduk"]
    left = {lot.id: lot.ready_at for lot in weeks[1].stalls["melati"].lots if lot.item == "uduk"}
    assert max(ready) > WEEK
    assert max(left.values()) > WEEK


def test_what_keeps_for_weeks_is_sold_and_spoiled_in_its_week() -> None:
    """Keeps for 15 days; made on Monday only of the first week, hardly anybody can come."""
    town = lone_town(products__uduk__shelf_life_hours=15 * 24)
    plan = plan_of(town, batches=batches(0), lots=(Lot(1, "uduk", 5_000, 0, 15 * DAY + 7),), cash=0)
    weeks = live_weeks(town, 3, melati=plan)
    spoiled = [only(week.stalls["melati"].movements, Spoiled) for week in weeks]
    assert [len(found) for found in spoiled] == [0, 0, 1]
    assert spoiled[2][0].at == DAY + 7
    sold = sum(total(week, "melati", "sold") for week in weeks)
    assert sold + spoiled[2][0].quantity == 5_000
    assert total(weeks[2], "melati", "wasted") == spoiled[2][0].quantity
