"""Shared equipment: a kettle is in one kitchen at a time, hired by the hour and paid at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stalls import only, plan_of, plenty
from together import live_joint, seat, village

from simpasar.market.goods import Hired, Made, Movement, Sold, Unmade
from simpasar.market.result import StallPlan, StallWeek, WeekResult
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY
from towns import START

TEAMS = ("anggrek", "kenanga", "melati")
WORK = 50 * 60
HOUR = 3_600


def kettles(count: int, fee: int = 5_000, **changes: Any) -> Scenario:
    shared = {"kenceng": {"count": count, "hourly_fee": fee}}
    return village({"equipment": shared}, **changes)


ONE = kettles(1)
TOWNS = {count: kettles(count) for count in (1, 2)}


def hiring(
    town: Scenario, team: str, batches: int = 2, hours: int = 99, **changes: Any
) -> StallPlan:
    """A stall with plenty of rice that makes nothing but apem."""
    plan = DayPlan(weekday=batches, weekend=batches)
    none = DayPlan(weekday=0, weekend=0)
    given = {
        "batches": {"apem": plan, "uduk": none},
        "hire_hours": {"kenceng": hours} if hours else {},
        "lots": plenty("beras"),
    }
    return plan_of(town, team, **{**given, **changes})


def pairs(movements: Iterable[Movement]) -> Iterator[tuple[Made, Hired | None]]:
    """Every batch of apem, with the hire that was paid when it began."""
    for movement, following in pairwise([*movements, None]):
        if isinstance(movement, Made) and movement.lot.item == "apem":
            yield movement, following if isinstance(following, Hired) else None


def most_at_once(starts: Iterable[int]) -> int:
    """How many of the batches begun at these seconds are ever worked on together."""
    listed = list(starts)
    return max((sum(a <= b < a + WORK for a in listed) for b in listed), default=0)


def hires(result: WeekResult, team: str) -> list[Hired]:
    return only(result.stalls[team].movements, Hired)


# -- capacity -----------------------------------------------------------------------------


@st.composite
def weeks(draw: st.DrawFn) -> tuple[int, dict[str, StallPlan], int]:
    count = draw(st.integers(1, 2))
    town = TOWNS[count]
    plans = {
        team: hiring(
            town,
            team,
            draw(st.integers(0, 6)),
            draw(st.sampled_from([0, 1, 3, 10, 99])),
            equipment={"kompor": 1, "kenceng": draw(st.integers(0, 1))},
            hands=draw(st.integers(1, 4)),
            cash=draw(st.sampled_from([0, 7_000, 500_000])),
        )
        for team in TEAMS
    }
    return count, plans, draw(st.integers(0, 999))


@settings(max_examples=40, deadline=None)
@given(weeks())
def test_at_no_second_are_more_pieces_in_use_than_there_are(
    week: tuple[int, dict[str, StallPlan], int],
) -> None:
    count, plans, seed = week
    result = live_joint(TOWNS[count], seed, **plans)
    batches = {team: list(pairs(result.stalls[team].movements)) for team in TEAMS}
    every = [made.at for team in TEAMS for made, hired in batches[team] if hired]
    assert most_at_once(every) <= count
    for team, plan in plans.items():
        own = [made.at for made, hired in batches[team] if not hired]
        assert most_at_once(own) <= plan.equipment["kenceng"]
        paid = hires(result, team)
        assert len(paid) == sum(hired is not None for _, hired in batches[team])
        assert all(hired.at == made.at for made, hired in batches[team] if hired)
        assert sum(hire.hours for hire in paid) <= plan.hire_hours.get("kenceng", 0)
        assert tills(plan.cash, result.stalls[team]) >= 0


def tills(cash: int, week: StallWeek) -> int:
    """The lowest that a till has ever been."""
    lowest = cash
    for movement in week.movements:
        if isinstance(movement, Sold):
            cash += movement.revenue
        elif isinstance(movement, Hired):
            cash -= movement.fee
        lowest = min(lowest, cash)
    assert cash == week.cash
    return lowest


def test_three_kitchens_use_one_kettle_one_after_the_other() -> None:
    result = live_joint(ONE, **{team: hiring(ONE, team, 1) for team in TEAMS})
    for day in range(7):
        starts = [h.at for team in TEAMS for h in hires(result, team) if h.at // DAY == day]
        opens = day * DAY + 3 * HOUR + HOUR // 2
        assert sorted(starts) == [opens, opens + WORK, opens + 2 * WORK]


def test_with_two_kettles_two_kitchens_begin_together() -> None:
    town = TOWNS[2]
    result = live_joint(town, **{team: hiring(town, team, 1) for team in TEAMS})
    monday = sorted(h.at for team in TEAMS for h in hires(result, team) if h.at < DAY)
    assert monday == [monday[0], monday[0], monday[0] + WORK]


@pytest.mark.parametrize("week", [1, 2, 3])
def test_turns_rotate_by_the_day(week: int) -> None:
    """Kitchens that open in the same second: each is first every third day."""
    result = live_joint(ONE, week=week, **{team: hiring(ONE, team, 1) for team in TEAMS})
    firsts = [
        min(TEAMS, key=lambda team: next(h.at for h in hires(result, team) if h.at // DAY == day))
        for day in range(7)
    ]
    assert firsts[3:6] == firsts[:3]
    assert set(firsts[:3]) == set(TEAMS)


def test_who_is_first_on_one_monday_is_not_first_on_the_next() -> None:
    firsts = []
    for week in (1, 2, 3):
        result = live_joint(ONE, week=week, **{team: hiring(ONE, team, 1) for team in TEAMS})
        firsts.append(min(TEAMS, key=lambda team: hires(result, team)[0].at))
    assert set(firsts) == set(TEAMS)


def test_the_piece_of_ones_own_is_used_first_and_costs_nothing() -> None:
    mine = hiring(ONE, "melati", 1, equipment={"kenceng": 1})
    assert not hires(live_joint(ONE, melati=mine), "melati")
    two = hiring(ONE, "melati", 2, equipment={"kenceng": 1}, hands=3)
    result = live_joint(ONE, melati=two)
    assert len(hires(result, "melati")) == 7  # both at once: one day's own, one hired


# -- hours and money ----------------------------------------------------------------------


def test_every_hour_begun_is_paid() -> None:
    result = live_joint(ONE, melati=hiring(ONE, "melati", 1))
    assert {(hire.item, hire.hours, hire.fee) for hire in hires(result, "melati")} == {
        ("kenceng", 1, 5_000)
    }
    longer = kettles(1, products__apem={**_apem(), "work_minutes": 61})
    slow = live_joint(longer, melati=hiring(longer, "melati", 1))
    assert {(hire.hours, hire.fee) for hire in hires(slow, "melati")} == {(2, 10_000)}


def _apem() -> dict[str, Any]:
    return ONE.products["apem"].model_dump(mode="json")


def test_no_more_hours_than_asked_for_are_hired_in_the_week() -> None:
    result = live_joint(ONE, melati=hiring(ONE, "melati", 1, hours=3))
    assert sum(hire.hours for hire in hires(result, "melati")) == 3
    unmade = only(result.stalls["melati"].movements, Unmade)
    assert [(m.product, m.reason) for m in unmade] == [("apem", "equipment")] * 4


def test_hours_that_do_not_suffice_for_a_batch_are_no_use() -> None:
    longer = kettles(1, products__apem={**_apem(), "work_minutes": 61})
    result = live_joint(longer, melati=hiring(longer, "melati", 1, hours=1))
    assert not hires(result, "melati")


def test_without_hours_asked_for_there_is_no_kettle() -> None:
    result = live_joint(ONE, melati=hiring(ONE, "melati", 1, hours=0))
    assert not hires(result, "melati")
    assert {m.reason for m in only(result.stalls["melati"].movements, Unmade)} == {"equipment"}


def test_without_cash_there_is_no_kettle_either() -> None:
    result = live_joint(ONE, melati=hiring(ONE, "melati", 1, cash=4_999))
    assert not hires(result, "melati")
    assert {m.reason for m in only(result.stalls["melati"].movements, Unmade)} == {"cash"}
    assert len(hires(live_joint(ONE, melati=hiring(ONE, "melati", 1, cash=5_000)), "melati")) >= 1


def test_what_the_counter_took_this_morning_pays_for_the_kettle_at_noon() -> None:
    """One hand cooks while the other serves: by the third hour the till holds the fee, though
    nothing but sales has happened since Monday began."""
    start = {
        **START, "prices": {"uduk": 12_000, "apem": 6_000}, "closes": "12:00",
        "batches": {name: {"weekday": 1, "weekend": 1} for name in ("uduk", "apem")},
        "grades": {"uduk": "biasa", "apem": "biasa"},
    }  # fmt: skip
    town = kettles(1, teams={"melati": seat(start=start, kitchen_opens="09:00")})
    stocked = hiring(town, "melati", 1, cash=0, lots=plenty("apem", "beras"))
    assert len(hires(live_joint(town, melati=stocked), "melati")) == 7


def test_a_batch_without_ingredients_hires_nothing() -> None:
    result = live_joint(ONE, melati=hiring(ONE, "melati", 1, lots=(), suppliers={}))
    assert not hires(result, "melati")
    assert {m.reason for m in only(result.stalls["melati"].movements, Unmade)} == {"ingredients"}
