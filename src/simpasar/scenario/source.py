"""The text of a scenario file, and the nodes of which its tree is made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from simpasar.i18n import _
from simpasar.scenario.problems import Level, Place, Problem, Said, ScenarioProblems

MAX_BYTES = 1_000_000

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
"""How a whole number is written: no dots, no leading zeros, and no more than 18 digits."""

GLUED = re.compile(r"\s*((?:- )?[\w-]+):([^\s:]+)\s*")
"""A key that is glued to its value: `kas:5000`."""

BREAK = re.compile("[\n\x85\u2028\u2029]")
_WORD = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s,:{}\[\]]+(?::[^\s,{}\[\]]+)*")
"""A quoted text, or what stands between spaces and brackets: a clock with its colon."""
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `text` as written; `value` a text, a whole number, true, false or None."""

    place: Place
    text: str
    value: str | int | bool | None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, in the order of the file."""

    place: Place
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = Scalar | Items | Table


@dataclass(frozen=True)
class Source:
    """A file's text, with line ends of one kind, to tell problems of it."""

    file: str
    text: str
    ends: dict[Place, int] = field(default_factory=dict, compare=False)
    """The column after each key and value, by where it begins: known when its tree is."""

    @classmethod
    def of(cls, file: str, text: str) -> Source:
        """`text` as editors on any machine save it: with or without a BOM, LF, CRLF or CR."""
        bare = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return cls(file, bare)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as YAML counts them."""
        return BREAK.split(self.text)

    def line(self, number: int) -> str:
        """Line `number`, from 1, fit to be printed; empty beyond the last."""
        line = self.lines[number - 1] if number <= len(self.lines) else ""
        return SURROGATE.sub("?", line)

    def problem(self, place: Place | None, said: Said, level: Level = "error") -> Problem:
        """A problem at `place`, with its line."""
        line = self.line(place.line) if place else ""
        end = self._end(place, line) if place else None
        return Problem(self.file, place, said.code, said.message, line, level, said.mend, end)

    def _end(self, place: Place, line: str) -> int:
        """The column after what stands at a place: after the word, where no node begins there."""
        if place in self.ends:
            return min(self.ends[place], len(line) + 1)
        word = _WORD.match(line, place.column - 1)
        return (word.end() if word else min(place.column, len(line))) + 1

    def refusal(
        self, place: Place | None, code: str, message: str, mend: str | None = None
    ) -> ScenarioProblems:
        return ScenarioProblems([self.problem(place, Said(code, message, mend))])


def read_text(path: Path) -> Source:
    """The text of a scenario file.

    Raises:
        ScenarioProblems: as `raw_text`.
    """
    return Source.of(str(path), raw_text(path))


def raw_text(path: Path) -> str:
    """The text of a scenario file as it is, with its BOM and its line ends.

    Raises:
        ScenarioProblems: no such file, a folder, unreadable, too large, or no text.
    """
    file = str(path)
    nothing = Source(file, "")
    try:
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
        raise nothing.refusal(None, "no-file", _("There is no such file.")) from None
    except IsADirectoryError:
        message = _("This is a folder, not a scenario file.")
        raise nothing.refusal(None, "folder", message) from None
    except OSError as error:
        if path.is_dir():  # Windows says "permission denied" of a folder
            message = _("This is a folder, not a scenario file.")
            raise nothing.refusal(None, "folder", message) from None
        message = _("The file cannot be read: {reason}.").format(reason=error.strerror)
        raise nothing.refusal(None, "unreadable", message) from None
    if len(data) > MAX_BYTES:
        raise too_large(nothing)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        message = _("This is no text file. A scenario is plain text in UTF-8.")
        raise nothing.refusal(None, "no-text", message)
    return text


def too_large(source: Source) -> ScenarioProblems:
    message = _("The file is larger than {most} bytes: no scenario needs that much.")
    return source.refusal(None, "too-large", message.format(most=MAX_BYTES))


def quoted(text: str) -> str:
    """A text in double quotes, as YAML reads it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
