"""The names of a page's parts in a row, one of them open; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

_BETWEEN = "  "


class Tabs(Static):
    """Clicking the name of part n runs the page's action `tab(n)`. With another `action` they
    stand in one row, and where they are too many for it, those around the open one do."""

    def __init__(
        self, titles: Sequence[str], at: int, *, action: str = "tab", id: str = "tabs"
    ) -> None:
        super().__init__(id=id, classes="tabs")
        self.titles, self.at, self.action = tuple(titles), at, action
        self.one_row = action != "tab"

    def open(self, at: int) -> None:
        """Mark another part as the open one."""
        self.at = at
        self.refresh(layout=True)

    def render(self) -> Content:
        parts = [self._told(number) for number in range(len(self.titles))]
        width = self.content_size.width
        if not self.one_row or not width or self._long(parts) <= width:
            return Content(_BETWEEN).join(parts)
        first, last = self._around(parts, width)
        shown = Content(_BETWEEN).join(parts[first : last + 1])
        before = Content("‹ " if first else "")
        return before + shown + Content(" ›" if last + 1 < len(parts) else "")

    def _told(self, number: int) -> Content:
        title = self.titles[number].replace(" ", "\u00a0")
        if number == self.at:
            return Content.from_markup("[r][b]$title[/b][/r]", title=f"►{title}◄")
        markup = f"[@click=screen.{self.action}({number})]$title[/]"
        return Content.from_markup(markup, title=title)

    def _long(self, parts: Sequence[Content]) -> int:
        return sum(part.cell_length for part in parts) + len(_BETWEEN) * (len(parts) - 1)

    def _around(self, parts: Sequence[Content], width: int) -> tuple[int, int]:
        """The first and the last part that fit around the open one, marks at both ends."""
        first = last = self.at
        while True:
            wider = [
                (a, b)
                for a, b in ((first, last + 1), (first - 1, last))
                if a >= 0 and b < len(parts) and self._long(parts[a : b + 1]) <= width - 4
            ]
            if not wider:
                return first, last
            first, last = min(wider, key=lambda ends: abs(ends[0] + ends[1] - 2 * self.at))
