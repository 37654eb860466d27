"""What evaluators open: nothing that is not as it was played is reviewed without a word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from games import SEED, begin, finish, forged, lines, payloads
from simpasar.cli import main
from simpasar.game.play import open_entry
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario
from towns import town

ASKED = {
    "verify": (),
    "whatif": ("--week", "1", "--team", "melati", "--set", "price.nasi_uduk=11500"),
    "review": ("--quick", "--jobs", "1"),
}
Spoil = Callable[[Path], Any]


@cache
def played() -> bytes:
    """The record of a finished game of one week of a scenario that ships."""
    bots = dict.fromkeys(load(find("warung-pertama")).teams, "diam")
    game = finish(begin(load(find("warung-pertama")), bots, weeks=1))
    return b"".join(line + b"\n" for line in lines(game))


def saying() -> list[dict[str, Any]]:
    """What that record says, to be told otherwise."""
    return [
        {key: value for key, value in json.loads(line).items() if key not in ("n", "prev", "sum")}
        for line in played().splitlines()
    ]


def told_otherwise(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The record with another first line, its chain whole."""
    entries = saying()
    change(entries[0])
    return forged(entries)


def in_its_scenario(*names: str, to: object) -> bytes:
    """The record with another scenario, and digests that fit it."""

    def change(opening: dict[str, Any]) -> None:
        place = opening["scenario"]
        for name in names[:-1]:
            place = place[name]
        place[names[-1]] = to
        scenario = Scenario.model_validate_json(json.dumps(opening["scenario"]))
        made = open_entry(begin(scenario, {}).setup, SEED)
        opening.update({key: made[key] for key in ("scenario_digest", "seed_commitment")})

    return told_otherwise(change)


def without(number: int) -> bytes:
    whole = played().splitlines(keepends=True)
    return b"".join(whole[:number] + whole[number + 1 :])


@pytest.fixture(params=["id", "en"])
def ask(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in a language: its status, standard output and standard error."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*map(str, words), "--lang", request.param])
        out, err = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, out, err

    return command


BROKEN: dict[str, tuple[Callable[[], bytes], int, int]] = {
    # what it holds; how verify leaves, and how whatif and review do
    "a byte changed": (lambda: played().replace(b'"cash":', b'"cush":', 1), 1, 2),
    "a line removed": (lambda: without(2), 1, 2),
    "cut off between lines": (lambda: without(len(played().splitlines()) - 1), 2, 2),
    "cut off within a line": (lambda: played()[:-30], 2, 2),
    "a newer format": (
        lambda: told_otherwise(lambda first: first.update(format="simpasar-record/2")), 2, 2,
    ),
    "a scenario altered": (
        lambda: told_otherwise(lambda first: first["scenario"].update(name="lain")), 1, 1,
    ),
    "a scenario altered, its digest too": (
        lambda: in_its_scenario("teams", "melati", "cash", to=2_000_000), 1, 1,
    ),
    "a scenario that is none": (
        lambda: told_otherwise(lambda first: first["scenario"].pop("products")), 1, 1,
    ),
    "no scenario": (lambda: told_otherwise(lambda first: first.pop("scenario")), 1, 1),
    "a text": (lambda: b"nama: pasar-pagi\n", 2, 2),
    "another JSON": (lambda: b'{"a":1}\n', 2, 2),
    "bytes": (lambda: bytes(range(256)), 2, 2),
    "nothing": (lambda: b"", 2, 2),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_not_as_it_was_played_is_refused_in_a_sentence(
    what: str, ask: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    text, verified, reviewed = BROKEN[what]
    record = tmp_path / "game.jsonl"
    record.write_bytes(text())
    out, page = tmp_path / "R.json", tmp_path / "H.html"
    for command, options in ASKED.items():
        pages = ("--out", out, "--html", page) if command == "review" else ()
        status, said, err = ask(command, record, *options, *pages)
        assert status == (verified if command == "verify" else reviewed), err
        assert said == ""
        assert "game.jsonl" in err
        assert len(err.strip().splitlines()) == 1
        assert "Field required" not in err
    assert not out.exists()
    assert not page.exists()


@pytest.mark.parametrize("command", ASKED)
def test_a_folder_or_a_missing_file_is_refused_in_a_sentence(
    command: str, ask: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    for path in (tmp_path / "nobody.jsonl", tmp_path):
        status, said, err = ask(command, path, *ASKED[command])
        assert (status, said) == (2, "")
        assert str(path) in err


FOREIGN: dict[str, tuple[Callable[[], bytes], str]] = {
    "another version": (
        lambda: told_otherwise(lambda first: first.update(engine="0.0.1")), "simpasar 0.0.1",
    ),
    "no version": (lambda: told_otherwise(lambda first: first.update(engine=None)), "None"),
    "another scenario of that name": (
        lambda: in_its_scenario("trainer_note", to={"id": "Lain.", "en": "Other."}),
        "warung-pertama",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FOREIGN)
def test_what_agrees_with_its_replay_but_is_foreign_is_asked_about_with_a_warning(
    what: str, ask: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    text, named = FOREIGN[what]
    record = tmp_path / "game.jsonl"
    record.write_bytes(text())
    status, said, err = ask("whatif", record, *ASKED["whatif"])
    assert status == 0
    assert said
    assert named in err
    assert err.startswith((f"{record}: Warning: ", f"{record}: Awas: "))


def test_a_scenario_that_does_not_ship_and_another_version_are_on_every_page(
    ask: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    game = finish(begin(town(), {}, weeks=1))
    entries = payloads(game)
    entries[0]["engine"] = "0.0.1"
    record = tmp_path / "game.jsonl"
    record.write_bytes(forged(entries))
    out, page = tmp_path / "R.json", tmp_path / "H.html"
    status, said, err = ask("review", record, *ASKED["review"], "--out", out, "--html", page)
    assert status == 0
    [version, scenario] = json.loads(out.read_text("utf-8"))["warnings"]
    assert "0.0.1" in version
    assert game.setup.scenario.name in scenario
    for text in (" ".join(said.split()), err, page.read_text("utf-8")):
        assert version in text
        assert scenario in text


def test_a_record_of_this_simpasar_and_a_scenario_that_ships_needs_no_warning(
    ask: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    record = tmp_path / "game.jsonl"
    record.write_bytes(played())
    status, _said, err = ask("whatif", record, *ASKED["whatif"])
    assert (status, err) == (0, "")


def test_another_version_that_plays_otherwise_is_named_with_the_difference(
    ask: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    entries = saying()
    entries[0]["engine"] = "0.0.1"
    entries[-2]["summary"]["teams"]["melati"]["cash"] += 1
    record = tmp_path / "game.jsonl"
    record.write_bytes(forged(entries))
    status, _said, err = ask("whatif", record, *ASKED["whatif"])
    assert status == 1
    assert "simpasar 0.0.1" in err
    assert "melati" in err
    assert "cash" in err


def test_the_installed_command_refuses_as_well(tmp_path: Path) -> None:
    record = tmp_path / "game.jsonl"
    record.write_bytes(without(2))
    left = subprocess.run(
        [sys.executable, "-m", "simpasar", "review", str(record), "--lang", "id"],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"SIMPASAR_DEBUG": ""},
    )  # fmt: skip
    assert (left.returncode, left.stdout) == (2, "")
    assert left.stderr.startswith(f"{record}:3: nomor baris ini tidak berurutan")
