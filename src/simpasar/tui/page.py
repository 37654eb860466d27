"""What every screen is: a title line, a body, a line of keys; in whatever language is spoken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import Static

from simpasar.i18n import Language, _, language
from simpasar.tui.actions import PAGES, Action, actions_of, bindings_of

Result = TypeVar("Result")

PATIENCE = 5
"""Seconds to wait for a page that is being closed meanwhile."""


class TitleBar(Static):
    """The top line: where one is on the left, what matters always on the right, and at its end
    the other language, to be clicked."""

    def __init__(self, left: str, right: str = "") -> None:
        super().__init__(id="title-bar")
        self.left, self.right = left, right

    def told(self, left: str, right: str = "") -> None:
        """Say something else."""
        self.left, self.right = left, right
        self.refresh()

    def render(self) -> Content:
        other = "EN" if language() == "id" else "ID"
        width = self.size.width - len(other) - 3
        room = max(0, width - len(self.right) - 1)
        left = self.left if len(self.left) <= room else self.left[: max(0, room - 1)] + "…"
        told = left.ljust(width - len(self.right)) + self.right
        switch = Content.from_markup("│ [@click=screen.language]$other[/] ", other=other)
        return Content(told) + switch


class KeyBar(Static):
    """The bottom line: the keys that matter here, each of them to be clicked, too."""

    def __init__(self, page: str) -> None:
        super().__init__(id="key-bar")
        self.keys = keys_told(actions_of(page), PAGES[page].typing)

    def lines(self, width: int) -> list[Content]:
        """The keys in lines of at most `width` cells; none is torn from its label."""
        lines: list[list[Content]] = [[]]
        room = width
        for key in self.keys:
            if lines[-1] and key.cell_length > room:
                lines.append([])
                room = width
            lines[-1].append(key)
            room -= key.cell_length + len(_BETWEEN)
        return [Content(_BETWEEN).join(line) for line in lines]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width))

    def render(self) -> Content:
        return Content("\n").join(self.lines(self.content_size.width))


_BETWEEN = "  "


def keys_told(actions: tuple[Action, ...], typing: bool) -> list[Content]:
    """`Enter Choose`, `Esc Back`, ...: the keys that the bar shows."""
    return [
        Content.from_markup(
            f"[@click=screen.{action.id}][b]$key[/b] $label[/]",
            key=action.key(typing),
            label=_(action.label),
        )
        for action in actions
        if action.bar
    ]


class Leaf(Screen[Result]):
    """What pages and dialogs have in common: they close once, and speak another language.

    `whole`: whether all its parts are there; not while it is composed anew.
    """

    whole = True

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close. A key pressed twice closes nothing else: Textual would close what lies below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does anything: not before all of this is composed. A key that was meant
        for the page before may come that early."""
        return self.whole and self.is_mounted

    def every(self, seconds: float, tick: Callable[[], None]) -> Timer:
        """Let `tick` happen again and again while this is on top and composed: Textual's timers
        wait for neither."""

        def now() -> None:
            if self.whole and self.is_active:
                tick()

        return self.set_interval(seconds, now)

    async def recompose(self) -> None:
        """Compose anew; meanwhile there is nothing for keys to act upon."""
        self.whole = False
        try:
            await super().recompose()
        finally:
            self.whole = True

    async def retell(self) -> None:
        """Compose this anew, in the language now spoken; the focus stays where it was."""
        focused = self.focused.id if self.focused else None
        await self.recompose()
        if focused and (found := self.query(f"#{focused}")):
            found.first().focus()

    async def retold(self) -> None:
        """Retell among this screen's own messages, so that no clock and no click finds it half
        composed; whoever waits here lets no key find it so."""
        done = asyncio.Event()

        async def now() -> None:
            try:
                await self.retell()
            finally:
                done.set()

        if self.call_later(now):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), PATIENCE)


class Page(Leaf[Result]):
    """A screen of the game. Subclasses give `NAME`, a key of `actions.PAGES`, and `body`.

    A page keeps what it shows in attributes, never in texts: on a change of language it is
    composed anew.
    """

    NAME: ClassVar[str] = "help"

    def __init_subclass__(cls, **options: Any) -> None:
        cls.BINDINGS = list(bindings_of(cls.NAME))
        super().__init_subclass__(**options)

    def compose(self) -> ComposeResult:
        yield TitleBar(*self.titles())
        yield from self.body()
        yield KeyBar(self.NAME)

    def titles(self) -> tuple[str, str]:
        """The left and the right end of the title line."""
        return f" {_(PAGES[self.NAME].title)}", ""

    def body(self) -> ComposeResult:
        """Everything between title line and key bar."""
        yield from ()

    @property
    def spoken(self) -> Language:
        """The language now spoken, for texts of a scenario."""
        return language()

    # -- what all pages do ----------------------------------------------------------------

    def action_back(self) -> None:
        """Where one came from."""
        self.dismiss()

    def action_help(self) -> None:
        """Explain this page."""
        from simpasar.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.NAME))

    def action_glossary(self) -> None:
        """Words of the trade."""
        from simpasar.tui.screens.glossary import GlossaryScreen

        self.app.push_screen(GlossaryScreen())

    async def action_language(self) -> None:
        """Speak the other language, on every page that is open."""
        self.app.call_later(self.app.run_action, "language")

    async def action_leave(self) -> None:
        """Leave simpasar."""
        await self.app.run_action("leave")


class Dialog(ModalScreen[Result], Leaf[Result]):
    """A small page on top of another; Esc closes it without a choice."""

    BINDINGS = [
        ("escape", "dismiss", ""),
        ("ctrl+l", "app.language", ""),
        ("ctrl+q", "app.leave", ""),
    ]
