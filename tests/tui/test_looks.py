"""How every page looks, character for character; `pytest --snapshot-update` after a look at it.

Only what a terminal shows is compared, so that a difference reads like the page itself.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from gallery import GALLERY
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot
from wgl4 import foreign

from rooms import COMPATIBLE, NORMAL, drive_screen, painted
from simpasar import i18n

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
LOOKS = {"normal": NORMAL, "compatible": COMPATIBLE}


class PageExtension(SingleFileSnapshotExtension):
    """One text file for each page as it is painted."""

    _write_mode = WriteMode.TEXT


@pytest.fixture
def pages(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(PageExtension)


def painting(page: str, folder: Path, size: str, look: str) -> str:
    """A page, painted."""
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        seen.append(painted(pilot.app))

    drive_screen(GALLERY[page](folder), folder, steps, size=SIZES[size], look=LOOKS[look])
    return seen[0]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", GALLERY)
def test_page(
    page: str,
    size: str,
    language: i18n.Language,
    look: str,
    tmp_path: Path,
    pages: SnapshotAssertion,
) -> None:
    i18n.use(language)
    seen = painting(page, tmp_path, size, look)
    assert seen == pages
    if look == "compatible":
        assert foreign(seen) == set()
