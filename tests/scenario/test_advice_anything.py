"""Advice about arbitrary scenarios: it never fails, and speaks of what is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lapak import FILES

from simpasar.i18n import Language
from simpasar.scenario.advice import advice
from simpasar.scenario.lint import meaning
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import KEY, Loc

pytestmark = pytest.mark.usefixtures("english")

TREE: dict[str, Any] = load(FILES["id"]).model_dump(mode="json")


def paths(value: Any, path: Loc = ()) -> Iterator[Loc]:
    """The place of everything in a tree of plain values."""
    items = value.items() if isinstance(value, dict) else ()
    for key, item in enumerate(value) if isinstance(value, list) else items:
        yield (*path, key)
        yield from paths(item, (*path, key))


def altered(path: Loc, put: Any) -> dict[str, Any]:
    """The smallest scenario with another value, or, where `put` is None, without a part."""
    tree = json.loads(json.dumps(TREE))
    inner = tree
    for key in path[:-1]:
        inner = inner[key]
    if put is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = put
    return tree


WHATEVER = st.one_of(
    st.none(),
    st.sampled_from([0, 1, 10, 100, 1_000, 10_000, 10_000_000]),
    st.integers(-10_000, 10_000),
    st.sampled_from(["00:00", "24:00", "2026-02-19", "Lebaran {tim} 12", [], {}, True]),
)


@given(st.sampled_from(list(paths(TREE))), WHATEVER, st.sampled_from(["id", "en"]))
@settings(max_examples=300)
def test_advice_never_fails_and_names_a_place(path: Loc, put: Any, language: Language) -> None:
    try:
        scenario = Scenario.model_validate_json(json.dumps(altered(path, put)))
    except ValueError:
        return
    if list(meaning(scenario, language)):
        return
    places = set(paths(scenario.model_dump(mode="json", exclude_none=True)))
    for loc, code, message, *_mend in advice(scenario, language):
        assert code
        assert message.rstrip(".") != message
        where = loc[:-1] if loc[-1] == KEY else loc
        # What stands at its default may be missing from the file: then its part is named.
        assert where in places or where[:-1] in places or not where[:-1]
