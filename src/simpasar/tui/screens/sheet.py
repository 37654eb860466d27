"""The decision sheet: a group of fields at a time, and a calculator that follows every key."""

from __future__ import annotations

import time
from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button

from simpasar.classroom.clock import clock_of, minutes_told
from simpasar.classroom.fields import Field, Form
from simpasar.classroom.filling import entries_of, findings, read
from simpasar.classroom.form import form_of
from simpasar.classroom.outlook import outlook
from simpasar.classroom.room import Room
from simpasar.firm.checks import SheetRefused
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.record import RecordError
from simpasar.i18n import _
from simpasar.money import rupiah
from simpasar.tui.form_page import FormPage
from simpasar.tui.page import TitleBar
from simpasar.tui.widgets.calculator import Calculator
from simpasar.tui.widgets.checks import Checks, Remark
from simpasar.tui.widgets.fields import FieldRow
from simpasar.tui.widgets.lastweek import LastWeek

DRAFT_AFTER = 0.6
"""Seconds without a key after which what was typed is kept."""


class SheetScreen(FormPage[bool]):
    """Gives back whether the sheet was handed in. What was typed is kept in any case."""

    NAME = "sheet"
    BUTTON = "hand-in"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, room: Room, team: str) -> None:
        self.room, self.team = room, team
        self.view = room.view(team)
        form = form_of(self.view)
        super().__init__(form, self._begun(form))
        self.kept = dict(self.entries)
        self.sheet: DecisionSheet | None = None
        self.beside = "calculator"
        self.saving: Timer | None = None
        self.checking = False

    def _begun(self, form: Form) -> dict[str, str]:
        """What the fields begin with: a draft, the sheet handed in before, or last week's."""
        entries = {field.path: field.value for field in form.fields}
        handed_in = self.room.game.sheets.get(self.team)
        if handed_in is not None:
            entries = entries_of(form, handed_in)
        draft = self.room.draft(self.team) or {}
        return {path: draft.get(path, text) for path, text in entries.items()}

    # -- what is shown --------------------------------------------------------------------

    def titles(self) -> tuple[str, str]:
        left = _("Team {team}, week {week} of {weeks}").format(
            team=self.room.name(self.team), week=self.room.week, weeks=self.room.weeks
        )
        right = _("Cash {cash}").format(cash=rupiah(self.view.cash))
        clock = clock_of(self.room.desk.clock)
        if clock is not None:
            now = int(time.time())
            told = minutes_told(clock.remaining(now))
            right += "  " + (_("Time is up") if clock.time_is_up(now) else told)
        return f" {left}", f"{right} "

    def tick(self) -> None:
        """A second has gone by."""
        self.query_one(TitleBar).told(*self.titles())

    def body(self) -> ComposeResult:
        self.form = form_of(self.view)
        yield self.groups_row()
        with Horizontal(classes="columns", id="desk"):
            yield from self.fields_column()
            with VerticalScroll(id="reckoned", classes="panel", can_focus=False) as panel:
                panel.border_title = _("Calculator")
                yield Calculator(self.view.scenario)
            with VerticalScroll(id="before", classes="panel", can_focus=False) as panel:
                panel.border_title = _("Last week") if self.view.history else _("This week")
                yield LastWeek(self.room, self.view)

    async def on_mount(self) -> None:  # the form's own is called, too
        self.every(1, self.tick)

    async def show_form(self, path: str = "") -> None:
        self.show_beside()
        await super().show_form(path)

    def show_beside(self) -> None:
        """Where there is room for one panel only, the one that was asked for."""
        self.set_class(self.beside == "calculator", "-calculator")

    def last_of_all(self) -> Iterator[Widget]:
        yield Button(_("Hand in"), id=self.BUTTON)

    def remembered(self, field: Field) -> str:
        return _("last week {value}").format(value=field.last) if field.last else ""

    def reckon(self) -> None:
        """Read all that is typed, and let the calculator follow."""
        result = read(self.form, self.entries)
        if isinstance(result, DecisionSheet):
            self.sheet = result
            self.mark(())
            units = result.forecast.units if result.forecast else None
            plan = outlook(self.view, result.decisions, units)
            self.query_one(Calculator).tell(plan)
        else:
            self.sheet = None
            self.mark(result)
            self.query_one(Calculator).tell(None)
        self.describe()

    # -- what is typed --------------------------------------------------------------------

    @on(FieldRow.Changed)
    def save_soon(self) -> None:
        """A key in a field: what is typed is kept once people pause."""
        if self.saving is not None:
            self.saving.stop()
        self.saving = self.set_timer(DRAFT_AFTER, self.keep)

    @on(FieldRow.Left)
    def gone_on(self, _event: FieldRow.Left) -> None:
        """A field is left: what it holds is kept."""
        if self.saving is not None:
            self.keep()

    def keep(self) -> None:
        """Keep what is typed, so that a power cut loses nothing."""
        if self.saving is not None:
            self.saving.stop()
            self.saving = None
        if self.entries == self.kept:
            return
        try:
            self.room.keep_draft(self.team, self.entries)
            self.kept = dict(self.entries)
        except OSError as error:
            message = _("What you type cannot be kept: {error}").format(error=error)
            self.notify(message, severity="warning")

    # -- what stands beside the fields -----------------------------------------------------

    def action_beside(self) -> None:
        """The other panel; last week, where it is longer than the screen, page by page."""
        before = self.query_one("#before", VerticalScroll)
        if before.display and before.scroll_y < before.max_scroll_y:
            before.scroll_page_down(animate=False)
            return
        before.scroll_home(animate=False)
        self.beside = "before" if self.beside == "calculator" else "calculator"
        self.show_beside()

    # -- handing in -----------------------------------------------------------------------

    @on(Button.Pressed, "#hand-in")
    def pressed(self) -> None:
        """The button."""
        self.action_hand_in()

    @work
    async def action_hand_in(self) -> None:
        """Let the checks speak, then write the sheet into the record."""
        if self.checking:
            return  # a key pressed twice is one step
        self.checking = True
        try:
            await self.check()
        finally:
            self.checking = False

    async def check(self) -> None:
        """What there is to say before, and what the team answers."""
        self.keep()
        remarks = self.remarks()
        answer = await self.app.push_screen_wait(Checks(self.remarks)) if remarks else "hand_in"
        if answer == "hand_in" and self.sheet is not None:  # a key may still have changed it
            self.hand_in(self.sheet)
        elif answer == "fix":
            await self.go_to(remarks[0].path)

    def remarks(self) -> list[Remark]:
        """All there is to say, what cannot be read or played first."""
        if self.sheet is None:
            return [
                Remark(problem.path, self.named(problem.path, problem.sentence), refused=True)
                for problem in self.problems
            ]
        said = [
            Remark(finding.field, finding.message, finding.level == "impossible")
            for finding in findings(self.view, self.sheet)
        ]
        if self.sheet.forecast is None and not any(remark.refused for remark in said):
            sentence = _("There is no forecast yet. A guess now teaches most afterwards.")
            said.append(Remark("forecast.units", sentence, refused=False))
        return said

    def named(self, path: str, sentence: str) -> str:
        """A sentence with the name of the field it is about."""
        field = self.form.field(path)
        assert field is not None
        return f"{self.form.group_of(field).title}, {field.label}: {sentence}"

    def hand_in(self, sheet: DecisionSheet) -> None:
        """Into the record it goes."""
        try:
            self.room.hand_in(self.team, sheet)
        except (SheetRefused, RecordError, OSError) as error:
            self.notify(str(error), severity="error", timeout=20)
            return
        self.dismiss(True)

    def action_back(self) -> None:
        """Later; what was typed is kept."""
        self.keep()
        self.dismiss(False)
