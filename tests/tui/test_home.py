"""Home, the shelf, and forming the teams of a new class."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from gallery import games
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Static

from rooms import NORMAL, drive, drive_screen, painted, said, shipped
from simpasar import i18n
from simpasar.classroom.shelf import saved_games
from simpasar.game.record import read
from simpasar.tui.app import SimpasarApp
from simpasar.tui.screens.home import HomeScreen
from simpasar.tui.screens.hub import HubScreen
from simpasar.tui.screens.saved import SavedScreen
from simpasar.tui.screens.setup import ScenarioScreen, SetupScreen
from simpasar.tui.widgets.menu import Menu

Steps = Callable[[Pilot[None]], Awaitable[None]]


def at_home(folder: Path, steps: Steps) -> SimpasarApp:
    return drive(SimpasarApp(folder, NORMAL), steps)


async def patience(pilot: Pilot[None]) -> None:
    """Until everything that works in the background is done."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


# -- home ---------------------------------------------------------------------------------


def test_a_new_laptop_offers_a_new_game_first(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await patience(pilot)
        seen.append(type(pilot.app.screen).__name__)

    at_home(tmp_path, steps)
    assert seen == [ScenarioScreen.__name__]


def test_enter_goes_on_with_the_newest_game(tmp_path: Path) -> None:
    games(tmp_path)
    weeks: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await patience(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, HubScreen)
        weeks.append(screen.room.week)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)

    at_home(tmp_path, steps)
    assert weeks == [3]


def test_a_game_that_was_changed_says_so_and_home_stays(tmp_path: Path) -> None:
    games(tmp_path)
    path = tmp_path / "a.simpasar.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"by":"bot', b'"by":"bit', 1))
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await patience(pilot)
        seen.append(said(pilot.app))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)

    at_home(tmp_path, steps)
    assert "baris ini telah diubah" in seen[0]


@pytest.mark.parametrize(("line", "screen"), [("saved", SavedScreen), ("new", ScenarioScreen)])
def test_the_mouse_alone_opens_what_it_clicks(line: str, screen: type, tmp_path: Path) -> None:
    games(tmp_path)
    label = {"saved": "Semua permainan", "new": "Permainan baru"}[line]

    async def steps(pilot: Pilot[None]) -> None:
        lines = painted(pilot.app).splitlines()
        row = next(i for i, text in enumerate(lines) if label in text)
        await pilot.click(offset=(lines[row].index(label), row))
        await pilot.pause()
        assert isinstance(pilot.app.screen, screen)

    app = at_home(tmp_path, steps)
    assert app.mistake is None


def test_home_changes_its_language(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "Welcome!" in painted(pilot.app)

    at_home(tmp_path, steps)
    assert i18n.language() == "en"


def test_home_offers_the_language_that_is_not_spoken(tmp_path: Path) -> None:
    offered: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for _turn in range(2):
            offered.append(pilot.app.screen.query_one(Menu).choices["language"].label)
            await pilot.press("ctrl+l")
            await pilot.pause()

    at_home(tmp_path, steps)
    assert offered == ["English", "Bahasa Indonesia"]


def test_home_is_left_by_its_last_line(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("end", "enter")
        await pilot.pause()

    app = at_home(tmp_path, steps)
    assert app.return_code == 0


def test_a_practice_week_leaves_nothing_behind(tmp_path: Path) -> None:
    weeks: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("down", "enter")
        await patience(pilot)
        await pilot.press("enter")
        await patience(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, HubScreen)
        weeks.append(screen.room.weeks)
        assert len(screen.room.people) == 1

    at_home(tmp_path, steps)
    assert weeks == [1]
    assert list(tmp_path.iterdir()) == []


# -- the shelf ----------------------------------------------------------------------------


def test_the_shelf_gives_back_the_game_that_was_chosen(tmp_path: Path) -> None:
    on_shelf = games(tmp_path)
    chosen: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(SavedScreen(on_shelf), chosen.append)
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.app.push_screen(SavedScreen(on_shelf), chosen.append)
        await pilot.press("escape")
        await pilot.pause()

    at_home(tmp_path, steps)
    assert chosen == [on_shelf[1], None]


# -- a new class --------------------------------------------------------------------------


def test_a_class_begins_with_the_teams_as_they_were_filled_in(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        first = next(iter(shipped("pasar-pagi").teams))
        screen.query_one(f"#name-{first}", Input).value = "Sari Rasa"
        screen.query_one(f"#pin-{first}", Input).value = "1234"
        screen.query_one("#trainer", Input).value = "998877"
        await pilot.click("#fewer")
        await pilot.press("ctrl+s")
        await patience(pilot)
        hub = pilot.app.screen
        assert isinstance(hub, HubScreen)
        assert len(hub.room.people) == 3
        assert hub.room.name(first) == "Sari Rasa"
        assert set(hub.room.desk.pins) == {first}
        assert hub.room.desk.trainer

    drive_screen(SetupScreen(tmp_path, shipped("pasar-pagi")), tmp_path, steps)
    (game,) = saved_games(tmp_path)
    assert (game.lived, len(game.teams)) == (0, 3)
    assert b"998877" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert read(game.path).entries[0]["kind"] == "open"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("pin", "12", "PIN terdiri dari 4 sampai 6 angka"),
        ("trainer", "123", "PIN pelatih 4 sampai 6 angka"),
        ("name", "Cempaka", "Ada dua tim bernama sama"),
    ],
)
def test_what_is_missing_is_said_and_nothing_begins(
    field: str, value: str, sentence: str, tmp_path: Path
) -> None:
    sentences: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        first = next(iter(shipped("pasar-pagi").teams))
        name = "#trainer" if field == "trainer" else f"#{field}-{first}"
        pilot.app.screen.query_one(name, Input).value = value
        await pilot.pause()
        await pilot.click("#start")
        await pilot.pause()
        sentences.append(str(pilot.app.screen.query_one("#problem", Static).render()))

    drive_screen(SetupScreen(tmp_path, shipped("pasar-pagi")), tmp_path, steps)
    assert sentence in sentences[0]
    assert list(tmp_path.iterdir()) == []


def test_the_last_team_of_people_stays(tmp_path: Path) -> None:
    counts: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, SetupScreen)
        for _time in range(9):
            await pilot.click("#fewer")
            await pilot.pause()
        counts.append(screen.count)
        for _time in range(9):
            await pilot.click("#more")
            await pilot.pause()
        counts.append(screen.count)

    drive_screen(SetupScreen(tmp_path, shipped("pasar-pagi")), tmp_path, steps)
    assert counts == [1, 6]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    sentences: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+s")
        await patience(pilot)
        sentences.append(str(pilot.app.screen.query_one("#problem", Static).render()))

    drive_screen(SetupScreen(blocked, shipped()), tmp_path, steps)
    assert "tidak bisa disimpan di" in sentences[0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names=st.lists(st.text(max_size=30), min_size=3, max_size=3), pin=st.text(max_size=8))
def test_rubbish_in_every_field_never_breaks_the_page(names: list[str], pin: str) -> None:
    scenario = shipped()
    i18n.use("id")

    async def steps() -> list[str]:
        app = SimpasarApp(Path("/nowhere"), NORMAL)
        async with app.run_test(size=(80, 24)) as pilot:
            screen = SetupScreen(Path("/nowhere"), scenario)
            await app.push_screen(screen)
            await pilot.pause()
            for team, name in zip(scenario.teams, names, strict=True):
                screen.query_one(f"#name-{team}", Input).value = name
                screen.query_one(f"#pin-{team}", Input).value = pin
            await pilot.pause()
            return [screen.problem(), painted(app)]

    problem, picture = asyncio.run(steps())
    assert "Mulai permainan" in picture
    assert problem == "" or problem.endswith(".")
