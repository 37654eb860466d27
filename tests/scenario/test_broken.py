"""Broken scenarios, and what is said of each: code, place and mend, no more and no less."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from simpasar.scenario.check import check
from simpasar.scenario.codes import CODES
from simpasar.scenario.problems import Place

FOLDER = Path(__file__).parent / "broken"
EXPECTED: dict[str, list[list[str | int]]] = tomllib.loads(
    (FOLDER / "expected.toml").read_text(encoding="utf-8")
)
NEVER_IN_A_FILE = frozenset(
    {"no-file", "no-scenario", "folder", "unreadable", "too-large", "no-text", "form", "teams"}
    | {"escapes", "no-arisan", "not-made"}
)
"""Codes for what is no file of a few lines, for what `translate` alone says, and for what needs
several places to be broken at once."""


def test_every_broken_file_has_its_expectation_and_there_are_at_least_eighty() -> None:
    files = {path.stem for path in FOLDER.glob("*.yaml")}
    assert files == EXPECTED.keys()
    assert len(files) >= 80


def test_every_error_code_is_in_the_corpus() -> None:
    met = {str(row[0]) for rows in EXPECTED.values() for row in rows}
    errors = {code.word for code in CODES.values() if code.level == "error"}
    assert errors - met - NEVER_IN_A_FILE == set()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_is_told_of_as_expected(name: str) -> None:
    checked = check(FOLDER / f"{name}.yaml")
    told = [
        [problem.code, place.line, place.column, problem.mend or ""]
        for problem in checked.problems
        for place in (problem.place or Place(0, 0),)
    ]
    assert told == EXPECTED[name]


def test_one_mistake_gives_one_message() -> None:
    """Files with several mistakes, or with one that many other parts rest on, are named here."""
    several = {
        "a-dozen-mistakes", "colon-twice", "colon-within-brackets", "no-cooperative",
        "no-household", "nobody-makes",
    }  # fmt: skip
    assert {name for name, rows in EXPECTED.items() if len(rows) != 1} == several
