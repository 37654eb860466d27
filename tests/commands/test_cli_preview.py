"""simpasar preview and simpasar watch, as people run them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import Run
from simpasar.scenario.library import find

PATIENCE = 60.0
"""Seconds after which a watcher that has said nothing is taken for dead."""


def test_a_scenario_is_previewed_whole(run: Run) -> None:
    status, out, err = run("preview", "warung-pertama")
    assert (status, err) == (0, "")
    for part in ("The First Stall", "Products", "Calendar", "Demand", "Map", "Decisions"):
        assert part in out


def test_only_the_parts_asked_for_are_shown(run: Run) -> None:
    status, out, _err = run("preview", "warung-pertama", "--part", "weather", "--part", "map")
    assert status == 0
    assert "Rain" in out
    assert "Map of the stalls" in out
    assert "Calendar" not in out


def test_parts_have_indonesian_names_and_an_unknown_one_lists_them(run: Run) -> None:
    status, out, _err = run("preview", "warung-pertama", "--part", "produk", "--lang", "id")
    assert (status, "Bubur ayam" in out) == (0, True)
    status, _out, err = run("preview", "warung-pertama", "--part", "harga", "--lang", "id")
    assert (status, "permintaan" in err) == (2, True)


def test_a_file_with_mistakes_has_no_preview_but_its_problems(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(find("warung-pertama").read_text().replace("minggu: 3", "minggu: tiga", 1))
    status, out, err = run("preview", path)
    assert (status, out) == (2, "")
    assert "a.yaml:" in err


def test_a_file_that_is_not_there_has_no_preview(run: Run) -> None:
    status, _out, err = run("preview", "nowhere.yaml")
    assert (status, "There is no such file" in err) == (2, True)


# -- watch, in a process of its own -------------------------------------------------------


class Watcher:
    """A running `simpasar watch`, with what it has said so far."""

    def __init__(self, file: Path) -> None:
        self.said = file.with_name("said.txt")
        self.out = self.said.open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simpasar", "watch", file.name, "--lang", "en"],
            cwd=file.parent,
            stdout=self.out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "COLUMNS": "80", "PYTHONUNBUFFERED": "1"},
        )

    def hears(self, words: str, times: int = 1) -> str:
        """All that was said, once these words were said so often."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            said = self.said.read_text("utf-8")
            if said.count(words) >= times and said.endswith("Ctrl+C ends it.\n"):
                return said
            time.sleep(0.05)
        raise AssertionError(f"{words!r} was not said: {self.said.read_text('utf-8')}")

    def interrupted(self) -> tuple[int, str]:
        """Its status after Ctrl+C, and all that was said."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        return status, self.said.read_text("utf-8")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Watcher]]:
    file = tmp_path / "kelas.yaml"
    shutil.copy(find("warung-pertama"), file)
    watcher = Watcher(file)
    yield file, watcher
    watcher.process.kill()
    watcher.process.wait()
    watcher.out.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal to send there")
def test_the_output_follows_the_file_and_ctrl_c_ends_it(watched: tuple[Path, Watcher]) -> None:
    file, watcher = watched
    text = file.read_text()
    watcher.hears("Playable")
    assert "6.365" in watcher.said.read_text("utf-8")

    file.write_text(text.replace("harga: 13500}", "harga: 23500}"))
    said = watcher.hears("Playable", times=2)
    assert "Coconut rice: HPP Rp 7.365, was Rp 6.365" in said

    file.write_text(text.replace("minggu: 3", "minggu: tiga", 1))
    assert "kelas.yaml:" in watcher.hears("1 error: not yet playable")

    file.unlink()
    assert "There is no such file" in watcher.hears("1 error", times=2)

    other = file.with_name("kelas.yaml.new")
    other.write_text(text)
    os.replace(other, file)
    watcher.hears("Playable", times=3)

    status, said = watcher.interrupted()
    assert status == 0
    assert said.rstrip().endswith("Watching has ended. The file is as you saved it.")
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal to send there")
def test_garbage_and_a_folder_are_survived(watched: tuple[Path, Watcher]) -> None:
    file, watcher = watched
    watcher.hears("Playable")
    file.write_bytes(b"\x00\xff\xfe binary")
    watcher.hears("1 error: not yet playable")
    file.unlink()
    file.mkdir()
    watcher.hears("This is a folder")
    status, said = watcher.interrupted()
    assert (status, "Traceback" in said) == (0, False)
