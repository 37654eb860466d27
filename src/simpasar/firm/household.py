"""The family's own purse: uang rumah, kept apart from uang usaha."""

from __future__ import annotations

from dataclasses import dataclass

from simpasar.firm.journal import SUNDAY_NIGHT, Journal
from simpasar.firm.ledger import Account, Balances
from simpasar.scenario.community import Household


@dataclass(frozen=True, slots=True)
class HomeWeek:
    """A household's week, rupiah. `short`: what the family needed and could not pay.

    `paid_in` and `pot`: what the arisan took and gave.
    """

    received: int
    needed: int
    short: int
    paid_in: int
    pot: int
    cash: int


def open_purse(household: Household) -> Balances:
    """The purse on the first Monday."""
    return Balances({Account.CASH: household.cash, Account.CAPITAL: -household.cash})


def live_on(purse: Journal, household: Household, drawings: int) -> int:
    """Sunday at home: take what the business gives, pay for the family's week. What was short."""
    lines = {Account.CASH: drawings, Account.HOUSEHOLD_INCOME: -drawings}
    purse.post(SUNDAY_NIGHT, "drawings", "", lines)
    return household.weekly_need - purse.pay(
        SUNDAY_NIGHT, "living", Account.LIVING, household.weekly_need
    )
