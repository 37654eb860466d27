"""A clock that can be read from the back of the room: digits three lines high."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from simpasar.scenario.parts import clock_text

_DIGITS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
}


def big(text: str) -> str:
    """`07:12` in three lines."""
    rows = zip(*(_DIGITS[letter] for letter in text), strict=True)
    return "\n".join(" ".join(row) for row in rows)


class BigClock(Static):
    """Shows a second of the day, repainted once a minute of it."""

    def __init__(self, second: int) -> None:
        super().__init__(id="clock")
        self.told = clock_text(second)

    def show(self, second: int) -> None:
        """Another second."""
        told = clock_text(second)
        if told != self.told:
            self.told = told
            self.refresh()

    def render(self) -> Content:
        return Content(big(self.told))
