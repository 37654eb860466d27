"""The part of the form beyond the stall: programmes, big orders, loans, cooperative, forecast."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.classroom.fields import NO, YES, Choice, Field, Group
from simpasar.classroom.form_making import Maker
from simpasar.classroom.names import counted_in, day_name
from simpasar.classroom.opening import sold_or_planned
from simpasar.firm.costing import half_up
from simpasar.firm.findings import called
from simpasar.firm.legality import ingredients_of
from simpasar.firm.loans import settlement
from simpasar.game.bulletin import options_said, percent
from simpasar.game.view import LoanDoor
from simpasar.i18n import _, language, ngettext
from simpasar.money import grouped, rupiah
from simpasar.scenario.community import Cooperative, PooledGood


def dealing_groups(make: Maker) -> Iterator[Group]:
    """The groups of dealings with others that are unlocked."""
    open_now = make.view.unlocked
    if "programmes" in open_now:
        about = _("Permits, training, grants and bazaars. Each is entered once.")
        yield Group("programmes", _("Programmes"), about, tuple(_programmes(make)))
    if "contracts" in open_now:
        about = _("Orders for many units on one day. What is short on the day costs a penalty.")
        yield Group("contracts", _("Big orders"), about, tuple(_contracts(make)))
    if "finance" in open_now:
        about = _("Borrowed money comes on Monday and must be paid back. Compare the true cost.")
        yield Group("finance", _("Loans"), about, (*_borrowing(make), *_settling(make)))
    if "cooperative" in open_now and make.scenario.cooperative is not None:
        rules = make.scenario.cooperative
        about = _("What we do together: saving, buying, promoting, sharing equipment.")
        yield Group("cooperative", _("Cooperative"), about, tuple(_cooperative(make, rules)))
        about = _("One member, one vote.")
        yield Group("meeting", _("Meeting"), about, tuple(_meeting(make, rules)))


def forecast_group(make: Maker) -> Group:
    """What the team expects, and why: the last thing asked."""
    about = _("What do you expect? Next week you compare it with what really came.")
    fields = (
        make.field(
            "forecast.units",
            "count",
            _("We shall sell"),
            _("All products together, in the whole week."),
            step=10,
            most=10_000_000,
            unit=_("units"),
            optional=True,
            start=sold_or_planned(make.view, make.view.sheet.decisions),
        ),
        make.field(
            "forecast.cash",
            "balance",
            _("Cash on Sunday night"),
            _("What will lie in the till when all is paid."),
            step=50_000,
            optional=True,
            start=make.view.cash,
        ),
        make.field(
            "reason",
            "text",
            _("Our reason"),
            _("Why this plan? One line is enough."),
            optional=True,
        ),
    )
    return Group("forecast", _("Forecast"), about, fields)


# -- programmes, big orders -----------------------------------------------------------------


def _programmes(make: Maker) -> Iterator[Field]:
    for door in make.view.programmes:
        offer = make.scenario.programmes[door.id]
        cost = _("It costs nothing.")
        if offer.cost:
            cost = _("It costs {cost}.").format(cost=rupiah(offer.cost))
        lead = (
            ngettext(
                "It takes effect {weeks} week later.",
                "It takes effect {weeks} weeks later.",
                offer.lead_weeks,
            ).format(weeks=offer.lead_weeks)
            if offer.lead_weeks
            else _("It takes effect at once.")
        )
        yield make.yes_no(
            f"programmes.{door.id}",
            called(make.scenario, door.id),
            offer.description.of(language()),
            note=f"{cost} {lead}",
            closed=_entered(make, door.id) or door.why_not,
        )


def _entered(make: Maker, programme: str) -> tuple[str, ...]:
    if programme in make.view.standing.finished:
        return (_("You have it already."),)
    return (_("It is on its way."),) if programme in make.view.standing.entered else ()


def _contracts(make: Maker) -> Iterator[Field]:
    for door in make.view.contracts:
        offer = make.scenario.contracts[door.id]
        if offer.product not in make.seat.products:
            continue
        terms = _(
            "{units} {unit} of {product} at {price} each, on {day} of week {week}; {penalty}"
            " for each one short."
        )
        yield make.yes_no(
            f"contracts.{door.id}",
            called(make.scenario, door.id),
            offer.news.of(language()),
            note=terms.format(
                units=grouped(offer.units),
                unit=counted_in(make.scenario.products[offer.product].unit),
                product=called(make.scenario, offer.product),
                price=rupiah(offer.price),
                day=day_name(offer.due_day - 1),
                week=offer.due_week,
                penalty=rupiah(offer.penalty),
            ),
            closed=door.why_not,
        )


# -- loans ----------------------------------------------------------------------------------


def _borrowing(make: Maker) -> Iterator[Field]:
    for door in make.view.loans:
        offer = make.scenario.loans[door.id]
        message = _("From {least} to {most}, in steps of {step}. 0: borrow nothing.")
        most = door.most or offer.most
        yield make.field(
            f"borrow.{door.id}",
            "rupiah",
            called(make.scenario, door.id),
            message.format(least=rupiah(offer.least), most=rupiah(most), step=rupiah(offer.step)),
            step=offer.step,
            note=_true_cost(make, door),
            closed=door.why_not,
        )


def _true_cost(make: Maker, door: LoanDoor) -> str:
    offer = make.scenario.loans[door.id]
    message = _(
        "The poster says: {advertised} Truly it costs {rate} a month. For {example}, the first"
        " instalment is {first}, {count} in all."
    )
    return message.format(
        advertised=_sentence(offer.advertised.of(language())),
        rate=percent(half_up(door.monthly, 100)),
        example=rupiah(door.example),
        first=rupiah(door.first),
        count=offer.instalments,
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _settling(make: Maker) -> Iterator[Field]:
    for name, debt in make.view.standing.debts.items():
        price = settlement(make.scenario.loans[name], debt)
        yield make.yes_no(
            f"settle.{name}",
            _("Pay off {loan}").format(loan=called(make.scenario, name)),
            _("Paid off on Monday: it takes {price}.").format(price=rupiah(price)),
        )


# -- the cooperative ------------------------------------------------------------------------


def _cooperative(make: Maker, rules: Cooperative) -> Iterator[Field]:
    message = _(
        "To join {name} takes {principal} once, then {compulsory} a week. All of it is yours."
    )
    yield make.yes_no(
        "cooperative.member",
        _("Cooperative member"),
        message.format(
            name=rules.name.of(language()),
            principal=rupiah(rules.principal),
            compulsory=rupiah(rules.compulsory),
        ),
    )
    if rules.purchase is not None:
        ours = ingredients_of(make.scenario, make.seat)
        for item, good in rules.purchase.goods.items():
            if item in ours:
                yield _pledge(make, item, good)
    if rules.promotion is not None:
        yield make.field(
            "cooperative.promotion",
            "rupiah",
            _("Joint promotion"),
            _("Paid on Monday: more people go out to buy, from members and from others."),
            step=10_000,
        )
    for item, shared in rules.equipment.items():
        message = _("The most hours that you hire it this week, {fee} for each hour begun.")
        yield make.field(
            f"cooperative.hire_hours.{item}",
            "count",
            _("Hire: {item}").format(item=called(make.scenario, item)),
            message.format(fee=rupiah(shared.hourly_fee)),
            unit=_("hours"),
            most=168,
        )
    deposits = make.view.standing.deposits
    about = _("Voluntary savings that you can take out again. There are {deposits} now.")
    about = about.format(deposits=rupiah(deposits))
    yield make.field("cooperative.deposit", "rupiah", _("Save more"), about, step=10_000)
    if deposits:
        yield make.field("cooperative.withdraw", "rupiah", _("Withdraw"), about, step=10_000)


def _pledge(make: Maker, item: str, good: PooledGood) -> Field:
    unit = make.unit(item)
    message = _("A pack of {amount} {unit} costs {price}.")
    tiers = [
        _("From {packs} packs of all together: {price}.").format(
            packs=least, price=rupiah(good.price * factor // 1_000)
        )
        for least, factor in sorted(good.tiers.items())
    ]
    told = message.format(amount=grouped(good.amount), unit=unit, price=rupiah(good.price))
    return make.field(
        f"cooperative.pledges.{item}",
        "count",
        _("Pooled: {item}").format(item=called(make.scenario, item)),
        _("Packs that you promise to buy together with the others."),
        unit=_("packs"),
        most=10_000,
        note=" ".join([told, *tiers]),
    )


def _meeting(make: Maker, rules: Cooperative) -> Iterator[Field]:
    if not make.view.standing.member:
        return
    for name, ballot in rules.ballots.items():
        if ballot.week == make.view.week:
            said = options_said(ballot)
            yield make.answer(
                f"cooperative.votes.{name}",
                ballot.question.of(language()),
                _("Your vote. The most votes decide; in a tie nothing changes."),
                tuple(Choice(option, said[option]) for option in ballot.options),
            )
    for team in make.view.standing.applicants:
        yield make.answer(
            f"cooperative.admit.{team}",
            _("Let in {team}?").format(team=called(make.scenario, team)),
            _("She is let in unless more members are against it than for it."),
            (Choice(YES, _("yes")), Choice(NO, _("no"))),
        )
