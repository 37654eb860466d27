"""What people call the accounts, the entries of a cash book, and the days of a week."""

from __future__ import annotations

from collections.abc import Iterable

from simpasar.firm.ledger import Account, EntryKind
from simpasar.i18n import N_, _, language
from simpasar.scenario.parts import Text

_ACCOUNTS: dict[Account, str] = {
    Account.CASH: N_("Cash"),
    Account.RAW_MATERIALS: N_("Ingredients in stock"),
    Account.FINISHED_GOODS: N_("Goods for sale"),
    Account.MEMBER_SAVINGS: N_("Savings in the cooperative"),
    Account.MEMBER_DEPOSITS: N_("Voluntary savings in the cooperative"),
    Account.MEMBER_LOANS: N_("Loans to members"),
    Account.ADVANCES: N_("Advances to members"),
    Account.ARISAN: N_("Paid into the arisan"),
    Account.EQUIPMENT: N_("Equipment"),
    Account.ACCUMULATED_DEPRECIATION: N_("Depreciation so far"),
    Account.PAYABLES: N_("Bills not yet paid"),
    Account.COOPERATIVE_ADVANCE: N_("Owed to the cooperative for goods"),
    Account.LOANS: N_("Loans"),
    Account.VOLUNTARY_SAVINGS: N_("Members' voluntary savings"),
    Account.CAPITAL: N_("Starting capital"),
    Account.DRAWINGS: N_("Drawings"),
    Account.RESCUE: N_("Help from the trainer"),
    Account.PRINCIPAL_SAVINGS: N_("Principal savings"),
    Account.COMPULSORY_SAVINGS: N_("Compulsory savings"),
    Account.DONATED_CAPITAL: N_("Donated capital"),
    Account.RESERVE: N_("Reserve fund"),
    Account.FUNDS: N_("Other funds"),
    Account.SURPLUS: N_("Surplus (SHU) to be shared"),
    Account.SALES: N_("Sales"),
    Account.GRANTS: N_("Grants"),
    Account.SURPLUS_SHARE: N_("Our share of the surplus (SHU)"),
    Account.MARGIN: N_("Income from joint purchases"),
    Account.HIRE_INCOME: N_("Income from equipment hired out"),
    Account.INTEREST_INCOME: N_("Interest from members"),
    Account.CONTRIBUTIONS: N_("Contributions to joint promotion"),
    Account.HOUSEHOLD_INCOME: N_("Income from the business"),
    Account.COST_OF_GOODS_SOLD: N_("Cost of goods sold"),
    Account.SPOILAGE: N_("Spoiled goods"),
    Account.WAGES: N_("Wages"),
    Account.RENT: N_("Rent of the stall"),
    Account.OVERHEAD: N_("Electricity, water, cleaning"),
    Account.PROMOTION: N_("Promotion"),
    Account.HIRE: N_("Hire of shared equipment"),
    Account.PROGRAMMES: N_("Training and permits"),
    Account.INTEREST: N_("Interest and fees of loans"),
    Account.PENALTIES: N_("Fines"),
    Account.LIVING: N_("The family's needs"),
    Account.DEPRECIATION: N_("Depreciation of equipment"),
}

_ENTRIES: dict[EntryKind, str] = {
    "open": N_("Starting capital"),
    "arrears": N_("Old bills paid"),
    "equipment": N_("Equipment bought"),
    "promotion": N_("Promotion"),
    "rent": N_("Rent of the stall"),
    "overhead": N_("Electricity, water, cleaning"),
    "delivery": N_("Ingredients bought"),
    "batch": N_("Batch made"),
    "sale": N_("Sales"),
    "spoilage": N_("Spoiled goods"),
    "wages": N_("Wages"),
    "drawings": N_("Drawings for the household"),
    "depreciation": N_("Depreciation of equipment"),
    "rescue": N_("Help from the trainer"),
    "loan": N_("Loan received"),
    "interest": N_("Interest and fees of loans"),
    "instalment": N_("Instalments of loans"),
    "late_fee": N_("Fee for paying late"),
    "joint_purchase": N_("Joint purchase"),
    "advance": N_("Cooperative's advance paid back"),
    "hire": N_("Hire of shared equipment"),
    "contract": N_("Big order handed over"),
    "penalty": N_("Penalty for a big order"),
    "fine": N_("Fine at an inspection"),
    "programme": N_("Training and permits"),
    "grant": N_("Grant received"),
    "principal_savings": N_("Principal savings"),
    "compulsory_savings": N_("Compulsory savings"),
    "deposit": N_("Voluntary savings paid in"),
    "withdrawal": N_("Voluntary savings taken out"),
    "leaving": N_("Savings back on leaving"),
    "joint_promotion": N_("Joint promotion"),
    "surplus": N_("Our share of the surplus (SHU)"),
    "living": N_("The family's needs"),
    "arisan": N_("Arisan"),
}

_DAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def account_name(account: Account) -> str:
    """An account as a statement shows it."""
    return _(_ACCOUNTS[account])


def entry_name(kind: EntryKind) -> str:
    """An entry as a cash book shows it."""
    return _(_ENTRIES[kind])


def day_name(day: int) -> str:
    """A day of the week: 0 is Monday."""
    return _(_DAYS[day % 7])


def unit_name(unit: str) -> str:
    """A base unit of ingredients: grams, millilitres or pieces."""
    return _("pcs") if unit == "pcs" else unit


def counted_in(unit: Text) -> str:
    """What several of a product are counted in: English has a plural, Indonesian needs none."""
    word = unit.of(language())
    if language() == "id":
        return word
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def listed(words: Iterable[str]) -> str:
    """`Monday, Tuesday and Friday`."""
    *first, last = tuple(words) or ("",)
    if not first:
        return last
    return _("{first} and {last}").format(first=", ".join(first), last=last)
