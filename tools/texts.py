"""Keep the Indonesian catalogue in step with the code: extract, update, compile, or check.

Run as `make texts`. The result depends on the texts alone, without dates and line numbers, so that
`--check` can tell whether it is fresh. Messages placed in `click` are those of the library that
reads our command lines; they are kept by hand, everything else follows the code.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
CATALOGUE = ROOT / "src/simpasar/locale/id/LC_MESSAGES/simpasar.po"
COMPILED = CATALOGUE.with_suffix(".mo")
LIBRARY = "click"

_HEADER = """\
# simpasar in Indonesian. Made by `make texts`: fill in the empty msgstr, then run it again.
# Messages placed in `click` are kept by hand; all others follow the code."""
_FIELDS = [
    ("Project-Id-Version", "simpasar"),
    ("Language", "id"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=1; plural=0;"),
]

MessageId = str | tuple[str, ...]


class IndonesianCatalogue(Catalog):
    """The texts in Indonesian; its header keeps still about when and with what it was made."""

    num_plurals = 1  # Indonesian nouns do not change with their number
    plural_expr = "0"

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return _FIELDS


def extracted(folder: Path = SOURCE) -> dict[MessageId, list[str]]:
    """Every message of the code in a folder, and the files it stands in."""
    found: dict[MessageId, list[str]] = {}
    for file, _line, message, _comments, _context in extract_from_dir(
        str(folder), [("**.py", "python")]
    ):
        key = tuple(message) if isinstance(message, list | tuple) else message
        places = found.setdefault(key, [])
        place = Path("src", file).as_posix()
        if place not in places:
            places.append(place)
    return found


def translated() -> Catalog:
    """The catalogue as it lies on the disk."""
    if not CATALOGUE.exists():
        return Catalog(locale="id")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="id")


def updated(old: Catalog, found: dict[MessageId, list[str]]) -> Catalog:
    """The translations of `old` for the messages of the code and of click, and no others."""
    new = IndonesianCatalogue(locale="id", charset="utf-8", fuzzy=False, header_comment=_HEADER)
    kept = {key_of(m): [LIBRARY] for m in old if m.id and is_of_library(m)}
    places = {key: sorted({*found.get(key, []), *kept.get(key, [])}) for key in {**kept, **found}}
    for key in sorted(places, key=lambda key: (places[key], key_text(key))):
        before = old.get(key_text(key))
        message = new.add(key, before.string if before else None)
        message.locations = [(place, 1) for place in places[key]]
        message.flags = {"fuzzy"} if before and before.fuzzy else set()
    return new


def is_of_library(message: Message) -> bool:
    """Whether a message is one of click's, kept by hand."""
    return any(place == LIBRARY for place, _line in message.locations)


def key_text(key: MessageId) -> str:
    """The words by which gettext finds a message: its singular."""
    return key if isinstance(key, str) else key[0]


def key_of(message: Message) -> MessageId:
    """A message's id, with its plural where it has one."""
    return tuple(message.id) if isinstance(message.id, list | tuple) else message.id


def written(catalogue: Catalog) -> dict[Path, bytes]:
    """The two files of the catalogue, as bytes."""
    text, machine = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, width=0, include_lineno=False)
    write_mo(machine, catalogue)
    return {CATALOGUE: text.getvalue(), COMPILED: machine.getvalue()}


def check(files: dict[Path, bytes], out: IO[str] = sys.stderr) -> bool:
    """Whether the files on the disk are these; says which are not."""
    stale = [p for p, text in files.items() if not p.exists() or p.read_bytes() != text]
    for path in stale:
        out.write(f"{path.relative_to(ROOT)} does not fit the code. Run: make texts\n")
    return not stale


def main() -> int:
    """Update and compile; with --check, only compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if a file is stale")
    old, found = translated(), extracted()
    new = updated(old, found)
    files = written(new)
    if parser.parse_args().check:
        return 0 if check(files) else 1
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    for message in old:
        if message.id and message.id not in new:
            sys.stdout.write(f"no longer used: {message.id!r} -> {message.string!r}\n")
    for message in new:
        if message.id and not all(strings(message)):
            sys.stdout.write(f"to be translated: {message.id!r}\n")
    return 0


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one a plural form."""
    string = message.string
    return tuple(string) if isinstance(string, list | tuple) else (string or "",)


if __name__ == "__main__":
    sys.exit(main())
