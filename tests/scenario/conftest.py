"""Scenario tests read what English speakers are told."""

from __future__ import annotations

import pytest

from simpasar import i18n


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "language", lambda: "en")
