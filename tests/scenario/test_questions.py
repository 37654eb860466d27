"""Questions of a test in a scenario: what they may be, and that older scenarios stay the same."""

from __future__ import annotations

import json

import pytest
from lapak import LAPAK, problems

from simpasar.scenario.loader import load_text
from simpasar.scenario.model import Scenario

TES = """\
tes:
  - pertanyaan: {id: "SHU itu apa?", en: "What is SHU?"}
    pilihan: [Pinjaman, Sisa hasil usaha]
    jawaban: 2
    ukuran: kerja_sama
"""


def codes(text: str) -> list[tuple[str, int | None]]:
    return [(p.code, p.place.line if p.place else None) for p in problems(LAPAK + text)]


def lines(text: str) -> int:
    return len(text.splitlines())


def test_a_question_has_its_text_options_answer_and_measure() -> None:
    (question,) = load_text(LAPAK + TES).test
    assert question.question.of("en") == "What is SHU?"
    assert question.options[question.answer - 1].id == "Sisa hasil usaha"
    assert question.measure == "cooperation"


def test_a_record_brings_the_test_back() -> None:
    scenario = load_text(LAPAK + TES)
    assert Scenario.model_validate_json(scenario.model_dump_json()) == scenario


def test_a_scenario_without_a_test_has_the_text_it_always_had() -> None:
    plain = json.loads(load_text(LAPAK).model_dump_json())
    assert "test" not in plain
    assert "test" in json.loads(load_text(LAPAK + TES).model_dump_json())


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("jawaban: 2", "jawaban: 3", "no-option", 4),
        ("jawaban: 2", "jawaban: 0", "range", 4),
        ("jawaban: 2", "jawaban: b", "number", 4),
        ("[Pinjaman, Sisa hasil usaha]", "[Pinjaman, Pinjaman]", "same-option", 3),
        ("[Pinjaman, Sisa hasil usaha]", "[Pinjaman]", "too-few", 3),
        ("[Pinjaman, Sisa hasil usaha]", "[A, B, C, D, E, F]", "too-many", 3),
        ("ukuran: kerja_sama", "ukuran: cinta", "unknown-word", 5),
    ],
)
def test_what_nobody_could_answer_or_mark_is_found_in_its_line(
    old: str, new: str, code: str, line: int
) -> None:
    assert old in TES
    assert codes(TES.replace(old, new)) == [(code, lines(LAPAK) + line)]
