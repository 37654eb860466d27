"""Warnings that a trainer has looked at and accepts: `# abaikan KODE: alasan`, in the file itself.

`# ignore CODE: reason` says the same. It stands on the line of the warning, or of a key that the
warning stands under, or alone on the line above one of these. An error cannot be silenced.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from simpasar.i18n import _
from simpasar.scenario.codes import CODES
from simpasar.scenario.problems import Place, Problem, Said, suggestion
from simpasar.scenario.source import BREAK, Source
from simpasar.scenario.tree import LOADER

_WISH = re.compile(r"#\s*(abaikan|ignore)\b[ \t]*([\w-]*)[ \t]*:?[ \t]*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Silence:
    """A wish, as `verb`, not to hear of `code` on `line`. `reason` is empty where none is given:
    that is told instead of what it silences."""

    place: Place
    line: int
    verb: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Warnings that are to be told, and those that are silenced."""

    told: tuple[Problem, ...]
    silenced: tuple[Problem, ...]


def heard(source: Source, warnings: Sequence[Problem]) -> Heard:
    """Sort warnings by what the file wants to hear of; what is wrong with a wish is a warning."""
    wishes = tuple(silences(source))
    used: set[Silence] = set()
    told, silenced = list[Problem](), list[Problem]()
    for warning in warnings:
        lines = set(_around(source, warning.place))
        of_it = [w for w in wishes if w.code == warning.code and w.line in lines]
        used.update(of_it)
        (silenced if of_it else told).append(warning)
    told += (
        source.problem(wish.place, said, "warning")
        for wish in wishes
        if (said := _amiss(wish, wish in used)) is not None
    )
    return Heard(tuple(told), tuple(silenced))


def silences(source: Source) -> Iterator[Silence]:
    """Every wish in the comments of a file."""
    if _WISH.search(source.text) is None:
        return
    for place, comment in comments(source):
        found = _WISH.match(comment)
        if found:
            line = _line_meant(source, place)
            code = found[2].replace("_", "-").lower()
            yield Silence(place, line, found[1].lower(), code, found[3].strip())


def comments(source: Source) -> Iterator[tuple[Place, str]]:
    """Each comment, from its # to the end of its line: what lies between tokens, for a # within a
    text is none. The text must be YAML."""
    end = 0
    starts = [0]
    for line in source.lines:
        starts.append(starts[-1] + len(line) + 1)
    for token in yaml.scan(source.text, Loader=LOADER):
        yield from _between(source, starts, end, _at(starts, token.start_mark))
        end = max(end, _at(starts, token.end_mark))
    yield from _between(source, starts, end, len(source.text))


def _at(starts: list[int], mark: Any) -> int:
    """The number of characters before a mark; libyaml counts bytes where it counts at all."""
    line, column = int(mark.line), int(mark.column)
    return starts[min(line, len(starts) - 1)] + column


def _between(
    source: Source, starts: list[int], begin: int, end: int
) -> Iterator[tuple[Place, str]]:
    gap = source.text[begin:end]
    if "#" not in gap:
        return
    at = begin
    for part in BREAK.split(gap):
        found = part.find("#")
        if found >= 0:
            line = _line_of(starts, at + found)
            yield Place(line + 1, at + found - starts[line] + 1), part[found:]
        at += len(part) + 1


def _line_of(starts: list[int], position: int) -> int:
    return bisect_right(starts, position) - 1


def _line_meant(source: Source, place: Place) -> int:
    """The line of a comment, or, where nothing else stands there, the next that says something."""
    line = place.line
    if source.line(line)[: place.column - 1].strip():
        return line
    while line < len(source.lines):
        line += 1
        text = source.line(line).strip()
        if text and not text.startswith("#"):
            return line
    return place.line


def _around(source: Source, place: Place | None) -> Iterator[int]:
    """The line of a place, and those of the keys it stands under."""
    if place is None:
        return
    line = place.line
    yield line
    indentation = min(place.column - 1, _indentation(source.line(line)))
    while line > 1 and indentation > 0:
        line -= 1
        text = source.line(line)
        if text.strip() and not text.strip().startswith("#") and _indentation(text) < indentation:
            indentation = _indentation(text)
            yield line


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _amiss(wish: Silence, used: bool) -> Said | None:
    code = CODES.get(wish.code)
    if code is None:
        warnings = [each.word for each in CODES.values() if each.level == "warning"]
        text = _("`{code}` is no code that can be ignored.").format(code=wish.code or "?")
        return Said("unknown-code", f"{text} {suggestion(wish.code, warnings)}")
    if code.level == "error":
        message = _("`{code}` is an error: it cannot be ignored, only mended.")
        return Said("error-ignored", message.format(code=wish.code))
    if not used:
        message = _("There is no `{code}` here to be ignored: leave this remark out.")
        return Said("nothing-ignored", message.format(code=wish.code))
    if not wish.reason:
        message = _("Why may `{code}` be ignored? Write the reason after a colon.")
        mend = f"# {wish.verb} {wish.code}: ..."
        return Said("no-reason", message.format(code=wish.code), mend)
    return None
