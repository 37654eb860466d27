"""JSON Schemas of a scenario file in either vocabulary, from the models, for editors.

Draft 2020-12. Hover texts are of the language of the vocabulary, and so is what an editor says of
mistakes: `errorMessage`, `patternErrorMessage` and `enumDescriptions` are yaml-language-server's
own keywords, which others skip.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from simpasar.i18n import LANGUAGES, N_, Language, told_in
from simpasar.scenario.codes_form import Both
from simpasar.scenario.explain import NAME
from simpasar.scenario.meanings import Meaning, meaning_of
from simpasar.scenario.meanings_parts import PARTS
from simpasar.scenario.meanings_words import WORDS_OF
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import Text, clock_text
from simpasar.scenario.structure import bounds, is_clock, marks_of, whole
from simpasar.scenario.vocabulary import (
    HEAD,
    choice_word,
    choices_in,
    field_word,
    members,
    models_in,
)

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[Language, str] = {own: f"scenario.{own}.schema.json" for own in LANGUAGES}
"""The names of the files, as the modeline of a scenario says them."""

_CLOCK = r"^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$"
_HOUR = r"^([01]?[0-9]|2[0-3]):00$"
_DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_NUMBER = r"^(0|[1-9][0-9]*)$"

_UNSAID = (
    "text", "id", "ids", "a word", "yes or no", "date", "time of day", "week of the game",
)  # fmt: skip
"""Units that only repeat what kind of value it is, or what the sentence says."""
_SHORT = 60
"""Characters of an example that a hover text has room for."""

_SAID = {
    "number": N_("A whole number, without dots, commas or quotes."),
    "clock": N_('A time of day in quotes: "06:30".'),
    "hour": N_('A whole hour in quotes: "06:00".'),
    "date": N_('A date in quotes: "2027-01-04".'),
    "id": N_("An id: small letters, digits and underscores, a letter first."),
    "name": N_("A name: small letters, digits and hyphens."),
    "yes or no": N_("true or false."),
    "list": N_("A list, such as [a, b]."),
    "count": N_("A key here is a whole number."),
    "one of": N_("One of these words: {words}."),
    "unit": N_("Unit: {unit}."),
    "example": N_("Example: {example}"),
    "words": N_("The key words of this file: {language}."),
}


def modeline(language: Language, folder: str = "schema") -> str:
    """The first line of a scenario in the vocabulary of `language`, which tells an editor where
    its schema lies: in a folder beside it."""
    return f"# yaml-language-server: $schema={folder}/{FILES[language]}"


def schema_text(language: Language) -> str:
    """The schema of files in the vocabulary of `language`, as it is written to a file."""
    return json.dumps(schema(language), ensure_ascii=False, indent=1) + "\n"


def schema(language: Language) -> Schema:
    """The schema of files in the vocabulary of `language`."""
    writing = _Writing(language)
    root = writing.part(Scenario)
    head = {
        "const": language,
        "description": writing.said("words").format(language=language),
    }
    root["properties"] = {HEAD[language]: head, **root["properties"]}
    if language != "id":
        root["required"] = [HEAD[language], *root["required"]]
    return {
        "$schema": DRAFT,
        **root,
        "$defs": dict(sorted(writing.parts.items())),
    }


@dataclass
class _Writing:
    """A schema in the making: its parts so far, by the names of their models."""

    language: Language
    parts: dict[str, Schema] = field(default_factory=dict)

    def said(self, what: str) -> str:
        return told_in(self.language, _SAID[what])

    # -- parts ----------------------------------------------------------------------------

    def part(self, model: type[BaseModel]) -> Schema:
        """A table of fixed keys."""
        name = model.__name__
        properties, required = {}, []
        for key, info in model.model_fields.items():
            properties[field_word(key, self.language)] = self._field(name, key, info)
            if info.is_required():
                required.append(field_word(key, self.language))
        return {
            "title": PARTS[name].of(self.language),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def _field(self, model: str, name: str, info: FieldInfo) -> Schema:
        """What may stand under one key of a part."""
        kind = whole(info)
        found = self._kind(kind, (model, name))
        default = self._default(kind, info)
        return {
            **found,
            "description": self._described(meaning_of(model, name)),
            **({} if default is None else {"default": default}),
        }

    def _described(self, meaning: Meaning) -> str:
        """What a field means, its unit, and an example where that is short."""
        sentences = [meaning.text(self.language)]
        unit, example = meaning.unit_in(self.language), meaning.example_in(self.language)
        if unit and meaning.unit not in _UNSAID:
            sentences.append(self.said("unit").format(unit=unit))
        if example and len(example) <= _SHORT:
            sentences.append(self.said("example").format(example=example))
        return " ".join(sentences)

    def _default(self, kind: Any, info: FieldInfo) -> Any:
        """What holds where a key is left out, as a file says it; None where that is nothing."""
        value = info.default
        if value is PydanticUndefined or value in ("", (), {}):
            return None
        if is_clock(kind):
            return clock_text(value)
        if choices_in(kind):
            return value and choice_word(value, self.language)
        if isinstance(value, dict):
            return {str(key): each for key, each in value.items()}
        return value if isinstance(value, str | int) else None

    # -- kinds ----------------------------------------------------------------------------

    def _kind(self, kind: Any, at: tuple[str, str]) -> Schema:
        """What a value of a kind looks like; `at`: the model and field it is for."""
        if type(None) in members(kind):
            return {"anyOf": [self._kind(_something(kind), at), {"type": "null"}]}
        models, words = models_in(kind), choices_in(kind)
        if len(models) > 1:
            return self._one_of(models)
        if models:
            return self._ref(models[0])
        if words:
            return self._words(words, at)
        if is_clock(kind):
            return self._text_like("clock", _CLOCK)
        (plain,) = members(kind)
        if get_origin(plain) is dict:
            key, value = get_args(plain)
            return {
                "type": "object",
                **self._entries(key, value, at),
                **_least("minProperties", kind),
            }
        if get_origin(plain) is tuple:
            return {
                "type": "array",
                "items": self._kind(get_args(plain)[0], at),
                **_least("minItems", kind),
                "errorMessage": self.said("list"),
            }
        return self._plain(kind, plain)

    def _plain(self, kind: Any, plain: Any) -> Schema:
        """Numbers, texts, dates, yes or no: pydantic knows their bounds."""
        if plain is date:
            return self._text_like("date", _DATE)
        found: Schema = TypeAdapter(kind).json_schema()
        found.pop("description", None)
        if plain is bool:
            found["errorMessage"] = self.said("yes or no")
        elif plain is int:
            found["errorMessage"] = self.said("number")
        elif "pattern" in found:
            is_name = found["pattern"] == NAME
            found["patternErrorMessage"] = self.said("name" if is_name else "id")
        return found

    def _text_like(self, what: str, pattern: str) -> Schema:
        return _worded({"type": "string", "pattern": pattern}, self.said(what))

    def _words(self, words: tuple[str, ...], at: tuple[str, str]) -> Schema:
        """One of some fixed words, each with what it means."""
        own = [choice_word(word, self.language) for word in words]
        found: Schema = {
            "enum": own,
            "errorMessage": self.said("one of").format(words=", ".join(own)),
        }
        meanings = WORDS_OF.get(at, {})
        if all(word in meanings for word in words):
            found["enumDescriptions"] = [meanings[word].of(self.language) for word in words]
        return found

    # -- tables and references ------------------------------------------------------------

    def _entries(self, key: Any, value: Any, at: tuple[str, str]) -> Schema:
        """The entries of a table by ids, numbers, hours or fixed words."""
        inside = self._kind(value, at)
        words = choices_in(key)
        if words:
            meanings = WORDS_OF.get(at, {})
            entries = {
                choice_word(word, self.language): {
                    **inside,
                    **_hint(meanings.get(word), self.language),
                }
                for word in words
            }
            return {"properties": entries, "additionalProperties": False}
        if int in members(key) and not is_clock(key):
            low, high = bounds(key)
            if high is not None:
                # yaml-language-server takes such a key for a number: of all that a schema can ask
                # of keys, only this holds for numbers too
                numbers = "|".join(str(number) for number in range(low, high + 1))
                return {
                    "patternProperties": {f"^({numbers})$": inside},
                    "additionalProperties": False,
                }
        return {"propertyNames": self._key(key), "additionalProperties": inside}

    def _key(self, kind: Any) -> Schema:
        """How a key of a table is written."""
        if is_clock(kind):
            return _worded({"pattern": _HOUR}, self.said("hour"))
        if int in members(kind):
            return _worded({"pattern": _NUMBER}, self.said("count"))
        return self._plain(kind, str)

    def _ref(self, model: type[BaseModel]) -> Schema:
        """A part of the file, described once for all places where it may stand."""
        name = model.__name__
        if name not in self.parts:
            self.parts[name] = {}  # so that a part within itself would not go on for ever
            self.parts[name] = self._text(model) if issubclass(model, Text) else self.part(model)
        return {"$ref": f"#/$defs/{name}"}

    def _text(self, model: type[BaseModel]) -> Schema:
        """A text: bare, or one for each language."""
        nothing = {"properties": {own: {"const": ""} for own in LANGUAGES}}  # or left out
        table = {**self.part(model), "not": nothing}
        bare = {"type": "string", "minLength": 1}
        return {"title": table["title"], "anyOf": [bare, table]}

    def _one_of(self, models: Sequence[type[BaseModel]]) -> Schema:
        """Parts of several kinds: its kind decides which keys a part has, so that a mistake is told
        of the keys of its own kind."""
        kind = field_word("kind", self.language)
        words = tuple(choices_in(model.model_fields["kind"].annotation)[0] for model in models)
        unions = (("Event", "kind"), ("Ballot", "kind"))
        at = next(union for union in unions if set(words) == set(WORDS_OF[union]))
        branches = [
            {
                "if": {
                    "properties": {kind: {"const": choice_word(word, self.language)}},
                    "required": [kind],
                },
                "then": self._ref(model),
            }
            for word, model in zip(words, models, strict=True)
        ]
        return {
            "type": "object",
            "properties": {
                kind: {
                    **self._words(words, at),
                    "description": meaning_of(models[0].__name__, "kind").text(self.language),
                }
            },
            "required": [kind],
            "allOf": branches,
        }


def _something(kind: Any) -> Any:
    """A kind without the nothing that it allows."""
    if get_origin(kind) is Annotated:
        return _something(get_args(kind)[0])
    (plain,) = (each for each in get_args(kind) if each is not type(None))
    return plain


def _least(keyword: str, kind: Any) -> Schema:
    """How many entries a table or a list has at least."""
    sizes = [mark.min_length for mark in marks_of(kind) if isinstance(mark, MinLen)]
    return {keyword: max(sizes)} if sizes else {}


def _worded(schema: Schema, message: str) -> Schema:
    """A schema, and what an editor says where it does not hold."""
    return {**schema, "patternErrorMessage": message, "errorMessage": message}


def _hint(meaning: Both | None, language: Language) -> Schema:
    return {} if meaning is None else {"description": meaning.of(language)}
