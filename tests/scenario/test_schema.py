"""The schemas accept what the loader accepts, and refuse what a schema can know to be wrong."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lapak import FILES, spoilt

import schemas
from simpasar.i18n import Language
from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load_text
from simpasar.scenario.meanings import MEANINGS
from simpasar.scenario.parts import DAY, clock_text
from simpasar.scenario.problems import ScenarioProblems
from simpasar.scenario.schema import FILES as SCHEMA_FILES
from simpasar.scenario.schema import modeline, schema, schema_text
from simpasar.scenario.source import Items, Node, Scalar, Source, Table
from simpasar.scenario.translate import translated
from simpasar.scenario.tree import parse
from simpasar.scenario.vocabulary import FIELDS, HEAD, WORDS

LANGUAGES: tuple[Language, ...] = ("id", "en")
both = pytest.mark.parametrize("language", LANGUAGES)


def plain(node: Node) -> Any:
    """The plain values of a tree, under the keys of the file."""
    match node:
        case Scalar():
            return node.value
        case Items():
            return [plain(item) for item in node.items]
        case Table():
            return {key: plain(value) for key, value in node.values.items()}


def values(text: str) -> Any:
    return plain(parse(Source.of("-", text)))


@cache
def validator(language: Language) -> Any:
    return jsonschema.Draft202012Validator(schema(language))


def mistakes(language: Language, tree: Any) -> list[str]:
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator(language).iter_errors(tree)]


def tables(part: Any) -> Iterator[dict[str, Any]]:
    """Every table in a schema."""
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from tables(value)
    elif isinstance(part, list):
        for value in part:
            yield from tables(value)


# -- what there is ------------------------------------------------------------------------


@both
def test_it_is_a_schema(language: Language) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(language))
    assert json.loads(schema_text(language)) == schema(language)


def test_the_committed_schemas_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert schemas.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_schema_is_told(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(schemas, "ROOT", tmp_path)
    monkeypatch.setattr(schemas, "FOLDER", tmp_path / "scenarios" / "schema")
    assert schemas.main(["--check"]) == 1
    assert "scenario.id.schema.json" in capsys.readouterr().err
    assert not (tmp_path / "scenarios").exists()
    assert schemas.main([]) == 0
    assert schemas.main(["--check"]) == 0
    (tmp_path / "scenarios" / "schema" / SCHEMA_FILES["en"]).write_text("{}")
    assert schemas.main(["--check"]) == 1
    assert "scenario.en.schema.json. Run" in capsys.readouterr().err


@both
def test_every_key_and_word_is_of_the_vocabulary_and_all_of_it_is_there(
    language: Language,
) -> None:
    found = list(tables(schema(language)))
    keys = {key for table in found for key in table.get("properties", {})}
    words = {word for table in found for word in table.get("enum", ())}
    own = set(FIELDS.values() if language == "id" else FIELDS)
    own_words = set(WORDS.values() if language == "id" else WORDS)
    assert own | {HEAD[language]} <= keys <= own | own_words | {HEAD[language]}
    assert words <= own_words
    assert own_words <= words | keys


@both
def test_every_key_is_explained_in_the_language_of_the_vocabulary(language: Language) -> None:
    said = {
        table["description"]
        for table in tables(schema(language))
        if isinstance(table.get("description"), str)
    }
    for fields in MEANINGS.values():
        for meaning in fields.values():
            assert any(text.startswith(meaning.text(language)) for text in said)


@both
def test_nothing_else_may_stand_in_a_part(language: Language) -> None:
    parts = [table for table in tables(schema(language)) if table.get("required")]
    assert len(parts) > 30
    assert all(
        part["additionalProperties"] is False
        for part in parts
        if "allOf" not in part and "title" in part
    )


def test_every_shipped_scenario_names_its_schema_in_its_first_line() -> None:
    for name in shipped():
        text = find(name).read_text(encoding="utf-8")
        assert text.split("\n")[0] == modeline("id")
        assert (find(name).parent / "schema" / SCHEMA_FILES["id"]).is_file()


def test_times_of_day_are_those_that_the_loader_reads() -> None:
    patterns = {
        table["pattern"] for table in tables(schema("id")) if "24:00" in table.get("pattern", "")
    }
    (pattern,) = patterns
    for seconds in range(0, DAY + 1, 60):
        assert re.search(pattern, clock_text(seconds))
        assert re.search(pattern, clock_text(seconds).removeprefix("0"))
    for wrong in ("24:01", "25:00", "6:0", "06:60", "006:00", "06.00", "6", "", "-1:00", "06:00 "):
        assert not re.search(pattern, wrong), wrong


# -- what is right ------------------------------------------------------------------------


@both
@pytest.mark.parametrize("name", shipped())
def test_shipped_scenarios_are_accepted(name: str, language: Language) -> None:
    text = translated(find(name).read_text(encoding="utf-8"), language).text
    assert mistakes(language, values(text)) == []


@both
def test_a_scenario_with_a_part_of_every_kind_is_accepted(language: Language) -> None:
    assert mistakes(language, values(FILES[language].read_text(encoding="utf-8"))) == []


def test_a_scenario_of_the_other_vocabulary_is_refused() -> None:
    assert mistakes("id", values(FILES["en"].read_text(encoding="utf-8")))
    assert mistakes("en", values(FILES["id"].read_text(encoding="utf-8")))


# -- what is wrong ------------------------------------------------------------------------

CHANGES = [
    # old, new, whether it is accepted
    ("bahasa: id\n", "", True),
    ("nama: Kompor", 'nama: ""', False),
    ("nama: Kompor", "nama: {}", False),
    ("nama: Kompor", 'nama: {id: ""}', False),
    ("nama: Kompor", 'nama: {id: "", en: ""}', False),
    ("nama: Kompor", 'nama: {id: Kompor, en: ""}', True),
    ("nama: Kompor", "nama: {en: Stove}", True),
    ("    jenis: keramaian\n", "", False),
    ("    peralatan: kompor\n", "    peralatan: null\n", True),
    ("    tenaga: 2\n", "    tenaga: null\n", False),
    ("7:00: 1", "23:00: 1", True),
    ("7:00: 1", "7:30: 1", False),
    ("7:00: 1", "24:00: 1", False),
    ("{1: 8, 2: 2}", "{1: 8, 01: 2}", False),
    ("bobot_bulan: {1: 6}", "bobot_bulan: {12: 6}", True),
    ("bobot_bulan: {1: 6}", "bobot_bulan: {0: 6}", False),
    ("tempat: [klender]", "tempat: []", False),
    ("ukuran: penetapan_harga", "ukuran: null", True),
]


@pytest.mark.parametrize(("old", "new", "accepted"), CHANGES)
def test_a_change_is_accepted_where_the_loader_accepts_its_form(
    old: str, new: str, accepted: bool
) -> None:
    tree = values(spoilt(old, new))
    assert (mistakes("id", tree) == []) == accepted
    assert (form_problems(tree) == []) == accepted


def test_english_key_words_need_their_head() -> None:
    tree = values(FILES["en"].read_text(encoding="utf-8"))
    del tree["language"]
    assert mistakes("en", tree) == ["[]: 'language' is a required property"]


KNOWN = {
    "clock", "date", "empty-text", "id", "kind", "language", "list", "missing", "name", "number",
    "range", "table", "text", "too-few", "too-long", "unknown-key", "unknown-word",
    "whole-hour", "yes-no",
}  # fmt: skip
"""Codes of what a schema can know: the form of one value, and which keys there are."""

VALUES: list[Any] = [
    None, True, False, -1, 0, 1, 13, 105, 10**12, "", "x", "Bad Id", "12:30", "06:00", "2027-01-04",
    "harga", "price", "banjir", "flood", "per_adonan", [], [1], ["x"], {}, {"x": 1}, {"06:00": 2},
    {"1": 1}, {"id": "x"}, {"en": "x"}, {"id": 5}, "2.5",
]  # fmt: skip


def places(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where each value of a tree stands."""
    if at:
        yield at
    inside = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in inside:
        yield from places(value, (*at, key))


KEYS = {*FIELDS, *FIELDS.values()}
TREES = {own: values(path.read_text(encoding="utf-8")) for own, path in FILES.items()}
PLACES = {own: list(places(tree)) for own, tree in TREES.items()}


def mutated(data: st.DataObject, language: Language) -> Any:
    """The smallest scenario with one change."""
    tree = copy.deepcopy(TREES[language])
    *above, last = data.draw(st.sampled_from(PLACES[language]))
    parent = tree
    for key in above:
        parent = parent[key]
    what = data.draw(st.sampled_from(["value", "value", "value", "gone", "key", "extra"]))
    if what == "value":
        parent[last] = data.draw(st.sampled_from(VALUES))
    elif what == "gone":
        del parent[last]
    elif isinstance(parent, dict):
        name = data.draw(st.sampled_from(["zzz", "Bad Id", "1", "nama", "name", "faktor", "06:00"]))
        parent[name] = parent.pop(last) if what == "key" else data.draw(st.sampled_from(VALUES))
    return tree


def form_problems(tree: Any) -> list[str]:
    """What the loader says of a tree that a schema can know too."""
    try:
        load_text(json.dumps(tree))
    except ScenarioProblems as refused:
        return [
            problem.message
            for problem in refused.problems
            # an id may be missing too, of those that are named elsewhere
            if problem.code in KNOWN
            and (problem.code != "missing" or problem.message.split("`")[1] in KEYS)
        ]
    return []


@settings(max_examples=200, deadline=None)
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_a_schema_refuses_what_the_loader_refuses_for_its_form_and_nothing_else(
    data: st.DataObject, language: Language
) -> None:
    tree = mutated(data, language)
    told = form_problems(tree)
    found = mistakes(language, tree)
    assert bool(found) == bool(told), (told, found)
