"""A sentence on top of a page: a question with two answers, or something to be told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, Vertical
from textual.widgets import Button, Static

from simpasar.i18n import _
from simpasar.tui.page import Dialog

Saying: TypeAlias = Callable[[], str]
"""A sentence, said in whatever language is spoken when it is painted."""


class Tell(Dialog[None]):
    """Something that everybody should read before going on."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self.sentence, markup=False)
            with HorizontalGroup(classes="buttons"):
                yield Button(_("All right"), id="well")

    @on(Button.Pressed)
    def read(self) -> None:
        """It was read."""
        self.dismiss()


class Ask(Dialog[bool]):
    """Gives back True for yes. `careful`: the marked answer is no."""

    def __init__(self, question: Saying, yes: Saying, careful: bool = False) -> None:
        super().__init__()
        self.question, self.yes, self.careful = question, yes, careful

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self.question(), markup=False)
            with HorizontalGroup(classes="buttons"):
                yield Button(self.yes(), id="yes")
                yield Button(_("Not now"), id="no")

    def on_mount(self) -> None:
        self.query_one("#no" if self.careful else "#yes", Button).focus()

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """That is the answer."""
        self.dismiss(event.button.id == "yes")

    def key_left(self) -> None:
        """The other answer."""
        self.focus_previous()

    def key_right(self) -> None:
        """The other answer."""
        self.focus_next()
