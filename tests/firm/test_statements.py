"""Buku kas, laba rugi, posisi keuangan and arus kas of a month small enough to add up."""

from __future__ import annotations

import pytest

from simpasar.firm.ledger import Account, Entry, EntryKind, total
from simpasar.firm.statements import (
    CashBookRow,
    CashFlow,
    FinancialPosition,
    ProfitAndLoss,
    cash_book,
    cash_flow,
    financial_position,
    profit_and_loss,
)

A = Account


def entry(at: int, kind: EntryKind, detail: str, *lines: tuple[Account, int]) -> Entry:
    return Entry(1, at, kind, detail, lines)


ENTRIES = (
    entry(0, "open", "", (A.CASH, 900), (A.CAPITAL, -900)),
    entry(1, "equipment", "kompor", (A.EQUIPMENT, 200), (A.CASH, -200)),
    entry(2, "delivery", "pasar", (A.RAW_MATERIALS, 300), (A.CASH, -300)),
    entry(3, "batch", "nasi_uduk", (A.FINISHED_GOODS, 250), (A.RAW_MATERIALS, -250)),
    entry(4, "sale", "nasi_uduk", (A.CASH, 400), (A.SALES, -400),
          (A.COST_OF_GOODS_SOLD, 200), (A.FINISHED_GOODS, -200)),
    entry(5, "spoilage", "nasi_uduk", (A.SPOILAGE, 50), (A.FINISHED_GOODS, -50)),
    entry(6, "rent", "", (A.RENT, 70), (A.CASH, -40), (A.PAYABLES, -30)),
    entry(7, "drawings", "", (A.DRAWINGS, 60), (A.CASH, -60)),
    entry(8, "depreciation", "kompor", (A.DEPRECIATION, 10), (A.ACCUMULATED_DEPRECIATION, -10)),
)  # fmt: skip


def test_the_cash_book_has_a_row_for_each_entry_that_moved_cash() -> None:
    rows = cash_book(ENTRIES[1:], opening=900)
    assert rows[0] == CashBookRow(1, 1, "equipment", "kompor", 0, 200, 700)
    assert [(row.kind, row.money_in, row.money_out, row.balance) for row in rows[1:]] == [
        ("delivery", 0, 300, 400),
        ("sale", 400, 0, 800),
        ("rent", 0, 40, 760),
        ("drawings", 0, 60, 700),
    ]


def test_profit_counts_what_was_used_and_owed_not_what_was_paid() -> None:
    assert profit_and_loss(total(ENTRIES)) == ProfitAndLoss(
        revenue=400,
        cost_of_goods_sold=200,
        gross_profit=200,
        expenses=((A.SPOILAGE, 50), (A.RENT, 70), (A.DEPRECIATION, 10)),
        profit=70,
    )


def test_drawings_lower_equity_and_never_profit() -> None:
    assert financial_position(total(ENTRIES)) == FinancialPosition(
        assets=(
            (A.CASH, 700), (A.RAW_MATERIALS, 50), (A.EQUIPMENT, 200),
            (A.ACCUMULATED_DEPRECIATION, -10),
        ),
        liabilities=((A.PAYABLES, 30),),
        capital=900,
        drawings=60,
        profits=70,
        total_assets=940,
        total_liabilities=30,
        total_equity=910,
    )  # fmt: skip


def test_a_position_whose_sides_differ_is_refused() -> None:
    with pytest.raises(ValueError, match="differ from liabilities and equity by 1"):
        FinancialPosition((), (), 900, 0, 0, 901, 0, 900)


def test_cash_flow_keeps_household_equipment_and_trade_apart() -> None:
    assert cash_flow(ENTRIES, opening=0) == CashFlow(
        opening=0, operating=60, investing=-200, household=840, closing=700
    )
