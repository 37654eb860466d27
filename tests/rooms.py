"""What tests of screens share: classes, an app on a terminal of any size, what is painted on it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from simpasar.classroom.desk import Desk
from simpasar.classroom.room import Plan, Room
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario
from simpasar.tui.app import SimpasarApp
from simpasar.tui.look import Look

NORMAL = Look(compatible=False, colour=True, reason="asked")
COMPATIBLE = Look(compatible=True, colour=True, reason="asked")

Steps = Callable[[Pilot[None]], Awaitable[None]]


def painted(app: App[None]) -> str:
    """What stands on the screen now, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def said(app: App[None]) -> str:
    """The words on the screen in one line, without its boxes."""
    return " ".join(re.sub("[│║┌┐└┘─═╔╗╚╝]", " ", painted(app)).split())


def drive(app: SimpasarApp, steps: Steps, *, size: tuple[int, int] = (80, 24)) -> SimpasarApp:
    """Run an app without a terminal, and let `steps` press its keys."""

    async def play() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(play())
    return app


def drive_screen(
    screen: Screen,
    folder: Path,
    steps: Steps,
    *,
    size: tuple[int, int] = (80, 24),
    look: Look = NORMAL,
) -> SimpasarApp:
    """Run the app with `screen` on top of the home screen."""

    async def on_top(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(screen)
        await pilot.pause()
        await steps(pilot)

    return drive(SimpasarApp(folder, look), on_top, size=size)


def shipped(name: str = "warung-pertama") -> Scenario:
    """A scenario that ships."""
    return load(find(name))


def a_room(
    name: str = "warung-pertama",
    people: int = 2,
    path: Path | None = None,
    desk: Desk | None = None,
    weeks: int | None = None,
    seed: int = 7,
) -> Room:
    """A class of a shipped scenario, people in its first seats; kept in memory without a file."""
    scenario = shipped(name)
    bots = {
        team: None if number < people else seat.bot
        for number, (team, seat) in enumerate(scenario.teams.items())
    }
    plan = Plan(scenario, bots, {}, weeks)
    if path is None:
        room = Room.practise(plan, seed)
        room.keep_desk(desk or Desk())
        return room
    return Room.begin(plan, path, desk or Desk(), seed)


def lived(room: Room, weeks: int) -> Room:
    """A class some weeks later, its teams having changed nothing."""
    for _week in range(weeks):
        room.live_week()
    return room
