"""One act of the trainer: what it does, what it asks for, and whether that is really meant."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, Vertical
from textual.widgets import Button, Static

from simpasar.classroom.acts import Act, acts
from simpasar.classroom.fields import Field
from simpasar.classroom.room import Room
from simpasar.classroom.trainer import NotDone, do, read
from simpasar.game.record import RecordError
from simpasar.i18n import _
from simpasar.tui.page import Dialog
from simpasar.tui.widgets.ask import Ask
from simpasar.tui.widgets.fields import FieldRow, row_id


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: `sentence` says it; `team`: the one it was for, "" for none."""

    sentence: str
    team: str


class ActDialog(Dialog[Done | None]):
    """Gives back what was done, None where people thought better of it."""

    def __init__(self, room: Room, act: str) -> None:
        super().__init__()
        self.room, self.name_of_act = room, act
        self.entries = {field.path: field.value for field in self.act.fields}

    @property
    def act(self) -> Act:
        """The act, in the language now spoken."""
        return next(act for act in acts(self.room) if act.id == self.name_of_act)

    def compose(self) -> ComposeResult:
        act = self.act
        with Vertical(classes="dialog", id="act"):
            yield Static(act.title, classes="heading", markup=False)
            yield Static(act.about, markup=False)
            if act.recorded:
                yield Static(_("It will be written in the record."), classes="quiet", markup=False)
            with Vertical(id="act-fields"):
                for field in act.fields:
                    yield FieldRow(field, self.entries[field.path])
            yield Static("", id="act-help", classes="quiet", markup=False)
            if act.words:
                with HorizontalGroup(id="words"):
                    for number, word in enumerate(act.words):
                        yield Button(word, id=f"word-{number}", classes="word")
            yield Static("", id="act-problem", classes="bad", markup=False)
            with HorizontalGroup(classes="buttons"):
                yield Button(act.button, id="do")
                yield Button(_("Not now"), id="not-now")

    def on_mount(self) -> None:
        first = self.query(FieldRow)
        if first:
            first.first().entry.focus()
        else:
            self.query_one("#do", Button).focus()

    @on(FieldRow.Focused)
    def explain(self, event: FieldRow.Focused) -> None:
        """A sentence for the field that people are at."""
        field = next(field for field in self.act.fields if field.path == event.path)
        self.query_one("#act-help", Static).update(field.help)

    @on(FieldRow.Changed)
    def filled_in(self, event: FieldRow.Changed) -> None:
        """Keep what stands in the fields."""
        self.entries[event.path] = event.text

    @on(FieldRow.Done)
    def next_field(self, event: FieldRow.Done) -> None:
        """Enter goes on to the next field; after the last one it is done."""
        rows = list(self.query(FieldRow))
        at = next(number for number, row in enumerate(rows) if row.field.path == event.path)
        if at + 1 < len(rows):
            rows[at + 1].entry.focus()
        else:
            self.carry_out()

    @on(Button.Pressed, ".word")
    def take_words(self, event: Button.Pressed) -> None:
        """A ready answer, for whoever has no keyboard at hand."""
        row = self.query_one(f"#{row_id(self.worded.path)}", FieldRow)
        row.put(str(event.button.label))
        self.query_one("#do", Button).focus()

    @property
    def worded(self) -> Field:
        """The field that ready answers are for: the last that asks for words."""
        return [field for field in self.act.fields if field.kind == "text"][-1]

    @on(Button.Pressed, "#not-now")
    def leave(self) -> None:
        """Thought better of it."""
        self.dismiss(None)

    @on(Button.Pressed, "#do")
    def wanted(self) -> None:
        """Do it."""
        self.carry_out()

    @work(exclusive=True)
    async def carry_out(self) -> None:
        """Do it, asking once more where that is due; or say what is missing."""
        act = self.act
        try:
            read(act, self.entries)
            if act.sure and not await self.app.push_screen_wait(
                Ask(lambda: self.act.sure, yes=lambda: self.act.button, careful=True)
            ):
                return
            sentence = do(self.room, act, self.entries)
        except (NotDone, RecordError, OSError) as problem:
            self.query_one("#act-problem", Static).update(str(problem))
            return
        self.dismiss(Done(sentence, self.entries.get("team", "")))
