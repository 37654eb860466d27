"""The application: one terminal, one class, one game at a time."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.events import Event
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme

from simpasar import i18n
from simpasar.i18n import _
from simpasar.tui.keys import KeyQueue
from simpasar.tui.look import Look
from simpasar.tui.page import Leaf
from simpasar.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from simpasar.scenario.model import Scenario

MARKET = Theme(
    name="market",
    primary="#e8a33d",
    secondary="#5fa8a0",
    accent="#e8a33d",
    success="#7fb069",
    warning="#e8c547",
    error="#e06c5a",
    background="#14181c",
    surface="#1c2228",
    panel="#262e36",
    foreground="#e8e6df",
    dark=True,
)
COMPATIBLE = "ansi-dark"

STYLES = (
    "base", "fields", "setup", "sheet", "class", "market", "pin", "trainer", "glossary", "replay",
)  # fmt: skip
"""All style, read at the start: what one page looks like never hangs on which were open before."""


class WholeBlocks(ScrollBarRender):
    """A scroll bar of whole cells: the eighths of blocks are in few console fonts."""

    VERTICAL_BARS = [" "]
    HORIZONTAL_BARS = [" "]


class SimpasarApp(App[None], inherit_bindings=False):
    """`folder`: where games are kept. `look`: what the terminal can show. `scenario`: one to
    begin a game with, None for the home screen."""

    CSS_PATH = [f"{name}.tcss" for name in STYLES]
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # a click on what is just being painted anew would end the program
    BINDINGS = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(self, folder: Path, look: Look, scenario: Scenario | None = None) -> None:
        plain = look.compatible or not look.colour
        super().__init__(watch_css=False, ansi_color=True if plain else None)
        self.folder = folder
        self.look = look
        self.asked = scenario
        self.mistake: Exception | None = None
        self.leaving = False
        self.keys = KeyQueue(self, self.post_message)
        ScrollBar.renderer = WholeBlocks
        self.register_theme(MARKET)
        self.theme = COMPATIBLE if plain else MARKET.name
        self.animation_level = "none"
        if look.compatible:
            self.add_class("compatible")

    def on_mount(self) -> None:
        """Home; and what a game needs is fetched while people read."""
        workers = ThreadPoolExecutor(initializer=i18n.shared())
        asyncio.get_running_loop().set_default_executor(workers)
        self.keys.start()
        self.push_screen(HomeScreen(self.folder))
        if self.asked is not None:
            from simpasar.tui.screens.setup import SetupScreen

            self.push_screen(SetupScreen(self.folder, self.asked))
        self.run_worker(_fetch_engine, thread=True)

    def on_unmount(self) -> None:
        """All is over."""
        self.keys.stop()

    async def on_event(self, event: Event) -> None:
        """Whatever happens at once, but a key in its turn."""
        if not self.keys.holds(event):
            await super().on_event(event)

    async def action_language(self) -> None:
        """Speak the other language, on every page that is open."""
        i18n.change("en" if i18n.language() == "id" else "id")
        for screen in self.screen_stack:
            if isinstance(screen, Leaf):
                await screen.retold()

    def action_leave(self) -> None:
        """Leave; every game is safe in its record already."""
        self.leaving = True
        self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to leave."""
        self.notify(_("To leave simpasar, press Ctrl+Q."))

    def _handle_exception(self, error: Exception) -> None:
        """A mistake of our own: leave the terminal as it was, and let the command line tell it."""
        if self.leaving:
            return  # a key was pressed, or a page was opening, while all pages close
        if os.environ.get("SIMPASAR_DEBUG") or self.is_headless:
            super()._handle_exception(error)
            return
        self.mistake = self.mistake or error
        self.exit()


def _fetch_engine() -> None:
    """Import what the first game will need, while nobody waits for it."""
    for module in ("simpasar.classroom.room", "simpasar.scenario.loader"):
        import_module(module)


def run(folder: Path, look: Look, scenario: Scenario | None = None) -> None:
    """Play until people leave. A mistake of our own is raised once the terminal is put right."""
    app = SimpasarApp(folder, look, scenario)
    app.run()
    if app.mistake is not None:
        raise app.mistake
