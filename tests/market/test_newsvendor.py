"""The profit-best batch count of a perishable good stands at the newsvendor's quantile."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from stalls import live, lone_town, only, plan_of, plenty, total, without_memory

from simpasar.market.goods import Made
from simpasar.market.result import WeekResult
from simpasar.scenario.model import DayPlan, Scenario

BATCH = 5
PRICE = 12_000
WEEKS = range(1, 9)


@cache
def breakfast() -> Scenario:
    """One stall that always finds hands and ingredients, no queue, what is left is thrown away.

    Demand of a day: of 200 people 60 or 70 % go out, some of whom buy nothing after all.
    """
    return without_memory(
        lone_town(
            segments__warga__patience_minutes=240,
            products__uduk__batch=BATCH,
            products__uduk__recipe={"beras": 1_000},
            products__uduk__equipment=None,
            products__uduk__hands=1,
            products__uduk__work_minutes=1,
            products__uduk__shelf_life_hours=8,
            products__uduk__serve_seconds=0,
            products__uduk__serve_seconds_per_unit=0,
        )
    )


@cache
def weeks(batches: int, stocked: bool = False) -> list[WeekResult]:
    """The same weeks of chance with so many batches a day, or with more than anybody wants."""
    plan = plan_of(
        breakfast(),
        batches={"uduk": DayPlan(weekday=batches, weekend=batches)},
        opens=5 * 3_600,
        hands=50,
        lots=plenty("beras", *(["uduk"] if stocked else [])),
    )
    return [live(breakfast(), seed=3, week=week, melati=plan) for week in WEEKS]


def profit(batches: int, unit_cost: int) -> int:
    """Sales less the cost of everything that was made, from the movements."""
    made = sum(
        movement.lot.quantity
        for result in weeks(batches)
        for movement in only(result.stalls["melati"].movements, Made)
    )
    return sum(total(result, "melati", "revenue") for result in weeks(batches)) - unit_cost * made


@cache
def demand() -> NDArray[np.int64]:
    """What every day's customers want where the shelf is never empty, the least first."""
    days = [
        day["uduk"].sold
        for result in weeks(0, stocked=True)
        for day in result.stalls["melati"].days
    ]
    return np.sort(days)


def newsvendor(unit_cost: int) -> int:
    """The first batch count that meets demand with the critical ratio, (price - cost) / price."""
    met = int(np.ceil((PRICE - unit_cost) * len(demand()) / PRICE))
    return -(-int(demand()[met - 1]) // BATCH)


@pytest.mark.parametrize("unit_cost", [1_000, 3_000, 6_000, 9_000, 11_000])
def test_the_best_batch_count_meets_demand_with_the_critical_ratio(unit_cost: int) -> None:
    """The next batch pays while the chance that it is wanted whole is above cost / price. The
    quantile falls inside a batch and profit is flat around it: one batch to either side."""
    theory = newsvendor(unit_cost)
    tried = range(theory - 4, theory + 5)
    best = max(tried, key=lambda batches: profit(batches, unit_cost))
    assert abs(best - theory) <= 1


def test_the_cheaper_a_unit_is_made_the_fuller_the_best_shelf() -> None:
    """So the five costs above try five different quantiles."""
    counts = [newsvendor(unit_cost) for unit_cost in (1_000, 3_000, 6_000, 9_000, 11_000)]
    assert counts == sorted(set(counts), reverse=True)


@pytest.mark.parametrize("batches", [12, 16, 20])
def test_a_day_sells_what_is_wanted_or_what_was_made_whichever_is_less(batches: int) -> None:
    sold = [day["uduk"].sold for result in weeks(batches) for day in result.stalls["melati"].days]
    assert sorted(sold) == np.minimum(demand(), batches * BATCH).tolist()
