"""Screens speak Indonesian in their tests, unless one asks for English."""

from __future__ import annotations

import pytest

from simpasar import i18n


@pytest.fixture(autouse=True)
def indonesian() -> None:
    """As in a classroom; the fixture `english` of a test comes after this one."""
    i18n.use("id")
