"""Advice: what can be played but is hardly meant: warnings, with what to do about each.

Findings are as in `lint`. What only follows from another mistake is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import Language
from simpasar.scenario.advice_calendar import calendar
from simpasar.scenario.advice_costs import costs
from simpasar.scenario.advice_lenders import lenders
from simpasar.scenario.advice_lessons import lessons
from simpasar.scenario.advice_parts import parts
from simpasar.scenario.advice_residents import residents
from simpasar.scenario.advice_stalls import stalls
from simpasar.scenario.advice_texts import texts
from simpasar.scenario.advice_together import together
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import Finding


def advice(scenario: Scenario, language: Language) -> Iterator[Finding]:
    """Every warning about a scenario without errors, in no particular order."""
    yield from parts(scenario, language)
    yield from residents(scenario, language)
    yield from costs(scenario, language)
    yield from stalls(scenario, language)
    yield from calendar(scenario, language)
    yield from lenders(scenario, language)
    yield from together(scenario, language)
    yield from lessons(scenario, language)
    yield from texts(scenario, language)
