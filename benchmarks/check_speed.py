"""How long `simpasar check` takes from the shell, beside what its libraries take to start.

Run: python benchmarks/check_speed.py [--runs N]

A scenario of 600 lines and more, sound and with a dozen errors; the least of N runs each, for other
work on the machine only ever adds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from simpasar.scenario.library import find

SCENARIO = "malam-bkt"
ERRORS = 12
LIBRARIES = (sys.executable, "-c", "import pydantic, yaml")


def broken(text: str) -> str:
    """The scenario with the numbers of some prices written as people do elsewhere."""
    lines = text.split("\n")
    prices = [i for i, line in enumerate(lines) if line.strip().startswith("harga_acuan: ")]
    others = [i for i, line in enumerate(lines) if line.strip().startswith("sabar_menit: ")]
    wages = [i for i, line in enumerate(lines) if line.strip().startswith("kas: ")]
    chosen = [*prices, *others, *wages][:ERRORS]
    for i in chosen:
        lines[i] += " rupiah"
    return "\n".join(lines)


def least(command: Sequence[str], runs: int) -> tuple[float, float, str]:
    """The least seconds by the clock and of the processor, and what the last run printed."""
    clock = processor = float("inf")
    said = ""
    for _run in range(runs):
        began, spent = time.perf_counter(), _spent()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        clock = min(clock, time.perf_counter() - began)
        processor = min(processor, _spent() - spent)
        said = done.stdout
    return clock, processor, said


def _spent() -> float:
    """Processor seconds of the processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    """Print seconds, and their ratio to the start of the libraries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    start, busy, _said = least(LIBRARIES, runs)
    print(f"import pydantic, yaml: {start:.3f} s ({busy:.2f} s of the processor)")
    sound = find(SCENARIO)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "broken.yaml"
        file.write_text(broken(sound.read_text(encoding="utf-8")), encoding="utf-8")
        for name, path in (("sound", sound), ("broken", file)):
            lines = len(path.read_text(encoding="utf-8").split("\n"))
            command = (sys.executable, "-m", "simpasar", "--lang", "en", "check", str(path))
            took, spent, said = least(command, runs)
            verdict = next(line for line in said.split("\n") if line.startswith(f"{path.name}: "))
            print(f"{name}, {lines} lines: {took:.3f} s ({spent:.2f} s of the processor), ", end="")
            print(f"{took / start:.1f}x the start ({spent / busy:.1f}x): {verdict}")


if __name__ == "__main__":
    main()
