"""What is impossible in dealings with lenders, programmes, buyers and the cooperative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simpasar.firm.findings import Finding, called, label
from simpasar.firm.loans import settlement
from simpasar.firm.standing import Standing, unmet
from simpasar.i18n import _
from simpasar.money import rupiah
from simpasar.scenario.community import Commitments
from simpasar.scenario.model import Decisions, Scenario


def impossible_commitments(
    scenario: Scenario, now: Decisions, standing: Standing, week: int
) -> Iterator[Finding]:
    """Why these dealings cannot be entered into in `week` by a team that stands so."""
    yield from _programmes(scenario, now, standing, week)
    yield from _contracts(scenario, now, standing, week)
    yield from _borrowing(scenario, now, standing)
    yield from _arisan(scenario, now, standing)
    yield from _cooperative(scenario, now, standing, week)


def commitment_cost(scenario: Scenario, now: Decisions, standing: Standing) -> int:
    """Rupiah that these dealings take on Monday, before the market opens."""
    return sum(commitment_costs(scenario, now, standing).values())


def commitment_costs(scenario: Scenario, now: Decisions, standing: Standing) -> dict[str, int]:
    """The same by field of the sheet."""
    ours, debts = now.cooperative, standing.debts
    joining = scenario.cooperative.principal if scenario.cooperative and joins(now, standing) else 0
    return {
        "cooperative": joining + ours.deposit + ours.promotion,
        "programmes": sum(
            scenario.programmes[name].cost for name in now.programmes if name in scenario.programmes
        ),
        "settle": sum(
            settlement(scenario.loans[name], debts[name]) for name in now.settle if name in debts
        ),
    }


def joins(now: Decisions, standing: Standing) -> bool:
    """Whether a team joins the cooperative on Monday: not if the members must vote first."""
    return now.cooperative.member and not standing.member and standing.admitted


def loans_in(scenario: Scenario, now: Decisions, standing: Standing) -> int:
    """Rupiah that outside lenders pay out on Monday. The cooperative may give less than asked.

    A loan borrowed anew comes after it was paid off: it does not pay itself off.
    """
    offers = scenario.loans
    return sum(
        amount - amount * offers[name].admin_fee // 1_000
        for name, amount in now.borrow.items()
        if name in offers and not offers[name].from_savings and name not in standing.debts
    )


def idle(ours: Commitments) -> bool:
    """Whether a team does nothing in the cooperative, member or not: 0 is as good as unsaid."""
    amounts = (ours.deposit, ours.withdraw, ours.promotion, *ours.pledges.values())
    return not (any(amounts) or any(ours.hire_hours.values()) or ours.votes or ours.admit)


def _no(field: str, code: str, message: str) -> Finding:
    return Finding("impossible", field, code, message)


def _unknown(scenario: Scenario, field: str, name: str) -> Finding:
    message = _("{label} names {name}, which this game does not have: leave it out.")
    return _no(
        f"{field}.{name}",
        "unknown_name",
        message.format(label=label(scenario, field), name=called(scenario, name)),
    )


# -- programmes, orders, loans --------------------------------------------------------------


def _programmes(
    scenario: Scenario, now: Decisions, standing: Standing, week: int
) -> Iterator[Finding]:
    for name in now.programmes:
        if name in scenario.programmes:
            yield from _programme(scenario, name, standing, week)
        else:
            yield _unknown(scenario, "programmes", name)
    yield from _twice(scenario, "programmes", now.programmes)


def _programme(scenario: Scenario, name: str, standing: Standing, week: int) -> Iterator[Finding]:
    offer = scenario.programmes[name]
    taken = name in standing.finished or name in standing.entered
    field = f"programmes.{name}"
    yield from _entered(scenario, field, name, taken, offer.weeks, week)
    for reason in unmet(scenario, offer.requires, standing):
        yield _no(field, "requirement", f"{called(scenario, name)}: {reason}")


def _contracts(
    scenario: Scenario, now: Decisions, standing: Standing, week: int
) -> Iterator[Finding]:
    for name in now.contracts:
        if name in scenario.contracts:
            yield from _contract(scenario, name, now, standing, week)
        else:
            yield _unknown(scenario, "contracts", name)
    yield from _twice(scenario, "contracts", now.contracts)


def _contract(
    scenario: Scenario, name: str, now: Decisions, standing: Standing, week: int
) -> Iterator[Finding]:
    offer, field = scenario.contracts[name], f"contracts.{name}"
    yield from _entered(scenario, field, name, name in standing.contracts, offer.weeks, week)
    if offer.product not in now.batches:
        message = _("{name} asks for {product}, which this business does not make.")
        product = called(scenario, offer.product)
        text = message.format(name=called(scenario, name), product=product)
        yield _no(field, "not_made", text)
    for reason in unmet(scenario, offer.requires, standing):
        yield _no(field, "requirement", f"{called(scenario, name)}: {reason}")


def _entered(
    scenario: Scenario, field: str, name: str, taken: bool, weeks: tuple[int, ...], week: int
) -> Iterator[Finding]:
    """What is entered once, in some weeks only (in any, where none is named)."""
    if taken:
        message = _("{name} is yours already: leave it out.").format(name=called(scenario, name))
        yield _no(field, "again", message)
    elif weeks and week not in weeks:
        message = _("{name} can be entered in week {weeks} only: leave it out.")
        text = message.format(name=called(scenario, name), weeks=", ".join(map(str, weeks)))
        yield _no(field, "not_now", text)


def why_not_programme(
    scenario: Scenario, name: str, standing: Standing, week: int
) -> tuple[str, ...]:
    """A sentence for each thing that keeps a team out of a programme this week."""
    return tuple(finding.message for finding in _programme(scenario, name, standing, week))


def why_not_contract(
    scenario: Scenario, name: str, now: Decisions, standing: Standing, week: int
) -> tuple[str, ...]:
    """A sentence for each thing that keeps a team from a big order this week."""
    return tuple(finding.message for finding in _contract(scenario, name, now, standing, week))


def why_not_loan(scenario: Scenario, name: str, amount: int, standing: Standing) -> tuple[str, ...]:
    """A sentence for each thing that keeps a team from borrowing `amount` this week."""
    return tuple(finding.message for finding in _loan(scenario, name, amount, standing, False))


def _twice(scenario: Scenario, field: str, names: tuple[str, ...]) -> Iterator[Finding]:
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        message = _("{label} names {name} twice: once is enough.")
        text = message.format(label=label(scenario, field), name=called(scenario, name))
        yield _no(f"{field}.{name}", "twice", text)


def _borrowing(scenario: Scenario, now: Decisions, standing: Standing) -> Iterator[Finding]:
    for name, amount in now.borrow.items():
        if name not in scenario.loans:
            yield _unknown(scenario, "borrow", name)
        elif amount:
            yield from _loan(scenario, name, amount, standing, name in now.settle)
    for name in now.settle:
        if name not in scenario.loans:
            yield _unknown(scenario, "settle", name)
        elif name not in standing.debts:
            message = _("There is nothing owed on {name}: leave it out.")
            text = message.format(name=called(scenario, name))
            yield _no(f"settle.{name}", "no_debt", text)
    yield from _twice(scenario, "settle", now.settle)


def _loan(
    scenario: Scenario, name: str, amount: int, standing: Standing, settled: bool
) -> Iterator[Finding]:
    offer, field, called_so = scenario.loans[name], f"borrow.{name}", called(scenario, name)
    if name in standing.debts and not settled:
        message = _("{name} still runs: pay it off before you borrow again.")
        yield _no(field, "still_runs", message.format(name=called_so))
    if not offer.smallest <= amount <= offer.largest:
        message = _("{name} lends from {smallest} to {largest}, not {amount}.").format(
            name=called_so,
            smallest=rupiah(offer.smallest),
            largest=rupiah(offer.largest),
            amount=rupiah(amount),
        )
        yield _no(field, "loan_amount", message)
    elif amount % offer.step:
        message = _("{name} lends in steps of {step}, not {amount}.")
        text = message.format(name=called_so, step=rupiah(offer.step), amount=rupiah(amount))
        yield _no(field, "loan_step", text)
    if offer.from_savings and not standing.member:
        message = _("{name}: only members of the cooperative may borrow there.")
        yield _no(field, "requirement", message.format(name=called_so))
    most = offer.times_savings * standing.savings
    if offer.times_savings and amount > most:
        message = _("{name} lends at most {times} times your savings: {most}.").format(
            name=called_so, times=offer.times_savings, most=rupiah(most)
        )
        yield _no(field, "over_savings", message)
    for reason in unmet(scenario, offer.requires, standing):
        yield _no(field, "requirement", f"{called_so}: {reason}")


def _arisan(scenario: Scenario, now: Decisions, standing: Standing) -> Iterator[Finding]:
    if now.arisan and scenario.arisan is None:
        yield _no("arisan", "no_arisan", _("There is no arisan in this game: leave it out."))
    elif now.arisan != standing.in_arisan:
        for reason in why_not_arisan(standing):
            yield _no("arisan", "arisan_closed", reason)


def why_not_arisan(standing: Standing) -> tuple[str, ...]:
    """A sentence that says why a household cannot join or leave the arisan; none where it can."""
    if not standing.arisan_closed:
        return ()
    if standing.in_arisan:
        return (_("The arisan has begun: who is in stays until everybody has had the pot."),)
    return (_("The arisan has begun without you: the next one is in another game."),)


# -- the cooperative ------------------------------------------------------------------------


def _cooperative(
    scenario: Scenario, now: Decisions, standing: Standing, week: int
) -> Iterator[Finding]:
    ours = now.cooperative
    if scenario.cooperative is None:
        if ours.member or not idle(ours):
            message = _("There is no cooperative in this game: leave it out.")
            yield _no("cooperative", "no_cooperative", message)
        return
    yield from _cooperative_names(scenario, ours, standing, week)
    if standing.member and not ours.member:
        left = [name for name in standing.debts if name not in now.settle]
        owed = (*left, *(name for name, amount in now.borrow.items() if amount))
        owes = any(name in scenario.loans and scenario.loans[name].from_savings for name in owed)
        if owes or standing.advance:
            message = _("Pay back what you owe the cooperative before you leave it.")
            yield _no("cooperative.member", "owes_cooperative", message)
    may = standing.member or standing.admitted
    asked = ours
    if ours.member and not may:
        # What stands from week to week may wait until the members let her in.
        asked = ours.model_copy(update={"pledges": {}, "hire_hours": {}, "promotion": 0})
    if not (ours.member and may) and not idle(asked):
        message = _("Only members take part in the cooperative: join it first.")
        yield _no("cooperative", "not_a_member", message)
    if ours.withdraw > standing.deposits:
        message = _("There are {deposits} of voluntary savings, so {wanted} cannot be withdrawn.")
        text = message.format(deposits=rupiah(standing.deposits), wanted=rupiah(ours.withdraw))
        yield _no("cooperative.withdraw", "over_deposits", text)
    if scenario.rules.unlocked.get("production", week + 1) <= week:
        yield from _not_ours(scenario, now, standing)


def _not_ours(scenario: Scenario, now: Decisions, standing: Standing) -> Iterator[Finding]:
    if not now.cooperative.member:
        return
    for product in sorted(standing.not_ours):
        plan = now.batches.get(product)
        if plan and (plan.weekday or plan.weekend):
            message = _(
                "The members have decided that no two of them make the same: another makes"
                " {product}. Plan 0 batches of it."
            )
            text = message.format(product=called(scenario, product))
            yield _no(f"batches.{product}", "not_ours", text)


def _cooperative_names(
    scenario: Scenario, ours: Commitments, standing: Standing, week: int
) -> Iterator[Finding]:
    cooperative = scenario.cooperative
    assert cooperative is not None
    goods = cooperative.purchase.goods if cooperative.purchase else {}
    yield from _known(scenario, "pledges", ours.pledges, goods)
    yield from _known(scenario, "hire_hours", ours.hire_hours, cooperative.equipment)
    yield from _known(scenario, "admit", ours.admit, dict.fromkeys(standing.applicants))
    if ours.promotion and cooperative.promotion is None:
        message = _("This cooperative has no joint promotion: leave it out.")
        yield _no("cooperative.promotion", "no_promotion", message)
    for name, option in ours.votes.items():
        ballot = cooperative.ballots.get(name)
        if ballot is None or ballot.week != week:
            message = _("There is no vote on {name} this week: leave it out.")
            yield _no(f"cooperative.votes.{name}", "no_ballot", message.format(name=name))
        elif option not in ballot.options:
            message = _("{option} is not up for the vote: choose one of {options}.")
            text = message.format(option=option, options=", ".join(ballot.options))
            yield _no(f"cooperative.votes.{name}", "unknown_option", text)


def _known(
    scenario: Scenario, part: str, given: Mapping[str, object], known: Mapping[str, object]
) -> Iterator[Finding]:
    for name in given:
        if name not in known:
            yield _unknown(scenario, f"cooperative.{part}", name)
