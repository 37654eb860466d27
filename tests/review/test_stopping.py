"""Ctrl-C while a review is made: what is on the disk is whole, and no process is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simpasar.bench.csv_folder import write_tables
from simpasar.cli import main
from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither pty nor process group")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("game") / "game.jsonl"
    words = ("run", "warung-pertama", "--weeks", "2", "--seed", "7", "--quiet")
    with pytest.raises(SystemExit):
        main([*words, "--record", str(path)])
    return path


class Stopped:
    """A review that was stopped once its progress bar said `moment`. `err`: all it told."""

    def __init__(self, record: Path, folder: Path, moment: str, jobs: str) -> None:
        terminal = Terminal()
        words = [sys.executable, "-m", "simpasar", "review", str(record), "--quick", "--jobs", jobs]
        words += ["--out", str(folder / "R.json"), "--html", str(folder / "H.html")]
        review = subprocess.Popen(
            [*words, "--csv", str(folder / "csv"), "--lang", "en"],
            stdout=subprocess.PIPE,
            stderr=terminal.theirs,
            text=True,
            env=os.environ | {"COLUMNS": "80", "TERM": "xterm"},
            start_new_session=True,  # a group of its own, to which Ctrl-C goes as from a terminal
        )
        try:
            terminal.wait_for(moment)
            os.killpg(review.pid, signal.SIGINT)
            self.out = review.communicate(timeout=120)[0]
        finally:
            review.kill()
            terminal.close()
        self.status, self.group, self.err = review.returncode, review.pid, terminal.said

    def orphans(self) -> list[str]:
        """What still runs of the review's processes ten seconds later."""
        last = time.monotonic() + 10
        while (left := self._running()) and time.monotonic() < last:
            time.sleep(0.1)
        return left

    def _running(self) -> list[str]:
        """Its processes, but for dead ones that nobody has buried yet."""
        asked = ["ps", "-A", "-o", "pgid=,stat=,args="]
        shown = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        rows = [line.split(None, 2) for line in shown.splitlines()]
        return [
            " ".join(row)
            for row in rows
            if row[0] == str(self.group) and not row[1].startswith("Z")
        ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_review_stopped_before_the_books_are_closed_leaves_no_file(
    jobs: str, record: Path, tmp_path: Path
) -> None:
    stopped = Stopped(record, tmp_path, r"Steps.* [0-4]/12", jobs)
    assert stopped.status == 130, stopped.err
    assert "Traceback" not in stopped.err
    assert "Stopped." in stopped.err
    assert stopped.out == ""
    assert list(tmp_path.iterdir()) == []
    assert stopped.orphans() == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_review_stopped_among_the_decisions_leaves_whole_files_that_say_so(
    jobs: str, record: Path, tmp_path: Path
) -> None:
    stopped = Stopped(record, tmp_path, r"Steps.* (6|7|8|9)/12", jobs)
    assert stopped.status == 130, stopped.err
    assert "Traceback" not in stopped.err
    review = json.loads((tmp_path / "R.json").read_text("utf-8"))
    judged = sum(len(team["weeks"]) for team in review["teams"].values())
    assert review["complete"] is False
    assert judged < 6
    for team in review["teams"].values():
        books = team["books"]
        luck = sum(books["luck"].values())
        assert books["start"] + books["own"] + books["rivals"] + luck == books["final"]
    page = (tmp_path / "H.html").read_text("utf-8")
    assert page.rstrip().endswith("</html>")
    for text in (page, stopped.out):
        assert f"UNFINISHED: {judged} of 6 decisions" in " ".join(text.split())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["H.html", "R.json", "csv"]
    assert "complete,0" in (tmp_path / "csv" / "about.csv").read_text("utf-8")
    assert stopped.orphans() == []


def test_what_is_written_is_whole_or_not_there(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at the very moment when a file is put in its place leaves the old one."""
    out = tmp_path / "R.json"
    out.write_text("the review of yesterday", "utf-8")

    def pressed(*_paths: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", pressed)
    words = ("review", record, "--quick", "--jobs", "1", "--out", out)
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    assert left.value.code == 130
    assert out.read_text("utf-8") == "the review of yesterday"
    assert list(tmp_path.iterdir()) == [out]


def test_a_table_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_paths: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", pressed)
    with pytest.raises(KeyboardInterrupt):
        write_tables({"books": [("week", "team")]}, tmp_path)
    assert list(tmp_path.iterdir()) == []
