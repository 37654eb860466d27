"""The table of answers: what is written comes back, a spreadsheet may touch it, none is guessed."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.review.answers import (
    COLUMNS,
    Answer,
    AnswersRefused,
    AnswerTable,
    When,
    fit_name,
    header_of,
    letter_of,
    lines_of,
    read_answers,
)
from simpasar.scenario.model import Measure
from testtakers import answers_of, score_of

pytestmark = pytest.mark.usefixtures("english")

EMPTY = AnswerTable(())
ANSWERS = [
    *answers_of("Bu Sari, RT 05", "before", "ab?", right="abc", time="2027-01-04T08:00:00+07:00"),
    score_of("Budi", "after", 7, 10),
]


def written(answers: list[Answer], table: AnswerTable = EMPTY) -> str:
    return header_of(table) + lines_of(answers, table)


def test_what_is_written_is_read_again() -> None:
    text = written(ANSWERS)
    assert text.startswith(",".join(COLUMNS) + "\n")
    assert list(read_answers(text, "t.csv").answers) == ANSWERS


PERSONS = st.text(
    st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20
).map(lambda text: f"A{text}")  # fmt: skip


@given(st.lists(
    st.builds(
        Answer,
        scenario=st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True),
        person=PERSONS,
        when=st.sampled_from(get_args(When)),
        question=st.integers(0, 20),
        objective=st.sampled_from([None, *get_args(Measure)]),
        answer=st.sampled_from(["", "?", *"abcde"]),
        right=st.integers(0, 5),
        of=st.integers(5, 10),
        time=st.sampled_from(["", "2027-01-04T08:00:00Z", "2027-01-04T08:00:00.125+07:00"]),
    ),
    unique_by=lambda answer: answer.key,
))  # fmt: skip
def test_any_answers_come_back_as_they_were(answers: list[Answer]) -> None:
    assert list(read_answers(written(answers), "t.csv").answers) == answers


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    for start in ("", header_of(EMPTY)):
        said = refused(start + text)
        assert not said or "t.csv" in said


def refused(text: str) -> str:
    """What is said of a text that is no table; empty where it is one."""
    try:
        read_answers(text, "t.csv")
    except AnswersRefused as refusal:
        return str(refusal)
    return ""


def test_a_cell_too_large_for_a_table_is_refused() -> None:
    assert "no table" in refused(header_of(EMPTY) + "x" * 200_000)


def test_a_spreadsheet_may_save_it_with_semicolons_a_bom_and_in_another_order() -> None:
    rows = [row.split(",") for row in written([score_of("Budi", "after", 7, 10)]).splitlines()]
    text = "\ufeff" + "".join(";".join(row[::-1]) + "\r\n" for row in rows)
    table = read_answers(text, "t.csv")
    assert list(table.answers) == [score_of("Budi", "after", 7, 10)]
    more = read_answers(text + lines_of(ANSWERS[:1], table), "t.csv")
    assert list(more.answers) == [*table.answers, ANSWERS[0]]


def test_extra_columns_of_a_trainer_stay_out_of_the_way() -> None:
    rows = written([score_of("Budi", "after", 7, 10)]).splitlines()
    text = f"{rows[0]},catatan\n{rows[1]},terlambat\n"
    table = read_answers(text, "t.csv")
    assert len(table.answers) == 1
    assert lines_of(ANSWERS[:1], table).endswith(",\n")


@pytest.mark.parametrize("cut", [1, 5, 20, 27, 40])
def test_a_line_that_a_power_cut_left_unfinished_says_nothing(cut: int) -> None:
    whole = written(ANSWERS[:3])
    table = read_answers(whole[:-cut], "t.csv")
    if cut == 1:  # only the end of the line is missing
        assert (len(table.answers), table.torn) == (3, False)
    else:
        assert (list(table.answers), table.torn) == (ANSWERS[:2], True)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("when", "kemarin"), ("question", "-1"), ("question", "x"), ("right", "2"), ("right", ""),
        ("of", "0"), ("objective", "cinta"), ("person", "=1+1"), ("scenario", ""),
        ("time", "4 Januari"), ("time", "2027-01-04T08:00:00"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_is_refused_with_its_line(column: str, cell: str) -> None:
    row = lines_of(ANSWERS[1:2], EMPTY).replace('"Bu Sari, RT 05"', "Sari").strip().split(",")
    row[COLUMNS.index(column)] = cell
    text = header_of(EMPTY) + lines_of(ANSWERS[:1], EMPTY) + ",".join(row) + "\n"
    with pytest.raises(AnswersRefused, match=rf"t\.csv:3: .*{column}"):
        read_answers(text, "t.csv")


def test_one_question_answered_twice_is_refused() -> None:
    twice = [*answers_of("Sari", "before", "a", right="a"),
             *answers_of("SARI", "before", "b", right="a")]  # fmt: skip
    with pytest.raises(AnswersRefused, match="on another line"):
        read_answers(written(twice), "t.csv")


def test_another_table_is_refused() -> None:
    with pytest.raises(AnswersRefused, match="no table of answers"):
        read_answers("nama,nilai\nSari,7\n", "t.csv")


def test_a_name_is_no_formula_and_no_novel() -> None:
    assert fit_name("  Bu   Sari ") == "Bu Sari"
    for wrong in ("", "  ", "=SUM(A1)", "+62", "-x", "@x", "a" * 41, "a\x07b"):
        with pytest.raises(AnswersRefused, match="letter or a digit"):
            fit_name(wrong)


def test_a_letter_or_a_number_names_an_option() -> None:
    assert [letter_of(text, 3) for text in ("a", "B", " c. ", "1", "3)")] == list("abcac")
    assert [letter_of(text, 3) for text in ("?", "-")] == ["?", "?"]
    assert [letter_of(text, 3) for text in ("d", "0", "4", "", "ab", "²")] == [None] * 6
