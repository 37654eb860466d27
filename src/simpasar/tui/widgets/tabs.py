"""The names of a page's parts in a row, one of them open; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static


class Tabs(Static):
    """Clicking the name of part n runs the page's action `tab(n)`, or another `action`."""

    def __init__(
        self, titles: Sequence[str], at: int, *, action: str = "tab", id: str = "tabs"
    ) -> None:
        super().__init__(_told(titles, at, action), id=id, classes="tabs")
        self.titles, self.action = tuple(titles), action

    def open(self, at: int) -> None:
        """Mark another part as the open one."""
        self.update(_told(self.titles, at, self.action))


def _told(titles: Sequence[str], at: int, action: str) -> Content:
    parts = []
    for number, name in enumerate(titles):
        title = name.replace(" ", "\u00a0")
        if number == at:
            parts.append(Content.from_markup("[r][b]$title[/b][/r]", title=f"►{title}◄"))
        else:
            parts.append(
                Content.from_markup(f"[@click=screen.{action}({number})]$title[/]", title=title)
            )
    return Content("  ").join(parts)
