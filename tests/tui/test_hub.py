"""The classroom page: the next step is always marked, and Enter alone plays the whole game."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rooms import a_room, drive_screen, lived, painted, said
from simpasar.classroom.acts import acts
from simpasar.classroom.desk import Desk
from simpasar.classroom.pins import hashed
from simpasar.classroom.room import Room
from simpasar.classroom.trainer import do
from simpasar.game.record import RecordError
from simpasar.game.replay import read_with_seed, replay
from simpasar.tui.screens.board import BoardScreen
from simpasar.tui.screens.curtain import CurtainScreen
from simpasar.tui.screens.debrief import DebriefScreen
from simpasar.tui.screens.home import HomeScreen
from simpasar.tui.screens.hub import HubScreen
from simpasar.tui.screens.market import MarketScreen
from simpasar.tui.screens.pin import PinScreen
from simpasar.tui.screens.sheet import SheetScreen
from simpasar.tui.widgets.ask import Ask, Tell
from simpasar.tui.widgets.checks import Checks
from simpasar.tui.widgets.menu import Menu

Steps = Callable[[Pilot[None]], Awaitable[None]]

ONWARD = {
    SheetScreen: ("ctrl+s",),
    Checks: ("right", "enter"),
    MarketScreen: ("e", "enter"),
    BoardScreen: ("escape",),
    DebriefScreen: ("escape",),
}
"""The keys that lead on from a page; from all others Enter does."""


def at_hub(room: Room, folder: Path, steps: Steps) -> HubScreen:
    """Let `steps` press keys in the classroom."""
    hub = HubScreen(room)
    drive_screen(hub, folder, steps)
    return hub


async def settled(pilot: Pilot[None]) -> None:
    """Until the week is lived and the page that follows is there."""
    for _turn in range(400):
        await pilot.pause(0.02)
        hubs = [screen for screen in pilot.app.screen_stack if isinstance(screen, HubScreen)]
        if not any(hub.busy and hub.is_active for hub in hubs):
            return


async def onward(pilot: Pilot[None], until: type, *, limit: int = 120) -> list[str]:
    """Go on from page to page until one of a kind is open; the pages on the way."""
    seen: list[str] = []
    for _page in range(limit):
        screen = pilot.app.screen
        if isinstance(screen, until) and seen:
            return seen
        seen.append(type(screen).__name__)
        await pilot.press(*ONWARD.get(type(screen), ("enter",)))
        await settled(pilot)
    raise AssertionError(f"never came to {until.__name__}: {seen[-12:]}")


def marked(hub: HubScreen) -> str | None:
    line = hub.query_one(Menu).marked
    return line.id if line else None


def test_enter_alone_plays_the_game_to_its_sealed_record(tmp_path: Path) -> None:
    path = tmp_path / "a.simpasar.jsonl"
    room = a_room(people=2, path=path, weeks=2)
    marks: list[tuple[str | None, str]] = []
    pages: set[str] = set()

    async def steps(pilot: Pilot[None]) -> None:
        for _page in range(150):
            screen = pilot.app.screen
            if isinstance(screen, HubScreen):
                marks.append((marked(screen), screen.next_step()))
                if screen.room.game.sealed:
                    break
            pages.add(type(screen).__name__)
            await pilot.press(*ONWARD.get(type(screen), ("enter",)))
            await settled(pilot)
        assert room.head in said(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)

    at_hub(room, tmp_path, steps)
    assert [mark for mark, _step in marks] == [step for _mark, step in marks]
    assert {"CurtainScreen", "ResultsScreen", "SheetScreen", "MarketScreen"} <= pages
    assert {"BoardScreen", "DebriefScreen", "Ask"} <= pages
    reading, seed = read_with_seed(path)
    assert reading.sealed
    assert sum(step.outcome is not None for step in replay(reading.entries, seed)) == 2


def test_a_sheet_is_handed_in_by_its_button_as_well(tmp_path: Path) -> None:
    room = a_room(people=1)

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, SheetScreen)
        sheet = pilot.app.screen
        assert isinstance(sheet, SheetScreen)
        await pilot.press("pageup")  # before the first group stands the last
        await pilot.pause()
        await pilot.click("#hand-in")
        await pilot.pause()
        if isinstance(pilot.app.screen, Checks):
            await pilot.press("right", "enter")
            await pilot.pause()
        assert isinstance(pilot.app.screen, HubScreen)
        assert marked(pilot.app.screen) == "market"

    at_hub(room, tmp_path, steps)
    assert room.waiting == ()


def test_a_team_with_a_pin_is_asked_for_it(tmp_path: Path) -> None:
    room = a_room(people=1)
    team = room.people[0]
    room.keep_desk(Desk(pins={team: hashed("4711")}))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PinScreen)
        await pilot.press("1", "2", "3", "4", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PinScreen)
        await pilot.press("4", "7", "1", "1", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SheetScreen)

    at_hub(room, tmp_path, steps)


def test_nobody_gets_past_the_curtain_of_a_team_by_going_back(tmp_path: Path) -> None:
    room = a_room(people=1)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HubScreen)
        assert not pilot.app.screen.busy

    at_hub(room, tmp_path, steps)
    assert room.waiting == room.people


def test_the_market_asks_before_it_opens_without_a_sheet(tmp_path: Path) -> None:
    room = a_room(people=2)

    async def steps(pilot: Pilot[None]) -> None:
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        hub.query_one(Menu).highlighted = 2
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Ask)
        assert room.name(room.people[0]) in said(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert (room.lived, hub.busy) == (0, False)
        hub.query_one(Menu).highlighted = 2
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MarketScreen)

    at_hub(room, tmp_path, steps)
    assert room.lived == 1


def test_keys_pressed_twice_are_one_step(tmp_path: Path) -> None:
    room = a_room(people=1)
    weeks: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, HubScreen)
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        menu = hub.query_one(Menu)
        for _time in range(3):
            menu.action_select()  # three at once, before any of them is done
        await settled(pilot)
        weeks.append(room.lived)
        assert [type(screen) for screen in pilot.app.screen_stack][-2:] == [HubScreen, MarketScreen]

    at_hub(room, tmp_path, steps)
    assert weeks == [1]


def test_a_page_closed_twice_leaves_the_page_below_open(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        curtain = pilot.app.screen
        assert isinstance(curtain, CurtainScreen)
        curtain.dismiss(False)
        curtain.dismiss(False)
        await pilot.pause()
        assert isinstance(pilot.app.screen, HubScreen)

    at_hub(a_room(people=1), tmp_path, steps)


def test_a_sheet_can_be_changed_until_the_market_opens(tmp_path: Path) -> None:
    room = a_room(people=1)
    team = room.people[0]

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, HubScreen)
        first = room.game.sheets[team]
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        assert "Ubah lembar" in said(pilot.app)
        hub.query_one(Menu).highlighted = 0
        await onward(pilot, SheetScreen)
        await pilot.press("plus")
        await onward(pilot, HubScreen)
        assert room.game.sheets[team] != first

    at_hub(room, tmp_path, steps)


def test_after_an_undo_every_team_finds_its_sheet_filled_in_as_it_was(tmp_path: Path) -> None:
    room = a_room(people=1, weeks=3)
    team = room.people[0]
    typed: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, SheetScreen)
        await pilot.press("plus", "plus")
        await pilot.pause()
        sheet = pilot.app.screen
        assert isinstance(sheet, SheetScreen)
        path = sheet.field.path
        typed.append(sheet.entries[path])
        await onward(pilot, MarketScreen)
        await onward(pilot, HubScreen)
        undo = next(act for act in acts(room) if act.id == "undo")
        entries = {field.path: field.value for field in undo.fields}
        do(room, undo, {**entries, "reason": "listrik padam"})
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        hub.look()
        assert (room.week, marked(hub)) == (1, f"turn-{team}")
        await onward(pilot, SheetScreen)
        again = pilot.app.screen
        assert isinstance(again, SheetScreen)
        typed.append(again.entries[path])

    at_hub(room, tmp_path, steps)
    assert typed[0] == typed[1]


def test_a_week_that_cannot_be_written_says_so_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = a_room(people=1)
    append = room.game.writer.append

    def full(*_entries: object) -> str:
        raise RecordError("disk penuh")

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, HubScreen)
        monkeypatch.setattr(room.game.writer, "append", full)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Tell)
        assert "disk penuh" in said(pilot.app)
        assert room.lived == 0
        await pilot.press("enter")
        await pilot.pause()
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        assert marked(hub) == "market"
        monkeypatch.setattr(room.game.writer, "append", append)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MarketScreen)

    at_hub(room, tmp_path, steps)
    assert room.lived == 1


def test_a_sheet_that_is_in_the_record_is_in_though_the_desk_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = a_room(people=1, path=tmp_path / "a.simpasar.jsonl")

    def full(*_desk: object) -> None:
        raise OSError("disk penuh")

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, SheetScreen)
        monkeypatch.setattr("simpasar.classroom.room.write_desk", full)
        await onward(pilot, HubScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MarketScreen)

    at_hub(room, tmp_path, steps)
    assert room.lived == 1
    room.close()


def test_a_class_that_went_home_in_mid_week_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.simpasar.jsonl"
    room = a_room(people=2, path=path)
    waiting: list[tuple[str, ...]] = []

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, SheetScreen)
        await onward(pilot, CurtainScreen)  # of the second team
        await pilot.press("escape")
        await pilot.pause()
        waiting.append(room.waiting)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        waiting.append(hub.room.waiting)
        assert marked(hub) == f"turn-{room.people[1]}"
        hub.room.close()

    at_hub(room, tmp_path, steps)
    assert waiting == [(room.people[1],)] * 2


def test_a_team_that_comes_late_gets_a_turn(tmp_path: Path) -> None:
    room = lived(a_room(people=1), 1)
    late = next(act for act in acts(room) if act.id == "late")
    entries = {field.path: field.value for field in late.fields}

    async def steps(pilot: Pilot[None]) -> None:
        assert do(room, late, {**entries, "name": "Terlambat", "reason": "macet"})
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        hub.look()
        await pilot.pause()
        assert "Giliran Tim Terlambat" in said(pilot.app)
        seen = await onward(pilot, MarketScreen)
        assert seen.count("SheetScreen") == 2

    at_hub(room, tmp_path, steps)


def test_what_the_trainer_says_to_all_stands_in_the_classroom_and_on_the_curtain(
    tmp_path: Path,
) -> None:
    room = a_room(people=1)
    room.game.say("Istirahat jam sepuluh")

    async def steps(pilot: Pilot[None]) -> None:
        assert "Istirahat jam sepuluh" in said(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Istirahat jam sepuluh" in said(pilot.app)

    at_hub(room, tmp_path, steps)


def test_practice_is_played_through_and_leaves_no_file(tmp_path: Path) -> None:
    room = a_room(people=1, weeks=1)

    async def steps(pilot: Pilot[None]) -> None:
        await onward(pilot, HomeScreen)

    at_hub(room, tmp_path, steps)
    assert room.lived == 1
    assert list(tmp_path.iterdir()) == []


def test_the_language_can_be_changed_while_the_market_runs(tmp_path: Path) -> None:
    room = lived(a_room(people=1), 1)

    async def steps(pilot: Pilot[None]) -> None:
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        hub.watch_market()
        await pilot.pause(0.3)
        for _turn in range(4):
            await pilot.press("ctrl+l")
        await pilot.pause(0.3)
        assert isinstance(pilot.app.screen, MarketScreen)
        assert "Bantuan" in painted(pilot.app)

    at_hub(room, tmp_path, steps)
