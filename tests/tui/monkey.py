"""A monkey at the laptop: keys, clicks, sizes and languages in any order, faster than screens open.

Run it for long: python tests/tui/monkey.py SECONDS [SEED], with tests/ and tests/tui on the path.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from language_check import english_words
from textual.app import App
from textual.events import Key, MouseDown, MouseUp
from textual.pilot import Pilot
from textual.screen import Screen

from rooms import COMPATIBLE, NORMAL, painted
from simpasar import i18n
from simpasar.classroom.room import Room
from simpasar.game.replay import read_with_seed, replay
from simpasar.tui.actions import PAGES, actions_of
from simpasar.tui.app import SimpasarApp
from simpasar.tui.widgets.checks import Checks

LETTERS = "xyzqjv0123456789.,-+ %é\u200b☺"
"""What it types: no word of any language."""

KEYS = sorted({key for page in PAGES for action in actions_of(page) for key in action.keys})
EVERYWHERE = ("tab", "shift+tab", "backspace", "delete", "home", "end", "space", "ctrl+c")
ONWARD = {
    "sheet": "ctrl+s", "setup": "ctrl+s", "market": "e", "board": "escape", "replay": "w",
    "whatif": "ctrl+s",
}  # fmt: skip
"""The key of a page that leads on; elsewhere it is Enter."""

SIZES = ((60, 20), (80, 24), (79, 23), (100, 30), (120, 40))


class Monkey:
    """One run of the program. `wildness`: how rarely it does what leads on; `done`: what it did,
    to be read after a crash; `calm`: moves since the language `spoken` was changed; `rooms`: the
    classes it was in; `english`: what it saw of that."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.wildness = self.chance.choice((0.05, 0.2, 1.0))
        self.calm, self.spoken = 0, ""
        self.done: list[str] = []
        self.rooms: set[Room] = set()
        self.english: set[str] = set()

    async def sit_down(self, folder: Path, moves: int) -> None:
        """Play `moves` moves of a session, or until it has left."""
        app = SimpasarApp(folder, self.chance.choice((NORMAL, COMPATIBLE)))
        async with app.run_test(size=self.chance.choice(SIZES)) as pilot:
            await pilot.pause()
            for _move in range(moves):
                if not app.is_running or app._exit:
                    break
                self.note(app)
                await self.move(pilot)
                if self.chance.random() < 0.1:
                    await self.read(pilot)
            self.note(app)
            app.action_leave()

    def note(self, app: App[None]) -> None:
        """Remember which records are open, and what English is on an Indonesian screen."""
        rooms = (getattr(screen, "room", None) for screen in app.screen_stack)
        self.rooms |= {room for room in rooms if isinstance(room, Room)}
        self.calm = self.calm + 1 if self.spoken == i18n.language() else 0
        self.spoken = i18n.language()

    async def read(self, pilot: Pilot[None]) -> None:
        """Look for English where Indonesian has been spoken for a while."""
        self.note(pilot.app)
        if self.spoken == "id" and self.calm > 20:
            await pilot.pause()
            words = english_words(painted(pilot.app))
            self.english |= words if len(words) > 1 else set()  # one may be cut at an edge

    async def move(self, pilot: Pilot[None]) -> None:
        """Something or other; sometimes without waiting for what it does."""
        dice, app = self.chance.random(), pilot.app
        if dice < 0.35 or self.chance.random() > self.wildness:
            self.press(pilot, self.onward(app.screen), self.chance.choice((1, 1, 1, 2, 3)))
        elif dice < 0.65:
            self.press(pilot, self.chance.choice((*KEYS, *EVERYWHERE)), self.chance.choice((1, 2)))
        elif dice < 0.75:
            for letter in self.chance.choices(LETTERS, k=self.chance.randint(1, 5)):
                self.press(pilot, letter)
        elif dice < 0.96:
            self.click(pilot)
        else:
            width, height = self.chance.choice(SIZES)
            self.done.append(f"{width}x{height}")
            await pilot.resize_terminal(width, height)
        match self.chance.choice(("wait", "wait", "moment", "none")):
            case "wait":
                await pilot.pause()
            case "moment":
                await asyncio.sleep(0.01)

    def onward(self, screen: Screen[object]) -> str:
        """The key that leads on."""
        if isinstance(screen, Checks):
            return self.chance.choice(("right", "enter"))
        return ONWARD.get(getattr(screen, "NAME", ""), "enter")

    def press(self, pilot: Pilot[None], key: str, times: int = 1) -> None:
        """A key, as the terminal sends it."""
        if key == "ctrl+q" and self.chance.random() < 0.8:
            return
        self.done += [f"{key}@{type(pilot.app.screen).__name__}"] * times
        for _time in range(times):
            event = Key(key, key if len(key) == 1 else {"space": " "}.get(key))
            event.set_sender(pilot.app)
            assert pilot.app._driver is not None
            pilot.app._driver.send_message(event)

    def click(self, pilot: Pilot[None]) -> None:
        """A click: mostly on something that can be clicked, else anywhere."""
        app = pilot.app
        x = self.chance.randrange(app.size.width)
        y = self.chance.randrange(app.size.height)
        targets = [widget.region for widget in app.screen.focus_chain if widget.region]
        if targets and self.chance.random() < 0.6:
            region = self.chance.choice(targets)
            x = region.x + self.chance.randrange(region.width)
            y = region.y + self.chance.randrange(region.height)
        self.done.append(f"click {x},{y}@{type(app.screen).__name__}")
        assert app._driver is not None
        for kind in (MouseDown, MouseUp):
            event = kind(None, x, y, 0, 0, 1, False, False, False, x, y)
            event.set_sender(app)
            app._driver.send_message(event)


def let_loose(seed: int, folder: Path, sessions: int = 2, moves: int = 120) -> Monkey:
    """Several sessions in one folder; every record that is left verifies."""
    monkey = Monkey(seed)
    i18n.use("id")
    try:
        for _session in range(sessions):
            asyncio.run(monkey.sit_down(folder, moves))
            for room in monkey.rooms:
                room.close()
        for path in folder.glob("*.simpasar.jsonl"):
            reading, secret = read_with_seed(path)
            for _step in replay(reading.entries, secret):
                pass
    except BaseException as crash:
        crash.add_note(f"seed {seed}: ... {', '.join(monkey.done[-30:])}")
        raise
    return monkey


def main(seconds: float, seed: int) -> None:
    """Let it loose again and again; tell of every kind of crash once, and go on."""
    until, crashes = time.monotonic() + seconds, Counter[str]()
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            try:
                monkey = let_loose(seed, Path(folder))
            except Exception as crash:
                kind = "".join(traceback.format_tb(crash.__traceback__)[-1:]) + repr(crash)
                crashes[kind] += 1
                if crashes[kind] == 1:
                    traceback.print_exc(file=sys.stdout)
            else:
                weeks = sum(len(room.game.lived) for room in monkey.rooms)
                english = monkey.english or "no English"
                print(f"{seed}: {len(monkey.rooms)} rooms, {weeks} weeks, {english}", flush=True)
        seed += 1
    print(f"until seed {seed}:", *(f"{n} x {kind}" for kind, n in crashes.items()), sep="\n")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
