"""What the books say: cash book, profit and loss, financial position and cash flow.

The last is an extra; the statements of SAK EMKM are profit and loss and financial position.
Amounts are rupiah and count in the direction their name says, so an expense is above 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from simpasar.firm.ledger import Account, AccountType, Balances, Entry, EntryKind

Lines: TypeAlias = tuple[tuple[Account, int], ...]
"""Accounts with their amounts, in the order of the chart; those at 0 are left out."""


_FINANCING = {
    Account.LOANS,
    Account.MEMBER_SAVINGS,
    Account.MEMBER_DEPOSITS,
    Account.COOPERATIVE_ADVANCE,
    Account.RESCUE,
}


@dataclass(frozen=True, slots=True)
class CashBookRow:
    """A row of the buku kas: when, what for, money in or out, and what is then in the till."""

    week: int
    at: int
    kind: EntryKind
    detail: str
    money_in: int
    money_out: int
    balance: int


@dataclass(frozen=True, slots=True)
class ProfitAndLoss:
    """Laba rugi. `revenue` is of sales; `expenses` are all but the cost of goods sold."""

    revenue: int
    cost_of_goods_sold: int
    gross_profit: int
    expenses: Lines
    profit: int
    other_income: Lines = ()


@dataclass(frozen=True, slots=True)
class FinancialPosition:
    """Posisi keuangan. Equity is capital less drawings plus all profits so far, and what the
    trainer put in as a rescue.

    Raises:
        ValueError: assets differ from liabilities and equity.
    """

    assets: Lines
    liabilities: Lines
    capital: int
    drawings: int
    profits: int
    total_assets: int
    total_liabilities: int
    total_equity: int
    rescue: int = 0

    def __post_init__(self) -> None:
        gap = self.total_assets - self.total_liabilities - self.total_equity
        if gap or self.total_equity != self.capital - self.drawings + self.profits + self.rescue:
            raise ValueError(f"Assets differ from liabilities and equity by {gap}.")


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Arus kas: what came in less what went out, by what it was for.

    `household` is what moved between business and family: capital put in, drawings taken out.
    `financing`: loans, savings in the cooperative and rescue.
    """

    opening: int
    operating: int
    investing: int
    household: int
    closing: int
    financing: int = 0


def cash_book(entries: Iterable[Entry], opening: int) -> tuple[CashBookRow, ...]:
    """The entries that moved cash, from `opening` rupiah in the till."""
    rows: list[CashBookRow] = []
    balance = opening
    for entry in entries:
        moved = entry.amount(Account.CASH)
        if not moved:
            continue
        balance += moved
        rows.append(
            CashBookRow(
                entry.week, entry.at, entry.kind, entry.detail, max(moved, 0), max(-moved, 0),
                balance,
            )
        )  # fmt: skip
    return tuple(rows)


def profit_and_loss(period: Balances) -> ProfitAndLoss:
    """Of a period, from the changes it made: `ledger.total` of entries, or `ledger.change`."""
    revenue = -period[Account.SALES]
    other_income = tuple(
        (account, amount)
        for account, amount in _lines(period, AccountType.INCOME, sign=-1)
        if account is not Account.SALES
    )
    cost_of_goods_sold = period[Account.COST_OF_GOODS_SOLD]
    expenses = tuple(
        (account, amount)
        for account, amount in _lines(period, AccountType.EXPENSE)
        if account is not Account.COST_OF_GOODS_SOLD
    )
    gross_profit = revenue - cost_of_goods_sold
    profit = gross_profit + sum(amount for _, amount in other_income)
    profit -= sum(amount for _, amount in expenses)
    return ProfitAndLoss(revenue, cost_of_goods_sold, gross_profit, expenses, profit, other_income)


def financial_position(balances: Balances) -> FinancialPosition:
    """Where the business stands."""
    assets = _lines(balances, AccountType.ASSET)
    liabilities = _lines(balances, AccountType.LIABILITY, sign=-1)
    capital, drawings = -balances[Account.CAPITAL], balances[Account.DRAWINGS]
    profits = -balances.of_type(AccountType.INCOME, AccountType.EXPENSE)
    rescue = -balances[Account.RESCUE]
    return FinancialPosition(
        assets=assets,
        liabilities=liabilities,
        capital=capital,
        drawings=drawings,
        profits=profits,
        rescue=rescue,
        total_assets=sum(amount for _, amount in assets),
        total_liabilities=sum(amount for _, amount in liabilities),
        total_equity=capital - drawings + profits + rescue,
    )


def cash_flow(entries: Iterable[Entry], opening: int) -> CashFlow:
    """The cash that `entries` moved, from `opening` rupiah in the till."""
    operating = investing = financing = household = 0
    for entry in entries:
        moved = entry.amount(Account.CASH)
        accounts = {account for account, _ in entry.lines}
        if accounts & {Account.CAPITAL, Account.DRAWINGS}:
            household += moved
        elif Account.EQUIPMENT in accounts:
            investing += moved
        elif accounts & _FINANCING:
            financing += moved
        else:
            operating += moved
    closing = opening + operating + investing + financing + household
    return CashFlow(opening, operating, investing, household, closing, financing)


def _lines(balances: Balances, kind: AccountType, sign: int = 1) -> Lines:
    return tuple(
        (account, sign * balances[account])
        for account in Account
        if account.type is kind and balances[account]
    )
