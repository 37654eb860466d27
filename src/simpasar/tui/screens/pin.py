"""A PIN, typed or clicked digit by digit, and never shown."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Center, Grid, HorizontalGroup, Middle
from textual.widgets import Button, Static

from simpasar.classroom.pins import LONGEST, SHORTEST, fits
from simpasar.i18n import N_, _
from simpasar.tui.page import Page
from simpasar.tui.widgets.ask import Saying

Result = TypeVar("Result")

GIVEN, EMPTY = "■", "·"


class PadPage(Page[Result]):
    """The digits so far, a pad of buttons, and a sentence below. The pad's buttons take no focus:
    Enter always means that the PIN is complete."""

    NAME = "pin"
    AUTO_FOCUS = ""
    DONE: ClassVar[str] = N_("Open")

    def __init__(self, prompt: Saying) -> None:
        super().__init__()
        self.prompt = prompt
        self.digits = ""
        self.problem = ""

    def body(self) -> ComposeResult:
        with Middle(classes="body"):
            with Center():
                yield Static(self.prompt(), classes="heading", id="prompt", markup=False)
            with Center():
                yield Static(self.masked(), id="masked", markup=False)
            with Center(), Grid(id="pad"):
                for digit in "1234567890":
                    yield _unfocused(Button(digit, id=f"digit-{digit}", classes="digit"))
            with Center(), HorizontalGroup(id="pad-buttons"):
                yield _unfocused(Button(_("Erase"), id="erase"))
                yield _unfocused(Button(_(self.DONE), id="done"))
            with Center():
                yield Static(self.sentence(), id="problem", markup=False)

    def masked(self) -> str:
        """One mark for each digit."""
        return " ".join(GIVEN * len(self.digits) + EMPTY * (LONGEST - len(self.digits)))

    def sentence(self) -> str:
        """What went wrong, or what to do."""
        return _(self.problem) if self.problem else self.hint()

    def hint(self) -> str:
        """What to do."""
        return _("Type the digits, then Enter. Or click on them.")

    def look(self) -> None:
        """Show what has changed."""
        self.query_one("#masked", Static).update(self.masked())
        self.query_one("#problem", Static).update(self.sentence())

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "0123456789":
            self.add(event.character)
        elif event.key in ("backspace", "delete"):
            self.erase()

    @on(Button.Pressed, ".digit")
    def click_digit(self, event: Button.Pressed) -> None:
        """A button of the pad."""
        self.add((event.button.id or "")[-1])

    def add(self, digit: str) -> None:
        """One digit more; a PIN has no more than six."""
        if len(self.digits) < LONGEST:
            self.digits, self.problem = self.digits + digit, ""
            self.look()

    @on(Button.Pressed, "#erase")
    def erase(self) -> None:
        """The last digit goes."""
        self.digits, self.problem = self.digits[:-1], ""
        self.look()

    @on(Button.Pressed, "#done")
    async def click_done(self) -> None:
        """The button that says so."""
        await self.run_action("done")

    def refuse(self, problem: str) -> None:
        """Say what is wrong (a message yet to be translated), and begin anew."""
        self.digits, self.problem = "", problem
        self.look()


class PinScreen(PadPage[bool]):
    """Gives back whether the PIN was right. `kept`: its hash."""

    def __init__(self, kept: str, prompt: Saying) -> None:
        super().__init__(prompt)
        self.kept = kept

    def action_done(self) -> None:
        """Right, or a sentence."""
        if fits(self.digits, self.kept):
            self.dismiss(True)
        else:
            self.refuse(N_("That is not the PIN. Try again, or ask the trainer."))

    def action_back(self) -> None:
        """Not now."""
        self.dismiss(False)


class NewPinScreen(PadPage[str | None]):
    """Gives back a new PIN, "" for none, None where people went back."""

    DONE = N_("Keep it")

    def hint(self) -> str:
        return _("4 to 6 digits, then Enter. Leave it empty for no PIN.")

    def action_done(self) -> None:
        """Long enough, or a sentence."""
        if 0 < len(self.digits) < SHORTEST:
            self.refuse(N_("A PIN has 4 to 6 digits, or none at all."))
        else:
            self.dismiss(self.digits)

    def action_back(self) -> None:
        """No new PIN."""
        self.dismiss(None)


def _unfocused(button: Button) -> Button:
    button.can_focus = False
    return button
