"""Loans in a round: paid out on Monday, collected in the week or on Sunday night.

A loan from the cooperative's savings is kept in both books, entry for entry.
"""

from __future__ import annotations

from collections.abc import Mapping

from simpasar.firm.journal import SUNDAY_NIGHT, Journal
from simpasar.firm.ledger import Account, EntryKind
from simpasar.firm.loans import Debt, days_due, lend, paid_out, settlement
from simpasar.game.desk import Desk
from simpasar.market.goods import Collected
from simpasar.market.result import Collection
from simpasar.scenario.community import Loan
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY


class Lending:
    """All loans of one week. `savings`: the cooperative's journal, where it lends."""

    def __init__(self, scenario: Scenario, week: int, savings: Journal | None) -> None:
        self.scenario = scenario
        self.offers = scenario.loans
        self.week = week
        self.savings = savings

    def pay_out(self, desk: Desk, name: str, amount: int) -> None:
        """A lender hands over `amount`, less the fee kept back."""
        offer = self.offers[name]
        fee = amount - paid_out(offer, amount)
        lines = {Account.CASH: amount - fee, Account.INTEREST: fee, Account.LOANS: -amount}
        desk.journal.post(0, "loan", name, lines)
        if offer.from_savings and self.savings:
            mirrored = {
                Account.MEMBER_LOANS: amount,
                Account.CASH: fee - amount,
                Account.INTEREST_INCOME: -fee,
            }
            self.savings.post(0, "loan", desk.team, mirrored)
        desk.debts[name] = lend(offer, name, amount, self.week)

    def borrow_outside(self, desk: Desk) -> None:
        """What other lenders than the cooperative pay out on Monday."""
        for name, amount in desk.decisions.borrow.items():
            offer = self.offers[name]
            if not amount or offer.from_savings or name in desk.debts:
                continue
            if desk.meets(self.scenario, offer.requires):
                self.pay_out(desk, name, amount)

    def settle(self, desk: Desk) -> None:
        """Pay off on Monday what the team wants to be rid of, where its cash suffices."""
        for name in desk.decisions.settle:
            debt = desk.debts.get(name)
            if debt is None or debt.week == self.week:
                continue
            offer = self.offers[name]
            price = settlement(offer, debt)
            if price <= desk.journal.cash:
                self._charge(desk, offer, 0, "interest", name, price - debt.owed)
                self._pay(desk, offer, 0, name, price)
                del desk.debts[name]

    def collections(self, desk: Desk) -> tuple[Collection, ...]:
        """The lenders' daily visits of the week."""
        return visits(self.offers, desk.debts, self.week)

    def collected(self, desk: Desk, visit: Collected) -> None:
        """A lender has come: one more instalment fell due, and so much was paid."""
        self._fall_due(desk, visit.loan, visit.at)
        self._take(desk, visit.loan, visit.at, visit.paid)

    def sunday(self, desk: Desk) -> None:
        """What falls due on Sunday night, what is still overdue, and late fees."""
        for name in list(desk.debts):
            offer = self.offers[name]
            if offer.every != "day":
                for _day in list(days_due(offer, desk.debts[name], self.week)):
                    self._fall_due(desk, name, SUNDAY_NIGHT)
            overdue = desk.debts[name].overdue
            self._take(desk, name, SUNDAY_NIGHT, min(overdue, desk.journal.cash))
            desk.debts[name], interest, fee = desk.debts[name].end_week(offer)
            self._charge(desk, offer, SUNDAY_NIGHT, "interest", name, interest)
            self._charge(desk, offer, SUNDAY_NIGHT, "late_fee", name, fee)
            if desk.debts[name].closed and desk.debts[name].fallen >= offer.instalments:
                del desk.debts[name]

    def _fall_due(self, desk: Desk, name: str, at: int) -> None:
        offer = self.offers[name]
        desk.debts[name], instalment = desk.debts[name].falls_due(offer)
        self._charge(desk, offer, at, "interest", name, instalment.interest)

    def _take(self, desk: Desk, name: str, at: int, amount: int) -> None:
        desk.debts[name] = desk.debts[name].pay(amount)
        self._pay(desk, self.offers[name], at, name, amount)

    def _charge(
        self, desk: Desk, offer: Loan, at: int, kind: EntryKind, name: str, amount: int
    ) -> None:
        """Interest and fees grow the debt."""
        desk.journal.post(at, kind, name, {Account.INTEREST: amount, Account.LOANS: -amount})
        if offer.from_savings and self.savings:
            mirrored = {Account.MEMBER_LOANS: amount, Account.INTEREST_INCOME: -amount}
            self.savings.post(at, kind, desk.team, mirrored)

    def _pay(self, desk: Desk, offer: Loan, at: int, name: str, amount: int) -> None:
        """Money goes back to the lender."""
        desk.journal.post(at, "instalment", name, {Account.LOANS: amount, Account.CASH: -amount})
        if offer.from_savings and self.savings:
            mirrored = {Account.CASH: amount, Account.MEMBER_LOANS: -amount}
            self.savings.post(at, "instalment", desk.team, mirrored)


def visits(
    offers: Mapping[str, Loan], debts: Mapping[str, Debt], week: int
) -> tuple[Collection, ...]:
    """The daily visits that lenders pay in `week`; the first asks for what is overdue too."""
    found = []
    for name, debt in debts.items():
        offer, overdue = offers[name], debt.overdue
        for day in days_due(offer, debt, week) if offer.every == "day" else ():
            debt, instalment = debt.falls_due(offer)
            found.append(
                Collection(name, day * DAY + offer.collected_at, overdue + instalment.amount)
            )
            overdue = 0
    return tuple(found)
