"""What residents remember: a stall's name, good service, that it exists at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simpasar.market.result import Ints, ProductDay, StallPlan
from simpasar.scenario.model import Market, Scenario

_CONTENT = 650
"""A customer served at once with usual goods at the usual price: per mille."""

_TURNED_AWAY = 200
"""One who was sent away or left the queue."""


def experience(
    scenario: Scenario, plan: StallPlan, day: dict[str, ProductDay], patience: int
) -> int | None:
    """The day's experience of a stall's customers, per mille; None where nobody came.

    A mean over units wanted: value for money and waiting for those sold, a low mark for those
    lost to a queue or an empty shelf. `patience`: seconds, the residents' mean.
    """
    weighed = units = 0
    for name, counts in day.items():
        product = scenario.products[name]
        price = plan.decisions.prices[name]
        quality = product.grades[plan.decisions.grades[name]].quality + plan.craft.get(name, 0)
        dearness = 500 * (price - product.reference_price) // product.reference_price
        wait = counts.wait_seconds // max(1, counts.customers)
        impatience = min(400, 400 * wait // max(1, patience))
        mark = max(0, min(1_000, _CONTENT + quality // 4 - dearness - impatience))
        lost = counts.lost_queue + counts.lost_stockout
        weighed += mark * counts.sold + _TURNED_AWAY * lost
        units += counts.sold + lost
    return weighed // units if units else None


def next_reputation(reputation: int, today: int | None, market: Market) -> int:
    """Move a fixed share of the way towards today's experience, to the nearest per mille."""
    if today is None:
        return reputation
    return reputation + ((today - reputation) * market.reputation_share + 500) // 1_000


def next_habit(
    habit: NDArray[np.int16], resident: Ints, stall: Ints, market: Market
) -> NDArray[np.int16]:
    """Habits fade overnight and grow where a resident was served well today.

    Args:
        habit: milli-utils [resident, stall].
        resident, stall: one element for each visit that was served well; several visits to one
            stall on one day count once.
    """
    faded = habit.astype(np.int32) * market.habit_keep // 1_000
    faded[resident, stall] = np.minimum(
        faded[resident, stall] + market.habit_gain, market.habit_cap
    )
    return faded.astype(np.int16)


def promoted(awareness: int, spent: int, market: Market) -> int:
    """Awareness after `spent` rupiah of promotion: s / (s + half) of those who did not know."""
    return awareness + (1_000 - awareness) * spent // (spent + market.promotion_half)


def next_awareness(awareness: int, customers: int, residents: int, market: Market) -> int:
    """Awareness a week later: a share forgets, `customers` of the week tell their neighbours."""
    kept = awareness * market.awareness_keep // 1_000
    heard = min(1_000, customers * market.word_of_mouth // max(1, residents))
    return kept + (1_000 - kept) * heard // 1_000


def regulars(habit: NDArray[np.int16], market: Market) -> Sequence[int]:
    """For each stall, how many residents feel at least half of the strongest habit."""
    strong = np.maximum(habit, 0) * 2 >= max(1, market.habit_cap)
    return [int(count) for count in strong.sum(axis=0)]
