"""Whatever is pressed and clicked, in any order: nothing breaks, and every record verifies."""

from __future__ import annotations

from pathlib import Path

import pytest
from monkey import let_loose


@pytest.mark.parametrize("seed", [1, 3, 9])
def test_whatever_is_pressed_nothing_breaks_and_every_record_verifies(
    seed: int, tmp_path: Path
) -> None:
    monkey = let_loose(seed, tmp_path, sessions=2, moves=45)
    assert monkey.rooms, "it came into no class at all"
    assert monkey.english == set()
