"""Rupiah: nothing is lost in a division, and amounts read as people write them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.money import grouped, rupiah, split

AMOUNTS = st.integers(-(10**15), 10**15)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=40)


@given(AMOUNTS, WEIGHTS)
def test_the_parts_of_a_split_add_up_to_the_amount(amount: int, weights: list[int]) -> None:
    assert sum(split(amount, weights)) == amount


@given(AMOUNTS, WEIGHTS.filter(any))
def test_each_part_is_less_than_one_rupiah_from_its_exact_share(
    amount: int, weights: list[int]
) -> None:
    total = sum(weights)
    for part, weight in zip(split(amount, weights), weights, strict=True):
        assert abs(part * total - amount * weight) < total


@given(AMOUNTS, WEIGHTS.filter(any))
def test_who_has_no_weight_gets_nothing(amount: int, weights: list[int]) -> None:
    parts = split(amount, weights)
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


@given(st.integers(0, 10**15), WEIGHTS)
def test_who_weighs_more_never_gets_less(amount: int, weights: list[int]) -> None:
    by_weight = sorted(zip(weights, split(amount, weights), strict=True))
    for (lighter, less), (heavier, more) in pairwise(by_weight):
        assert less <= more or lighter == heavier


@given(AMOUNTS, WEIGHTS.filter(any), st.integers(1, 10**6))
def test_only_the_proportion_of_the_weights_matters(
    amount: int, weights: list[int], factor: int
) -> None:
    assert split(amount, [weight * factor for weight in weights]) == split(amount, weights)


def test_the_odd_rupiah_goes_to_the_largest_remainder() -> None:
    # Hamilton's method: the exact shares are 58.92, 33.67 and 8.42; two rupiah are left over.
    assert split(101, [7, 4, 1]) == (59, 34, 8)


def test_equal_remainders_go_to_the_earlier_part() -> None:
    assert split(10, [1, 1, 1]) == (4, 3, 3)
    assert split(-10, [1, 1, 1]) == (-3, -3, -4)


def test_weights_of_only_zeros_share_evenly() -> None:
    assert split(7, [0, 0]) == (4, 3)


@pytest.mark.parametrize("weights", [[], [-1], [3, -1, 5]])
def test_a_split_without_weights_or_with_one_below_zero_is_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="at least 0"):
        split(100, weights)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "Rp 0"),
        (500, "Rp 500"),
        (1_000, "Rp 1.000"),
        (12_500, "Rp 12.500"),
        (1_234_567, "Rp 1.234.567"),
        (-12_500, "-Rp 12.500"),
    ],
)
def test_rupiah_are_written_with_a_dot_every_three_digits(amount: int, written: str) -> None:
    assert rupiah(amount) == written


@given(AMOUNTS)
def test_a_grouped_number_is_the_number_without_its_dots(amount: int) -> None:
    groups = grouped(amount).lstrip("-").split(".")
    assert int(grouped(amount).replace(".", "")) == amount
    assert 1 <= len(groups[0]) <= 3
    assert all(len(group) == 3 for group in groups[1:])
