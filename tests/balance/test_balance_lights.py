"""Every threshold turns its light both ways, and red takes proof."""

from __future__ import annotations

import pytest

from simpasar.balance import lights
from simpasar.balance.answers import Light
from simpasar.balance.lights import Threshold, together, worst
from simpasar.balance.questions.pooling import pooling_light
from simpasar.balance.statistics import Interval

THRESHOLDS = [value for value in vars(lights).values() if isinstance(value, Threshold)]


def sure(value: int) -> Interval:
    return Interval(value, value, value, 10)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_a_threshold_is_green_up_to_its_edge_yellow_beyond_and_red_from_its_other(
    threshold: Threshold,
) -> None:
    better = 1 if threshold.more_is_better else -1
    assert threshold.of(threshold.green) == "green"
    assert threshold.of(threshold.green + better) == "green"
    assert threshold.of(threshold.red) == "red"
    assert threshold.of(threshold.red - better) == "red"
    between = (threshold.green + threshold.red) // 2
    assert threshold.of(between) == "yellow"
    assert threshold.of(threshold.green - better) != "green"
    assert threshold.light(sure(threshold.green)) == ("green", True)
    assert threshold.light(sure(threshold.red)) == ("red", True)


def test_an_interval_across_an_edge_is_not_settled_and_follows_the_estimate() -> None:
    threshold = Threshold(green=100, red=0)
    assert threshold.light(Interval(90, 120, 150, 9)) == ("green", False)
    assert threshold.light(Interval(10, 50, 90, 9)) == ("yellow", True)
    assert threshold.light(Interval(-20, -5, 10, 9)) == ("red", False)


def test_the_worst_light_counts() -> None:
    assert worst(["green", "yellow"]) == "yellow"
    assert worst(["red", "green"]) == "red"
    assert worst([]) == "green"


def test_one_figure_that_is_surely_red_is_enough() -> None:
    assert together([("green", False), ("red", True)]) == ("red", True)
    assert together([("green", True), ("red", False)]) == ("red", False)
    assert together([("green", True), ("yellow", True)]) == ("yellow", True)


@pytest.mark.parametrize(
    ("brought", "light", "settled"),
    [
        ([(-9, -1), (2, 9), (3, 9), (4, 9)], "green", True),
        ([(2, 9), (2, 9), (3, 9), (4, 9)], "yellow", True),  # nobody is needed for it
        ([(-9, -1), (-9, -1), (-9, -1), (4, 9)], "yellow", True),  # everybody is
        ([(-9, -1), (-9, -1), (-9, -1), (-4, -1)], "red", True),
        ([(-9, -1), (-9, 5), (-9, -1), (-4, -1)], "yellow", False),
        ([(-9, 5), (2, 9), (3, 9), (4, 9)], "green", False),
    ],
)
def test_the_cooperative_should_pay_from_two_members_and_before_all(
    brought: list[tuple[int, int]], light: Light, settled: bool
) -> None:
    found = [Interval(low, (low + high) // 2, high, 9) for low, high in brought]
    assert pooling_light(found) == (light, settled)
