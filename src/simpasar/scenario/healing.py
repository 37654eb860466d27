"""Looking past mistakes: broken values are replaced by sound ones, so that the rest can be judged.

A value can be replaced by a low and by a high one. What is found alike in both scenarios does not
depend on it, and so is a mistake of its own.
"""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from simpasar.scenario.explain import AIMED_AT
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import MAX_PROBLEMS
from simpasar.scenario.reading import Reader
from simpasar.scenario.references import KEY, Loc
from simpasar.scenario.structure import bounds, is_clock, marks_of, whole
from simpasar.scenario.vocabulary import choices_in, members, models_in

ROUNDS = 8
"""Validations before a scenario is given up: some mistakes show only when others are gone."""
MOST_HEALED = 2 * MAX_PROBLEMS
"""Broken values in a scenario that is still worth judging."""

_MONDAYS = ("2027-01-04", "2028-07-03")
_CLOCKS = ("00:00", "23:00")
_ID = re.compile("[a-z][a-z0-9_]{0,39}")
_NAMES = ("z", "zy", "zz")
_HIGHEST = 1_000
_WHOLE = {
    "monday": _MONDAYS,
    "term_is_flat": ("flat", "flat"),
    "loan_amounts": (10_000_000_000, 10_000_000_000),
    "tiers": ({}, {}),
    "no_hours": ({"06:00": 1}, {"07:00": 1}),
    "portions": ({"1": 1}, {"2": 1}),
    "surplus_shares": ({}, {}),
}
"""Findings about a whole part, and what to write for the field they are about."""


@dataclass(frozen=True, slots=True)
class Healed:
    """A broken scenario with low and with high values in place of the broken ones `at`; no
    scenarios where it is past healing."""

    scenarios: tuple[Scenario, ...]
    at: frozenset[Loc]

    def touches(self, loc: Loc) -> bool:
        """Whether a place lies in a replaced value, or around one."""
        return _touches(self.at, tuple(part for part in loc if part != KEY))


def _touches(at: frozenset[Loc] | set[Loc], loc: Loc) -> bool:
    return any(loc[: len(each)] == each or each[: len(loc)] == loc for each in at)


def validated(reader: Reader, tree: Any) -> Scenario | Healed:
    """The scenario of a tree, or, where something in it is broken, what is left when it is healed.
    `reader` explains what is broken."""
    low = _Healing(copy.deepcopy(tree), 0)
    first = low.run(reader)
    if first is not None and not low.at and not reader.broken:
        return first
    low.at.update(reader.broken)
    if first is None or ("teams",) in low.at or len(reader.problems) >= MAX_PROBLEMS:
        return Healed((), frozenset(low.at))
    high = _Healing(tree, 1)
    second = high.run(None)
    scenarios = (first, second) if second is not None else ()
    return Healed(scenarios, frozenset(low.at | high.at))


class _Healing:
    """A tree that is validated and healed in turn, until it is sound. `side`: 0 low, 1 high."""

    def __init__(self, tree: Any, side: int) -> None:
        self.tree, self.side = tree, side
        self.at: set[Loc] = set()
        self.mentioned = sorted(_words(tree)) if side else []

    def run(self, reader: Reader | None) -> Scenario | None:
        for _round in range(ROUNDS):
            try:
                return Scenario.model_validate_json(json.dumps(self.tree))
            except ValidationError as failed:
                errors = failed.errors(include_url=False, include_input=False)
            before = set(self.at)
            for error in errors:
                loc = self._loc(error)
                if reader is not None and not _touches(before, loc):
                    reader.explain(error)
                if len(self.at) >= MOST_HEALED:
                    return None
                self._heal(error, loc)
        return None

    def _loc(self, error: Any) -> Loc:
        """The place of an error in the tree, down to the field it is really about."""
        node: Any = self.tree
        loc: list[str | int] = []
        for part in error["loc"]:
            if isinstance(node, dict) and str(part) in node:
                node = node[str(part)]
                loc.append(str(part))
            elif isinstance(node, list) and isinstance(part, int) and part < len(node):
                node = node[part]
                loc.append(part)
        if error["type"] == "missing":
            loc.append(error["loc"][-1])
        elif error["type"] in AIMED_AT and error["type"] in _WHOLE:
            loc.append(AIMED_AT[error["type"]])
        return tuple(loc)

    def _heal(self, error: Any, loc: Loc) -> None:
        parent, kind = self._parent(loc)
        self.at.add(loc)
        if parent is None:
            return
        if error["loc"] and error["loc"][-1] == KEY:
            parent.pop(loc[-1], None)
            words, entry = self._one(kind)
            for word in words:  # any of them may be what was meant
                parent.setdefault(word, entry)
        elif error["type"] in _WHOLE:
            parent[loc[-1]] = _WHOLE[error["type"]][self.side]
        else:
            parent[loc[-1]] = self._value(kind)

    def _parent(self, loc: Loc) -> tuple[Any, Any]:
        """What holds the value at `loc`, and the kind that is wanted there."""
        node: Any = self.tree
        kind: Any = Scenario
        for depth, part in enumerate(loc):
            kind = _kind_below(kind, part, node)
            if depth == len(loc) - 1:
                break
            node = node[part]
        return (node, kind) if loc and isinstance(node, dict | list) else (None, None)

    def _value(self, kind: Any) -> Any:
        """A sound value of a kind."""
        kinds = [each for each in members(kind) if each is not type(None)]
        if len(kinds) < len(members(kind)) and not self.side:
            return None
        models, words = models_in(kind), choices_in(kind)
        if words:
            return words[-self.side]
        if models:
            return self._part(models[0])
        plain = kinds[0] if kinds else str
        match get_origin(plain) or plain:
            case _ if is_clock(kind):
                return _CLOCKS[self.side]
            case origin if origin is dict:
                key, value = get_args(plain)
                return self._named(key, value, _least(kind))
            case origin if origin is tuple:
                inner = get_args(plain)[0]
                named = self.mentioned if str in members(inner) else []
                return named or [self._value(inner) for _each in range(_least(kind))]
            case origin if origin is bool:
                return bool(self.side)
            case origin if origin is int:
                return self._number(kind)
            case origin if origin is date:
                return _MONDAYS[self.side]
            case _:
                return ("z", "zz")[self.side]

    def _part(self, model: type[BaseModel]) -> Any:
        if "id" in model.model_fields and "en" in model.model_fields:
            return {"id": "?"}
        return {
            name: self._value(whole(field))
            for name, field in model.model_fields.items()
            if field.is_required()
        }

    def _named(self, key: Any, value: Any, least: int) -> dict[str, Any]:
        """A table of names. The high one has every word of the file: what is named anywhere may
        have stood in it."""
        if choices_in(key):
            return {word: self._value(value) for word in choices_in(key)}
        if is_clock(key):
            return {_CLOCKS[self.side]: self._value(value)}
        if int in members(key):
            return {"1": self._value(value)}
        words, entry = self._one(value)
        return dict.fromkeys(words or _NAMES[:least], entry)

    def _one(self, kind: Any) -> tuple[list[str], Any]:
        """Every word of the file, and one sound value for all of them. Within it one word is
        enough for a table: their product would be too many."""
        words, self.mentioned = self.mentioned, []
        entry = self._value(kind)
        self.mentioned = words
        return words, entry

    def _number(self, kind: Any) -> int:
        low, high = bounds(kind)
        return low if not self.side else _HIGHEST if high is None else high


def _kind_below(kind: Any, part: str | int, node: Any) -> Any:
    """The kind of the value under a key, or in a list, of what is of `kind`."""
    models = models_in(kind)
    if models:
        told = node.get("kind") if isinstance(node, dict) else None
        own = [m for m in models if len(models) == 1 or told in _kinds_of(m)]
        fields = (own or models)[0].model_fields
        return whole(fields[part]) if part in fields else Any
    for each in members(kind):
        if get_origin(each) in (dict, tuple):
            return get_args(each)[get_origin(each) is dict]
    return Any


def _kinds_of(model: type[BaseModel]) -> tuple[str, ...]:
    field = model.model_fields.get("kind")
    return choices_in(field.annotation) if field else ()


def _least(kind: Any) -> int:
    """How many entries a list or table needs."""
    return max((getattr(mark, "min_length", None) or 1 for mark in marks_of(kind)), default=1)


def _words(tree: Any) -> set[str]:
    """Every key and text of a tree that could be an id."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            found.update(node)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, str):
            found.add(node)
    return {word for word in found if _ID.fullmatch(word)}
