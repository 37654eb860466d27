"""What every test begins with: no language chosen yet, whatever the test before it spoke."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simpasar import i18n


@pytest.fixture(autouse=True)
def no_language_chosen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # click reads LANGUAGE, which a chosen language sets: put back what was there.
    monkeypatch.setenv("LANGUAGE", "")
    yield
    i18n._chosen.set(None)


@pytest.fixture
def english() -> None:
    """For tests that read English."""
    i18n.use("en")
