"""What tests of the decision sheet share: a sheet on its screen, and typing into it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from rooms import a_room, drive_screen
from simpasar.classroom.room import Room
from simpasar.tui.screens.sheet import SheetScreen
from simpasar.tui.widgets.fields import FieldRow, row_id

Walk = Callable[[Pilot[None], SheetScreen], Awaitable[None]]


def at_the_sheet(
    walk: Walk,
    folder: Path,
    room: Room | None = None,
    size: tuple[int, int] = (80, 24),
) -> SheetScreen:
    """Open the first team's sheet and do something with it."""
    room = room or a_room("pasar-pagi")
    screen = SheetScreen(room, room.people[0])

    async def steps(pilot: Pilot[None]) -> None:
        await walk(pilot, screen)

    drive_screen(screen, folder, steps, size=size)
    return screen


def row(screen: SheetScreen, path: str) -> FieldRow:
    return screen.query_one(f"#{row_id(path)}", FieldRow)


async def say(pilot: Pilot[None], text: str) -> None:
    """Type a text over what is there."""
    await pilot.press("end", "ctrl+u", *(sign if sign != "." else "full_stop" for sign in text))
    await pilot.pause()
