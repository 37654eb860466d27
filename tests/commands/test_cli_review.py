"""simpasar review, as an evaluator runs it over one record: cases, unfinished games, workers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from command_line import Run
from simpasar.cli import main
from simpasar.game.play import Setup, open_game
from simpasar.game.record import FileWriter
from simpasar.game.score import score_of
from simpasar.game.seats import play_bots
from simpasar.review import jobs as reviewing
from simpasar.review.assess import Job, Judged
from simpasar.scenario.library import find
from simpasar.scenario.loader import load

QUICK = ("--quick", "--jobs", "1")


@pytest.fixture(scope="module")
def two_weeks(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A finished game of two weeks."""
    return _record(tmp_path_factory.mktemp("game") / "game.jsonl", weeks=2)


@pytest.fixture
def one_week(finished: bytes, tmp_path: Path) -> Path:
    """The record of a finished game of one week."""
    path = tmp_path / "game.jsonl"
    path.write_bytes(finished)
    return path


def _record(path: Path, weeks: int) -> bytes:
    words = ["run", "warung-pertama", "--weeks", str(weeks), "--seed", "7", "--quiet"]
    with pytest.raises(SystemExit):
        main([*words, "--record", str(path)])
    return path.read_bytes()


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[Judged]:
    """The decisions that a review in this process judges."""
    found: list[Judged] = []
    do = reviewing.done

    def done(text: str, job: Job) -> tuple[Job, Any]:
        if isinstance(job, Judged):
            found.append(job)
        return do(text, job)

    monkeypatch.setattr(reviewing, "done", done)
    return found


def test_a_case_alone_judges_the_decisions_of_its_week_and_says_where_it_is(
    run: Run, two_weeks: bytes, judged: list[Judged], tmp_path: Path
) -> None:
    record, page = tmp_path / "game.jsonl", tmp_path / "case.html"
    record.write_bytes(two_weeks)
    status, out, err = run("review", record, *QUICK, "--case", "2", "--html", page)
    assert (status, out) == (0, "")
    assert str(page) in err
    assert {job.week for job in judged} == {2}
    assert len(judged) == 3
    assert "week 2" in page.read_text("utf-8")


def test_a_case_beside_a_review_judges_all_weeks(
    run: Run, two_weeks: bytes, judged: list[Judged], tmp_path: Path
) -> None:
    record, page, out = tmp_path / "game.jsonl", tmp_path / "case.html", tmp_path / "R.json"
    record.write_bytes(two_weeks)
    assert run("review", record, *QUICK, "--case", "1", "--html", page, "--out", out)[0] == 0
    assert {job.week for job in judged} == {1, 2}
    assert json.loads(out.read_text("utf-8"))["complete"] is True


def test_the_review_is_the_same_on_one_core_on_two_and_on_a_dask_cluster(
    run: Run, one_week: Path, tmp_path: Path
) -> None:
    found = {}
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as machines:
        places = {
            "one": ("--jobs", "1"),
            "two": ("--jobs", "2"),
            "cluster": ("--cluster", machines.scheduler_address),
        }
        for name, place in places.items():
            out = tmp_path / f"{name}.json"
            assert run("review", one_week, "--quick", *place, "--out", out)[0] == 0
            found[name] = out.read_bytes()
    assert json.loads(found["one"])["complete"] is True
    assert found["cluster"] == found["one"]
    assert found["two"] == found["one"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--jobs", "2", "--cluster", "tcp://x:1"), "take one"),
        (("--cluster", "kelurahan"), "is no address"),
    ],
)
def test_a_cluster_that_is_none_is_refused_before_any_game(
    words: tuple[str, ...], told: str, run: Run, one_week: Path, tmp_path: Path
) -> None:
    out = tmp_path / "R.json"
    status, said, err = run("review", one_week, "--quick", *words, "--out", out)
    assert (status, said) == (2, "")
    assert told in err
    assert not out.exists()


@pytest.mark.parametrize(
    ("lang", "over", "average"),
    [
        ("en", "THE GAME IS NOT OVER: 2 of 6 weeks", "on average by the end"),
        ("id", "PERMAINAN INI BELUM SELESAI: baru 2 dari 6", "perkiraan rata-rata sampai akhir"),
    ],
)
def test_the_review_of_an_unfinished_game_says_everywhere_that_its_sums_are_expected(
    lang: str, over: str, average: str, run: Run, tmp_path: Path
) -> None:
    record, out, page = tmp_path / "game.jsonl", tmp_path / "R.json", tmp_path / "H.html"
    scenario = load(find("warung-pertama"))
    setup = Setup(scenario, 6, dict.fromkeys(scenario.teams, "par"))
    with FileWriter.create(record, 7) as writer:
        game = open_game(setup, 7, writer)
        for _week in range(2):
            play_bots(game)
            game.live_week()
    words = ("review", record, *QUICK, "--lang", lang, "--out", out, "--html", page)
    status, said, err = run(*words)
    assert (status, "Traceback" in err) == (0, False)
    found = json.loads(out.read_text("utf-8"))
    assert found["complete"] is True
    assert found["weeks"] == {"of_the_game": 6, "lived": 2}
    [warning] = found["warnings"]
    for text in (warning, " ".join(said.split()), page.read_text("utf-8")):
        assert over in text
        assert average in text
    shown = " ".join(page.read_text("utf-8").split())
    assert "as it happened" not in shown.lower()
    assert ">Yang terjadi</th>" not in shown
    assert "Kotak: yang terjadi" not in shown
    for name, team in found["teams"].items():
        gained = score_of(scenario, name, game.state.teams[name]).gained
        books = team["books"]
        whole = books["start"] + books["own"] + books["rivals"] + sum(books["luck"].values())
        assert whole == books["final"] > gained  # four weeks of par's are still to come
        assert len(team["weeks"]) == len(books["weeks"]) == 2


def test_the_review_of_a_finished_game_has_no_such_warning(
    run: Run, one_week: Path, tmp_path: Path
) -> None:
    out = tmp_path / "R.json"
    status, said, _err = run("review", one_week, *QUICK, "--out", out)
    assert status == 0
    assert "NOT OVER" not in said
    assert json.loads(out.read_text("utf-8"))["warnings"] == []
