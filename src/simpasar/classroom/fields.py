"""The fields of a decision sheet as people meet them: groups, names, help, what is filled in.

A form is made anew for each language and each week; nothing in it outlives a change of language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.classroom.names import unit_name
from simpasar.classroom.reading import (
    NotUnderstood,
    quoted,
    read_amount,
    read_clock,
    read_count,
    read_quantity,
)
from simpasar.i18n import _
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Decisions
from simpasar.scenario.parts import clock_text

Kind: TypeAlias = Literal[
    "rupiah", "balance", "count", "quantity", "clock", "choice", "yes_no", "text"
]
"""`balance` is rupiah that may lie below 0."""

Value: TypeAlias = int | str | bool | None

YES, NO = "yes", "no"

REASON_LENGTH = 280


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things a field may be set to. `note`: what matters about it, in a line."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One decision. `path` is its place in the sheet, as findings name it.

    `value`: the text it begins with; `last`: what stood there last week, in words, "" where that
    means nothing. `unit` is said after the value ("porsi"), or is the base unit of a quantity.
    `step`: what one press of [+] adds. `note`: facts of this field alone, such as a loan's true
    cost. `closed`: a sentence for each thing that keeps the team from it: it stays as it is.
    `optional`: whether it may be left empty; [+] and [-] then begin at `start`.
    """

    path: str
    kind: Kind
    label: str
    help: str
    value: str
    last: str = ""
    unit: str = ""
    step: int = 1
    most: int = 10_000_000_000
    choices: tuple[Choice, ...] = ()
    note: str = ""
    closed: tuple[str, ...] = ()
    optional: bool = False
    start: int = 0

    @property
    def typed(self) -> bool:
        """Whether people write into it; otherwise they choose."""
        return self.kind not in ("choice", "yes_no")

    @property
    def unit_name(self) -> str:
        """The unit as people read it."""
        return unit_name(self.unit)

    @property
    def counted(self) -> bool:
        """Whether [-] and [+] make sense."""
        return self.kind not in ("choice", "yes_no", "text")


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are decided together. `id` is stable; `title` a word for its tab."""

    id: str
    title: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A team's whole sheet for one week. `standing`: what holds on where nothing is changed."""

    groups: tuple[Group, ...]
    standing: Decisions

    @property
    def fields(self) -> Iterator[Field]:
        """All fields, in the order of the groups."""
        return (field for group in self.groups for field in group.fields)

    def field(self, path: str) -> Field | None:
        """The field at a path of the sheet, or the nearest one under or above it; None where the
        form has none: "batches.uduk" finds "batches.uduk.weekday", and "suppliers" its first."""
        fields = list(self.fields)
        while path:
            for field in fields:
                if field.path == path or field.path.startswith(f"{path}."):
                    return field
            path = path.rpartition(".")[0]
        return None

    def group_of(self, field: Field) -> Group:
        """The group a field of this form is in."""
        return next(group for group in self.groups if field in group.fields)


Entries = Mapping[str, str]
"""What stands in the fields, by their path."""


def value_of(field: Field, text: str) -> Value:
    """What a text in a field means: a number, the id of a choice, yes or no, a text; None for an
    optional field left empty.

    Raises:
        NotUnderstood: it means nothing there.
    """
    if field.optional and field.kind != "text" and not text.strip():
        return None
    match field.kind:
        case "rupiah":
            return read_amount(text)
        case "balance":
            return read_amount(text, negative=True)
        case "count":
            return read_count(text, field.most)
        case "quantity":
            return read_quantity(text, field.unit, field.most)
        case "clock":
            return read_clock(text)
        case "yes_no":
            return _chosen(field, text) == YES
        case "choice":
            return _chosen(field, text)
        case "text":
            return _line(text)


def _chosen(field: Field, text: str) -> str:
    if any(choice.id == text for choice in field.choices):
        return text
    message = _("“{text}” is not one of the choices: {choices}.")
    choices = ", ".join(choice.label for choice in field.choices)
    raise NotUnderstood(message.format(text=quoted(text), choices=choices))


def _line(text: str) -> str:
    """One line, whatever was pasted; signs that no file can keep are left out."""
    line = " ".join("".join(s if s.isprintable() else " " for s in text).split())
    if len(line) > REASON_LENGTH:
        message = _("That is too long: at most {most} letters, this is {length}.")
        raise NotUnderstood(message.format(most=REASON_LENGTH, length=len(line)))
    return line


def shown(field: Field, value: Value) -> str:
    """A value in words: `Rp 12.500`, `40 porsi`, `06:30`, the label of a choice."""
    if value is None:
        return ""
    match field.kind:
        case "rupiah" | "balance":
            return rupiah(int(value))
        case "clock":
            return clock_text(int(value))
        case "choice" | "yes_no":
            chosen = (YES if value else NO) if isinstance(value, bool) else value
            return next((c.label for c in field.choices if c.id == chosen), str(chosen))
        case "count" | "quantity":
            return " ".join(filter(None, (grouped(int(value)), field.unit_name)))
        case "text":
            return str(value)


def text_of(field: Field, value: Value) -> str:
    """A value as it is written into a field; `value_of` reads the same from it."""
    if value is None:
        return ""
    match field.kind:
        case "clock":
            return clock_text(int(value))
        case "yes_no":
            return YES if value else NO
        case "choice" | "text":
            return str(value)
        case _:
            return grouped(int(value))


def written_out(field: Field, text: str) -> str:
    """A text as it stands in a field that was left: `12,5 rb` is `12.500`; what means nothing
    stays as it was typed."""
    if not field.counted or field.closed:
        return text
    try:
        return text_of(field, value_of(field, text))
    except NotUnderstood:
        return text


def echo(field: Field, text: str) -> str:
    """What was understood of a text, in words: `12,5 rb` is `Rp 12.500`; or, if nothing was, the
    sentence that says so."""
    try:
        return shown(field, value_of(field, text))
    except NotUnderstood as problem:
        return str(problem)


def stepped(field: Field, text: str, steps: int) -> str:
    """The text after [+] was pressed `steps` times, [-] for below 0; from the value filled in,
    where the text means nothing. Choices go round."""
    if not field.counted:
        return _next_choice(field, text, steps) if field.choices else text
    try:
        number = value_of(field, text)
    except NotUnderstood:
        number = value_of(field, field.value)
    least = -field.most if field.kind == "balance" else 0
    start = field.start if number is None else int(number)
    moved = start + steps * field.step
    if start % field.step:  # onto the next whole step first
        moved = (start // field.step + steps + (steps < 0)) * field.step
    return text_of(field, min(max(moved, least), field.most))


def _next_choice(field: Field, text: str, steps: int) -> str:
    ids = [choice.id for choice in field.choices]
    at = ids.index(text) if text in ids else 0
    return ids[(at + steps) % len(ids)]
