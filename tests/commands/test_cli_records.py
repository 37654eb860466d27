"""verify, replay and export: what they say of a record, whole or broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import SHORT, Run, numbers_in
from simpasar.game.entries import FORMAT
from simpasar.game.record import MemoryWriter, read


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


def test_replay_of_an_unfinished_game_calls_no_ranking_final(run: Run, town_record: Path) -> None:
    assert "Final ranking" in run("replay", town_record)[1]
    lines = town_record.read_bytes().splitlines(keepends=True)
    monday = next(n for n, line in enumerate(lines) if b'"kind":"state"' in line) + 1
    town_record.write_bytes(b"".join(lines[:monday]))
    town_record.with_name("town.jsonl.seed").write_text('{"seed": 7}')
    text = run("replay", town_record)[1]
    assert "Ranking so far" in text
    assert "Final ranking" not in text


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
    changed = ("edited", "a line gone", "more after the end", "newer")
    found = how in (*changed, "json of others", "deep object", "long digits")
    assert status == (1 if found and command == "verify" else 2)  # 2: no record at all
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
