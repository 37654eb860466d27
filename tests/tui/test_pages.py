"""What holds for every page of the gallery: its keys work, and it speaks both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from gallery import GALLERY
from textual.pilot import Pilot

from rooms import COMPATIBLE, NORMAL, drive, drive_screen, painted
from simpasar import i18n
from simpasar.tui.actions import COMMON, PAGES, actions_of
from simpasar.tui.app import SimpasarApp
from simpasar.tui.page import Page

KEYS = [
    (page, action.id, key)
    for page in PAGES
    for action in actions_of(page)
    for key in action.keys
    if not ((PAGES[page].typing and len(key) == 1) or key in ("question_mark", "space"))
]


def test_every_page_is_in_the_gallery() -> None:
    assert set(GALLERY) == set(PAGES)


@pytest.mark.parametrize("page", list(PAGES))
def test_no_key_of_a_page_means_two_things(page: str) -> None:
    keys = [key for action in PAGES[page].actions for key in action.keys]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("page", list(PAGES))
def test_what_has_an_f_key_has_another_key_or_a_place_in_the_key_bar(page: str) -> None:
    lost = [
        action.id
        for action in actions_of(page)
        if not action.bar and all(key.startswith("f") and len(key) > 1 for key in action.keys)
    ]
    assert lost == []


@pytest.mark.parametrize(("page", "action", "key"), KEYS)
def test_every_key_of_the_table_does_what_the_table_says(
    page: str, action: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = GALLERY[page](tmp_path)
    assert isinstance(screen, Page)
    done: list[str] = []

    def note(self: Any) -> None:
        done.append(action)

    monkeypatch.setattr(type(screen), f"action_{action}", note)

    async def steps(pilot: Pilot[None]) -> None:
        screen.set_focus(None)
        await pilot.press(key)
        await pilot.pause()

    drive_screen(screen, tmp_path, steps)
    assert done == [action]


@pytest.mark.parametrize("page", list(PAGES))
def test_the_key_bar_can_be_clicked(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = GALLERY[page](tmp_path)
    opened: list[str] = []
    monkeypatch.setattr(type(screen), "action_help", lambda self: opened.append("help"))

    async def steps(pilot: Pilot[None]) -> None:
        lines = painted(pilot.app).splitlines()
        row = next(i for i, line in reversed(list(enumerate(lines))) if "Bantuan" in line)
        await pilot.click(offset=(lines[row].index("Bantuan"), row))

    drive_screen(screen, tmp_path, steps)
    assert opened == ["help"]


@pytest.mark.parametrize("page", list(PAGES))
@pytest.mark.parametrize("look", [NORMAL, COMPATIBLE], ids=["normal", "compatible"])
def test_a_page_speaks_the_other_language_at_once(page: str, look: Any, tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for _turn in range(3):
            await pilot.pause()
            seen.append(painted(pilot.app))
            await pilot.press("ctrl+l")

    drive_screen(GALLERY[page](tmp_path), tmp_path, steps, look=look)
    indonesian, english, again = seen
    assert "Bantuan" in indonesian
    assert "Help" in english
    assert again == indonesian
    assert i18n.language() == "en"


def test_common_keys_are_the_same_on_every_page() -> None:
    for page in PAGES:
        assert actions_of(page)[-len(COMMON) :] == COMMON


def test_what_was_open_before_never_changes_how_a_page_looks(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for name in ["hub", *GALLERY, "hub"]:
            await pilot.app.push_screen(GALLERY[name](tmp_path))
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            seen.append(painted(pilot.app))
            pilot.app.pop_screen()
            await pilot.pause()

    drive(SimpasarApp(tmp_path, NORMAL), steps)
    assert seen[0] == seen[-1]
