"""Evidence of learning from beginning to end: a game, its review, two tests on paper, xAPI."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from command_line import Run
from simpasar.cli import main

BEFORE = "person,1,2,3,4,5\nSari,a,a,a,a,a\nBudi,b,b,b,b,b\n"
AFTER = "person,1,2,3,4,5\nSari,b,b,b,b,b\nBudi,a,b,c,a,b\n"


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a game of two weeks, and its review."""
    folder = tmp_path_factory.mktemp("class")
    words = ["run", "warung-pertama", "--weeks", "2", "--seed", "7", "--quiet"]
    review = ["review", str(folder / "game.jsonl"), "--quick", "--jobs", "1"]
    for asked in (
        [*words, "--record", str(folder / "game.jsonl")],
        [*review, "--out", str(folder / "R.json")],
    ):
        with pytest.raises(SystemExit) as left:
            main(asked)
        assert left.value.code == 0
    return folder


@pytest.fixture
def tests(run: Run, tmp_path: Path) -> Path:
    """The table of two tests that were typed in from paper."""
    out = tmp_path / "tes.csv"
    for when, text, day in (("before", BEFORE, "2026-01-05"), ("after", AFTER, "2026-01-09")):
        typed = tmp_path / f"{when}.csv"
        typed.write_text(text, "utf-8")
        words = ("--from", typed, "--out", out, "--date", day)
        assert run("test", "warung-pertama", f"--{when}", *words)[0] == 0
    return out


def test_a_game_its_review_and_two_tests_tell_together_what_was_learned(
    run: Run, game: Path, tests: Path
) -> None:
    words = ("learning", tests, "--record", game / "game.jsonl", "--review", game / "R.json")
    status, out, err = run(*words)
    assert (status, err) == (0, "")
    told = " ".join(out.split())
    assert "2 persons took both tests of 5 points." in told
    assert "No team was played by people: this tells how the computer played." in told
    review = json.loads((game / "R.json").read_text("utf-8"))
    losses = [
        [week["loss"] for week in team["weeks"] if week["week"] == number]
        for number in (1, 2)
        for team in review["teams"].values()
    ]
    first, last = (sum(map(sum, losses[at : at + 3])) / 3 for at in (0, 3))
    weeks = json.loads(run(*words, "--json")[1])["game"]["loss"]["weeks"]
    found = [week["mean"] for week in weeks]
    assert found == [round(first), round(last)]
    assert "Lost by decisions: " in told


def test_what_is_exported_twice_has_the_same_names_and_the_same_text(
    run: Run, game: Path, tests: Path, tmp_path: Path
) -> None:
    texts = []
    for number, lang in ((1, "en"), (2, "en"), (3, "id")):
        table, lines = tmp_path / f"gains{number}.csv", tmp_path / f"x{number}.jsonl"
        words = ("--review", game / "R.json", "--csv", table, "--xapi", lines, "--lang", lang)
        assert run("learning", tests, *words)[0] == 0
        texts.append((table.read_bytes(), lines.read_text("utf-8").splitlines()))
    assert texts[0] == texts[1]
    once, again = ([json.loads(line)["id"] for line in lines] for _table, lines in texts[1:])
    assert once == again
    assert len(set(once)) == len(once) > 0
    rows = list(csv.DictReader((tmp_path / "gains1.csv").open(encoding="utf-8")))
    assert {row["name"] for row in rows if row["level"] == "person"} == {"Sari", "Budi"}


def test_a_review_of_another_game_or_a_stopped_one_is_warned_of(
    run: Run, game: Path, tests: Path, record: Path, tmp_path: Path
) -> None:
    status, _out, err = run("learning", tests, "--record", record, "--review", game / "R.json")
    assert status == 0
    assert f"Warning: {game / 'R.json'} is not of the game in {record}" in err
    part = json.loads((game / "R.json").read_text("utf-8")) | {"complete": False}
    stopped = tmp_path / "part.json"
    stopped.write_text(json.dumps(part), "utf-8")
    status, _out, err = run("learning", tests, "--review", stopped)
    assert status == 0
    assert f"Warning: {stopped} was stopped before all decisions were judged." in err
