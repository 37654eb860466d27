"""The decision sheet: a group of fields at a time, and a calculator that follows every key."""

from __future__ import annotations

import time
from textwrap import fill

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Static

from simpasar.classroom.clock import clock_of, minutes_told
from simpasar.classroom.fields import Field, Form, Group, echo, written_out
from simpasar.classroom.filling import Problem, entries_of, findings, read
from simpasar.classroom.form import form_of
from simpasar.classroom.outlook import outlook
from simpasar.classroom.room import Room
from simpasar.firm.checks import SheetRefused
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.record import RecordError
from simpasar.i18n import _
from simpasar.money import rupiah
from simpasar.tui.page import Page, TitleBar
from simpasar.tui.widgets.calculator import Calculator
from simpasar.tui.widgets.checks import Checks, Remark
from simpasar.tui.widgets.fields import FieldRow, Rows, row_id
from simpasar.tui.widgets.lastweek import LastWeek
from simpasar.tui.widgets.words import answered

DRAFT_AFTER = 0.6
"""Seconds without a key after which what was typed is kept."""


class SheetScreen(Page[bool]):
    """Gives back whether the sheet was handed in. What was typed is kept in any case."""

    NAME = "sheet"
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, room: Room, team: str) -> None:
        super().__init__()
        self.room, self.team = room, team
        self.view = room.view(team)
        self.form: Form = form_of(self.view)
        self.entries: dict[str, str] = self._begun()
        self.kept = dict(self.entries)
        self.at = 0
        self.field: Field = self.group.fields[0]
        self.sheet: DecisionSheet | None = None
        self.problems: tuple[Problem, ...] = ()
        self.beside = "calculator"
        self.saving: Timer | None = None
        self.checking = False

    def _begun(self) -> dict[str, str]:
        """What the fields begin with: a draft, the sheet handed in before, or last week's."""
        entries = {field.path: field.value for field in self.form.fields}
        handed_in = self.room.game.sheets.get(self.team)
        if handed_in is not None:
            entries = entries_of(self.form, handed_in)
        draft = self.room.draft(self.team) or {}
        return {path: draft.get(path, text) for path, text in entries.items()}

    @property
    def group(self) -> Group:
        """The group that is open."""
        return self.form.groups[self.at]

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
        yield Static(self.tabs(), id="tabs")
        with Horizontal(classes="columns", id="desk"):
            with Vertical(id="left"):
                yield Static("", id="about", classes="quiet", markup=False)
                yield Rows(id="fields", can_focus=False)
                yield Static("", id="detail", markup=False)
            with VerticalScroll(id="reckoned", classes="panel", can_focus=False) as panel:
                panel.border_title = _("Calculator")
                yield Calculator(self.view.scenario)
            with VerticalScroll(id="before", classes="panel", can_focus=False) as panel:
                panel.border_title = _("Last week") if self.view.history else _("This week")
                yield LastWeek(self.room, self.view)

    async def on_mount(self) -> None:
        self.every(1, self.tick)
        self.show_beside()
        await self.open_group(self.at)
        self.reckon()

    async def retell(self) -> None:
        """Compose anew in the other language; the same group, the same field."""
        path = self.field.path
        await self.recompose()
        self.show_beside()
        await self.open_group(self.at, path)
        self.reckon()

    def tabs(self) -> Content:
        """The names of the groups, the open one between marks; `!` where something is amiss."""
        wrong = {problem.path for problem in self.problems}
        parts = []
        for number, group in enumerate(self.form.groups):
            amiss = "!" if any(field.path in wrong for field in group.fields) else ""
            title = f"{group.title}{amiss}".replace(" ", "\u00a0")
            markup = f"[@click=screen.go({number})]$title[/]"
            if number == self.at:
                markup, title = "[r][b]$title[/b][/r]", f"►{title}◄"
            parts.append(Content.from_markup(markup, title=title))
        return Content("  ").join(parts)

    def show_beside(self) -> None:
        """Where there is room for one panel only, the one that was asked for."""
        self.set_class(self.beside == "calculator", "-calculator")

    async def open_group(self, number: int, path: str = "", last: bool = False) -> None:
        """Show a group's fields, and go to one of them."""
        for field in self.group.fields:  # those left behind; their rows are gone before they could
            self.entries[field.path] = written_out(field, self.entries[field.path])
        self.at = number
        group = self.group
        at_first = group.fields[-1 if last else 0]
        self.field = next((field for field in group.fields if field.path == path), at_first)
        wrong = {problem.path for problem in self.problems}
        rows = [FieldRow(field, self.entries[field.path]) for field in group.fields]
        self.say("#about", group.about)
        self.query_one("#tabs", Static).update(self.tabs())
        fields = self.query_one("#fields", Rows)
        async with self.batch():
            await fields.remove_children()
            await fields.mount_all(rows)
            if number == len(self.form.groups) - 1:
                await fields.mount(Button(_("Hand in"), id="hand-in"))
        for row in rows:
            row.tell(row.field.path in wrong)
        self.enter(self.field)

    def describe(self) -> None:
        """What is to be known about the field people are at."""
        field = self.field
        understood = echo(field, self.entries[field.path])
        note = next((c.note for c in field.choices if c.id == self.entries[field.path]), "")
        last = _("last week {value}").format(value=field.last) if field.last else ""
        lines = [
            answered(field.label, understood) + (f" ({last})" if last else ""),
            *field.closed,
            note,
            field.help,
            field.note,
        ]
        self.say("#detail", *filter(None, lines))

    def say(self, where: str, *lines: str) -> None:
        """Sentences, wrapped so that `Rp 12.500` stays in one piece."""
        place = self.query_one(where, Static)
        whole = [line.replace("Rp ", "Rp\u00a0") for line in lines]
        place.update("\n".join(fill(line, place.content_size.width or 42) for line in whole))

    def on_resize(self) -> None:
        if self.is_mounted and self.query("#detail"):
            self.call_after_refresh(self.describe)

    def reckon(self) -> None:
        """Read all that is typed, and let the calculator follow."""
        result = read(self.form, self.entries)
        told = {problem.path for problem in self.problems}
        if isinstance(result, DecisionSheet):
            self.sheet, self.problems = result, ()
            units = result.forecast.units if result.forecast else None
            plan = outlook(self.view, result.decisions, units)
            self.query_one(Calculator).tell(plan)
        else:
            self.sheet, self.problems = None, result
            self.query_one(Calculator).tell(None)
        wrong = {problem.path for problem in self.problems}
        if wrong != told:
            self.query_one("#tabs", Static).update(self.tabs())
            for row in self.query(FieldRow):
                row.tell(row.field.path in wrong)
        self.describe()

    # -- what is typed --------------------------------------------------------------------

    @on(FieldRow.Changed)
    def changed(self, event: FieldRow.Changed) -> None:
        """A key in a field."""
        self.entries[event.path] = event.text
        self.reckon()
        if self.saving is not None:
            self.saving.stop()
        self.saving = self.set_timer(DRAFT_AFTER, self.keep)

    @on(FieldRow.Focused)
    def arrived(self, event: FieldRow.Focused) -> None:
        """People are at another field, unless they are in another group by now."""
        field = self.form.field(event.path)
        if field in self.group.fields:
            self.field = field
            self.describe()

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

    # -- from field to field --------------------------------------------------------------

    @on(FieldRow.Done)
    async def action_next_field(self) -> None:
        """The next field, in the next group after the last one."""
        number = self.group.fields.index(self.field)
        if number + 1 < len(self.group.fields):
            self.enter(self.group.fields[number + 1])
        elif self.at + 1 < len(self.form.groups):
            await self.open_group(self.at + 1)
        else:
            for button in self.query("#hand-in"):
                button.focus()

    async def action_previous_field(self) -> None:
        """The field before, in the group before the first one."""
        number = self.group.fields.index(self.field)
        if self.focused is not None and self.focused.id == "hand-in":
            self.enter(self.field)
        elif number:
            self.enter(self.group.fields[number - 1])
        elif self.at:
            await self.open_group(self.at - 1, last=True)

    async def action_next_group(self) -> None:
        """The next group; after the last, the first."""
        await self.open_group((self.at + 1) % len(self.form.groups))

    async def action_previous_group(self) -> None:
        """The group before."""
        await self.open_group((self.at - 1) % len(self.form.groups))

    async def action_go(self, number: int) -> None:
        """The group whose name was clicked."""
        await self.open_group(int(number))

    def action_beside(self) -> None:
        """The other panel; last week, where it is longer than the screen, page by page."""
        before = self.query_one("#before", VerticalScroll)
        if before.display and before.scroll_y < before.max_scroll_y:
            before.scroll_page_down(animate=False)
            return
        before.scroll_home(animate=False)
        self.beside = "before" if self.beside == "calculator" else "calculator"
        self.show_beside()

    def enter(self, field: Field) -> None:
        """Go to a field; nowhere while its group is just being opened, which goes to one itself."""
        for row in self.query(f"#{row_id(field.path)}").results(FieldRow):
            row.enter()

    async def go_to(self, path: str) -> None:
        """The field that a remark is about."""
        field = self.form.field(path)
        if field is not None:
            await self.open_group(self.form.groups.index(self.form.group_of(field)), field.path)

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
