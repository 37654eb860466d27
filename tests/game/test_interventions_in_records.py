"""What a trainer did, in records: forgeries are found, tables leave out what was undone."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interventions import (
    ACTS,
    WHY,
    after,
    replayed,
    steps,
    week,
)

from games import SEED, finish, payloads
from simpasar.export import beancount, tables
from simpasar.game.comparison import compare, played
from simpasar.game.play import Game
from simpasar.game.replay import RecordDiffersError
from simpasar.game.summary import game_document, replay_document

# -- forged records ---------------------------------------------------------------------------


def with_everything() -> Game:
    """A game in which the trainer did all there is to do, some weeks still to come."""
    game = after(2)
    for act in ("message", "time", "rescue", "weeks", "seat", "undo"):
        ACTS[act](game)
    week(game)
    return game


EVERYTHING = with_everything()
DONE = [number for number, told in enumerate(payloads(EVERYTHING)) if told["kind"] in ACTS]

FORGERIES: dict[str, tuple[str, dict[str, Any], str]] = {
    "another team": ("seat", {"team": "mawar"}, "team"),
    "no team": ("seat", {"team": None}, "team"),
    "a bot of no name": ("seat", {"bot": 1}, "bot"),
    "a name of no text": ("seat", {"name": {}}, "name"),
    "a seat for nothing": ("seat", {"reason": ""}, "reason"),
    "a seat of another week": ("seat", {"week": 1}, "week"),
    "more in a seat": ("seat", {"note": 1}, "note"),
    "an undo of another week": ("undo", {"week": 1}, "week"),
    "an undo for nothing": ("undo", {"reason": None}, "reason"),
    "no number of weeks": ("weeks", {"weeks": True}, "weeks"),
    "fewer weeks than lived": ("weeks", {"weeks": 1}, "weeks"),
    "weeks of a week": ("weeks", {"week": 3}, "week"),
    "no time": ("time", {"seconds": "60"}, "seconds"),
    "time's reason": ("time", {"reason": None}, "reason"),
    "time of another week": ("time", {"week": 1}, "week"),
    "a message of two lines": ("message", {"text": "a\r\nb"}, "text"),
    "a message of another week": ("message", {"week": "3"}, "week"),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_a_trainer_cannot_have_done_is_named(forgery: str) -> None:
    kind, change, field = FORGERIES[forgery]
    saying = payloads(EVERYTHING)
    (number,) = [n for n, told in enumerate(saying) if told["kind"] == kind]
    saying[number].update(change)
    with pytest.raises(RecordDiffersError) as found:
        replayed(EVERYTHING, saying)
    assert (found.value.line, found.value.field) == (number + 1, field)
    assert found.value.recorded != found.value.replayed


def test_a_key_that_holds_nothing_is_one_too_many_all_the_same() -> None:
    saying = payloads(EVERYTHING)
    saying[DONE[0]]["note"] = None
    with pytest.raises(RecordDiffersError) as found:
        replayed(EVERYTHING, saying)
    assert (found.value.line, found.value.field) == (DONE[0] + 1, "note")


def test_an_undo_before_any_week_is_found() -> None:
    saying = [payloads(EVERYTHING)[0], {"kind": "undo", "week": 0, "reason": WHY}]
    with pytest.raises(RecordDiffersError) as found:
        replayed(EVERYTHING, saying)
    assert (found.value.line, found.value.field) == (2, "kind")


def line_that_differs(saying: list[dict[str, Any]]) -> int | None:
    try:
        replayed(EVERYTHING, saying)
    except RecordDiffersError as error:
        return error.line
    return None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["melati"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DONE), st.data(), ANYTHING)
def test_an_intervention_that_says_anything_agrees_or_differs_but_nothing_else(
    number: int, data: st.DataObject, value: Any
) -> None:
    saying = payloads(EVERYTHING)
    field = data.draw(st.sampled_from([*sorted(saying[number]), "note"]).filter("kind".__ne__))
    saying[number][field] = value
    assert line_that_differs(saying[: number + 1]) in (None, number + 1)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, len(payloads(EVERYTHING))),
    st.sampled_from(sorted(ACTS)),
    st.dictionaries(
        st.sampled_from(["week", "weeks", "team", "bot", "name", "reason", "text", "seconds"]),
        ANYTHING | st.sampled_from([1, 2, 3, "melati", "x"]),
    ),
)
def test_an_intervention_anywhere_agrees_or_differs_but_nothing_else(
    place: int, kind: str, told: dict[str, Any]
) -> None:
    saying = [*payloads(EVERYTHING)[:place], {**told, "kind": kind}]
    assert line_that_differs(saying) in (None, place + 1)


def test_a_game_with_everything_goes_on_to_its_end() -> None:
    assert EVERYTHING.chance.seed == SEED
    game = finish(replayed(EVERYTHING)[-1].game)
    assert game.finished


# -- who reads a record -------------------------------------------------------------------------


def undone() -> tuple[Game, Game]:
    """A game in which week 2 was taken back and played otherwise, and one where it never was."""
    game, straight = after(1), after(1)
    week(game, 10_000)
    game.undo(WHY)
    for each in (game, straight):
        week(each, 12_500)
        each.rescue("melati", 5_000, WHY)
    return game, straight


def test_what_is_made_of_a_record_leaves_out_the_weeks_taken_back(tmp_path: Path) -> None:
    game, straight = undone()
    made = []
    for name, each in (("undone", game), ("straight", straight)):
        folder = tmp_path / name
        folder.mkdir()
        for written in (tables.write, beancount.write):
            written(steps(each), folder)
        texts = {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}
        document = replay_document(steps(each), "")
        made.append((texts, document, game_document(each, None, ""), compare(*played(steps(each)))))
    assert made[0] == made[1]
    with (tmp_path / "undone" / "weeks.csv").open() as file:
        assert [row["week"] for row in csv.DictReader(file)] == ["1", "1", "2", "2"]


def test_a_week_taken_back_and_not_played_again_is_in_no_table(tmp_path: Path) -> None:
    game = after(2)
    game.undo(WHY)
    tables.write(steps(game), tmp_path)
    with (tmp_path / "weeks.csv").open() as file:
        assert {row["week"] for row in csv.DictReader(file)} == {"1"}
    assert len(replay_document(steps(game), "")["weeks"]) == 1


def test_a_step_says_which_week_was_taken_back() -> None:
    game, _straight = undone()
    assert [step.withdrawn for step in steps(game) if step.withdrawn] == [2]
