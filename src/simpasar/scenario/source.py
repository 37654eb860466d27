"""YAML text -> a tree that knows the line and column of every key and value.

PyYAML splits the text into events; the tree is built here, so that numbers are what people mean
(2.000 is no two, 06:30 no sexagesimal, `no` no falsehood), a repeated key is an error, and no
input, however deep or self-referring, can exhaust the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from simpasar.i18n import _
from simpasar.scenario.problems import Place, Problem, ScenarioProblems

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
"""How a whole number is written: no dots, no leading zeros, and no more than 18 digits."""

_WORDS = {"true": True, "false": False, "null": None, "": None}
_BREAK = re.compile("[\n\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `text` as written; `value` a text, a whole number, true, false or None."""

    place: Place
    text: str
    value: str | int | bool | None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, in the order of the file."""

    place: Place
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = Scalar | Items | Table


@dataclass(frozen=True)
class Source:
    """A file's text, with line ends of one kind, to tell problems of it."""

    file: str
    text: str

    @classmethod
    def of(cls, file: str, text: str) -> Source:
        """`text` as editors on any machine save it: with or without a BOM, LF, CRLF or CR."""
        bare = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return cls(file, bare)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as YAML counts them."""
        return _BREAK.split(self.text)

    def line(self, number: int) -> str:
        """Line `number`, from 1, fit to be printed; empty beyond the last."""
        line = self.lines[number - 1] if number <= len(self.lines) else ""
        return _SURROGATE.sub("?", line)

    def problem(self, place: Place | None, code: str, message: str) -> Problem:
        """A problem at `place`, with its line."""
        return Problem(self.file, place, code, message, self.line(place.line) if place else "")

    def refusal(self, place: Place | None, code: str, message: str) -> ScenarioProblems:
        return ScenarioProblems([self.problem(place, code, message)])


def read_text(path: Path) -> Source:
    """The text of a scenario file.

    Raises:
        ScenarioProblems: no such file, a folder, unreadable, too large, or no text.
    """
    file = str(path)
    nothing = Source(file, "")
    try:
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
        raise nothing.refusal(None, "no-file", _("There is no such file.")) from None
    except IsADirectoryError:
        message = _("This is a folder, not a scenario file.")
        raise nothing.refusal(None, "folder", message) from None
    except OSError as error:
        if path.is_dir():  # Windows says "permission denied" of a folder
            message = _("This is a folder, not a scenario file.")
            raise nothing.refusal(None, "folder", message) from None
        message = _("The file cannot be read: {reason}.").format(reason=error.strerror)
        raise nothing.refusal(None, "unreadable", message) from None
    if len(data) > MAX_BYTES:
        raise _too_large(nothing)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        message = _("This is no text file. A scenario is plain text in UTF-8.")
        raise nothing.refusal(None, "no-text", message)
    return Source.of(file, text)


def _too_large(source: Source) -> ScenarioProblems:
    message = _("The file is larger than {most} bytes: no scenario needs that much.")
    return source.refusal(None, "too-large", message.format(most=MAX_BYTES))


def parse(source: Source) -> Table:
    """The tree of a scenario.

    Raises:
        ScenarioProblems: the text is no YAML, or YAML that no scenario uses.
    """
    if len(source.text) > MAX_BYTES:
        raise _too_large(source)
    surrogate = _SURROGATE.search(source.text)
    if surrogate:
        raise _odd_character(source, surrogate.start())
    open_nodes: list[Items | Table] = []
    try:
        root = _build(source, open_nodes, iter(yaml.parse(source.text, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        raise _no_yaml(source, error, open_nodes) from None
    except yaml.YAMLError as error:
        raise _odd_character(source, getattr(error, "position", None)) from None
    if root is None:
        raise source.refusal(None, "empty", _("The file is empty."))
    if not isinstance(root, Table):
        message = _("A scenario begins with keys, for example `nama: pasar-pagi`.")
        raise source.refusal(root.place, "no-keys", message)
    return root


def _odd_character(source: Source, position: int | None) -> ScenarioProblems:
    place = None
    if position is not None:
        before = _BREAK.split(source.text[:position])
        place = Place(len(before), len(before[-1]) + 1)
    message = _("There is a character here that no text file should have.")
    return source.refusal(place, "character", message)


def _no_yaml(
    source: Source, error: yaml.MarkedYAMLError, open_nodes: list[Items | Table]
) -> ScenarioProblems:
    """What the parser could not read, where it could not; of what never ends, where it begins."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    if "nesting depth" in str(error.problem):  # libyaml has a limit of its own since 0.2.6
        return _too_deep(source, place)
    if not _ended(source, place):
        return source.refusal(place, "yaml", _yaml_message(source.line(place.line), error))
    message = _("What begins here does not end: close it.")
    opened = error.context_mark
    begun = Place(opened.line + 1, opened.column + 1) if opened else place
    if not _ended(source, begun):  # a quoted text
        return source.refusal(begun, "yaml", message)
    if open_nodes:
        return source.refusal(open_nodes[-1].place, "yaml", message)
    last = Place(len(source.lines), len(source.lines[-1]) + 1)
    return source.refusal(last, "yaml", _yaml_message("", error))


def _too_deep(source: Source, place: Place) -> ScenarioProblems:
    message = _("This is nested too deeply: no scenario needs so many levels.")
    return source.refusal(place, "too-deep", message)


def _ended(source: Source, place: Place) -> bool:
    """Whether nothing follows `place`: parsers may give the end a line of its own."""
    rest = [source.line(place.line)[place.column - 1 :], *source.lines[place.line :]]
    return not any(line.strip() for line in rest)


def _yaml_message(line: str, error: yaml.MarkedYAMLError) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in str(error.problem):
        return _("A tab stands here. Indent with spaces.")
    if "mapping values are not allowed" in str(error.problem):
        return _('A second colon stands in this line. Put the text in quotes: "..."')
    if "could not find expected ':'" in str(error.problem):
        return _("A colon is missing after a key, in this line or just above.")
    return _(
        "The text cannot be read from here on: look at the indentation, quotes and brackets"
        " of this line and the one above."
    )


def _build(source: Source, open_nodes: list[Items | Table], events: Iterator[Any]) -> Node | None:
    """Build the tree without recursion; the first document's root, None where there is none."""
    root: Node | None = None
    open_keys: list[Scalar | None] = []
    documents = 0
    for event in events:
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1)
        node: Node
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    message = _("A second document begins here: keep one scenario in a file.")
                    raise source.refusal(place, "documents", message)
                continue
            case yaml.ScalarEvent() | yaml.CollectionStartEvent() if event.tag is not None:
                message = _("Tags (!name) are not used in scenarios: leave it out.")
                raise source.refusal(place, "tag", message)
            case yaml.AliasEvent():
                message = _("References (*name) are not used in scenarios: write it out.")
                raise source.refusal(place, "alias", message)
            case yaml.ScalarEvent():
                node = _scalar(event, place)
            case yaml.SequenceStartEvent():
                node = Items(place)
            case yaml.MappingStartEvent():
                node = Table(place)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                open_nodes.pop()
                open_keys.pop()
                continue
            case _:
                continue
        if open_nodes:
            _attach(source, open_nodes[-1], open_keys, node)
        else:
            root = node
        if not isinstance(node, Scalar):
            if len(open_nodes) >= MAX_DEPTH:
                raise _too_deep(source, place)
            open_nodes.append(node)
            open_keys.append(None)
    return None if isinstance(root, Scalar) and root.value is None else root


def _attach(
    source: Source, parent: Items | Table, open_keys: list[Scalar | None], node: Node
) -> None:
    """Put a node into the list or table that is open."""
    if isinstance(parent, Items):
        parent.items.append(node)
        return
    key = open_keys[-1]
    if key is not None:
        parent.values[key.text] = node
        open_keys[-1] = None
        return
    if not isinstance(node, Scalar):
        raise source.refusal(node.place, "key", _("A key must be one word, not a list or a table."))
    if node.text in parent.keys:
        message = _("`{key}` stands here a second time; the first is in line {line}.").format(
            key=node.text, line=parent.keys[node.text].place.line
        )
        raise source.refusal(node.place, "twice", message)
    parent.keys[node.text] = node
    open_keys[-1] = node


def _scalar(event: Any, place: Place) -> Scalar:
    text: str = event.value
    if event.style in ("'", '"', "|", ">"):
        return Scalar(place, text, text)
    if text in _WORDS:
        return Scalar(place, text, _WORDS[text])
    return Scalar(place, text, int(text) if WHOLE.fullmatch(text) else text)
