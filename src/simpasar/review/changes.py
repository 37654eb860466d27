"""Changing decisions of a recorded sheet, written as people do: `price.nasi_uduk=11500`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpasar.classroom.fields import Field, Form, echo, value_of
from simpasar.classroom.filling import entries_of, read
from simpasar.classroom.form import form_of
from simpasar.classroom.reading import NotUnderstood
from simpasar.firm.checks import verify_sheet
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.view import TeamView
from simpasar.i18n import _
from simpasar.scenario.problems import suggestion
from simpasar.scenario.vocabulary import FIELDS, field_of

_SINGULAR = {
    "price": "prices", "batch": "batches", "grade": "grades", "supplier": "suppliers",
    "quality": "grades", "harga": "prices", "mutu": "grades",
}  # fmt: skip
"""What people write for a part of the sheet, beside its name and its key words."""


class ChangeRefused(Exception):
    """A change that cannot be made; the sentence says why, and what to write."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the sheet, what stood there and what is to stand there, in words."""

    path: str
    label: str
    was: str
    becomes: str


def changed(
    view: TeamView, sheet: DecisionSheet, wishes: Iterable[str]
) -> tuple[DecisionSheet, tuple[Change, ...]]:
    """`sheet` with every wish done, and what that changed.

    Raises:
        ChangeRefused: a wish names no field that was open that week, its value means nothing
            there, or the sheet they make was impossible.
    """
    form = form_of(view)
    entries = entries_of(form, sheet)
    told = []
    for wish in wishes:
        path, equals, text = wish.partition("=")
        if not equals:
            message = _("Write FIELD=VALUE, for example {example}, not {wish}.")
            raise ChangeRefused(message.format(example=_example(form), wish=wish))
        for field in _fields(form, path.strip()):
            text = _text(field, text.strip())
            told.append(_change(form, field, entries[field.path], text))
            entries[field.path] = text
    made = read(form, entries)
    if not isinstance(made, DecisionSheet):
        raise ChangeRefused(" ".join(problem.sentence for problem in made))
    _verify(view, made)
    return made, tuple(told)


def _fields(form: Form, written: str) -> list[Field]:
    """The fields at a path as people write it: `batches.nasi_uduk` is both kinds of day."""
    head, dot, rest = written.partition(".")
    head = _SINGULAR.get(head, head if head in FIELDS else field_of(head, "id") or head)
    path = f"{head}{dot}{rest}"
    found = [f for f in form.fields if f.path == path or f.path.startswith(f"{path}.")]
    if not found or (not rest and found[0].path != path):
        known = [field.path for field in form.fields]
        message = _("There is no field {path} on that week's sheet.").format(path=written)
        raise ChangeRefused(f"{message} {suggestion(path, known)}")
    for field in found:
        if field.closed:
            raise ChangeRefused(f"{field.label}: {' '.join(field.closed)}")
    return found


def _text(field: Field, text: str) -> str:
    """What is written, as the form has it: a choice may be called by its id or by its label."""
    for choice in field.choices:
        if text.casefold() in (choice.id.casefold(), choice.label.casefold()):
            return choice.id
    try:
        value_of(field, text)
    except NotUnderstood as problem:
        raise ChangeRefused(f"{field.label}: {problem}") from None
    return text


def _change(form: Form, field: Field, was: str, becomes: str) -> Change:
    label = f"{form.group_of(field).title}, {field.label}"
    return Change(field.path, label, echo(field, was), echo(field, becomes))


def _verify(view: TeamView, sheet: DecisionSheet) -> None:
    findings = verify_sheet(
        view.scenario, view.seat, sheet, view.sheet, view.week, view.cash, view.standing
    )
    refused = [finding.message for finding in findings if finding.level == "impossible"]
    if refused:
        raise ChangeRefused(" ".join(refused))


def _example(form: Form) -> str:
    field = next(iter(form.fields))
    return f"{field.path}={field.value}"


def between(view: TeamView, own: DecisionSheet, better: DecisionSheet) -> tuple[Change, ...]:
    """What `better` decides otherwise than `own`, in the order of the sheet."""
    form = form_of(view)
    was, becomes = entries_of(form, own), entries_of(form, better)
    return tuple(
        _change(form, field, was[field.path], becomes[field.path])
        for field in form.fields
        if was[field.path] != becomes[field.path] and not field.path.startswith(_TOLD)
    )


_TOLD = ("forecast.", "reason")
"""What a sheet says beside its decisions."""
