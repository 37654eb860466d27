"""The glossary on the screen: letters sift the list, arrows and clicks choose, both languages."""

from __future__ import annotations

import asyncio
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from rooms import COMPATIBLE, NORMAL, drive_screen, painted, said
from simpasar import i18n
from simpasar.tui.app import SimpasarApp
from simpasar.tui.screens.glossary import GlossaryScreen


def shown(
    screen: GlossaryScreen, folder: Path, *keys: str, size: tuple[int, int] = (80, 24)
) -> str:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        seen.append(said(pilot.app))

    drive_screen(screen, folder, steps, size=size, look=COMPATIBLE)
    return seen[0]


def test_letters_sift_the_list_and_the_best_word_is_explained(tmp_path: Path) -> None:
    seen = shown(GlossaryScreen(), tmp_path, *"impas")
    assert "1 istilah" in seen
    assert "Batas tidak untung dan tidak rugi" in seen


def test_the_arrows_move_the_mark_while_letters_are_typed(tmp_path: Path) -> None:
    screen = GlossaryScreen()
    shown(screen, tmp_path, *"laba", "down")
    assert screen.marked == "Gross profit"
    shown(screen := GlossaryScreen(), tmp_path, *"laba", "down", "up")
    assert screen.marked == "Net profit"


def test_it_opens_on_the_word_that_is_asked_about(tmp_path: Path) -> None:
    seen = shown(GlossaryScreen("Penumpang gelap"), tmp_path)
    assert "72 istilah" in seen
    assert "Yang ikut menikmati tanpa ikut membayar." in seen


def test_an_unknown_word_opens_the_whole_list(tmp_path: Path) -> None:
    screen = GlossaryScreen("xyzzy")
    assert "72 istilah" in shown(screen, tmp_path)
    assert screen.marked == "Batch"


def test_letters_of_no_word_are_answered_with_a_sentence(tmp_path: Path) -> None:
    assert "Tidak ada istilah dengan huruf itu." in shown(GlossaryScreen(), tmp_path, *"xyz")


def test_the_glossary_key_shows_all_words_again(tmp_path: Path) -> None:
    assert "72 istilah" in shown(GlossaryScreen(), tmp_path, *"xyz", "f2")


def test_a_click_explains_a_word(tmp_path: Path) -> None:
    screen = GlossaryScreen()
    marked: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        rows = painted(pilot.app).splitlines()
        row = next(i for i, line in enumerate(rows) if "Bangkrut" in line)
        await pilot.click(offset=(6, row))
        await pilot.pause()
        marked.append(screen.marked)

    drive_screen(screen, tmp_path, steps)
    assert marked == ["Bankrupt"]


def test_the_other_language_keeps_filter_and_mark(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*"kas", "ctrl+l")
        await pilot.pause()
        seen.append(said(pilot.app))
        await pilot.press("backspace", "backspace", "backspace")
        await pilot.pause()
        seen.append(said(pilot.app))

    drive_screen(GlossaryScreen(), tmp_path, steps)
    assert "Money that can be spent now" in seen[0]
    assert "72 words" in seen[1]


def test_the_mark_is_reversed_where_there_is_no_colour(tmp_path: Path) -> None:
    reversed_: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        strips = pilot.app.screen._compositor.render_strips()
        reversed_.extend(
            segment.text.strip()
            for strip in strips
            for segment in strip
            if segment.style and segment.style.reverse and segment.text.strip()
        )

    drive_screen(GlossaryScreen("Margin"), tmp_path, steps, look=COMPATIBLE)
    assert "Margin" in reversed_


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=30))
def test_any_text_in_the_filter_is_answered(text: str) -> None:
    i18n.use("id")

    async def answer() -> str:
        app = SimpasarApp(Path("/nowhere"), NORMAL)
        async with app.run_test(size=(80, 24)) as pilot:
            screen = GlossaryScreen()
            await app.push_screen(screen)
            screen.query_one("#filter", Input).value = text
            await pilot.pause()
            return said(app)

    assert "istilah" in asyncio.run(answer())
