"""What pydantic finds wrong in a scenario, as a sentence in the key words of the file."""

from __future__ import annotations

import re
from typing import Any

from simpasar.i18n import Language, _
from simpasar.money import grouped
from simpasar.scenario import traps
from simpasar.scenario.community import Ballot
from simpasar.scenario.events import Event
from simpasar.scenario.problems import Said, closest
from simpasar.scenario.source import Items, Node, Scalar, quoted
from simpasar.scenario.vocabulary import (
    choice_of,
    choice_word,
    choices_in,
    field_of,
    field_word,
    models_in,
)

NAME = r"^[a-z0-9][a-z0-9-]*$"
"""The pattern of a scenario's name; all others are of ids."""

AIMED_AT = {
    "monday": "start",
    "no_hours": "hours",
    "portions": "portions",
    "union_tag_invalid": "kind",
    "term_is_flat": "method",
    "loan_amounts": "largest",
    "tiers": "tiers",
}
"""Findings about a whole part, and the field of it that they are really about."""


def sentence(error: Any, key: str, node: Node | None, language: Language) -> Said:
    """Say what is wrong with `node`, the value of `key` (or, of a key, the key itself).

    `error` is one of pydantic's `ErrorDetails`.
    """
    kind, context = error["type"], error.get("ctx", {})
    written = node.text if isinstance(node, Scalar) else ""
    shown = _shown(node)
    match kind:
        case "int_type" | "int_from_float" | "int_parsing":
            return whole_number(key, node, language)
        case "greater_than_equal":
            text = _("`{key}` is at least {bound}, not {shown}.")
            return Said("range", text.format(key=key, bound=grouped(context["ge"]), shown=shown))
        case "less_than_equal":
            text = _("`{key}` is at most {bound}, not {shown}.")
            return Said("range", text.format(key=key, bound=grouped(context["le"]), shown=shown))
        case "string_type":
            return _text(key, shown, written)
        case "model_type" if context.get("class_name") in ("Text", "Question", "Objective"):
            return _text(key, shown, written)
        case "string_too_long":
            text = _("`{key}` has more than {most} characters.")
            return Said("too-long", text.format(key=key, most=grouped(context["max_length"])))
        case "string_pattern_mismatch":
            return _name(written, key, is_id=context["pattern"] != NAME)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            text = _("`{key}` is a date such as 2027-01-04, not {shown}.")
            return _with_mend("date", text.format(key=key, shown=shown), traps.day(written))
        case "bool_type":
            text = _("`{key}` is true or false, not {shown}.").format(key=key, shown=shown)
            return _with_mend("yes-no", text, traps.yes_or_no(written))
        case "too_short" if context["min_length"] > 1:
            text = _("`{key}` needs at least {least} entries.")
            return Said("too-few", text.format(key=key, least=context["min_length"]))
        case "too_short":
            return Said("too-few", _("`{key}` needs at least one entry.").format(key=key))
        case "too_long":
            text = _("`{key}` has more than {most} entries.")
            return Said("too-many", text.format(key=key, most=context["max_length"]))
        case "tuple_type":
            text = _("`{key}` is a list such as [{example}], not {shown}.")
            text = text.format(key=key, example=written or "...", shown=shown)
            return Said("list", text, f"[{written}]" if written else None)
        case "dict_type" | "model_type":
            text = _("`{key}` needs keys below it, not {shown}.")
            return Said("table", text.format(key=key, shown=shown))
        case "literal_error" | "union_tag_invalid" | "union_tag_not_found":
            return _choice(error, key, written, shown, language)
        case _ if kind in wanted():
            text = _("`{key}`: wanted is {wanted}.").format(key=key, wanted=wanted()[kind])
            return _with_mend(kind.replace("_", "-"), text, _meant(kind, written))
        case _:
            text = _("`{key}` is not written as expected: {shown}.")
            return Said("form", text.format(key=key, shown=shown))


def about_key(said: Said, table: str) -> Said:
    """What was said of `table`, said of the keys in it."""
    whole = _("Each key of `{table}`").format(table=table)
    return said._replace(message=said.message.replace(f"`{table}`", whole, 1))


def whole_number(key: str, node: Node | None, language: Language) -> Said:
    """Say that `node` is no whole number, and how it would be written as one."""
    text = _("`{key}` is a whole number, not {shown}.").format(key=key, shown=_shown(node))
    written = node.text if isinstance(node, Scalar) else ""
    trap = traps.number(written, field_of(key, language) or "") if written else None
    return _with_mend("number", text, trap)


def _with_mend(code: str, message: str, trap: traps.Trap | None) -> Said:
    """What is wrong, and what to do about it where that is known."""
    return Said(code, f"{message} {trap[0]}", trap[1]) if trap else Said(code, message)


def _meant(kind: str, written: str) -> traps.Trap | None:
    if kind in ("clock", "whole_hour"):
        return traps.clock(written) if kind == "clock" else None
    return traps.monday(written) if kind == "monday" else None


def _name(written: str, key: str, is_id: bool) -> Said:
    """That a name, or an id where `is_id`, has letters that it may not have."""
    mend = traps.name(written, "_" if is_id else "-")
    text = (
        _("`{name}` is no id: use small letters, digits and _, a letter first.")
        if is_id
        else _("`{name}` is no name: use small letters, digits and -.")
    ).format(name=_short(written) or key)
    return Said("id" if is_id else "name", f"{text} {_for_example(mend)}".strip(), mend)


def _for_example(mend: str | None) -> str:
    return _("For example `{word}`.").format(word=mend) if mend else ""


def _shown(node: Node | None) -> str:
    if node is None:
        return _("nothing")
    if isinstance(node, Scalar):
        return f"`{_short(node.text)}`" if node.text else _("nothing")
    return _("a list") if isinstance(node, Items) else _("a table")


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 3] + "..."


def _text(key: str, shown: str, written: str) -> Said:
    if not written:
        return Said("text", _("`{key}` is a text, not {shown}.").format(key=key, shown=shown))
    text = _('`{key}` is a text, not {shown}. Put it in quotes: "{text}"')
    message = text.format(key=key, shown=shown, text=_short(written))
    return Said("text", message, quoted(written))


def _choice(error: Any, key: str, written: str, shown: str, language: Language) -> Said:
    context = error.get("ctx", {})
    expected = str(context.get("expected", context.get("expected_tags", "")))
    words = [choice_word(word, language) for word in re.findall(r"'([^']+)'", expected)]
    if words:
        text = _("{shown} is not known here. Known are: {words}.")
        message = text.format(shown=shown, words=", ".join(words))
        other: Language = "id" if language == "en" else "en"
        same = choice_word(choice_of(written, other) or "", language)
        meant = same if same in words else closest(written, words)
        hint = _("Did you mean `{word}`?").format(word=meant) if meant else ""
        return Said("unknown-word", f"{message} {hint}".strip(), meant or None)
    # The key that tells the kinds apart is missing.
    words = [choice_word(word, language) for word in _kinds(error["loc"])]
    text = _("`{key}` needs `{kind}`, one of: {words}.")
    kind = field_word("kind", language)
    return Said("kind", text.format(key=key, kind=kind, words=", ".join(words)))


def _kinds(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The kinds of the part at `loc`, which may be of several: an event or a ballot."""
    parts = models_in(Ballot if loc[:2] == ("cooperative", "ballots") else Event)
    tags = (part.model_fields["kind"] for part in parts)
    return tuple(kind for tag in tags for kind in choices_in(tag.annotation))


def wanted() -> dict[str, str]:
    """What is wanted where one of our own rules is broken, by the kind of the finding."""
    return {
        "clock": _("a time of day such as 06:30"),
        "whole_hour": _("a whole hour such as 06:00"),
        "monday": _("the date of a Monday"),
        "no_hours": _("at least one hour with a weight above 0"),
        "portions": _("numbers from 1 to 100, each with a weight"),
        "empty_text": _("a text, not an empty one"),
        "term_is_flat": _("a flat rate where interest is for the whole term"),
        "loan_amounts": _("a largest amount that is not below the smallest"),
        "tiers": _("numbers of packs from 1 on, and a share of the price that falls with them"),
        "surplus_shares": _("shares that make 1000 together"),
    }
