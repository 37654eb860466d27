"""The rows of parts, weeks, teams: whatever their number, the open one is on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot

from rooms import drive_screen, painted
from simpasar.tui.page import Page
from simpasar.tui.widgets.tabs import Tabs

WEEKS = [f"mg {week}" for week in range(1, 41)]


class Row(Page[None]):
    """Forty weeks in one row."""

    def body(self) -> ComposeResult:
        yield Tabs(WEEKS, 0, action="week", id="weeks")


@pytest.mark.parametrize("at", [0, 1, 7, 20, 38, 39])
def test_the_open_one_is_seen_with_those_around_it(at: int, tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        row = screen.query_one(Tabs)
        row.styles.max_height = 1
        row.open(at)
        await pilot.pause()
        seen.append(painted(pilot.app).splitlines()[1].replace("\u00a0", " "))

    drive_screen(Row(), tmp_path, steps)
    assert f"►{WEEKS[at]}◄" in seen[0]
    assert ("‹" in seen[0]) == (at > 5)
    assert ("›" in seen[0]) == (at < 34)
    for beside in (at - 1, at + 1):
        assert not 0 <= beside < len(WEEKS) or f" {WEEKS[beside]} " in f"{seen[0]} "


def test_a_click_on_the_title_bar_speaks_the_other_language(tmp_path: Path) -> None:
    titles: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for _click in range(2):
            titles.append(painted(pilot.app).splitlines()[0])
            await pilot.click("#title-bar", offset=(77, 0))
            await pilot.pause()

    drive_screen(Row(), tmp_path, steps)
    assert titles[0].rstrip().endswith("│ EN")
    assert titles[1].rstrip().endswith("│ ID")
