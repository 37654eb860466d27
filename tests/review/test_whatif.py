"""What if: one decision changed, the chance and everything else the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import begin, finish
from neighbourhood import TEAMS, neighbourhood
from rooms import shipped
from simpasar.game.play import Game
from simpasar.i18n import use
from simpasar.review.changes import ChangeRefused
from simpasar.review.whatif import what_if, whatif_document

pytestmark = pytest.mark.usefixtures("english")


@cache
def market() -> Game:
    """Three weeks of the morning market, played by bots."""
    scenario = shipped("pasar-pagi")
    return finish(
        begin(scenario, {team: seat.bot for team, seat in scenario.teams.items()}, weeks=3)
    )


@cache
def helped() -> Game:
    """A neighbourhood with everything on; one team is given money before the second week."""
    game = begin(neighbourhood(), dict.fromkeys(TEAMS, "hati-hati"), weeks=3)
    game.live_week()
    game.rescue("melati", 100_000, "The flood took the stove.")
    return finish(game)


@pytest.mark.parametrize("game", [market, helped])
@pytest.mark.parametrize("week", [1, 2, 3])
def test_deciding_the_same_changes_nothing(game: object, week: int) -> None:
    played = game()  # type: ignore[operator]
    team = next(iter(played.setup.scenario.teams))
    sheet = played.played[week - 1][team].decisions
    product, price = next(iter(sheet.prices.items()))
    found = what_if(played, week, team, [f"prices.{product}={price}"])
    assert found.recorded == found.imagined
    assert found.difference(team) == (0, 0)


def test_a_week_decided_otherwise_leaves_the_weeks_before_alone_and_changes_those_after() -> None:
    found = what_if(market(), 2, "melati", ["price.nasi_uduk=20.000", "batches.nasi_uduk=1"])
    assert [change.path for change in found.changes] == [
        "prices.nasi_uduk", "batches.nasi_uduk.weekday", "batches.nasi_uduk.weekend",
    ]  # fmt: skip
    week, end = found.difference("melati")
    assert week < 0
    assert end < 0
    assert found.imagined["melati"].week["made"] < found.recorded["melati"].week["made"]


def test_the_last_week_changed_changes_the_end_by_as_much() -> None:
    found = what_if(market(), 3, "melati", ["price.nasi_uduk=20 rb"])
    week, end = found.difference("melati")
    assert week == end != 0


@pytest.mark.parametrize("word", ["price", "prices", "harga", "harga_jual"])
def test_a_field_may_be_called_as_people_call_it(word: str) -> None:
    found = what_if(market(), 1, "melati", [f"{word}.nasi_uduk=15.000"])
    assert found.changes[0].path == "prices.nasi_uduk"
    assert found.changes[0].becomes == "Rp\u00a015.000".replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("week", "team", "wish", "said"),
    [
        (0, "melati", "price.nasi_uduk=15000", "choose one from 1 to 3"),
        (4, "melati", "price.nasi_uduk=15000", "choose one from 1 to 3"),
        (1, "nobody", "price.nasi_uduk=15000", "There is no team nobody"),
        (1, "melati", "price.nasi_uduk", "Write FIELD=VALUE, for example prices."),
        (1, "melati", "price.nasi_udux=15000", "Did you mean `prices.nasi_uduk`?"),
        (1, "melati", "price=15000", "There is no field price"),
        (1, "melati", "price.nasi_uduk=cheap", "cheap"),
        (1, "melati", "price.nasi_uduk=1", "ask from Rp 3.600 to Rp 36.000"),
    ],
)
def test_what_cannot_be_done_is_said(week: int, team: str, wish: str, said: str) -> None:
    with pytest.raises(ChangeRefused) as refusal:
        what_if(market(), week, team, [wish])
    assert said in str(refusal.value)


@settings(deadline=None, max_examples=25)
@given(wish=st.text(max_size=30) | st.builds("prices.nasi_uduk={}".format, st.text(max_size=12)))
def test_whatever_is_wished_is_done_or_refused_in_a_sentence(wish: str) -> None:
    use("en")
    try:
        said = [change.becomes for change in what_if(market(), 3, "melati", [wish]).changes]
    except ChangeRefused as refusal:
        said = [str(refusal)]
    assert all(sentence.strip() for sentence in said)
    assert said


def test_the_document_has_whole_numbers_for_every_team() -> None:
    game = market()
    found = what_if(game, 2, "melati", ["price.nasi_uduk=14000"])
    document = json.loads(json.dumps(whatif_document(found, "head")))
    assert list(document["teams"]) == list(game.setup.scenario.teams)
    melati = document["teams"]["melati"]
    assert melati["end"]["recorded"]["gained"] == found.recorded["melati"].end.gained
    assert type(melati["week"]["whatif"]["profit"]) is int


def test_the_command_shows_it_and_refuses_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from simpasar.cli import main

    record = tmp_path / "game.jsonl"
    for words in (
        [
            "run",
            "warung-pertama",
            "--weeks",
            "1",
            "--seed",
            "7",
            "--record",
            str(record),
            "--quiet",
        ],
        ["whatif", str(record), "--week", "1", "--team", "melati", "--set", "harga.nasi_uduk=9000"],
    ):
        with pytest.raises(SystemExit) as left:
            main([*words, "--lang", "id"])
        assert left.value.code == 0
    out = capsys.readouterr().out
    assert "seandainya" in out
    assert all(len(line.rstrip()) <= 80 for line in out.splitlines())
    with pytest.raises(SystemExit) as left:
        main(["whatif", str(record), "--week", "9", "--team", "melati", "--set", "x=1"])
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
