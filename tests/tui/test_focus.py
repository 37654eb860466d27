"""Where the focus is shows without any colour, on every page: by reverse, underline or a mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from gallery import GALLERY
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widget import Widget

from rooms import drive_screen
from simpasar.tui.look import Look

PLAIN = Look(compatible=True, colour=False, reason="asked")

Cell = tuple[str, bool, bool]


def cells(widget: Widget) -> list[list[Cell]]:
    """A widget as one without colours sees it: letters, reverse, underline. Bold looks like
    everything else on some consoles."""
    place = widget.region
    rows = [
        [
            (letter, bool(style and style.reverse), bool(style and style.underline))
            for text, style, _control in strip
            for letter in text
        ]
        for strip in widget.screen._compositor.render_strips()
    ]
    return [row[place.x : place.right] for row in rows[place.y : place.bottom]]


@pytest.mark.parametrize("page", GALLERY)
def test_the_focus_shows_without_colour(page: str, tmp_path: Path) -> None:
    """A text that can only be scrolled needs none: there is nothing in it to press."""
    unseen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        for widget in screen.focus_chain:
            screen.set_focus(widget)
            await pilot.pause()
            focused = cells(widget)
            screen.set_focus(None)
            await pilot.pause()
            if cells(widget) == focused and not isinstance(widget, VerticalScroll):
                unseen.append(repr(widget))

    drive_screen(GALLERY[page](tmp_path), tmp_path, steps, look=PLAIN)
    assert unseen == []
