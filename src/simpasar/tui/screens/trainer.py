"""The trainer's desk: who has handed in, the round's timer, and everything a trainer may do."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, HorizontalGroup, VerticalScroll
from textual.widgets import Button, OptionList, Static

from simpasar.classroom.acts import acts
from simpasar.classroom.clock import MINUTE, time_told
from simpasar.classroom.room import Room
from simpasar.classroom.trainer import (
    NotDone,
    clock,
    do,
    give_pin,
    more_time,
    pause_or_resume,
    seats,
)
from simpasar.game.record import RecordError
from simpasar.i18n import _
from simpasar.tui.menu_page import MenuPage
from simpasar.tui.page import TitleBar
from simpasar.tui.screens.act import ActDialog
from simpasar.tui.screens.pin import NewPinScreen
from simpasar.tui.widgets.menu import Choice, Menu


def wall_clock() -> int:
    """Whole seconds of the wall clock, which goes on while the laptop is off."""
    return int(time.time())


class TrainerScreen(MenuPage[None]):
    """`now`: the wall clock."""

    NAME = "trainer"

    def __init__(self, room: Room, now: Callable[[], int] = wall_clock) -> None:
        super().__init__()
        self.room, self.now = room, now

    def titles(self) -> tuple[str, str]:
        room, far = self.room, self.room.how_far
        here = _("Trainer's desk")
        return f" {here}: {room.scenario.title.of(self.spoken)}", f"{far} "

    def body(self) -> ComposeResult:
        choices = list(self.choices())
        with Horizontal(classes="body columns", id="desk"):
            yield Menu(choices, id="menu", marked=choices[0].id)
            with VerticalScroll(classes="panel", can_focus=False):
                yield Static(self.seats_told(), id="seats-told", markup=False)
                yield Static(self.clock_told(), id="clock-told", markup=False)
                with HorizontalGroup(id="clock-buttons"):
                    yield Button(_("+1 minute"), id="minute")
                    yield Button(_("+5 minutes"), id="five")
                    yield Button(self.pause_told(), id="pause")
                yield Static(choices[0].note, id="note", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.query_one(Menu).focus()
        self.every(1, self.tick)

    # -- what there is to see -------------------------------------------------------------

    def choices(self) -> Iterator[Choice]:
        """Everything that can be done; what cannot be done now says why."""
        for act in acts(self.room):
            yield Choice(act.id, act.title, act.closed or act.about)
        if self.room.lived:
            yield Choice("debrief", _("Debrief: what did we learn?"), _("Talk about the game."))
        yield Choice("home", _("Back to the classroom"), "")

    def seats_told(self) -> str:
        """Who has handed in."""
        lines = []
        for seat in seats(self.room):
            if seat.bot:
                mark, told = "·", _("the computer ({player})").format(player=seat.bot)
            elif self.room.finished:
                mark, told = "■", _("played to the end")
            elif seat.handed_in:
                mark, told = "■", _("handed in")
            else:
                mark, told = "□", _("not yet handed in")
            lines.append(f"{mark} {seat.name}: {told}")
        return "\n".join(lines)

    def clock_told(self) -> str:
        """The round's timer."""
        return time_told(clock(self.room), self.now())

    def pause_told(self) -> str:
        """What the button does now."""
        present = clock(self.room)
        return _("Pause") if present is None or present.running else _("Go on")

    def tick(self) -> None:
        """A second has gone by."""
        self.query_one("#clock-told", Static).update(self.clock_told())

    def look(self) -> None:
        """Show what has changed; the mark stays where it was."""
        menu = self.query_one(Menu)
        menu.offer(self.choices(), menu.marked.id if menu.marked else None)
        self.query_one("#seats-told", Static).update(self.seats_told())
        self.query_one("#pause", Button).label = self.pause_told()
        self.query_one(TitleBar).told(*self.titles())
        self.tick()

    # -- doing it -------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Do what the line says."""
        if not self.is_active:
            return  # a key pressed twice is one step
        match event.option_id or "":
            case "home":
                self.action_back()
            case "debrief":
                self.debrief()
            case chosen:
                self.carry_out(chosen)

    @work(exclusive=True)
    async def carry_out(self, name: str) -> None:
        """One act, from its question to the sentence that it was done."""
        act = next(act for act in acts(self.room) if act.id == name)
        if act.closed:
            self.app.notify(act.closed)
            return
        if not act.button:
            self.attempt(lambda: do(self.room, act, {}))
            return
        done = await self.app.push_screen_wait(ActDialog(self.room, name))
        if done is None:
            return
        self.told(done.sentence)
        if name in ("late", "pin"):
            await self.choose_pin(done.team)

    async def choose_pin(self, team: str) -> None:
        """A new PIN for a team."""

        def prompt() -> str:
            return _("New PIN of team {team}").format(team=self.room.name(team))

        pin = await self.app.push_screen_wait(NewPinScreen(prompt))
        if pin is not None:
            self.attempt(lambda: give_pin(self.room, team, pin))

    def attempt(self, change: Callable[[], str | None]) -> None:
        """Do it and say so, or say why it could not be done."""
        try:
            self.told(change() or "")
        except (NotDone, RecordError, OSError) as problem:
            self.app.notify(str(problem), severity="error")
            self.look()

    def told(self, sentence: str) -> None:
        """Say what was done."""
        if sentence:
            self.app.notify(sentence)
        self.look()

    def debrief(self) -> None:
        """What the class learned."""
        from simpasar.tui.screens.debrief import DebriefScreen

        self.app.push_screen(DebriefScreen(self.room))

    # -- the timer ------------------------------------------------------------------------

    @on(Button.Pressed, "#minute")
    def action_minute(self) -> None:
        """A minute more."""
        self.give(MINUTE)

    @on(Button.Pressed, "#five")
    def action_five(self) -> None:
        """Five minutes more."""
        self.give(5 * MINUTE)

    def give(self, seconds: int) -> None:
        """So much more time; written in the record where the round had some already."""
        self.attempt(lambda: more_time(self.room, seconds, self.now()))

    @on(Button.Pressed, "#pause")
    def action_pause(self) -> None:
        """Stop the timer, or let it go on."""
        self.attempt(lambda: pause_or_resume(self.room, self.now()))
