"""What `simpasar doctor` finds out about this computer, and what it makes of that."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal, TypeAlias

from simpasar.classroom.shelf import games_folder
from simpasar.tui.look import VARIABLE, Look, colours_of, kind_of, look_for

Finding: TypeAlias = Literal[
    "small", "look_unknown", "too_small", "dumb", "encoding", "folder", "full"
]

GOOD_SIZE = (80, 24)
LEAST_SIZE = (60, 20)
"""Columns and lines: every page is made for the first, and below the second none can be read."""
LEAST_FREE = 20_000_000
"""Bytes: a record of a whole game has far less than one million."""

SAMPLE = "┌─┬─┐ ═║ ░▒▓█▀▄ ■□▪▫●○ ▲►▼◄ ←↑→↓ ☺♥♦♣♠ · …"
"""What the game draws with: all of it in WGL4."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where games are kept. `free`: bytes on its disk."""

    path: str
    writable: bool
    free: int


@dataclass(frozen=True, slots=True)
class Checkup:
    """`terminal`: whether people read and type here. `colours`: that it can show, 1 for none.
    `asked`: what SIMPASAR_LOOK says. `encodes`: whether its encoding has the game's characters."""

    terminal: bool
    columns: int
    lines: int
    kind: str
    encoding: str
    encodes: bool
    colours: int
    no_color: bool
    asked: str
    look: Look
    games: Folder
    versions: dict[str, str]

    def warnings(self) -> Iterator[Finding]:
        """What makes the game less pleasant."""
        if self.terminal and not self.too_small and not self._has(GOOD_SIZE):
            yield "small"
        if self.asked and self.look.reason != "asked":
            yield "look_unknown"

    def problems(self) -> Iterator[Finding]:
        """What keeps the game from being played. Not being a terminal is none: one may look at
        this report in a file."""
        if self.terminal and self.too_small:
            yield "too_small"
        if self.terminal and self.kind == "dumb":
            yield "dumb"
        if self.terminal and not self.encodes:
            yield "encoding"
        if not self.games.writable:
            yield "folder"
        elif self.games.free < LEAST_FREE:
            yield "full"

    @property
    def too_small(self) -> bool:
        """Whether no page could be read."""
        return not self._has(LEAST_SIZE)

    def _has(self, size: tuple[int, int]) -> bool:
        return self.columns >= size[0] and self.lines >= size[1]

    def document(self) -> dict[str, Any]:
        """All of it for JSON."""
        return {
            **asdict(self),
            "warnings": list(self.warnings()),
            "problems": list(self.problems()),
        }


def checkup(environ: Mapping[str, str]) -> Checkup:
    """Look at this computer. Nothing is left behind, not even an empty folder for games."""
    size = shutil.get_terminal_size()
    encoding = sys.stdout.encoding or "ascii"
    return Checkup(
        terminal=at_terminal(),
        columns=size.columns,
        lines=size.lines,
        kind=kind_of(environ, sys.platform),
        encoding=encoding.lower(),
        encodes=encodes(encoding),
        colours=colours_of(environ, sys.platform),
        no_color=bool(environ.get("NO_COLOR")),
        asked=environ.get(VARIABLE, ""),
        look=look_for(environ, sys.platform, encoding),
        games=looked_at(games_folder()),
        versions={
            "python": platform.python_version(),
            "simpasar": version("simpasar"),
            "textual": version("textual"),
        },
    )


def at_terminal() -> bool:
    """Whether people read and type here. Textual paints on standard error."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def encodes(encoding: str) -> bool:
    """Whether the game's characters can be written in an encoding."""
    try:
        SAMPLE.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def looked_at(folder: Path) -> Folder:
    """Whether games can be kept in a folder, which need not exist yet."""
    there = folder.absolute()
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
        return Folder(str(folder), True, shutil.disk_usage(there).free)
    except OSError:
        return Folder(str(folder), False, 0)
