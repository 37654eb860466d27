"""Credit: schedules to the rupiah, what a loan truly costs, and a debt from week to week.

A month is a twelfth of a year and, against days and weeks, 30 days (the 30/360 convention of
lenders); a year has 52 weeks. Interest rates are parts of 100,000.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from simpasar.money import split
from simpasar.scenario.community import Loan

PARTS = 100_000

_IN_YEARS = {
    "day": Fraction(1, 360),
    "week": Fraction(1, 52),
    "month": Fraction(1, 12),
    "year": Fraction(1),
}
_DAYS = {"day": 1, "week": 7, "month": 30}


def periods(per: str, every: str) -> Fraction:
    """How many `per` there are in one `every`: 1/12 of a year in a month, 30 days in a month."""
    if {per, every} == {"day", "week"}:
        return Fraction(7) if every == "week" else Fraction(1, 7)
    return _IN_YEARS[every] / _IN_YEARS[per]


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a schedule, rupiah."""

    principal: int
    interest: int

    @property
    def amount(self) -> int:
        return self.principal + self.interest


@cache
def schedule(offer: Loan, principal: int) -> tuple[Instalment, ...]:
    """The instalments of `principal` rupiah: their principal adds up to it.

    Declining interest: the annuity A = P r / (1 - (1 + r)^-n), to the nearest rupiah, with
    interest on what is still owed; the last instalment takes the rest. Flat interest: the whole
    term's interest on the whole loan, in equal parts, `most_cost` at most.
    """
    if offer.interest.method == "flat":
        return _flat(offer, principal)
    rate = Fraction(offer.interest.rate, PARTS) * periods(offer.interest.per, offer.every)
    count = offer.instalments
    payment = principal * (rate / (1 - (1 + rate) ** -count) if rate else Fraction(1, count))
    whole, left, plan = _nearest(payment), principal, []
    for number in range(1, count + 1):
        interest = _nearest(left * rate)
        part = left if number == count else max(0, min(left, whole - interest))
        plan.append(Instalment(part, interest))
        left -= part
    return tuple(plan)


def _flat(offer: Loan, principal: int) -> tuple[Instalment, ...]:
    interest = flat_interest(offer, principal)
    even = [1] * offer.instalments
    payments, shares = split(principal + interest, even), split(interest, even)
    return tuple(Instalment(a - i, i) for a, i in zip(payments, shares, strict=True))


def flat_interest(offer: Loan, principal: int) -> int:
    """The interest of the whole term of a flat loan."""
    terms = offer.interest
    times = Fraction(1)
    if terms.per != "term":
        times = offer.instalments * periods(terms.per, offer.every)
    interest = _nearest(principal * Fraction(terms.rate, PARTS) * times)
    return interest if offer.most_cost is None else min(interest, _cap(offer, principal))


def _cap(offer: Loan, principal: int) -> int:
    assert offer.most_cost is not None
    return principal * offer.most_cost // 1_000


def _nearest(amount: Fraction) -> int:
    """To the nearest rupiah, halves up."""
    return int((2 * amount.numerator + amount.denominator) // (2 * amount.denominator))


def paid_out(offer: Loan, principal: int) -> int:
    """What the borrower gets in hand: the loan less the fee kept back."""
    return principal - principal * offer.admin_fee // 1_000


@cache
def true_monthly_rate(offer: Loan, principal: int) -> int:
    """The effective monthly cost in parts of 100,000: the internal rate of return of what is paid
    out and paid back, compounded over a month (30 days, 52/12 weeks)."""
    amounts = [i.amount for i in schedule(offer, principal)]
    with localcontext() as context:
        context.prec = 40
        rate = _internal_rate(Decimal(max(1, paid_out(offer, principal))), amounts)
        many = {"day": Decimal(30), "week": Decimal(52) / 12, "month": Decimal(1)}[offer.every]
        return int(((1 + rate) ** many - 1) * PARTS + Decimal("0.5"))


def _internal_rate(received: Decimal, amounts: list[int]) -> Decimal:
    """The rate a period at which the payments are worth what was received; 0 where they are less.

    By bisection: the present value falls as the rate rises.
    """
    low, high = Decimal(0), Decimal(10)
    for _ in range(60):
        middle = (low + high) / 2
        discount, value = 1 / (1 + middle), Decimal(0)
        for amount in reversed(amounts):
            value = (value + amount) * discount
        low, high = (middle, high) if value > received else (low, middle)
    return low


# -- a debt from week to week ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Debt:
    """A loan that runs: what is left of it between two weeks. Rupiah.

    `owed`: all that is still to be paid of the principal, of interest that has fallen due and of
    late fees. `overdue`: the part of it that should have been paid. `fallen`: instalments that
    have fallen due. `fees`: late fees so far.
    """

    loan: str
    principal: int
    week: int
    owed: int
    overdue: int = 0
    fallen: int = 0
    fees: int = 0
    weeks_overdue: int = 0
    defaulted: bool = False

    @property
    def closed(self) -> bool:
        """Whether nothing is owed any more."""
        return not self.owed

    def falls_due(self, offer: Loan) -> tuple[Debt, Instalment]:
        """The debt once its next instalment has fallen due, and that instalment."""
        instalment = schedule(offer, self.principal)[self.fallen]
        due = replace(
            self,
            owed=self.owed + instalment.interest,
            overdue=self.overdue + instalment.amount,
            fallen=self.fallen + 1,
        )
        return due, instalment

    def pay(self, amount: int) -> Debt:
        """The debt after `amount`, at most what is owed: what is overdue first."""
        return replace(
            self, owed=self.owed - amount, overdue=self.overdue - min(amount, self.overdue)
        )

    def end_week(self, offer: Loan) -> tuple[Debt, int, int]:
        """The debt after Sunday night, and the interest and the late fee that this brought.

        The fee counts on what is overdue, with all interest and fees at most `most_cost`. In
        default all is due at once: what `settlement` asks, so that nobody saves by not paying.
        """
        if not self.overdue:
            return replace(self, weeks_overdue=0), 0, 0
        fee = self.overdue * offer.late_fee // 1_000
        if offer.most_cost is not None:
            interest = sum(part.interest for part in schedule(offer, self.principal))
            fee = max(0, min(fee, _cap(offer, self.principal) - interest - self.fees))
        weeks = self.weeks_overdue + 1
        late = replace(self, owed=self.owed + fee, fees=self.fees + fee, weeks_overdue=weeks)
        if weeks < offer.default_weeks or self.defaulted:
            return replace(late, overdue=late.overdue + fee), 0, fee
        due = settlement(offer, late)
        broken = replace(late, owed=due, overdue=due, fallen=offer.instalments, defaulted=True)
        return broken, due - late.owed, fee


def lend(offer: Loan, loan: str, principal: int, week: int) -> Debt:
    """A loan paid out on the Monday of `week`."""
    assert offer.smallest <= principal
    return Debt(loan, principal, week, owed=principal)


def days_due(offer: Loan, debt: Debt, week: int) -> Iterator[int]:
    """The day of `week` (0 is Monday) on which each instalment falls that falls in it.

    Instalment k is due k periods after the loan's Monday; all but daily ones are paid on the
    Sunday of that week or, where the period ends on a Monday, on the night before.
    """
    monday = 7 * (week - debt.week)
    for number in range(debt.fallen + 1, offer.instalments + 1):
        day = number * _DAYS[offer.every] - (offer.every != "day")
        if day >= monday + 7:
            return
        yield max(0, day - monday) if offer.every == "day" else 6


def settlement(offer: Loan, debt: Debt) -> int:
    """Rupiah to pay off a debt today: flat interest is charged to the end, declining is not."""
    if offer.interest.method == "declining":
        return debt.owed
    return debt.owed + sum(p.interest for p in schedule(offer, debt.principal)[debt.fallen :])
