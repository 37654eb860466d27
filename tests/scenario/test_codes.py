"""Every code is explained, and its examples are what they say they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lapak import FILES
from patching import patched

from simpasar.i18n import LANGUAGES, Language
from simpasar.scenario import codes_form, explain
from simpasar.scenario.check import check_source
from simpasar.scenario.codes import CODES
from simpasar.scenario.source import Source

PACKAGE = Path(codes_form.__file__).parent
WORD = re.compile(r"[a-z]+(-[a-z]+)*")


def told(text: str) -> set[str]:
    """The codes of all that is said of a text."""
    return {problem.code for problem in check_source(Source.of("f.yaml", text)).problems}


def _used() -> Iterator[str]:
    """Every code that stands in the sources: beside a place in a finding, or first in what is
    said."""
    for path in sorted(PACKAGE.glob("*.py")):
        if path.name.startswith(("codes", "meaning", "vocabulary")):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _in_call(node)
            elif isinstance(node, ast.Yield | ast.Return) and isinstance(node.value, ast.Tuple):
                yield from _in_tuple(node.value)
            elif isinstance(node, ast.IfExp):
                yield from (w for part in (node.body, node.orelse) for w in _in_tuple(part))


def _in_call(node: ast.Call) -> Iterator[str]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    at = {"Said": 0, "_with_mend": 0, "refusal": 1, "_refuse": 1, "_unknown": 1, "Problem": 2}
    if name in at and len(node.args) > at[name]:
        part = node.args[at[name]]
        for each in (part.body, part.orelse) if isinstance(part, ast.IfExp) else (part,):
            yield from _constant(each)


def _in_tuple(node: ast.expr) -> Iterator[str]:
    """A finding: a place, a code, a sentence, perhaps a mend."""
    if isinstance(node, ast.Tuple) and len(node.elts) in (3, 4):
        yield from _constant(node.elts[1])


def _constant(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and WORD.fullmatch(str(node.value)):
        yield str(node.value)


USED = {*_used(), *(kind.replace("_", "-") for kind in explain.wanted())}


def test_every_code_that_can_occur_is_explained_and_no_other() -> None:
    assert USED - CODES.keys() == set()
    assert CODES.keys() - USED == set()


def test_every_code_has_a_short_title_and_an_explanation_in_both_languages() -> None:
    for code in CODES.values():
        for language in LANGUAGES:
            assert 0 < len(code.title.of(language)) <= 50, code.word
            assert len(code.explanation.of(language)) > 40, code.word
        assert code.title.id != code.title.en


EXAMPLES = [
    (code.word, language) for code in CODES.values() if code.wrong for language in LANGUAGES
]


@pytest.mark.parametrize(("word", "language"), EXAMPLES)
def test_a_wrong_example_in_a_whole_scenario_is_told_of(word: str, language: Language) -> None:
    code = CODES[word]
    base = "" if code.whole else FILES[language].read_text(encoding="utf-8")
    assert code.wrong is not None
    assert word in told(patched(base, code.wrong.of(language)))


RIGHT = [(code.word, language) for code in CODES.values() if code.right for language in LANGUAGES]


@pytest.mark.parametrize(("word", "language"), RIGHT)
def test_a_right_example_in_a_whole_scenario_is_not_told_of(word: str, language: Language) -> None:
    code = CODES[word]
    base = FILES[language].read_text(encoding="utf-8")
    assert code.right is not None
    found = check_source(Source.of("f.yaml", patched(base, code.right.of(language))))
    assert word not in {problem.code for problem in found.problems}
    assert not found.errors


def test_examples_are_short_enough_to_be_read() -> None:
    for code in CODES.values():
        for example in (code.wrong, code.right):
            lines = [line for text in example or () for line in text.split("\n")]
            assert all(len(line) <= 96 for line in lines), code.word
