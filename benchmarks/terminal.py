"""A real pseudo-terminal for benchmarks: a program runs in it, keys go in, pictures come out.

What is painted is read by pyte, a terminal emulator; times are those at which bytes arrived.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B",
        "right": "\x1b[C", "left": "\x1b[D", "backspace": "\x7f", "space": " ",
        "home": "\x1b[H"}  # fmt: skip

SILENCE = 0.03
"""Seconds without a byte after which a picture is whole."""


class Terminal:
    """A program in a terminal of its own. A context manager: the program is killed at the end."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environ))
        packed = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, packed)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    # -- keys -----------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by name ("enter", "ctrl+s"), or type a text."""
        for key in keys:
            if key.startswith("ctrl+"):
                text = chr(ord(key[-1]) & 0x1F)
            else:
                text = KEYS.get(key, key)
            os.write(self._file, text.encode())

    # -- pictures -------------------------------------------------------------------------

    def painted(self) -> str:
        """What stands in the terminal."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float) -> float | None:
        """Take in what comes within `seconds`: the time of its last byte, None for silence."""
        ready, _, _ = select.select([self._file], [], [], seconds)
        if not ready:
            return None
        try:
            data = os.read(self._file, 1 << 16)
        except OSError:  # the program is gone
            return None
        came = time.perf_counter()
        self._stream.feed(data)
        return came

    def settle(self, patience: float = 5.0) -> float | None:
        """Wait for a picture, and until it is whole: the time of its last byte."""
        last = self.read(patience)
        came = last
        while came is not None:
            came = self.read(SILENCE)
            last = came or last
        return last

    def wait(self, seen: str | Callable[[str], bool], patience: float = 20.0) -> float:
        """Wait until a text stands in the terminal: the time at which it came.

        Raises:
            TimeoutError: it did not come.
        """
        fits = seen if callable(seen) else lambda picture: seen in picture
        until = time.perf_counter() + patience
        came = time.perf_counter()
        while not fits(self.painted()):
            left = until - time.perf_counter()
            if left <= 0:
                raise TimeoutError(f"{seen!r} never came. There is:\n{self.painted()}")
            came = self.read(min(left, 0.2)) or came
        return came

    # -- the program ----------------------------------------------------------------------

    def memory(self) -> tuple[int, int]:
        """KiB of memory the program holds now, and at most so far (Linux)."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        values = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
        return int(values["VmRSS"]), int(values["VmHWM"])

    def kill(self) -> None:
        """End the program at once, as a power cut would."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self._file)
        except (ProcessLookupError, ChildProcessError, OSError):
            pass
