"""The file that the answers to a test are kept in: it only ever grows, an answer at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from simpasar.i18n import _
from simpasar.review.answers import (
    Answer,
    AnswersRefused,
    AnswerTable,
    header_of,
    lines_of,
    read_answers,
    same_person,
)


def read_text(path: Path) -> str:
    """The text of a table that a spreadsheet saved.

    Raises:
        AnswersRefused: it is not UTF-8.
        OSError: it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        message = _("{file} is not written in UTF-8: save it as CSV UTF-8.")
        raise AnswersRefused(message.format(file=path)) from None


def read_table(path: Path) -> AnswerTable:
    """The answers in a file.

    Raises:
        AnswersRefused: it is no table of answers.
        OSError: it cannot be read.
    """
    return read_answers(read_text(path), str(path))


class AnswerFile:
    """A file of answers, made where it is missing. What others wrote into it stays.

    Raises:
        AnswersRefused: there is a file that is no table of answers; it is left as it is.
        OSError: it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.table = read_table(path) if path.exists() else AnswerTable(())
        self.answers = list(self.table.answers)
        self._whole_lines()

    def _whole_lines(self) -> None:
        """Begin a new file, cut off what a power cut left half written, end the last line."""
        with self.path.open("a+b") as file:
            file.seek(0)
            kept = file.read()
            if self.table.torn:
                file.truncate(kept.rfind(b"\n") + 1)
            elif not kept.strip():
                file.write(header_of(self.table).encode("utf-8"))
            elif not kept.endswith(b"\n"):
                file.write(b"\n")

    def keep(self, answers: Sequence[Answer]) -> None:
        """Put answers at the end, and return when they are on the disk."""
        with self.path.open("ab") as file:
            file.write(lines_of(answers, self.table).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        self.answers += answers

    def add_typed(self, typed: Iterable[Answer]) -> int:
        """Put in what was typed from paper, all or nothing; what stands there already is left out.
        How many persons are new.

        Raises:
            AnswersRefused: somebody has another answer already, or a score beside answers.
        """
        known = {answer.key: answer for answer in self.answers}
        taken = {(*answer.key[:3], answer.question > 0) for answer in self.answers}
        new = []
        for answer in typed:
            before = known.get(answer.key)
            other_kind = (*answer.key[:3], answer.question == 0) in taken
            if other_kind or (before and before.answer != answer.answer):
                message = _(
                    "{file}: {person} has taken this test already, with other answers. Nothing was"
                    " changed."
                )
                raise AnswersRefused(message.format(file=self.path, person=answer.person))
            if before and before.right != answer.right:
                message = _(
                    "{file}: {person} has taken this test already, with another score. Nothing was"
                    " changed."
                )
                raise AnswersRefused(message.format(file=self.path, person=answer.person))
            if before is None:
                new.append(answer)
        self.keep(new)
        return len({same_person(answer.person) for answer in new})
