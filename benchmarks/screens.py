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
SCENARIO, WEEKS = "dapur-bersama-lebaran", 6
"""The heaviest that ships: six businesses, a cooperative, everything open in the end."""
START_MOST, KEY_MOST, PAGE_MOST, MEMORY_MOST = 1.2, 0.1, 0.6, 90 * 1024
"""Seconds, seconds, seconds, KiB."""


def environ(folder: str) -> dict[str, str]:
    """A good terminal, Indonesian, and a shelf of its own."""
    unlike = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE")  # a laptop compiles each file once
    known = {key: value for key, value in os.environ.items() if key not in unlike}
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


def chosen(terminal: Terminal, label: str, text: str) -> float:
    """Seconds from Enter on a line of the classroom's menu to the page that it opens, whole."""
    terminal.settle(0.3)
    lines = [line[:32] for line in terminal.painted().splitlines()[1:]]
    choices = [line.strip() for line in lines if line.startswith("  ") and line[2:3].strip()]
    number = next(n for n, choice in enumerate(choices) if choice.startswith(label))
    terminal.press("home", *["down"] * number)
    return opened(terminal, "enter", text)


def week_lived(terminal: Terminal) -> None:
    """Open the market with last week's sheets, skip to its end, and look at the class board."""
    chosen(terminal, "Buka pasar", "Nanti dulu")
    opened(terminal, "enter", "Ke akhir")
    opened(terminal, "e", "Minggu selesai")
    opened(terminal, "enter", "Semua tim")
    terminal.settle(1.0)
    opened(terminal, "escape", "Meja pelatih")


def pages(terminal: Terminal) -> dict[str, float]:
    """Seconds to open every page that a class opens, in its sixth week."""
    took = {"help": opened(terminal, "?", "Tombol di halaman ini")}
    opened(terminal, "escape", "Meja pelatih")
    took["glossary"] = opened(terminal, "g", "Arisan")
    opened(terminal, "escape", "Meja pelatih")
    took["trainer"] = opened(terminal, "t", "Pesan untuk semua tim")
    opened(terminal, "escape", "Berikutnya")
    took["board"] = opened(terminal, "p", "Semua tim")
    opened(terminal, "escape", "Meja pelatih")
    took["meeting"] = chosen(terminal, "Rapat koperasi", "Rapat:")
    opened(terminal, "escape", "Meja pelatih")
    took["debrief"] = chosen(terminal, "Refleksi", "1/")
    opened(terminal, "escape", "Meja pelatih")
    took["market"] = chosen(terminal, "Putar lagi", "Ke akhir")
    opened(terminal, "escape", "Semua tim")
    opened(terminal, "escape", "Meja pelatih")
    took["curtain"] = opened(terminal, "enter", "Kami siap")
    took["results"] = opened(terminal, "enter", "Ringkasan")
    took["sheet"] = opened(terminal, "enter", "Hitungan")
    return took


def looked_back(folder: str) -> tuple[float, float]:
    """Seconds to open the page that looks back, and until all of a game is ready on it."""
    with Terminal(COMMAND, environ(folder)) as terminal:
        terminal.wait("Selamat datang")
        terminal.settle(1.0)
        terminal.press("home", *["down"] * 4)
        opened(terminal, "enter", "Permainan di laptop ini")
        pressed = time.perf_counter()
        page = opened(terminal, "enter", "Rekaman sedang dibuka")
        return page, terminal.wait("Nomor saksi", 30) - pressed


def main() -> int:
    """Measure, print, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=300)
    keys = parser.parse_args().keys
    with tempfile.TemporaryDirectory() as folder:
        starts = [first_paint(folder) for _ in range(7)]
        with Terminal([*COMMAND, SCENARIO], environ(folder)) as terminal:
            terminal.wait("PIN pelatih")
            terminal.settle(1.0)
            took = {"classroom": opened(terminal, "ctrl+s", "Buka pasar")}
            for _week in range(WEEKS):
                week_lived(terminal)
            took |= pages(terminal)
            painted = key_to_paint(terminal, keys)
            memory = terminal.memory()[1]
        took["looking back"], ready = looked_back(folder)
    late = statistics.quantiles(painted, n=20)[-1]
    slowest = max(took, key=lambda name: took[name])
    rows = [
        ("first paint, s (median of 7)", statistics.median(starts), START_MOST),
        ("key to paint, s (95th percentile)", late, KEY_MOST),
        (f"slowest page, s ({slowest})", took[slowest], PAGE_MOST),
        ("memory, MiB", memory / 1024, MEMORY_MOST / 1024),
    ]
    for name, value, most in rows:
        print(f"{name:<40} {value:8.3f}   at most {most}")
    print(f"keys: median {statistics.median(painted):.3f} s; looking back ready: {ready:.2f} s")
    print("pages: " + ", ".join(f"{name} {value:.3f}" for name, value in took.items()))
    return 0 if all(value <= most for _, value, most in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
