"""What pydantic finds wrong in a scenario, as a sentence in the key words of the file."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from simpasar.i18n import Language, _
from simpasar.money import grouped
from simpasar.scenario.community import Ballot
from simpasar.scenario.events import Event
from simpasar.scenario.source import WHOLE, Items, Node, Scalar
from simpasar.scenario.vocabulary import choice_word, choices_in, field_word, models_in

NAME = r"^[a-z0-9][a-z0-9-]*$"
"""The pattern of a scenario's name; all others are of ids."""

Said: TypeAlias = tuple[str, str]
"""A stable code, and the sentence."""

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
            return whole_number(key, node)
        case "greater_than_equal":
            text = _("`{key}` is at least {bound}, not {shown}.")
            return "range", text.format(key=key, bound=grouped(context["ge"]), shown=shown)
        case "less_than_equal":
            text = _("`{key}` is at most {bound}, not {shown}.")
            return "range", text.format(key=key, bound=grouped(context["le"]), shown=shown)
        case "string_type":
            return _text(key, shown, written)
        case "model_type" if context.get("class_name") in ("Text", "Question", "Objective"):
            return _text(key, shown, written)
        case "string_too_long":
            text = _("`{key}` has more than {most} characters.")
            return "too-long", text.format(key=key, most=grouped(context["max_length"]))
        case "string_pattern_mismatch" if context["pattern"] == NAME:
            text = _("`{name}` is no name: use small letters, digits and -.")
            return "name", text.format(name=written)
        case "string_pattern_mismatch":
            text = _("`{name}` is no id: use small letters, digits and _, a letter first.")
            return "id", text.format(name=written or key)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            text = _("`{key}` is a date such as 2027-01-04, not {shown}.")
            return "date", text.format(key=key, shown=shown)
        case "bool_type":
            text = _("`{key}` is true or false, not {shown}.")
            return "yes-no", text.format(key=key, shown=shown)
        case "too_short" if context["min_length"] > 1:
            text = _("`{key}` needs at least {least} entries.")
            return "too-few", text.format(key=key, least=context["min_length"])
        case "too_short":
            return "too-few", _("`{key}` needs at least one entry.").format(key=key)
        case "tuple_type":
            text = _("`{key}` is a list such as [{example}], not {shown}.")
            return "list", text.format(key=key, example=written or "...", shown=shown)
        case "dict_type" | "model_type":
            text = _("`{key}` needs keys below it, not {shown}.")
            return "table", text.format(key=key, shown=shown)
        case "literal_error" | "union_tag_invalid" | "union_tag_not_found":
            return _choice(error, key, shown, language)
        case _ if kind in _wanted():
            return kind, _("`{key}`: wanted is {wanted}.").format(key=key, wanted=_wanted()[kind])
        case _:
            text = _("`{key}` is not written as expected: {shown}.")
            return "form", text.format(key=key, shown=shown)


def about_key(said: Said, table: str) -> Said:
    """What was said of `table`, said of the keys in it."""
    code, text = said
    whole = _("Each key of `{table}`").format(table=table)
    return code, text.replace(f"`{table}`", whole, 1)


def whole_number(key: str, node: Node | None) -> Said:
    """Say that `node` is no whole number, and how it would be written as one."""
    text = _("`{key}` is a whole number, not {shown}.").format(key=key, shown=_shown(node))
    hint = _number_hint(node.text) if isinstance(node, Scalar) else ""
    return "number", f"{text} {hint}".strip()


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
        return "text", _("`{key}` is a text, not {shown}.").format(key=key, shown=shown)
    text = _('`{key}` is a text, not {shown}. Put it in quotes: "{text}"')
    return "text", text.format(key=key, shown=shown, text=_short(written))


def _choice(error: Any, key: str, shown: str, language: Language) -> Said:
    context = error.get("ctx", {})
    expected = str(context.get("expected", context.get("expected_tags", "")))
    words = [choice_word(word, language) for word in re.findall(r"'([^']+)'", expected)]
    if words:
        text = _("{shown} is not known here. Known are: {words}.")
        return "unknown-word", text.format(shown=shown, words=", ".join(words))
    # The key that tells the kinds apart is missing.
    words = [choice_word(word, language) for word in _kinds(error["loc"])]
    text = _("`{key}` needs `{kind}`, one of: {words}.")
    return "kind", text.format(key=key, kind=field_word("kind", language), words=", ".join(words))


def _kinds(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The kinds of the part at `loc`, which may be of several: an event or a ballot."""
    parts = models_in(Ballot if loc[:2] == ("cooperative", "ballots") else Event)
    tags = (part.model_fields["kind"] for part in parts)
    return tuple(kind for tag in tags for kind in choices_in(tag.annotation))


def _wanted() -> dict[str, str]:
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


def _number_hint(written: str) -> str:
    """How to write a number that was written as people do elsewhere."""
    if WHOLE.fullmatch(written):
        return _("Write {number}, without quotes.").format(number=written)
    bare = re.sub(r"(?i)^rp\.?\s*|\s|%$", "", written)
    if re.fullmatch(r"-?[1-9]\d{18,}", bare, re.ASCII):
        return _("It is far too large.")
    if re.fullmatch(r"-?[1-9]\d{0,2}([.]\d{3})+", bare, re.ASCII):
        return _("Write {number}, without dots.").format(number=bare.replace(".", ""))
    if re.fullmatch(r"-?[1-9]\d{0,2}([,_]\d{3})+", bare, re.ASCII):
        return _("Write {number}, without commas.").format(number=re.sub("[,_]", "", bare))
    if re.fullmatch(r"0\d+", bare, re.ASCII):
        return _("Write {number}, without leading zeros.").format(number=bare.lstrip("0") or "0")
    if re.fullmatch(r"\d+", bare, re.ASCII):
        if written.rstrip().endswith("%"):
            return _("Shares are per mille: {share} is {number}.").format(
                share=f"{bare}%", number=f"{bare}0".lstrip("0") or "0"
            )
        return _("Write {number}, the number only.").format(number=bare)
    if re.fullmatch(r"-?\d*[.,]\d+", bare, re.ASCII):
        return _("There are no fractions: shares are per mille, so 0,7 is 700.")
    return ""
