"""Meaning of a start sheet's dealings with lenders, programmes, buyers, arisan and cooperative.

A start sheet must be one that could be handed in for the first week. Findings are as in `lint`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from simpasar.i18n import Language, _
from simpasar.money import rupiah
from simpasar.scenario.community import Commitments, Cooperative, Loan, Requirements
from simpasar.scenario.model import DecisionGroup, Decisions, Scenario, Seat
from simpasar.scenario.references import KEY, Finding, Loc, each, listed, one
from simpasar.scenario.vocabulary import choice_word, field_word

ONCE: tuple[tuple[DecisionGroup, Loc], ...] = (
    ("programmes", ("programmes",)),
    ("contracts", ("contracts",)),
    ("finance", ("borrow",)),
    ("finance", ("settle",)),
    ("cooperative", ("cooperative", "deposit")),
    ("cooperative", ("cooperative", "withdraw")),
    ("cooperative", ("cooperative", "votes")),
    ("cooperative", ("cooperative", "admit")),
)
"""What a sheet does once, and the group of decisions that it belongs to."""


def commitments(s: Scenario, seat_loc: Loc, seat: Seat, language: Language) -> Iterator[Finding]:
    """Everything in a seat's start sheet that it could not commit itself to in the first week."""
    start, here = seat.start, (*seat_loc, "start")
    yield from _too_early(s, here, start, language)
    yield from _programmes(s, (*here, "programmes"), start)
    yield from _contracts(s, (*here, "contracts"), seat)
    yield from _borrowing(s, here, start)
    yield from _arisan(s, (*here, "arisan"), seat)
    yield from _cooperative(s, (*here, "cooperative"), start.cooperative, language)


def monday_costs(s: Scenario, start: Decisions) -> dict[Loc, int]:
    """Rupiah that these dealings take on the first Monday, by their place in the sheet."""
    ours, cooperative = start.cooperative, s.cooperative
    entered = [name for name in start.programmes if name in s.programmes]
    return {
        ("programmes",): sum(s.programmes[name].cost for name in entered),
        ("cooperative", "member"): cooperative.principal if cooperative and ours.member else 0,
        ("cooperative", "deposit"): ours.deposit,
        ("cooperative", "promotion"): ours.promotion,
    }


def paid_out(s: Scenario, start: Decisions) -> int:
    """Rupiah that lenders pay out on the first Monday."""
    offers = {name: s.loans[name] for name in start.borrow if name in s.loans}
    return sum(
        start.borrow[name] - start.borrow[name] * offer.admin_fee // 1_000
        for name, offer in offers.items()
        if not offer.from_savings
    )


def _too_early(s: Scenario, here: Loc, start: Decisions, language: Language) -> Iterator[Finding]:
    for group, path in ONCE:
        done = getattr(start.cooperative if len(path) > 1 else start, str(path[-1]))
        wanted = any(done.values()) if isinstance(done, dict) and path[-1] == "borrow" else done
        if wanted and s.rules.unlocked.get(group) != 1:
            message = _("This is done in the first week, when `{group}` is locked: leave it out.")
            text = message.format(group=choice_word(group, language))
            yield (*here, *path), "locked", text


# -- programmes, orders, loans ---------------------------------------------------------------


def _programmes(s: Scenario, here: Loc, start: Decisions) -> Iterator[Finding]:
    names = start.programmes
    yield from listed(here, names, s.programmes)
    yield from _twice(here, names)
    for i, name in enumerate(names):
        if name in s.programmes:
            offer = s.programmes[name]
            yield from _open((*here, i), name, offer.weeks, offer.requires)


def _contracts(s: Scenario, here: Loc, seat: Seat) -> Iterator[Finding]:
    names = seat.start.contracts
    yield from listed(here, names, s.contracts)
    yield from _twice(here, names)
    for i, name in enumerate(names):
        if name not in s.contracts:
            continue
        offer = s.contracts[name]
        yield from _open((*here, i), name, offer.weeks, offer.requires)
        if offer.product in s.products and offer.product not in seat.products:
            message = _("`{name}` asks for `{product}`, which this team does not make.")
            text = message.format(name=name, product=offer.product)
            yield (*here, i), "not-made", text


def _open(loc: Loc, name: str, weeks: tuple[int, ...], requires: Requirements) -> Iterator[Finding]:
    """Whether a newcomer may enter into it in week 1."""
    if weeks and 1 not in weeks:
        message = _("`{name}` cannot be entered in the first week: leave it out.")
        yield loc, "not-now", message.format(name=name)
    if _demanding(requires):
        yield loc, "requirement", _unmet(name)


def _demanding(requires: Requirements) -> bool:
    """Whether it asks for more than a team can have on the first Monday."""
    asked = (requires.programmes, requires.member, requires.savings, requires.weeks_saved)
    return any(asked)


def _unmet(name: str) -> str:
    message = _("Nobody meets the requirements of `{name}` in the first week: leave it out.")
    return message.format(name=name)


def _twice(loc: Loc, names: tuple[str, ...]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for i, name in enumerate(names):
        if first.setdefault(name, i) < i:
            message = _("`{name}` is named twice: once is enough.").format(name=name)
            yield (*loc, i), "twice", message


def _borrowing(s: Scenario, here: Loc, start: Decisions) -> Iterator[Finding]:
    yield from each((*here, "borrow"), start.borrow, s.loans)
    for name, amount in start.borrow.items():
        if amount and name in s.loans:
            yield from _loan((*here, "borrow", name), name, s.loans[name], amount)
    yield from listed((*here, "settle"), start.settle, s.loans)
    for i, name in enumerate(start.settle):
        if name in s.loans:
            message = _("Nothing is owed yet when the game begins: leave it out.")
            yield (*here, "settle", i), "no-debt", message


def _loan(loc: Loc, name: str, offer: Loan, amount: int) -> Iterator[Finding]:
    if not offer.smallest <= amount <= offer.largest or amount % offer.step:
        message = _("`{name}` lends from {smallest} to {largest}, in steps of {step}.").format(
            name=name,
            smallest=rupiah(offer.smallest),
            largest=rupiah(offer.largest),
            step=rupiah(offer.step),
        )
        yield loc, "loan-amount", message
    if offer.from_savings or offer.times_savings or _demanding(offer.requires):
        yield loc, "requirement", _unmet(name)


def _arisan(s: Scenario, loc: Loc, seat: Seat) -> Iterator[Finding]:
    if not seat.start.arisan:
        return
    if s.arisan is None:
        yield loc, "no-arisan", _("There is no arisan in this scenario.")
    elif seat.household is None:
        yield loc, "no-household", _("This team has no household, so it cannot join the arisan.")


# -- the cooperative -------------------------------------------------------------------------


def _cooperative(
    s: Scenario, here: Loc, ours: Commitments, language: Language
) -> Iterator[Finding]:
    amounts = (ours.deposit, ours.withdraw, ours.promotion, *ours.pledges.values())
    named = (any(ours.hire_hours.values()), ours.votes, ours.admit)
    active = any(amounts) or any(named)
    if s.cooperative is None:
        if ours.member or active:
            message = _("There is no `{cooperative}` in this scenario: leave it out.")
            text = message.format(cooperative=field_word("cooperative", language))
            yield here, "no-cooperative", text
        return
    if active and not ours.member:
        message = _("Only members take part in the cooperative: write `{member}: true` here.")
        text = message.format(member=field_word("member", language))
        yield here, "not-a-member", text
    yield from _offered(s, here, ours, s.cooperative)
    yield from _votes(here, ours, s.cooperative)
    yield from each((*here, "admit"), ours.admit, s.teams)
    for name in ours.admit:
        if name in s.teams:
            message = _("Nobody has asked to join before the game begins: leave it out.")
            yield (*here, "admit", name, KEY), "no-applicant", message
    if ours.withdraw:
        message = _("There are no savings yet when the game begins: leave it out.")
        yield (*here, "withdraw"), "no-savings", message


def _offered(
    s: Scenario, here: Loc, ours: Commitments, cooperative: Cooperative
) -> Iterator[Finding]:
    """Pledges, hours and contributions for what the cooperative does not have."""
    goods = cooperative.purchase.goods if cooperative.purchase else {}
    yield from _has((*here, "pledges"), ours.pledges, goods, s.ingredients)
    yield from _has((*here, "hire_hours"), ours.hire_hours, cooperative.equipment, s.equipment)
    if ours.promotion and cooperative.promotion is None:
        message = _("The cooperative has no joint promotion: leave it out.")
        yield (*here, "promotion"), "not-offered", message


def _has(
    loc: Loc, used: Collection[str], offered: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    for name in used:
        if name in offered:
            continue
        if name in known:
            message = _("The cooperative does not have `{name}`: leave it out.").format(name=name)
            yield (*loc, name, KEY), "not-offered", message
        else:
            yield from one((*loc, name, KEY), name, offered or known)


def _votes(here: Loc, ours: Commitments, cooperative: Cooperative) -> Iterator[Finding]:
    yield from each((*here, "votes"), ours.votes, cooperative.ballots)
    for name, option in ours.votes.items():
        if name not in cooperative.ballots:
            continue
        ballot = cooperative.ballots[name]
        yield from one((*here, "votes", name), option, ballot.options)
        if ballot.week != 1:
            message = _("The vote on `{name}` is in week {week}: leave it out.")
            text = message.format(name=name, week=ballot.week)
            yield (*here, "votes", name, KEY), "not-now", text
