"""Advice: what can be played but is hardly meant: warnings, with what to do about each."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import Language
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import Finding


def advice(scenario: Scenario, language: Language) -> Iterator[Finding]:
    """Every warning about a scenario without errors, in no particular order."""
    yield from ()
