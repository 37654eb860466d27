"""How pages of the bench are set on a plain terminal: headings, tables, bars, sentences."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rich.console
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simpasar.console_tables import WIDTH

FULL, HALF = "█", "▌"
"""Bars are of these: both stand in WGL4, so that an old console has them."""
LEAST_WIDTH = 40
LABEL = 10
"""Columns of a label with something beside it."""


class Paper(rich.console.Console):
    """Standard output; what is printed is text, never markup."""

    def __init__(self) -> None:
        super().__init__(highlight=False, markup=False, soft_wrap=False)

    def on_broken_pipe(self) -> None:
        """Leave it to the command what to do without a reader; rich would leave with status 1."""
        raise BrokenPipeError

    @property
    def room(self) -> int:
        """Columns to write in: never wider than people read with ease."""
        return max(LEAST_WIDTH, min(self.width, WIDTH))

    def heading(self, text: str) -> None:
        """A section's title, with an empty line before it."""
        self.print()
        self.print(Text(text, style="bold"))

    def sentence(self, text: str, hang: int = 0, style: str = "") -> None:
        """A paragraph, its further lines set in by `hang`, no number torn from its `Rp` or `%`."""
        whole = re.sub(r"(?<=\bRp) | (?=%)", "\xa0", text)
        set_in = " " * hang
        lines = textwrap.fill(
            whole, self.room, subsequent_indent=set_in, break_on_hyphens=False, tabsize=1
        )
        self.print(Text(lines.replace("\xa0", " "), style=style))

    def item(self, label: str, text: str) -> None:
        """A paragraph beside a label."""
        self.sentence(f"{padded(label, LABEL)} {text}", hang=LABEL + 1)

    def row(self, text: str, style: str = "") -> None:
        """One line as it is; what is too long for the page is cut."""
        self.print(Text(text, style=style), no_wrap=True, overflow="ellipsis", crop=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: words stand left and may be folded, figures right and never are."""

    heading: str
    words: bool = False


LONGEST_WORD = 12
"""So much of a word a column of words leaves whole, however narrow the page."""


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Padding:
    """A table; words give way where it would be too wide, figures never do."""
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    lines = list(rows)
    for number, column in enumerate(columns):
        if column.words:
            words = " ".join([column.heading, *(line[number] for line in lines)]).split()
            longest = max(map(cell_len, words), default=1)
            least = min(longest, LONGEST_WORD)
            grid.add_column(column.heading, overflow="fold", min_width=least)
        else:
            grid.add_column(column.heading, justify="right", no_wrap=True)
    for line in lines:
        grid.add_row(*map(Text, line))
    return Padding(grid, (0, 0, 0, 1), expand=False)


def bar(value: int, most: int, width: int) -> str:
    """A bar of characters for `value` where `most` fills the `width`; something for anything."""
    if value <= 0 or most <= 0:
        return ""
    halves = max(1, (2 * value * width + most // 2) // most)
    return FULL * (halves // 2) + HALF * (halves % 2)


def padded(text: str, width: int) -> str:
    """`text` in just so many columns of a terminal."""
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    while text and cell_len(text) > width - 1:
        text = text[:-1]
    return padded(text + "…", width)
