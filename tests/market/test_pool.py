"""The joint purchase: one lorry, a price for all that falls with the total, and who cannot pay."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from stalls import only, plan_of, plenty
from together import live_joint, village

from neighbourhood import COOPERATIVE
from simpasar.market.goods import Pooled, Undelivered
from simpasar.market.news import market_price
from simpasar.market.pool import POOL, Bill, bills, pack_prices, tier
from simpasar.market.result import JointWeek, StallPlan, WeekResult
from simpasar.scenario.community import JointPurchase, PooledGood
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY, Id

USUAL = {"beras": 1_000, "kelapa": 1_000}
RICH = dict.fromkeys("abc", 10**9)


def purchase(**changes: Any) -> JointPurchase:
    """Rice at 68.000, 65.280 from 4 packs on and 62.560 from 8; a lorry for 20.000."""
    terms = {**COOPERATIVE["purchase"], "unpaid": "drop", **changes}
    goods = {
        name: {**good, "tiers": {int(k): v for k, v in good["tiers"].items()}}
        for name, good in terms["goods"].items()
    }
    return JointPurchase.model_validate({**terms, "goods": goods})


def shared(
    pledges: dict[str, int], cash: dict[str, int] = RICH, margin: int = 0, fund: int = 0,
    **terms: Any,
) -> dict[str, Bill]:  # fmt: skip
    """Everybody's bill for so many packs of rice."""
    packs = {team: {"beras": count} for team, count in pledges.items()}
    return bills(purchase(**terms), packs, cash, USUAL, JointWeek({}, margin, fund))


def price_of(found: dict[str, Bill], team: str, packs: int) -> int:
    return found[team].paid["beras"] // packs


# -- tiers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("packs", "factor"), [(1, 1_000), (3, 1_000), (4, 960), (7, 960), (8, 920), (500, 920)]
)
def test_the_total_sets_the_tier(packs: int, factor: int) -> None:
    assert tier(purchase().goods["beras"], packs) == factor


def test_a_good_without_tiers_costs_the_same_for_any_number() -> None:
    assert tier(PooledGood(amount=1, price=1_000), 10_000) == 1_000


def test_two_who_order_together_pay_the_lower_price_on_every_pack() -> None:
    assert price_of(shared({"a": 2}), "a", 2) == 68_000
    together = shared({"a": 2, "b": 2})
    assert price_of(together, "a", 2) == price_of(together, "b", 2) == 65_300


def test_the_tier_of_one_ingredient_is_not_moved_by_another() -> None:
    packs = {"a": {"beras": 3, "kelapa": 1}, "b": {"kelapa": 2}}
    found = bills(purchase(), packs, RICH, USUAL, JointWeek({}, 0, 0))
    assert found["a"].paid == {"beras": 3 * 68_000, "kelapa": 123_500}
    assert found["b"].paid == {"kelapa": 2 * 123_500}


def test_the_margin_is_on_top_of_the_price_and_kept_apart() -> None:
    found = shared({"a": 2}, margin=20)["a"]
    assert found.paid["beras"] == 2 * 69_400
    assert found.margin == 2 * 1_400
    assert shared({"a": 2})["a"].margin == 0


def test_a_price_shock_moves_the_price_unless_it_was_fixed() -> None:
    shock = {"beras": 1_500, "kelapa": 1_000}
    assert pack_prices(purchase(), {"beras": 1}, shock, 0)["beras"] == (102_000, 102_000)
    fixed = purchase(fixed_price=True)
    assert pack_prices(fixed, {"beras": 1}, shock, 0)["beras"] == (68_000, 68_000)
    assert pack_prices(fixed, {"beras": 4}, shock, 0)["beras"] == (65_300, 65_300)


# -- the lorry ----------------------------------------------------------------------------


def test_the_lorry_is_shared_by_value_to_the_rupiah() -> None:
    found = shared({"a": 1, "b": 1, "c": 1})
    assert [bill.fee for bill in found.values()] == [6_667, 6_667, 6_666]
    assert [bill.fee for bill in shared({"a": 3, "b": 1}).values()] == [15_000, 5_000]


def test_who_orders_nothing_pays_no_lorry() -> None:
    assert set(shared({"a": 1, "b": 0})) == {"a"}
    assert shared({"a": 0, "b": 0}) == {}


# -- who cannot pay -----------------------------------------------------------------------


def test_who_cannot_pay_is_dropped_and_the_others_pay_the_higher_tier_and_the_whole_lorry() -> None:
    cash = {"a": 10**9, "b": 100_000}
    found = shared({"a": 2, "b": 2}, cash)
    assert set(found) == {"a"}
    assert price_of(found, "a", 2) == 68_000
    assert found["a"].fee == 20_000


def test_one_who_is_dropped_may_take_another_with_her() -> None:
    """b could pay the tier of all four packs, not the price that is left without a."""
    cash = {"a": 0, "b": 2 * 65_300 + 10_000}
    assert shared({"a": 2, "b": 2}, cash) == {}
    assert set(shared({"a": 2, "b": 2}, {**cash, "a": 10**9})) == {"a", "b"}


def test_to_the_rupiah_is_enough() -> None:
    assert set(shared({"a": 1}, {"a": 88_000})) == {"a"}
    assert shared({"a": 1}, {"a": 87_999}) == {}


def test_the_fund_advances_what_is_lacking_and_no_more() -> None:
    found = shared({"a": 2, "b": 2}, {"a": 10**9, "b": 100_000}, fund=50_000, unpaid="advance")
    assert found["a"].advanced == 0
    assert found["b"].advanced == 2 * 65_300 + 10_000 - 100_000
    assert found["b"].cash == 100_000


def test_the_fund_serves_those_who_lack_least_first() -> None:
    """a lacks all of a large pledge, b and c a little: a would empty the fund for herself."""
    cash = {"a": 0, "b": 120_000, "c": 120_000}
    found = shared({"a": 4, "b": 2, "c": 2}, cash, fund=270_000, unpaid="advance")
    assert set(found) == {"b", "c"}
    assert found["b"].advanced == found["c"].advanced > 0


def test_the_fund_goes_only_as_far_as_it_goes_in_the_order_of_those_who_lack_as_much() -> None:
    """Each lacks 40.600; there is enough for one, and then the lorry is shared by two."""
    cash = {"a": 100_000, "b": 100_000, "c": 10**9}
    lacking = 2 * 65_300 + 6_666 - 100_000
    assert set(shared(dict.fromkeys("abc", 2), cash, fund=2 * lacking + 2, unpaid="advance")) == {
        "a", "b", "c",
    }  # fmt: skip
    found = shared(dict.fromkeys("abc", 2), cash, fund=2 * lacking - 20_000, unpaid="advance")
    assert set(found) == {"a", "c"}
    assert found["a"].advanced == 2 * 65_300 + 10_000 - 100_000


def test_a_rich_fund_advances_nothing_where_the_rule_is_to_drop() -> None:
    assert shared({"a": 1}, {"a": 0}, fund=10**9) == {}


CASH = st.integers(0, 2_000_000)


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9)),
    st.lists(CASH, min_size=4, max_size=4),
    st.integers(0, 300_000),
    st.integers(0, 200),
    st.sampled_from(["drop", "advance"]),
    st.integers(0, 3_000),
)
def test_whatever_is_ordered_nobody_pays_more_than_she_has_and_the_wholesaler_gets_all(
    pledges: dict[str, int], tills: list[int], fund: int, margin: int, unpaid: Any, shock: int
) -> None:
    terms = purchase(unpaid=unpaid)
    cash = dict(zip("abcd", tills, strict=True))
    index = {"beras": shock, "kelapa": 1_000}
    packs = {team: {"beras": count} for team, count in pledges.items()}
    found = bills(terms, packs, cash, index, JointWeek({}, margin, fund))
    total = sum(pledges[team] for team in found)
    price = market_price(68_000, shock * tier(terms.goods["beras"], total) // 1_000)
    for team, bill in found.items():
        assert pledges[team]
        assert 0 <= bill.cash <= cash[team]
        assert bill.paid["beras"] - bill.margin == pledges[team] * price
        assert bill.margin >= 0
        assert not bill.advanced or bill.cash == cash[team]
    assert sum(bill.fee for bill in found.values()) == (20_000 if found else 0)
    assert sum(bill.advanced for bill in found.values()) <= (fund if unpaid == "advance" else 0)
    short = sum(bool(count) for count in pledges.values()) - len(found)
    assert not short or min(cash.values()) < 9 * 210_000 + 20_000


# -- in the market week -------------------------------------------------------------------

WEDNESDAY = 2


def pooling(scenario: Scenario, team: str, **changes: Any) -> StallPlan:
    return plan_of(scenario, team, pledges={"beras": 2, "kelapa": 1}, **changes)


def lorry(unpaid: str = "drop", **changes: Any) -> Scenario:
    terms = {**COOPERATIVE["purchase"], "delivery_day": WEDNESDAY + 1, "unpaid": unpaid}
    return village({"purchase": terms}, **changes)


def pooled(result: WeekResult, team: str) -> list[Pooled]:
    return only(result.stalls[team].movements, Pooled)


def test_the_lorry_comes_on_its_day_and_its_goods_can_be_used() -> None:
    town = lorry()
    result = live_joint(town, melati=pooling(town, "melati"))
    [came] = pooled(result, "melati")
    assert came.at == WEDNESDAY * DAY + 2 * 3_600
    assert [(lot.item, lot.quantity) for lot in came.lots] == [("beras", 10_000), ("kelapa", 10)]
    assert came.lots[0].expires_at == came.at + 90 * DAY
    assert came.paid == (2 * 68_000, 130_000)
    assert came.fee == 20_000
    assert not pooled(result, "anggrek")


def test_who_cannot_pay_when_the_lorry_comes_is_told_so() -> None:
    town = lorry()
    poor = pooling(town, "melati", cash=0)
    result = live_joint(town, melati=poor, kenanga=pooling(town, "kenanga"))
    missed = [m for m in only(result.stalls["melati"].movements, Undelivered) if m.supplier == POOL]
    assert [(m.ingredient, m.packs, m.reason) for m in missed] == [
        ("beras", 2, "cash"),
        ("kelapa", 1, "cash"),
    ]
    assert pooled(result, "kenanga")[0].paid[0] == 2 * 68_000  # two packs, not four


def test_no_supplier_can_be_taken_for_the_joint_purchase() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(POOL)


def test_what_was_sold_before_the_lorry_comes_pays_for_it() -> None:
    """An empty till on Monday, but a full pantry: two days of nasi uduk."""
    town = lorry()
    pantry = plenty("beras", "kelapa")
    selling = live_joint(town, melati=pooling(town, "melati", cash=0, lots=pantry))
    assert pooled(selling, "melati")
    idle = live_joint(town, melati=pooling(town, "melati", cash=0))
    assert not pooled(idle, "melati")


def test_a_stall_under_water_gets_nothing_and_pays_nothing() -> None:
    flood = {
        "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"],
        "when": {"weekdays": [WEDNESDAY + 1]},
    }  # fmt: skip
    town = lorry(events={"banjir": flood})
    result = live_joint(town, fund=10**9, melati=pooling(town, "melati"))
    assert not pooled(result, "melati")
    missed = only(result.stalls["melati"].movements, Undelivered)
    assert {m.reason for m in missed if m.supplier == POOL} == {"closed"}


def test_the_fund_lends_in_the_week_what_the_till_lacks() -> None:
    town = lorry("advance")
    result = live_joint(town, fund=10**6, melati=pooling(town, "melati", cash=0))
    [came] = pooled(result, "melati")
    assert came.advanced > 0
    assert came.cash + came.advanced == sum(came.paid) + came.fee
