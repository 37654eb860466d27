"""What tests of joint work share: the calm town with a cooperative, and its weeks."""

from __future__ import annotations

from typing import Any

from stalls import calm_town, plans_of

from neighbourhood import APEM, COOPERATIVE
from simpasar.market.chance import Chance
from simpasar.market.result import JointWeek, StallPlan, WeekResult
from simpasar.market.week import no_habit, simulate_week
from simpasar.scenario.model import Scenario
from towns import SEAT, START, TOWN

KETTLE = {"name": "Kenceng", "price": 2_000_000, "life_weeks": 208}


def seat(*products: str, **changes: Any) -> dict[str, Any]:
    """A seat that makes these products, one batch a day of each."""
    products = products or ("uduk", "apem")
    start = {
        **START,
        "prices": {name: 12_000 if name == "uduk" else 6_000 for name in products},
        "batches": {name: {"weekday": 1, "weekend": 1} for name in products},
        "grades": dict.fromkeys(products, "biasa"),
    }
    return {**SEAT, "products": list(products), "start": start, **changes}


def village(cooperative: dict[str, Any] | None = None, **changes: Any) -> Scenario:
    """Three stalls in the calm town, and a cooperative with changes to its rules."""
    parts: dict[str, Any] = {
        "products__apem": APEM,
        "equipment": {**TOWN["equipment"], "kenceng": KETTLE},
        "segments__warga__residents": {"klender": 120},
        "cooperative": {**COOPERATIVE, "ballots": {}, **(cooperative or {})},
        "teams": {name: seat(x=100 * i) for i, name in enumerate(("anggrek", "kenanga", "melati"))},
    }
    return calm_town(**{**parts, **changes})


def live_joint(
    scenario: Scenario,
    seed: int = 1,
    week: int = 1,
    *,
    fund: int = 0,
    margin: int = 0,
    lift: dict[str, int] | None = None,
    **changed: StallPlan,
) -> WeekResult:
    """One week from Monday's plans in which the cooperative does this."""
    joint = JointWeek(lift or {}, margin, fund)
    plans = plans_of(scenario, **changed)
    return simulate_week(scenario, plans, no_habit(scenario), Chance(seed), week, joint)
