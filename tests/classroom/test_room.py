"""A class and its game: drafts, sheets handed in, and going on after a kill."""

from __future__ import annotations

import dataclasses
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.classroom.desk import Desk, Draft, desk_file, read_desk, write_desk
from simpasar.classroom.room import PEOPLE, Plan, Room, named
from simpasar.classroom.shelf import fresh_path, games_folder, saved_games
from simpasar.firm.findings import SheetRefused
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.record import read
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario

TODAY = date(2027, 1, 4)


@pytest.fixture(scope="module")
def warung() -> Scenario:
    return load(find("warung-pertama"))


@pytest.fixture
def plan(warung: Scenario) -> Plan:
    first, second, *others = warung.teams
    bots = {first: None, second: None, **dict.fromkeys(others, "par")}
    return Plan(warung, bots, {first: "Sari Rasa"})


def same_sheet(room: Room, team: str) -> DecisionSheet:
    return room.view(team).sheet.carried()


# -- the room -----------------------------------------------------------------------------


def test_teams_are_called_what_they_call_themselves(plan: Plan) -> None:
    room = Room.practise(plan)
    first, second, *_ = plan.scenario.teams
    assert room.name(first) == "Sari Rasa"
    assert room.name(second) == plan.scenario.teams[second].name.id


def test_a_name_of_blanks_is_no_name(warung: Scenario) -> None:
    first = next(iter(warung.teams))
    assert named(warung, {first: "  "}) == warung


def test_the_room_waits_for_people_alone(plan: Plan) -> None:
    room = Room.practise(plan)
    first, second, *_ = plan.scenario.teams
    assert room.waiting == (first, second)
    room.hand_in(second, same_sheet(room, second))
    assert room.waiting == (first,)


def test_a_week_is_lived_with_the_sheets_of_people_and_bots(plan: Plan, tmp_path: Path) -> None:
    room = Room.begin(plan, tmp_path / "a.jsonl", Desk())
    for team in room.people:
        room.hand_in(team, same_sheet(room, team))
    room.live_week()
    room.close()
    made = {e["team"]: e["by"] for e in read(tmp_path / "a.jsonl").entries if e["kind"] == "decide"}
    assert set(made) == set(plan.scenario.teams)
    assert {made[team] for team in room.people} == {PEOPLE}
    assert (room.week, room.lived, room.finished) == (2, 1, False)


def test_a_sheet_may_be_changed_until_the_market_opens(plan: Plan) -> None:
    room = Room.practise(plan)
    first = room.people[0]
    room.hand_in(first, same_sheet(room, first))
    changed = same_sheet(room, first).model_copy(update={"reason": "Cuaca cerah"})
    room.hand_in(first, changed)
    room.live_week()
    assert room.game.state.teams[first].sheet.reason == "Cuaca cerah"


def test_an_impossible_sheet_is_refused_and_its_draft_stays(plan: Plan) -> None:
    room = Room.practise(plan)
    first = room.people[0]
    room.keep_draft(first, {"helpers": "99"})
    sheet = same_sheet(room, first)
    far = sheet.decisions.model_copy(update={"helpers": 49})
    with pytest.raises(SheetRefused):
        room.hand_in(first, sheet.model_copy(update={"decisions": far}))
    assert room.draft(first) == {"helpers": "99"}
    assert first in room.waiting


def test_what_was_typed_and_handed_in_is_there_after_a_kill(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    room = Room.begin(plan, path, Desk(pins={room_team(plan): "x"}))
    first, second = room.people
    room.hand_in(first, same_sheet(room, first))
    room.keep_draft(second, {"prices.nasi_uduk": "12,5 rb"})
    room.game.writer.close()  # all that a kill would do for us is to let go of the lock
    again = Room.go_on(path)
    assert again.waiting == (second,)
    assert again.draft(second) == {"prices.nasi_uduk": "12,5 rb"}
    assert again.draft(first) is None
    assert again.desk.pins == {first: "x"}
    again.close()


def room_team(plan: Plan) -> str:
    return next(team for team, bot in plan.bots.items() if bot is None)


def test_a_draft_of_an_older_week_is_not_shown(plan: Plan) -> None:
    room = Room.practise(plan)
    first = room.people[0]
    room.desk = room.desk.with_draft(first, Draft(99, {"helpers": "1"}))
    assert room.draft(first) is None


# -- the desk -----------------------------------------------------------------------------

texts = st.text(max_size=20)
desks = st.builds(
    Desk,
    drafts=st.dictionaries(
        texts, st.builds(Draft, st.integers(1, 104), st.dictionaries(texts, texts)), max_size=3
    ),
    pins=st.dictionaries(texts, texts, max_size=3),
    trainer=texts,
    clock=st.dictionaries(texts, st.integers(), max_size=3),
    league=st.booleans(),
)


@given(desk=desks)
def test_a_desk_is_read_as_it_was_written(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("desk") / "a.jsonl"
    write_desk(path, desk)
    assert read_desk(path) == desk


@given(data=st.binary(max_size=200))
def test_a_broken_desk_is_an_empty_one(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("desk") / "a.jsonl"
    desk_file(path).write_bytes(data)
    assert read_desk(path) == Desk()


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Desk)])
def test_a_desk_without_one_of_its_parts_is_an_empty_one(field: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_desk(path, Desk(trainer="x", league=True))
    tree = json.loads(desk_file(path).read_text())
    del tree[field]
    desk_file(path).write_text(json.dumps(tree))
    assert read_desk(path) == Desk()


# -- the shelf ----------------------------------------------------------------------------


def test_games_lie_in_the_folder_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIMPASAR_DATA", str(tmp_path))
    assert games_folder() == tmp_path


def test_a_new_game_never_takes_the_name_of_another(plan: Plan, tmp_path: Path) -> None:
    first = fresh_path(tmp_path, "warung-pertama", TODAY)
    Room.begin(plan, first, Desk()).close()
    second = fresh_path(tmp_path, "warung-pertama", TODAY)
    assert first.name == "2027-01-04-warung-pertama-1.simpasar.jsonl"
    assert second.name == "2027-01-04-warung-pertama-2.simpasar.jsonl"


def test_the_shelf_tells_how_far_a_game_is_and_who_plays(plan: Plan, tmp_path: Path) -> None:
    room = Room.begin(plan, fresh_path(tmp_path, "a", TODAY), Desk())
    room.live_week()
    room.close()
    (game,) = saved_games(tmp_path)
    assert (game.lived, game.weeks, game.finished) == (1, 3, False)
    assert game.teams[0] == "Sari Rasa"
    assert game.named == plan.scenario.title.id


def test_a_finished_game_says_so(plan: Plan, tmp_path: Path) -> None:
    room = Room.begin(plan, tmp_path / "a.simpasar.jsonl", Desk())
    while not room.finished:
        room.live_week()
    room.end()
    (game,) = saved_games(tmp_path)
    assert (game.lived, game.finished) == (3, True)


def test_the_newest_game_comes_first(plan: Plan, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        path = tmp_path / f"{number}.simpasar.jsonl"
        Room.begin(plan, path, Desk()).close()
        os.utime(path, (1_000 + number % 3, 1_000 + number % 3))
    assert [game.path.name[0] for game in saved_games(tmp_path)] == ["2", "1", "3"]


@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_what_is_no_record_is_left_out(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("shelf")
    (folder / "a.simpasar.jsonl").write_bytes(data)
    assert saved_games(folder) == ()


def test_there_may_be_no_folder_yet(tmp_path: Path) -> None:
    assert saved_games(tmp_path / "none") == ()
