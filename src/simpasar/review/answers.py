"""The answers to a test: one line of a table each, as CSV that a spreadsheet opens and saves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, cast, get_args

from simpasar.i18n import _
from simpasar.scenario.model import Measure, Scenario

When: TypeAlias = Literal["before", "after"]

COLUMNS = (
    "scenario", "person", "when", "question", "objective", "answer", "right", "of", "time",
)  # fmt: skip
LETTERS = "abcde"
UNKNOWN = "?"
"""The answer of who said that he does not know."""
LONGEST_NAME = 40
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DELIMITERS = ",;\t"
_WHEN: dict[str, When] = {
    "before": "before", "after": "after", "sebelum": "before", "sesudah": "after",
}  # fmt: skip


class AnswersRefused(Exception):
    """Answers that cannot be read or kept; the text says why, and where."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; with `question` 0, a whole test of which only the score is known.

    `question` counts from 1. `answer` is a letter, `UNKNOWN`, or empty where it was not kept.
    `right` of `of` points. `time`: when, in ISO 8601 with its offset; empty where nobody knows.
    """

    scenario: str
    person: str
    when: When
    question: int
    objective: Measure | None
    answer: str
    right: int
    of: int
    time: str = ""

    @property
    def key(self) -> tuple[str, str, When, int]:
        """What there can be only one answer for."""
        return self.scenario, same_person(self.person), self.when, self.question


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """What a file holds: its answers, and the header and delimiter that new lines follow.

    `torn`: whether its last line was being written when the power went; no answer comes from it.
    """

    answers: tuple[Answer, ...]
    header: tuple[str, ...] = COLUMNS
    delimiter: str = ","
    torn: bool = False


def same_person(name: str) -> str:
    """What two ways to write one nickname have in common."""
    return " ".join(name.split()).casefold()


def fit_name(name: str) -> str:
    """A name or nickname as it is kept.

    Raises:
        AnswersRefused: it is none: a spreadsheet takes a name that begins with a sign for a
            formula.
    """
    fit = " ".join(name.split())
    if not fit or not fit[0].isalnum() or not fit.isprintable() or len(fit) > LONGEST_NAME:
        message = _("A name begins with a letter or a digit and has at most {most} characters.")
        raise AnswersRefused(message.format(most=LONGEST_NAME))
    return fit


def marked(
    scenario: Scenario, number: int, person: str, when: When, letter: str, time: str
) -> Answer:
    """The answer of a person to question `number` (from 1), marked by the scenario's key."""
    question = scenario.test[number - 1]
    right = letter == LETTERS[question.answer - 1]
    return Answer(
        scenario.name, person, when, number, question.measure, letter, int(right), 1, time
    )


# -- writing ------------------------------------------------------------------------------


def lines_of(answers: Iterable[Answer], table: AnswerTable) -> str:
    """Answers as lines that can be put at the end of a table."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator="\n")
    for answer in answers:
        cells = {
            "scenario": answer.scenario,
            "person": answer.person,
            "when": answer.when,
            "question": answer.question or "",
            "objective": answer.objective or "",
            "answer": answer.answer,
            "right": answer.right,
            "of": answer.of,
            "time": answer.time,
        }
        writer.writerow([cells.get(column, "") for column in table.header])
    return out.getvalue()


def header_of(table: AnswerTable) -> str:
    """The first line of a table."""
    return table.delimiter.join(table.header) + "\n"


# -- reading ------------------------------------------------------------------------------


def read_answers(text: str, file: str) -> AnswerTable:
    """The table in `text`; `file` is what refusals call it.

    Raises:
        AnswersRefused: a line cannot be understood, or one question is answered twice.
    """
    if not text.strip():
        return AnswerTable(())
    first = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = _rows(text, delimiter, file)
    header = tuple(cell.strip().casefold() for cell in rows[0])
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        message = _("{file}: this is no table of answers: {columns} is missing in the first line.")
        raise AnswersRefused(message.format(file=file, columns=", ".join(missing)))
    torn = not text.endswith("\n") and _is_torn(header, rows[-1])
    if torn:
        rows.pop()
    answers: dict[tuple[str, str, When, int], Answer] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        answer = _answer(dict(zip(header, row, strict=False)), f"{file}:{number}")
        if answers.get(answer.key, answer) != answer:
            message = _("{place}: {person} has answered this question on another line already.")
            raise AnswersRefused(message.format(place=f"{file}:{number}", person=answer.person))
        answers[answer.key] = answer
    return AnswerTable(tuple(answers.values()), header, delimiter, torn)


def _rows(text: str, delimiter: str, file: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter))
    except csv.Error:
        message = _("{file}: this is no table of answers: {columns} is missing in the first line.")
        named = ", ".join(COLUMNS)
        raise AnswersRefused(message.format(file=file, columns=named)) from None


def _is_torn(header: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a last line that does not end was only begun: it misses columns, or its time ends
    before it is one."""
    return len(row) < len(header) or not _is_time(row[header.index("time")])


def _answer(cells: dict[str, str], place: str) -> Answer:
    cells = {column: cell.strip() for column, cell in cells.items()}
    when = _WHEN.get(cells.get("when", "").casefold())
    right, of = _whole(cells.get("right", "")), _whole(cells.get("of", ""))
    question = _whole(cells.get("question", "") or "0")
    objective = cells.get("objective", "")
    if when is None:
        raise _unreadable(place, "when", cells.get("when", ""))
    if of is None or not 1 <= of <= 1_000:
        raise _unreadable(place, "of", cells.get("of", ""))
    if right is None or right > of:
        raise _unreadable(place, "right", cells.get("right", ""))
    if question is None or question > 1_000:
        raise _unreadable(place, "question", cells.get("question", ""))
    if objective and objective not in get_args(Measure):
        raise _unreadable(place, "objective", objective)
    if not _is_time(cells.get("time", "")):
        raise _unreadable(place, "time", cells["time"])
    if not cells.get("scenario"):
        raise _unreadable(place, "scenario", "")
    try:
        person = fit_name(cells.get("person", ""))
    except AnswersRefused:
        raise _unreadable(place, "person", cells.get("person", "")) from None
    return Answer(
        scenario=cells["scenario"],
        person=person,
        when=when,
        question=question,
        objective=cast("Measure", objective) if objective else None,
        answer=cells.get("answer", "").casefold(),
        right=right,
        of=of,
        time=cells.get("time", ""),
    )


def _is_time(text: str) -> bool:
    """Whether a time is none, or one that every clock on earth agrees about (RFC 3339)."""
    if not text:
        return True
    if not _TIME.fullmatch(text) or text.endswith("-00:00"):
        return False
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def _unreadable(place: str, column: str, text: str) -> AnswersRefused:
    message = _("{place}: `{text}` cannot stand in the column {column}.")
    return AnswersRefused(message.format(place=place, text=text, column=column))


# -- from paper ---------------------------------------------------------------------------

_PERSON = ("person", "nama", "name", "peserta", "orang")
_SCORE = ("score", "skor", "nilai", "benar")


def from_paper(
    scenario: Scenario, when: When, text: str, file: str, time: str
) -> tuple[Answer, ...]:
    """What was typed in from paper: a line for each person, with a column `person` and one for
    each question by its number, or one `score`: how many were right.

    Raises:
        AnswersRefused: something in it cannot be understood.
    """
    first = text.lstrip("\ufeff").partition("\n")[0]
    rows = _rows(text, max(_DELIMITERS, key=first.count), file)
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    columns = {i: _column(cell, len(scenario.test)) for i, cell in enumerate(header)}
    if not header or "person" not in columns.values() or len(set(columns.values())) < 2:
        message = _("{file}: the first line names the columns: person, and 1 to {count} or score.")
        raise AnswersRefused(message.format(file=file, count=len(scenario.test)))
    for i, column in columns.items():
        if column is None or list(columns.values()).index(column) < i:
            message = _("{file}: the column `{column}` is not known, or stands there twice.")
            raise AnswersRefused(message.format(file=file, column=rows[0][i]))
    found: list[Answer] = []
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            named = {columns.get(i): cell.strip() for i, cell in enumerate(row) if i in columns}
            found += _person(scenario, when, named, f"{file}:{number}", time)
    keys = [answer.key for answer in found]
    for i, answer in enumerate(found):
        if answer.key in keys[:i]:
            message = _("{file}: {person} stands there twice.")
            raise AnswersRefused(message.format(file=file, person=answer.person))
    return tuple(found)


def _column(word: str, count: int) -> str | int | None:
    if word in _PERSON:
        return "person"
    if word in _SCORE:
        return "score"
    number = _whole(word.removeprefix("soal").removeprefix("question").strip())
    return number if number is not None and 1 <= number <= count else None


def _person(
    scenario: Scenario, when: When, cells: dict[str | int | None, str], place: str, time: str
) -> Sequence[Answer]:
    try:
        person = fit_name(cells.get("person", ""))
    except AnswersRefused as refusal:
        raise AnswersRefused(f"{place}: {refusal}") from None
    count = len(scenario.test)
    score = cells.get("score")
    if score is not None:
        right = _whole(score)
        if right is None or right > count:
            message = _("{place}: a score is a whole number from 0 to {count}, not `{text}`.")
            raise AnswersRefused(message.format(place=place, count=count, text=score))
        return [Answer(scenario.name, person, when, 0, None, "", right, count, time)]
    found = []
    for number in range(1, count + 1):
        text = cells.get(number, "")
        letter = letter_of(text, len(scenario.test[number - 1].options)) if text else UNKNOWN
        if letter is None:
            message = _("{place}: `{text}` is no answer to question {number}.")
            raise AnswersRefused(message.format(place=place, text=text, number=number))
        found.append(marked(scenario, number, person, when, letter, time))
    return found


def letter_of(text: str, options: int) -> str | None:
    """The letter of the option that was meant, by its letter or its number; `UNKNOWN` for a
    question mark; None where it is neither."""
    word = text.strip().rstrip(".)").casefold()
    if word in ("?", "-"):
        return UNKNOWN
    if word in tuple(LETTERS[:options]):
        return word
    number = _whole(word)
    return LETTERS[number - 1] if number is not None and 1 <= number <= options else None
