"""The cooperative between two weeks, and what everybody sees of its last one."""

from __future__ import annotations

from dataclasses import dataclass, field

from simpasar.firm.ledger import Account, Balances
from simpasar.scenario.community import Admission, Cooperative, SurplusShares


@dataclass(frozen=True, slots=True)
class Member:
    """One member's standing. Rupiah; `trade` is all that she bought, hired or owed in interest.

    `weeks_saved`: weeks in which she paid her simpanan wajib; `missed`: those in which she did not.
    """

    since: int
    principal: int
    compulsory: int = 0
    voluntary: int = 0
    trade: int = 0
    weeks_saved: int = 0
    missed: int = 0

    @property
    def savings(self) -> int:
        """Simpanan pokok and wajib: her part of the cooperative's own capital."""
        return self.principal + self.compulsory


@dataclass(frozen=True, slots=True)
class BallotResult:
    """Votes for each option; `chosen` is None where a tie left things as they were."""

    ballot: str
    votes: dict[str, int]
    chosen: str | None


@dataclass(frozen=True, slots=True)
class CooperativeWeek:
    """What everybody sees of a week in the cooperative. By team, where anything happened.

    `pledged` and `unpaid`: packs of each ingredient. `contributed`: rupiah for joint promotion.
    `hired`: hours of shared equipment. `shares`: rupiah of the surplus, at the season's end.
    """

    week: int
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    pledged: dict[str, dict[str, int]] = field(default_factory=dict)
    unpaid: dict[str, dict[str, int]] = field(default_factory=dict)
    advanced: dict[str, int] = field(default_factory=dict)
    contributed: dict[str, int] = field(default_factory=dict)
    hired: dict[str, int] = field(default_factory=dict)
    missed: tuple[str, ...] = ()
    ballots: tuple[BallotResult, ...] = ()
    lift: dict[str, int] = field(default_factory=dict)
    surplus: int = 0
    shares: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CooperativeState:
    """Members, books and rules. `applicants` wait for the members' vote."""

    members: dict[str, Member]
    balances: Balances
    margin: int
    shares: SurplusShares
    admission: Admission
    own_product: bool = False
    applicants: tuple[str, ...] = ()
    last: CooperativeWeek | None = None

    @property
    def cash(self) -> int:
        return self.balances[Account.CASH]


def founded(rules: Cooperative) -> CooperativeState:
    """The cooperative before its first member, with the capital it was given."""
    capital = rules.donated_capital
    return CooperativeState(
        members={},
        balances=Balances({Account.CASH: capital, Account.DONATED_CAPITAL: -capital}),
        margin=rules.margin,
        shares=rules.surplus,
        admission=rules.admission,
    )
