"""The names of a page's parts in a row, one of them open; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static


class Tabs(Static):
    """Clicking the name of part n runs the page's action `tab(n)`."""

    def __init__(self, titles: Sequence[str], at: int) -> None:
        super().__init__(_told(titles, at), id="tabs", classes="tabs")
        self.titles = tuple(titles)

    def open(self, at: int) -> None:
        """Mark another part as the open one."""
        self.update(_told(self.titles, at))


def _told(titles: Sequence[str], at: int) -> Content:
    parts = []
    for number, name in enumerate(titles):
        title = name.replace(" ", "\u00a0")
        if number == at:
            parts.append(Content.from_markup("[r][b]$title[/b][/r]", title=f"►{title}◄"))
        else:
            parts.append(
                Content.from_markup(f"[@click=screen.tab({number})]$title[/]", title=title)
            )
    return Content("  ").join(parts)
