"""What residents remember: names move towards the day, habits grow and fade, word gets round."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stalls import EAGER, calm_town, live, live_weeks, lone_town, plan_of, plenty

from simpasar.market.memory import (
    experience,
    next_awareness,
    next_habit,
    next_reputation,
    promoted,
    regulars,
)
from simpasar.market.result import ProductDay
from simpasar.scenario.model import Market

MARKET = Market()
PER_MILLE = st.integers(0, 1_000)
TOWN = calm_town()
PATIENCE = 600


def lived(counts: ProductDay, **decisions: object) -> int | None:
    return experience(TOWN, plan_of(TOWN, **decisions), {"uduk": counts}, PATIENCE)


# -- a name -------------------------------------------------------------------------------


def test_customers_served_at_once_with_usual_goods_at_the_usual_price_are_content() -> None:
    assert lived(ProductDay(sold=30, customers=20)) == 650


def test_a_day_without_customers_says_nothing_about_a_name() -> None:
    assert lived(ProductDay()) is None
    assert next_reputation(430, None, MARKET) == 430


def test_dear_goods_are_held_against_a_stall_and_good_ones_for_it() -> None:
    day = ProductDay(sold=30, customers=30)
    assert lived(day, prices={"uduk": 15_000}) == 650 - 125
    assert lived(day, prices={"uduk": 9_000}) == 650 + 125
    assert lived(day, grades={"uduk": "mantap"}) == 650 + 125


def test_waiting_costs_up_to_400_at_the_end_of_patience() -> None:
    assert lived(ProductDay(sold=10, customers=10, wait_seconds=10 * 300)) == 650 - 200
    assert lived(ProductDay(sold=10, customers=10, wait_seconds=10 * 900)) == 650 - 400


def test_each_unit_turned_away_counts_as_a_bad_one() -> None:
    assert lived(ProductDay(sold=10, customers=10, lost_queue=5, lost_stockout=5)) == 425
    assert lived(ProductDay(lost_stockout=5)) == 200
    assert lived(ProductDay(sold=10, customers=10, lost_closed=50)) == 650


@given(PER_MILLE, PER_MILLE, PER_MILLE)
def test_a_name_moves_a_share_of_the_way_towards_the_day_and_never_past_it(
    reputation: int, today: int, share: int
) -> None:
    market = MARKET.model_copy(update={"reputation_share": share})
    tomorrow = next_reputation(reputation, today, market)
    assert min(reputation, today) <= tomorrow <= max(reputation, today)
    assert abs(tomorrow - reputation - (today - reputation) * share / 1_000) <= 0.5


def test_a_week_of_empty_shelves_costs_a_stall_its_name() -> None:
    sold_out = live(TOWN, melati=plan_of(TOWN, cash=0)).stalls["melati"].reputation
    stocked = live(TOWN, melati=plan_of(TOWN, lots=plenty("uduk"))).stalls["melati"].reputation
    assert sold_out < 450 < stocked


# -- habits -------------------------------------------------------------------------------


def test_a_habit_grows_where_one_was_served_and_fades_elsewhere() -> None:
    habit = np.array([[100, 100], [0, 600]], np.int16)
    after = next_habit(habit, np.array([0, 0, 1]), np.array([1, 1, 1]), MARKET)
    assert after.tolist() == [[90, 90 + 150], [0, 600]]
    assert habit.tolist() == [[100, 100], [0, 600]], "yesterday's stays as it was"


@given(st.lists(st.booleans(), max_size=60))
def test_a_habit_stays_between_nothing_and_its_cap(days: list[bool]) -> None:
    habit = np.zeros((1, 1), np.int16)
    for served in days:
        who = np.zeros(int(served), np.intp)
        habit = next_habit(habit, who, who, MARKET)
        assert 0 <= habit[0, 0] <= MARKET.habit_cap


def test_who_waited_longer_than_half_his_patience_forms_no_habit() -> None:
    town = lone_town(segments__warga__needs={"sarapan": EAGER}, days=1)
    result = live(town, melati=plan_of(town, lots=plenty("uduk")))
    visits = result.visits[0]
    for resident, wait, cause in zip(
        visits.resident.tolist(), visits.wait.tolist(), visits.cause.tolist(), strict=True
    ):
        content = cause == 0 and 2 * wait <= PATIENCE
        assert (result.habit[resident, 0] > 0) == content
    assert 0 < (result.habit > 0).sum() < len(visits.at)


def test_regulars_feel_at_least_half_of_the_strongest_habit() -> None:
    assert regulars(np.array([[300, 0], [299, 600], [-5, 301]], np.int16), MARKET) == [1, 2]


def test_a_habit_brings_people_back() -> None:
    """The stall whose shelf was always full keeps in the second week who came in the first."""
    weeks = live_weeks(TOWN, 2, melati=plan_of(TOWN, lots=plenty("uduk")))
    forgetful = TOWN.model_copy(update={"market": TOWN.market.model_copy(update={"habit_gain": 0})})
    without = live_weeks(forgetful, 2, melati=plan_of(TOWN, lots=plenty("uduk")))
    sold = [
        sum(day["uduk"].sold for day in result[1].stalls["melati"].days)
        for result in (weeks, without)
    ]
    assert sold[0] > 1.05 * sold[1]


# -- being known --------------------------------------------------------------------------


@pytest.mark.parametrize(("spent", "known"), [(0, 400), (150_000, 700), (450_000, 850)])
def test_promotion_reaches_a_share_of_those_who_did_not_know(spent: int, known: int) -> None:
    assert promoted(400, spent, MARKET) == known


@given(PER_MILLE, st.integers(0, 10**9), st.integers(0, 10**9))
def test_more_promotion_never_reaches_fewer_nor_more_than_all(
    awareness: int, spent: int, more: int
) -> None:
    reached = promoted(awareness, spent, MARKET)
    assert awareness <= reached <= promoted(awareness, spent + more, MARKET) <= 1_000


def test_without_customers_a_share_forgets_each_week() -> None:
    assert next_awareness(1_000, 0, 200, MARKET) == 970


def test_customers_tell_their_neighbours() -> None:
    """100 visits a week of 200 residents, a quarter of them talk: an eighth of the others hear."""
    assert next_awareness(500, 100, 200, MARKET) == 485 + 515 * 125 // 1_000


@given(PER_MILLE, st.integers(0, 10**6), st.integers(0, 10**4))
def test_awareness_stays_a_share(awareness: int, customers: int, residents: int) -> None:
    assert 0 <= next_awareness(awareness, customers, residents, MARKET) <= 1_000
    more = next_awareness(awareness, customers + 1, residents, MARKET)
    assert more >= next_awareness(awareness, customers, residents, MARKET)


def test_a_stall_that_nobody_knows_sells_nothing_until_it_is_promoted() -> None:
    unknown = {"awareness": 0, "lots": plenty("uduk")}
    quiet = live(TOWN, melati=plan_of(TOWN, **unknown))
    loud = live(TOWN, melati=plan_of(TOWN, **unknown, promotion=300_000))
    sold = [sum(d["uduk"].sold for d in w.stalls["melati"].days) for w in (quiet, loud)]
    assert sold[0] == 0 < sold[1]
