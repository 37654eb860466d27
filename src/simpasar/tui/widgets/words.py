"""Sentences under each other, wrapped so that no number is torn from its `Rp` or `%`."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

SQUARE = "■ "
"""What one of several stands behind."""
_TORN = re.compile(r"(?<=\bRp) | (?=%)")


def wrapped(sentence: str, width: int, mark: str = "") -> list[str]:
    """The lines of a sentence; those after the first are set in as far as its mark reaches."""
    whole = _TORN.sub("\xa0", sentence)
    hanging = len(mark) or (len(SQUARE) if sentence.startswith(SQUARE) else 0)
    lines = textwrap.wrap(
        whole,
        max(width, len(mark) + 1),
        initial_indent=mark,
        subsequent_indent=" " * hanging,
        break_on_hyphens=False,
    )
    return [line.replace("\xa0", " ") for line in lines] or [""]


def answered(question: str, answer: str) -> str:
    """`Price: Rp 12.500`, or `Shall we? Yes`."""
    return f"{question} {answer}" if question.endswith("?") else f"{question}: {answer}"


class Sentences(Static):
    """Each sentence begins on a line of its own, behind `mark` where there is one."""

    def __init__(self, sentences: Iterable[str], mark: str = "", id: str | None = None) -> None:
        super().__init__(id=id, classes="words", markup=False)
        self.sentences, self.mark = tuple(sentences), mark

    def say(self, sentences: Iterable[str]) -> None:
        """Say something else."""
        self.sentences = tuple(sentences)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[str]:
        """What stands there, line by line."""
        return [line for told in self.sentences for line in wrapped(told, width, self.mark)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width))

    def render(self) -> Content:
        return Content("\n".join(self.lines(self.content_size.width or 76)))
