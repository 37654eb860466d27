"""A terminal for a command that only talks to one: what it says there can be waited for."""

from __future__ import annotations

import os
import re
import threading
import time


class Terminal:
    """A terminal that a process may write its standard error to, read by a thread of its own."""

    def __init__(self) -> None:
        import pty

        self.ours, self.theirs = pty.openpty()
        self.said = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                some = os.read(self.ours, 4096)
            except OSError:  # nobody has the other end open any more
                return
            self.said += some.decode("utf-8", "replace")

    def wait_for(self, pattern: str, seconds: float = 90) -> None:
        last = time.monotonic() + seconds
        while not re.search(pattern, self.said):
            assert time.monotonic() < last, self.said
            time.sleep(0.05)

    def close(self) -> None:
        os.close(self.theirs)
        self._reader.join(timeout=10)
        os.close(self.ours)
