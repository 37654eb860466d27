"""What people type for money, quantities and times of day, read the Indonesian way.

A dot groups thousands, a comma is for decimals of a thousand or a million. What could be meant in
two ways ("12.5", "1,234", "1,250 jt") is not guessed: a sentence asks for it again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from simpasar.i18n import _
from simpasar.money import grouped, rupiah
from simpasar.scenario.parts import DAY

LARGEST = 10_000_000_000
"""The bound of every amount in a sheet."""

_SHOWN = 24
"""So much of what was typed is said again."""

_WHOLE = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_SCALED = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2}))?(rb|ribu|k|jt|juta)")
_MEASURED = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2}))?(kg|l|liter|ltr)")
_CLOCK = re.compile(r"(?:jam|pukul)?([0-9]{1,2})(?:[:.]([0-9]{2}))?")
_SCALES = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}
_LARGE_UNITS = {"g": ("kg",), "ml": ("l", "liter", "ltr"), "pcs": ()}
_SMALL_UNITS = {"g": ("gram", "gr", "g"), "ml": ("ml",), "pcs": ("buah", "pcs")}


class NotUnderstood(Exception):
    """What was typed cannot be read; its text is a sentence in the language now spoken."""


def read_amount(text: str, negative: bool = False) -> int:
    """Rupiah: `12.500`, `12500`, `Rp 12.500`, `12,5 rb`, `12k`, `1,2 jt`, `12.500,-`.

    `negative`: whether a minus in front is allowed.

    Raises:
        NotUnderstood: anything else, or more than `LARGEST`.
    """
    plain, minus = _signed(text)
    if minus and not negative:
        raise NotUnderstood(_("An amount below 0 has no place here: write 0 or more."))
    number = _number(plain.removesuffix(",-"))
    if number is None:
        sentence = _("“{text}” is no amount we can read. Write for example 12.500 or 12,5 rb.")
        raise NotUnderstood(_empty_or(text, sentence))
    return -_bounded(number, LARGEST, rupiah) if minus else _bounded(number, LARGEST, rupiah)


def read_count(text: str, most: int = LARGEST) -> int:
    """A whole number of at least 0: `40`, `1.200`, `1,2 rb`.

    Raises:
        NotUnderstood: anything else, or more than `most`.
    """
    number = _number(_squeezed(text))
    if number is None:
        sentence = _("“{text}” is no number we can read. Write a whole number, for example 40.")
        raise NotUnderstood(_empty_or(text, sentence))
    return _bounded(number, most, grouped)


def read_quantity(text: str, unit: str, most: int = LARGEST) -> int:
    """Base units of an ingredient counted in `unit` ("g", "ml", "pcs"): `1.500`, `1,5 kg`, `2 l`.

    Raises:
        NotUnderstood: anything else, or more than `most`.
    """
    plain = _squeezed(text)
    measured = _MEASURED.fullmatch(plain)
    if measured and measured[3] in _LARGE_UNITS[unit]:
        return _bounded(_scaled(measured[1], measured[2], 1_000), most, grouped)
    for named in _SMALL_UNITS[unit]:
        if plain.endswith(named):
            plain = plain.removesuffix(named)
            break
    number = _number(plain)
    if number is None:
        sentence = {
            "g": _("“{text}” is no quantity we can read. Write grams or kilos: 1.500 or 1,5 kg."),
            "ml": _("“{text}” is no quantity we can read. Write ml or litres: 500 or 1,5 l."),
            "pcs": _("“{text}” is no quantity we can read. Write a number of pieces, such as 20."),
        }
        raise NotUnderstood(_empty_or(text, sentence[unit]))
    return _bounded(number, most, grouped)


def read_clock(text: str) -> int:
    """Seconds since midnight of `06:30`, `6.30`, `6` or `jam 6`; `24` is the end of the day.

    Raises:
        NotUnderstood: anything else.
    """
    found = _CLOCK.fullmatch(_squeezed(text))
    seconds = int(found[1]) * 3_600 + int(found[2] or 0) * 60 if found else DAY + 1
    if found is None or seconds > DAY or int(found[2] or 0) > 59:
        sentence = _("“{text}” is no time we can read. Write for example 06:30 or 6.")
        raise NotUnderstood(_empty_or(text, sentence))
    return seconds


def quoted(text: str) -> str:
    """What was typed as a sentence may repeat it: short, and without what cannot be seen."""
    seen = "".join(sign if sign.isprintable() else "?" for sign in text.strip())
    return seen if len(seen) <= _SHOWN else seen[: _SHOWN - 1] + "…"


def _empty_or(text: str, sentence: str) -> str:
    if not text.strip():
        return _("This is still empty: write a number, 0 for none.")
    return sentence.format(text=quoted(text))


def _squeezed(text: str) -> str:
    return "".join(text.split()).lower()


def _signed(text: str) -> tuple[str, bool]:
    """What was typed without `Rp` and without a minus before or after it."""
    plain = _squeezed(text)
    minus = plain.startswith("-")
    plain = plain.removeprefix("-")
    if plain.startswith("rp"):
        plain = plain.removeprefix("rp").removeprefix(".")
        if not minus and plain.startswith("-"):
            return plain.removeprefix("-"), True
    return plain, minus


def _number(plain: str) -> int | None:
    """The number that is squeezed text, if there is one and only one reading of it."""
    if len(plain) > 40:
        return None if not _WHOLE.fullmatch(plain) else LARGEST * 10
    if _WHOLE.fullmatch(plain):
        return int(plain.replace(".", ""))
    scaled = _SCALED.fullmatch(plain)
    return _scaled(scaled[1], scaled[2], _SCALES[scaled[3]]) if scaled else None


def _scaled(whole: str, decimals: str | None, scale: int) -> int:
    cents = int((decimals or "0").ljust(2, "0"))
    return (int(whole) * 100 + cents) * scale // 100


def _bounded(number: int, most: int, write: Callable[[int], str]) -> int:
    if number > most:
        message = _("That is more than this field can hold: at most {most}.")
        raise NotUnderstood(message.format(most=write(most)))
    return number
