"""A whole review: what its parts agree on, whatever is played for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from games import begin, finish
from simpasar.game.play import Game
from simpasar.review.assess import (
    LEAST_UNIT,
    Branched,
    Done,
    Job,
    Judged,
    Plan,
    do,
    plan_of,
    review,
)
from simpasar.review.marks import FULL, QUICK, Decision, Effort
from simpasar.review.rollout import base_of
from simpasar.scenario.model import Judgement
from towns import town


@cache
def game(seed: int = 7, bot: str = "acak") -> Game:
    scenario = town(weeks=3)
    return finish(begin(scenario, dict.fromkeys(scenario.teams, bot), seed))


def doing(plan: Plan, jobs: Sequence[Job]) -> Iterable[tuple[Job, Done]]:
    return ((job, do(plan, job)) for job in jobs)


@pytest.mark.parametrize("effort", [FULL, QUICK])
def test_the_books_look_at_what_was_decided_as_far_ahead_as_who_judges_it(effort: Effort) -> None:
    """So that what the books know of the sheets as they were serves the decision as well."""
    assert effort.horizon == effort.books.decided


@cache
def quick() -> tuple[Plan, Decision]:
    """A plan of two seeds, and the first decision that is judged by it."""
    plan = plan_of(game(), 2, QUICK)
    for found in review(plan, lambda jobs: doing(plan, jobs), weeks=[1]):
        if found.decisions:
            return plan, found.decisions[0]
    raise AssertionError("no decision was judged")


def test_what_the_books_know_of_a_week_changes_no_judgement_but_saves_games() -> None:
    plan, known = quick()
    unit = next(review(plan, lambda jobs: doing(plan, jobs))).units[known.team]
    anew = do(plan, Judged(1, known.team, unit, ()))
    assert isinstance(anew, Decision)
    assert replace(anew, runs=known.runs) == known
    assert anew.runs > known.runs


def test_no_unit_is_below_the_least() -> None:
    """In a seat where par gains nothing, or less, every trifle would be a blunder."""
    plan = plan_of(game(), 1, QUICK)

    def nothing(jobs: Sequence[Job]) -> Iterable[tuple[Job, Done]]:
        for job in jobs:
            assert isinstance(job, Branched)
            done = do(plan, job)
            assert isinstance(done, tuple)
            yield job, tuple(tuple(dict.fromkeys(by, -5) for by in branch) for branch in done)

    assert set(next(review(plan, nothing)).units.values()) == {LEAST_UNIT}


def test_imagined_chance_follows_from_what_was_decided_not_from_what_chance_brought() -> None:
    scenario, sheets = game().setup.scenario, game().played[0]
    base = plan_of(game()).table.base
    assert base == base_of(scenario, sheets) > 0
    team, sheet = next(iter(sheets.items()))
    told = sheet.model_copy(update={"reason": "Another reason."})
    assert base_of(scenario, {**sheets, team: told}) == base
    dearer = {name: price + 500 for name, price in sheet.decisions.prices.items()}
    decisions = sheet.decisions.model_copy(update={"prices": dearer})
    other = {**sheets, team: sheet.model_copy(update={"decisions": decisions})}
    assert base_of(scenario, other) != base
    alike, again = (plan_of(game(seed, "diam")).table.base for seed in (7, 8))
    assert alike == again


def judged_by(judgement: Judgement | None) -> Decision:
    """The first decision, in a scenario that judges so."""
    plan, decision = quick()
    scenario = plan.table.scenario.model_copy(update={"review": judgement})
    plan = replace(plan, table=replace(plan.table, scenario=scenario))
    found = do(plan, Judged(1, decision.team, 10 * decision.loss + 1, ()))
    assert isinstance(found, Decision)
    return found


def test_a_scenario_says_from_which_loss_on_a_decision_is_marked() -> None:
    """A loss of a tenth of the unit, whose bound is above a hundredth of it."""
    usual, strict = judged_by(None), judged_by(Judgement(inaccuracy=2, mistake=5, blunder=10))
    assert (usual.loss, usual.low, usual.high) == (strict.loss, strict.low, strict.high)
    assert usual.mark in ("", "unclear")
    assert strict.mark == "blunder"


def test_a_scenario_says_which_objective_a_decision_belongs_to() -> None:
    bounds = {"inaccuracy": 2, "mistake": 5, "blunder": 10}
    usual = judged_by(Judgement(**bounds)).objectives
    other = judged_by(Judgement(**bounds, objectives={"price": "household"})).objectives
    assert list(usual) == ["pricing"]
    assert other == {"household": usual["pricing"]}
