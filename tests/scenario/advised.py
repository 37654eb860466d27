"""The smallest scenario, changed here and there, and the warnings it then gets."""

from __future__ import annotations

from lapak import LAPAK, spoilt

from simpasar.i18n import Language
from simpasar.scenario.advice import advice
from simpasar.scenario.loader import load_text
from simpasar.scenario.references import Finding, Loc

Change = tuple[str, str]


def changed(*changes: Change, text: str = LAPAK) -> str:
    """The scenario with each first `old` written as `new`."""
    for old, new in changes:
        text = spoilt(old, new, text)
    return text


def warnings(*changes: Change, text: str = LAPAK, language: Language = "id") -> list[Finding]:
    """All warnings of the changed scenario, which must be playable."""
    return list(advice(load_text(changed(*changes, text=text), "lapak.yaml"), language))


def codes(*changes: Change, text: str = LAPAK) -> list[tuple[Loc, str]]:
    """Places and codes of these warnings."""
    return [(finding[0], finding[1]) for finding in warnings(*changes, text=text)]
