"""YAML text -> a tree that knows the line and column of every key and value.

PyYAML splits the text into events; the tree is built here, so that numbers are what people mean
(2.000 is no two, 06:30 no sexagesimal, `no` no falsehood), a repeated key is an error, and no
input, however deep or self-referring, can exhaust the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from simpasar.i18n import _
from simpasar.scenario.problems import MAX_PROBLEMS, Place, Problem, Said, ScenarioProblems
from simpasar.scenario.source import (
    BREAK,
    GLUED,
    MAX_BYTES,
    SURROGATE,
    WHOLE,
    Items,
    Node,
    Scalar,
    Source,
    Table,
    quoted,
    too_large,
)

MAX_DEPTH = 40

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, ten times as fast, where it is there."""
_WORDS = {"true": True, "false": False, "null": None, "": None}
_TORN = re.compile(r"(\s*(?:- )*[\w-]+:\s+)([^\s\"'\[{|>&*!#](?:.*?\S)?)(\s+#.*|\s*)")
_BEFORE = re.compile(r"(.*(?:[\[{,]\s*|:\s+))([^\s\"'\[{|>&*!#][^\[\]{},\"']*)")
_AFTER = re.compile(r":(?=\s)[^,\[\]{}\"'#]*")
"""Within brackets a value begins after one of them, a comma or a key, and ends before the next."""
_LONGEST = 1_000
"""Characters of a line in which a colon too many is looked for."""


def parse(source: Source) -> Table:
    """The tree of a scenario.

    Raises:
        ScenarioProblems: the text is no YAML, or YAML that no scenario uses.
    """
    root, problems = tree_of(source)
    if problems:
        raise ScenarioProblems(problems)
    return root


def tree_of(source: Source) -> tuple[Table, list[Problem]]:
    """The tree of a scenario as far as it can be made out, and what is wrong with the text of it.

    Raises:
        ScenarioProblems: nothing can be made out from some place on, or at all.
    """
    if len(source.text) > MAX_BYTES:
        raise too_large(source)
    surrogate = SURROGATE.search(source.text)
    if surrogate:
        raise _odd_character(source, surrogate.start())
    text, told = source.text, list[Problem]()
    while True:
        building = _Building(source, [])
        try:
            root = building.build(iter(yaml.parse(text, Loader=LOADER)))
            break
        except yaml.MarkedYAMLError as error:
            problem = _no_yaml(source, error, building.open_nodes)
            near = bool(told) and _line(problem) - _line(told[-1]) <= 1
            if near and (problem.mend is None or _line(problem) <= _line(told[-1])):
                # What stands there was torn by the mistake before: one mistake, one message.
                raise ScenarioProblems([*told, *building.problems]) from None
            told.append(problem)
            text, before = _quoted_at(text, problem), text
            if text == before or len(told) >= MAX_PROBLEMS:
                raise ScenarioProblems([*told, *building.problems]) from None
        except yaml.YAMLError as error:
            raise _odd_character(source, getattr(error, "position", None)) from None
    if root is None:
        raise source.refusal(None, "empty", _("The file is empty."))
    if not isinstance(root, Table):
        message = _("A scenario begins with keys, for example `nama: pasar-pagi`.")
        raise source.refusal(root.place, "no-keys", message)
    return root, [*told, *building.problems]


def _line(problem: Problem) -> int:
    return problem.place.line if problem.place else 0


def _quoted_at(text: str, problem: Problem) -> str:
    """The text with the value that a colon had torn in quotes, so that the rest can be read.

    No place moves: the value begins where it did.
    """
    if problem.code != "colon" or problem.mend is None or problem.place is None:
        return text
    lines = BREAK.split(text)
    line = lines[problem.place.line - 1]
    key, value, rest = torn(line, problem.place.column)
    starts = sum(len(each) + 1 for each in lines[: problem.place.line - 1])
    return text[:starts] + key + quoted(value) + rest + text[starts + len(line) :]


def _odd_character(source: Source, position: int | None) -> ScenarioProblems:
    place = None
    if position is not None:
        before = BREAK.split(source.text[:position])
        place = Place(len(before), len(before[-1]) + 1)
    message = _("There is a character here that no text file should have.")
    return source.refusal(place, "character", message)


def _no_yaml(
    source: Source, error: yaml.MarkedYAMLError, open_nodes: list[Items | Table]
) -> Problem:
    """What the parser could not read, where it could not; of what never ends, where it begins."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    if "nesting depth" in str(error.problem):  # libyaml has a limit of its own since 0.2.6
        return source.problem(place, _too_deep())
    if "could not find expected ':'" in str(error.problem) and error.context_mark:
        key = error.context_mark
        return _no_colon(source, Place(key.line + 1, key.column + 1))
    if not _ended(source, place):
        above = source.line(place.line - 1) if place.line > 1 else ""
        if "mapping values" in str(error.problem) and GLUED.fullmatch(above):
            return _no_colon(source, Place(place.line - 1, 1))
        return source.problem(place, _not_read(source.line(place.line), place.column, error))
    said = Said("not-closed", _("What begins here does not end: close it."))
    opened = error.context_mark
    begun = Place(opened.line + 1, opened.column + 1) if opened else place
    if not _ended(source, begun):  # a quoted text
        return source.problem(begun, said)
    if open_nodes:
        return source.problem(open_nodes[-1].place, said)
    last = Place(len(source.lines), len(source.lines[-1]) + 1)
    return source.problem(last, _not_read("", 1, error))


def _too_deep() -> Said:
    message = _("This is nested too deeply: no scenario needs so many levels.")
    return Said("too-deep", message)


def _ended(source: Source, place: Place) -> bool:
    """Whether nothing follows `place`: parsers may give the end a line of its own."""
    rest = [source.line(place.line)[place.column - 1 :], *source.lines[place.line :]]
    return not any(line.strip() for line in rest)


def _not_read(line: str, column: int, error: yaml.MarkedYAMLError) -> Said:
    if "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in str(error.problem):
        message = _("A tab stands here. Indent with spaces.")
        return Said("tab", message, _("spaces"))
    value = torn(line, column)[1]
    within = "',' or '" in str(error.problem) and ":" in value
    if within or "mapping values are not allowed" in str(error.problem):
        mend = quoted(value) if value else None
        message = _("A second colon stands in this line. Put the text in quotes: {text}")
        return Said("colon", message.format(text=mend or '"..."'), mend)
    return Said(
        "yaml",
        _(
            "The text cannot be read from here on: look at the indentation, quotes and brackets"
            " of this line and the one above."
        ),
    )


def _no_colon(source: Source, place: Place) -> Problem:
    """That a key has no colon, or one that is glued to its value."""
    line = source.line(place.line)
    glued = GLUED.fullmatch(line)
    if glued is None:
        message = _("A colon is missing after a key, in this line or just above.")
        return source.problem(place, Said("no-colon", message))
    mend = f"{glued[1]}: {glued[2]}"
    message = _("Put a space after the colon: `{line}`.").format(line=mend)
    colon = Place(place.line, line.index(":") + 1)
    return source.problem(colon, Said("colon-space", message, mend))


def torn(line: str, column: int) -> tuple[str, str, str]:
    """A line with a colon too many, at or before `column`: what stands before the value, the
    value, what comes after; only the line and nothing else where it is no such line."""
    if len(line) > _LONGEST:
        return line, "", ""
    found = _TORN.fullmatch(line)
    if found:
        return found[1], found[2], found[3]
    before, after = _BEFORE.fullmatch(line, 0, column - 1), _AFTER.match(line, column - 1)
    if not before or not after:
        return line, "", ""
    value = (before[2] + after[0]).rstrip()
    return before[1], value, line[len(before[1]) + len(value) :]


_DROPPED = Scalar(Place(0, 0), "", None)
"""The key of an entry that was refused."""


@dataclass
class _Building:
    """A tree in the making, and what is wrong with it so far. No recursion, whatever its depth."""

    source: Source
    problems: list[Problem]
    open_nodes: list[Items | Table] = field(default_factory=list)
    open_keys: list[Scalar | None] = field(default_factory=list)

    def build(self, events: Iterator[Any]) -> Node | None:
        """The first document's root, None where there is none."""
        root: Node | None = None
        documents = 0
        for event in events:
            mark = event.start_mark
            place = Place(mark.line + 1, mark.column + 1)
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        message = _("A second document begins here: keep one scenario in a file.")
                        self._refuse(place, "documents", message)
                        break
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self.open_nodes.pop()
                    self.open_keys.pop()
                case yaml.NodeEvent():
                    node = self._node(event, place)
                    if self.open_nodes:
                        self._attach(self.open_nodes[-1], node)
                    else:
                        root = node
                    self._open(node)
        return None if isinstance(root, Scalar) and root.value is None else root

    def _node(self, event: Any, place: Place) -> Node:
        if isinstance(event, yaml.AliasEvent):
            message = _("References (*name) are not used in scenarios: write it out.")
            raise self._refusal(place, Said("alias", message))
        if event.tag is not None:
            message = _("Tags (!name) are not used in scenarios: leave it out.")
            self._refuse(place, "tag", message)
        if isinstance(event, yaml.ScalarEvent):
            end: Any = event.end_mark
            if end.line + 1 == place.line:
                self.source.ends[place] = end.column + 1
            return _scalar(event, place)
        return Items(place) if isinstance(event, yaml.SequenceStartEvent) else Table(place)

    def _open(self, node: Node) -> None:
        if isinstance(node, Scalar):
            return
        if len(self.open_nodes) >= MAX_DEPTH:
            raise self._refusal(node.place, _too_deep())
        self.open_nodes.append(node)
        self.open_keys.append(None)

    def _attach(self, parent: Items | Table, node: Node) -> None:
        """Put a node into the list or table that is open."""
        if isinstance(parent, Items):
            parent.items.append(node)
            return
        key = self.open_keys[-1]
        if key is None:
            self.open_keys[-1] = self._key(parent, node)
            return
        if key is not _DROPPED:
            parent.values[key.text] = node
        self.open_keys[-1] = None

    def _key(self, parent: Table, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            message = _("A key must be one word, not a list or a table.")
            raise self._refusal(node.place, Said("key", message))
        if node.text in parent.keys:
            message = _("`{key}` stands here a second time; the first is in line {line}.").format(
                key=node.text, line=parent.keys[node.text].place.line
            )
            self._refuse(node.place, "twice", message)
            return _DROPPED
        parent.keys[node.text] = node
        return node

    def _refusal(self, place: Place, said: Said) -> ScenarioProblems:
        return ScenarioProblems([*self.problems, self.source.problem(place, said)])

    def _refuse(self, place: Place, code: str, message: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(self.source.problem(place, Said(code, message)))


def _scalar(event: Any, place: Place) -> Scalar:
    text: str = event.value
    if event.style in ("'", '"', "|", ">"):
        return Scalar(place, text, text)
    if text in _WORDS:
        return Scalar(place, text, _WORDS[text])
    return Scalar(place, text, int(text) if WHOLE.fullmatch(text) else text)
