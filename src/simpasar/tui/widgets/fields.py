"""One line of a form: its label, [-] and [+], and what is typed or chosen between them."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from simpasar.classroom.fields import Field, stepped, written_out

FOCUSED, PROBLEM = "►", "!"


class Rows(VerticalScroll, inherit_bindings=False):
    """The rows of a group. It follows the focus by itself: its keys are the page's, which turn
    groups where a scrolled list would only scroll."""


class FieldRow(HorizontalGroup):
    """A field of the sheet. What stands in it is always a text, as the form reads it."""

    @dataclass
    class Changed(Message):
        """Something else stands in the field at `path`."""

        path: str
        text: str

    @dataclass
    class Focused(Message):
        """People are at this field now."""

        path: str

    @dataclass
    class Left(Message):
        """People have gone on from this field."""

        path: str

    @dataclass
    class Done(Message):
        """Enter was pressed in this field."""

        path: str

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(id=row_id(field.path), classes=f"field {field.kind}")
        self.field, self.text = field, text
        self.wrong = False

    def compose(self) -> ComposeResult:
        field = self.field
        yield Static("", classes="mark", markup=False)
        yield Static(field.label, classes="label", markup=False)
        if field.closed:
            yield Closed(field)
            return
        if field.kind == "text":
            yield TextInput(field, self.text)
            return
        yield Step(-1, "[-]" if field.counted else "[◄]")
        yield TextInput(field, self.text) if field.typed else ChoiceBox(field, self.text)
        yield Step(1, "[+]" if field.counted else "[►]")
        yield Static(field.unit_name, classes="unit", markup=False)

    @property
    def entry(self) -> Widget:
        """What takes the focus."""
        return self.query_one(".entry")

    def enter(self) -> None:
        """Let the focus be here."""
        for entry in self.query(".entry"):  # none while the row is just being mounted
            entry.focus()

    def tell(self, wrong: bool) -> None:
        """Mark the field whose text means nothing."""
        self.wrong = wrong
        self._mark()

    def _mark(self) -> None:
        mark = FOCUSED if self.has_focus_within else PROBLEM if self.wrong else " "
        for place in self.query(".mark").results(Static):  # none while it is being mounted
            place.update(mark)

    def put(self, text: str) -> None:
        """Let another text stand in the field."""
        entry = self.entry
        if isinstance(entry, TextInput):
            entry.value = text
            entry.cursor_position = len(text)
        elif isinstance(entry, ChoiceBox):
            entry.chosen = text
            self._changed(text)

    def step(self, steps: int) -> None:
        """[+] or [-] was pressed."""
        if not self.field.closed:
            self.entry.focus()
            self.put(stepped(self.field, self.text, steps))

    def _changed(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self.post_message(self.Changed(self.field.path, text))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """A key was pressed in the field."""
        event.stop()
        self._changed(event.value)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.post_message(self.Done(self.field.path))

    def on_descendant_focus(self) -> None:
        self._mark()
        self.post_message(self.Focused(self.field.path))

    def on_descendant_blur(self) -> None:
        """What was understood is written out: `12,5 rb` becomes `12.500`."""
        self._mark()
        text = written_out(self.field, self.text)
        if text != self.text:
            self.put(text)
        self.post_message(self.Left(self.field.path))


def row_id(path: str) -> str:
    """The id of the row of a field."""
    return f"field-{path.replace('.', '-')}"


class TextInput(Input):
    """Takes any text; + and - step a number, as [+] and [-] do."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(text, id=f"in-{field.path.replace('.', '-')}", classes="entry")
        self.field = field
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        steps = {"plus": 1, "minus": -1}.get(event.key)
        signed = self.field.kind == "balance" and event.key == "minus"
        if self.field.counted and steps and not signed:
            event.stop()
            event.prevent_default()
            row = self.parent
            assert isinstance(row, FieldRow)
            row.step(steps)
            return
        await super()._on_key(event)


class ChoiceBox(Static, can_focus=True):
    """One of several things: ← → or Space go on to the next."""

    BINDINGS = [
        ("left,minus", "step(-1)", ""),
        ("right,space,plus", "step(1)", ""),
        ("enter", "done", ""),
    ]
    chosen: reactive[str] = reactive("")

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(
            id=f"in-{field.path.replace('.', '-')}", classes="entry choice-box", markup=False
        )
        self.field = field
        self.set_reactive(ChoiceBox.chosen, text)

    def render(self) -> Content:
        label = next((c.label for c in self.field.choices if c.id == self.chosen), self.chosen)
        return Content(label)

    def action_step(self, steps: int) -> None:
        """The next choice, or the one before."""
        self.row.step(steps)

    def action_done(self) -> None:
        """Enter."""
        self.row.post_message(FieldRow.Done(self.field.path))

    def on_click(self) -> None:
        self.row.step(1)

    @property
    def row(self) -> FieldRow:
        """The row this is in."""
        row = self.parent
        assert isinstance(row, FieldRow)
        return row


class Closed(Static, can_focus=True):
    """A door that is closed: what stands there cannot be changed, and one may ask why."""

    BINDINGS = [("enter", "done", "")]

    def __init__(self, field: Field) -> None:
        shown = next((c.label for c in field.choices if c.id == field.value), field.value)
        super().__init__(
            f"({shown})",
            id=f"in-{field.path.replace('.', '-')}",
            classes="entry closed-box",
            markup=False,
        )
        self.field = field

    def action_done(self) -> None:
        """Enter."""
        self.post_message(FieldRow.Done(self.field.path))


class Step(Static):
    """[-] or [+], for the mouse; the keyboard has - and +."""

    def __init__(self, steps: int, sign: str) -> None:
        super().__init__(sign, classes="step", markup=False)
        self.steps = steps

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = self.parent
        assert isinstance(row, FieldRow)
        row.step(self.steps)
