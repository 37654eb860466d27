"""The text of a record: canonical lines, each sealed by a sum and chained to the one before.

A line is one JSON object, keys sorted, compact, UTF-8, no floats. `prev` is the SHA-256 of the
exact bytes of the line before (without its newline), `sum` the beginning of the SHA-256 of the
line's own canonical text without `sum`: so a changed bit shows even in the last line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeAlias

Payload: TypeAlias = Mapping[str, Any]
RecordEntry: TypeAlias = dict[str, Any]

FORMAT = "simpasar-record/1"
NO_LINE = "0" * 64
_SUM_DIGITS = 16


def canonical(tree: Any) -> bytes:
    """`tree` as canonical JSON.

    Raises:
        TypeError: a float, or anything else that JSON or a whole-number record has no place for.
    """
    _refuse_fractions(tree, "")
    text = json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _refuse_fractions(tree: Any, path: str) -> None:
    match tree:
        case dict():
            for key, value in tree.items():
                if not isinstance(key, str):
                    raise TypeError(f"a key that is no text at {path or 'the top'}: {key!r}")
                _refuse_fractions(value, f"{path}.{key}")
        case list() | tuple():
            for index, value in enumerate(tree):
                _refuse_fractions(value, f"{path}[{index}]")
        case str() | int() | None:
            pass
        case _:
            raise TypeError(f"{type(tree).__name__} has no place in a record: {path or 'the top'}")


def line_digest(line: bytes) -> str:
    """SHA-256 of a line without its newline, in hex."""
    return hashlib.sha256(line).hexdigest()


def _sum(entry: Payload) -> str:
    return line_digest(canonical({k: v for k, v in entry.items() if k != "sum"}))[:_SUM_DIGITS]


def line_is_whole(entry: Payload) -> bool:
    """Whether an entry's sum fits its content; never so where it holds what no record may."""
    try:
        return entry.get("sum") == _sum(entry)
    except (TypeError, ValueError, RecursionError):
        return False


def write_line(number: int, prev: str, payload: Payload) -> bytes:
    """The canonical line of entry `number`, without its newline."""
    entry = {**payload, "n": number, "prev": prev}
    return canonical({**entry, "sum": _sum(entry)})


class LineBroken(ValueError):
    """Why a line is not what a record would hold; `word` is a stable code."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def read_line(line: bytes, number: int, prev: str) -> RecordEntry:
    """The entry of a line (without its newline) that should be entry `number` after `prev`.

    Raises:
        LineBroken: "text" (no canonical JSON object), "sum", "number" or "chain".
    """
    try:
        entry: RecordEntry = json.loads(
            line.decode(), parse_float=_no_fraction, parse_constant=_no_fraction
        )
        same = isinstance(entry, dict) and canonical(entry) == line
    except (ValueError, TypeError, RecursionError):
        raise LineBroken("text") from None
    if not same or not isinstance(entry.get("kind"), str):
        raise LineBroken("text")
    if not line_is_whole(entry):
        raise LineBroken("sum")
    if entry.get("n") != number or isinstance(entry["n"], bool):
        raise LineBroken("number")
    if entry.get("prev") != prev:
        raise LineBroken("chain")
    return entry


def _no_fraction(text: str) -> int:
    raise ValueError(f"{text} in a record of whole numbers")
