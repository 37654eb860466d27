"""Every code that a problem of a scenario can have, and what `simpasar explain` tells of it."""

from __future__ import annotations

from simpasar.scenario.codes_advice import ADVICE
from simpasar.scenario.codes_form import Code

CODES: dict[str, Code] = {code.word: code for code in (*ADVICE,)}
"""By their words, in the order in which they are told."""
