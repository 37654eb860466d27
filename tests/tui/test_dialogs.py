"""Dialogs stand in the middle of the page they are about, which stays in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from rooms import COMPATIBLE, NORMAL, drive_screen, painted
from simpasar.i18n import _
from simpasar.tui.look import Look
from simpasar.tui.widgets.ask import Ask, Tell
from simpasar.tui.widgets.checks import Checks, Remark


@pytest.mark.parametrize("look", [NORMAL, COMPATIBLE])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_dialog_stands_in_the_middle(tmp_path: Path, look: Look, size: tuple[int, int]) -> None:
    places: list[tuple[int, int]] = []

    async def steps(pilot: Pilot[None]) -> None:
        around = pilot.app.screen.query_one(".dialog").region
        places.append((around.x - (size[0] - around.right), around.y - (size[1] - around.bottom)))

    drive_screen(Ask(lambda: "Siap?", yes=lambda: "Ya"), tmp_path, steps, size=size, look=look)
    (aside,) = places
    assert max(map(abs, aside)) <= 1


def test_the_page_below_stays_in_sight(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(painted(pilot.app))

    drive_screen(Tell("Sebentar, ya."), tmp_path, steps)
    assert "Sebentar, ya." in seen[0]
    assert "simulasi pasar" in seen[0]


def test_an_amount_in_a_remark_is_not_torn(tmp_path: Path) -> None:
    seen: list[str] = []
    sentence = "Bubur ayam diberi harga Rp 120.000: pilih antara Rp 3.600 dan Rp 36.000."

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(painted(pilot.app))

    remark = Remark("prices.bubur_ayam", sentence, refused=True)
    drive_screen(Checks(lambda: [remark]), tmp_path, steps)
    assert all(amount in seen[0] for amount in ("Rp 120.000", "Rp 3.600", "Rp 36.000"))


def test_a_question_is_asked_in_the_language_that_is_spoken_then(tmp_path: Path) -> None:
    seen: list[str] = []
    question = Ask(lambda: _("Seal it"), yes=lambda: _("Open the market"))

    async def steps(pilot: Pilot[None]) -> None:
        for _turn in range(2):
            seen.append(painted(pilot.app))
            await pilot.press("ctrl+l")
            await pilot.pause()

    drive_screen(question, tmp_path, steps)
    assert all(word in seen[0] for word in ("Segel", "Buka pasar"))
    assert all(word in seen[1] for word in ("Seal it", "Open the market"))
