"""The store: first expired first out, nothing lost, nothing usable once expired."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.market.goods import Lot
from simpasar.market.store import Store

QUANTITIES = st.lists(st.tuples(st.integers(1, 50), st.integers(1, 9)), min_size=1, max_size=8)
"""(quantity, expiry) of each lot."""


def filled(lots: list[tuple[int, int]]) -> Store:
    store = Store()
    for number, (quantity, expires_at) in enumerate(lots, start=1):
        store.put(Lot(number, "uduk", quantity, 0, expires_at))
    return store


@given(QUANTITIES, st.data())
def test_the_soonest_to_expire_goes_first_and_of_equals_the_older(
    lots: list[tuple[int, int]], data: st.DataObject
) -> None:
    store, wanted = filled(lots), data.draw(st.integers(0, sum(q for q, _ in lots)))
    units = [
        number
        for _, number, quantity in sorted((e, n, q) for n, (q, e) in enumerate(lots, start=1))
        for _ in range(quantity)
    ]
    taken = store.take("uduk", wanted)
    assert [lot for lot, quantity in taken for _ in range(quantity)] == units[:wanted]
    assert store.quantity("uduk") == len(units) - wanted


@given(QUANTITIES, st.integers(0, 10))
def test_what_expires_by_a_second_goes_then_and_nothing_else(
    lots: list[tuple[int, int]], now: int
) -> None:
    store = filled(lots)
    gone = store.discard_expired("uduk", now)
    assert sorted(lot.id for lot in gone) == [n for n, (_, e) in enumerate(lots, 1) if e <= now]
    assert sum(lot.quantity for lot in store.lots()) == store.quantity("uduk")
    assert store.quantity("uduk") == sum(q for q, e in lots if e > now)


@given(QUANTITIES)
def test_more_than_is_at_hand_cannot_be_taken(lots: list[tuple[int, int]]) -> None:
    store = filled(lots)
    with pytest.raises(ValueError, match="uduk wanted"):
        store.take("uduk", store.quantity("uduk") + 1)
    assert store.quantity("uduk") == sum(q for q, _ in lots), "nothing was taken"


def test_an_item_never_stocked_is_at_hand_in_no_quantity() -> None:
    assert filled([(1, 1)]).quantity("kelapa") == 0
    assert Store().discard_expired("kelapa", 5) == []
