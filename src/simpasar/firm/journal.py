"""A journal that is being kept: entries go in, cash never falls below 0."""

from __future__ import annotations

from collections.abc import Mapping

from simpasar.firm.ledger import Account, Balances, Entry, EntryKind

SUNDAY_NIGHT = 7 * 24 * 60 * 60 - 1
"""The last second of a week."""


class Journal:
    """The entries of one week in one set of books, from the balances it starts with."""

    def __init__(self, week: int, start: Balances) -> None:
        self.week = week
        self.start = start
        self.entries: list[Entry] = []
        self._now: dict[Account, int] = dict(start)

    def balance(self, account: Account) -> int:
        """Rupiah on an account now, debits positive."""
        return self._now.get(account, 0)

    @property
    def cash(self) -> int:
        """Rupiah in hand now."""
        return self.balance(Account.CASH)

    @property
    def balances(self) -> Balances:
        """What stands on every account now."""
        return Balances(self._now)

    def post(self, at: int, kind: EntryKind, detail: str, lines: Mapping[Account, int]) -> None:
        """Enter the lines that are not 0; nothing where there are none.

        Raises:
            ValueError: lines that do not sum to zero, or more cash out than there is.
        """
        moved = tuple((account, amount) for account, amount in lines.items() if amount)
        if not moved:
            return
        if self.cash + lines.get(Account.CASH, 0) < 0:
            raise ValueError(f"Cash cannot pay the {kind!r} entry of {detail!r} at {at}.")
        self.entries.append(Entry(self.week, at, kind, detail, moved))
        for account, amount in moved:
            self._now[account] = self.balance(account) + amount

    def pay(self, at: int, kind: EntryKind, account: Account, amount: int, detail: str = "") -> int:
        """Pay as much of `amount` as cash allows, booked on `account`; what was paid."""
        paid = max(0, min(amount, self.cash))
        self.post(at, kind, detail, {account: paid, Account.CASH: -paid})
        return paid
