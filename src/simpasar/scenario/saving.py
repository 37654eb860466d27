"""Saving a scenario file: whoever reads it finds all of the old text or all of the new."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path


def save(path: Path, text: str) -> None:
    """Put `text`, its line ends as they are, in place of what lies at `path`; a link stays a link
    and a file keeps its permissions.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    real = Path(os.path.realpath(path))
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    number, fresh = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".new", dir=real.parent)
    try:
        with open(number, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(number)
        _permit(Path(fresh), real)
        os.replace(fresh, real)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(fresh)
        raise


def _permit(fresh: Path, old: Path) -> None:
    """Give a new file the permissions of the old one, or those that any new file gets."""
    if old.exists():
        shutil.copymode(old, fresh)
        return
    mask = os.umask(0)
    os.umask(mask)
    fresh.chmod(0o666 & ~mask)
