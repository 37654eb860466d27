"""A REVIEW.json read again: what is broken or foreign is refused with its place."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewed import HEAD, reviewed
from reviews import seat, the_review
from simpasar.review.document import review_document
from simpasar.review.progress import ReviewRefused
from simpasar.review.reviewed_game import is_review, read_review

SOUND = the_review([seat({"pricing": 100_000}, {})])


def changed(*path: Any, to: Any) -> dict[str, Any]:
    """The sound review, changed at one place."""
    document = copy.deepcopy(SOUND)
    inner: Any = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return document


def test_what_a_review_writes_is_read_again() -> None:
    game, review = reviewed()
    document = review_document(game, review, HEAD)
    found = read_review(json.loads(json.dumps(document)))
    assert (found.record, found.effort.name) == (HEAD, "quick")
    assert found.complete
    for team, mine in found.teams.items():
        assert mine.unit == review.units[team]
        assert [dict(each.objectives) for each in mine.weeks] == [
            decision.objectives for decision in review.of(team)
        ]


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (changed("teams", "tim-1", "unit", to=0), "teams.tim-1.unit"),
        (changed("teams", "tim-1", "unit", to=1.5), "teams.tim-1.unit"),
        (changed("teams", "tim-1", "unit", to="1000000"), "teams.tim-1.unit"),
        (changed("teams", "tim-1", "weeks", 0, "mark", to="good"), "teams.tim-1.weeks.0.mark"),
        (changed("teams", "tim-1", "weeks", 1, "week", to=1), "teams.tim-1.weeks"),
        (changed("teams", "tim-1", "weeks", 1, "week", to=3), "teams.tim-1.weeks"),
        (changed("teams", "tim-1", "weeks", to=[]), "teams.tim-1.weeks"),
        (changed("teams", "tim-1", "weeks", 0, "objectives", to={"luck": 3}), "objectives.luck"),
        (changed("teams", to={}), "teams"),
        (changed("effort", "name", to="huge"), "effort.name"),
        (changed("format", to="simpasar-review/2"), "format"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(document: Any, place: str) -> None:
    read_review(SOUND)
    with pytest.raises(ReviewRefused) as refused:
        read_review(document)
    assert place in str(refused.value)


@pytest.mark.parametrize("document", [None, [], "a", 3, {}, {"format": 7}, {"format": "other/1"}])
def test_what_is_no_review_is_refused(document: Any) -> None:
    assert not is_review(document)
    with pytest.raises(ReviewRefused):
        read_review(document)


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(SOUND)), TREES)
def test_whatever_stands_in_a_review_it_is_read_or_refused(key: str, tree: Any) -> None:
    told = ""
    try:
        found = read_review({**SOUND, key: tree})
    except ReviewRefused as refusal:
        told = str(refusal)
    assert told or found.teams


@pytest.mark.parametrize(
    "other",
    [{"complete": False}, {"engine": "0.0.9"}, {"par": "par/0"}, {"effort": {"name": "full"}}],
)
def test_only_what_a_review_made_now_would_say_serves_in_its_place(other: dict[str, Any]) -> None:
    assert read_review(SOUND).serves("quick")
    assert not read_review({**SOUND, **other}).serves("quick")
