"""What the checks say about a sheet, in a dialog before it is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, Vertical, VerticalScroll
from textual.widgets import Button, Static

from simpasar.i18n import _
from simpasar.tui.page import Dialog
from simpasar.tui.widgets.words import SQUARE, Sentences

Answer: TypeAlias = Literal["fix", "hand_in"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the field at `path`. `refused`: the sheet cannot be handed in with it."""

    path: str
    sentence: str
    refused: bool


class Checks(Dialog[Answer]):
    """Gives back what the team wants: fix the first remark, or hand in all the same.

    `remarks` tells them anew for each language.
    """

    AUTO_FOCUS = "#fix"

    def __init__(self, remarks: Callable[[], Sequence[Remark]]) -> None:
        super().__init__()
        self.remarks = remarks

    def compose(self) -> ComposeResult:
        remarks = self.remarks()
        refused = any(remark.refused for remark in remarks)
        with Vertical(classes="dialog"):
            opening = (
                _("This cannot be handed in yet:")
                if refused
                else _("One moment before you hand in:")
            )
            yield Static(opening, classes="heading", markup=False)
            with VerticalScroll(id="remarks", can_focus=False):
                for remark in remarks:
                    yield Sentences((f"{SQUARE}{remark.sentence}",))
            with HorizontalGroup(classes="buttons"):
                if refused:
                    yield Button(_("To the field"), id="fix")
                else:
                    yield Button(_("Have another look"), id="fix")
                    yield Button(_("That is how we mean it: hand in"), id="hand_in")

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """That is the answer."""
        self.dismiss("hand_in" if event.button.id == "hand_in" else "fix")

    def key_left(self) -> None:
        """The other answer."""
        self.focus_previous()

    def key_right(self) -> None:
        """The other answer."""
        self.focus_next()
