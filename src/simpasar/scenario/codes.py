"""Every code that a problem of a scenario can have, and what `simpasar explain` tells of it."""

from __future__ import annotations

from simpasar.scenario.codes_advice import ADVICE
from simpasar.scenario.codes_community import DEALINGS
from simpasar.scenario.codes_files import FILES
from simpasar.scenario.codes_form import Code
from simpasar.scenario.codes_names import NAMES
from simpasar.scenario.codes_parts import PARTS
from simpasar.scenario.codes_questions import QUESTIONS
from simpasar.scenario.codes_start import START
from simpasar.scenario.codes_text import TEXT
from simpasar.scenario.codes_values import VALUES

CODES: dict[str, Code] = {
    code.word: code
    for code in (
        *FILES, *TEXT, *VALUES, *PARTS, *NAMES, *DEALINGS, *QUESTIONS, *START, *ADVICE,
    )
}  # fmt: skip
"""By their words, in the order in which they are told."""
