"""The rules of double entry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.firm.ledger import Account, AccountType, Balances, Entry, change, post, total

CASH, SALES, RENT = Account.CASH, Account.SALES, Account.RENT

amounts = st.integers(min_value=1, max_value=10**10)
pairs = st.lists(st.sampled_from(list(Account)), min_size=2, max_size=2, unique=True)
entries = st.builds(
    lambda pair, amount: entry((pair[0], amount), (pair[1], -amount)), pairs, amounts
)


def entry(*lines: tuple[Account, int]) -> Entry:
    return Entry(1, 0, "sale", "nasi_uduk", lines)


@pytest.mark.parametrize(
    "lines",
    [(), ((CASH, 5),), ((CASH, 5), (SALES, -4)), ((CASH, 0), (SALES, 0))],
    ids=["no lines", "one side", "unequal", "nothing"],
)
def test_an_entry_out_of_balance_cannot_be_written(lines: tuple[tuple[Account, int], ...]) -> None:
    with pytest.raises(ValueError, match="entry of week 1"):
        entry(*lines)


def test_balances_that_do_not_sum_to_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="out by 5"):
        Balances({CASH: 5})


def test_an_account_never_used_stands_at_zero() -> None:
    assert Balances()[RENT] == 0
    assert RENT not in Balances()


def test_posting_leaves_the_balances_before_as_they_were() -> None:
    before = Balances({CASH: 5, Account.CAPITAL: -5})
    post(before, entry((CASH, 3), (SALES, -3)))
    assert before == Balances({CASH: 5, Account.CAPITAL: -5})


def test_an_account_back_at_zero_is_as_if_never_used() -> None:
    there = post(Balances(), entry((CASH, 3), (SALES, -3)))
    assert post(there, entry((CASH, -3), (SALES, 3))) == Balances()


def test_every_account_has_a_type_and_its_type_decides_the_statement() -> None:
    by_type = {kind: [a for a in Account if a.type is kind] for kind in AccountType}
    assert Account.ACCUMULATED_DEPRECIATION in by_type[AccountType.ASSET]
    owed = {Account.PAYABLES, Account.LOANS, Account.COOPERATIVE_ADVANCE, Account.VOLUNTARY_SAVINGS}
    assert set(by_type[AccountType.LIABILITY]) == owed
    # A cooperative's own capital is simpanan pokok, wajib, reserve and grants, not sukarela (UU
    # 25/1992, article 41).
    own = {Account.PRINCIPAL_SAVINGS, Account.COMPULSORY_SAVINGS, Account.RESERVE}
    assert own | {Account.CAPITAL, Account.DRAWINGS} <= set(by_type[AccountType.EQUITY])
    assert Account.SALES in by_type[AccountType.INCOME]
    assert {Account.WAGES, Account.INTEREST} <= set(by_type[AccountType.EXPENSE])


@given(st.lists(entries), st.lists(entries))
def test_the_total_of_a_period_is_the_change_it_makes(
    first: list[Entry], second: list[Entry]
) -> None:
    before = total(first)
    after = before
    for one in second:
        after = post(after, one)
        assert sum(after.values()) == 0
    assert change(before, after) == total(second)
