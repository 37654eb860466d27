"""Pictures of the screens for the README, painted by the screens themselves.

Run as `make pictures` after a page has changed. A class of two teams plays two
weeks of pasar-pagi under a fixed seed.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from simpasar import i18n
from simpasar.classroom.market import last_market
from simpasar.classroom.room import Plan, Room
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.tui.app import SimpasarApp
from simpasar.tui.look import Look
from simpasar.tui.screens.market import MarketScreen
from simpasar.tui.screens.sheet import SheetScreen

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SEED = 7
BREAKFAST = 7 * 3600 + 25 * 60
"""Seconds after midnight: every stall is open and busy."""


def a_class() -> Room:
    """Two teams of people after two weeks in which they changed nothing."""
    scenario = load(find("pasar-pagi"))
    bots = {
        team: None if number < 2 else seat.bot
        for number, (team, seat) in enumerate(scenario.teams.items())
    }
    room = Room.practise(Plan(scenario, bots, {}), SEED)
    for _week in range(2):
        room.live_week()
    return room


def sheet() -> Screen[bool]:
    """The decision sheet of the first team."""
    room = a_class()
    return SheetScreen(room, room.people[0])


def market() -> Screen[bool]:
    """The market at breakfast on a Monday."""
    week = last_market(a_class().game)
    assert week is not None
    return MarketScreen(week, day=0, second=BREAKFAST, playing=False)


PICTURES: dict[str, Callable[[], Screen[bool]]] = {"sheet": sheet, "market": market}


async def painted(page: Callable[[], Screen[bool]], folder: Path) -> str:
    """A page as SVG, without the fonts that it would fetch from elsewhere."""
    app = SimpasarApp(folder, Look(compatible=False, colour=True, reason="asked"))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(page())
        await pilot.pause(0.5)
        picture = app.export_screenshot(title="simpasar", simplify=True)
    return re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)


def main() -> int:
    """Paint every picture in both languages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, page in PICTURES.items():
            for language in i18n.LANGUAGES:
                i18n.use(language)
                svg = asyncio.run(painted(page, Path(folder)))
                (FOLDER / f"{name}.{language}.svg").write_text(svg, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
