"""How far a team is from its yardstick: a mark on a line, the yardstick in the middle."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

MARK, LINE, MIDDLE = "●", "─", "┼"


def track(difference: int | None, scale: int, width: int) -> str:
    """The line in at most `width` characters. `scale`: the difference that is at its end; what is
    above the yardstick stands right of the middle."""
    half = max(1, (width - 1) // 2)
    cells = [LINE] * (2 * half + 1)
    cells[half] = MIDDLE
    if difference is not None:
        steps = min(half, abs(difference) * half // max(1, scale))
        cells[half + (steps if difference > 0 else -steps)] = MARK
    return "".join(cells)


class Track(Static):
    """`difference`: rupiah above the yardstick, None while that is not known."""

    def __init__(self, difference: int | None, scale: int) -> None:
        super().__init__(classes="track", markup=False)
        self.difference, self.scale = difference, scale

    def render(self) -> Content:
        return Content(track(self.difference, self.scale, self.content_size.width or 21))
