"""simpasar score: every team of a record against par."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run, numbers_in
from simpasar.cli import main
from simpasar.game.record import read


def test_score_compares_every_team_with_par(run: Run, town_record: Path) -> None:
    status, out, err = run("score", town_record, "--json")
    assert (status, err) == (0, "")
    scored = json.loads(out)
    assert scored["digest"] == read(town_record).head
    assert all(type(n) is int for n in numbers_in(scored))
    teams = {place["team"]: place for place in scored["teams"]}
    assert teams["mawar"]["difference"] == 0
    assert teams["melati"]["bankrupt"] == 2
    game = json.loads(run("replay", town_record, "--json")[1])
    for place in game["ranking"]:
        for key in ("bot", "score", "debt", "need_short", "bankrupt"):
            assert teams[place["team"]][key] == place[key]
    for team, place in teams.items():
        assert place["needed"] == sum(
            week["teams"][team]["household"]["needed"] for week in game["weeks"]
        )


def test_the_table_of_scores_fits_eighty_columns(run: Run, town_record: Path) -> None:
    for lang, said in (("en", "Difference"), ("id", "Selisih")):
        status, out, err = run("score", town_record, "--lang", lang)
        assert (status, err) == (0, "")
        assert said in out
        assert "par/2" in out
        assert "Mawar" in out
        assert all(len(line) <= 80 for line in out.splitlines())


def test_score_of_a_market_has_neither_needs_nor_debts(run: Run, record: Path) -> None:
    out = run("score", record)[1]
    assert "Difference" in out
    assert "Needs" not in out
    assert "Debt" not in out
    places = json.loads(run("score", record, "--json")[1])["teams"]
    assert all(place["needs_met"] is None for place in places)


def test_score_of_an_unfinished_game_needs_its_seed_and_says_that_it_goes_on(
    run: Run, record: Path, finished: bytes
) -> None:
    record.write_bytes(finished[:-200])
    status, out, err = run("score", record)
    assert (status, out) == (2, "")
    assert "its seed file is not beside it" in err
    record.with_name("game.jsonl.seed").write_text('{"seed": 7}')
    status, out, err = run("score", record)
    assert status == 0
    assert "unfinished" in err


def test_score_of_a_game_that_has_only_begun_says_that_there_is_nothing_to_compare(
    run: Run, record: Path, finished: bytes
) -> None:
    record.write_bytes(finished[: finished.index(b"\n") + 1])
    record.with_name("game.jsonl.seed").write_text('{"seed": 7}')
    status, out, err = run("score", record)
    assert (status, out) == (2, "")
    assert "no week has been played yet" in err


def test_score_is_left_cleanly(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("SIMPASAR_LANG", "en")
    monkeypatch.setattr("simpasar.game.comparison.par_gain", interrupted)
    before = record.read_bytes()
    with pytest.raises(SystemExit) as left:
        main(["score", str(record)])
    assert left.value.code == 130
    out, err = capsys.readouterr()
    assert (out, err.strip()) == ("", "Stopped.")
    assert record.read_bytes() == before
