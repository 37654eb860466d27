"""Values as people write them elsewhere, and what they are here: numbers, times, dates, yes and no.

Each function takes what was written and gives a sentence and the mend; None where nobody can tell
what was meant.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from simpasar.i18n import _
from simpasar.scenario.model import LAST_YEAR
from simpasar.scenario.source import WHOLE

_LONGEST = 40
"""Characters of what could still be meant as a number."""

Trap: TypeAlias = tuple[str, str | None]
"""What to do, and what to write, where that is one value."""

_TIMES = {"ribu": 1_000, "rb": 1_000, "k": 1_000, "juta": 1_000_000, "jt": 1_000_000}
_YES = frozenset(["ya", "iya", "y", "yes", "true", "benar", "betul", "on"])
_NO = frozenset(["tidak", "tdk", "nggak", "n", "no", "false", "salah", "off", "bukan"])
_MONTHS = {
    short: number
    for names in (
        "jan feb mar apr mei jun jul agu sep okt nov des",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, short in enumerate(names.split(), 1)
}
_UNITS = {"_minutes": 60, "_hours": 3_600, "_seconds": 1}
"""Endings of fields that are lengths of time, and the seconds in each unit."""


def number(written: str, field: str = "") -> Trap | None:
    """A whole number of `field` (its English name)."""
    if len(written) > _LONGEST:
        return None
    if WHOLE.fullmatch(written):
        return _write(_("Write {number}, without quotes."), written)
    share = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:%|persen|percent)", written.strip(), re.ASCII)
    if share:
        return _share(share[1], field)
    bare = re.sub(r"(?i)^(rp|idr)\b\.?\s*|^rp\.?(?=\d)|\s|,-$", "", written)
    if re.fullmatch(r"-?[1-9]\d{18,}", bare, re.ASCII):
        return _("It is far too large."), None
    if re.fullmatch(r"-?[1-9]\d{0,2}([.]\d{3})+(,00)?", bare, re.ASCII):
        return _write(_("Write {number}, without dots."), bare.split(",")[0].replace(".", ""))
    if re.fullmatch(r"-?[1-9]\d{0,2}([,_]\d{3})+([.]00)?", bare, re.ASCII):
        return _write(_("Write {number}, without commas."), re.sub("[,_]|[.]00$", "", bare))
    if re.fullmatch(r"0\d+", bare, re.ASCII):
        return _write(_("Write {number}, without leading zeros."), bare.lstrip("0") or "0")
    if re.fullmatch(r"[+]?\d+", bare, re.ASCII):
        return _write(_("Write {number}, the number only."), bare.lstrip("+"))
    if re.fullmatch(r"-?\d*[.,]\d+", bare, re.ASCII):
        return _fraction(bare)
    if re.fullmatch(r"\d{1,2}:\d\d", bare, re.ASCII):
        return _time(bare, field)
    return _counted(bare.lower(), field)


def clock(written: str) -> Trap | None:
    """A time of day: people write 6.30 here, and 6 for 06:00."""
    found = re.fullmatch(
        r"(?i)(?:jam|pukul|pkl)?\.?\s*(\d{1,2})(?:[.,:h](\d{1,2}))?(?::00)?\s*(?:wib)?",
        written.strip(),
        re.ASCII,
    )
    if found is None or len(found[2] or "00") == 1:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if minute > 59 or hour * 60 + minute > 1_440:
        return None
    return _write_it(f"{hour:02d}:{minute:02d}")


def day(written: str) -> Trap | None:
    """A date: people write 4/1/2027 here, or 4 Januari 2027; 2027-1-4 lacks its zeros."""
    between = r"\s*[-/. ]\s*"
    form = rf"(\d{{1,4}}){between}(\d{{1,2}}|[a-zA-Z]{{3,9}}){between}(\d{{1,4}})"
    found = re.fullmatch(form, written.strip(), re.ASCII)
    if found is None:
        return None
    first, middle, last = found.groups()
    month = _MONTHS.get(middle[:3].lower(), 0) if middle.isalpha() else int(middle)
    year, of_month = (first, last) if len(first) == 4 else (last, first)
    if len(year) != 4:
        return None
    try:
        return _write_it(date(int(year), month, int(of_month)).isoformat())
    except ValueError:
        return None


def monday(written: str) -> Trap | None:
    """The Monday of the week of a date."""
    try:
        other = date.fromisoformat(written)
    except ValueError:
        return None
    if other.year > LAST_YEAR:
        return None
    return _write_it((other - timedelta(other.weekday())).isoformat())


def yes_or_no(written: str) -> Trap | None:
    """true or false, in the words of people."""
    word = written.strip().lower()
    if word in _YES or word == "1":
        return _write_it("true")
    return _write_it("false") if word in _NO or word == "0" else None


def name(written: str, joint: str) -> str | None:
    """What an id (joined by _) or a name (joined by -) might be; None where nothing is left."""
    parts = re.findall("[a-z0-9]+", written.lower())
    word = joint.join(parts)
    return None if not word or (joint == "_" and not word[0].isalpha()) else word[:40]


def _write_it(value: str) -> Trap:
    return _("Write {value}.").format(value=value), value


def _write(sentence: str, value: str) -> Trap:
    return sentence.format(number=value), value


def _share(written: str, field: str) -> Trap:
    """A share in percent; interest rates are parts of 100,000, all other shares per mille."""
    parts = Decimal(written.replace(",", ".")) * (1_000 if field == "rate" else 10)
    if parts != int(parts):
        return _("Shares are per mille, so a tenth of a percent is the smallest."), None
    sentence = (
        _("Interest is counted in parts of 100,000: {share} is {number}.")
        if field == "rate"
        else _("Shares are per mille: {share} is {number}.")
    )
    value = str(int(parts))
    return sentence.format(share=f"{written}%", number=value), value


def _fraction(written: str) -> Trap:
    value = Decimal(written.replace(",", ".")) * 1_000
    if value != int(value):
        return _("There are no fractions: shares are per mille, so 0,7 is 700."), None
    number = str(int(value))
    text = _("There are no fractions: shares are per mille, so {share} is {number}.")
    return text.format(share=written, number=number), number


def _time(written: str, field: str) -> Trap:
    """A length of time written as one of day: 1:30 for 90 minutes."""
    large, small = map(int, written.split(":"))
    for ending, unit in _UNITS.items():
        if field.endswith(ending):
            seconds = (large * 60 + small) * (60 if unit > 1 else 1)
            if seconds % unit == 0:
                value = str(seconds // unit)
                return _write(_("Write {number}, the number only."), value)
    return _("That is a time of day; a number stands here."), _("a number only")


def _counted(written: str, field: str) -> Trap | None:
    """5 ribu, 1,5 juta; 30 menit, 200 g."""
    found = re.fullmatch(r"(\d+(?:[.,]\d+)?)([a-z]+)", written, re.ASCII)
    if found is None:
        return None
    value, word = found[1].replace(",", "."), found[2]
    if word in _TIMES:
        whole = Decimal(value) * _TIMES[word]
        if whole == int(whole):
            return _write(_("Write {number}, in full."), str(int(whole)))
    if word in ("kg", "l", "liter", "litre") and Decimal(value) * 1_000 % 1 == 0:
        grams = str(int(Decimal(value) * 1_000))
        return _write(_("Goods are counted in grams or millilitres: write {number}."), grams)
    if value.isdigit() and not value.startswith("0"):
        return _write(_("Write {number}, the number only."), value)
    return None
