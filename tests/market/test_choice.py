"""Residents choose with the probabilities of the logit, among what they know and what is there."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from stalls import calm_town, day_wishes, plan_of, plans_of

from simpasar.market.chance import Chance
from simpasar.market.choice import RANKED, Wishes, offers_of, utilities, wishes
from simpasar.market.news import news_of_week
from simpasar.market.residents import Goers, settle_in
from simpasar.scenario.model import Scenario
from towns import BREAKFAST, SEAT

PEOPLE = 20_000
NAMES = ("anggrek", "kenanga", "mawar", "melati", "teratai")


def crowd(stalls: int, residents: int, stay_home: int = 0) -> Scenario:
    """`residents` of one place, and stalls that each offer one thing."""
    return calm_town(
        teams=dict.fromkeys(NAMES[:stalls], SEAT),
        segments__warga__residents={"klender": residents},
        segments__warga__needs={"sarapan": {**BREAKFAST, "stay_home": stay_home}},
    )


def ranked_of(
    scenario: Scenario,
    utility: list[int],
    seed: int = 1,
    considered: NDArray[np.bool_] | None = None,
    on_sale: list[bool] | None = None,
) -> NDArray[np.int32]:
    """The ranked offers of everybody, all out at noon, who finds each offer worth `utility`."""
    chance = Chance(seed)
    residents, offers = settle_in(scenario, chance), offers_of(scenario)
    everybody = np.arange(len(residents), dtype=np.intp)
    return wishes(
        scenario,
        residents,
        offers,
        np.array([utility], np.int32),
        np.zeros((len(residents), len(offers)), np.int32),
        np.ones((len(residents), len(offers)), np.bool_) if considered is None else considered,
        np.array(on_sale or [True] * len(offers)),
        [Goers(everybody, np.full(len(residents), 43_200, np.int32))],
        chance,
        1,
        0,
    ).ranked


def logit(utility: list[int]) -> NDArray[np.float64]:
    """exp(u) over the sum of all, utilities in milli-utils."""
    weights = np.exp(np.array(utility) / 1_000)
    return weights / weights.sum()


def assert_shares(chosen: NDArray[np.int32], expected: dict[int, float]) -> None:
    """Each share lies within 4 standard errors: a chance of 1 in 16,000 to fail for each."""
    for offer, share in expected.items():
        error = (share * (1 - share) / len(chosen)) ** 0.5
        assert np.mean(chosen == offer) == pytest.approx(share, abs=4 * error)


UTILITIES = [1_200, 300, -500, 0]
STAY_HOME = 400


@pytest.mark.parametrize("seed", [1, 2])
def test_first_choices_have_the_shares_of_the_logit(seed: int) -> None:
    ranked = ranked_of(crowd(4, PEOPLE, STAY_HOME), UTILITIES, seed)
    shares = logit([*UTILITIES, STAY_HOME])
    assert_shares(ranked[:, 0], {0: shares[0], 1: shares[1], 2: shares[2], 3: shares[3]})
    assert_shares(ranked[:, 0], {-1: shares[4]})


@pytest.mark.parametrize("first", range(4))
def test_second_choices_have_the_shares_of_the_logit_without_the_first(first: int) -> None:
    """Independence of irrelevant alternatives: what is left is chosen among as if it were all."""
    ranked = ranked_of(crowd(4, PEOPLE, STAY_HOME), UTILITIES)
    rest = [offer for offer in range(4) if offer != first]
    shares = logit([*(UTILITIES[offer] for offer in rest), STAY_HOME])
    second = ranked[ranked[:, 0] == first, 1]
    assert_shares(second, dict(zip([*rest, -1], shares, strict=True)))


def test_third_choices_have_the_shares_of_the_logit_without_the_first_two() -> None:
    ranked = ranked_of(crowd(4, PEOPLE, STAY_HOME), UTILITIES)
    third = ranked[(ranked[:, 0] == 0) & (ranked[:, 1] == 1), 2]
    shares = logit([UTILITIES[2], UTILITIES[3], STAY_HOME])
    assert_shares(third, dict(zip([2, 3, -1], shares, strict=True)))


UTILITY_LISTS = st.lists(st.integers(-20_000, 20_000), min_size=5, max_size=5)
MENUS = st.lists(st.booleans(), min_size=5, max_size=5)
SMALL = crowd(5, 60)


@given(UTILITY_LISTS, st.integers(0, 2**53 - 1))
def test_a_list_names_an_offer_once_and_nothing_after_home(utility: list[int], seed: int) -> None:
    for row in ranked_of(SMALL, utility, seed).tolist():
        named = [offer for offer in row if offer >= 0]
        assert len(set(named)) == len(named)
        assert row == named + [-1] * (RANKED - len(named))


@given(UTILITY_LISTS, MENUS, st.integers(0, 2**53 - 1))
def test_an_offer_off_the_menu_is_never_ranked_and_the_rest_keep_their_order(
    utility: list[int], menu: list[bool], seed: int
) -> None:
    whole = ranked_of(SMALL, utility, seed)
    partial = ranked_of(SMALL, utility, seed, on_sale=menu)
    for before, after in zip(whole.tolist(), partial.tolist(), strict=True):
        kept = [offer for offer in before if offer >= 0 and menu[offer]]
        assert all(menu[offer] for offer in after if offer >= 0)
        assert after[: len(kept)] == kept


@given(st.data())
def test_a_stall_that_a_resident_does_not_know_is_never_ranked(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.integers(0, 31), min_size=60, max_size=60))
    known = np.array([[word >> stall & 1 for stall in range(5)] for word in words], np.bool_)
    whole = ranked_of(SMALL, [2_000] * 5)
    for knows, before, after in zip(
        known, whole.tolist(), ranked_of(SMALL, [2_000] * 5, considered=known).tolist(), strict=True
    ):
        assert all(knows[offer] for offer in after if offer >= 0)
        kept = [offer for offer in before if offer >= 0 and knows[offer]]
        assert after[: len(kept)] == kept


@given(UTILITY_LISTS, st.integers(0, 4), st.integers(1, 3_000))
def test_a_worse_offer_moves_down_and_all_others_keep_their_order(
    utility: list[int], worse: int, by: int
) -> None:
    before = ranked_of(SMALL, utility)
    utility[worse] -= by
    after = ranked_of(SMALL, utility)
    for old, new in zip(before.tolist(), after.tolist(), strict=True):
        others_old = [offer for offer in old if offer not in (-1, worse)]
        others_new = [offer for offer in new if offer not in (-1, worse)]
        assert others_new[: len(others_old)] == others_old
        if worse in new:
            assert old.index(worse) <= new.index(worse)


# -- who is out, and when -----------------------------------------------------------------


def going(wanted: Wishes) -> set[int]:
    return set(wanted.resident.tolist())


def test_rain_keeps_some_of_the_same_crowd_at_home_and_calls_nobody_out() -> None:
    dry, wet = (
        day_wishes(
            calm_town().model_copy(
                update={
                    "weather": {
                        "cerah": calm_town().weather["cerah"].model_copy(update={"going": factor})
                    }
                }
            ),
            seed=4,
        )
        for factor in (1_000, 500)
    )
    assert going(wet) < going(dry)
    at = dict(zip(dry.resident.tolist(), dry.at.tolist(), strict=True))
    assert all(at[r] == t for r, t in zip(wet.resident.tolist(), wet.at.tolist(), strict=True))


def test_visits_come_in_order_of_time_within_the_hours_of_the_errand() -> None:
    at = day_wishes(crowd(2, PEOPLE), seed=1).at
    assert (np.diff(at) >= 0).all()
    assert at.min() >= 6 * 3_600
    assert at.max() < 8 * 3_600
    share = np.mean(at < 7 * 3_600)  # hours weighed 1 to 2
    assert share == pytest.approx(1 / 3, abs=4 * (2 / 9 / len(at)) ** 0.5)


# -- utilities ----------------------------------------------------------------------------


def value(scenario: Scenario, reputation: int = 500, **changes: Any) -> int:
    """What the residents think of melati's offer on Monday, in milli-utils."""
    plans = plans_of(scenario, melati=plan_of(scenario, **changes))
    news = news_of_week(scenario, Chance(1), 1)[0]
    offers = offers_of(scenario)
    column = next(o for o, offer in enumerate(offers) if offer.team == "melati")
    stall = offers[column].stall
    names = [reputation if s == stall else 500 for s in range(len(plans))]
    return int(utilities(scenario, offers, plans, names, news)[0, column])


def test_price_counts_relative_to_the_usual_price_of_the_product() -> None:
    town = calm_town(market={"price_weight": 3_000})
    usual = value(town, prices={"uduk": 12_000})
    assert value(town, prices={"uduk": 18_000}) == usual - 1_500
    dear = calm_town(market={"price_weight": 3_000}, products__uduk__reference_price=24_000)
    assert value(dear, prices={"uduk": 24_000}) == usual


def test_a_segment_may_mind_prices_more() -> None:
    town = calm_town(market={"price_weight": 3_000}, segments__warga__price_sensitivity=2_000)
    assert value(town) - value(town, prices={"uduk": 18_000}) == 3_000


def test_quality_reputation_taste_and_weather_add_up() -> None:
    plain = value(calm_town())
    assert value(calm_town(), grades={"uduk": "mantap"}) == plain + 500
    assert value(calm_town(), reputation=700) == plain + 200
    assert value(calm_town(segments__warga__taste={"uduk": 250})) == plain + 250
    rainy = calm_town()
    sun = rainy.weather["cerah"].model_copy(update={"taste": {"uduk": -90}})
    assert value(rainy.model_copy(update={"weather": {"cerah": sun}})) == plain - 90
