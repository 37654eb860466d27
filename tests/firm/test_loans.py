"""Loans: the sourced figures, schedules that add up, debts that are late."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.firm.loans import (
    Debt,
    days_due,
    lend,
    paid_out,
    schedule,
    settlement,
    true_monthly_rate,
)
from simpasar.scenario.community import Interest, Loan


def offer(**changes: Any) -> Loan:
    terms: dict[str, Any] = {
        "name": {"id": "Pinjaman"}, "by": "bank", "advertised": {"id": "Murah"},
        "smallest": 1, "largest": 100_000_000, "step": 1, "instalments": 36, "every": "month",
        "interest": {"rate": 6_000, "per": "year", "method": "declining"},
    }  # fmt: skip
    return Loan.model_validate({**terms, **changes}, strict=False)


FLAT_TERM = {"rate": 20_000, "per": "term", "method": "flat"}
KELILING = offer(instalments=30, every="day", interest=FLAT_TERM)


@pytest.mark.parametrize(
    ("principal", "months", "thousands"), [(10_000_000, 36, 304), (5_000_000, 12, 430)]
)
def test_kur_instalments_are_as_sourced(principal: int, months: int, thousands: int) -> None:
    """6 % a year effective; domain facts, section 3."""
    first = schedule(offer(instalments=months), principal)[0]
    assert round(first.amount / 1_000) == thousands


@pytest.mark.parametrize(("days", "percent"), [(40, 32), (30, 44), (24, 57)])
def test_a_moneylenders_true_monthly_cost_is_as_sourced(days: int, percent: int) -> None:
    """One million, 1.2 million back in so many days; domain facts, section 0."""
    lender = offer(instalments=days, every="day", interest=FLAT_TERM)
    assert {i.amount for i in schedule(lender, 1_000_000)} == {1_200_000 // days}
    assert round(true_monthly_rate(lender, 1_000_000) / 1_000) == percent


def test_the_true_cost_of_a_declining_loan_without_fee_is_its_rate() -> None:
    assert true_monthly_rate(offer(), 10_000_000) == 500


def test_a_fee_kept_back_makes_a_loan_dearer() -> None:
    assert paid_out(offer(admin_fee=50), 1_000_000) == 950_000
    assert true_monthly_rate(offer(admin_fee=50), 1_000_000) > true_monthly_rate(offer(), 1_000_000)


def test_an_online_loan_costs_at_most_its_cap() -> None:
    """0.275 % a day, all costs at most the loan itself (OJK); domain facts, section 3."""
    daily = {"rate": 275, "per": "day", "method": "flat"}
    lender = offer(instalments=6, interest=daily, most_cost=1_000)
    assert sum(i.interest for i in schedule(lender, 1_000_000)) == 495_000
    tight = offer(instalments=6, interest=daily, most_cost=300)
    assert sum(i.interest for i in schedule(tight, 1_000_000)) == 300_000


PER = st.sampled_from(["day", "week", "month", "year"])


@st.composite
def offers(draw: st.DrawFn) -> Loan:
    return offer(
        instalments=draw(st.integers(1, 60)),
        every=draw(st.sampled_from(["day", "week", "month"])),
        interest={
            "rate": draw(st.integers(0, 100_000)),
            "per": draw(PER),
            "method": draw(st.sampled_from(["flat", "declining"])),
        },
        most_cost=draw(st.none() | st.integers(0, 2_000)),
        late_fee=draw(st.integers(0, 500)),
        admin_fee=draw(st.integers(0, 200)),
        default_weeks=draw(st.integers(1, 6)),
    )


@given(offers(), st.integers(1, 50_000_000))
def test_a_schedule_pays_back_the_loan_and_never_less_than_nothing(
    lender: Loan, principal: int
) -> None:
    plan = schedule(lender, principal)
    assert sum(i.principal for i in plan) == principal
    assert len(plan) == lender.instalments
    assert all(i.principal >= 0 and i.interest >= 0 for i in plan)


@given(st.integers(1, 60), st.integers(0, 5_000), st.integers(100_000, 50_000_000))
def test_declining_payments_are_equal_to_the_rupiah_but_for_the_last(
    count: int, rate: int, principal: int
) -> None:
    terms = Interest(rate=rate, per="month", method="declining")
    amounts = {i.amount for i in schedule(offer(instalments=count, interest=terms), principal)[:-1]}
    assert len(amounts) <= 1


@given(offers(), st.integers(1, 5_000_000), st.lists(st.integers(0, 400_000), max_size=80))
def test_what_was_paid_and_is_owed_is_the_loan_with_interest_and_fees(
    lender: Loan, principal: int, purse: list[int]
) -> None:
    """Over arbitrary weeks of paying late: no rupiah is lost, and nobody owes less than nothing."""
    debt, paid, interest, fees = lend(lender, "x", principal, week=1), 0, 0, 0
    for week, cash in enumerate(purse, start=1):
        for _day in list(days_due(lender, debt, week)):
            debt, instalment = debt.falls_due(lender)
            interest += instalment.interest
        part = min(cash, debt.overdue)
        debt, paid = debt.pay(part), paid + part
        debt, added, fee = debt.end_week(lender)
        interest, fees = interest + added, fees + fee
        assert 0 <= debt.overdue <= debt.owed
        assert debt.owed + paid == principal + interest + fees
        if lender.most_cost is not None:
            assert fees + sum(i.interest for i in schedule(lender, principal)) <= max(
                principal * lender.most_cost // 1_000,
                sum(i.interest for i in schedule(lender, principal)),
            )


def test_every_instalment_falls_due_once_and_in_its_period() -> None:
    for every, first_weeks in {
        "day": [6, 7, 7],
        "week": [1, 1, 1],
        "month": [0, 0, 0, 0, 1],
    }.items():
        lender = offer(instalments=36, every=every)
        debt = lend(lender, "x", 1_000_000, week=3)
        found = []
        for week in range(3, 3 + 52 * 3):
            days = list(days_due(lender, debt, week))
            assert all(0 <= day < 7 for day in days)
            for _ in days:
                debt, _instalment = debt.falls_due(lender)
            found.append(len(days))
        assert found[: len(first_weeks)] == first_weeks
        assert sum(found) == 36


def test_a_loan_overdue_too_long_is_in_default_and_all_of_it_is_due() -> None:
    lender = offer(instalments=10, every="week", default_weeks=2, late_fee=10)
    debt = lend(lender, "x", 1_000_000, week=1)
    for week in (1, 2):
        for _ in list(days_due(lender, debt, week)):
            debt, _instalment = debt.falls_due(lender)
        assert not debt.defaulted
        debt, interest, fee = debt.end_week(lender)
        assert fee > 0
        assert interest == 0
    assert debt.defaulted
    assert debt.overdue == debt.owed
    assert not list(days_due(lender, debt, 3))


def test_not_paying_a_flat_loan_saves_no_interest_either() -> None:
    lender = offer(instalments=30, every="day", interest=FLAT_TERM, default_weeks=1)
    debt, fallen = lend(lender, "x", 900_000, week=1), 0
    for _ in list(days_due(lender, debt, 1)):
        debt, instalment = debt.falls_due(lender)
        fallen += instalment.interest
    debt, interest, fee = debt.end_week(lender)
    assert fallen + interest == 180_000
    assert debt.owed == debt.overdue == 1_080_000 + fee


def test_paying_off_early_saves_declining_interest_but_not_flat() -> None:
    declining, flat = offer(), KELILING
    assert settlement(declining, lend(declining, "x", 900_000, 1)) == 900_000
    assert settlement(flat, lend(flat, "x", 900_000, 1)) == 1_080_000
    assert settlement(flat, Debt("x", 900_000, 1, owed=0, fallen=30)) == 0
