"""What tests of the market share: calm towns, stalls on Monday, weeks lived through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from simpasar.market import memory
from simpasar.market.chance import Chance
from simpasar.market.choice import Wishes, offers_of, utilities, wishes
from simpasar.market.goods import Lot, Movement
from simpasar.market.news import news_of_week
from simpasar.market.residents import go_out, settle_in
from simpasar.market.result import StallPlan, WeekResult
from simpasar.market.week import no_habit, simulate_week
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import WEEK
from towns import SEAT, town

PLENTY = 10**7
FOR_EVER = 10**9
EAGER = {"weekday": 1_000, "weekend": 1_000, "stay_home": -20_000, "hours": {"06:00": 1}}
"""An errand of people who all go out, and never prefer to buy nothing."""

M = TypeVar("M")


def calm_town(**changes: Any) -> Scenario:
    """The small town where the sun shines, prices stand still and everybody knows every stall."""
    quiet: dict[str, Any] = {
        "weather": {"cerah": {"name": "Cerah", "weight": 1}},
        "events": {},
        "ingredients__beras__price_swing": 0,
    }
    scenario = town(**{**quiet, **changes})
    teams = {
        team: seat.model_copy(update={"awareness": 1_000}) for team, seat in scenario.teams.items()
    }
    return scenario.model_copy(update={"teams": teams})


def lone_town(products: tuple[str, ...] = ("uduk",), **changes: Any) -> Scenario:
    """The calm town with one stall only."""
    start = SEAT["start"] | {
        "prices": dict.fromkeys(products, 12_000),
        "batches": {product: {"weekday": 1, "weekend": 1} for product in products},
        "grades": dict.fromkeys(products, "biasa"),
    }
    seat = {**SEAT, "products": list(products), "start": start}
    return calm_town(teams={"melati": seat}, **changes)


def without_memory(scenario: Scenario) -> Scenario:
    """The same town, where names, habits and awareness never move."""
    still = {"reputation_share": 0, "habit_gain": 0, "awareness_keep": 1_000, "word_of_mouth": 0}
    return scenario.model_copy(update={"market": scenario.market.model_copy(update=still)})


def plan_of(scenario: Scenario, team: str = "melati", **changes: Any) -> StallPlan:
    """A stall as its seat starts. `changes` names fields of the plan, or of its decisions."""
    seat = scenario.teams[team]
    plan = StallPlan(
        decisions=seat.start,
        promotion=0,
        hands=seat.hands,
        equipment=dict(seat.equipment),
        cash=seat.cash,
        lots=(),
        orders=(),
        next_lot=1_000,
        reputation=seat.reputation,
        awareness=seat.awareness,
    )
    decided = {name: value for name, value in changes.items() if not hasattr(plan, name)}
    fields = {name: value for name, value in changes.items() if hasattr(plan, name)}
    return replace(plan, decisions=seat.start.model_copy(update=decided), **fields)


def plans_of(scenario: Scenario, **changed: StallPlan) -> dict[str, StallPlan]:
    """A plan for each team: its seat's, or the one given."""
    return {team: changed.get(team) or plan_of(scenario, team) for team in scenario.teams}


def plenty(*items: str) -> tuple[Lot, ...]:
    """Lots that outlast any week."""
    return tuple(Lot(i, item, PLENTY, 0, FOR_EVER) for i, item in enumerate(items, start=1))


def live(scenario: Scenario, seed: int = 1, week: int = 1, **changed: StallPlan) -> WeekResult:
    """One week from Monday's plans, without habits."""
    plans = plans_of(scenario, **changed)
    return simulate_week(scenario, plans, no_habit(scenario), Chance(seed), week)


def next_plan(plan: StallPlan, result: WeekResult, team: str) -> StallPlan:
    """The stall a week later: what the week left, with the same decisions."""
    left = result.stalls[team]
    return replace(
        plan,
        cash=left.cash,
        lots=left.lots,
        orders=left.orders,
        next_lot=left.next_lot,
        reputation=left.reputation,
        awareness=left.awareness,
    )


def live_weeks(
    scenario: Scenario, count: int, seed: int = 1, **changed: StallPlan
) -> list[WeekResult]:
    """Weeks one after another, the same decisions in each."""
    plans, habit, results = plans_of(scenario, **changed), no_habit(scenario), []
    for week in range(1, count + 1):
        result = simulate_week(scenario, plans, habit, Chance(seed), week)
        habit = result.habit
        plans = {team: next_plan(plan, result, team) for team, plan in plans.items()}
        results.append(result)
    return results


def day_wishes(
    scenario: Scenario, seed: int, day: int = 0, week: int = 1, **changed: StallPlan
) -> Wishes:
    """What everybody who goes out on one day would like, before habits and names have moved."""
    plans, chance = plans_of(scenario, **changed), Chance(seed)
    residents, offers = settle_in(scenario, chance), offers_of(scenario)
    news = news_of_week(scenario, chance, week)[day]
    awareness = [memory.promoted(p.awareness, p.promotion, scenario.market) for p in plans.values()]
    return wishes(
        scenario,
        residents,
        offers,
        utilities(scenario, offers, plans, [p.reputation for p in plans.values()], news),
        no_habit(scenario) - residents.metres * scenario.market.distance_weight // 1_000,
        residents.knows < np.array(awareness) * 65_536 // 1_000,
        np.ones(len(offers), np.bool_),
        go_out(scenario, residents, news, chance, week, day),
        chance,
        week,
        day,
    )


def only(movements: Iterable[Movement], kind: type[M]) -> list[M]:
    """The movements of one kind."""
    return [movement for movement in movements if isinstance(movement, kind)]


def total(result: WeekResult, team: str, field: str, product: str = "uduk") -> int:
    """The week's sum of one count of one product."""
    return sum(getattr(day[product], field) for day in result.stalls[team].days)


def column(result: WeekResult, field: str) -> NDArray[np.int32]:
    """One column of all visits of the week; `at` counts from Monday."""
    parts = [
        getattr(day, field) + (d * WEEK // 7 if field == "at" else 0)
        for d, day in enumerate(result.visits)
    ]
    return np.concatenate(parts)
