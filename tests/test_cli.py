"""The commands: what they print, what they leave, and a sentence for everything that goes wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import towns
from games import begin, finish, lines
from neighbourhood import TEAMS, neighbourhood
from simpasar.cli import main
from simpasar.game.entries import FORMAT
from simpasar.game.record import MemoryWriter, read
from simpasar.i18n import use

FACTS = {
    "revenue", "profit", "cash", "stock_value", "payables", "drawings", "wealth", "made", "sold",
    "customers", "lost_stockout", "lost_queue", "lost_closed", "wasted", "mean_wait_seconds",
    "regulars", "reputation", "awareness",
}  # fmt: skip
SHORT = ["run", "warung-pertama", "--weeks", "1", "--seed", "7"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as people do, in English: its status, standard output and standard error.

    Whatever happens, there is no traceback and no confession of a mistake of our own.
    """
    monkeypatch.setenv("SIMPASAR_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("SIMPASAR_DEBUG", raising=False)

    def command(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert left.value.code in (0, 1, 2), err
        return int(left.value.code), out, err

    yield command
    use("en")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A finished game of one week."""
    path = tmp_path_factory.mktemp("game") / "game.jsonl"
    with pytest.raises(SystemExit):
        main([*SHORT, "--record", str(path), "--quiet"])
    return path.read_bytes()


@pytest.fixture
def record(finished: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "game.jsonl"
    path.write_bytes(finished)
    return path


@pytest.fixture(scope="module")
def town() -> bytes:
    """A finished game with everything on, one team helped by the trainer."""
    scenario = neighbourhood(**{f"teams__{team}__name": team.title() for team in TEAMS})
    bots = ("koperasi", "penumpang", "utang", "par")
    game = begin(scenario, dict(zip(TEAMS, bots, strict=True)))
    game.rescue("melati", 100_000, "The flood took the stove.")
    finish(game)
    return b"".join(line + b"\n" for line in lines(game))


@pytest.fixture
def town_record(town: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "town.jsonl"
    path.write_bytes(town)
    return path


def numbers_in(tree: Any) -> list[Any]:
    if isinstance(tree, dict):
        return [number for value in tree.values() for number in numbers_in(value)]
    if isinstance(tree, list):
        return [number for value in tree for number in numbers_in(value)]
    return [tree] if isinstance(tree, int | float) else []


# -- run ----------------------------------------------------------------------------------


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


# -- going on -----------------------------------------------------------------------------


def test_a_game_that_was_cut_goes_on_to_the_same_end(
    run: Run, record: Path, finished: bytes
) -> None:
    whole = json.loads(run(*SHORT, "--json")[1])
    record.write_bytes(finished[:-200])
    record.with_name("game.jsonl.seed").write_text('{"seed": 7}')
    assert json.loads(run("run", "--resume", record, "--json")[1]) == whole
    assert record.read_bytes() == finished


def test_a_finished_game_is_not_resumed(run: Run, record: Path) -> None:
    status, _, err = run("run", "--resume", record)
    assert status == 2
    assert "is finished" in err


# -- verify, replay, export -------------------------------------------------------------------


def test_verify_says_that_a_record_agrees(run: Run, record: Path) -> None:
    head = read(record).head
    assert run("verify", record) == (0, f"agrees {head}\n", "")
    assert run("verify", record, "--lang", "id") == (0, f"cocok {head}\n", "")


def test_verify_says_of_an_unfinished_game_that_it_is(
    run: Run, record: Path, finished: bytes
) -> None:
    record.write_bytes(finished[:-200])
    record.with_name("game.jsonl.seed").write_text('{"seed": 7}')
    status, out, err = run("verify", record)
    assert status == 0
    assert out.startswith("agrees ")
    assert "unfinished" in err
    record.with_name("game.jsonl.seed").write_text('{"seed": 8}')
    status, _, err = run("verify", record)
    assert status == 1
    assert "line 1, field seed_commitment" in err


def test_verify_names_line_week_team_and_field_of_a_lie(run: Run, record: Path) -> None:
    saying = [
        {key: value for key, value in entry.items() if key not in ("n", "prev", "sum")}
        for entry in read(record).entries
    ]
    saying[-2]["summary"]["teams"]["mawar"]["cash"] += 1
    writer = MemoryWriter()
    writer.append(*saying)
    record.write_bytes(b"".join(line + b"\n" for line in writer.lines))
    status, _, err = run("verify", record)
    assert status == 1
    assert f"line {len(saying) - 1}, week 1, team mawar, field cash: " in err


def test_replay_tells_the_whole_game_again(run: Run, record: Path) -> None:
    played = json.loads(run(*SHORT, "--json")[1])
    told = json.loads(run("replay", record, "--json")[1])
    assert all(type(number) is int for number in numbers_in(told))
    [week] = told["weeks"]
    assert set(week) == {"week", "days", "teams", "state", "results"}
    assert week["state"]["digest"] == read(record).entries[-2]["digest"]
    assert set(week["results"]["melati"]) >= {"decisions", "forecast", "days", "figures", "unmade"}
    assert all("history" not in team for team in week["state"]["teams"].values())
    del week["state"], week["results"]
    assert told == played


def test_replay_shows_the_tables_that_were_shown(run: Run, record: Path) -> None:
    played = run(*SHORT)[1]
    shown = run("replay", record)[1]
    assert shown == played + f"Record: {record}\n"


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut in the first line": lambda whole: whole[:100],
    "cut later, without a seed": lambda whole: whole[:-10],
    "empty": lambda _: b"",
    "edited": lambda whole: whole.replace(b"Melati", b"Mawar.", 1),
    "a line gone": lambda whole: b"\n".join(whole.split(b"\n")[:2] + whole.split(b"\n")[3:]),
    "more after the end": lambda whole: whole + b"{}\n",
    "binary": lambda _: bytes(range(256)) * 40,
    "another text": lambda _: b"harga: 2000\n",
    "json of others": lambda _: b'{"format":["simpasar-record/1"]}\n',
    "deep json": lambda _: b"[" * 100_000 + b"\n",
    "deep object": lambda _: b'{"a":' * 100_000 + b"\n",
    "long digits": lambda _: b'{"format":' + b"9" * 10_000 + b"}\n",
    "newer": lambda whole: whole.replace(FORMAT.encode(), b"simpasar-record/2"),
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("command", ["verify", "replay", "score", "export", "run --resume"])
def test_a_record_that_is_none_is_answered_with_a_sentence(
    run: Run, command: str, how: str, record: Path, finished: bytes
) -> None:
    record.write_bytes(BROKEN[how](finished))
    before = record.read_bytes()
    out_folder = record.with_name("out")
    more = ["--to", "csv", "--out", out_folder] if command == "export" else []
    status, out, err = run(*command.split(), record, *more)
    assert out == ""
    assert err.startswith(str(record))
    changed = ("edited", "a line gone", "more after the end", "binary", "another text", "newer")
    found = how in (*changed, "json of others", "deep json", "deep object", "long digits")
    assert status == (1 if found and command == "verify" else 2)
    kept = before[: before.rfind(b"\n") + 1] if how.startswith("cut later") else before
    assert record.read_bytes() in (before, kept)
    assert [path.name for path in record.parent.iterdir()] in (
        [record.name],
        sorted([record.name, f"{record.name}.lock"]),
    )


@pytest.mark.parametrize("command", ["verify", "replay", "score", "export", "run --resume"])
def test_a_folder_and_a_missing_file_are_said_to_be_such(
    run: Run, command: str, tmp_path: Path
) -> None:
    for path, said in ((tmp_path, "is a folder"), (tmp_path / "none", "There is no file")):
        more = ["--to", "csv", "--out", tmp_path / "out"] if command == "export" else []
        status, _, err = run(*command.split(), path, *more)
        assert status == 2
        assert said in err
    assert list(tmp_path.iterdir()) == []


def test_an_unchanged_record_of_a_newer_simpasar_asks_for_an_update(run: Run, record: Path) -> None:
    saying = [
        {key: value for key, value in entry.items() if key not in ("n", "prev", "sum")}
        for entry in read(record).entries
    ]
    writer = MemoryWriter()
    writer.append({**saying[0], "format": "simpasar-record/2"}, {"kind": "hologram"})
    record.write_bytes(b"".join(line + b"\n" for line in writer.lines))
    for command in ("verify", "replay"):
        status, _, err = run(command, record)
        assert status == 2
        assert "Please update simpasar" in err


def test_a_folder_that_cannot_be_made_is_said_to_be_such(run: Run, record: Path) -> None:
    status, _, err = run("export", record, "--to", "csv", "--out", record / "inside")
    assert status == 2
    assert str(record) in err
    assert run("export", record, "--to", "csv", "--out", record)[0] == 2
    assert run("export", record, "--to", "xlsx", "--out", record.parent)[0] == 2


# -- the neighbourhood --------------------------------------------------------------------

DEALINGS = {"household", "debt", "overdue", "loans", "savings", "programmes", "orders"}


def test_json_of_a_neighbourhood_has_more_keys(run: Run, town_record: Path) -> None:
    game = json.loads(run("replay", town_record, "--json")[1])
    assert set(game) == {"scenario", "seed", "digest", "weeks", "ranking", "community"}
    for week in game["weeks"]:
        assert set(week) == {
            "week", "days", "teams", "cooperative", "community", "state", "results",
        }  # fmt: skip
        assert all(set(facts) == FACTS | DEALINGS for facts in week["teams"].values())
        for facts in week["teams"].values():
            assert facts["household"]["received"] == facts["drawings"]
            assert facts["debt"] >= sum(loan["owed"] for loan in facts["loans"].values())
        members = week["cooperative"]["members"]
        assert all(
            week["teams"][team]["savings"]
            == member["principal"] + member["compulsory"] + member["voluntary"]
            for team, member in members.items()
        )
    keys = {"team", "bot", "score", "debt", "need_short", "bankrupt"}
    assert all(set(place) == keys for place in game["ranking"])
    assert {place["bot"]: place["bankrupt"] for place in game["ranking"]}["utang"] == 2
    assert sum(game["weeks"][-1]["cooperative"]["shares"].values()) > 0


def test_the_communitys_weeks_add_up_to_its_game(run: Run, town_record: Path) -> None:
    game = json.loads(run("replay", town_record, "--json")[1])
    weeks = [week["community"] for week in game["weeks"]]
    derived = ("local_share", "income_per_household")
    for key, whole in game["community"].items():
        if key not in derived:
            assert whole == sum(week[key] for week in weeks)
    whole = game["community"]
    assert whole["local_share"] == 1_000 * whole["local_purchases"] // whole["purchases"]


def test_tables_of_a_neighbourhood_fit_eighty_columns_in_both_languages(
    run: Run, town_record: Path
) -> None:
    shown = {lang: run("replay", town_record, "--lang", lang)[1] for lang in ("id", "en")}
    for text in shown.values():
        # The line that names the file may be as long as the name.
        assert all(len(line) <= 80 for line in text.splitlines() if str(town_record) not in line)
        assert "Rp\n" not in text
        assert "\xa0" not in text
    for said in ("Uang rumah dan uang usaha", "Untuk lingkungan", "Bantuan pelatih", "Rp 100.000"):
        assert said in shown["id"]
    for said in ("bangkrut", "minggu 2", "Kurang di", "Koperasi Warga: 3 anggota.", "SHU: Rp "):
        assert said in shown["id"]
    for said in ("For the neighbourhood", "Short at", "bankrupt", "Joined: ", "Helper-days paid"):
        assert said in shown["en"]


def test_a_market_without_neighbours_says_nothing_of_them(run: Run, record: Path) -> None:
    text = run("replay", record)[1]
    for word in ("ousehold money", "Debt", "neighbourhood", "Home:", "bankrupt"):
        assert word not in text


def test_a_town_with_lenders_alone_has_a_table_of_debts_alone(run: Run, tmp_path: Path) -> None:
    loans = {"keliling": neighbourhood().loans["keliling"].model_dump(mode="json")}
    plain_town = towns.town(
        loans=loans,
        stakeholders={"bank": {"name": "Bank", "description": "Keliling."}},
    )
    path = tmp_path / "lenders.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in lines(finish(begin(plain_town, {})))))
    text = run("replay", path)[1]
    assert "Debts and savings" in text
    assert "overdue" in text
    for word in ("Home:", "Cooperative:", "│", "Short at"):
        assert word not in text
    [week, *_more] = json.loads(run("replay", path, "--json")[1])["weeks"]
    assert set(week["teams"]["melati"]) == FACTS | {"debt", "overdue", "loans"}


# -- score ----------------------------------------------------------------------------------


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
        assert "par/1" in out
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


# -- as a process -------------------------------------------------------------------------


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
