"""SHU by the textbook formula, to the rupiah."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simpasar.cooperative.state import Member
from simpasar.cooperative.surplus import Distribution, distribute, surplus_of
from simpasar.firm.ledger import Account, Balances
from simpasar.scenario.community import SurplusShares

MILLION = 1_000_000
SCHOOL = SurplusShares(reserve=400, capital=200, patronage=250, board=50, education=50, social=50)
"""Jasa modal 20 %, jasa usaha 25 %, as in the worked example."""


def member(savings: int = 0, trade: int = 0, compulsory: int = 0, voluntary: int = 0) -> Member:
    return Member(1, savings, compulsory=compulsory, voluntary=voluntary, trade=trade)


def test_the_worked_example_of_the_textbooks() -> None:
    """SHU 60 million, savings 2 of 100 million, trade 5 of 75 million (domain-facts, section 4;
    one printed source gives 2.400.000 for the first part, ten times what its arithmetic gives)."""
    members = {
        "anggota": member(2 * MILLION, 5 * MILLION),
        "lainnya": member(98 * MILLION, 70 * MILLION),
    }
    share = distribute(60 * MILLION, SCHOOL, members).members["anggota"]
    assert share.capital == 240_000
    assert share.patronage == 1_000_000
    assert share.total == 1_240_000


def test_the_rest_is_for_the_reserve_and_the_funds() -> None:
    members = {"a": member(1, 1)}
    whole = distribute(60 * MILLION, SCHOOL, members)
    assert whole.reserve == 24 * MILLION
    assert whole.funds == 9 * MILLION
    assert whole.members["a"].total == 27 * MILLION


def test_savings_are_principal_and_compulsory_and_no_deposits() -> None:
    """Simpanan sukarela is a liability, not own capital: it earns no jasa modal."""
    members = {"a": member(100, compulsory=100), "b": member(200, voluntary=10_000)}
    whole = distribute(1_000_000, SCHOOL, members)
    assert whole.members["a"].capital == whole.members["b"].capital == 100_000


def test_a_loss_is_the_reserves_and_nobody_pays_it() -> None:
    members = {"a": member(100, 100)}
    assert distribute(-5_000, SCHOOL, members) == Distribution(-5_000, {}, -5_000, 0)
    assert distribute(0, SCHOOL, members) == Distribution(0, {}, 0, 0)


def test_what_nobody_earned_by_trade_goes_to_the_reserve() -> None:
    members = {"a": member(100), "b": member(300)}
    whole = distribute(1_000_000, SCHOOL, members)
    assert [share.patronage for share in whole.members.values()] == [0, 0]
    assert [share.capital for share in whole.members.values()] == [50_000, 150_000]
    assert whole.reserve == 400_000 + 250_000


def test_without_members_all_but_the_funds_is_reserve() -> None:
    whole = distribute(1_000_000, SCHOOL, {})
    assert (whole.members, whole.reserve, whole.funds) == ({}, 850_000, 150_000)


def test_equal_members_differ_by_a_rupiah_at_most_and_the_earlier_has_it() -> None:
    members = {name: member(10, 10) for name in "abc"}
    parts = [share.total for share in distribute(1_000, SCHOOL, members).members.values()]
    assert sum(parts) == 450
    assert parts == sorted(parts, reverse=True)
    assert max(parts) - min(parts) <= 2  # one for savings, one for trade


@st.composite
def shares(draw: st.DrawFn) -> SurplusShares:
    cuts = sorted(draw(st.lists(st.integers(0, 1_000), min_size=5, max_size=5)))
    parts = [b - a for a, b in zip([0, *cuts], [*cuts, 1_000], strict=True)]
    names = ("reserve", "capital", "patronage", "board", "education", "social")
    return SurplusShares(**dict(zip(names, parts, strict=True)))


MEMBERS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.builds(member, st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9)),
)


@given(st.integers(-(10**9), 10**12), shares(), MEMBERS)
def test_the_parts_add_up_to_the_whole(
    surplus: int, split: SurplusShares, members: dict[str, Member]
) -> None:
    whole = distribute(surplus, split, members)
    parts = [share.total for share in whole.members.values()]
    assert sum(parts) + whole.reserve + whole.funds == surplus
    assert min([0, *parts]) == 0
    assert whole.funds >= 0
    assert whole.reserve >= min(0, surplus)


@given(st.integers(1, 10**12), shares(), MEMBERS)
def test_each_part_is_the_formulas_but_for_rounding(
    surplus: int, split: SurplusShares, members: dict[str, Member]
) -> None:
    """JMA and JUA, each within the rupiah that the fund and the member's part were rounded by."""
    savings = sum(m.savings for m in members.values())
    trade = sum(m.trade for m in members.values())
    for name, share in distribute(surplus, split, members).members.items():
        mine = members[name]
        if savings:
            exact = surplus * split.capital * mine.savings
            assert abs(share.capital * 1_000 * savings - exact) < 2_000 * savings
        if trade:
            exact = surplus * split.patronage * mine.trade
            assert abs(share.patronage * 1_000 * trade - exact) < 2_000 * trade


def test_the_surplus_is_income_less_expenses_and_no_savings() -> None:
    books = Balances(
        {
            Account.CASH: 130, Account.PRINCIPAL_SAVINGS: -100, Account.MARGIN: -50,
            Account.INTEREST_INCOME: -10, Account.OVERHEAD: 30,
        }
    )  # fmt: skip
    assert surplus_of(books) == 30
