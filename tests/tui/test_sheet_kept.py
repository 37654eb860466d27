"""What becomes of a decision sheet: kept while it is typed, checked, and handed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheets import at_the_sheet, say
from textual.pilot import Pilot

from rooms import a_room, painted
from simpasar import i18n
from simpasar.classroom.desk import read_desk
from simpasar.classroom.filling import entries_of
from simpasar.classroom.room import Room
from simpasar.tui.screens.sheet import SheetScreen

# -- keeping ------------------------------------------------------------------------------


def test_what_is_typed_is_on_the_disk_when_the_field_is_left(tmp_path: Path) -> None:
    path = tmp_path / "kelas.simpasar.jsonl"
    room = a_room("pasar-pagi", path=path)
    kept: list[str] = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await say(pilot, "13rb")
        await pilot.press("down")
        await pilot.pause()
        kept.append(read_desk(path).drafts[screen.team].entries["prices.bir_pletok"])
        await say(pilot, "6")
        await pilot.pause(1.0)
        kept.append(read_desk(path).drafts[screen.team].entries["prices.wedang_jahe"])

    at_the_sheet(walk, tmp_path, room)
    room.close()
    assert kept[0] in ("13rb", "13.000")
    assert kept[1] == "6"


def test_a_draft_is_there_again_and_a_sheet_handed_in_too(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    team = room.people[0]

    async def leave(pilot: Pilot[None], screen: SheetScreen) -> None:
        await say(pilot, "1 3")
        await pilot.press("escape")

    at_the_sheet(leave, tmp_path, room)
    assert SheetScreen(room, team).entries["prices.bir_pletok"] == "1 3"

    async def hand_in(pilot: Pilot[None], screen: SheetScreen) -> None:
        await say(pilot, "16000")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()

    at_the_sheet(hand_in, tmp_path, room)
    assert room.draft(team) is None
    again = SheetScreen(room, team)
    assert again.entries == entries_of(again.form, room.game.sheets[team])
    assert again.entries["prices.bir_pletok"] == "16.000"


def test_a_sheet_that_was_only_looked_at_leaves_no_draft(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await pilot.press("enter", "enter", "pagedown", "escape")

    screen = at_the_sheet(walk, tmp_path, room)
    assert room.draft(screen.team) is None


def test_a_disk_that_is_full_is_said_and_nothing_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = a_room("pasar-pagi")
    said: list[str] = []

    def full(*_args: object) -> None:
        raise OSError("penuh")

    monkeypatch.setattr(room, "keep_draft", full)

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        monkeypatch.setattr(screen, "notify", lambda text, **_more: said.append(text))
        await say(pilot, "13000")
        await pilot.press("down", "5")
        await pilot.pause()

    screen = at_the_sheet(walk, tmp_path, room)
    assert set(said) == {"Ketikan tidak bisa disimpan: penuh"}  # as often as it was tried
    assert screen.entries["prices.wedang_jahe"] == "5"


# -- handing in ---------------------------------------------------------------------------


def answered(room: Room, tmp_path: Path, path: str, text: str, *keys: str) -> tuple[str, str]:
    """Type `text`, hand in, press `keys`: what the dialog said, and the field one is at then."""
    seen: list[str] = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await screen.go_to(path)
        await say(pilot, text)
        await screen.go_to("reason")
        await pilot.press("ctrl+s")
        await pilot.pause()
        seen.append(painted(pilot.app))
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()
        seen.append(screen.field.path)

    at_the_sheet(walk, tmp_path, room)
    return seen[0], seen[1]


def test_what_cannot_be_read_cannot_be_handed_in_and_enter_leads_to_it(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    said, at = answered(room, tmp_path, "prices.wedang_jahe", "lima", "enter")
    assert "Belum bisa diserahkan" in said
    assert "Memang begitu" not in said
    assert at == "prices.wedang_jahe"
    assert not room.game.sheets


def test_what_is_impossible_cannot_be_handed_in_and_enter_leads_to_it(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    said, at = answered(room, tmp_path, "prices.wedang_jahe", "500", "enter")
    assert "Belum bisa diserahkan" in said
    assert at == "prices.wedang_jahe"
    assert not room.game.sheets


def test_a_slip_is_asked_about_and_may_be_meant(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    said, at = answered(room, tmp_path, "drawings", "6.000.000", "enter")
    assert "Memang begitu" in said
    assert at == "drawings"
    assert not room.game.sheets
    said, _at = answered(room, tmp_path, "drawings", "6.000.000", "right", "enter")
    assert room.game.sheets[room.people[0]].decisions.drawings == 6_000_000


def test_the_remarks_are_said_in_the_language_that_is_spoken_then(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await say(pilot, "lima")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.app.run_action("language")
        await pilot.pause()
        seen.append(painted(pilot.app))
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen

    at_the_sheet(walk, tmp_path)
    i18n.use("id")
    assert "This cannot be handed in yet:" in seen[0]
    assert "Prices, Bir pletok" in seen[0]


def test_a_whole_sheet_goes_in_without_a_question(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    handed: list[bool | None] = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        for path, text in (("forecast.units", "300"), ("forecast.cash", "2 jt"), ("reason", "ok")):
            await screen.go_to(path)
            await say(pilot, text)
        await pilot.press("ctrl+s")
        await pilot.pause()
        handed.append(screen.is_attached)

    at_the_sheet(walk, tmp_path, room)
    sheet = room.game.sheets[room.people[0]]
    assert sheet.forecast is not None
    assert (sheet.forecast.units, sheet.forecast.cash, sheet.reason) == (300, 2_000_000, "ok")
    assert handed == [False]
