"""Advice about texts in two languages: one that is missing, or that gives other figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from simpasar.i18n import Language, _
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import Text
from simpasar.scenario.references import Finding, Loc

SMALL = (
    ("satu", "one"), ("dua", "two"), ("tiga", "three"), ("empat", "four"), ("lima", "five"),
    ("enam", "six"), ("tujuh", "seven"), ("delapan", "eight"), ("sembilan", "nine"),
    ("sepuluh", "ten"), ("sebelas", "eleven"), ("dua belas", "twelve"),
)  # fmt: skip
"""Numbers that one of the languages may write as a word, from 1."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def texts(s: Scenario, language: Language) -> Iterator[Finding]:
    """Texts without their other language, where others of their kind have both, and texts whose
    figures or placeholders differ between the languages."""
    found = dict(_texts(s, ()))
    both = Counter(_kind(loc) for loc, text in found.items() if text.id and text.en)
    single = Counter(_kind(loc) for loc, text in found.items() if not (text.id and text.en))
    for loc, text in found.items():
        if not (text.id and text.en):
            # A bare name (Anggrek) serves both: only where most have both is one missing.
            if both[_kind(loc)] > single[_kind(loc)]:
                yield loc, "one-language", _one_language("en" if text.id else "id")
        elif differing := _differing(text):
            message = _("{one} stands in one language and not in the other: correct one of them.")
            yield loc, "languages-differ", message.format(one=f"`{differing}`")


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, Text]]:
    """Every text below a part, with its place."""
    match value:
        case Text():
            yield loc, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name), (*loc, name))
        case dict():
            for key, item in value.items():
                yield from _texts(item, (*loc, key))
        case tuple():
            for i, item in enumerate(value):
                yield from _texts(item, (*loc, i))


def _kind(loc: Loc) -> str:
    """Texts that people write alike: all sentences of a scenario, or the names of one table."""
    if loc[-1] in ("name", "business", "unit"):
        return f"{loc[0]} {loc[-1]}"
    return "sentence"


def _one_language(missing: Language) -> str:
    return (
        _("The English text is missing: write `en:` beside `id:`.")
        if missing == "en"
        else _("The Indonesian text is missing: write `id:` beside `en:`.")
    )


# -- figures --------------------------------------------------------------------------------


def _differing(text: Text) -> str | None:
    """A placeholder or a number that only one of the languages has."""
    placeholders = [frozenset(_PLACEHOLDER.findall(part)) for part in (text.id, text.en)]
    for placeholder in sorted(placeholders[0] ^ placeholders[1]):
        return str(placeholder)
    mine, theirs = _numbers(text.id), _numbers(text.en)
    for number, written in mine.items():
        if number not in theirs and not _in_words(number, text.en, 1):
            return written
    for number, written in theirs.items():
        if number not in mine and not _in_words(number, text.id, 0):
            return written
    return None


def _numbers(text: str) -> dict[str, str]:
    """The numbers of a text, however it groups their digits, as they are written."""
    found = {}
    plain = _CLOCK.sub(r"\1.\2", _PLACEHOLDER.sub(" ", text))
    for written in _NUMBER.findall(plain):
        found[_plain(written)] = written
    return found


def _plain(written: str) -> str:
    """`12.500` and `12,500` are one number, and so are `0,7` and `0.7`, `06.00` and `6`."""
    parts = re.split("[.,]", written)
    if len(parts) > 1 and parts[0] != "0" and all(len(part) == 3 for part in parts[1:]):
        return "".join(parts)
    return ".".join(parts).removesuffix(".00").lstrip("0") or "0"


def _in_words(number: str, text: str, language: int) -> bool:
    """Whether a small number stands in a text as a word: 0 Indonesian, 1 English."""
    if not number.isdigit() or not 1 <= int(number) <= len(SMALL):
        return False
    word = SMALL[int(number) - 1][language]
    return re.search(rf"\b(ke)?{word}(th)?\b", text, re.IGNORECASE) is not None
