"""A number that changes in the course of a day or a week, to be read at any second."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Tally:
    """`values[i]` holds from second `at[i]` on, 0 before the first; `at` never falls."""

    at: tuple[int, ...]
    values: tuple[int, ...]

    @classmethod
    def of(cls, changes: Iterable[tuple[int, int]]) -> Self:
        """The running sum of (second, change) pairs, in any order."""
        at, values, sum_ = [], [], 0
        for second, change in sorted(changes):
            sum_ += change
            at.append(second)
            values.append(sum_)
        return cls(tuple(at), tuple(values))

    @classmethod
    def seen(cls, levels: Iterable[tuple[int, int]]) -> Self:
        """A level that was read at these seconds, in order."""
        pairs = tuple(levels)
        return cls(tuple(second for second, _ in pairs), tuple(level for _, level in pairs))

    @classmethod
    def counting(cls, seconds: Iterable[int]) -> Self:
        """How many of these seconds have come."""
        at = tuple(sorted(seconds))
        return cls(at, tuple(range(1, len(at) + 1)))

    def by(self, second: int) -> int:
        """The number once all that happens in `second` has happened."""
        found = bisect_right(self.at, second)
        return self.values[found - 1] if found else 0

    def before(self, second: int) -> int:
        """The number before anything happens in `second`."""
        found = bisect_left(self.at, second)
        return self.values[found - 1] if found else 0

    def most(self, first: int, last: int) -> int:
        """The largest it ever is from second `first` to `last`."""
        inside = self.values[bisect_right(self.at, first) : bisect_right(self.at, last)]
        return max(self.by(first), *inside) if inside else self.by(first)
