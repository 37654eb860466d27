"""Intervals, quantiles and shares, against known cases and by simulation."""

from __future__ import annotations

import random
from statistics import NormalDist, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.balance.statistics import (
    Interval,
    mean_interval,
    quantile,
    resampled,
    share_above,
    share_interval,
    variance,
)


def test_the_paired_interval_holds_the_true_difference_in_95_of_100_samples() -> None:
    draw, samples = random.Random(4), 4_000
    for count in (3, 12, 40):
        held = 0
        for _ in range(samples):
            common = [draw.gauss(0, 5_000) for _ in range(count)]  # luck that both arms share
            one = [luck + draw.gauss(70_000, 900) for luck in common]
            other = [luck + draw.gauss(60_000, 900) for luck in common]
            found = mean_interval([a - b for a, b in zip(one, other, strict=True)])
            held += found.low <= 10_000 <= found.high
        assert 0.935 <= held / samples <= 0.965, count


def test_a_known_sample_has_the_interval_of_the_textbook() -> None:
    # Student's sleep data (1908), the ten paired differences: mean 1.58, 95 % 0.70 to 2.46.
    hours = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    found = mean_interval([10_000 * each for each in hours])
    assert found.middle == 15_800
    assert found.low == pytest.approx(7_001, abs=2)
    assert found.high == pytest.approx(24_599, abs=2)
    assert found.above
    assert not found.below


def test_one_value_has_no_interval() -> None:
    with pytest.raises(ValueError, match="at least two"):
        mean_interval([5])
    assert variance([5]) == 0


@given(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=40), st.randoms())
def test_an_interval_does_not_depend_on_the_order_of_the_values(
    values: list[int], draw: random.Random
) -> None:
    mixed = list(values)
    draw.shuffle(mixed)
    assert mean_interval(mixed) == mean_interval(values)
    found = mean_interval(values)
    assert found.low <= found.middle <= found.high


@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=50))
def test_quantiles_are_those_of_the_standard_library(values: list[int]) -> None:
    ours = [quantile(values, share / 20) for share in range(1, 20)]
    assert ours == pytest.approx(quantiles(values, n=20, method="inclusive"))


def test_a_quantile_of_one_value_is_that_value() -> None:
    assert [quantile([7], share) for share in (0, 0.05, 0.5, 1)] == [7, 7, 7, 7]
    with pytest.raises(ValueError, match="at least one"):
        quantile([], 0.5)


def test_shares_have_wilsons_interval() -> None:
    # 7 of 50: Wilson 0.0695 to 0.2619 (Newcombe 1998, method 3).
    assert share_interval(7, 50) == Interval(69, 140, 262, 50)
    assert share_interval(0, 40).low == 0
    assert share_interval(40, 40).high == 1_000
    assert share_interval(0, 40).high > 0


def test_the_bootstrap_interval_is_seeded_and_holds_the_median() -> None:
    draw, held = random.Random(5), 0
    truth = NormalDist(1_000, 100).inv_cdf(0.5)
    for number in range(300):
        values = [draw.gauss(1_000, 100) for _ in range(30)]
        found = resampled(values, lambda some: quantile(some, 0.5), seed=number)
        held += found.low <= truth <= found.high
    assert 0.9 <= held / 300 <= 0.99
    values = [draw.gauss(0, 1) for _ in range(20)]
    assert resampled(values, max) == resampled(values, max)


def test_a_share_of_estimates_counts_the_sure_the_likely_and_the_possible() -> None:
    found = [
        Interval(1, 2, 3, 9),
        Interval(-1, 2, 3, 9),
        Interval(-3, -1, 1, 9),
        Interval(0, 0, 0, 9),
    ]
    assert share_above(found) == Interval(250, 500, 750, 4)
    with pytest.raises(ValueError, match="at least one"):
        share_above([])


def test_an_interval_in_per_mille_of_an_amount() -> None:
    assert Interval(-5, 10, 25, 3).per_mille_of(50) == Interval(-100, 200, 500, 3)
