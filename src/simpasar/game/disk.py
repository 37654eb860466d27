"""Writing that a power cut cannot take back: whole, synced, and the folder's list of names too."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
APPENDING = os.O_WRONLY | os.O_APPEND | _BINARY


def write_all(file: int, data: bytes) -> None:
    """Write all of `data`, in one call where the system takes it in one."""
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def write_secret(path: Path, data: bytes) -> None:
    """A synced file that its owner alone may read, in place of what lies at `path`."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()  # an old file would keep its own permissions
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        write_all(file, data)
        os.fsync(file)
    finally:
        os.close(file)


def replace_file(path: Path, data: bytes) -> None:
    """Put a synced file in place of what lies at `path`: whoever reads finds the old or the new."""
    fresh = path.with_name(path.name + ".new")
    write_secret(fresh, data)
    os.replace(fresh, path)


def sync_folder(folder: Path) -> None:
    """A new file's name is safe once its folder is synced; Windows knows no such call."""
    if os.name == "posix":
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def beside(path: Path, ending: str) -> Path:
    """A side file of `path`, the same by whichever link the file is reached."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + ending)
