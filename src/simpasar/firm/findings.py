"""What can be said about a sheet, and what people call its fields and goods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.i18n import _, language
from simpasar.scenario.model import Scenario

Level: TypeAlias = Literal["impossible", "slip", "unwise"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a sheet.

    `field` is the dotted path in the decisions ("prices.nasi_uduk"), `code` a stable word for
    programs, `message` a sentence for people. Impossible sheets are refused, slips are asked
    about, unwise decisions are the team's own.
    """

    level: Level
    field: str
    code: str
    message: str


class SheetRefused(Exception):
    """A sheet that cannot be played; `findings` are the impossible things in it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


def called(scenario: Scenario, item: str) -> str:
    """The name people read of a product, ingredient, supplier or equipment; else its id."""
    for named in (
        scenario.products,
        scenario.ingredients,
        scenario.suppliers,
        scenario.equipment,
        scenario.loans,
        scenario.programmes,
        scenario.contracts,
        scenario.teams,
    ):
        if item in named:
            return named[item].name.of(language())
    return item


def label(scenario: Scenario, field: str) -> str:
    """What people call a field of the decisions: "prices.nasi_uduk" is `Price (Nasi uduk)`."""
    labels = {
        "prices": _("Price"),
        "batches": _("Batches"),
        "grades": _("Quality"),
        "suppliers": _("Supplier"),
        "safety": _("Safety stock"),
        "promotion": _("Promotion"),
        "helpers": _("Helpers"),
        "opens": _("Opening time"),
        "closes": _("Closing time"),
        "buy_equipment": _("Equipment to buy"),
        "drawings": _("Drawings for the household"),
        "arisan": _("Arisan"),
        "programmes": _("Programmes"),
        "contracts": _("Big orders"),
        "borrow": _("Borrowing"),
        "settle": _("Early repayment"),
        "cooperative": _("Cooperative"),
    }
    parts = {
        "member": _("Membership of the cooperative"),
        "deposit": _("Deposit in the cooperative"),
        "withdraw": _("Withdrawal from the cooperative"),
        "pledges": _("Joint purchase"),
        "promotion": _("Joint promotion"),
        "hire_hours": _("Hours of shared equipment"),
        "votes": _("Vote"),
        "admit": _("Admission"),
    }
    name, _dot, item = field.partition(".")
    if name == "cooperative" and item:
        labels = parts
        name, _dot, item = item.partition(".")
    return f"{labels[name]} ({called(scenario, item)})" if item else labels[name]
