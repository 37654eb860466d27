"""A lot gives out what it cost, to the rupiah."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.firm.ledger import Account
from simpasar.firm.stock import LotCost, draw, stock_value

RAW, FINISHED = Account.RAW_MATERIALS, Account.FINISHED_GOODS


def test_a_share_of_a_lot_costs_its_floor_and_the_last_unit_takes_the_rest() -> None:
    costs = {1: LotCost(RAW, 3, 100)}
    assert [draw(costs, 1, 1) for _ in range(3)] == [(RAW, 33), (RAW, 33), (RAW, 34)]
    assert costs == {}


@given(
    st.lists(st.integers(min_value=0, max_value=50), min_size=1).filter(any),
    st.integers(min_value=0, max_value=10**9),
)
def test_all_draws_of_a_lot_sum_to_its_cost(draws: list[int], cost: int) -> None:
    costs = {7: LotCost(FINISHED, sum(draws), cost)}
    given_out = 0
    for quantity in draws:
        if 7 in costs:
            given_out += draw(costs, 7, quantity)[1]
            assert stock_value(costs, FINISHED) == cost - given_out
    assert given_out == cost
    assert not costs


@pytest.mark.parametrize(("lot", "quantity"), [(1, 4), (2, 1), (1, -1)])
def test_more_than_a_lot_holds_cannot_be_taken(lot: int, quantity: int) -> None:
    costs = {1: LotCost(RAW, 3, 100)}
    with pytest.raises(ValueError, match=f"Lot {lot} holds"):
        draw(costs, lot, quantity)
    assert costs == {1: LotCost(RAW, 3, 100)}


def test_stock_value_counts_one_account_only() -> None:
    assert stock_value({1: LotCost(RAW, 1, 5), 2: LotCost(FINISHED, 1, 8)}, RAW) == 5
