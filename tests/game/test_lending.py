"""Loans in the game: paid out on Monday, collected in the week, late, in default, settled."""

from __future__ import annotations

from typing import Any

import pytest
from season import Season, quiet

from neighbourhood import COOPERATIVE, LOANS
from simpasar.firm.ledger import Account
from simpasar.firm.loans import Debt, schedule
from simpasar.game.standing import standing_of
from simpasar.scenario.model import Scenario

OURS = {**COOPERATIVE, "donated_capital": 0, "overhead": 0}
JOIN: dict[str, Any] = {"cooperative": {}}


def calm(cash: int = 1_000_000, **changes: Any) -> Scenario:
    return quiet(cash, **{"cooperative": OURS, "events": {}, **changes})


def with_loan(name: str, **changes: Any) -> dict[str, Any]:
    return {**LOANS, name: {**LOANS[name], **changes}}


def debt(season: Season, loan: str, team: str = "melati") -> Debt:
    return next(debt for debt in season.team(team).debts if debt.loan == loan)


def empty(season: Season) -> Season:
    season.give("melati", 0)
    return season


# -- paid out and paid back ---------------------------------------------------------------


def test_what_is_borrowed_is_in_the_till_on_monday_less_the_fee() -> None:
    season = Season(calm(cash=0)).play(melati={"borrow": {"daring": 500_000}, "promotion": 475_000})
    assert season.moved("loan") == 475_000
    assert season.moved("promotion") == -475_000
    assert season.moved("loan", account=Account.INTEREST) == 25_000


def test_a_loan_on_a_standing_sheet_is_taken_once() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}}).play()
    assert season.entries("loan") == []
    assert debt(season, "keliling").principal == 300_000


def test_a_daily_lender_comes_from_tuesday_on_and_a_weekly_one_on_sunday() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000, "daring": 500_000}})
    paid = [(entry.detail, entry.at // 86_400) for entry in season.entries("instalment")]
    assert paid == [("keliling", day) for day in range(1, 7)] + [("daring", 6)]
    season.play()
    paid = [(entry.detail, entry.at // 86_400) for entry in season.entries("instalment")]
    assert paid == [("keliling", day) for day in range(7)] + [("daring", 6)]


def test_a_loan_ends_with_its_last_instalment_and_has_cost_its_schedule() -> None:
    season = Season(calm(cash=2_000_000)).play(melati={"borrow": {"keliling": 600_000}})
    for _week in range(4):
        season.play()
    assert season.team().debts == ()
    assert season.team().books.balances[Account.LOANS] == 0
    assert season.team().books.cash == 2_000_000 - 600_000 * 20 // 100


def test_a_monthly_loan_is_paid_every_thirty_days() -> None:
    season = Season(calm()).play(melati={"programmes": ("nib",)})
    season.play(melati={"borrow": {"kur": 1_200_000}})
    paid = []
    for _week in range(9):
        season.play()
        paid.append(len(season.entries("instalment")))
    assert paid == [0, 0, 0, 1, 0, 0, 0, 1, 0]  # day 29 and day 59 from the loan's Monday
    plan = schedule(season.scenario.loans["kur"], 1_200_000)
    assert debt(season, "kur").owed == 1_200_000 - plan[0].principal - plan[1].principal


# -- late ---------------------------------------------------------------------------------


def test_what_is_not_paid_in_time_is_overdue_and_grows_by_the_late_fee() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}})
    due, fee = 7 * 12_000, 4_200
    empty(season).play()
    late = debt(season, "keliling")
    assert (late.overdue, late.fees, late.weeks_overdue) == (due + fee, fee, 1)
    assert season.moved("late_fee", account=Account.INTEREST) == late.fees
    assert season.team().history[-1].overdue == due + fee
    assert standing_of(season.scenario, season.state, "melati").in_arrears


def test_the_next_visit_asks_for_what_is_overdue_first() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}})
    empty(season).play()
    season.give("melati", 500_000)
    season.play()
    first = season.entries("instalment")[0]
    assert (first.at // 86_400, first.amount(Account.CASH)) == (0, -(8 * 12_000 + 4_200))
    assert debt(season, "keliling").overdue == 0
    assert not standing_of(season.scenario, season.state, "melati").in_arrears


def test_after_so_many_weeks_all_of_it_is_due() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}})
    for week in range(3):
        assert not debt(season, "keliling").defaulted
        assert week == debt(season, "keliling").weeks_overdue
        empty(season).play()
    broken = debt(season, "keliling")
    assert broken.defaulted
    assert broken.overdue == broken.owed
    season.give("melati", 1_000_000)
    season.play()
    assert season.team().debts == ()
    assert season.moved("instalment") == -broken.owed


def test_a_week_in_time_begins_the_count_anew() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}})
    empty(season).play()
    empty(season).play()
    season.give("melati", 1_000_000)
    season.play()
    assert debt(season, "keliling").weeks_overdue == 0
    empty(season).play()
    assert not debt(season, "keliling").defaulted


def test_fees_and_interest_are_never_more_than_the_law_allows() -> None:
    capped = with_loan("daring", most_cost=100, default_weeks=50)
    season = Season(calm(loans=capped)).play(melati={"borrow": {"daring": 500_000}})
    for _week in range(12):
        empty(season).play()
    owing = debt(season, "daring")
    interest = sum(part.interest for part in schedule(season.scenario.loans["daring"], 500_000))
    assert interest + owing.fees == 50_000


# -- settled and renewed ------------------------------------------------------------------


def test_settling_a_flat_loan_costs_the_interest_of_the_whole_term() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}})
    before = season.team().books.cash
    season.play(melati={"settle": ("keliling",)})
    assert season.team().debts == ()
    assert before - season.team().books.cash == 24 * 12_000
    assert season.team().books.cash == 1_000_000 - 60_000


def test_settling_a_declining_loan_costs_what_is_owed() -> None:
    season = Season(calm()).play(melati={"programmes": ("nib",)})
    season.play(melati={"borrow": {"kur": 1_200_000}}).play(melati={"settle": ("kur",)})
    assert season.team().books.cash == 1_000_000
    assert season.moved("interest", account=Account.INTEREST) == 0


def test_a_dear_loan_is_paid_off_with_a_cheaper_one() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 500_000}, "programmes": ("nib",)})
    empty(season)
    season.play(melati={"settle": ("keliling",), "borrow": {"kur": 700_000}})
    assert [one.loan for one in season.team().debts] == ["kur"]


def test_a_loan_is_borrowed_anew_on_the_day_it_is_paid_off() -> None:
    season = Season(calm()).play(melati={"borrow": {"keliling": 300_000}})
    season.play(melati={"settle": ("keliling",), "borrow": {"keliling": 500_000}})
    assert season.moved("loan") == 500_000
    again = debt(season, "keliling")
    assert (again.principal, again.week) == (500_000, 2)


def test_a_loan_is_paid_off_with_what_is_withdrawn() -> None:
    """The till is empty: the deposit is paid back before the lender asks."""
    season = Season(calm()).play(
        melati={"borrow": {"keliling": 300_000}, "cooperative": {"deposit": 500_000}}
    )
    empty(season)
    season.play(melati={"settle": ("keliling",), "cooperative": {"withdraw": 400_000}})
    assert season.team().debts == ()
    assert season.moved("withdrawal") == 400_000


# -- the cooperative lends ----------------------------------------------------------------


def lent(season: Season) -> dict[str, int]:
    loans = {team: season.moved("loan", team) for team in season.state.teams}
    return {team: amount for team, amount in loans.items() if amount}


def asking(**amounts: int) -> dict[str, Any]:
    return {team: {"borrow": {"simpan_pinjam": amount}} for team, amount in amounts.items()}


def members(deposit: int = 0, **changes: Any) -> Season:
    """Three members; the box holds 360.000 and what Melati deposited."""
    season = Season(calm(**changes))
    return season.play(kenanga=JOIN, mawar=JOIN, melati={"cooperative": {"deposit": deposit}})


def test_the_cooperative_lends_what_is_asked_where_its_cash_suffices() -> None:
    season = members().play(**asking(melati=200_000, mawar=150_000))
    assert lent(season) == {"melati": 200_000, "mawar": 150_000}


def test_it_lends_in_proportion_to_what_is_asked_where_its_cash_does_not_suffice() -> None:
    """360.000 for 600.000 and 300.000: two thirds and one third, in steps of 50.000."""
    season = members().play(**asking(melati=600_000, mawar=300_000))
    assert lent(season) == {"melati": 200_000, "mawar": 100_000}


def test_a_part_below_the_smallest_loan_is_not_lent() -> None:
    season = members().play(**asking(melati=600_000, mawar=100_000))
    assert lent(season) == {"melati": 300_000}


def test_no_member_is_lent_what_another_has_deposited_and_takes_out_today() -> None:
    season = members(deposit=300_000)
    season.play(
        melati={"cooperative": {"withdraw": 300_000}}, mawar={"borrow": {"simpan_pinjam": 600_000}}
    )
    assert lent(season) == {"mawar": 350_000}


def test_its_loans_stand_in_both_books_and_bring_it_the_interest() -> None:
    season = members().play(**asking(melati=200_000))
    ours, mine = season.state.cooperative, season.team().books.balances
    assert ours is not None
    assert ours.balances[Account.MEMBER_LOANS] == -mine[Account.LOANS] > 0
    interest = season.moved("interest", account=Account.INTEREST)
    assert -ours.balances[Account.INTEREST_INCOME] == interest > 0


def test_a_member_in_arrears_with_it_brings_it_the_late_fee() -> None:
    season = members().play(**asking(melati=200_000))
    empty(season).play()
    fee = season.moved("late_fee", account=Account.INTEREST)
    income = [e.amount(Account.INTEREST_INCOME) for e in season.outcome.cooperative
              if e.kind == "late_fee"]  # fmt: skip
    assert [-amount for amount in income] == [fee]


# -- another course of the game -----------------------------------------------------------


def test_what_was_legal_elsewhere_is_left_undone_where_its_conditions_are_not_met() -> None:
    """Sheets of the game as it was, in a game that went another way: no permit, no member."""
    season = Season(calm()).live(melati={"borrow": {"kur": 500_000, "simpan_pinjam": 100_000}})
    assert season.team().debts == ()
    patient = with_loan("simpan_pinjam", requires={"member": True, "weeks_saved": 2})
    season = members(loans=patient).live(**asking(melati=100_000))
    assert lent(season) == {}
    season.play(**asking(melati=100_000))
    assert lent(season) == {"melati": 100_000}


def test_no_more_than_the_savings_allow_is_lent_in_another_course_of_the_game() -> None:
    season = members(deposit=800_000).live(**asking(melati=1_000_000))
    assert lent(season) == {"melati": 600_000}


@pytest.mark.parametrize("loan", ["keliling", "daring"])
def test_a_loan_borrowed_today_is_not_settled_today(loan: str) -> None:
    """Where it was owed elsewhere, it is not here: it would be borrowed, paid off, borrowed."""
    season = Season(calm()).live(melati={"borrow": {loan: 500_000}, "settle": (loan,)})
    assert len(season.entries("loan")) == 1
    assert debt(season, loan).principal == 500_000
