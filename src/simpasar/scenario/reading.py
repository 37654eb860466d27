"""A tree of nodes -> plain values with English keys, remembering where each stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from simpasar.i18n import Language, _, ngettext
from simpasar.scenario.explain import AIMED_AT, about_key, sentence, whole_number
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import (
    MAX_PROBLEMS,
    Level,
    Place,
    Problem,
    Said,
    ScenarioProblems,
    closest,
    in_order,
    suggestion,
)
from simpasar.scenario.references import KEY, Finding, Loc
from simpasar.scenario.source import GLUED, WHOLE, Items, Node, Scalar, Source, Table
from simpasar.scenario.vocabulary import (
    HEAD,
    choice_of,
    choice_word,
    choices_in,
    field_of,
    field_word,
    members,
    models_in,
)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE_PART = frozenset({"too_short", "empty_text", "no_hours", "portions"})


@dataclass
class Reader:
    """Turns nodes into plain values with English keys, remembering where each stands."""

    source: Source
    language: Language
    problems: list[Problem] = field(default_factory=list)
    places: dict[Loc, Place] = field(default_factory=dict)
    nodes: dict[Loc, Node] = field(default_factory=dict)
    keys: dict[Loc, Scalar] = field(default_factory=dict)
    kinds: dict[Loc, Any] = field(default_factory=dict)
    broken: set[Loc] = field(default_factory=set)
    """Tables of which an entry was refused: what they lack is said already."""
    misspelt: set[Loc] = field(default_factory=set)
    """Keys that are there under another name, which is told: what else may be wrong with their
    values is not."""

    def add(self, place: Place | None, said: Said) -> None:
        """Remember an error."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(self.source.problem(place, said))

    def add_finding(self, finding: Finding) -> None:
        """Remember an error in the meaning."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(self.problem_of(finding, "error"))

    def problem_of(self, finding: Finding, level: Level) -> Problem:
        """What was found in the scenario, at its place in the file."""
        loc, code, message, *mend = finding
        said = Said(code, message, *mend)
        return self.source.problem(self.place_of_finding(loc), said, level)

    def refusal(self) -> ScenarioProblems:
        """All problems, each once, in the order of the file."""
        return ScenarioProblems(_once(dict.fromkeys(self.problems)))

    def place(self, loc: Sequence[str | int]) -> Place | None:
        """The place of `loc`, or of the nearest part around it."""
        for end in range(len(loc), -1, -1):
            if tuple(loc[:end]) in self.places:
                return self.places[tuple(loc[:end])]
        return None

    def place_of_finding(self, loc: Sequence[str | int]) -> Place | None:
        """Where a wrong value stands, or its key where it is a list, a table or itself wrong."""
        node = self.nodes.get(tuple(loc))
        return node.place if isinstance(node, Scalar) else self.place(loc)

    # -- reading --------------------------------------------------------------------------

    def read_all(self, root: Table) -> dict[str, Any]:
        """The plain values of a whole scenario."""
        return self._read(root, Scenario, ())  # type: ignore[no-any-return]

    def _read(self, node: Node, annotation: Any, loc: Loc) -> Any:
        """The plain value of a node where `annotation` is expected."""
        self.places.setdefault(loc, node.place)
        self.nodes[loc] = node
        self.kinds[loc] = annotation
        if isinstance(node, Scalar):
            return self._read_scalar(node, annotation)
        if isinstance(node, Items):
            inner = _inner(annotation, tuple, 0)
            return [self._read(item, inner, (*loc, i)) for i, item in enumerate(node.items)]
        node, models = _mended(node, self.source), models_in(annotation)
        if models:
            return self._read_model(node, models, loc)
        return self._read_named(node, annotation, loc)

    def _read_scalar(self, node: Scalar, annotation: Any) -> Any:
        if not isinstance(node.value, str):
            return node.value
        if choices_in(annotation):
            return choice_of(node.value, self.language) or _refused(node.value)
        if date in members(annotation) and not _DATE.fullmatch(node.value):
            return _refused(node.value)  # pydantic would take seconds since 1970 for a date
        return node.value

    def _read_named(self, node: Table, annotation: Any, loc: Loc) -> dict[str, Any]:
        """A table whose keys are the trainer's own ids, or numbers, hours or fixed words."""
        key_kind, value_kind = _inner(annotation, dict, 0), _inner(annotation, dict, 1)
        tree = {}
        spelt: dict[str, Scalar] = {}
        for word, key in node.keys.items():
            name = self._name(key, key_kind, loc)
            if name is None:
                self.broken.add(loc)
                continue
            bare = name.lstrip("0")
            if bare in spelt:  # 06:00 and 6:00
                message = _("`{key}` stands here a second time; the first is in line {line}.")
                text = message.format(key=word, line=spelt[bare].place.line)
                self.add(key.place, Said("twice", text))
                continue
            spelt[bare] = key
            tree[name] = self._entry(node, word, value_kind, (*loc, name))
        return tree

    def _name(self, key: Scalar, kind: Any, loc: Loc) -> str | None:
        """The name under which an entry is kept; None, and a problem, where it can have none."""
        fixed = choices_in(kind)
        if fixed:
            name = choice_of(key.text, self.language)
            if name not in fixed:
                words = [choice_word(choice, self.language) for choice in fixed]
                self._unknown(key, "unknown-word", words)
                return None
            return name
        if _is_number(kind) and not WHOLE.fullmatch(key.text):
            table = self._named(loc)
            self.add(key.place, about_key(whole_number(table, key, self.language), table))
            return None
        return key.text

    def _read_model(
        self, node: Table, models: Sequence[type[BaseModel]], loc: Loc
    ) -> dict[str, Any]:
        fields = self._fields(node, models)
        words = [field_word(name, self.language) for name in fields]
        tree = {}
        for word, key in node.keys.items():
            if not loc and word in HEAD.values():
                continue
            name = field_of(word, self.language)
            if name in fields:
                tree[name] = self._entry(node, word, fields[name], (*loc, name))
                continue
            glued = GLUED.fullmatch(word)
            if glued and glued[1] in words and _empty(node.values[word]):
                self._glued(key, glued, (*loc, field_of(glued[1], self.language) or ""))
                continue
            meant = field_of(self._unknown(key, "unknown-key", words), self.language)
            if meant is None or field_word(meant, self.language) in node.keys or meant in tree:
                self.broken.add(loc)
                continue
            self.misspelt.add((*loc, meant))
            tree[meant] = self._entry(node, word, fields[meant], (*loc, meant))
        return tree

    def _glued(self, key: Scalar, glued: re.Match[str], loc: Loc) -> None:
        """Within `{...}` a colon without a space after it makes a key of the whole."""
        mend = f"{glued[1]}: {glued[2]}"
        message = _("Put a space after the colon: `{line}`.").format(line=mend)
        self.add(key.place, Said("colon-space", message, mend))
        self.misspelt.add(loc)

    def _entry(self, node: Table, word: str, annotation: Any, loc: Loc) -> Any:
        self.keys[loc] = node.keys[word]
        self.places[loc] = node.keys[word].place
        return self._read(node.values[word], annotation, loc)

    def _fields(self, node: Table, models: Sequence[type[BaseModel]]) -> dict[str, Any]:
        """The fields a table may have; of several models, those of the kind it names."""
        kind = node.values.get(field_word("kind", self.language))
        if len(models) > 1 and isinstance(kind, Scalar) and isinstance(kind.value, str):
            wanted = choice_of(kind.value, self.language)
            named = [m for m in models if wanted in choices_in(m.model_fields["kind"].annotation)]
            models = named or models
        return {n: f.annotation for m in models for n, f in m.model_fields.items()}

    def _unknown(self, key: Scalar, code: str, known: Sequence[str]) -> str:
        """Refuse a key, and return the one that was meant, where that is clear."""
        if len(self.problems) >= MAX_PROBLEMS:
            return ""
        word = self._in_other_language(key.text)
        meant = word if word in known else closest(key.text, known)
        message = _("`{key}` is not known here.").format(key=key.text)
        text = f"{message} {suggestion(meant or key.text, known)}"
        self.add(key.place, Said(code, text, meant or None))
        return meant

    def _in_other_language(self, word: str) -> str:
        """What a key or a fixed word of the other language is called in this one."""
        other: Language = "id" if self.language == "en" else "en"
        name, choice = field_of(word, other), choice_of(word, other)
        if name is not None:
            return field_word(name, self.language)
        return choice_word(choice, self.language) if choice is not None else ""

    def own_words(self, language: Language) -> Iterator[tuple[Scalar, str]]:
        """Every key and value that is a word of the program's own, not the trainer's, with what
        `language` calls it. The head is none of them."""
        for loc, key in self.keys.items():
            kind, name = self.kinds[loc[:-1]], str(loc[-1])
            if models_in(kind):
                yield key, field_word(name, language)
            elif choices_in(_inner(kind, dict, 0)):
                yield key, choice_word(name, language)
        for loc, node in self.nodes.items():
            if isinstance(node, Scalar) and isinstance(node.value, str):
                choice = choice_of(node.value, self.language)
                if choice in choices_in(self.kinds[loc]):
                    yield node, choice_word(choice, language)

    # -- explaining -----------------------------------------------------------------------

    def explain(self, error: Any) -> None:
        """Turn one finding of pydantic into a problem."""
        kind, loc = error["type"], self._known_loc(error["loc"])
        if kind == "missing":
            self._missing(loc, str(error["loc"][-1]))
            return
        if kind in _WHOLE_PART and loc in self.broken:
            return
        aimed = (*loc, AIMED_AT.get(kind, ""))
        loc = aimed if aimed in self.places else loc
        node = self.nodes.get(loc)
        if loc in self.misspelt:
            return  # one mistake, one message
        if error["loc"] and error["loc"][-1] == KEY:
            table = self._named(loc[:-1])
            said = sentence(error, table, self.keys.get(loc), self.language)
            self.add(self.place(loc), about_key(said, table))
            return
        self.add(self.place_of_finding(loc), sentence(error, self._named(loc), node, self.language))

    def _known_loc(self, loc: Sequence[str | int]) -> Loc:
        """The part of `loc` that stands in the file: without tags of unions and of keys."""
        known: Loc = ()
        for part in loc:
            if (*known, part) in self.places:
                known = (*known, part)
        return known

    def _missing(self, loc: Loc, name: str) -> None:
        if (*loc, name) in self.misspelt:
            return  # one mistake, one message
        key = field_word(name, self.language)
        message = (
            _("`{key}` is missing in {part}.").format(key=key, part=f"`{self._named(loc)}`")
            if loc
            else _("`{key}` is missing.").format(key=key)
        )
        self.add(self.place(loc), Said("missing", message))

    def _named(self, loc: Loc) -> str:
        """What the file calls the last key of `loc`."""
        keys = [part for part in loc if isinstance(part, str)]
        last = tuple(loc[: len(loc) - loc[::-1].index(keys[-1])]) if keys else ()
        return self.keys[last].text if last in self.keys else ""


def _mended(table: Table, source: Source) -> Table:
    """`{price: 0,7}` is no price and a key 7 to people: join what the comma tore apart."""
    mended = Table(table.place)
    last: str | None = None
    for word, key in table.keys.items():
        value = table.values[word]
        before = mended.values[last] if last is not None else None
        torn = isinstance(value, Scalar) and not value.text and re.fullmatch("[0-9]+", word)
        if torn and isinstance(before, Scalar) and before.text[-1:].isdigit():
            text = f"{before.text},{word}"
            mended.values[last or ""] = Scalar(before.place, text, text)
            source.ends[before.place] = key.place.column + len(word)
            continue
        mended.keys[word], mended.values[word] = key, value
        last = word
    return mended


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """A name that is unknown in many places is told of at the first of them."""
    alike: dict[object, list[Problem]] = {}
    for problem in in_order(list(problems)):
        same = problem.message if problem.code == "unknown-name" else problem
        alike.setdefault(same, []).append(problem)
    return [first if not more else _with_lines(first, more) for first, *more in alike.values()]


def _with_lines(first: Problem, more: Sequence[Problem]) -> Problem:
    lines = dict.fromkeys(str(each.place.line) for each in more if each.place)
    also = ngettext("Also in line {lines}.", "Also in lines {lines}.", len(lines))
    return replace(first, message=f"{first.message} {also.format(lines=', '.join(lines))}")


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _refused(text: str) -> str:
    """A text that no choice and no date can be."""
    return f"?{text}"


def _is_number(kind: Any) -> bool:
    """Whether `kind` is written as a number: a Clock is an int that is not."""
    read = (isinstance(mark, BeforeValidator) for mark in get_args(kind)[1:])
    return int in members(kind) and not any(read)


def _inner(annotation: Any, origin: type, index: int) -> Any:
    """What a tuple or dict annotation holds; Any where it is none."""
    for kind in members(annotation):
        if get_origin(kind) is origin:
            return get_args(kind)[index]
    return Any
