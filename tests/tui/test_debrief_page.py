"""The debrief on the projector: a question, and what the class's own weeks show."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from rooms import COMPATIBLE, a_room, drive_screen, lived, painted, said
from simpasar.classroom.room import Room
from simpasar.tui.screens.debrief import DebriefScreen


def a_class(name: str = "dapur-bersama-lebaran", weeks: int = 3) -> Room:
    return lived(a_room(name, people=3), weeks)


def test_questions_go_round_by_keys_and_bring_their_evidence(tmp_path: Path) -> None:
    room = a_class()
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(said(pilot.app))
        for key in ("right", "n", "n", "right", "right", "left", "b"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(said(pilot.app))

    drive_screen(DebriefScreen(room), tmp_path, steps)
    asked = [next(n for n in range(1, 6) if f"{n}/5 " in text) for text in seen]
    assert asked == [1, 2, 3, 4, 5, 1, 5, 4]
    assert "►Patungan◄" in seen[0]
    assert "►Pinjaman◄" in seen[2]
    assert "►Di rumah◄" in seen[3]
    for question, text in zip(room.scenario.debrief, seen, strict=False):
        assert " ".join(question.of("id").split()) in text


def test_questions_can_be_turned_with_the_mouse_alone(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for button in ("#next", "#next", "#before"):
            await pilot.click(button)
            await pilot.pause(0.3)  # a button rests a moment after each press
            seen.append(said(pilot.app))

    drive_screen(DebriefScreen(a_class()), tmp_path, steps)
    assert ["2/5 " in seen[0], "3/5 " in seen[1], "2/5 " in seen[2]] == [True] * 3


def test_other_evidence_is_shown_beside_the_same_question(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await pilot.pause()
        seen.append(said(pilot.app))
        lines = painted(pilot.app).splitlines()
        row = next(i for i, line in enumerate(lines) if "Terbuang" in line)
        await pilot.click(offset=(lines[row].index("Terbuang") + 1, row))
        await pilot.pause()
        seen.append(said(pilot.app))

    drive_screen(DebriefScreen(a_class()), tmp_path, steps, look=COMPATIBLE)
    assert "1/5 " in seen[0]
    assert "►Pinjaman◄" in seen[0]
    assert "1/5 " in seen[1]
    assert "►Terbuang◄" in seen[1]
    assert "█" in seen[1]


@pytest.mark.parametrize("name", ["warung-pertama", "pasar-pagi", "malam-bkt"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_no_evidence_needs_more_than_one_page_of_scrolling(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    too_long: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        for number in range(len(screen.debrief().kinds)):
            await screen.action_tab(number)
            await pilot.pause()
            page = screen.query_one("#page")
            if page.virtual_size.height > 2 * page.size.height:
                too_long.append(number)

    drive_screen(DebriefScreen(a_class(name)), tmp_path, steps, size=size)
    assert too_long == []


def test_a_scenario_without_questions_shows_its_weeks_all_the_same(tmp_path: Path) -> None:
    room = a_class("warung-pertama", 1)
    bare = room.scenario.model_copy(update={"debrief": ()})
    room.game.setup = type(room.game.setup)(bare, room.game.setup.weeks, room.game.setup.bots)
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("right")
        await pilot.press("e")
        await pilot.pause()
        seen.append(said(pilot.app))

    drive_screen(DebriefScreen(room), tmp_path, steps)
    assert "Apa yang kita pelajari?" in seen[0]
    assert "►Kehabisan◄" in seen[0]


def test_the_language_changes_and_the_question_stays(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("right", "right", "ctrl+l")
        await pilot.pause()
        seen.append(said(pilot.app))

    drive_screen(DebriefScreen(a_class()), tmp_path, steps)
    assert "3/5 Which loan was advertised best" in seen[0]
    assert "►Loans◄" in seen[0]
