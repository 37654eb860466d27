"""simpasar review FOLDER, as an evaluator runs it over a workshop's records."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run, numbers_in
from simpasar.cli import main
from simpasar.commands import reviewing, workshop
from simpasar.commands.opened import Opened

QUICK = ("--quick", "--jobs", "1")


@pytest.fixture(scope="module")
def games(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Two finished games of one week."""
    found = []
    for seed in ("7", "8"):
        path = tmp_path_factory.mktemp("games") / "game.jsonl"
        words = ["run", "warung-pertama", "--weeks", "1", "--seed", seed, "--quiet"]
        with pytest.raises(SystemExit):
            main([*words, "--record", str(path)])
        found.append(path.read_bytes())
    return found


@pytest.fixture
def folder(games: list[bytes], tmp_path: Path) -> Path:
    """A folder of a workshop: two games, one of them a day further down."""
    day = tmp_path / "lokakarya" / "hari-2"
    day.mkdir(parents=True)
    (day.parent / "a.simpasar.jsonl").write_bytes(games[0])
    (day / "b.simpasar.jsonl").write_bytes(games[1])
    return day.parent


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The labels of the reviews that are really made."""
    labels: list[str] = []

    def reviewed(record: Opened, spent: Any, jobs: Any, address: Any, what: str) -> Any:
        labels.append(what)
        return reviewing.reviewed(record, spent, jobs, address, what)

    monkeypatch.setattr(workshop, "reviewed", reviewed)
    return labels


def test_every_record_of_a_folder_is_reviewed_once_and_kept_for_later(
    run: Run, folder: Path, tmp_path: Path, asked: list[str]
) -> None:
    out, page, tables = tmp_path / "kept", tmp_path / "year.html", tmp_path / "tables"
    words = ("review", folder, *QUICK, "--out", out)
    status, text, err = run(*words, "--html", page, "--csv", tables)
    assert (status, err) == (0, "")
    assert "Review of 2 games" in text
    assert asked == ["1/2 a", "2/2 hari-2/b"]
    assert "The First Stall" in page.read_text(encoding="utf-8")
    with (tables / "workshop.csv").open(encoding="utf-8") as lines:
        assert {row["games"] for row in csv.DictReader(lines)} == {"2"}
    kept = sorted(out.iterdir())
    assert [path.name[:2] for path in kept] == ["a-", "b-"]

    asked.clear()
    assert run(*words) == (0, text, "")
    assert asked == [], "nothing is reckoned again"

    status, out_json, err = run(*words, "--json")
    document = json.loads(out_json)
    assert (status, err, document["whole"]["games"]) == (0, "", 2)
    assert [game["name"] for game in document["games"]] == ["a", "hari-2/b"]
    assert document["complete"] is True
    assert not any(isinstance(number, float) for number in numbers_in(document))

    # One that was cut off, as by a power failure, is made again; the other still serves.
    kept[0].write_bytes(kept[0].read_bytes()[:-100])
    status, again, err = run(*words)
    assert (status, again, asked) == (0, text, ["1/2 a"])
    assert "is not used, and its record is reviewed anew: it is no JSON" in err

    # So is one of another effort; and reviews beside the records are used as well.
    asked.clear()
    review = json.loads(kept[1].read_text(encoding="utf-8"))
    (folder / "of-b.json").write_text(json.dumps(review))
    (folder / "of-a.json").write_text(kept[0].read_text("utf-8").replace('"quick"', '"full"'))
    (folder / "other.json").write_text('{"format": "something else"}')
    status, again, err = run("review", folder, *QUICK)
    assert (status, again, err, asked) == (0, text, "", ["1/2 a"])


def test_what_cannot_be_counted_is_named_and_the_others_still_count(
    run: Run, folder: Path, games: list[bytes]
) -> None:
    (folder / "hari-2" / "b.simpasar.jsonl").write_bytes(games[1].replace(b"Mawar", b"Melur", 1))
    (folder / "c.simpasar.jsonl").write_bytes(games[0])
    (folder / "d.simpasar.jsonl").write_bytes(b"")
    unsealed = games[1][: games[1].rindex(b"\n", 0, -1) + 1]
    (folder / "e.simpasar.jsonl").write_bytes(unsealed)
    (folder / "alien.review.json").write_text('{"format": "simpasar-review/9"}')
    status, text, err = run("review", folder, *QUICK)
    assert status == 1
    assert "Review of 1 game\n" in text
    told = err.splitlines()
    assert len(told) == 5
    assert told[0].startswith(f"{folder}/alien.review.json is not used")
    assert told[1] == "c holds the same game as a: it is counted once."
    assert told[2].startswith("d is left out: ")
    assert "its seed file is not beside it" in told[3]
    assert told[4].startswith("hari-2/b is left out: ")
    assert ":1: this line has been changed" in told[4]


def test_a_review_without_its_record_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept"
    assert run("review", folder, *QUICK, "--out", out)[0] == 0
    (folder / "a.simpasar.jsonl").unlink()
    status, _text, err = run("review", folder, *QUICK, "--out", out)
    assert (status, err) == (0, ""), "what is kept for another folder disturbs nobody"
    for kept in out.iterdir():
        (folder / f"{kept.name[0]}.json").write_bytes(kept.read_bytes())
    status, text, err = run("review", folder, *QUICK)
    told = "is not counted: the record that it reviews is not in the folder."
    assert (status, err) == (0, f"{folder}/a.json {told}\n")
    assert "Review of 1 game\n" in text


def test_where_nothing_can_be_counted_the_status_says_so(run: Run, folder: Path) -> None:
    for record in folder.rglob("*.jsonl"):
        record.write_bytes(b"{}\n")
    status, text, err = run("review", folder, *QUICK)
    assert (status, text) == (1, "")
    assert err.splitlines()[-1] == "None of the records can be counted."


def test_wrong_use_is_refused_before_anything_is_played(
    run: Run, folder: Path, record: Path, tmp_path: Path, asked: list[str]
) -> None:
    (tmp_path / "empty").mkdir()
    html = tmp_path / "case.html"
    file = tmp_path / "a-file"
    file.write_text("")
    for words, told in (
        ((tmp_path / "empty",), "there is no record in this folder"),
        ((folder, "--case", "1", "--html", html), "--case is for one record"),
        ((folder, "--out", file), str(file)),
        ((folder, "--html", tmp_path / "no" / "page.html"), "No such file"),
        ((folder, "--jobs", "1", "--cluster", "tcp://127.0.0.1:1"), "take one"),
        ((record, "--out", folder), "is a folder: for one record"),
    ):
        status, text, err = run("review", *words, "--quick")
        assert (status, text) == (2, "")
        assert told in err
    assert asked == []
    assert not html.exists()


def test_workers_that_are_not_there_end_it_at_once(run: Run, folder: Path) -> None:
    status, text, err = run("review", folder, "--quick", "--cluster", "127.0.0.1")
    assert (status, text) == (2, "")
    assert "is no address of a cluster" in err
    assert "left out" not in err


def test_ctrl_c_tells_what_is_done_so_far(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    page = tmp_path / "year.html"
    monkeypatch.setenv("SIMPASAR_LANG", "en")
    calls = iter([reviewing.reviewed, lambda *_words: None])
    monkeypatch.setattr(workshop, "reviewed", lambda *words: next(calls)(*words))
    with pytest.raises(SystemExit) as left:
        main(["review", str(folder), *QUICK, "--html", str(page)])
    out, err = capsys.readouterr()
    assert left.value.code == 130
    assert "Review of 1 game\n" in out
    assert "UNFINISHED: 1 of 2 records are counted." in out
    assert err == "Stopped. What follows is of the records reviewed so far.\n"
    assert "UNFINISHED: 1 of 2 records" in page.read_text(encoding="utf-8")


def test_ctrl_c_before_anything_is_done_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(workshop, "reviewed", lambda *_words: None)
    page = tmp_path / "year.html"
    with pytest.raises(SystemExit) as left:
        main(["review", str(folder), *QUICK, "--html", str(page)])
    assert left.value.code == 130
    assert capsys.readouterr().out == ""
    assert not page.exists()
