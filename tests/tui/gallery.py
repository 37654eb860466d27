"""Every page of the game, each with something to show: what is looked at and walked through."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.screen import Screen

from rooms import a_room, lived, shipped
from simpasar.classroom.market import last_market
from simpasar.classroom.room import Room
from simpasar.classroom.shelf import SavedGame, saved_games
from simpasar.classroom.yardstick import season_of
from simpasar.review.whatif_sheet import Otherwise
from simpasar.tui.screens.board import BoardScreen
from simpasar.tui.screens.curtain import CurtainScreen
from simpasar.tui.screens.debrief import DebriefScreen
from simpasar.tui.screens.glossary import GlossaryScreen
from simpasar.tui.screens.help import HelpScreen
from simpasar.tui.screens.home import HomeScreen
from simpasar.tui.screens.hub import HubScreen
from simpasar.tui.screens.market import MarketScreen
from simpasar.tui.screens.meeting import MeetingScreen
from simpasar.tui.screens.pin import PinScreen
from simpasar.tui.screens.replay import ReplayScreen
from simpasar.tui.screens.results import ResultsScreen
from simpasar.tui.screens.saved import SavedScreen
from simpasar.tui.screens.setup import ScenarioScreen, SetupScreen
from simpasar.tui.screens.sheet import SheetScreen
from simpasar.tui.screens.trainer import TrainerScreen
from simpasar.tui.screens.whatif import WhatIfResultScreen, WhatIfScreen

Builder = Callable[[Path], Screen]

LONG_AGO = datetime(2027, 1, 4, 9, 30).timestamp()


def games(folder: Path) -> tuple[SavedGame, ...]:
    """Two games on the shelf, one of them over."""
    for name, weeks in (("a", 3), ("b", 2)):
        path = folder / f"{name}.simpasar.jsonl"
        if path.exists():
            continue
        room = lived(a_room(path=path, weeks=weeks), 2)
        if room.finished:
            room.end()
        room.close()
        os.utime(path, (LONG_AGO, LONG_AGO))
    return saved_games(folder)


def home(folder: Path) -> Screen:
    games(folder)
    return HomeScreen(folder)


def kitchen() -> Room:
    """A class with a cooperative, two weeks later, its yardstick known."""
    room = lived(a_room("dapur-bersama-lebaran", people=3), 2)
    room.par.follow(season_of(room.game))
    return room


def market_day(folder: Path) -> Screen:
    """A morning of the second week, standing still."""
    market = last_market(kitchen().game)
    assert market is not None
    return MarketScreen(market, day=2, second=12 * 3_600, playing=False)


def other_price(folder: Path) -> Screen:
    """What would have come of another price and fewer batches."""
    otherwise = Otherwise(lived(a_room("pasar-pagi"), 2).game, 1, "melati")
    entries = {"prices.nasi_uduk": "14.000", "batches.nasi_uduk.weekend": "3"}
    return WhatIfResultScreen(otherwise, entries, otherwise.lived(entries))


def team_of(room: Room) -> str:
    return room.people[0]


GALLERY: dict[str, Builder] = {
    "home": home,
    "saved": lambda folder: SavedScreen(games(folder)),
    "scenarios": lambda folder: ScenarioScreen(folder, practice=False),
    "setup": lambda folder: SetupScreen(folder, shipped("pasar-pagi")),
    "hub": lambda folder: HubScreen(lived(a_room("pasar-pagi", people=4), 1)),
    "curtain": lambda folder: CurtainScreen(room := a_room(), team_of(room)),
    "sheet": lambda folder: SheetScreen(room := lived(a_room("pasar-pagi"), 1), team_of(room)),
    "glossary": lambda folder: GlossaryScreen("margin"),
    "market": market_day,
    "results": lambda folder: ResultsScreen(room := kitchen(), team_of(room)),
    "board": lambda folder: BoardScreen(kitchen()),
    "meeting": lambda folder: MeetingScreen(kitchen()),
    "debrief": lambda folder: DebriefScreen(kitchen()),
    "pin": lambda folder: PinScreen("", lambda: "PIN"),
    "trainer": lambda folder: TrainerScreen(lived(a_room("pasar-pagi", people=4), 1)),
    "replay": lambda folder: ReplayScreen(games(folder)[0].path),
    "whatif": lambda folder: WhatIfScreen(lived(a_room("pasar-pagi"), 2).game, 2, "melati"),
    "whatif_result": other_price,
    "help": lambda folder: HelpScreen("hub"),
}
"""By NAME. A page that is not here fails the tests of all pages."""
