"""Kill whole games at random moments while they record; each must go on as if nothing happened.

Run: python benchmarks/crash.py [--times 50] [--seed 1]

Each time a game is killed after its first line, half the times its resumption too, and so on; then
it is resumed to its end. Every week that was shown before a kill must be in the record, the record
must open, and in the end it must be, byte for byte, that of a game nobody disturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from simpasar.game.record import Reading, read

SIMPASAR = [sys.executable, "-m", "simpasar"]
GAME = ["run", "warung-pertama", "--seed", "7"]
ENGLISH = {**os.environ, "SIMPASAR_LANG": "en"}
WEEK = re.compile(rb"^Week (\d+) \(", re.MULTILINE)


def finish(*command: str | Path) -> str:
    """Run a game to its end; its digest."""
    result = subprocess.run([*SIMPASAR, *command, "--json"], capture_output=True, check=False)
    if result.returncode:
        raise SystemExit(f"{command} left with {result.returncode}: {result.stderr.decode()}")
    return str(json.loads(result.stdout)["digest"])


def kill(record: Path, command: list[str | Path], seconds: float) -> int | None:
    """Start a game, kill it `seconds` after its record grows; the last week it had shown.

    None where the game had ended before.
    """
    size = record.stat().st_size if record.exists() else 0
    child = subprocess.Popen(
        [*SIMPASAR, *command], env=ENGLISH, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while child.poll() is None and (not record.exists() or record.stat().st_size <= size):
        time.sleep(0.0005)
    time.sleep(seconds)
    child.kill()
    shown, complaint = child.communicate()
    if child.returncode > 0:
        raise SystemExit(f"{command} left with {child.returncode}: {complaint.decode()}")
    return max(map(int, WEEK.findall(shown)), default=0) if child.returncode else None


def recording_time(folder: Path) -> float:
    """Seconds from a record's first line to the end of its game, roughly."""
    record = folder / "timed"
    child = subprocess.Popen(
        [*SIMPASAR, *GAME, "--record", record], env=ENGLISH, stdout=subprocess.DEVNULL
    )
    while not record.exists():
        time.sleep(0.0005)
    start = time.perf_counter()
    child.wait()
    return time.perf_counter() - start


def weeks(reading: Reading) -> int:
    """How many weeks a record holds."""
    return sum(entry["kind"] == "state" for entry in reading.entries)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=50, help="kills (50)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the moments (1)")
    options = parser.parse_args()
    moments = random.Random(options.seed)
    kills = games = unbegun = unfinished_lines = 0
    stopped_at: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "undisturbed"
        digest = finish(*GAME, "--record", whole)
        subprocess.run([*SIMPASAR, "verify", whole], capture_output=True, check=True)
        span = recording_time(folder)
        while kills < options.times:
            record = folder / f"game-{games}"
            games += 1
            command: list[str | Path] = [*GAME, "--record", record]
            while True:
                shown = kill(record, command, moments.uniform(0, span))
                if shown is None:
                    break
                if not whole.read_bytes().startswith(record.read_bytes()):
                    raise SystemExit(f"game {games} holds what an undisturbed game does not")
                reading = read(record)
                held = weeks(reading)
                if held < shown:
                    raise SystemExit(f"week {shown} was shown; the record ends at week {held}")
                if reading.sealed:
                    break  # too late to count: nothing was left to record
                kills += 1
                stopped_at[held] = stopped_at.get(held, 0) + 1
                unfinished_lines += bool(reading.cut)
                unbegun += not reading.entries
                command = ["run", "--resume", record]
                going_on = reading.entries and kills < options.times
                if not going_on or moments.random() < 0.5:
                    break
            reading = read(record)
            if not reading.entries:
                continue  # killed before its first line was safe: nothing was acknowledged
            if not reading.sealed and finish("run", "--resume", record) != digest:
                raise SystemExit(f"game {games} went on to another digest")
            if record.read_bytes() != whole.read_bytes():
                raise SystemExit(f"game {games} left other bytes than an undisturbed game")
    print(f"{kills} kills in {games} games, {unbegun} before the first line was whole,")
    print(f"{unfinished_lines} within a line; by weeks in the record: {sorted(stopped_at.items())}")
    print(f"every game ended as the undisturbed one did: {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
