"""Keyed chance: every draw is addressed by seed, week, day, purpose and index, never consumed.

The words come from the counter-based generator Philox 4x64 (Salmon et al. 2011), read raw: the
raw stream is the only one whose values numpy promises to keep. All arithmetic on them is integer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Words: TypeAlias = NDArray[np.uint16]

SEED_BITS = 53
"""Seeds stay exact in every JSON reader."""


class Purpose(IntEnum):
    """What a block of draws is for. Numbers are part of the record format: never reuse one."""

    HOME = 1
    KNOWS = 2
    WEATHER = 3
    EVENT = 4
    PRICE = 5
    GO = 6
    ARRIVE = 7
    CHOOSE = 8
    PORTION = 9
    BOT = 10
    PROGRAMME = 11
    CONTRACT = 12
    ARISAN = 13
    BOT_DEALINGS = 14


@dataclass(frozen=True, slots=True)
class Chance:
    """All the luck of one game. `seed`: 0 to 2**53 - 1."""

    seed: int

    def __post_init__(self) -> None:
        if not 0 <= self.seed < 1 << SEED_BITS:
            raise ValueError(f"a seed lies between 0 and {(1 << SEED_BITS) - 1}")

    def words(
        self, purpose: Purpose, shape: tuple[int, ...], week: int = 0, day: int = 0, index: int = 0
    ) -> Words:
        """A block of uniform uint16; week 0 is the whole game. The same address, the same words.

        A longer last axis extends each block only if it is the sole axis: address by `index`
        (0 to 65,535) what must not move when something else grows.
        """
        key = np.array([self.seed, week << 40 | day << 32 | purpose << 16 | index], dtype=np.uint64)
        count = prod(shape)
        raw = np.random.Philox(key=key).random_raw((count + 3) // 4)
        return raw.astype("<u8", copy=False).view("<u2")[:count].reshape(shape)

    def word(self, purpose: Purpose, week: int = 0, day: int = 0, index: int = 0) -> int:
        """One uniform number from 0 to 65,535."""
        return int(self.words(purpose, (1,), week, day, index)[0])


@cache
def gumbel_table() -> NDArray[np.int32]:
    """Standard Gumbel quantiles of the 65,536 cell midpoints, in milli-utils.

    The logarithm may differ in its last bit between machines; no quantile lies near enough to
    half a milli-util for that to change the rounding (a test proves it with exact decimals).
    """
    midpoints = (np.arange(65_536) + 0.5) / 65_536
    table: NDArray[np.int32] = np.rint(-1_000 * np.log(-np.log(midpoints))).astype(np.int32)
    table.flags.writeable = False
    return table


def cells(weights: list[int]) -> NDArray[np.uint8]:
    """A table of 65,536 entries in which index i stands in proportion to `weights[i]`.

    At most 256 weights, at least one above 0.
    """
    total = sum(weights)
    ends = [sum(weights[: i + 1]) * 65_536 // total for i in range(len(weights))]
    counts = np.diff([0, *ends])
    return np.repeat(np.arange(len(weights), dtype=np.uint8), counts)
