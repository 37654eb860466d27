"""SHU: the surplus of the cooperative, and each member's part of it.

The formula taught in schools and used in AD/ART (domain-facts, section 4):

    JMA = (simpanan anggota / total simpanan) * jasa modal * SHU
    JUA = (transaksi anggota / total transaksi) * jasa usaha * SHU
    SHU anggota = JMA + JUA
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.cooperative.state import Member
from simpasar.firm.ledger import AccountType, Balances
from simpasar.money import split
from simpasar.scenario.community import SurplusShares


@dataclass(frozen=True, slots=True)
class Share:
    """A member's part of the surplus, rupiah: by savings and by trade."""

    capital: int
    patronage: int

    @property
    def total(self) -> int:
        return self.capital + self.patronage


@dataclass(frozen=True, slots=True)
class Distribution:
    """A surplus divided to the rupiah: `members`, `reserve` and `funds` (board, education, social)
    add up to `surplus`."""

    surplus: int
    members: dict[str, Share]
    reserve: int
    funds: int


def surplus_of(balances: Balances) -> int:
    """Income less expenses of all weeks so far; below 0 for a loss."""
    return -balances.of_type(AccountType.INCOME, AccountType.EXPENSE)


def distribute(surplus: int, shares: SurplusShares, members: Mapping[str, Member]) -> Distribution:
    """Divide a surplus among funds and members.

    What nobody has earned (no savings, no trade) goes to the reserve, and so does a loss.
    """
    if surplus <= 0:
        return Distribution(surplus, {}, surplus, 0)
    reserve, capital, patronage, *funds = split(
        surplus,
        (shares.reserve, shares.capital, shares.patronage, shares.board, shares.education,
         shares.social),
    )  # fmt: skip
    by_savings = _among(capital, {team: member.savings for team, member in members.items()})
    by_trade = _among(patronage, {team: member.trade for team, member in members.items()})
    parts = {team: Share(by_savings[team], by_trade[team]) for team in members}
    given = sum(share.total for share in parts.values())
    return Distribution(surplus, parts, reserve + capital + patronage - given, sum(funds))


def _among(amount: int, weights: Mapping[str, int]) -> dict[str, int]:
    """`amount` in proportion to `weights`; nothing where all weights are 0."""
    if not any(weights.values()):
        return dict.fromkeys(weights, 0)
    return dict(zip(weights, split(amount, list(weights.values())), strict=True))
