"""Watching a file that somebody is writing: its versions, each once it stands still."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from simpasar.scenario.source import MAX_BYTES

PAUSE = 0.5
"""Seconds between two looks at the file."""
SETTLING = 0.1
"""Seconds in which a file that changes is given time to be written whole."""
MOST_LOOKS = 20
"""A file that never stands still is shown as it is after so many looks."""

Version: TypeAlias = str
"""What tells two contents apart: a digest, or the kind of error where there is none to read."""

Sleep: TypeAlias = Callable[[float], None]


def version(path: Path) -> Version:
    """The version that lies at `path` now. Times and names of files do not count, for editors
    replace a file whole and some disks know only whole seconds."""
    try:
        with path.open("rb") as file:
            return hashlib.sha256(file.read(MAX_BYTES + 1)).hexdigest()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return type(error).__name__


def versions(path: Path, sleep: Sleep) -> Iterator[Version]:
    """The version that lies there now, and then each other one when it stands still, for ever."""
    shown: Version | None = None
    while True:
        found = version(path)
        if found != shown:
            shown = _settled(path, found, sleep)
            yield shown
        sleep(PAUSE)


def _settled(path: Path, found: Version, sleep: Sleep) -> Version:
    """The version that two looks in a row find: what is half written is still on its way."""
    for _look in range(MOST_LOOKS):
        sleep(SETTLING)
        again = version(path)
        if again == found:
            break
        found = again
    return found
