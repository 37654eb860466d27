"""A whole class through the real screens, in tmux, only with keys: and again with the power cut.

Run: python benchmarks/class_in_tmux.py [--kills 20] [--seed 1]

Four teams play the six weeks of pasar-pagi. Every sheet gets a reason that occurs once, so that it
can be found again. First without a kill, then with so many SIGKILLs at random moments, after each
of which the class is gone on with: whatever was handed in must be in the record, once and for its
week, and the record must verify.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

BIN = Path(sys.executable).parent
SOCKET = f"simpasar-{os.getpid()}"
WEEKS, TEAMS = 6, 4
ENTER = (
    "Segel rekamannya?", "Kami siap", "Belum bisa diserahkan", "Lanjut ke lembar keputusan",
    "Nomor saksi",
)  # fmt: skip
"""What stands on a page that Enter leads on from."""
PATIENCE = 30.0
"""Seconds without anything new on the screen after which the class is stuck."""


class Tmux:
    """simpasar in a tmux of its own, 80 x 24."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def _run(self, *words: str) -> str:
        command = ["tmux", "-L", SOCKET, "-f", "/dev/null", *words]
        return subprocess.run(command, capture_output=True, text=True).stdout

    def start(self) -> None:
        """Open the game anew."""
        settings = {"SIMPASAR_DATA": self.folder, "SIMPASAR_LANG": "id", "SIMPASAR_LOOK": "normal"}
        words = [word for name, value in settings.items() for word in ("-e", f"{name}={value}")]
        program = str(BIN / "simpasar")
        self._run("new-session", "-d", "-x", "80", "-y", "24", *words, program, "play")

    def picture(self) -> str:
        """What stands on the screen; nothing where the program is gone."""
        return self._run("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        for key in keys:
            self._run("send-keys", key)

    def write(self, text: str) -> None:
        """Type a text."""
        self._run("send-keys", "-l", text)

    def kill(self) -> bool:
        """Cut the power: SIGKILL, with no chance to tidy up. False where nothing was running."""
        pid = self._run("display-message", "-p", "#{pane_pid}").strip()
        with suppress(ProcessLookupError, ValueError):
            os.kill(int(pid), signal.SIGKILL)
            return True
        return False

    def runs(self) -> bool:
        """Whether the program is still there."""
        return bool(self._run("list-sessions"))

    def close(self) -> None:
        """End whatever still runs."""
        self._run("kill-server")


@dataclass
class Class:
    """What a class has done so far, as those in it remember. `kills`: seconds between one power
    cut and the next. `handed_in`: the reasons of sheets that the screen said were in."""

    tmux: Tmux
    chance: random.Random
    kills: list[float] = field(default_factory=list)
    handed_in: list[str] = field(default_factory=list)
    reasons: int = 0
    killed: int = 0
    seen: str = ""

    def cut_power(self, ended: Event) -> None:
        """Whatever the class is doing just then."""
        for seconds in self.kills:
            if ended.wait(seconds):
                return
            while not self.tmux.kill():  # it is just being opened again
                if ended.wait(0.2):
                    return
            self.killed += 1

    def play(self) -> None:
        """From the home screen to the sealed record."""
        ended = Event()
        cuts = Thread(target=self.cut_power, args=(ended,))
        self.tmux.start()
        cuts.start()
        try:
            self._play()
        finally:
            ended.set()
            cuts.join()

    def _play(self) -> None:
        last, changed = "", time.monotonic()
        while True:
            picture = self.tmux.picture()
            if not picture.strip() and not self.tmux.runs():
                self.tmux.start()
            self.seen = picture if picture.strip() else self.seen
            if picture != last:
                last, changed = picture, time.monotonic()
            elif time.monotonic() - changed > PATIENCE:
                raise TimeoutError(f"the class is stuck at:\n{self.seen}")
            if "Rekaman sudah disegel" in picture:
                return
            self.step(picture)

    def step(self, picture: str) -> None:
        """Do what somebody would who sees this."""
        press = self.tmux.press
        words = " ".join(picture.split())
        if "Selamat datang" in words:
            press("Enter")
        elif "Pilih skenario" in words:
            if "Pasar Pagi" in words:
                press("Down", "Enter")
        elif "Kelas baru" in words:
            press("C-s")
        elif "Sebentar, sebelum diserahkan" in words:
            press("Right", "Enter")
        elif any(sentence in words for sentence in ENTER):
            press("Enter")
        elif "C-s" not in words and "Serahkan" in words and "Ctrl+S" in words:
            self.decide()
        elif "Minggu selesai" in words:
            press("Enter")
        elif "Ke akhir" in words:
            press("e")
        elif "Semua tim bersama-sama" in words or words.startswith("Refleksi"):
            press("Escape")
        elif "Meja pelatih" in words and "Pelatih" in words:
            press("Enter")
        time.sleep(0.15)

    def decide(self) -> None:
        """A team's sheet: a price, a forecast, a reason; then hand it in and see that it is."""
        self.reasons += 1
        reason = f"alasan {self.reasons:03d}"
        press, write = self.tmux.press, self.tmux.write
        press(self.chance.choice(["+", "-"]))
        while "►Perkiraan" not in self.tmux.picture():
            part = self.part()
            press("PageDown")
            if not self.waits(lambda was: self.part() not in ("", was), part):
                return
        if not self.waits(self.stands, "► Yang akan laku"):
            return
        for text in (str(self.chance.randrange(200, 900)), "1,5 jt", reason):
            write(text)
            if not self.waits(self.stands, text):
                return
            if text != reason:
                press("Enter")
                time.sleep(0.15)  # people look where they are before they go on
        press("C-s")
        for _ in range(40):
            time.sleep(0.1)
            picture = self.tmux.picture()
            if "Sebentar, sebelum diserahkan" in picture:
                press("Right", "Enter")
            elif picture.strip() and "Ctrl+S" not in picture:
                self.handed_in.append(reason)
                return

    def part(self) -> str:
        """The part of the sheet that is open; nothing where there is none."""
        found = re.search("►([^◄►]+)◄", self.tmux.picture())
        return found[1] if found else ""

    def stands(self, text: str) -> bool:
        """Whether a text stands on the screen."""
        return text in self.tmux.picture()

    def waits(self, comes: Callable[[str], bool], text: str) -> bool:
        """Whether something about a text comes true within a moment."""
        for _ in range(60):
            if comes(text):
                return True
            time.sleep(0.05)
        return False


def played(kills: int, seed: int) -> tuple[Class, float]:
    """One class from start to seal; raises AssertionError where anything was lost."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        tmux = Tmux(folder)
        began = time.monotonic()
        moments = [chance.uniform(1.2, 4.5) for _ in range(kills)]
        people = Class(tmux, chance, moments)
        try:
            people.play()
        finally:
            tmux.close()
        (record,) = Path(folder).glob("*.simpasar.jsonl")
        entries = [json.loads(line) for line in record.read_text("utf-8").splitlines()]
        decided = [entry for entry in entries if entry["kind"] == "decide"]
        reasons = [entry["reason"] for entry in decided if entry["by"] == "people"]
        lost = [reason for reason in people.handed_in if reason not in reasons]
        assert not lost, f"handed in and lost: {lost}"
        assert len(set(reasons)) == len(reasons), "a sheet was written twice"
        weeks = {(entry["week"], entry["team"]) for entry in decided if entry["by"] == "people"}
        assert len(weeks) == WEEKS * TEAMS, f"{len(weeks)} sheets of people"
        verify = subprocess.run([BIN / "simpasar", "verify", str(record)], capture_output=True)
        assert verify.returncode == 0, verify.stderr.decode()
        return people, time.monotonic() - began


def main() -> int:
    """Play both classes and say what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for kills in (0, options.kills):
        people, seconds = played(kills, options.seed)
        print(
            f"{people.killed} kills: {WEEKS} weeks of {TEAMS} teams in {seconds:.0f} s,"
            f" {len(people.handed_in)} sheets seen handed in, none lost; the record verifies",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
