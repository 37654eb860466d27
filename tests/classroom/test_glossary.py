"""The glossary: every word in both languages, in the order of the alphabet, easy to find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar import i18n
from simpasar.classroom.glossary import find, words
from simpasar.classroom.words import WORDS
from simpasar.i18n import LANGUAGES, Language, told_in
from simpasar.money import rupiah

MONEY = re.compile(r"Rp [0-9]{1,3}(\.[0-9]{3})*(?![0-9.]*[0-9])")


def terms(text: str) -> list[str]:
    return [word.term for word in find(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_explained_twice(language: Language) -> None:
    told = [told_in(language, word.term).casefold() for word in WORDS]
    assert len(set(told)) == len(told) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meaning_is_one_sentence(language: Language) -> None:
    meanings = [told_in(language, word.meaning) for word in WORDS]
    assert [m for m in meanings if not re.fullmatch(r"[^.?!]([^.?!]|\.(?! |$))*\.", m)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rupiah_is_written_with_dots(language: Language) -> None:
    meanings = [told_in(language, word.meaning) for word in WORDS]
    amounts = [part for m in meanings for part in re.findall(r"Rp[^,:;a-z]*", m)]
    assert amounts
    assert [amount for amount in amounts if not MONEY.match(amount)] == []


@pytest.mark.parametrize(
    ("term", "amount"),
    [
        ("Sales", 50 * 12_000),
        ("HPP (unit cost)", 288_000 // 40),
        ("Margin", 12_000 - 7_200),
        ("Titik impas", 480_000 // 100),
        ("Depreciation", 520_000 // 52),
        ("Instalment", 30 * 40_000),
        ("Interest", 1_000_000 * 6 // 100),
    ],
)
def test_an_example_is_reckoned_right(term: str, amount: int) -> None:
    (meaning,) = [word.meaning for word in WORDS if word.term == term]
    assert rupiah(amount) in meaning


def test_a_translation_has_the_same_amounts_as_its_sentence() -> None:
    def amounts(text: str) -> list[str]:
        return sorted(re.findall(r"Rp [0-9.]*[0-9]|[0-9]+ %", text))

    unlike = [w.term for w in WORDS if amounts(w.meaning) != amounts(told_in("id", w.meaning))]
    assert unlike == []


def test_the_surplus_is_no_dividend() -> None:
    assert "divid" not in " ".join(told_in("id", w.meaning) + w.meaning for w in WORDS).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stand_in_the_order_of_the_alphabet_of_the_language_spoken(
    language: Language,
) -> None:
    i18n.use(language)
    told = [i18n._(word.term).lower() for word in words()]
    assert told == sorted(told)
    assert len(told) == len(WORDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["kas", "KAS", "  kas ", "kás"])
def test_a_word_is_found_in_either_language_whatever_its_capitals_and_accents(
    text: str, language: Language
) -> None:
    i18n.use(language)
    assert terms(text)[0] == "Cash"


def test_a_word_is_found_by_its_meaning_too_but_after_those_of_that_name() -> None:
    i18n.use("id")
    found = terms("simpanan")
    named = [w.term for w in WORDS if "simpanan" in told_in("id", w.term).lower()]
    assert set(found[: len(named)]) == set(named)
    assert "Wealth" not in found
    assert "Assets" in found[len(named) :]


def test_letters_that_no_word_has_find_nothing() -> None:
    assert find("xyzzy") == ()


def test_no_letters_leave_every_word() -> None:
    assert find("") == find("   ") == words()


@given(st.text(max_size=20))
def test_any_text_finds_words_of_the_glossary_each_once(text: str) -> None:
    found = find(text)
    assert len(set(found)) == len(found)
    assert set(found) <= set(WORDS)
