"""The key words: one to one, complete, and none too many."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from simpasar.scenario.model import Scenario
from simpasar.scenario.vocabulary import (
    FIELDS,
    HEAD,
    WORDS,
    choice_of,
    choice_word,
    choices_in,
    field_of,
    field_word,
)


def _walk(annotation: Any, models: set[type[BaseModel]], words: set[str]) -> None:
    """Collect every model and every fixed word that a scenario can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in models:
            models.add(annotation)
            for field in annotation.model_fields.values():
                _walk(field.annotation, models, words)
        return
    words.update(choices_in(annotation))
    for part in get_args(annotation):
        _walk(part, models, words)


MODELS: set[type[BaseModel]] = set()
CHOICES: set[str] = set()
_walk(Scenario, MODELS, CHOICES)


def test_every_field_of_every_part_has_a_key_word_and_nothing_else_has() -> None:
    assert {name for model in MODELS for name in model.model_fields} == set(FIELDS)


def test_every_fixed_choice_has_a_word_and_nothing_else_has() -> None:
    assert set(WORDS) == CHOICES


@pytest.mark.parametrize("table", [FIELDS, WORDS, HEAD], ids=["fields", "words", "heads"])
def test_words_are_one_to_one(table: dict[str, str]) -> None:
    assert len(set(table.values())) == len(table)


def test_words_can_be_written_without_quotes() -> None:
    assert all(
        re.fullmatch(r"[a-z]+(_[a-z]+)*", word) for word in {*FIELDS.values(), *WORDS.values()}
    )


def test_heads_are_no_fields() -> None:
    assert not set(HEAD.values()) & {*FIELDS, *FIELDS.values()}


def test_a_field_is_found_by_its_word_in_its_own_language_only() -> None:
    for name, word in FIELDS.items():
        assert field_of(field_word(name, "id"), "id") == name
        assert field_of(field_word(name, "en"), "en") == name
        if word not in FIELDS:
            assert field_of(word, "en") is None
    assert field_of("ingredients", "id") is None


def test_a_choice_is_found_by_its_word_in_its_own_language_only() -> None:
    for name in WORDS:
        assert choice_of(choice_word(name, "id"), "id") == name
        assert choice_of(choice_word(name, "en"), "en") == name
    assert choice_of("pcs", "id") is None
    assert choice_of("buah", "en") is None
