"""Whatever a file holds, it loads or is refused with places that are in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lapak import FILES, LAPAK, problems, spoilt

from simpasar.scenario.loader import load_text
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import MAX_PROBLEMS, ScenarioProblems

LINES = LAPAK.split("\n")

SCRAPS = st.sampled_from(
    [
        *("2.000", "0,7", "6%", "Rp 2.000", "-1", "0", "1", "99999999999999999999", "1e9", "007"),
        *(
            "true",
            "null",
            "~",
            "''",
            '"',
            "'",
            "[",
            "]",
            "{",
            "}",
            "[]",
            "{}",
            ":",
            ": ",
            "- ",
            ",",
        ),
        *("\t", "\n", "\r", "\x85", "\u2028", "\0", "\x07", "\ufeff", "\ud800", "é", "😀", "²"),
        *("&a ", "*a", "<<", "!!int ", "!x", "---\n", "...\n", "|\n", ">-\n", "? ", "#", "%", "@"),
        *("harga", "price", "kas", "beras", "uduk", "banjir", "jenis", "id", "bahasa", "language"),
        *("06:00", "6:00", "24:00", "25:61", "05:²³", "2027-01-04", "1798416000", "0001-01-01"),
    ]
)


def assert_answered(text: str) -> Scenario | ScenarioProblems:
    """What a reader of `text` gets: a scenario, or a refusal that is well told."""
    try:
        scenario = load_text(text, "f.yaml")
    except ScenarioProblems as refusal:
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        for old in "\x85\u2028\u2029":
            lines = lines.replace(old, "\n")
        assert_well_told(refusal, lines.split("\n"))
        return refusal
    assert isinstance(scenario, Scenario)
    return scenario


def assert_refused(text: str) -> None:
    assert isinstance(assert_answered(text), ScenarioProblems)


def assert_well_told(refusal: ScenarioProblems, lines: list[str]) -> None:
    assert refusal.problems
    for problem in refusal.problems:
        assert problem.message.strip()
        assert problem.code
        str(problem).encode()
        if problem.place is not None:
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


@given(st.text())
@example("\x1f")
@example("a: \U0001f600\x85b: [")
def test_arbitrary_text(text: str) -> None:
    assert_answered(text)


@given(st.binary(max_size=200))
def test_arbitrary_bytes(data: bytes) -> None:
    assert_answered(data.decode("utf-8", "surrogateescape"))


@st.composite
def _mutilated(draw: st.DrawFn) -> str:
    """The small scenario after a few slips of the hand."""
    text = LAPAK
    for _slip in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text) - 1))
        length = draw(st.integers(0, 12))
        new = draw(st.one_of(SCRAPS, st.text(max_size=3), st.just("")))
        text = text[:at] + new + text[at + length :]
    return text


@settings(deadline=None, max_examples=300)
@given(_mutilated())
def test_a_scenario_after_slips_of_the_hand(text: str) -> None:
    assert_answered(text)


@st.composite
def _other_values(draw: st.DrawFn) -> str:
    """The small scenario with the value of a line or an entry put in place of another."""
    lines = list(LINES)
    for _slip in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, _value = lines[at].partition(": ")
        other = draw(st.one_of(SCRAPS, st.sampled_from(LINES).map(lambda s: s.partition(": ")[2])))
        lines[at] = f"{key}{colon or ': '}{other}"
    return "\n".join(lines)


@settings(deadline=None, max_examples=300)
@given(_other_values())
def test_a_scenario_with_values_of_other_kinds(text: str) -> None:
    assert_answered(text)


def test_a_scenario_without_any_one_of_its_lines() -> None:
    for gone in range(len(LINES)):
        assert_answered("\n".join(LINES[:gone] + LINES[gone + 1 :]))


def test_a_scenario_cut_off_after_any_of_its_lines() -> None:
    for end in range(len(LINES)):
        assert_answered("\n".join(LINES[:end]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("produk: [uduk", "produk: [uduk" + ", uduk" * 150_000),
        ("resep: {", "resep: {" + "".join(f"z{i}: 1, " for i in range(20_000))),
        ("bahan:\n", "bahan:\n" + "".join(f"  z{i}: {{nama: B}}\n" for i in range(20_000))),
        ("stok: {", "stok: {" + "".join(f"z{i}: x, " for i in range(50_000))),
    ],
    ids=["one name over and over", "many unknown", "many incomplete", "many wrong"],
)
def test_a_megabyte_of_mistakes_is_refused_in_brief(old: str, new: str) -> None:
    refusal = assert_answered(spoilt(old, new))
    assert isinstance(refusal, ScenarioProblems)
    assert 1 <= len(refusal.problems) <= MAX_PROBLEMS


def test_a_shipped_scenario_in_the_wrong_language_is_refused() -> None:
    text = FILES["en"].read_text(encoding="utf-8")
    assert_refused(text.replace("language: en", "bahasa: id"))
    path = Path(__file__).parents[2] / "scenarios" / "pasar-pagi.yaml"
    assert_refused(path.read_text(encoding="utf-8").replace("bahasa: id", "bahasa: en"))


def test_a_game_that_would_outlast_the_calendar_is_told_of_and_not_begun() -> None:
    text = spoilt("mulai: 2027-01-04", "mulai: 9999-12-27")
    (problem,) = problems(text)
    assert problem.code == "monday"
    assert problem.mend is None
