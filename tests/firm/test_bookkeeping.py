"""A week in the books: payments in their order, nothing lost, cash never below 0."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpasar.firm.bookkeeping import (
    Asset,
    Bookkeeper,
    Books,
    ClosedWeek,
    MondaySpending,
    WeekFigures,
    open_books,
)
from simpasar.firm.ledger import Account, Balances, total
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.statements import cash_book, cash_flow, financial_position, profit_and_loss
from simpasar.firm.stock import LotCost, stock_value
from simpasar.scenario.model import Scenario, Seat

HOUR = 3_600


def books_with(cash: int, owed: int = 0) -> Books:
    balances = {Account.CASH: cash, Account.PAYABLES: -owed, Account.CAPITAL: owed - cash}
    return Books(Balances(balances), {}, ())


def decided(sheet: DecisionSheet, **changes: object) -> DecisionSheet:
    return DecisionSheet(decisions=sheet.decisions.model_copy(update=changes))


def test_opening_capital_is_cash_stock_and_equipment(scenario: Scenario, seat: Seat) -> None:
    books, entries = open_books(scenario, seat)
    # 2 kg of rice at 14.000 and a stove.
    assert books.costs == {1: LotCost(Account.RAW_MATERIALS, 2_000, 28_000)}
    assert books.assets == (Asset("kompor", 1, 520_000, 104),)
    assert books.balances[Account.CAPITAL] == -(500_000 + 28_000 + 520_000)
    assert total(entries) == books.balances


def test_opening_stock_is_numbered_by_its_place_in_the_seat(scenario: Scenario, seat: Seat) -> None:
    stocked = seat.model_copy(update={"stock": {"cabai": 10, "telur": 0, "beras": 1}})
    books, _ = open_books(scenario, stocked)
    assert {lot: held.cost for lot, held in books.costs.items()} == {1: 600, 3: 14}


def test_opening_stock_that_no_supplier_prices_is_refused(scenario: Scenario, seat: Seat) -> None:
    stocked = seat.model_copy(update={"stock": {"emas": 1}})
    with pytest.raises(ValueError, match="'emas', which no supplier"):
        open_books(scenario, stocked)


def worked_week(scenario: Scenario, seat: Seat, sheet: DecisionSheet) -> ClosedWeek:
    """One batch of 40: 30 sold, 10 thrown away."""
    books, _ = open_books(scenario, seat)
    keeper = Bookkeeper(scenario, seat, books, week=1)
    keeper.monday(sheet)
    lots = [
        (2, 2_000, 28_000), (3, 4, 52_000), (4, 3_000, 84_000), (5, 2_000, 34_000),
        (6, 800, 48_000), (7, 40, 14_000),
    ]  # fmt: skip
    keeper.receive(4 * HOUR, "pasar", lots, fee=0)
    used = [(1, 2_000)] + [(lot, quantity) for lot, quantity, _ in lots]
    keeper.make(5 * HOUR, 8, "nasi_uduk", 40, used)
    keeper.sell(10 * HOUR, "nasi_uduk", revenue=30 * 12_000, taken=[(8, 30)])
    keeper.spoil(24 * HOUR, 8, "nasi_uduk", 10)
    keeper.pay_wages(helper_days=2)
    keeper.end_sunday(sheet)
    return keeper.close()


def test_a_week_of_nasi_uduk_worked_by_hand(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    week = worked_week(scenario, seat, sheet)
    assert week.figures == WeekFigures(
        revenue=360_000,
        cost_of_goods_sold=216_000,  # 30 x 7.200
        gross_profit=144_000,
        spoilage=72_000,  # 10 x 7.200
        wages=200_000,
        rent=87_500,
        overhead=35_000,
        promotion=50_000,
        depreciation=5_000,  # 520.000 / 104
        profit=-305_500,
        drawings=227_500,  # 500.000 - 172.500 - 260.000 + 360.000 - 200.000
        drawings_short=22_500,
        cash=0,
        stock_value=0,
        payables=0,
        wealth=515_000,
    )
    assert not week.books.costs
    assert [entry.kind for entry in week.entries] == [
        "promotion", "rent", "overhead", "delivery", "batch", "sale", "spoilage", "wages",
        "drawings", "depreciation",
    ]  # fmt: skip


def test_the_delivery_fee_is_part_of_what_the_goods_cost(scenario: Scenario, seat: Seat) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=100_000), week=1)
    keeper.receive(0, "pasar", [(1, 10, 30_000), (2, 10, 10_000)], fee=10_001)
    week = keeper.close()
    assert [held.cost for held in week.books.costs.values()] == [37_501, 12_500]
    assert week.figures.cash == 49_999


def test_what_is_made_to_order_takes_its_cost_from_the_ingredients(
    scenario: Scenario, seat: Seat
) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=100_000), week=1)
    keeper.receive(0, "pasar", [(1, 10, 30_000)], fee=0)
    keeper.sell(HOUR, "kerak_telor", revenue=20_000, taken=[(1, 2)])
    figures = keeper.close().figures
    assert (figures.cost_of_goods_sold, figures.stock_value) == (6_000, 24_000)


def test_rent_that_cash_cannot_pay_is_owed_and_paid_first_when_cash_comes(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=100_000), week=1)
    keeper.monday(decided(sheet, promotion=0))
    broke = keeper.close()
    assert (broke.figures.cash, broke.figures.payables) == (0, 22_500)
    assert broke.figures.rent + broke.figures.overhead == 122_500
    keeper.sell(HOUR, "nasi_uduk", revenue=30_000, taken=[])
    keeper.pay_wages(helper_days=0)
    keeper.end_sunday(decided(sheet, drawings=10_000))
    figures = keeper.close().figures
    assert (figures.payables, figures.drawings, figures.drawings_short) == (0, 7_500, 2_500)


def test_arrears_are_paid_before_anything_else_on_monday(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=80_000, owed=70_000), week=2)
    spent = keeper.monday(sheet)
    assert spent == MondaySpending(equipment={}, promotion=10_000)
    assert keeper.close().figures.payables == 122_500


def test_wages_that_cash_cannot_pay_are_owed(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=30_000), week=1)
    keeper.pay_wages(helper_days=1)
    keeper.end_sunday(sheet)
    figures = keeper.close().figures
    assert (figures.wages, figures.payables, figures.drawings_short) == (100_000, 70_000, 250_000)


def test_equipment_is_bought_only_as_far_as_cash_goes(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=1_100_000), week=1)
    spent = keeper.monday(decided(sheet, buy_equipment={"kompor": 3}, promotion=100_000))
    assert spent == MondaySpending(equipment={"kompor": 2}, promotion=60_000)
    books = keeper.close().books
    assert books.equipment == {"kompor": 2}
    assert books.assets == (Asset("kompor", 2, 1_040_000, 104),)


def test_goods_cannot_be_paid_with_cash_that_is_not_there(scenario: Scenario, seat: Seat) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=100), week=1)
    with pytest.raises(ValueError, match="Cash cannot pay the 'delivery'"):
        keeper.receive(0, "pasar", [(1, 10, 101)], fee=0)


def test_a_lot_number_cannot_come_in_twice(scenario: Scenario, seat: Seat) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=100), week=1)
    keeper.receive(0, "pasar", [(1, 10, 10)], fee=0)
    with pytest.raises(ValueError, match="Lot 1 of 5 cannot come in"):
        keeper.make(0, 1, "nasi_uduk", 5, [])


def test_closing_twice_gives_books_that_do_not_share_their_stock(
    scenario: Scenario, seat: Seat
) -> None:
    keeper = Bookkeeper(scenario, seat, books_with(cash=100), week=1)
    keeper.receive(0, "pasar", [(1, 10, 10)], fee=0)
    before = keeper.close().books
    keeper.spoil(0, 1, "beras", 10)
    assert before.costs == {1: LotCost(Account.RAW_MATERIALS, 10, 10)}


@given(
    cost=st.integers(min_value=1, max_value=10**9),
    life=st.integers(min_value=1, max_value=300),
)
def test_depreciation_over_the_life_sums_to_the_price_and_then_stops(cost: int, life: int) -> None:
    asset, weeks = Asset("kompor", 1, cost, life), []
    for _ in range(life):
        weeks.append(asset.depreciation())
        asset = asset.older()
    assert sum(weeks) == cost
    assert max(weeks) - min(weeks) <= 1
    assert asset.depreciation() == 0


def test_equipment_ages_a_week_every_sunday_and_still_works_when_written_off(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    opened = books_with(cash=10_000_000)
    books = Books(opened.balances, {}, (Asset("kompor", 1, 100, life_weeks=2),))
    written_off = []
    for week in (1, 2, 3):
        keeper = Bookkeeper(scenario, seat, books, week)
        keeper.pay_wages(helper_days=0)
        keeper.end_sunday(sheet)
        closed = keeper.close()
        books = closed.books
        written_off.append(closed.figures.depreciation)
    assert written_off == [50, 50, 0]
    assert books.equipment == {"kompor": 1}


def play(keeper: Bookkeeper, sheet: DecisionSheet, data: st.DataObject) -> None:
    """One legal thing after another, drawn by hypothesis."""
    held = {1: 2_000}
    lot = 1
    quantities = st.integers(min_value=1, max_value=500)
    amounts = st.integers(min_value=0, max_value=300_000)

    def take() -> list[tuple[int, int]]:
        lots = data.draw(st.lists(st.sampled_from(sorted(held)), max_size=3, unique=True))
        taken = [(one, data.draw(st.integers(1, held[one]))) for one in lots]
        for one, quantity in taken:
            held[one] -= quantity
            if not held[one]:
                del held[one]
        return taken

    keeper.monday(sheet)
    for at in range(data.draw(st.integers(min_value=0, max_value=12))):
        act = data.draw(st.sampled_from(["receive", "make", "sell", "spoil"]))
        if act == "receive":
            paid = min(data.draw(amounts), keeper.cash)
            fee = min(data.draw(amounts), keeper.cash - paid)
            lot += 1
            held[lot] = data.draw(quantities)
            keeper.receive(at, "pasar", [(lot, held[lot], paid)], fee)
        elif not held:
            continue
        elif act == "make":
            used = take()
            lot += 1
            held[lot] = data.draw(quantities)
            keeper.make(at, lot, "nasi_uduk", held[lot], used)
        elif act == "sell":
            keeper.sell(at, "nasi_uduk", data.draw(amounts), take())
        else:
            for one, quantity in take():
                keeper.spoil(at, one, "nasi_uduk", quantity)
    keeper.pay_wages(helper_days=data.draw(st.integers(0, 7)))
    keeper.end_sunday(sheet)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_happens_the_books_balance_and_nothing_is_lost(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet, data: st.DataObject
) -> None:
    opened, opening = open_books(scenario, seat)
    wanted = decided(
        sheet,
        promotion=data.draw(st.integers(0, 600_000)),
        drawings=data.draw(st.integers(0, 600_000)),
        buy_equipment={"kompor": data.draw(st.integers(0, 1))},
    )
    keeper = Bookkeeper(scenario, seat, opened, week=1)
    play(keeper, wanted, data)
    week = keeper.close()
    entries, figures = opening + week.entries, week.figures

    for count in range(len(entries) + 1):
        so_far = total(entries[:count])
        assert sum(so_far.values()) == 0
        assert so_far[Account.CASH] >= 0
    balances = week.books.balances
    assert total(entries) == balances
    for account in (Account.RAW_MATERIALS, Account.FINISHED_GOODS):
        assert stock_value(week.books.costs, account) == balances[account]

    bought = sum(-e.amount(Account.CASH) for e in week.entries if e.kind == "delivery")
    opening_stock = opened.balances[Account.RAW_MATERIALS]
    gone = figures.cost_of_goods_sold + figures.spoilage
    assert opening_stock + bought == gone + figures.stock_value

    rows = cash_book(week.entries, opened.cash)
    assert (rows[-1].balance if rows else opened.cash) == figures.cash
    assert cash_flow(week.entries, opened.cash).closing == figures.cash
    assert profit_and_loss(total(week.entries)).profit == figures.profit
    position = financial_position(balances)
    assert position.total_assets - position.total_liabilities == figures.wealth
    capital = -opened.balances[Account.CAPITAL]
    assert figures.wealth == capital + figures.profit - figures.drawings
