"""The record on disk: appended whole, synced, then acknowledged; read strictly, never repaired.

Only an unfinished last line, which a crash may leave, is cut off. Every other break is named with
its line. The seed of a game in progress lies in a side file, so that nobody sees it in the record.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from simpasar.game.disk import APPENDING, beside, sync_folder, write_all
from simpasar.game.entries import (
    FORMAT,
    NO_LINE,
    LineBroken,
    Payload,
    RecordEntry,
    line_digest,
    line_is_whole,
    read_line,
    write_line,
)
from simpasar.game.seed import keep_seed, seed_file
from simpasar.i18n import _

MAX_LINE = 16 * 2**20
"""Bytes. A scenario of a megabyte fits many times."""


class RecordError(Exception):
    """A record that cannot be written or opened; the message is a sentence for people."""


class RecordBroken(RecordError):
    """A record that is not as it was written. `line` counts from 1; `word` is a stable code."""

    def __init__(self, path: Path, line: int, word: str) -> None:
        super().__init__(f"{path}:{line}: {_reason(word)}")
        self.path, self.line, self.word = path, line, word


def _reason(word: str) -> str:
    return {
        "text": _("this line has been changed: it is not the text that simpasar wrote."),
        "sum": _("this line has been changed: its content does not match its sum."),
        "number": _("this line is not the next one: lines are missing, doubled or swapped."),
        "chain": _("this line does not follow from the line before: one of them has been changed."),
        "newline": _("the end of this line has been changed."),
        "long": _("this line is too long for a record."),
        "first": _("the first line does not open a game: this is not a record of simpasar."),
        "sealed": _("lines follow after the end of the game."),
        "newer": _("this record was made by a newer simpasar. Please update simpasar."),
    }[word]


# -- writing ------------------------------------------------------------------------------


class Writer(Protocol):
    """Takes entries in order; `head` is the digest of the last line."""

    head: str

    def append(self, *payloads: Payload) -> str:
        """Write entries and, once they are safe, return the new head."""

    def seal(self, payload: Payload) -> str:
        """Write the last entry."""

    def close(self) -> None:
        """Let go of what is held."""


class MemoryWriter:
    """A record that lives as long as the game: the same lines, no file."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.head = NO_LINE

    def append(self, *payloads: Payload) -> str:
        """Add entries; returns the new head."""
        for payload in payloads:
            line = write_line(len(self.lines), self.head, payload)
            self.lines.append(line)
            self.head = line_digest(line)
        return self.head

    seal = append

    def close(self) -> None:
        """Nothing is held."""


class FileWriter:
    """The one writer of a record file, while it holds the file's lock. A context manager."""

    def __init__(self, path: Path) -> None:
        """Take the lock of `path`; use `create` or `reopen`."""
        self.path = path
        self._sealed = False
        self._lock = FileLock(beside(path, ".lock"))
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise RecordError(
                _("{file} is being written by another simpasar. Close that one first.").format(
                    file=path
                )
            ) from None
        except OSError as error:
            raise _unwritable(path, error) from None
        self.number = 0
        self.head = NO_LINE
        self._file: int | None = None

    @classmethod
    def create(cls, path: Path, seed: int) -> FileWriter:
        """Start a record at `path` and keep `seed` beside it.

        Raises:
            RecordError: the file exists already, or cannot be written.
        """
        _refuse_existing(path)  # before a lock file appears beside it
        writer = cls(path)
        with writer._beginning():
            _refuse_existing(path)  # another may have begun, and its seed must not be lost
            keep_seed(path, seed)
            writer._file = os.open(path, APPENDING | os.O_CREAT | os.O_EXCL, 0o644)
            sync_folder(path.parent)
        return writer

    @classmethod
    def reopen(cls, path: Path) -> tuple[Reading, FileWriter]:
        """Go on with a record: what it holds, and a writer; an unfinished last line is cut off.

        Raises:
            RecordBroken: the record is not as it was written.
            RecordError: it holds no whole line, cannot be opened, or another process writes it.
        """
        _refuse_unbegun(path, read(path))  # before a lock file appears beside it
        writer = cls(path)
        with writer._beginning():
            reading = read(path)
            _refuse_unbegun(path, reading)
            writer._sealed = reading.sealed
            writer._file = os.open(path, APPENDING)
            if reading.cut:
                os.ftruncate(writer._file, path.stat().st_size - reading.cut)
                os.fsync(writer._file)
        writer.number, writer.head = len(reading.entries), reading.head
        return reading, writer

    @contextlib.contextmanager
    def _beginning(self) -> Iterator[None]:
        """Let go of everything where a record cannot be begun or gone on with."""
        try:
            yield
        except OSError as error:
            self.close()
            raise _unwritable(self.path, error) from None
        except RecordError:
            self.close()
            raise

    def append(self, *payloads: Payload) -> str:
        """Write entries in one go, sync, and only then return the new head.

        Raises:
            RecordError: the disk refuses; what was there before is still there.
        """
        assert self._file is not None
        head, text = self.head, b""
        for number, payload in enumerate(payloads, start=self.number):
            line = write_line(number, head, payload)
            if len(line) >= MAX_LINE:
                raise ValueError("an entry longer than MAX_LINE could not be read again")
            text += line + b"\n"
            head = line_digest(line)
        size = os.fstat(self._file).st_size
        try:
            write_all(self._file, text)
            os.fsync(self._file)
        except BaseException as error:  # an interrupt, too: what is not acknowledged is not there
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, size)
            if isinstance(error, OSError):
                raise _unwritable(self.path, error) from None
            raise
        self.number += len(payloads)
        self.head = head
        return head

    def seal(self, payload: Payload) -> str:
        """Write the last entry, then remove the side files: the game is over."""
        head = self.append(payload)
        self._sealed = True
        self.close()
        return head

    def close(self) -> None:
        """Let go of file and lock; beside a sealed record nothing stays.

        The lock file of a game in progress stays: to remove it while another process waits for it
        would let two write.
        """
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._lock.release()
        if self._sealed:
            for path in (seed_file(self.path), Path(self._lock.lock_file)):
                with contextlib.suppress(OSError):
                    path.unlink()

    def __enter__(self) -> FileWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _refuse_existing(path: Path) -> None:
    if os.path.isdir(path):
        raise _folder(path)
    if os.path.lexists(path):
        raise RecordError(
            _(
                "{file} exists already. Choose another name, or go on with it:"
                " simpasar run --resume {file}"
            ).format(file=path)
        )


def _refuse_unbegun(path: Path, reading: Reading) -> None:
    """Nothing was acknowledged yet, or this is no record at all: either way nothing to cut."""
    if not reading.entries:
        raise RecordError(
            _(
                "{file} holds not one whole line of a record: no game began in it."
                " Start anew under another name."
            ).format(file=path)
        )


def _folder(path: Path) -> RecordError:
    return RecordError(_("{file} is a folder, not a record.").format(file=path))


def _unwritable(path: Path, error: OSError) -> RecordError:
    reason = error.strerror or type(error).__name__
    return RecordError(_("{file} cannot be written: {reason}.").format(file=path, reason=reason))


# -- reading ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """What a record holds. `cut`: bytes of an unfinished last line, which do not count."""

    entries: tuple[RecordEntry, ...]
    head: str
    cut: int

    @property
    def sealed(self) -> bool:
        """Whether the game was played to its end."""
        return bool(self.entries) and self.entries[-1]["kind"] == "seal"


def read(path: Path) -> Reading:
    """Read a record strictly.

    Raises:
        RecordBroken: a line is not as it was written.
        RecordError: there is no such file, or it cannot be read.
    """
    entries: list[RecordEntry] = []
    head, tail = NO_LINE, b""
    for number, line in enumerate(_lines(path)):
        if len(line) > MAX_LINE:
            raise RecordBroken(path, number + 1, "long")
        if not line.endswith(b"\n"):
            tail = line
            break
        if number == 0:
            _check_format(path, line)
        try:
            entry = read_line(line[:-1], number, head)
        except LineBroken as broken:
            raise RecordBroken(path, number + 1, broken.word) from None
        if number == 0 and (entry["kind"], entry.get("format")) != ("open", FORMAT):
            raise RecordBroken(path, 1, "first")
        if entries and entries[-1]["kind"] == "seal":
            raise RecordBroken(path, number + 1, "sealed")
        entries.append(entry)
        head = line_digest(line[:-1])
    _check_tail(path, tail, entries, head)
    return Reading(tuple(entries), head, len(tail))


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while line := file.readline(MAX_LINE + 1):
                yield line
    except FileNotFoundError:
        raise RecordError(_("There is no file {file}.").format(file=path)) from None
    except IsADirectoryError:
        raise _folder(path) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RecordError(
            _("{file} cannot be read: {reason}.").format(file=path, reason=reason)
        ) from None


def _check_format(path: Path, line: bytes) -> None:
    """Tell a foreign file, and an unchanged record of a newer format, from a changed record."""
    try:
        opening = json.loads(line)
        if not {"format", "prev", "sum"} & set(opening):
            raise RecordBroken(path, 1, "first")
        name, _slash, version = opening["format"].partition("/")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise RecordBroken(path, 1, "text" if line.startswith(b"{") else "first") from None
    newer = name == FORMAT.partition("/")[0] and version != FORMAT.partition("/")[2]
    if newer and line_is_whole(opening):
        raise RecordBroken(path, 1, "newer")


def _check_tail(path: Path, tail: bytes, entries: list[RecordEntry], head: str) -> None:
    """An unfinished line ends somewhere inside; a whole one with a wrong last byte was changed."""
    if not entries and tail and not tail.startswith(b"{"):
        raise RecordBroken(path, 1, "first")
    with contextlib.suppress(LineBroken):
        read_line(tail[:-1], len(entries), head)
        raise RecordBroken(path, len(entries) + 1, "newline")
    if entries and entries[-1]["kind"] == "seal" and tail:
        raise RecordBroken(path, len(entries) + 1, "sealed")
