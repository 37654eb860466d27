"""simpasar balance: lights, options, refusals, and Ctrl-C to a real process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Run
from simpasar.balance.experiment import Experiment
from terminal import Terminal

FAST = ("--seeds", "2", "--quick", "--jobs", "1")


def test_one_page_with_a_light_for_each_question(run: Run, tmp_path: Path) -> None:
    for lang, word in (("en", "GREEN"), ("id", "HIJAU")):
        status, out, err = run("balance", "warung-pertama", *FAST, "--lang", lang)
        assert (status, err) == (0, "")
        assert word in out
        assert all(len(line) <= 80 for line in out.splitlines())


def test_the_document_names_seeds_version_and_all_answers(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    status, out, err = run("balance", "warung-pertama", *FAST, "--json", "--html", page)
    assert (status, err) == (0, "")
    said = json.loads(out)
    assert said["format"] == "simpasar-balance/1"
    assert said["seeds"] == {"first": 1, "last": 2}
    assert said["finished"] is True
    assert said["answers"]["cooperative"]["light"] is None
    assert said["answers"]["start"]["intervals"].keys() == {"kamboja", "mawar", "melati"}
    assert "</html>" in page.read_text(encoding="utf-8")


def test_strict_fails_where_a_light_is_red_and_only_there(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("balance", "warung-pertama", *FAST, "--json", "--strict")[0] == 0
    monkeypatch.setattr("simpasar.balance.answers.Balance.worst", "red")
    assert run("balance", "warung-pertama", *FAST, "--json", "--strict")[0] == 1
    assert run("balance", "warung-pertama", *FAST, "--json")[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["balance"], "SCENARIO"),
        (["balance", "pasar-siang"], "There is no scenario"),
        (["balance", "nowhere/x.yaml"], "nowhere/x.yaml"),
        (["balance", "warung-pertama", "--seeds", "1"], "--seeds"),
        (["balance", "warung-pertama", "--jobs", "0"], "--jobs"),
        (["balance", "warung-pertama", "--jobs", "2", "--cluster", "tcp://x:1"], "take one"),
        (["balance", "warung-pertama", "--cluster", "kelurahan"], "is no address"),
        (["balance", "warung-pertama", "--html", "/nowhere/x.html"], "/nowhere/x.html"),
        (["balance", "warung-pertama", "--html", "."], "--html"),
    ],
)
def test_wrong_use_is_refused_in_a_sentence_before_any_game(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    def no_game(self: Experiment, scenario: object, job: object) -> None:
        raise AssertionError("a game was played")

    monkeypatch.setattr("simpasar.balance.jobs.play", no_game)
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert told in err


def test_a_refused_page_leaves_no_file_behind(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    assert run("balance", "pasar-siang", "--html", page)[0] == 2
    assert not page.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pty nor SIGINT for another")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_is_done_and_says_that_it_is_not_all(jobs: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    terminal = Terminal()
    started = subprocess.Popen(
        [
            *(sys.executable, "-m", "simpasar", "balance", "warung-pertama"),
            *("--seeds", "5000", "--jobs", jobs, "--lang", "en", "--html", str(page)),
        ],
        stdout=subprocess.PIPE,
        stderr=terminal.theirs,
        text=True,
        env=os.environ | {"COLUMNS": "80", "TERM": "xterm"},
        start_new_session=True,  # a group of its own, to which Ctrl-C goes as from a terminal
    )
    try:
        terminal.wait_for(r"[1-9][0-9]*/[0-9]+")  # the progress bar: some games are played
        os.killpg(started.pid, signal.SIGINT)
        out, _none = started.communicate(timeout=120)
    finally:
        started.kill()
        terminal.close()
    assert started.returncode == 130, terminal.said
    assert "Traceback" not in terminal.said
    assert "UNFINISHED" in out
    assert "Stopped. What follows is from the" in terminal.said
    assert "UNFINISHED" in page.read_text(encoding="utf-8")
