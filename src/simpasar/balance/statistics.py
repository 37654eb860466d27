"""Means with their intervals, quantiles, shares: the statistics of a balance.

Floats are for analysis only. Sums are exact (`math.fsum`) and resampling is seeded, so the same
games give the same figures on every machine.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045,
)  # fmt: skip
"""Student's t, two-sided 95 %, for 1 to 29 degrees of freedom (Fisher and Yates 1938)."""
_NORMAL = 1.960
_RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and its 95 % interval, whole numbers, from `count` values."""

    low: int
    middle: int
    high: int
    count: int

    @property
    def above(self) -> bool:
        """Whether all of it lies above 0."""
        return self.low > 0

    @property
    def below(self) -> bool:
        """Whether all of it lies below 0."""
        return self.high < 0

    def per_mille_of(self, whole: float) -> Interval:
        """The interval in per mille of an amount above 0."""
        low, middle, high = (round(1_000 * n / whole) for n in (self.low, self.middle, self.high))
        return Interval(low, middle, high, self.count)


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean.

    Raises:
        ValueError: no values.
    """
    if not values:
        raise ValueError("a mean needs at least one value")
    return math.fsum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    """The sample variance (n - 1 below); 0 of fewer than two values."""
    if len(values) < 2:
        return 0.0
    middle = mean(values)
    return math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1)


def mean_interval(values: Sequence[float]) -> Interval:
    """The mean with Student's 95 % interval; of paired differences, the paired interval.

    Raises:
        ValueError: fewer than two values.
    """
    if len(values) < 2:
        raise ValueError("an interval needs at least two values")
    count = len(values)
    t = _T[count - 2] if count - 2 < len(_T) else _NORMAL
    middle, half = mean(values), t * math.sqrt(variance(values) / count)
    return Interval(math.floor(middle - half), round(middle), math.ceil(middle + half), count)


def share_above(found: Sequence[Interval]) -> Interval:
    """The part of some estimates that is above 0, per mille: at least those surely above, at most
    those not surely 0 or below.

    Raises:
        ValueError: no estimates.
    """
    if not found:
        raise ValueError("a share needs at least one estimate")
    counts = (
        sum(each.low > 0 for each in found),
        sum(each.middle > 0 for each in found),
        sum(each.high > 0 for each in found),
    )
    low, middle, high = (1_000 * count // len(found) for count in counts)
    return Interval(low, middle, high, len(found))


def quantile(values: Sequence[float], share: float) -> float:
    """The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).

    Raises:
        ValueError: no values.
    """
    if not values:
        raise ValueError("a quantile needs at least one value")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def resampled(
    values: Sequence[float], statistic: Callable[[Sequence[float]], float], seed: int = 1
) -> Interval:
    """Any statistic with its percentile bootstrap interval, 95 % (Efron 1979).

    Raises:
        ValueError: no values.
    """
    draw = random.Random(seed)
    again = [statistic(draw.choices(values, k=len(values))) for _ in range(_RESAMPLES)]
    low, high = quantile(again, 0.025), quantile(again, 0.975)
    return Interval(math.floor(low), round(statistic(values)), math.ceil(high), len(values))


def share_interval(hits: int, count: int) -> Interval:
    """A share in per mille with Wilson's 95 % score interval (Wilson 1927).

    Raises:
        ValueError: no trials.
    """
    if count < 1:
        raise ValueError("a share needs at least one trial")
    z2 = _NORMAL**2
    share = hits / count
    centre = (share + z2 / (2 * count)) / (1 + z2 / count)
    spread = math.sqrt(share * (1 - share) / count + z2 / (4 * count * count))
    half = _NORMAL * spread / (1 + z2 / count)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Interval(math.floor(1_000 * low), round(1_000 * share), math.ceil(1_000 * high), count)
