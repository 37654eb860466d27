"""A scenario file -> a Scenario, or every problem of it with its place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from simpasar.i18n import Language, _
from simpasar.scenario.healing import Healed, validated
from simpasar.scenario.lint import meaning
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import MAX_PROBLEMS, ScenarioProblems
from simpasar.scenario.reading import Reader
from simpasar.scenario.source import Scalar, Source, Table, read_text
from simpasar.scenario.tree import tree_of
from simpasar.scenario.vocabulary import HEAD, field_of

MOST_FOUND = 4 * MAX_PROBLEMS
"""Findings in a scenario in which broken values were replaced: most of them may stem from that."""


@dataclass(frozen=True, slots=True)
class Read:
    """A scenario without errors, and its reader, who knows where everything stands."""

    scenario: Scenario
    reader: Reader


def load(path: Path) -> Scenario:
    """The scenario in the file at `path`.

    Raises:
        ScenarioProblems: all that is wrong with it, in the order of the file.
    """
    return read(read_text(path)).scenario


def load_text(text: str, file: str = "-") -> Scenario:
    """The scenario in `text`; `file` is what problems call it.

    Raises:
        ScenarioProblems: as `load`.
    """
    return read(Source.of(file, text)).scenario


def read(source: Source) -> Read:
    """The scenario in a text, and who read it.

    Raises:
        ScenarioProblems: as `load`.
    """
    root, told = tree_of(source)
    try:
        reader = Reader(source, _language(source, root), told)
    except ScenarioProblems as refusal:
        raise ScenarioProblems([*told, *refusal.problems]) from None
    result = validated(reader, reader.read_all(root))
    if isinstance(result, Scenario):
        for finding in islice(meaning(result, reader.language), MAX_PROBLEMS):
            reader.add_finding(finding)
    else:
        _found_in_all(reader, result)
    if reader.problems or not isinstance(result, Scenario):
        raise reader.refusal()
    return Read(result, reader)


def _found_in_all(reader: Reader, healed: Healed) -> None:
    """What is found alike however the broken values are mended is a mistake of its own."""
    found = [
        dict.fromkeys(islice(meaning(scenario, reader.language), MOST_FOUND))
        for scenario in healed.scenarios
    ]
    for finding in found[0] if found else ():
        if all(finding in other for other in found) and not healed.touches(finding[0]):
            reader.add_finding(finding)


def _language(source: Source, root: Table) -> Language:
    """Which key words a file uses: its head says so; Indonesian where it does not."""
    heads = [(own, root.keys[word]) for own, word in HEAD.items() if word in root.keys]
    language: Language = "id"
    for own, key in heads:
        node = root.values[key.text]
        if not isinstance(node, Scalar) or node.value not in HEAD:
            message = _("`{head}` is `id` or `en`.").format(head=HEAD[own])
            raise source.refusal(node.place, "language", message)
        language = "en" if node.value == "en" else "id"
    if len(heads) > 1:
        message = _("`{one}` and `{other}` mean the same: keep one of them.")
        text = message.format(one=HEAD["id"], other=HEAD["en"])
        raise source.refusal(max(key.place for _own, key in heads), "language", text)
    other: Language = "id" if language == "en" else "en"
    if _known_in(root, other) > _known_in(root, language):
        message = _("The keys here are of the other language: write `{head}: {other}` at the top.")
        place = heads[0][1].place if heads else root.place
        raise source.refusal(place, "language", message.format(head=HEAD[other], other=other))
    return language


def _known_in(root: Table, language: Language) -> int:
    return sum(field_of(word, language) in Scenario.model_fields for word in root.keys)
