"""Double entry: the accounts of a small business, its entries and its balances.

Debits are positive and credits negative, so assets and expenses show above 0, liabilities, equity
and income below, and every entry and every set of balances sums to zero. Amounts are rupiah.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias


class AccountType(StrEnum):
    """The five kinds of account of SAK EMKM."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class Account(StrEnum):
    """The chart of accounts, in the order in which statements show it."""

    CASH = "cash"  # kas
    RAW_MATERIALS = "raw_materials"  # persediaan bahan baku
    FINISHED_GOODS = "finished_goods"  # persediaan barang jadi
    MEMBER_SAVINGS = "member_savings"  # simpanan pokok dan wajib di koperasi
    MEMBER_DEPOSITS = "member_deposits"  # simpanan sukarela di koperasi
    MEMBER_LOANS = "member_loans"  # koperasi: piutang anggota
    ADVANCES = "advances"  # koperasi: talangan belanja bersama
    ARISAN = "arisan"  # rumah: iuran arisan yang belum kembali
    EQUIPMENT = "equipment"  # peralatan
    ACCUMULATED_DEPRECIATION = "accumulated_depreciation"  # akumulasi penyusutan
    PAYABLES = "payables"  # utang usaha: unpaid rent, overhead and wages
    COOPERATIVE_ADVANCE = "cooperative_advance"  # utang talangan koperasi
    LOANS = "loans"  # utang pinjaman
    VOLUNTARY_SAVINGS = "voluntary_savings"  # koperasi: simpanan sukarela, utang kepada anggota
    CAPITAL = "capital"  # modal awal
    DRAWINGS = "drawings"  # prive
    RESCUE = "rescue"  # bantuan pelatih
    PRINCIPAL_SAVINGS = "principal_savings"  # koperasi: simpanan pokok
    COMPULSORY_SAVINGS = "compulsory_savings"  # koperasi: simpanan wajib
    DONATED_CAPITAL = "donated_capital"  # koperasi: modal hibah
    RESERVE = "reserve"  # koperasi: dana cadangan
    FUNDS = "funds"  # koperasi: dana pengurus, pendidikan, sosial
    SURPLUS = "surplus"  # koperasi: SHU yang dibagi
    SALES = "sales"  # penjualan
    GRANTS = "grants"  # hibah
    SURPLUS_SHARE = "surplus_share"  # SHU dari koperasi
    MARGIN = "margin"  # koperasi: pendapatan belanja bersama
    HIRE_INCOME = "hire_income"  # koperasi: pendapatan sewa alat
    INTEREST_INCOME = "interest_income"  # koperasi: bunga pinjaman anggota
    CONTRIBUTIONS = "contributions"  # koperasi: iuran promosi bersama
    HOUSEHOLD_INCOME = "household_income"  # rumah: dari usaha
    COST_OF_GOODS_SOLD = "cost_of_goods_sold"  # harga pokok penjualan
    SPOILAGE = "spoilage"  # barang basi
    WAGES = "wages"  # upah
    RENT = "rent"  # sewa lapak
    OVERHEAD = "overhead"  # listrik, air, kebersihan
    PROMOTION = "promotion"  # promosi
    HIRE = "hire"  # sewa alat bersama
    PROGRAMMES = "programmes"  # pelatihan dan izin
    INTEREST = "interest"  # bunga dan biaya pinjaman
    PENALTIES = "penalties"  # denda
    LIVING = "living"  # rumah: kebutuhan keluarga
    DEPRECIATION = "depreciation"  # penyusutan

    @property
    def type(self) -> AccountType:
        return _TYPES[self]


_ASSETS = (
    Account.CASH,
    Account.RAW_MATERIALS,
    Account.FINISHED_GOODS,
    Account.MEMBER_SAVINGS,
    Account.MEMBER_DEPOSITS,
    Account.MEMBER_LOANS,
    Account.ADVANCES,
    Account.ARISAN,
    Account.EQUIPMENT,
    Account.ACCUMULATED_DEPRECIATION,
)
_LIABILITIES = (
    Account.PAYABLES,
    Account.COOPERATIVE_ADVANCE,
    Account.LOANS,
    Account.VOLUNTARY_SAVINGS,
)
_EQUITY = (
    Account.CAPITAL,
    Account.DRAWINGS,
    Account.RESCUE,
    Account.PRINCIPAL_SAVINGS,
    Account.COMPULSORY_SAVINGS,
    Account.DONATED_CAPITAL,
    Account.RESERVE,
    Account.FUNDS,
    Account.SURPLUS,
)
_INCOME = (
    Account.SALES,
    Account.GRANTS,
    Account.SURPLUS_SHARE,
    Account.MARGIN,
    Account.HIRE_INCOME,
    Account.INTEREST_INCOME,
    Account.CONTRIBUTIONS,
    Account.HOUSEHOLD_INCOME,
)
_TYPES = dict.fromkeys(Account, AccountType.EXPENSE) | {
    **dict.fromkeys(_ASSETS, AccountType.ASSET),
    **dict.fromkeys(_LIABILITIES, AccountType.LIABILITY),
    **dict.fromkeys(_EQUITY, AccountType.EQUITY),
    **dict.fromkeys(_INCOME, AccountType.INCOME),
}

EntryKind: TypeAlias = Literal[
    "open", "arrears", "equipment", "promotion", "rent", "overhead", "delivery", "batch", "sale",
    "spoilage", "wages", "drawings", "depreciation", "rescue", "loan", "interest", "instalment",
    "late_fee", "joint_purchase", "advance", "hire", "contract", "penalty", "fine", "programme",
    "grant", "principal_savings", "compulsory_savings", "deposit", "withdrawal", "leaving",
    "joint_promotion", "surplus", "living", "arisan",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, as debits (positive) and credits (negative).

    `week` counts from 1, `at` is in seconds since its Monday 00:00; `detail` is the id of the
    supplier, product, item or equipment it is about, or empty.

    Raises:
        ValueError: no lines, a line of nothing, or lines that do not sum to zero.
    """

    week: int
    at: int
    kind: EntryKind
    detail: str
    lines: tuple[tuple[Account, int], ...]

    def __post_init__(self) -> None:
        total = 0
        for _account, amount in self.lines:
            if not amount:
                raise ValueError(f"{self._name()} has a line of Rp 0: leave such lines out.")
            total += amount
        if not self.lines:
            raise ValueError(f"{self._name()} has no lines: give at least two.")
        if total:
            raise ValueError(
                f"{self._name()} is out of balance by {total}: debits and credits differ."
            )

    def _name(self) -> str:
        return f"The {self.kind!r} entry of week {self.week} at {self.at}"

    def amount(self, account: Account) -> int:
        """Rupiah debited to `account` by this entry; credits are negative."""
        return sum(amount for name, amount in self.lines if name is account)


class Balances(Mapping[Account, int]):
    """What stands on each account; immutable, 0 where nothing does, and always balanced.

    Iterates over the accounts that are not at 0, so equal books compare equal.

    Raises:
        ValueError: the amounts do not sum to zero.
    """

    __slots__ = ("_amounts",)

    def __init__(self, amounts: Mapping[Account, int] | None = None) -> None:
        self._amounts = {account: amount for account, amount in (amounts or {}).items() if amount}
        if total := sum(self._amounts.values()):
            raise ValueError(f"The balances are out by {total}: debits and credits differ.")

    def __getitem__(self, account: Account) -> int:
        return self._amounts.get(account, 0)

    def __iter__(self) -> Iterator[Account]:
        return iter(self._amounts)

    def __len__(self) -> int:
        return len(self._amounts)

    def __contains__(self, account: object) -> bool:
        return account in self._amounts

    def __repr__(self) -> str:
        return f"Balances({self._amounts!r})"

    def of_type(self, *types: AccountType) -> int:
        """The sum over all accounts of these types, debits positive."""
        return sum(amount for account, amount in self._amounts.items() if account.type in types)


def post(balances: Balances, *entries: Entry) -> Balances:
    """The balances after `entries`."""
    amounts = dict(balances)
    for entry in entries:
        for account, amount in entry.lines:
            amounts[account] = amounts.get(account, 0) + amount
    return Balances(amounts)


def total(entries: Iterable[Entry]) -> Balances:
    """What `entries` alone put on each account: the changes of the period they cover."""
    return post(Balances(), *entries)


def change(before: Balances, after: Balances) -> Balances:
    """How each account changed between two sets of balances."""
    return Balances({account: after[account] - before[account] for account in {**before, **after}})
