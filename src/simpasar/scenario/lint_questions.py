"""Meaning of a test: an answer that names an option, and options that differ."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import _
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import Finding


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
