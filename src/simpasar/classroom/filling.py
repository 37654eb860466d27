"""Between a decision sheet and what is typed: texts to begin with, the sheet that texts make."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from simpasar.classroom.fields import NO, YES, Entries, Field, Form, Value, text_of, value_of
from simpasar.classroom.reading import NotUnderstood
from simpasar.firm.checks import Finding, verify_sheet
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.view import TeamView
from simpasar.i18n import _
from simpasar.scenario.parts import clock_text

UNDECIDED = "-"
"""The choice that is none: no vote, no answer. No id of a scenario reads like this."""

_LISTS = ("programmes", "contracts", "settle")
"""Fields of the decisions that name what is done, where the form asks yes or no for each."""

_NONE_IS_NO_KEY = (
    "safety", "buy_equipment", "borrow", "pledges", "hire_hours", "votes", "admit",
)  # fmt: skip
"""Parts of the decisions that leave out what is nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What was typed into the field at `path` cannot be read; `sentence` says so to people."""

    path: str
    sentence: str


def read(form: Form, entries: Entries) -> DecisionSheet | tuple[Problem, ...]:
    """The sheet that `entries` make of `form`, or a problem for each text that means nothing.

    What is not among the entries stays as it is filled in; so do fields that are closed, and all
    that the form has no field for.
    """
    tree: dict[str, Any] = plain(DecisionSheet(decisions=form.standing))
    problems = []
    for field in form.fields:
        text = field.value if field.closed else entries.get(field.path, field.value)
        try:
            _put(tree, field, value_of(field, text))
        except NotUnderstood as problem:
            problems.append(Problem(field.path, str(problem)))
    problems += _half_a_forecast(form, tree, problems)
    if problems:
        return tuple(problems)
    if None in (tree.get("forecast") or {}).values():
        del tree["forecast"]
    return DecisionSheet.model_validate_json(json.dumps(tree))


def entries_of(form: Form, sheet: DecisionSheet) -> dict[str, str]:
    """The texts that make the fields of `form` say what `sheet` says."""
    tree = plain(sheet)
    return {
        field.path: text_of(field, found(tree, field.path, field.kind)) for field in form.fields
    }


def findings(view: TeamView, sheet: DecisionSheet) -> tuple[Finding, ...]:
    """Everything to say about a team's sheet before it is handed in, impossible things first."""
    return verify_sheet(
        view.scenario, view.seat, sheet, view.sheet, view.week, view.cash, view.standing
    )


def plain(sheet: DecisionSheet) -> dict[str, Any]:
    """A sheet as plain values."""
    tree: dict[str, Any] = json.loads(sheet.model_dump_json())
    return tree


def found(tree: dict[str, Any], path: str, kind: str) -> Value:
    """What stands at a field's path in a plain sheet; what stands for nothing, where none does."""
    *parents, last = _in_sheet(path)
    part: Any = tree
    for name in parents:
        part = part.get(name) or {} if isinstance(part, dict) else {}
    if isinstance(part, list):
        return last in part
    value = part.get(last)
    match kind:
        case "yes_no":
            return last in part if parents[-1] in _LISTS else bool(value)
        case "choice":
            named = {True: YES, False: NO, None: UNDECIDED}
            return named[value] if isinstance(value, bool | None) else str(value)
        case "clock":
            return _seconds(value)
        case "text":
            return value or ""
    return value if value is not None or parents[:1] == ["forecast"] else 0


def _in_sheet(path: str) -> list[str]:
    """The keys that lead to a field: a forecast and a reason lie beside the decisions."""
    parts = path.split(".")
    return parts if parts[0] in ("forecast", "reason") else ["decisions", *parts]


def _seconds(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 3_600 + int(minute) * 60


def _put(tree: dict[str, Any], field: Field, value: Value) -> None:
    """Set a field of a plain sheet."""
    *parents, last = _in_sheet(field.path)
    if parents and parents[-1] in _LISTS:
        names = tree["decisions"].setdefault(parents[-1], [])
        if value:
            names.append(last)
        return
    part = tree
    for name in parents:
        if not part.get(name):
            part[name] = {}
        part = part[name]
    if parents and parents[-1] in _NONE_IS_NO_KEY and value in (0, UNDECIDED):
        part.pop(last, None)
        return
    if field.kind == "choice" and value in (YES, NO):
        value = value == YES
    part[last] = clock_text(int(value or 0)) if field.kind == "clock" else value


def _half_a_forecast(
    form: Form, tree: dict[str, Any], problems: list[Problem]
) -> tuple[Problem, ...]:
    """A forecast of one number only is asked to be whole."""
    told = tree.get("forecast") or {}
    if any(problem.path.startswith("forecast.") for problem in problems) or not told:
        return ()
    missing = [name for name, value in told.items() if value is None]
    if len(missing) != 1:
        return ()
    message = _("Fill in both numbers of the forecast, or leave both empty.")
    return (Problem(f"forecast.{missing[0]}", message),)
