"""The questions that a balance answers, each from the games it asks for."""

from __future__ import annotations

from simpasar.balance.questions import (
    choices,
    fragile,
    idle,
    lessons,
    luck,
    outcomes,
    pooling,
    pricing,
    start,
)
from simpasar.balance.questions.question import Question

QUESTIONS: tuple[Question, ...] = (
    start.START,
    outcomes.SPREAD,
    outcomes.BANKRUPT,
    outcomes.DOMINANT,
    idle.IDLE,
    pricing.PRICES,
    pooling.COOPERATIVE,
    choices.PROGRAMMES,
    choices.DECISIONS,
    luck.QUESTION,
    fragile.NUMBERS_MATTER,
    lessons.OBJECTIVES,
)
"""In the order of the page."""
