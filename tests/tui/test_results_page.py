"""The results of a team on screen: four parts, each of one page, and on to the sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from rooms import COMPATIBLE, a_room, drive_screen, lived, painted, said
from simpasar.classroom.room import Room
from simpasar.money import grouped
from simpasar.tui.screens.results import ResultsScreen
from simpasar.tui.widgets.tables import Table

SIZES = [(80, 24), (120, 40)]


def a_class(weeks: int = 2, name: str = "dapur-bersama-lebaran") -> Room:
    return lived(a_room(name, people=3), weeks)


def page(room: Room) -> ResultsScreen:
    return ResultsScreen(room, room.people[1])


@pytest.mark.parametrize("size", SIZES)
def test_the_figures_of_the_week_are_those_of_the_team(
    size: tuple[int, int], tmp_path: Path
) -> None:
    room = a_class()
    figures = room.game.state.teams[room.people[1]].history[-1].figures
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(said(pilot.app))

    drive_screen(page(room), tmp_path, steps, size=size)
    for amount in (figures.revenue, figures.profit, figures.cash):
        assert grouped(amount) in seen[0]
    assert f"Nomor saksi minggu ini: {room.head}" in seen[0]
    others = {room.name(team) for team in room.scenario.teams} - {room.name(room.people[1])}
    assert not any(f"Hasil Tim {name}" in seen[0] for name in others)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["warung-pertama", "pasar-pagi", "malam-bkt"])
def test_no_part_needs_more_than_one_page_of_scrolling(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    room = a_class(3, name)
    too_long: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        for part in range(4):
            await pilot.app.screen.action_tab(part)  # type: ignore[attr-defined]
            await pilot.pause()
            inside = pilot.app.screen.query_one("#page")
            if inside.virtual_size.height > 2 * inside.size.height:
                too_long.append(part)

    drive_screen(page(room), tmp_path, steps, size=size)
    assert too_long == []


def test_the_arrows_turn_the_parts_round_and_round(tmp_path: Path) -> None:
    opened: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for key in ("right", "right", "right", "right", "left"):
            await pilot.press(key)
            await pilot.pause()
            [table, *_more] = pilot.app.screen.query(Table)
            opened.append(str(table.id))

    drive_screen(page(a_class()), tmp_path, steps)
    assert opened == ["cash-book", "profit", "goods", "money", "goods"]


def test_a_part_is_opened_by_a_click_on_its_name(tmp_path: Path) -> None:
    opened: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        line = painted(pilot.app).splitlines()[1]
        await pilot.click(offset=(line.index("Buku") + 1, 1))
        await pilot.pause()
        opened.append(str(pilot.app.screen.query(Table).first().id))

    drive_screen(page(a_class()), tmp_path, steps)
    assert opened == ["cash-book"]


def test_the_cash_book_ends_with_the_cash_of_sunday(tmp_path: Path) -> None:
    room = a_class()
    seen: list[tuple[str, ...]] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("right")
        await pilot.pause()
        seen.extend(map(tuple, pilot.app.screen.query_one("#cash-book", Table).rows))

    drive_screen(page(room), tmp_path, steps)
    cash = room.game.state.teams[room.people[1]].history[-1].figures.cash
    assert seen[-1][-1] == grouped(cash)
    assert seen[0][0].strip() == "Kas awal minggu"


@pytest.mark.parametrize(("key", "read"), [("enter", True), ("escape", False)])
def test_enter_goes_on_and_esc_goes_back(key: str, read: bool, tmp_path: Path) -> None:
    given: list[object] = []
    screen = page(a_class())

    async def steps(pilot: Pilot[None]) -> None:
        pilot.app.pop_screen()
        await pilot.app.push_screen(screen, given.append)
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()

    drive_screen(page(a_class()), tmp_path, steps)
    assert given == [read]


@pytest.mark.parametrize(
    ("name", "weeks", "label"),
    [("warung-pertama", 1, "Lanjut ke lembar keputusan"), ("warung-pertama", 3, "Selesai")],
)
def test_the_button_says_what_comes_next(name: str, weeks: int, label: str, tmp_path: Path) -> None:
    labels: list[str] = []
    room = lived(a_room(name), weeks)

    async def steps(pilot: Pilot[None]) -> None:
        button = pilot.app.screen.query_one("#on", Button)
        labels.append(str(button.label))
        await pilot.click("#on")
        await pilot.pause()
        labels.append(type(pilot.app.screen).__name__)

    drive_screen(page(room), tmp_path, steps)
    assert labels == [label, "HomeScreen"]


def test_after_an_undo_the_week_before_is_shown(tmp_path: Path) -> None:
    room = a_class(2)
    first = room.game.past[0].teams[room.people[1]].history[-1].figures.cash
    room.game.undo("Salah.")
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(said(pilot.app))
        await pilot.press("right")
        await pilot.pause()
        seen.append(pilot.app.screen.query_one("#cash-book", Table).rows[-1][-1])

    drive_screen(page(room), tmp_path, steps, look=COMPATIBLE)
    assert "minggu 1 dari 8" in seen[0]
    assert seen[1] == grouped(first)
