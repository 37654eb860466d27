"""The members' meeting: one member, one vote."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from simpasar.cooperative.meeting import admitted, decided, product_owners, tally
from simpasar.cooperative.state import CooperativeState, founded
from simpasar.scenario.community import Ballot, Cooperative, SurplusShares

FOUNDED = founded(Cooperative.model_validate({"name": "K", "principal": 1, "compulsory": 0}))


def ballot(kind: str = "margin", **options: Any) -> Ballot:
    adapter: TypeAdapter[Ballot] = TypeAdapter(Ballot)
    options = options or {"kecil": 10, "besar": 50}
    return adapter.validate_python({"kind": kind, "week": 1, "question": "?", "options": options})


def test_the_option_with_most_votes_is_chosen() -> None:
    result = tally("margin", ballot(), ["kecil", "besar", "besar"])
    assert result.votes == {"besar": 2, "kecil": 1}
    assert result.chosen == "besar"


@pytest.mark.parametrize("votes", [[], ["kecil", "besar"], ["besar", "kecil"] * 3])
def test_a_tie_and_silence_leave_things_as_they_were(votes: list[str]) -> None:
    assert tally("margin", ballot(), votes).chosen is None
    assert decided(FOUNDED, ballot(), None) is FOUNDED


def test_a_tie_of_the_best_two_of_three_is_a_tie() -> None:
    three = ballot(a=1, b=2, c=3)
    assert tally("margin", three, ["a", "b", "a", "b", "c"]).chosen is None
    assert tally("margin", three, ["a", "b", "a", "b", "b"]).chosen == "b"


@given(st.lists(st.sampled_from("abc")))
def test_every_vote_counts_once_and_nobodys_order_matters(votes: list[str]) -> None:
    three = ballot(a=1, b=2, c=3)
    result = tally("margin", three, votes)
    assert sum(result.votes.values()) == len(votes)
    assert result == tally("margin", three, sorted(votes))
    if result.chosen is not None:
        others = [count for name, count in result.votes.items() if name != result.chosen]
        assert result.votes[result.chosen] > max(others)


@pytest.mark.parametrize(
    ("vote", "chosen", "rule"),
    [
        (ballot(), "besar", {"margin": 50}),
        (
            ballot("surplus", biasa={}, usaha={"capital": 200, "patronage": 350}),
            "usaha",
            {"shares": SurplusShares(capital=200, patronage=350)},
        ),
        (ballot("admission", buka="open", suara="vote"), "suara", {"admission": "vote"}),
        (ballot("own_product", boleh=False, tidak=True), "tidak", {"own_product": True}),
    ],
)
def test_each_kind_of_vote_changes_its_own_rule_and_no_other(
    vote: Ballot, chosen: str, rule: dict[str, Any]
) -> None:
    after: CooperativeState = decided(FOUNDED, vote, chosen)
    assert after == replace(FOUNDED, **rule)
    assert after != FOUNDED


@pytest.mark.parametrize(
    ("votes", "lets_in"),
    [
        ([], True),
        ([True], True),
        ([True, False], True),
        ([False], False),
        ([True, False, False], False),
    ],
)
def test_who_applies_is_let_in_unless_more_are_against_it(votes: list[bool], lets_in: bool) -> None:
    assert admitted("mawar", [{"mawar": vote, "melati": not vote} for vote in votes]) is lets_in


def test_who_says_nothing_of_an_applicant_has_no_vote_on_her() -> None:
    assert not admitted("mawar", [{}, {"melati": True}, {"mawar": False}])


def test_a_product_belongs_to_who_has_made_most_of_it() -> None:
    menus = {"a": ["kue", "apem"], "b": ["kue"], "c": ["apem"]}
    made = {"a": {"kue": 5, "apem": 5}, "b": {"kue": 6}, "c": {"apem": 4}}
    assert product_owners(["a", "b", "c"], made, menus) == {"kue": "b", "apem": "a"}


def test_of_equals_the_earlier_member_keeps_it() -> None:
    menus = {"a": ["kue"], "b": ["kue"]}
    assert product_owners(["b", "a"], {}, menus) == {"kue": "b"}
    assert product_owners(["a", "b"], {"b": {"kue": 3}, "a": {"kue": 3}}, menus) == {"kue": "a"}


def test_who_is_no_member_keeps_nothing() -> None:
    made = {"a": {"kue": 99}, "b": {"kue": 1}}
    assert product_owners(["b"], made, {"a": ["kue"], "b": ["kue"]}) == {"kue": "b"}
