"""A page with a decision form: a group of fields at a time, all of them typed on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from simpasar.classroom.fields import Entries, Field, Form, Group, echo, written_out
from simpasar.classroom.filling import Problem
from simpasar.tui.page import Page, Result
from simpasar.tui.widgets.fields import FieldRow, Rows, row_id
from simpasar.tui.widgets.words import answered


class FormPage(Page[Result]):
    """Subclasses compose `groups_row` and `fields_column`, and say what to `reckon` after a key.

    `BUTTON`: the id of the button that comes after the last field. `entries`: what stands in the
    fields; `problems`: what of it cannot be read. `at`: the group that is open; `field`: the one
    people are at.
    """

    AUTO_FOCUS = None
    BUTTON: ClassVar[str] = ""

    def __init__(self, form: Form, entries: Entries) -> None:
        super().__init__()
        self.form = form
        self.entries: dict[str, str] = dict(entries)
        self.at = 0
        self.field: Field = self.group.fields[0]
        self.problems: tuple[Problem, ...] = ()

    @property
    def group(self) -> Group:
        """The group that is open."""
        return self.form.groups[self.at]

    def reckon(self) -> None:
        """Read all that is typed, and let the rest of the page follow."""

    def remembered(self, field: Field) -> str:
        """What stood in a field before, in words; "" where that means nothing."""
        return ""

    def last_of_all(self) -> Iterator[Widget]:
        """What stands below the fields of the last group."""
        yield from ()

    # -- what is shown --------------------------------------------------------------------

    def groups_row(self) -> Static:
        """The names of the groups."""
        return Static(self.tabs(), id="tabs")

    def fields_column(self) -> ComposeResult:
        """The fields of the open group, and what is to be known about one of them."""
        with Vertical(id="left"):
            yield Static("", id="about", classes="quiet", markup=False)
            yield Rows(id="fields", can_focus=False)
            yield Static("", id="detail", markup=False)

    async def on_mount(self) -> None:
        await self.show_form()

    async def retell(self) -> None:
        """Compose anew in the other language; the same group, the same field."""
        path = self.field.path
        await self.recompose()
        await self.show_form(path)

    async def show_form(self, path: str = "") -> None:
        """Fill in the page, and go to a field of the open group."""
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
                await fields.mount_all(self.last_of_all())
        for row in rows:
            row.tell(row.field.path in wrong)
        self.enter(self.field)

    def describe(self) -> None:
        """What is to be known about the field people are at."""
        field = self.field
        understood = echo(field, self.entries[field.path])
        note = next((c.note for c in field.choices if c.id == self.entries[field.path]), "")
        before = self.remembered(field)
        lines = [
            answered(field.label, understood) + (f" ({before})" if before else ""),
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
            self.call_after_refresh(self.explain)

    def explain(self) -> None:
        """Say what all of this is, as wide as there is room now."""
        self.say("#about", self.group.about)
        self.describe()

    def mark(self, problems: tuple[Problem, ...]) -> None:
        """Keep what cannot be read, and mark its fields and their groups."""
        told = {problem.path for problem in self.problems}
        self.problems = problems
        wrong = {problem.path for problem in problems}
        if wrong != told:
            self.query_one("#tabs", Static).update(self.tabs())
            for row in self.query(FieldRow):
                row.tell(row.field.path in wrong)

    # -- what is typed --------------------------------------------------------------------

    @on(FieldRow.Changed)
    def changed(self, event: FieldRow.Changed) -> None:
        """A key in a field; not one in a field of the same name that was here before."""
        rows = self.query(f"#{row_id(event.path)}").results(FieldRow)
        if all(row.text == event.text for row in rows):
            self.entries[event.path] = event.text
            self.reckon()

    @on(FieldRow.Focused)
    def arrived(self, event: FieldRow.Focused) -> None:
        """People are at another field, unless they are in another group by now."""
        field = self.form.field(event.path)
        if field in self.group.fields:
            self.field = field
            self.describe()

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
            for button in self.query(f"#{self.BUTTON}").results(Button):
                button.focus()

    async def action_previous_field(self) -> None:
        """The field before, in the group before the first one."""
        number = self.group.fields.index(self.field)
        if self.focused is not None and self.focused.id == self.BUTTON:
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

    def enter(self, field: Field) -> None:
        """Go to a field; nowhere while its group is just being opened, which goes to one itself."""
        for row in self.query(f"#{row_id(field.path)}").results(FieldRow):
            row.enter()

    async def go_to(self, path: str) -> None:
        """The field that a remark is about."""
        field = self.form.field(path)
        if field is not None:
            await self.open_group(self.form.groups.index(self.form.group_of(field)), field.path)
