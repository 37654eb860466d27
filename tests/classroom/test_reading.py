"""What people type: read the Indonesian way, never guessed, never a crash."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar import i18n
from simpasar.classroom.reading import (
    LARGEST,
    NotUnderstood,
    quoted,
    read_amount,
    read_clock,
    read_count,
    read_quantity,
)
from simpasar.money import grouped, rupiah
from simpasar.scenario.parts import clock_text

AMOUNTS = st.integers(min_value=0, max_value=LARGEST)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12.500", 12_500),
        ("12500", 12_500),
        ("Rp 12.500", 12_500),
        ("rp12.500", 12_500),
        ("Rp. 12.500,-", 12_500),
        (" 12 500 ", 12_500),
        ("12,5 rb", 12_500),
        ("12.5 RB", 12_500),
        ("12rb", 12_000),
        ("12 ribu", 12_000),
        ("12k", 12_000),
        ("1,2 jt", 1_200_000),
        ("1,25 juta", 1_250_000),
        ("1.200.000", 1_200_000),
        ("0", 0),
        ("007", 7),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: int) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "12.5", "12.50", "1,234", "12,5", "1.2345", "1.23.456", "0.500", "1,250 jt", "1.250 rb",
        "", "  ", "Rp", "dua belas", "12-5", "--5", "1e3", "١٢٥٠٠", "１２", "12\u200b500", "²", "½",
        "NaN", "inf", "0x10", "1_000", "rb", "jt 5", "-5", "Rp -5", "\x00", "🙂",
        pytest.param("9" * 5_000, id="5000 nines"),
    ],
)  # fmt: skip
def test_what_could_mean_two_things_or_nothing_is_asked_for_again(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_amount(text)
    assert len(str(refused.value)) > 20


def test_the_sentence_is_spoken_in_the_language_of_the_moment() -> None:
    said = {}
    for language in i18n.LANGUAGES:
        i18n.use(language)
        with pytest.raises(NotUnderstood) as refused:
            read_amount("12.5")
        said[language] = str(refused.value)
    assert said["id"] == (
        "“12.5” belum terbaca sebagai jumlah uang. Tulis misalnya 12.500 atau 12,5 rb."
    )
    assert said["en"].startswith("“12.5” is no amount")


@given(AMOUNTS)
def test_what_we_write_we_read_again(amount: int) -> None:
    assert read_amount(rupiah(amount)) == amount
    assert read_amount(grouped(amount)) == amount
    assert read_count(grouped(amount)) == amount


@given(AMOUNTS)
def test_a_minus_is_read_only_where_it_is_asked_for(amount: int) -> None:
    assert read_amount(rupiah(-amount), negative=True) == -amount
    assert read_amount(f"Rp -{grouped(amount)}", negative=True) == -amount
    with pytest.raises(NotUnderstood):
        read_amount(f"-{amount}")


def test_more_than_a_sheet_can_hold_is_refused() -> None:
    assert read_amount(str(LARGEST)) == LARGEST
    with pytest.raises(NotUnderstood):
        read_amount(str(LARGEST + 1))
    with pytest.raises(NotUnderstood):
        read_count("21", most=20)


READERS: tuple[Callable[[str], int], ...] = (
    read_amount,
    partial(read_amount, negative=True),
    read_count,
    read_clock,
    partial(read_quantity, unit="g"),
    partial(read_quantity, unit="pcs"),
)


def answered(reader: Callable[[str], int], text: str) -> int | str:
    """A number, or the sentence that asks again."""
    try:
        return reader(text)
    except NotUnderstood as refused:
        return str(refused)


@given(st.text())
def test_no_text_at_all_breaks_a_reader(text: str) -> None:
    answers = [answered(reader, text) for reader in READERS]
    assert all(isinstance(answer, int) or len(answer) > 20 for answer in answers)


@pytest.mark.parametrize(
    ("text", "unit", "quantity"),
    [
        ("1,5 kg", "g", 1_500),
        ("250 gram", "g", 250),
        ("250g", "g", 250),
        ("2 l", "ml", 2_000),
        ("0,25 liter", "ml", 250),
        ("20 buah", "pcs", 20),
        ("1,2 rb", "g", 1_200),
        ("1.500", "ml", 1_500),
    ],
)
def test_a_quantity_may_name_its_unit(text: str, unit: str, quantity: int) -> None:
    assert read_quantity(text, unit) == quantity


@pytest.mark.parametrize(("text", "unit"), [("2 kg", "ml"), ("2 l", "g"), ("2 kg", "pcs")])
def test_a_unit_that_is_not_the_ingredients_own_is_refused(text: str, unit: str) -> None:
    with pytest.raises(NotUnderstood):
        read_quantity(text, unit)


@given(st.integers(min_value=0, max_value=24 * 60))
def test_a_time_of_day_is_read_as_we_write_it(minutes: int) -> None:
    text = clock_text(minutes * 60)
    assert read_clock(text) == minutes * 60
    assert read_clock(text.replace(":", ".")) == minutes * 60


@pytest.mark.parametrize(("text", "seconds"), [("6", 21_600), ("jam 6", 21_600), ("24", 86_400)])
def test_a_whole_hour_needs_no_minutes(text: str, seconds: int) -> None:
    assert read_clock(text) == seconds


@pytest.mark.parametrize("text", ["25", "24:01", "6:60", "6:5", "-1", "6:30:00", "pagi", ""])
def test_no_such_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_clock(text)


@given(st.text())
def test_what_is_said_again_is_short_and_can_be_seen(text: str) -> None:
    again = quoted(text)
    assert len(again) <= 24
    assert again.isprintable()
