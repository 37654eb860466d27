"""What would have been better, in words: first what most of the loss is due to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewed import decided, reviewed
from simpasar.firm.sheet import DecisionSheet
from simpasar.review.marks import Decision
from simpasar.review.words import advice
from simpasar.scenario.model import DayPlan, Measure


def changed_in_price_and_batches(pricing: int, production: int) -> Decision:
    """A marked decision whose better sheet has another price and another plan."""
    _game, found = reviewed()
    decision = decided(found, 1, "anggrek", "mistake")
    own = decision.sheet.decisions
    product = next(iter(own.prices))
    better = own.model_copy(
        update={
            "prices": {**own.prices, product: own.prices[product] + 500},
            "batches": {**own.batches, product: DayPlan(weekday=11, weekend=12)},
        }
    )
    parts: dict[Measure, int] = {"pricing": pricing, "production": production}
    return replace(decision, better=DecisionSheet(decisions=better), objectives=parts)


@pytest.mark.parametrize(
    ("pricing", "production", "first"), [(9_000, 1_000, "Prices"), (-500, 9_000, "Batches")]
)
@pytest.mark.usefixtures("english")
def test_what_cost_the_most_is_named_first(pricing: int, production: int, first: str) -> None:
    _game, found = reviewed()
    sentence = advice(found, changed_in_price_and_batches(pricing, production))
    assert sentence.startswith(f"Week 1: {first}")


@pytest.mark.usefixtures("english")
def test_what_others_in_the_cooperative_would_have_had_is_said() -> None:
    _game, found = reviewed()
    decision = replace(changed_in_price_and_batches(9_000, 1_000), loss=10_000)
    alone = replace(decision, bearers={"anggrek": 10_000})
    shared = replace(decision, bearers={"anggrek": 7_000, "melati": 3_000})
    against = replace(decision, bearers={"anggrek": 12_000, "melati": -2_000})
    assert "cooperative" not in advice(found, alone)
    assert "Of this, Rp 3.000 would go to the other members" in advice(found, shared)
    assert "the other members would lose Rp 2.000" in advice(found, against)
