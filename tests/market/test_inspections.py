"""Permits, skills, booths and joint promotion: what the neighbourhood does to a stall's week."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from stalls import calm_town, column, live, only, plan_of, plans_of, plenty, total
from together import live_joint, village

from simpasar.market.goods import Delivered, Made, Unmade
from simpasar.market.result import WeekResult
from simpasar.market.stall import recipe_of
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY

WEDNESDAY = 2


def inspection(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "inspection", "name": "Pemeriksaan", "news": "Petugas datang.",
        "when": {"weekdays": [WEDNESDAY + 1]}, "permits": ["nib", "slhs"], "fine": 1,
        "closes": True, **changes,
    }  # fmt: skip


def inspected(**changes: Any) -> Scenario:
    return calm_town(events={"pemeriksaan": inspection(**changes)})


def sold_on(result: WeekResult, team: str, day: int) -> int:
    return sum(counts.sold for counts in result.stalls[team].days[day].values())


# -- inspections --------------------------------------------------------------------------


def test_an_inspection_closes_a_stall_without_its_permits_for_the_day() -> None:
    town = inspected()
    result = live(town)
    assert "pemeriksaan" in result.news[WEDNESDAY].events
    for day in range(7):
        assert (sold_on(result, "melati", day) == 0) is (day == WEDNESDAY)
    closed = [m for m in only(result.stalls["melati"].movements, Unmade) if m.reason == "closed"]
    assert {m.at // DAY for m in closed} == {WEDNESDAY}
    came = only(result.stalls["melati"].movements, Delivered)
    assert WEDNESDAY not in {m.at // DAY for m in came}


def test_who_has_all_of_the_permits_stays_open() -> None:
    town = inspected()
    allowed = plan_of(town, permits=frozenset({"nib", "slhs", "halal"}))
    result = live(town, melati=allowed)
    assert sold_on(result, "melati", WEDNESDAY) > 0
    assert sold_on(result, "kenanga", WEDNESDAY) == 0


@pytest.mark.parametrize("permits", [(), ("nib",), ("slhs",), ("halal",)])
def test_one_permit_of_two_is_not_enough(permits: tuple[str, ...]) -> None:
    town = inspected()
    result = live(town, melati=plan_of(town, permits=frozenset(permits)))
    assert sold_on(result, "melati", WEDNESDAY) == 0


def test_an_inspection_that_only_fines_closes_nobody() -> None:
    town = inspected(closes=False)
    assert live(town).stalls == live(calm_town(events={})).stalls


def test_only_stalls_with_such_products_or_in_such_places_are_inspected() -> None:
    some = live(inspected(products=["telor"]))
    assert sold_on(some, "melati", WEDNESDAY) > 0
    assert sold_on(some, "kenanga", WEDNESDAY) == 0
    elsewhere = calm_town(
        places={"klender": {"name": "K", "x": 0, "y": 0}, "malaka": {"name": "M", "x": 0, "y": 0}},
        events={"pemeriksaan": inspection(places=["malaka"])},
    )
    assert sold_on(live(elsewhere), "melati", WEDNESDAY) > 0


# -- skill --------------------------------------------------------------------------------


def test_a_skilled_hand_takes_less_of_every_ingredient_rounded_up() -> None:
    town = calm_town()
    assert dict(recipe_of(town, "uduk", "biasa", 900).needs) == {"beras": 1_800, "kelapa": 4}
    assert dict(recipe_of(town, "uduk", "mantap", 900).needs) == {"beras": 2_160, "kelapa": 5}
    assert recipe_of(town, "uduk", "biasa", 1_000) == recipe_of(town, "uduk", "biasa")


def test_no_skill_makes_something_of_nothing() -> None:
    """Four courses of a tenth each would leave nothing of the recipe, and nothing to divide by."""
    needs = recipe_of(calm_town(), "uduk", "biasa", thrift=0).needs
    assert all(need >= 1 for _, need in needs)


def test_skill_makes_as_much_of_less() -> None:
    town = calm_town()
    usual, thrifty = live(town), live(town, melati=plan_of(town, thrift={"uduk": 800}))

    def used(result: WeekResult) -> list[int]:
        batches = only(result.stalls["melati"].movements, Made)
        return [sum(amount for _, amount in batch.used) for batch in batches]

    assert len(used(usual)) == len(used(thrifty))
    assert used(usual)[0] == 2_000 + 4
    assert used(thrifty)[0] == 1_600 + 4
    assert total(usual, "melati", "made") == total(thrifty, "melati", "made")


def test_skill_raises_the_share_of_the_skilled() -> None:
    """Where there is enough for everybody: else the quickly sold out gains nothing. On the first
    day, before anybody has heard of it."""
    town = calm_town()
    stocks = {team: plan_of(town, team, lots=plenty("uduk")) for team in ("kenanga", "melati")}
    usual = live(town, **stocks)
    better = live(town, **stocks | {"melati": replace(stocks["melati"], craft={"uduk": 2_000})})

    def share(result: WeekResult) -> float:
        monday = {team: stall.days[0]["uduk"].customers for team, stall in result.stalls.items()}
        return monday["melati"] / sum(monday.values())

    assert share(better) > share(usual)


def test_skill_in_one_product_is_none_in_another() -> None:
    town = calm_town()
    assert live(town).stalls == live(town, melati=plan_of(town, craft={"telor": 2_000})).stalls


# -- booths and joint promotion -----------------------------------------------------------

BAZAAR = {
    "kind": "footfall", "name": "Bazar", "news": "Bazar.", "when": {"weekdays": [6]},
    "needs": {"sarapan": 1_000},
}  # fmt: skip


def test_a_booth_helps_its_team_and_only_on_the_days_of_the_event() -> None:
    town = calm_town(
        events={"bazar": BAZAAR},
        segments__warga__residents={"klender": 600},
        market={"habit_gain": 0, "reputation_share": 0},
    )
    without = live(town)
    with_booth = live(town, melati=plan_of(town, booths={"bazar": 3_000, "pasar_malam": 9_000}))

    def takers(result: WeekResult, team: str, day: int) -> int:
        counts = result.stalls[team].days[day].values()
        return sum(c.customers + c.lost_stockout + c.lost_queue for c in counts)

    for day in range(5):
        assert takers(with_booth, "melati", day) == takers(without, "melati", day)
    assert takers(with_booth, "melati", 5) > takers(without, "melati", 5)
    assert takers(with_booth, "kenanga", 5) <= takers(without, "kenanga", 5)


def test_a_booth_brings_nobody_out_of_the_house() -> None:
    town = calm_town(events={"bazar": BAZAAR})
    booth = live(town, melati=plan_of(town, booths={"bazar": 3_000}))
    assert [len(day.at) for day in booth.visits] == [len(day.at) for day in live(town).visits]


def test_joint_promotion_brings_more_people_out_for_everybody() -> None:
    """The lift thins nobody out: all who went out before go out still, and others with them."""
    town = village(segments__warga__residents={"klender": 600})
    usual, lifted = live_joint(town), live_joint(town, lift={"sarapan": 300})
    for before, after in zip(usual.visits, lifted.visits, strict=True):
        assert set(before.resident.tolist()) < set(after.resident.tolist())
    went = [len(column(result, "at")) for result in (usual, lifted)]
    assert 1.25 < went[1] / went[0] < 1.35
    for team in plans_of(town):
        wanted = [
            sum(
                total(result, team, field, product)
                for field in ("sold", "lost_stockout", "lost_queue")
                for product in ("apem", "uduk")
            )
            for result in (usual, lifted)
        ]
        assert wanted[1] > wanted[0]


def test_a_lift_of_another_need_is_nothing_to_this_one() -> None:
    town = village()
    usual, other = live_joint(town), live_joint(town, lift={"oleh_oleh": 500})
    assert np.array_equal(column(usual, "at"), column(other, "at"))
    assert usual.stalls == other.stalls
