"""A scenario file -> a Scenario, or every problem of it with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from simpasar.i18n import Language, _
from simpasar.money import grouped
from simpasar.scenario.lint import meaning
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import Place, Problem, ScenarioProblems
from simpasar.scenario.source import Items, Node, Scalar, Source, Table, parse, read_text
from simpasar.scenario.vocabulary import (
    FIELDS,
    HEAD,
    choice_of,
    choice_word,
    choices_in,
    field_of,
    field_word,
    members,
    models_in,
)

Path_ = tuple[str | int, ...]


def load(path: Path) -> Scenario:
    """The scenario in the file at `path`.

    Raises:
        ScenarioProblems: all that is wrong with it, in the order of the file.
    """
    return _load(read_text(path))


def load_text(text: str, file: str = "-") -> Scenario:
    """The scenario in `text`; `file` is what problems call it.

    Raises:
        ScenarioProblems: as `load`.
    """
    return _load(Source(file, text))


def _load(source: Source) -> Scenario:
    root = parse(source)
    reader = _Reader(source, _language(source, root))
    tree = reader.read(root, Scenario, ())
    scenario = None
    try:
        scenario = Scenario.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            reader.explain(problem)
    if scenario is not None and not reader.problems:
        for loc, code, message in meaning(scenario, reader.language):
            reader.add(reader.place(loc), code, message)
    if reader.problems:
        raise ScenarioProblems(reader.in_order())
    assert scenario is not None
    return scenario


def _language(source: Source, root: Table) -> Language:
    """Which key words a file uses: its head says so; Indonesian where it does not."""
    for language, head in HEAD.items():
        node = root.values.get(head)
        if isinstance(node, Scalar):
            if node.value in HEAD:
                return "en" if node.value == "en" else "id"
            message = _("`{head}` is `id` or `en`.").format(head=HEAD[language])
            raise source.refusal(node.place, "language", message)
    return "id"


@dataclass
class _Reader:
    """Turns nodes into plain values with English keys, remembering where each stands."""

    source: Source
    language: Language
    problems: list[Problem] = field(default_factory=list)
    places: dict[Path_, Place] = field(default_factory=dict)
    nodes: dict[Path_, Node] = field(default_factory=dict)
    broken: set[Path_] = field(default_factory=set)

    def add(self, place: Place | None, code: str, message: str) -> None:
        self.problems.append(self.source.problem(place, code, message))

    def in_order(self) -> list[Problem]:
        found = dict.fromkeys(self.problems)
        return sorted(found, key=lambda problem: problem.place or Place(0, 0))

    def place(self, loc: Sequence[str | int]) -> Place | None:
        """The place of `loc`, or of the nearest part around it."""
        for end in range(len(loc), -1, -1):
            if tuple(loc[:end]) in self.places:
                return self.places[tuple(loc[:end])]
        return None

    # -- reading --------------------------------------------------------------------------

    def read(self, node: Node, annotation: Any, loc: Path_) -> Any:
        """The plain value of a node where `annotation` is expected."""
        self.places.setdefault(loc, node.place)
        self.nodes[loc] = node
        models = models_in(annotation)
        if isinstance(node, Scalar):
            return self._read_scalar(node, annotation, models)
        if isinstance(node, Items):
            inner = _inner(annotation, tuple, 0)
            return [self.read(item, inner, (*loc, i)) for i, item in enumerate(node.items)]
        if models:
            return self._read_model(node, models, loc)
        return self._read_named(node, annotation, loc)

    def _read_scalar(self, node: Scalar, annotation: Any, models: Sequence[type[BaseModel]]) -> Any:
        if choices_in(annotation) and isinstance(node.value, str):
            return choice_of(node.value, self.language) or f"?{node.value}"
        return node.value

    def _read_named(self, node: Table, annotation: Any, loc: Path_) -> dict[str, Any]:
        """A table whose keys are the trainer's own ids, or numbers, hours or fixed words."""
        key_kind, value_kind = _inner(annotation, dict, 0), _inner(annotation, dict, 1)
        fixed = choices_in(key_kind)
        tree = {}
        for word, key in node.keys.items():
            name = word
            if fixed:
                name = choice_of(word, self.language) or word
                if name not in fixed:
                    words = [choice_word(choice, self.language) for choice in fixed]
                    self._unknown(key, "unknown-word", words)
                    continue
            self.places[*loc, name] = key.place
            tree[name] = self.read(node.values[word], value_kind, (*loc, name))
        return tree

    def _read_model(
        self, node: Table, models: Sequence[type[BaseModel]], loc: Path_
    ) -> dict[str, Any]:
        fields = self._fields(node, models)
        tree = {}
        for word, key in node.keys.items():
            name = field_of(word, self.language)
            if not loc and word in HEAD.values():
                continue
            if name not in fields:
                self._unknown(key, "unknown-key", [field_word(f, self.language) for f in fields])
                continue
            self.places[*loc, name] = key.place
            tree[name] = self.read(node.values[word], fields[name], (*loc, name))
        return tree

    def _fields(self, node: Table, models: Sequence[type[BaseModel]]) -> dict[str, Any]:
        """The fields a table may have; of several models, those of the kind it names."""
        kind = node.values.get(field_word("kind", self.language))
        if len(models) > 1 and isinstance(kind, Scalar) and isinstance(kind.value, str):
            wanted = choice_of(kind.value, self.language)
            named = [m for m in models if wanted in choices_in(m.model_fields["kind"].annotation)]
            models = named or models
        return {n: f.annotation for m in models for n, f in m.model_fields.items()}

    def _unknown(self, key: Scalar, code: str, words: Iterable[str]) -> None:
        known = list(words)
        other = "en" if self.language == "id" else "id"
        translated = [field_of(key.text, "en" if other == "en" else "id")]
        close = [field_word(f, self.language) for f in translated if f]
        close = [w for w in close if w in known] or get_close_matches(key.text, known, 1, 0.6)
        message = _("`{key}` is not known here.").format(key=key.text)
        hint = (
            _("Did you mean `{word}`?").format(word=close[0])
            if close
            else _("Known are: {words}.").format(words=", ".join(known))
        )
        self.add(key.place, code, f"{message} {hint}")

    # -- explaining -----------------------------------------------------------------------

    def explain(self, error: Any) -> None:
        """Turn one finding of pydantic into a problem."""
        loc = self._known_loc(error["loc"])
        if error["type"] == "missing":
            self._missing(loc, str(error["loc"][-1]))
            return
        node = self.nodes.get(loc)
        place = node.place if node is not None else self.place(loc)
        if error["loc"] and error["loc"][-1] == "[key]":
            place = self.places.get(loc, place)
        code, message = self._sentence(error, loc, node)
        self.add(place, code, message)

    def _known_loc(self, loc: Sequence[str | int]) -> Path_:
        """The part of `loc` that stands in the file: without tags of unions and of keys."""
        known: Path_ = ()
        for part in loc:
            if (*known, part) in self.places:
                known = (*known, part)
        return known

    def _missing(self, loc: Path_, name: str) -> None:
        word = field_word(name, self.language)
        if any(p.code == "unknown-key" and f"`{word}`?" in p.message for p in self.problems):
            return  # one mistake, one message: the key is there, misspelt
        where = str(loc[-1]) if loc else ""
        message = (
            _("`{key}` is missing in {part}.").format(key=word, part=f"`{self._named(where)}`")
            if where
            else _("`{key}` is missing.").format(key=word)
        )
        self.add(self.place(loc), "missing", message)

    def _named(self, part: str) -> str:
        return field_word(part, self.language) if part in FIELDS else part

    def _sentence(self, error: Any, loc: Path_, node: Node | None) -> tuple[str, str]:
        kind, context = error["type"], error.get("ctx", {})
        key = self._named(str(loc[-1])) if loc else ""
        written = node.text if isinstance(node, Scalar) else ""
        shown = f"`{written}`" if isinstance(node, Scalar) else _("a list or a table")
        match kind:
            case "int_type" | "int_from_float" | "int_parsing":
                return "number", f"{self._whole(key, shown)} {_number_hint(written)}".strip()
            case "greater_than_equal" | "less_than_equal":
                least = kind == "greater_than_equal"
                text = (
                    _("`{key}` is at least {bound}, not {shown}.")
                    if least
                    else _("`{key}` is at most {bound}, not {shown}.")
                )
                bound = context["ge" if least else "le"]
                return "range", text.format(key=key, bound=grouped(bound), shown=shown)
            case "string_type":
                text = _('`{key}` is a text, not {shown}. Put it in quotes: "{text}"')
                return "text", text.format(key=key, shown=shown, text=written)
            case "literal_error" | "union_tag_invalid" | "union_tag_not_found":
                return self._choice(context, key, shown)
            case "string_pattern_mismatch":
                text = _("`{name}` is no id: use small letters, digits and _, a letter first.")
                return "id", text.format(name=written or key)
            case "date_from_datetime_parsing" | "date_parsing" | "date_type":
                text = _("`{key}` is a date such as 2027-01-04, not {shown}.")
                return "date", text.format(key=key, shown=shown)
            case "clock" | "whole_hour" | "monday" | "no_hours" | "portions" | "empty_text":
                text = _("`{key}`: wanted is {wanted}.")
                return kind, text.format(key=key, wanted=_wanted()[kind])
            case "too_short":
                return "too-few", _("`{key}` needs at least one entry.").format(key=key)
            case "bool_type":
                return "yes-no", _("`{key}` is true or false, not {shown}.").format(
                    key=key, shown=shown
                )
            case _:
                text = _("`{key}` is not written as expected: {shown}.")
                return "form", text.format(key=key, shown=shown)

    def _whole(self, key: str, shown: str) -> str:
        return _("`{key}` is a whole number, not {shown}.").format(key=key, shown=shown)

    def _choice(self, context: Any, key: str, shown: str) -> tuple[str, str]:
        expected = str(context.get("expected", context.get("expected_tags", "")))
        words = [choice_word(word, self.language) for word in re.findall(r"'([^']+)'", expected)]
        if not words:  # the key that tells the kinds apart is missing
            words = [choice_word(w, self.language) for w in ("price", "footfall", "flood")]
            text = _("`{key}` needs `{kind}`, one of: {words}.")
            return "kind", text.format(
                key=key, kind=field_word("kind", self.language), words=", ".join(words)
            )
        text = _("{shown} is not known here. Known are: {words}.")
        return "unknown-word", text.format(shown=shown, words=", ".join(words))


def _inner(annotation: Any, origin: type, index: int) -> Any:
    """What a tuple or dict annotation holds; Any where it is none."""
    for kind in members(annotation):
        if get_origin(kind) is origin:
            return get_args(kind)[index]
    return Any


def _wanted() -> dict[str, str]:
    return {
        "clock": _("a time of day such as 06:30"),
        "whole_hour": _("a whole hour such as 06:00"),
        "monday": _("the date of a Monday"),
        "no_hours": _("at least one hour with a weight above 0"),
        "portions": _("numbers from 1 to 100, each with a weight"),
        "empty_text": _("a text, not an empty one"),
    }


def _number_hint(written: str) -> str:
    """How to write a number that was written as people do elsewhere."""
    bare = re.sub(r"(?i)^rp\.?\s*|\s|%$", "", written)
    if re.fullmatch(r"-?\d{1,3}([.]\d{3})+", bare):
        return _("Write {number}, without dots.").format(number=bare.replace(".", ""))
    if re.fullmatch(r"-?\d{1,3}([,_]\d{3})+", bare):
        return _("Write {number}, without commas.").format(number=re.sub("[,_]", "", bare))
    if re.fullmatch(r"0\d+", bare):
        return _("Write {number}, without leading zeros.").format(number=bare.lstrip("0") or "0")
    if re.fullmatch(r"\d+", bare):
        number = int(bare)
        if written.rstrip().endswith("%"):
            return _("Shares are per mille: {share} is {number}.").format(
                share=f"{number}%", number=number * 10
            )
        return _("Write {number}, the number only.").format(number=number)
    if re.fullmatch(r"-?\d*[.,]\d+", bare):
        return _("There are no fractions: shares are per mille, so 0,7 is 700.")
    return ""
