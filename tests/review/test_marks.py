"""Marks: ex ante, in rupiah, with honest intervals, and only where it is clear."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from games import begin, finish
from reviewing import the_table, the_weeks
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.game.view import team_view
from simpasar.market.chance import Chance, Purpose
from simpasar.review.candidates import candidates
from simpasar.review.chances import imagined
from simpasar.review.marks import (
    FULL,
    QUICK,
    Decision,
    interval,
    judge,
    mark_of,
    searched,
)
from simpasar.review.objectives import OBJECTIVES, differing, mixed
from simpasar.review.rollout import JUDGE_SEEDS
from simpasar.review.shapley import shapley, whole
from simpasar.review.student import quantile
from simpasar.review.trying import Monday
from simpasar.scenario.model import DayPlan, Judgement
from towns import town

UNIT = 500_000


@cache
def game() -> Game:
    scenario = town(weeks=2)
    return finish(begin(scenario, dict.fromkeys(scenario.teams, "par")))


def judged(sheet: DecisionSheet | None = None, chance: Chance | None = None) -> Decision:
    """The first team's first week, with another sheet or another realised chance."""
    table, (first, *_rest) = the_table(game()), the_weeks(game())
    team = next(iter(first.sheets))
    sheets = {**first.sheets, team: sheet or first.sheets[team]}
    table = replace(table, actual=chance or table.actual)
    return judge(Monday(table, first.monday, sheets, team), UNIT, QUICK)


def own() -> DecisionSheet:
    (first, *_rest) = the_weeks(game())
    return next(iter(first.sheets.values()))


def halved() -> DecisionSheet:
    """Par's sheet at half its price."""
    decisions = own().decisions
    prices = {name: price // 2 // 100 * 100 for name, price in decisions.prices.items()}
    return DecisionSheet(decisions=decisions.model_copy(update={"prices": prices}))


# -- what is judged -----------------------------------------------------------------------


def test_a_price_halved_is_a_mistake_of_pricing() -> None:
    decision = judged(halved())
    assert decision.mark in ("mistake", "blunder")
    assert decision.low > 0
    assert max(decision.objectives, key=lambda o: decision.objectives[o]) == "pricing"


def test_nothing_made_is_a_mistake_of_production() -> None:
    none = {name: DayPlan(weekday=0, weekend=0) for name in own().decisions.batches}
    sheet = DecisionSheet(decisions=own().decisions.model_copy(update={"batches": none}))
    decision = judged(sheet)
    assert decision.mark == "blunder"
    assert decision.objectives["production"] > 0


def test_the_parts_of_a_loss_add_up_to_it() -> None:
    decision = judged(halved())
    assert sum(decision.objectives.values()) == decision.loss


def test_who_decides_as_the_best_that_is_found_is_not_blamed() -> None:
    better = judged(halved()).better
    assert better is not None
    assert judged(better).mark in ("", "unclear")


def test_what_the_week_then_brought_changes_no_mark() -> None:
    once = judged(halved())
    other = imagined(game().setup.scenario, game().chance, 77, first=1)
    assert other.word(Purpose.GO, 1) != game().chance.word(Purpose.GO, 1)
    assert judged(halved(), other) == once


# -- candidates ---------------------------------------------------------------------------


def test_candidates_are_legal_differ_and_hold_par() -> None:
    (first, *_rest) = the_weeks(game())
    team = next(iter(first.sheets))
    view = team_view(game().setup.scenario, first.monday, team)
    found = candidates(view, halved())
    texts = [sheet.decisions.model_dump_json() for sheet in found]
    assert len(set(texts)) == len(texts)
    assert halved().decisions.model_dump_json() not in texts
    assert found[0].decisions == own().decisions


def test_halving_finds_the_best_of_those_that_differ_by_more_than_noise() -> None:
    sheets = [
        DecisionSheet(decisions=own().decisions.model_copy(update={"promotion": amount}))
        for amount in range(0, 20_000, 1_000)
    ]

    def play(sheet: DecisionSheet, seed: int, horizon: int | None) -> int:
        return -abs(sheet.decisions.promotion - 7_000) + seed % 3

    best = searched(sheets, play, FULL)
    assert best is not None
    assert best.decisions.promotion == 7_000
    assert searched([], play, FULL) is None


def test_what_the_search_has_seen_is_not_what_judges() -> None:
    """A sheet that was lucky in the search is not judged by that luck."""
    promotions = (DecisionSheet(decisions=own().decisions.model_copy(update={"promotion": amount}))
                  for amount in range(0, 20_000, 1_000))  # fmt: skip
    seen: set[int] = set()

    def play(sheet: DecisionSheet, seed: int, horizon: int | None) -> int:
        seen.add(seed)
        return sheet.decisions.promotion

    searched(list(promotions), play, FULL)
    assert len(seen) == max(seeds for seeds, _horizon, _most in FULL.search)
    assert min(seen) > JUDGE_SEEDS + max(FULL.judge)


def test_a_second_look_asks_for_more() -> None:
    """What one look at 99 % would just mark, one of two looks at 99.5 % does not."""
    leads = [62_000 + 10_000 * (-1) ** number for number in range(8)]
    assert mark_of(leads, UNIT, Judgement(), 0.99) == "inaccuracy"
    assert mark_of(leads, UNIT, Judgement(), 0.995) == "unclear"


def test_where_nothing_better_is_found_the_loss_lies_in_its_interval() -> None:
    better = judged(halved()).better
    assert better is not None
    decision = judged(better)
    assert decision.low <= decision.loss <= decision.high


# -- what can be told ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leads", "mark"),
    [
        ([600_000] * 8, "blunder"),
        ([200_000] * 8, "mistake"),
        ([60_000] * 8, "inaccuracy"),
        ([40_000] * 8, ""),
        ([-40_000] * 8, ""),
        ([0, 120_000] * 4, "unclear"),
    ],
)
def test_a_mark_needs_its_bound_above_the_threshold(leads: list[int], mark: str) -> None:
    assert mark_of(leads, UNIT, Judgement()) == mark


def test_the_interval_covers_as_often_as_it_says() -> None:
    random = np.random.default_rng(5)
    draws = random.normal(100_000, 40_000, size=(2_000, 8)).astype(int)
    inside = [low <= 100_000 <= high for _mean, low, high in map(interval, draws.tolist())]
    assert 0.935 <= np.mean(inside) <= 0.965


def test_student_is_the_tables() -> None:
    """Quantiles as printed in any table of Student's distribution."""
    for level, freedom, value in (
        (0.975, 1, 12.706), (0.975, 7, 2.365), (0.99, 7, 2.998), (0.99, 15, 2.602),
        (0.975, 30, 2.042), (0.95, 4, 2.132),
    ):  # fmt: skip
        assert quantile(level, freedom) == pytest.approx(value, abs=5e-4)
    assert quantile(0.975, 10_000) == NormalDist().inv_cdf(0.975)


# -- parts --------------------------------------------------------------------------------


def test_shares_of_what_adds_up_are_what_each_part_brings() -> None:
    """Without interaction the Shapley value is each part's own effect."""
    found = shapley("abc", lambda taken: sum({"a": 30.0, "b": 100.0, "c": -4.0}[p] for p in taken))
    assert found == pytest.approx({"a": 30, "b": 100, "c": -4})


def test_what_only_both_bring_is_shared_by_both() -> None:
    """The glove game (Shapley 1953): one left glove, two right ones; a pair is worth 1."""

    def worth(taken: frozenset[str]) -> float:
        return float("left" in taken and bool({"one", "two"} & taken))

    found = shapley(("left", "one", "two"), worth)
    assert found == pytest.approx({"left": 2 / 3, "one": 1 / 6, "two": 1 / 6})


@given(
    st.dictionaries(st.sampled_from("abcde"), st.floats(-1e7, 1e7), min_size=1),
    st.integers(-(10**8), 10**8),
)
def test_shares_in_whole_rupiah_sum_to_the_whole(shares: dict[str, float], total: int) -> None:
    assert sum(whole(shares, total).values()) == total


def test_a_sheet_is_the_sum_of_its_parts() -> None:
    base, other = own().decisions, halved().decisions
    assert differing(base, other) == ["pricing"]
    assert mixed(base, other, OBJECTIVES) == other
    assert mixed(base, other, ()) == base
