"""Keys that come faster than the screen can follow count one after another, where they were meant.

A test's pilot waits between keys. Here they are all there at once, as after a moment in which an
old laptop was busy.
"""

from __future__ import annotations

from pathlib import Path

from sheets import at_the_sheet
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button

from simpasar.tui.screens.sheet import SheetScreen

NAMED = {"\n": "enter", "\v": "pagedown", "\f": "pageup", "\t": "tab", "+": "plus", "-": "minus"}


async def at_once(pilot: Pilot[None], text: str) -> None:
    """Press the keys of a text in one go; `\\v` turns to the next group."""
    for sign in text:
        pilot.app.post_message(events.Key(NAMED.get(sign, sign), sign if sign >= " " else None))
    await pilot.pause()
    await pilot.pause()


def test_number_after_number_each_into_its_field(tmp_path: Path) -> None:
    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await at_once(pilot, "9900\n12300\n")

    screen = at_the_sheet(walk, tmp_path)
    prices = [screen.entries[field.path] for field in screen.form.groups[0].fields]
    assert prices[:2] == ["9.900", "12.300"]


def test_a_number_typed_right_after_the_group_was_turned(tmp_path: Path) -> None:
    before: list[str] = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        before.extend(screen.entries[field.path] for field in screen.form.groups[0].fields)
        await at_once(pilot, "\v3\t")

    screen = at_the_sheet(walk, tmp_path)
    assert [screen.entries[field.path] for field in screen.form.groups[0].fields] == before
    assert screen.entries[screen.form.groups[1].fields[0].path] == "3"


def test_a_whole_sheet_in_one_go(tmp_path: Path) -> None:
    """Over every field of every group, and on to the button."""
    focused: list[object] = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await at_once(pilot, "\n" * len(list(screen.form.fields)))
        focused.append(screen.focused)

    at_the_sheet(walk, tmp_path)
    (button,) = focused
    assert isinstance(button, Button)
    assert button.id == "hand-in"
