"""Lenders who collect every day: they take what is due, as far as the till goes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from stalls import live, lone_town, only, plan_of, plenty

from simpasar.market.goods import Collected, Movement, Sold
from simpasar.market.result import Collection, StallPlan, WeekResult
from simpasar.scenario.model import DayPlan
from simpasar.scenario.parts import DAY

TOWN = lone_town()
CLOSED = {"uduk": DayPlan(weekday=0, weekend=0)}
EVENING = 18 * 3_600


def daily(amount: int, loan: str = "keliling", days: int = 7) -> tuple[Collection, ...]:
    return tuple(Collection(loan, day * DAY + EVENING, amount) for day in range(days))


def borrower(cash: int, visits: tuple[Collection, ...], trades: bool = False) -> StallPlan:
    if trades:
        return plan_of(TOWN, cash=cash, lots=plenty("beras", "kelapa"), collections=visits)
    return plan_of(TOWN, cash=cash, batches=CLOSED, collections=visits)


def collected(result: WeekResult) -> list[Collected]:
    return only(result.stalls["melati"].movements, Collected)


def test_a_lender_comes_at_his_hour_and_takes_his_instalment() -> None:
    result = live(TOWN, melati=borrower(1_000_000, daily(40_000)))
    assert [(v.at, v.due, v.paid) for v in collected(result)] == [
        (day * DAY + EVENING, 40_000, 40_000) for day in range(7)
    ]
    assert result.stalls["melati"].cash == 1_000_000 - 280_000


def test_what_was_short_is_asked_for_the_next_day() -> None:
    result = live(TOWN, melati=borrower(100_000, daily(40_000, days=4)))
    assert [(v.due, v.paid) for v in collected(result)] == [
        (40_000, 40_000), (40_000, 40_000), (40_000, 20_000), (60_000, 0),
    ]  # fmt: skip
    assert result.stalls["melati"].cash == 0


def test_what_was_sold_today_pays_tonight() -> None:
    result = live(TOWN, melati=borrower(0, daily(40_000), trades=True))
    assert all(visit.paid == 40_000 for visit in collected(result))


def test_two_lenders_keep_accounts_of_their_own() -> None:
    visits = (*daily(30_000, "satu", 2), *daily(50_000, "dua", 2))
    result = live(TOWN, melati=borrower(60_000, visits))
    assert [(v.loan, v.due, v.paid) for v in collected(result)] == [
        ("satu", 30_000, 30_000), ("dua", 50_000, 30_000),
        ("satu", 30_000, 0), ("dua", 70_000, 0),
    ]  # fmt: skip


def test_a_lender_comes_though_the_stall_is_closed() -> None:
    """On a day without market: debts know no holidays."""
    town = lone_town(days=5)
    plan = plan_of(town, cash=10**6, batches=CLOSED, collections=daily(40_000))
    assert len(collected(live(town, melati=plan))) == 7


def running(movements: tuple[Movement, ...], cash: int) -> list[int]:
    """The till after each movement of a stall that buys nothing."""
    tills = []
    for movement in movements:
        if isinstance(movement, Sold):
            cash += movement.revenue
        elif isinstance(movement, Collected):
            cash -= movement.paid
        tills.append(cash)
    return tills


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 300_000),
    st.lists(
        st.builds(
            Collection,
            st.sampled_from(["satu", "dua"]),
            st.integers(0, 7 * DAY - 1),
            st.integers(0, 200_000),
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_no_till_is_emptied_below_zero_and_every_rupiah_due_is_asked_for(
    cash: int, visits: list[Collection], trades: bool
) -> None:
    ordered = tuple(sorted(visits, key=lambda visit: visit.at))
    week = live(TOWN, melati=borrower(cash, ordered, trades)).stalls["melati"]
    tills = running(week.movements, cash) or [cash]
    assert min(tills) >= 0
    assert tills[-1] == week.cash
    owing = {"satu": 0, "dua": 0}
    for visit, came in zip(ordered, only(week.movements, Collected), strict=True):
        assert (came.loan, came.at) == (visit.loan, visit.at)
        assert came.due == owing[visit.loan] + visit.amount
        assert 0 <= came.paid <= came.due
        owing[visit.loan] = came.due - came.paid
