"""Every field of a scenario is explained, in both languages, with a unit and a true example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from simpasar.i18n import LANGUAGES, Language
from simpasar.scenario.community import Ballot
from simpasar.scenario.events import Event
from simpasar.scenario.meaning import UNITS, Meaning
from simpasar.scenario.meanings import MEANINGS, meaning_of
from simpasar.scenario.meanings_parts import PARTS
from simpasar.scenario.meanings_words import WORDS_OF
from simpasar.scenario.model import DecisionGroup, Scenario
from simpasar.scenario.vocabulary import FIELDS, choice_of, choices_in, field_of, members, models_in

LONGEST = 140
PLAIN = {("AdmissionBallot", "options"), ("OwnProductBallot", "options")}
"""Tables of the trainer's own ids whose values speak for themselves."""


def inside(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models anywhere in an annotation."""
    yield from models_in(annotation)
    for part in get_args(annotation):
        yield from inside(part)


@cache
def models() -> dict[str, type[BaseModel]]:
    """Every model of a scenario, by its name."""
    found: dict[str, type[BaseModel]] = {}

    def walk(model: type[BaseModel]) -> None:
        if model.__name__ not in found:
            found[model.__name__] = model
            for field in model.model_fields.values():
                for each in inside(field.annotation):
                    walk(each)

    walk(Scenario)
    return found


ALL = [(model, field) for model, fields in MEANINGS.items() for field in fields]


def test_every_field_has_a_meaning_and_every_meaning_a_field() -> None:
    fields = {(name, field) for name, model in models().items() for field in model.model_fields}
    assert set(ALL) == fields
    assert len(ALL) == len(fields) > 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meaning_is_one_or_two_short_sentences_in_each_language(language: Language) -> None:
    for model, field in ALL:
        text = meaning_of(model, field).text(language)
        assert text.endswith("."), f"{model}.{field}"
        assert 5 < len(text) <= LONGEST, f"{model}.{field}: {len(text)}"
        assert text == " ".join(text.split())
        assert text[0].isupper(), f"{model}.{field}"


def test_the_two_languages_say_different_things() -> None:
    assert not [where for where in ALL if meaning_of(*where).id == meaning_of(*where).en]


def test_every_unit_is_used_and_known_in_both_languages() -> None:
    used = {meaning_of(*where).unit for where in ALL}
    assert used == set(UNITS)
    assert len(set(UNITS.values())) == len(UNITS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_can_stand_where_it_is_shown(language: Language) -> None:
    for where in ALL:
        assert value(*where, language) is not None, where


def test_an_example_is_the_same_value_in_both_languages() -> None:
    for where in ALL:
        assert value(*where, "id") == value(*where, "en"), where


def test_only_what_is_no_table_has_a_unit_and_a_table_of_parts_has_none() -> None:
    wrong = [
        (model, field)
        for model, field in ALL
        if (meaning_of(model, field).unit == "")
        != (has_parts(models()[model].model_fields[field].annotation) or (model, field) in PLAIN)
    ]
    assert not wrong


def test_what_is_chosen_from_words_says_so() -> None:
    for name, model in models().items():
        for field, info in model.model_fields.items():
            if choices_in(info.annotation):
                assert meaning_of(name, field).unit == "a word", f"{name}.{field}"


def test_every_fixed_word_and_every_part_is_explained_and_no_other() -> None:
    asked: dict[tuple[str, str], set[str]] = {
        ("Rules", "unlocked"): set(get_args(DecisionGroup)),
        ("Event", "kind"): kinds(Event),
        ("Ballot", "kind"): kinds(Ballot),
    }
    for name, model in models().items():
        for field, info in model.model_fields.items():
            if choices_in(info.annotation) and not name.endswith(("Event", "Ballot")):
                asked[name, field] = set(choices_in(info.annotation))
    assert {where: set(words) for where, words in WORDS_OF.items()} == asked
    assert set(PARTS) == set(models())
    for language in LANGUAGES:
        assert len({title.of(language) for title in PARTS.values()}) == len(PARTS)


def kinds(union: Any) -> set[str]:
    tags = (model.model_fields["kind"].annotation for model in models_in(union))
    return {word for tag in tags for word in choices_in(tag)}


def test_key_words_that_a_sentence_names_are_there_in_its_language() -> None:
    for where in ALL:
        meaning = meaning_of(*where)
        assert set(re.findall(r"`(\w+)`", meaning.en)) <= set(FIELDS), where
        named = set(re.findall(r"`(\w+)`", meaning.id))
        assert named <= {*FIELDS.values(), "biasa"}, where


def test_a_field_that_no_scenario_has_has_no_meaning() -> None:
    with pytest.raises(KeyError):
        meaning_of("Scenario", "colour")


def test_a_broken_example_would_be_found() -> None:
    with pytest.raises(ValueError, match="amount"):
        validated("Supplier", "goods", Meaning("", "", "", "{beras: {isi: 0, harga: 1}}"), "id")


def value(model: str, field: str, language: Language) -> Any:
    return validated(model, field, meaning_of(model, field), language)


def validated(model: str, field: str, meaning: Meaning, language: Language) -> Any:
    """The value of a field's example, held against the type and the bounds of the field."""
    info = models()[model].model_fields[field]
    written = yaml.safe_load(meaning.example_in(language))
    assert written is not None, f"{model}.{field} has no example"
    kind: Any = info.annotation
    for mark in info.metadata:
        kind = Annotated[kind, mark]
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    return adapter.validate_json(json.dumps(in_english(written, info.annotation, language)))


def in_english(written: Any, annotation: Any, language: Language) -> Any:
    """Plain values with English key words and choices, from those of `language`."""
    if isinstance(written, str):
        return (choice_of(written, language) or "?") if choices_in(annotation) else written
    if isinstance(written, list):
        return [in_english(each, inner(annotation, tuple, 0), language) for each in written]
    if not isinstance(written, dict):
        return written
    fields = {n: f for model in models_in(annotation) for n, f in model.model_fields.items()}
    if fields:
        named = {field_of(word, language) or word: each for word, each in written.items()}
        kinds = {name: getattr(fields.get(name), "annotation", Any) for name in named}
        return {name: in_english(each, kinds[name], language) for name, each in named.items()}
    key, kind = inner(annotation, dict, 0), inner(annotation, dict, 1)
    return {
        in_english(name, key, language): in_english(each, kind, language)
        for name, each in written.items()
    }


def inner(annotation: Any, origin: type, index: int) -> Any:
    for kind in members(annotation):
        if get_origin(kind) is origin:
            return get_args(kind)[index]
    return Any


def has_parts(annotation: Any) -> bool:
    """Whether a value holds parts with keys of their own: texts and day plans are plain enough."""
    return any(each.__name__ not in ("Text", "DayPlan") for each in inside(annotation))
