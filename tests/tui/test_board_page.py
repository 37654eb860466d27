"""The class board on the projector: the yardstick comes from a worker, nobody is shamed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rooms import COMPATIBLE, NORMAL, a_room, drive_screen, lived, painted, said
from simpasar.classroom.room import Room
from simpasar.classroom.yardstick import season_of
from simpasar.tui.look import Look
from simpasar.tui.screens.board import BoardScreen
from simpasar.tui.widgets.track import track


def a_class(weeks: int = 2) -> Room:
    return lived(a_room("dapur-bersama-lebaran", people=3), weeks)


async def reckoned(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def test_the_board_opens_before_the_yardstick_is_known_and_shows_it_then(tmp_path: Path) -> None:
    room = a_class()
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(said(pilot.app))
        await reckoned(pilot)
        seen.append(said(pilot.app))

    screen = BoardScreen(room)
    assert screen.gains is None
    drive_screen(screen, tmp_path, steps)
    assert screen.gains == room.par.known(season_of(room.game))
    assert "patokan" in seen[1]
    assert "Patokan sedang dihitung" not in seen[1]
    assert all(room.name(team) in seen[1] for team in room.scenario.teams)


def test_a_board_whose_yardstick_is_known_reckons_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = a_class()
    room.par.follow(season_of(room.game))
    asked: list[str] = []
    monkeypatch.setattr(BoardScreen, "reckon", lambda self: asked.append("par"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()

    drive_screen(BoardScreen(room), tmp_path, steps)
    assert asked == []


@pytest.mark.parametrize("look", [NORMAL, COMPATIBLE], ids=["normal", "compatible"])
def test_without_the_setting_no_figure_and_no_place_of_a_team_is_shown(
    look: Look, tmp_path: Path
) -> None:
    room = a_class()
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await reckoned(pilot)
        seen.append(painted(pilot.app))

    drive_screen(BoardScreen(room), tmp_path, steps, look=look)
    lines = seen[0].splitlines()
    at = [
        next(i for i, line in enumerate(lines) if room.name(t) in line) for t in room.scenario.teams
    ]
    assert at == sorted(at)
    assert not any(digit in lines[i] for i in at for digit in "0123456789")


def test_with_the_setting_teams_are_ranked_by_their_difference(tmp_path: Path) -> None:
    room = a_class()
    room.keep_desk(replace(room.desk, league=True))
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await reckoned(pilot)
        seen.append(painted(pilot.app))

    drive_screen(BoardScreen(room), tmp_path, steps)
    ranked = [
        line.split(".")[0].strip() for line in seen[0].splitlines() if "┼" in line or "●" in line
    ]
    assert ranked == ["1", "2", "3", "4", "5", "6"]
    assert "Urutan menurut rupiah" in said_of(seen[0])


def said_of(text: str) -> str:
    return " ".join(text.split())


def test_the_arrows_turn_to_the_neighbourhood_and_the_news(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for key in ("right", "right", "right", "left"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(said(pilot.app))

    drive_screen(BoardScreen(a_class()), tmp_path, steps)
    assert "Hari kerja pembantu yang diupah" in seen[0]
    assert "■ Cuaca:" in seen[1]
    assert "Semua tim bersama-sama" in seen[2]
    assert "■ Cuaca:" in seen[3]


def test_a_board_left_while_it_reckons_does_no_harm(tmp_path: Path) -> None:
    left: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        await reckoned(pilot)
        left.append(type(pilot.app.screen).__name__)

    drive_screen(BoardScreen(a_class(1)), tmp_path, steps)
    assert left == ["HomeScreen"]


@pytest.mark.parametrize(
    ("difference", "scale", "line"),
    [
        (0, 100, "─────●─────"),
        (100, 100, "─────┼────●"),
        (-100, 100, "●────┼─────"),
        (900, 100, "─────┼────●"),
        (50, 100, "─────┼─●───"),
        (None, 100, "─────┼─────"),
        (5, 0, "─────┼────●"),
    ],
)
def test_a_track_has_the_yardstick_in_its_middle(
    difference: int | None, scale: int, line: str
) -> None:
    assert track(difference, scale, 11) == line
