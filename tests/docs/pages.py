"""Reading the documentation as a test does: its blocks of YAML and its commands, in order.

A fenced block of yaml begins with keys from the top of a scenario down, and stands for a change of
a scenario: its lines take the place of the same keys, or are added to them. A comment above the
block says of which scenario:

    <!-- file: NAME.yaml -->    of this file of the reader's, from here on
    <!-- wrong: CODE -->        of the smallest scenario, in which it is the mistake CODE
    (nothing)                   of the smallest scenario, which has to stay right with it

A fenced block of console holds commands after "$ " and what they print, in which "..." stands for
anything. A comment above it may name the exit status: <!-- status: 1 -->.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simpasar.i18n import Language

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LANGUAGES: tuple[Language, ...] = ("id", "en")

_FENCE = re.compile(
    r"(?P<comments>(?:^[ ]*<!--.*?-->[ ]*\n\n?)*)"
    r"^(?P<indent>[ ]*)```(?P<kind>\w*)\n(?P<text>.*?)^[ ]*```$",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--\s*(file|wrong|status):\s*(\S+)\s*-->")
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", re.MULTILINE)
_NUMBER = re.compile(r"\b[0-9a-f]{10,64}\b|\d[\d.:,]*")


@dataclass(frozen=True)
class Block:
    """A fenced block; `hint` and `value`: what the comment above it says, "" without one."""

    page: str
    line: int
    kind: str
    text: str
    hint: Literal["", "file", "wrong", "status"] = ""
    value: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def pages(language: Language) -> list[Path]:
    return sorted((DOCS / language).glob("*.md"))


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        inner = re.sub(rf"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
        line = text.count("\n", 0, found.start("kind")) + 1
        comment = _COMMENT.search(found["comments"])
        hint, value = comment.groups() if comment else ("", "")
        name = str(page.relative_to(ROOT))
        yield Block(name, line, found["kind"], inner, hint, value)  # type: ignore[arg-type]


def commands(block: Block) -> list[tuple[str, str]]:
    """The commands of a console block, each with what it shows."""
    return [(command, shown) for command, shown in _COMMAND.findall(block.text)]


def words(text: str) -> str:
    """The words of a text: its figures may move with the game, and a table's columns with them."""
    bare = re.sub("[─█▌▀▄]", "", _NUMBER.sub("#", text))
    return " ".join(bare.split())


def expected(shown: str) -> str:
    """A pattern for what is shown, in which three dots stand for anything."""
    return re.escape(words(shown)).replace(re.escape("..."), ".*")


def changed(scenario: str, fragment: str) -> str:
    """A scenario's text with the lines of a fragment in the place of the same keys."""
    return "\n".join(_merged(scenario.splitlines(), fragment.splitlines())) + "\n"


def _merged(old: list[str], new: list[str]) -> list[str]:
    """Lines of one level: entries of `new` replace those of the same key, and go into those that
    are tables of lines on both sides."""
    before, entries = _entries(old)
    preface, wanted = _entries(new)
    for key, lines in wanted.items():
        there = entries.get(key)
        if there and _opens(lines) and _opens(there):
            entries[key] = [there[0], *_merged(there[1:], lines[1:])]
        else:
            entries[key] = [*lines, *_trailing(there or [])]
    return [*before, *preface, *(line for lines in entries.values() for line in lines)]


def _trailing(lines: list[str]) -> list[str]:
    """The blank lines and comments at the end of an entry: they tell of what follows it."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return lines[end:]


def _entries(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """What stands before the first key, and the lines of each key of the outermost level."""
    keys = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    depth = min((len(line) - len(line.lstrip()) for line in keys), default=0)
    before: list[str] = []
    entries: dict[str, list[str]] = {}
    key = None
    for line in lines:
        found = re.match(rf" {{{depth}}}([^\s#\-][^:]*):(\s|$)", line)
        if found:
            key = found[1].strip("\"'")
            entries[key] = [line]
        elif key is None:
            before.append(line)
        else:
            entries[key].append(line)
    return before, entries


def _opens(lines: list[str]) -> bool:
    """Whether a key's value is a table of lines below it."""
    return (
        bool(re.search(r":\s*(#.*)?$", lines[0]))
        and len(lines) > 1
        and not any(line.lstrip().startswith("- ") for line in lines[1:2])
    )
