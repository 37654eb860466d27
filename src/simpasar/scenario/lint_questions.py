"""Meaning of what judges: a test's answer names an option, options differ, marks grow harder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from simpasar.i18n import Language, _
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import Finding
from simpasar.scenario.vocabulary import field_word


def questions(s: Scenario) -> Iterator[Finding]:
    """Questions that nobody could answer, or that nobody could mark."""
    for i, question in enumerate(s.test):
        count = len(question.options)
        if question.answer > count:
            message = _("There are {count} options, and the right one is number {answer}.")
            text = message.format(count=count, answer=question.answer)
            yield ("test", i, "answer"), "no-option", text
        for j, option in enumerate(question.options):
            if option in question.options[:j]:
                yield ("test", i, "options", j), "same-option", _("An option stands there twice.")


MARKS = ("inaccuracy", "mistake", "blunder")
"""The marks of a decision, from the mildest on."""


def marks(s: Scenario, language: Language) -> Iterator[Finding]:
    """A harder mark that is given for no greater loss."""
    if s.review is None:
        return
    for milder, harder in pairwise(MARKS):
        if getattr(s.review, harder) <= getattr(s.review, milder):
            message = _("`{harder}` has to be more than `{milder}`, which is {number}.")
            text = message.format(
                harder=field_word(harder, language),
                milder=field_word(milder, language),
                number=getattr(s.review, milder),
            )
            yield ("review", harder), "mark-order", text
