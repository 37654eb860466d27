"""simpasar run: what it prints, what it leaves, and a sentence for everything that goes wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import FACTS, SHORT, Run, numbers_in
from rooms import a_room
from simpasar.cli import main
from simpasar.game.record import read

# -- run ---------------------------------------------------------------------------------


def test_json_has_the_documented_keys_and_whole_numbers(run: Run) -> None:
    status, out, err = run(*SHORT, "--json")
    game = json.loads(out)
    assert (status, err) == (0, "")
    assert out.count("\n") == 1
    assert set(game) == {"scenario", "seed", "digest", "weeks", "ranking"}
    assert (game["scenario"], game["seed"]) == ("warung-pertama", 7)
    assert re.fullmatch("[0-9a-f]{64}", game["digest"])
    [week] = game["weeks"]
    assert set(week) == {"week", "days", "teams"}
    assert len(week["days"]) == 7
    assert all(set(facts) == FACTS for facts in week["teams"].values())
    assert all(set(place) == {"team", "bot", "score"} for place in game["ranking"])
    assert {place["team"] for place in game["ranking"]} == set(week["teams"])
    assert all(type(number) is int for number in numbers_in(game))


def test_the_record_holds_the_game_that_is_printed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    game = json.loads(run(*SHORT, "--json", "--record", path)[1])
    reading = read(path)
    assert reading.head == game["digest"]
    assert reading.entries[-1]["seed"] == 7
    facts = reading.entries[-2]["summary"]["teams"]
    for team, printed in game["weeks"][0]["teams"].items():
        assert {key: facts[team][key] for key in FACTS} == printed
    assert run(*SHORT, "--json")[1] == run(*SHORT, "--json")[1]
    assert json.loads(run(*SHORT, "--json")[1])["digest"] == game["digest"]


def test_a_game_without_a_seed_draws_one(run: Run) -> None:
    games = [json.loads(run(*SHORT[:4], "--json")[1]) for _turn in range(2)]
    assert games[0]["seed"] != games[1]["seed"]
    assert json.loads(run(*SHORT[:4], "--seed", str(games[0]["seed"]), "--json")[1]) == games[0]


def test_quiet_prints_the_digest_only(run: Run) -> None:
    digest = json.loads(run(*SHORT, "--json")[1])["digest"]
    assert run(*SHORT, "--quiet") == (0, f"{digest}\n", "")


def test_tables_fit_eighty_columns_in_both_languages(run: Run) -> None:
    shown = {lang: run(*SHORT, "--lang", lang)[1] for lang in ("id", "en")}
    assert all(len(line) <= 80 for text in shown.values() for line in text.splitlines())
    assert "Minggu ke-1" in shown["id"]
    assert "Week 1" in shown["en"]
    assert "Week" not in shown["id"]


def test_weeks_may_be_more_than_the_scenarios(run: Run) -> None:
    game = json.loads(run("run", "warung-pertama", "--weeks", "4", "--seed", "1", "--json")[1])
    assert [week["week"] for week in game["weeks"]] == [1, 2, 3, 4]


def test_a_bot_may_be_chosen_for_any_seat(run: Run) -> None:
    game = json.loads(run(*SHORT, "--bot", "melati=acak", "--json")[1])
    bots = {place["team"]: place["bot"] for place in game["ranking"]}
    assert bots["melati"] == "acak"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([*SHORT, "--bot", "melti=par"], "There is no team melti. The teams are:"),
        ([*SHORT, "--bot", "melati=pare"], "There is no bot pare. Did you mean `par`?"),
        ([*SHORT, "--bot", "melati="], "--bot takes TEAM=NAME"),
        ([*SHORT, "--bot", "melati"], "--bot takes TEAM=NAME"),
        ([*SHORT[:4], "--seed", "-1"], "--seed is a whole number from 0 to 9007199254740991"),
        ([*SHORT[:4], "--seed", str(2**53)], "--seed is a whole number from 0"),
        ([*SHORT[:4], "--seed", "9" * 5_000], "seed"),
        ([*SHORT[:4], "--seed", "tujuh"], "tujuh"),
        ([*SHORT[:2], "--weeks", "0"], "0"),
        ([*SHORT[:2], "--weeks", "105"], "105"),
        (["run"], "Which scenario?"),
        (["run", "pasar-pagy"], "Did you mean `pasar-pagi`?"),
        (["run", "no/such.yaml"], "There is no such file."),
        (["run", "."], "This is a folder"),
        (["run", ""], "This is a folder"),
        (["run", "warung-pertama", "more"], "more"),
        (["run", "--lang", "fr"], "fr"),
        (["rum"], "rum"),
        (["run", "--sed", "1"], "--sed"),
        (["run", "--resume", "none.jsonl"], "There is no file none.jsonl"),
        (["verify"], "RECORD"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence(
    run: Run, words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert said in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "more", [["warung-pertama"], ["--seed", "0"], ["--weeks", "1"], ["--bot", "melati=par"]]
)
def test_resume_goes_with_no_other_choice(run: Run, record: Path, more: list[str]) -> None:
    status, _, err = run("run", "--resume", record, *more)
    assert status == 2
    assert "leave the other options out" in err


def test_an_existing_record_is_not_overwritten(run: Run, record: Path, finished: bytes) -> None:
    status, _, err = run(*SHORT, "--record", record)
    assert status == 2
    assert "exists already" in err
    assert record.read_bytes() == finished


def test_a_refused_game_leaves_no_record(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    assert run(*SHORT, "--bot", "melati=pare", "--record", path)[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_a_bad_scenario_is_answered_with_file_line_and_column(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("nama: mine\nminggu: 0,7\n")
    status, _, err = run("run", path)
    assert status == 2
    assert f"{path}:2:9: " in err


# -- going on ----------------------------------------------------------------------------


def test_a_game_that_was_cut_goes_on_to_the_same_end(
    run: Run, record: Path, finished: bytes
) -> None:
    whole = json.loads(run(*SHORT, "--json")[1])
    record.write_bytes(finished[:-200])
    record.with_name("game.jsonl.seed").write_text('{"seed": 7}')
    assert json.loads(run("run", "--resume", record, "--json")[1]) == whole
    assert record.read_bytes() == finished


def test_a_game_of_people_is_left_to_the_screens(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kelas.jsonl"
    a_room(path=path).close()
    before = path.read_bytes()
    status, out, err = run("run", "--resume", path)
    assert (status, out) == (2, "")
    assert "is a game of people" in err
    assert path.read_bytes() == before


def test_a_finished_game_is_not_resumed(run: Run, record: Path) -> None:
    status, _, err = run("run", "--resume", record)
    assert status == 2
    assert "is finished" in err


# -- as a process ------------------------------------------------------------------------


def test_the_module_runs_and_leaves_with_its_status(record: Path) -> None:
    for words, status in ((["verify", str(record)], 0), (["verify", str(record) + "x"], 2)):
        command = [sys.executable, "-m", "simpasar", *words]
        result = subprocess.run(command, capture_output=True, check=False)
        assert result.returncode == status
        assert b"Traceback" not in result.stderr


def test_a_reader_that_has_seen_enough_ends_the_game_in_peace() -> None:
    command = [sys.executable, "-m", "simpasar", *SHORT]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    assert b"Traceback" not in child.stderr.read()
    assert child.wait() == 0
    child.stderr.close()


def test_our_own_mistake_is_owned_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("1 // 0")

    monkeypatch.setattr("simpasar.commands.play._play", fails)
    monkeypatch.setenv("SIMPASAR_LANG", "en")
    monkeypatch.delenv("SIMPASAR_DEBUG", raising=False)
    with pytest.raises(SystemExit) as left:
        main(SHORT)
    assert left.value.code == 70
    assert "mistake of its own (ZeroDivisionError: 1 // 0)" in capsys.readouterr().err
    monkeypatch.setenv("SIMPASAR_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(SHORT)


def test_an_interrupted_game_says_how_it_goes_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "game.jsonl"

    def interrupted(_game: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("simpasar.game.seats.play_bots", interrupted)
        with pytest.raises(SystemExit) as left:
            main([*SHORT, "--record", str(path)])
        assert left.value.code == 130
        assert f"simpasar run --resume {path}" in capsys.readouterr().err
    whole = json.loads(run(*SHORT, "--json")[1])
    assert json.loads(run("run", "--resume", path, "--json")[1])["digest"] == whole["digest"]


def test_errors_on_a_terminal_are_broken_between_words_and_the_file_is_shown_as_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "mine.yaml"
    source = "bahasa: id\nnama: mine\n" + "judul: {id: Pasar, en: Market}\n" * 2
    broken.write_text(source)
    monkeypatch.chdir(tmp_path)
    words = ("run", "mine.yaml", "--lang", "id")
    piped = run(*words)[2]
    unknown = ("run", "warung-pertama", "--bot", "sedap_malam=par", "--lang", "id")
    unknown_piped = run(*unknown)[2]
    assert max(map(len, (piped + unknown_piped).splitlines())) > 60
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    shown, unknown_shown = run(*words)[2], run(*unknown)[2]
    assert max(map(len, (shown + unknown_shown).splitlines())) <= 60
    assert shown.split() == piped.split()
    assert unknown_shown.split() == unknown_piped.split()
    assert "\n    judul: {id: Pasar, en: Market}\n    ^\n" in shown
