"""Finds English on a screen that should speak Indonesian, Textual's own sentences included.

A word is English when some English message has it, or a sentence of Textual, and when no Indonesian
text has it: no translation in the catalogue, nothing in the scenarios that ship.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

import texts
from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load
from simpasar.scenario.parts import Text

TEXTUAL = (
    "Change the current theme",
    "Close",
    "Command palette",
    "Do you want to quit?",
    "Failed to save screenshot",
    "Go to bottom",
    "Go to top",
    "Hide the keys and widget help panel",
    "Loading",
    "Maximize the focused widget",
    "Minimize",
    "Must be a valid number.",
    "Must be a valid integer.",
    "Must be less than or equal to",
    "Must be greater than or equal to",
    "Must be between",
    "Must be shorter than",
    "Must be longer than",
    "Must match regular expression",
    "No matches found",
    "Open the command palette",
    "Possible trap detected",
    "Press [b]{key}[/b] to quit the app",
    "Quit the application as soon as possible",
    "Saved screenshot",
    "Search for commands",
    "Search for themes",
    "Select",
    "Show help for the focused widget and a summary of available keys",
    "palette",
)
"""What the widgets of Textual 8 may put on a screen by themselves."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s|\[/?\w*\]")
_WORD = re.compile(r"[^\W\d_]{2,}(?![^\W\d_]*…)")


def english_words(text: str) -> set[str]:
    """The words of `text` that only English has; words that were cut short count for nothing."""
    return words_of(text) & english()


def words_of(text: str) -> set[str]:
    """The words in a text, without capitals and placeholders."""
    return {word.casefold() for word in _WORD.findall(_PLACEHOLDER.sub(" ", text))}


@cache
def english() -> frozenset[str]:
    """Words that only English texts have."""
    messages = [message for message in texts.translated() if message.id]
    ids = [message.id for message in messages]
    sources = [part for id_ in ids for part in ([id_] if isinstance(id_, str) else id_)]
    ours = (part for message in messages for part in texts.strings(message))
    spoken = words_of("\n".join([*ours, *_scenario_texts()]))
    return frozenset(words_of("\n".join([*sources, *TEXTUAL])) - spoken)


def _scenario_texts() -> Iterator[str]:
    for name in shipped():
        yield from _indonesian(load(find(name)))


def _indonesian(part: object) -> Iterator[str]:
    """Every Indonesian text in a part of a scenario."""
    if isinstance(part, Text):
        yield part.id
    elif isinstance(part, dict):
        for value in part.values():
            yield from _indonesian(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _indonesian(value)
    elif isinstance(part, BaseModel):
        for field in type(part).model_fields:
            yield from _indonesian(getattr(part, field))
