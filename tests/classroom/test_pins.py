"""PINs: short, salted, quick to check, and no surprise for whatever stands in the desk file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpasar.classroom.pins import fits, hashed, is_pin

PINS = st.text("0123456789", min_size=4, max_size=6)


@settings(max_examples=20, deadline=None)
@given(PINS, PINS)
def test_only_the_same_pin_fits(one: str, other: str) -> None:
    assert fits(one, hashed(one))
    assert fits(other, hashed(one)) == (one == other)


def test_the_hash_is_salted_and_does_not_hold_the_pin() -> None:
    first, second = hashed("1234"), hashed("1234")
    assert first != second
    assert "1234" not in (first.partition(":")[2], second.partition(":")[2])


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=8), st.text())
def test_what_is_no_hash_of_ours_fits_no_pin(typed: str, kept: str) -> None:
    assert not fits(typed, kept)


@pytest.mark.parametrize("text", ["", "123", "1234567", "12a4", "12 4", "١٢٣٤", "-123"])
def test_a_pin_is_four_to_six_digits(text: str) -> None:
    assert not is_pin(text)
    with pytest.raises(ValueError, match="4 to 6 digits"):
        hashed(text)
