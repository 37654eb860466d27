"""Chance is addressed, never consumed, and gives the same words on every machine for ever."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.market.chance import SEED_BITS, Chance, Purpose, cells, gumbel_table

GOLDEN = {
    (0, Purpose.HOME, 0, 0, 0): [58645, 8708, 9510, 65121, 14757, 33859, 18015, 40428],
    (2027, Purpose.GO, 3, 4, 0): [60089, 62959, 19864, 29173, 11950, 24370, 52135, 61382],
    (2**53 - 1, Purpose.CHOOSE, 52, 6, 65_535): [
        56171, 17112, 9106, 62433, 13792, 11966, 60257, 12839,
    ],
}  # fmt: skip
"""Words by (seed, purpose, week, day, index). A record replays only while these stand."""

ADDRESSES = st.tuples(
    st.integers(0, 2**SEED_BITS - 1),
    st.sampled_from(Purpose),
    st.integers(0, 104),
    st.integers(0, 6),
    st.integers(0, 65_535),
)


def words(address: tuple[int, Purpose, int, int, int], count: int = 8) -> list[int]:
    seed, purpose, week, day, index = address
    found: list[int] = Chance(seed).words(purpose, (count,), week, day, index).tolist()
    return found


def philox(seed: int, address: int, blocks: int) -> list[int]:
    """Philox 4x64 with 10 rounds, from the paper (Salmon et al. 2011): 64-bit words.

    numpy raises the counter before its first block, so counting starts from 1.
    """
    whole = 2**64
    found = []
    for counter in range(1, blocks + 1):
        x, key = [counter, 0, 0, 0], [seed, address]
        for _ in range(10):
            high0, low0 = divmod(0xD2E7470EE14C6C93 * x[0], whole)
            high1, low1 = divmod(0xCA5A826395121157 * x[2], whole)
            x = [high1 ^ x[1] ^ key[0], low1, high0 ^ x[3] ^ key[1], low0]
            key = [(key[0] + 0x9E3779B97F4A7C15) % whole, (key[1] + 0xBB67AE8584CAA73B) % whole]
        found += x
    return found


@pytest.mark.parametrize("address", GOLDEN)
def test_words_are_what_they_were_when_the_record_format_was_made(
    address: tuple[int, Purpose, int, int, int],
) -> None:
    assert words(address) == GOLDEN[address]


@given(ADDRESSES)
def test_words_are_those_of_philox_4x64_cut_in_four_lowest_first(
    address: tuple[int, Purpose, int, int, int],
) -> None:
    seed, purpose, week, day, index = address
    raw = philox(seed, week << 40 | day << 32 | purpose << 16 | index, 3)
    expected = [word >> shift & 0xFFFF for word in raw for shift in (0, 16, 32, 48)]
    assert words(address, 48) == expected


def test_a_fresh_process_with_another_hash_seed_draws_the_same_words() -> None:
    code = (
        "from simpasar.market.chance import Chance, Purpose\n"
        "print(Chance(2027).words(Purpose.GO, (8,), 3, 4).tolist())"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "17"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == str(GOLDEN[2027, Purpose.GO, 3, 4, 0])


@given(st.lists(ADDRESSES, min_size=1, max_size=6))
def test_what_was_drawn_before_changes_nothing(
    addresses: list[tuple[int, Purpose, int, int, int]],
) -> None:
    forwards = {address: words(address) for address in addresses}
    backwards = {address: words(address) for address in reversed(addresses)}
    assert forwards == backwards


@given(ADDRESSES, ADDRESSES)
def test_two_addresses_give_two_blocks(
    one: tuple[int, Purpose, int, int, int], other: tuple[int, Purpose, int, int, int]
) -> None:
    assert (words(one, 16) == words(other, 16)) == (one == other)


@given(ADDRESSES, st.integers(1, 40), st.integers(0, 40))
def test_a_longer_block_begins_with_the_shorter_one(
    address: tuple[int, Purpose, int, int, int], count: int, more: int
) -> None:
    assert words(address, count + more)[:count] == words(address, count)


def test_one_word_is_the_first_of_its_block() -> None:
    chance = Chance(5)
    assert chance.word(Purpose.WEATHER, 2, 3) == chance.words(Purpose.WEATHER, (9,), 2, 3)[0]


def test_words_are_uniform() -> None:
    """Chi-square over 256 bins of 2**18 words: 255 degrees of freedom, sd 22.6; 5 sd allowed."""
    drawn = Chance(11).words(Purpose.CHOOSE, (2**18,), 1, 1)
    for byte in (drawn >> 8, drawn & 0xFF):
        counts = np.bincount(byte, minlength=256)
        chi_square = ((counts - 1_024) ** 2 / 1_024).sum()
        assert abs(chi_square - 255) < 5 * 22.6


@pytest.mark.parametrize("seed", [-1, 2**SEED_BITS])
def test_a_seed_that_json_readers_would_round_is_refused(seed: int) -> None:
    with pytest.raises(ValueError, match="seed"):
        Chance(seed)


# -- the Gumbel table ---------------------------------------------------------------------


def test_the_gumbel_table_is_the_same_to_the_byte() -> None:
    table = np.ascontiguousarray(gumbel_table(), "<i4")
    digest = "ce49a99c8eaab9e8213fb7a03bda4aa2cc5f404571e7109df8ae1bae3315e2d6"
    assert hashlib.sha256(table.tobytes()).hexdigest() == digest


def test_no_gumbel_quantile_lies_so_near_a_half_that_a_logarithm_could_round_it_otherwise() -> None:
    """Floats find the 400 nearest to a half (the next is 0.002 away, floats err by 1e-9 here);
    40 digits show that none is nearer than a millionth and that each is rounded right."""
    midpoints = (np.arange(65_536) + 0.5) / 65_536
    quantiles = -1_000 * np.log(-np.log(midpoints))
    nearness = np.abs(quantiles - np.floor(quantiles) - 0.5)
    with localcontext() as context:
        context.prec = 40
        for cell in np.argsort(nearness)[:400].tolist():
            midpoint = Decimal(2 * cell + 1) / 131_072
            exact = -1_000 * (-midpoint.ln()).ln()
            whole = exact.to_integral_value(ROUND_HALF_EVEN)
            assert abs(abs(exact - whole) - Decimal("0.5")) > Decimal("1e-6")
            assert gumbel_table()[cell] == whole


def test_the_gumbel_table_has_the_mean_and_spread_of_the_distribution() -> None:
    """Mean: Euler's constant; variance: pi squared over 6; the cells cut off the far tail."""
    table = gumbel_table().astype(np.float64)
    assert table.mean() == pytest.approx(577.2, abs=0.2)
    assert table.var() == pytest.approx(1e6 * np.pi**2 / 6, rel=0.001)


# -- cells --------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=256).filter(any))
def test_cells_stand_in_proportion_to_their_weights_to_one_cell(weights: list[int]) -> None:
    counts = np.bincount(cells(weights), minlength=len(weights))
    assert counts.sum() == 65_536
    for count, weight in zip(counts.tolist(), weights, strict=True):
        assert abs(count * sum(weights) - weight * 65_536) < sum(weights)
        assert weight or not count
