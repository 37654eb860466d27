"""What the trainer decides at the desk is done, written, and told; or refused in a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms import a_room, lived
from simpasar.classroom.acts import Act, acts, bot_told
from simpasar.classroom.desk import Draft
from simpasar.classroom.pins import fits, hashed
from simpasar.classroom.room import Room
from simpasar.classroom.trainer import (
    NotDone,
    clock,
    do,
    give_pin,
    more_time,
    pause_or_resume,
    seats,
)
from simpasar.firm.ledger import Account
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import BOT_NAMES
from simpasar.game.record import MemoryWriter

NOW = 1_800_000_000
WHY = {"reason": "Listrik padam."}


@pytest.fixture(autouse=True)
def _english(english: None) -> None:
    """Sentences are read in English here."""


def act(room: Room, name: str) -> Act:
    return next(act for act in acts(room) if act.id == name)


def done(room: Room, name: str, /, **entries: str) -> str:
    return do(room, act(room, name), {**WHY, **entries})


def told(room: Room) -> list[dict[str, object]]:
    assert isinstance(room.game.writer, MemoryWriter)
    return [json.loads(line) for line in room.game.writer.lines]


def kinds(room: Room) -> list[object]:
    return [entry["kind"] for entry in told(room)]


def computers(room: Room) -> list[str]:
    return [team for team in room.scenario.teams if team not in room.people]


# -- seats ----------------------------------------------------------------------------------


def test_the_desk_sees_who_plays_and_who_has_handed_in() -> None:
    room = a_room(people=2)
    first, second = room.people
    room.hand_in(first, room.view(first).sheet.carried())
    found = {seat.team: seat for seat in seats(room)}
    assert (found[first].handed_in, found[second].handed_in) == (True, False)
    assert found[first].bot == ""
    (other,) = computers(room)
    assert found[other].bot == bot_told(room.game.setup.bots[other] or "")


def test_every_bot_has_a_name_that_people_understand() -> None:
    assert all(bot_told(bot) != bot for bot in BOT_NAMES)


def test_the_computer_plays_for_a_team_and_gives_the_business_back() -> None:
    room = a_room(people=2)
    team = room.people[0]
    assert done(room, "bot", team=team, bot="diam").startswith("The computer plays for team")
    assert room.game.setup.bots[team] == "diam"
    assert team not in room.people
    done(room, "back", team=team)
    assert team in room.people
    assert kinds(room)[1:] == ["seat", "seat"]


def test_a_late_team_takes_over_a_business_under_its_own_name_and_no_old_pin() -> None:
    room = a_room(people=2)
    (team,) = computers(room)
    room.keep_desk(room.desk.with_pin(team, hashed("1234")))
    assert done(room, "late", team=team, name="Tim Cempaka") == "Welcome, team Tim Cempaka!"
    assert room.name(team) == "Tim Cempaka"
    assert team in room.waiting
    assert room.desk.pins == {}


@pytest.mark.parametrize("name", ["x" * 25, "taken"])
def test_a_late_team_needs_a_name_of_its_own(name: str) -> None:
    room = a_room(people=2)
    (team,) = computers(room)
    name = room.name(room.people[0]).upper() if name == "taken" else name
    with pytest.raises(NotDone):
        done(room, "late", team=team, name=name)
    assert kinds(room) == ["open"]


def test_a_forgotten_pin_is_replaced_or_taken_away() -> None:
    room = a_room(people=2)
    team = room.people[0]
    give_pin(room, team, "2468")
    assert fits("2468", room.desk.pins[team])
    give_pin(room, team, "")
    assert team not in room.desk.pins
    assert kinds(room) == ["open"]


# -- weeks ----------------------------------------------------------------------------------


def test_after_an_undo_every_team_finds_its_sheet_as_it_was() -> None:
    room = a_room(people=2)
    first, second = room.people
    sheet = room.view(first).sheet.carried()
    product = next(iter(sheet.decisions.prices))
    step = room.scenario.rules.price_step
    prices = {**sheet.decisions.prices, product: sheet.decisions.prices[product] + step}
    decided = sheet.decisions.model_copy(update={"prices": prices})
    room.hand_in(first, DecisionSheet(decisions=decided, reason="Coba naik."))
    room.live_week()
    room.keep_desk(replace(room.desk, drafts={second: Draft(2, {"x": "1"})}, clock={"left": 1}))
    assert done(room, "undo") == "Week 1 has been taken back. All teams decide anew."
    assert (room.week, room.lived, room.waiting) == (1, 0, (first, second))
    draft = room.draft(first)
    assert draft is not None
    assert draft[f"prices.{product}"] == f"{prices[product]:,}".replace(",", ".")
    assert draft["reason"] == "Coba naik."
    assert room.draft(second) is None
    assert room.desk.clock == {}


def test_the_game_can_be_made_shorter_and_longer_within_bounds() -> None:
    room = lived(a_room(weeks=4), 2)
    done(room, "weeks", weeks="3")
    assert (room.weeks, room.game.closing) == (3, True)
    for weeks, sentence in (("1", "from 2 to 104 weeks"), ("105", "at most 104")):
        with pytest.raises(NotDone, match=sentence):
            done(room, "weeks", weeks=weeks)
    assert room.weeks == 3


def test_the_game_ends_now_and_can_be_made_longer_again() -> None:
    room = lived(a_room(weeks=4), 2)
    done(room, "end")
    assert room.finished
    assert act(room, "rescue").closed == "The game is over. Make it longer first."
    with pytest.raises(NotDone, match="over already"):
        done(room, "end")
    done(room, "weeks", weeks="4")
    assert not room.finished


def test_only_a_game_that_is_over_is_sealed_and_then_nothing_changes_any_more() -> None:
    room = lived(a_room(weeks=2), 1)
    with pytest.raises(NotDone, match="not over yet"):
        done(room, "seal")
    room.live_week()
    assert room.head in done(room, "seal")
    assert kinds(room)[-1] == "seal"
    assert {each.id for each in acts(room) if not each.closed} == {"league", "pin"}
    with pytest.raises(NotDone, match="sealed"):
        done(room, "undo")
    with pytest.raises(NotDone):
        more_time(replaced_clock(room), 60, NOW)


def replaced_clock(room: Room) -> Room:
    """A class whose timer is running."""
    room.keep_desk(replace(room.desk, clock={"since": NOW, "left": 60, "running": 1}))
    return room


def test_before_the_first_week_nothing_is_taken_back_and_nothing_ended() -> None:
    room = a_room()
    for name in ("undo", "end"):
        with pytest.raises(NotDone, match="No week has been played yet"):
            done(room, name)


def test_what_cannot_be_taken_back_is_asked_once_more() -> None:
    room = lived(a_room(weeks=4), 1)
    assert {each.id for each in acts(room) if each.sure} == {"undo", "end", "seal"}


# -- money, words, settings -------------------------------------------------------------------


def test_a_team_is_helped_with_money() -> None:
    room = a_room()
    team = room.people[1]
    assert "Rp 150.000" in done(room, "rescue", team=team, amount="150 rb")
    assert room.game.state.teams[team].books.balances[Account.RESCUE] == -150_000
    with pytest.raises(NotDone, match="more than 0"):
        done(room, "rescue", team=team, amount="0")


def test_all_teams_are_told_something() -> None:
    room = a_room()
    done(room, "say", text="Lima menit lagi.")
    assert room.game.messages == ((1, "Lima menit lagi."),)


def test_the_ranking_is_a_setting_and_no_part_of_the_game() -> None:
    room = a_room()
    done(room, "league")
    assert room.desk.league
    done(room, "league")
    assert not room.desk.league
    assert kinds(room) == ["open"]
    assert {each.id for each in acts(room) if not each.recorded} == {"league", "pin"}


# -- time -------------------------------------------------------------------------------------


def test_the_first_minutes_set_the_timer_and_more_of_them_are_written() -> None:
    room = a_room()
    more_time(room, 300, NOW)
    assert kinds(room) == ["open"]
    more_time(room, 60, NOW + 100)
    assert told(room)[-1] | {"kind": "time", "seconds": 60, "week": 1} == told(room)[-1]
    present = clock(room)
    assert present is not None
    assert present.remaining(NOW + 100) == 260


def test_the_timer_stops_goes_on_and_ends_with_the_week() -> None:
    room = a_room()
    pause_or_resume(room, NOW)
    assert clock(room) is None
    more_time(room, 300, NOW)
    pause_or_resume(room, NOW + 100)
    pause_or_resume(room, NOW + 1_000)
    present = clock(room)
    assert present is not None
    assert present.remaining(NOW + 1_000) == 200
    room.live_week()
    assert clock(room) is None


# -- what is typed ------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([each.id for each in acts(a_room(people=2))]), st.data())
def test_whatever_is_typed_is_done_or_refused_in_a_sentence(name: str, data: st.DataObject) -> None:
    room = a_room(people=2)
    wanted = act(room, name)
    entries = {
        field.path: data.draw(st.text() | st.sampled_from([field.value, "1", *room.people]))
        for field in wanted.fields
    }
    before = kinds(room)
    refused = None
    try:
        do(room, wanted, entries)
    except NotDone as problem:
        refused = str(problem)
    assert refused is None or (refused.strip() and kinds(room) == before)


def test_a_week_whose_news_is_written_takes_no_act_but_settings(tmp_path: Path) -> None:
    room = a_room(people=2)
    room.game.news_written = True
    open_acts = {each.id for each in acts(room) if not each.closed}
    assert open_acts == {"league", "pin"}
