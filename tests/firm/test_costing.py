"""HPP, margin and break-even as a trainer works them out on the board."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.firm.costing import (
    break_even,
    break_even_revenue,
    contribution_margin,
    full_unit_cost,
    half_up,
    margin_per_mille,
    unit_cost,
)
from simpasar.scenario.model import Decisions, Scenario


def test_nasi_uduk_costs_288000_for_40_portions_so_7200_each(
    scenario: Scenario, start: Decisions
) -> None:  # domain-facts 2b
    assert unit_cost(scenario, "nasi_uduk", "biasa", start.suppliers) == 7_200


def test_a_smaller_grade_costs_its_share_of_the_recipe(
    scenario: Scenario, start: Decisions
) -> None:
    assert unit_cost(scenario, "nasi_uduk", "hemat", start.suppliers) == 5_760


def test_a_dearer_ingredient_raises_the_unit_cost_by_its_part_only(
    scenario: Scenario, start: Decisions
) -> None:
    # Chilli at twice the price: 48.000 more for 40 portions.
    cost = unit_cost(scenario, "nasi_uduk", "biasa", start.suppliers, {"cabai": 2_000})
    assert cost == 8_400


def test_another_supplier_changes_the_unit_cost(scenario: Scenario, start: Decisions) -> None:
    # 4 kg of rice at 13.000 instead of 14.000: 4.000 less for 40 portions.
    suppliers = start.suppliers | {"beras": "grosir"}
    assert unit_cost(scenario, "nasi_uduk", "biasa", suppliers) == 7_100


def test_full_unit_cost_spreads_labour_and_overhead_over_the_units() -> None:
    assert full_unit_cost(7_200, labour=100_000, overhead=20_000, units=40) == 10_200
    with pytest.raises(ValueError, match="at least one unit"):
        full_unit_cost(7_200, 0, 0, units=0)


def test_nasi_uduk_at_12000_leaves_4800_which_is_40_percent() -> None:
    assert contribution_margin(12_000, 7_200) == 4_800
    assert margin_per_mille(12_000, 7_200) == 400
    assert margin_per_mille(6_000, 7_200) == -200
    with pytest.raises(ValueError, match="above 0"):
        margin_per_mille(0, 7_200)


def test_break_even_rounds_up_to_whole_units() -> None:
    assert break_even(120_000, 12_000, 7_200) == 25
    assert break_even(120_001, 12_000, 7_200) == 26
    assert break_even_revenue(120_000, 12_000, 7_200) == 300_000


@pytest.mark.parametrize("price", [7_200, 5_000])
def test_without_a_margin_there_is_no_break_even(price: int) -> None:
    assert break_even(120_000, price, 7_200) is None
    assert break_even_revenue(120_000, price, 7_200) is None


money = st.integers(min_value=0, max_value=10**8)


@given(money, money, money)
def test_break_even_is_the_first_number_of_units_that_covers_the_fixed_cost(
    fixed: int, price: int, variable: int
) -> None:
    units = break_even(fixed, price, variable)
    if units is None:
        assert price <= variable
    else:
        assert units * (price - variable) >= fixed
        assert units == 0 or (units - 1) * (price - variable) < fixed


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(1, 10**6))
def test_half_up_is_the_nearest_whole_number(numerator: int, denominator: int) -> None:
    gap = half_up(numerator, denominator) - Fraction(numerator, denominator)
    assert Fraction(-1, 2) < gap <= Fraction(1, 2)
