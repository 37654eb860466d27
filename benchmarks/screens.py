"""How quick the screens are, measured through a real terminal: start, keys, pages, memory.

Run: python benchmarks/screens.py [--keys 300]

First paint: from the start of the process until Home stands in the terminal, the last byte counted.
Key to paint: from a key in a number field of the decision sheet, the calculator following, until
the last byte of what it changed; at the 95th percentile. Pages: from the key that opens one until
it stands there whole. Memory: the most the process ever held, over a game of six weeks.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from terminal import Terminal

COMMAND = [str(Path(sys.executable).with_name("simpasar")), "play"]
START_MOST, KEY_MOST, PAGE_MOST, MEMORY_MOST = 1.2, 0.1, 0.6, 90 * 1024
"""Seconds, seconds, seconds, KiB."""


def environ(folder: str) -> dict[str, str]:
    """A good terminal, Indonesian, and a shelf of its own."""
    known = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    return known | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SIMPASAR_DATA": folder,
        "SIMPASAR_LANG": "id",
    }


def first_paint(folder: str) -> float:
    """Seconds from the process's start to Home."""
    with Terminal(COMMAND, environ(folder)) as terminal:
        came = terminal.wait("Selamat datang")
        came = terminal.settle(0.2) or came
        return came - terminal.started


def opened(terminal: Terminal, key: str, text: str) -> float:
    """Seconds from a key to the page that it opens, whole."""
    terminal.settle(0.3)
    pressed = time.perf_counter()
    terminal.press(key)
    came = terminal.wait(text)
    return (terminal.settle(0.1) or came) - pressed


def key_to_paint(terminal: Terminal, keys: int) -> list[float]:
    """Seconds from each key in the first price to the last byte that it paints."""
    took = []
    for number in range(keys):
        terminal.settle(0.05)
        key = "backspace" if number % 2 else "7"
        pressed = time.perf_counter()
        terminal.press(key)
        came = terminal.settle(2.0)
        if came is None:
            raise TimeoutError(f"nothing was painted after {key}")
        took.append(came - pressed)
    return took


def main() -> int:
    """Measure, print, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=300)
    keys = parser.parse_args().keys
    with tempfile.TemporaryDirectory() as folder:
        starts = [first_paint(folder) for _ in range(7)]
        with Terminal([*COMMAND, "pasar-pagi"], environ(folder)) as terminal:
            terminal.wait("PIN pelatih")
            terminal.settle(1.0)
            pages = {"classroom": opened(terminal, "ctrl+s", "Buka pasar")}
            pages["curtain"] = opened(terminal, "enter", "Kami siap")
            pages["sheet"] = opened(terminal, "enter", "Hitungan")
            terminal.settle(0.5)
            took = key_to_paint(terminal, keys)
            memory = terminal.memory()[1]
    late = statistics.quantiles(took, n=20)[-1]
    slowest = max(pages, key=lambda name: pages[name])
    rows = [
        ("first paint, s (median of 7)", statistics.median(starts), START_MOST),
        ("key to paint, s (95th percentile)", late, KEY_MOST),
        (f"slowest page, s ({slowest})", pages[slowest], PAGE_MOST),
        ("memory, MiB", memory / 1024, MEMORY_MOST / 1024),
    ]
    for name, value, most in rows:
        print(f"{name:<40} {value:8.3f}   at most {most}")
    print(f"keys: median {statistics.median(took):.3f} s; pages: " + ", ".join(
        f"{name} {value:.3f}" for name, value in pages.items()
    ))  # fmt: skip
    return 0 if all(value <= most for _, value, most in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
