"""YAML text becomes a tree with places, or is refused with one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from simpasar.scenario import tree
from simpasar.scenario.problems import Place, Problem, ScenarioProblems
from simpasar.scenario.source import Items, Node, Scalar, Source, Table, read_text
from simpasar.scenario.tree import parse

PARSERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=PARSERS, ids=["python", "libyaml"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every machine has libyaml: all rules hold with and without it."""
    monkeypatch.setattr(tree, "LOADER", request.param)


def _refusal(text: str) -> Problem:
    with pytest.raises(ScenarioProblems) as caught:
        parse(Source.of("f.yaml", text))
    (problem,) = caught.value.problems
    return problem


def _file_refusal(path: Path) -> Problem:
    with pytest.raises(ScenarioProblems) as caught:
        parse(read_text(path))
    (problem,) = caught.value.problems
    return problem


def _value(written: str) -> object:
    node = parse(Source.of("f.yaml", f"a: {written}")).values["a"]
    assert isinstance(node, Scalar)
    return node.value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("-5", -5),
        ("12500", 12_500),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("'5'", "5"),
        ('"true"', "true"),
    ],
)
def test_plain_whole_numbers_and_three_words_have_a_meaning(written: str, value: object) -> None:
    found = _value(written)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "written",
    [
        *("2.000", "0,7", "0.7", "007", "+5", "1_000", "0x1F", "0o7", "1e3", ".inf", ".nan"),
        *("yes", "no", "on", "Off", "y", "True", "NULL", "~", "06:30", "2027-01-04", "6%"),
        "9" * 19,
    ],
)
def test_everything_else_is_the_text_that_was_written(written: str) -> None:
    assert _value(written) == written


def _places(node: Node) -> list[tuple[str, Place]]:
    match node:
        case Scalar():
            return [(node.text, node.place)]
        case Items():
            return [found for item in node.items for found in _places(item)]
        case Table():
            keys = [(key.text, key.place) for key in node.keys.values()]
            return [*keys, *(found for value in node.values.values() for found in _places(value))]


def test_every_key_and_value_knows_its_line_and_column() -> None:
    text = 'a: 1\nb:\n  - c\n  - {d: "e", f: [g, h]}\n# remark\ni:\n    jé:   k\n'
    found = dict(_places(parse(Source.of("f.yaml", text))))
    lines = text.split("\n")
    assert set(found) == {*"abcdefghik", "jé", "1"}
    for word, place in found.items():
        assert lines[place.line - 1][place.column - 1 :].lstrip('"').startswith(word)


def test_the_place_of_a_list_or_table_is_where_it_begins() -> None:
    tree = parse(Source.of("f.yaml", "a: [1]\nb:\n  c: 1\n"))
    assert tree.values["a"].place == Place(1, 4)
    assert tree.values["b"].place == Place(3, 3)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_of_any_editor_change_nothing(ends: str, mark: str) -> None:
    plain = "a: 1\nb:\n  c: x\n"
    assert parse(Source.of("f", mark + plain.replace("\n", ends))) == parse(Source.of("f", plain))


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "twice", Place(3, 1)),
        ("a: {b: 1, b: 2}", "twice", Place(1, 11)),
        ("a: 1\n\tb: 2\n", "tab", Place(2, 1)),
        ("a:\n  b: 1\n\tc: 2\n", "tab", Place(3, 1)),
        ("a: &x [1]\nb: *x\n", "alias", Place(2, 4)),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "alias", Place(3, 7)),
        ("a: !!python/object:os.system x", "tag", Place(1, 4)),
        ("a: !mine {b: 1}", "tag", Place(1, 4)),
        ("a: !!int '5'", "tag", Place(1, 4)),
        ("a: 1\n---\nb: 2\n", "documents", Place(2, 1)),
        ("a: [1, 2\nb: 3\n", "yaml", None),
        ("a: 'open\n", "not-closed", Place(1, 4)),
        ("a: 1\nb: [1,\n", "not-closed", Place(2, 4)),
        ("a: 1\nb: {", "not-closed", Place(2, 4)),
        ("a: b: c\n", "colon", Place(1, 5)),
        ("a: @x\n", "yaml", Place(1, 4)),
        ("a: 1\nnonsense\n", "no-colon", None),
        ("[a]: 1", "key", Place(1, 1)),
        ("{[a]: 1}", "key", Place(1, 2)),
        ("- a\n- b\n", "no-keys", Place(1, 1)),
        ("words", "no-keys", Place(1, 1)),
        ("a: x\0y", "character", Place(1, 5)),
        ("ab\nc: x\ud800", "character", Place(2, 5)),
        ("", "empty", None),
        ("  \n# only a remark\n", "empty", None),
        ("---\n", "empty", None),
    ],
)
def test_yaml_that_no_scenario_uses_is_refused_where_it_stands(
    text: str, code: str, place: Place | None
) -> None:
    problem = _refusal(text)
    assert problem.code == code
    if place is not None:
        assert problem.place == place
    assert (problem.place is None) == (code == "empty")


def test_a_repeated_key_names_both_places() -> None:
    problem = _refusal("a: 1\n\nb: 2\na: 3\n")
    assert problem.place == Place(4, 1)
    assert "line 1" in problem.message


def test_a_tab_is_called_a_tab() -> None:
    assert "tab" in _refusal("a:\n\tb: 1").message


def test_an_alias_bomb_is_refused_at_its_first_alias() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert _refusal(bomb).place == Place(2, 8)


@pytest.mark.parametrize("text", ["[" * 5_000, "- " * 5_000, "a: " + "{b: " * 5_000, "? " * 5_000])
def test_five_thousand_levels_are_refused_at_once(text: str) -> None:
    assert _refusal(text).code in ("too-deep", "key")


# -- files --------------------------------------------------------------------------------


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert _file_refusal(tmp_path / "none.yaml").code == "no-file"
    assert _file_refusal(tmp_path / "nul\0.yaml").code == "no-file"


def test_a_path_through_a_file_is_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a: 1")
    assert _file_refusal(tmp_path / "file" / "none.yaml").code == "no-file"


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert _file_refusal(tmp_path).code == "folder"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file we may not read")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "locked.yaml"
    path.touch(mode=0)
    assert _file_refusal(path).code == "unreadable"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"a: \xff", b"a: 1\0", "a: 1".encode("utf-16")]
)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    assert _file_refusal(path).code == "no-text"


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.touch()
    assert _file_refusal(path).code == "empty"


def test_a_file_over_a_megabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * 1_000_000)
    assert _file_refusal(path).code == "too-large"
    assert _refusal("a: 1\n" + "#" * 1_000_000).code == "too-large"


# -- how it is shown ----------------------------------------------------------------------


def test_a_problem_shows_its_line_with_a_caret_under_the_place() -> None:
    text = str(_refusal("a: 1\nb: {c: 2, c: 3}\n"))
    head, line, caret = text.split("\n")
    assert head.startswith("f.yaml:2:11: ")
    assert line[caret.index("^") :].startswith("c: 3")


def test_a_long_line_is_shown_around_the_place() -> None:
    _head, line, caret = str(_refusal(f"a: {{b: {'x' * 500}, c: 1, c: 2}}")).split("\n")
    assert len(line) < 80
    assert line[caret.index("^") :].startswith("c: 2")
