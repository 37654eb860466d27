"""Advice about offers: loans no stall can repay, programmes and orders whose terms nobody meets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from simpasar.i18n import Language, _
from simpasar.money import rupiah
from simpasar.scenario.community import Loan, Requirements
from simpasar.scenario.costing import half_up, unit_cost
from simpasar.scenario.model import DecisionGroup, Scenario, Seat
from simpasar.scenario.references import Finding, Loc
from simpasar.scenario.vocabulary import choice_word, field_word

DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
"""Days of a period, near enough to tell what nobody can pay."""

PARTS = 100_000


def lenders(s: Scenario, language: Language) -> Iterator[Finding]:
    """Loans, programmes and orders that cannot work out."""
    reached = Reach(s)
    yield from _unmet(s, reached, language)
    yield from _arisan(s, language)
    yield from _unpayable(s, language)


# -- what a week brings, and what a loan takes ----------------------------------------------


def _unpayable(s: Scenario, language: Language) -> Iterator[Finding]:
    """Loans whose smallest amount takes more a week than the best stall could keep."""
    best = max(_kept(s, seat) for seat in s.teams.values())
    if best <= 0:
        return  # no stall earns anything: that is said of its products
    for name, loan in s.loans.items():
        week = weekly_instalment(loan, loan.least)
        if week > best:
            message = _(
                "`{name}` takes about {week} a week, but even who sells all that is planned keeps"
                " only {best}: lower `{smallest}`, or allow more `{instalments}`."
            )
            text = message.format(
                name=name,
                week=rupiah(week),
                best=rupiah(best),
                smallest=field_word("smallest", language),
                instalments=field_word("instalments", language),
            )
            yield ("loans", name, "smallest"), "unpayable", text


def weekly_instalment(loan: Loan, principal: int) -> int:
    """Rupiah a week that the first instalments of a loan take, with months of 30 days."""
    terms, term = loan.interest, DAYS[loan.every]
    interest = half_up(principal * terms.rate, PARTS)
    if terms.per == "term":
        interest = half_up(interest, loan.instalments)
    else:
        interest = half_up(interest * term, DAYS[terms.per])
    if loan.most_cost is not None:
        interest = min(interest, principal * loan.most_cost // (1_000 * loan.instalments))
    return half_up((half_up(principal, loan.instalments) + interest) * 7, term)


def _kept(s: Scenario, seat: Seat) -> int:
    """Rupiah that a stall keeps of a week in which it sells all of its start sheet's batches at
    its prices: sales less ingredients, rent, overhead and wages."""
    start = seat.start
    earned = 0
    for name in seat.products:
        margin = start.prices[name] - unit_cost(s, name, start.grades[name], start.suppliers)
        batches = sum(start.batches[name].on(day) for day in range(s.days))
        earned += batches * s.products[name].batch * margin
    wages = start.helpers * s.rules.helper_wage * s.days
    return earned - seat.rent - seat.overhead - wages


# -- requirements ---------------------------------------------------------------------------


class Reach:
    """The first week in which each programme can be in effect: None where it never can."""

    def __init__(self, scenario: Scenario) -> None:
        self.s = scenario
        self.effect: dict[str, int | None] = {}
        for name in scenario.programmes:
            self._programme(name)

    def _programme(self, name: str) -> int | None:
        """Requirements form no circle: that would be an error."""
        if name not in self.effect:
            offer = self.s.programmes[name]
            first = self.first("programmes", offer.weeks, offer.requires)
            effect = None if first is None else first + offer.lead_weeks
            self.effect[name] = effect if effect and effect <= self.s.weeks else None
        return self.effect[name]

    def missing(self, requires: Requirements) -> str | None:
        """A programme that is required and never in effect."""
        return next((name for name in requires.programmes if self._programme(name) is None), None)

    def first(
        self, group: DecisionGroup, weeks: tuple[int, ...], requires: Requirements
    ) -> int | None:
        """The first week in which a team can enter into an offer; None where there is none."""
        waits = [self.s.rules.unlocked.get(group, 1), self.saved(requires)]
        for name in requires.programmes:
            effect = self._programme(name)
            if effect is None:
                return None
            waits.append(effect)
        soonest = max(waits)
        return min((w for w in weeks or range(1, self.s.weeks + 1) if w >= soonest), default=None)

    def saved(self, requires: Requirements) -> int:
        """The first week in which a member can have saved what is asked."""
        together = self.s.cooperative
        asked = requires.member or requires.savings or requires.weeks_saved
        if together is None or not asked:
            return 1
        weeks = requires.weeks_saved
        more = requires.savings - together.principal
        if more > 0:
            weeks = max(weeks, -(-more // together.compulsory) if together.compulsory else 1_000)
        joined = self.joined()
        # Membership counts from the Monday after: the standing is that of the week before.
        return joined + max(weeks, 1)

    def joined(self) -> int:
        """The first week in which some team can be a member."""
        members = any(seat.start.cooperative.member for seat in self.s.teams.values())
        return 1 if members else self.s.rules.unlocked.get("cooperative", 1)


Part = Literal["programmes", "contracts", "loans"]

GROUPS: dict[Part, DecisionGroup] = {
    "programmes": "programmes",
    "contracts": "contracts",
    "loans": "finance",
}


def _unmet(s: Scenario, reached: Reach, language: Language) -> Iterator[Finding]:
    for part, group in GROUPS.items():
        for name, offer in getattr(s, part).items():
            requires: Requirements = offer.requires
            if group not in s.rules.unlocked or reached.missing(requires):
                continue  # said there
            weeks = getattr(offer, "weeks", ())
            loc: Loc = (part, name)
            if reached.first(group, weeks, requires) is None:
                yield _too_early(s, reached, loc, weeks, requires, language)
            elif part == "programmes" and reached.effect[name] is None:
                first = reached.first(group, weeks, requires) or 1
                message = _(
                    "`{name}` can be entered in week {first} at the earliest and takes effect after"
                    " the game: lower `{lead}`, or let it be entered earlier."
                )
                lead = field_word("lead_weeks", language)
                text = message.format(name=name, first=first, lead=lead)
                yield (*loc, "lead_weeks"), "never-met", text
            elif part == "loans" and offer.times_savings:
                yield from _never_enough(s, loc, offer, reached, language)


def _arisan(s: Scenario, language: Language) -> Iterator[Finding]:
    """An arisan that closes before anybody may decide to join."""
    first = s.rules.unlocked.get("household")
    started = any(seat.start.arisan for seat in s.teams.values())
    if s.arisan is not None and not started and first is not None and s.arisan.first_week < first:
        message = _(
            "The arisan closes after week {last}, but `{group}` is unlocked in week {first}: let it"
            " close later, or unlock `{group}` earlier."
        )
        text = message.format(
            last=s.arisan.first_week, first=first, group=choice_word("household", language)
        )
        yield ("arisan", "first_week"), "never-met", text


def _too_early(
    s: Scenario,
    reached: Reach,
    loc: Loc,
    weeks: tuple[int, ...],
    requires: Requirements,
    language: Language,
) -> Finding:
    """Why there is no week in which an offer can be entered into: the requirement that takes
    longest, or the weeks that end before decisions of its kind are unlocked."""
    name, last = str(loc[-1]), max(weeks, default=s.weeks)
    late = [n for n in requires.programmes if (reached.effect[n] or 0) > last]
    if late:
        message = _(
            "`{name}` can be entered up to week {last}, but `{other}`, which it asks for, takes"
            " effect in week {week} at the earliest: allow later weeks, or do not ask for it."
        )
        text = message.format(name=name, last=last, other=late[0], week=reached.effect[late[0]])
        at = requires.programmes.index(late[0])
        return (*loc, "requires", "programmes", at), "never-met", text
    if reached.saved(requires) > last:
        key = next(k for k in ("weeks_saved", "savings", "member") if getattr(requires, k))
        message = _(
            "`{name}` can be entered up to week {last}, but nobody can have met `{key}` before week"
            " {week}: ask for less, or allow later weeks."
        )
        text = message.format(
            name=name, last=last, key=field_word(key, language), week=reached.saved(requires)
        )
        return (*loc, "requires", key), "never-met", text
    message = _(
        "`{name}` can be entered up to week {last}, but such decisions are unlocked only after"
        " that: allow later weeks, or unlock them earlier."
    )
    return (*loc, "weeks"), "never-met", message.format(name=name, last=last)


def _never_enough(
    s: Scenario, loc: Loc, loan: Loan, reached: Reach, language: Language
) -> Iterator[Finding]:
    """A loan by savings, of which the smallest amount is beyond what can be saved in the game."""
    together = s.cooperative
    if together is None:
        return
    weeks = s.weeks - reached.joined()
    savings = together.principal + weeks * together.compulsory
    if loan.least > loan.times_savings * savings:
        message = _(
            "`{name}` lends at least {least}, but {times} times what a member can have saved at the"
            " end of the game is {most}: lower `{smallest}`."
        )
        text = message.format(
            name=loc[-1],
            least=rupiah(loan.least),
            times=loan.times_savings,
            most=rupiah(loan.times_savings * savings),
            smallest=field_word("smallest", language),
        )
        yield (*loc, "smallest"), "never-met", text
