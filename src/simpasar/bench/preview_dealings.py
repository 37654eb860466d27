"""The preview's pages of what lies around the stalls: cooperative, loans, programmes, orders."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.bench.layout import Column, Paper, table
from simpasar.bench.preview import loan_costs
from simpasar.classroom.names import counted_in, day_name, listed, unit_name
from simpasar.firm.costing import half_up
from simpasar.game.bulletin import percent
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah
from simpasar.scenario.community import Cooperative, JointPurchase, Requirements
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import clock_text
from simpasar.scenario.vocabulary import choice_word

# -- the cooperative ----------------------------------------------------------------------


def paint_cooperative(paper: Paper, scenario: Scenario) -> None:
    """The terms of the cooperative, where there is one."""
    ours = scenario.cooperative
    if ours is None:
        return
    paper.heading(_("Cooperative: {name}").format(name=ours.name.of(language())))
    for sentence in _terms(scenario, ours):
        paper.sentence(sentence)
    if ours.purchase is not None:
        _purchase(paper, scenario, ours.purchase)
    ballots = sorted(ours.ballots.values(), key=lambda ballot: ballot.week)
    for ballot in ballots:
        options = " / ".join(option.replace("_", " ") for option in ballot.options)
        paper.sentence(
            _("Vote in week {week}: {question} ({options})").format(
                week=ballot.week, question=ballot.question.of(language()), options=options
            )
        )


def _terms(scenario: Scenario, ours: Cooperative) -> Iterator[str]:
    members = [
        seat.name.of(language())
        for seat in scenario.teams.values()
        if seat.start.cooperative.member
    ]
    if members:
        yield _("Members from the start: {teams}.").format(teams=listed(members))
    yield _("Principal savings {principal} once, compulsory savings {compulsory} a week.").format(
        principal=rupiah(ours.principal), compulsory=rupiah(ours.compulsory)
    )
    yield _("Margin on joint purchases {margin}; running costs {overhead} a week.").format(
        margin=percent(ours.margin), overhead=rupiah(ours.overhead)
    )
    shares = ours.surplus
    yield _(
        "Surplus (SHU): reserve {reserve}, by savings {capital}, by trade {patronage}, board"
        " {board}, education {education}, social {social}."
    ).format(
        reserve=percent(shares.reserve),
        capital=percent(shares.capital),
        patronage=percent(shares.patronage),
        board=percent(shares.board),
        education=percent(shares.education),
        social=percent(shares.social),
    )
    if ours.promotion is not None:
        need = scenario.needs[ours.promotion.need].name.of(language())
        yield _(
            "Joint promotion for {need}: {half} together bring half of {lift} more people."
        ).format(need=need, half=rupiah(ours.promotion.half), lift=percent(ours.promotion.lift))
    for item, shared in ours.equipment.items():
        name = scenario.equipment[item].name.of(language())
        yield _("To hire: {item}, {count} of them, {fee} an hour.").format(
            item=name, count=shared.count, fee=rupiah(shared.hourly_fee)
        )


def _purchase(paper: Paper, scenario: Scenario, purchase: JointPurchase) -> None:
    paper.sentence(
        _("Joint purchase from {supplier}: {day} at {hour}, delivery {fee} shared.").format(
            supplier=purchase.name.of(language()),
            day=day_name(purchase.delivery_day - 1),
            hour=clock_text(purchase.hour),
            fee=rupiah(purchase.delivery_fee),
        )
    )
    rows = []
    for item, good in purchase.goods.items():
        ingredient = scenario.ingredients[item]
        tiers = [
            _("from {packs}: {price}").format(
                packs=packs, price=grouped(good.price * factor // 1_000)
            )
            for packs, factor in sorted(good.tiers.items())
        ]
        rows.append(
            (
                ingredient.name.of(language()),
                f"{grouped(good.amount)} {unit_name(ingredient.unit)}",
                grouped(good.price),
                _usual(scenario, item, good.amount),
                ", ".join(tiers),
            )
        )
    headings = (
        Column(_("Ingredient"), words=True),
        Column(_("Pack")),
        Column(_("Price\nRp")),
        Column(_("Alone\nRp")),
        Column(_("With so many packs of all together"), words=True),
    )
    paper.print(table(headings, rows))


def _usual(scenario: Scenario, item: str, amount: int) -> str:
    """What the same amount costs a team alone, at the cheapest usual price; nobody: a dash."""
    packs = [who.goods[item] for who in scenario.suppliers.values() if item in who.goods]
    alone = [half_up(pack.price * amount, pack.amount) for pack in packs]
    return grouped(min(alone)) if alone else "-"


# -- loans --------------------------------------------------------------------------------


def paint_loans(paper: Paper, scenario: Scenario) -> None:
    """What the posters say and what the loans truly cost."""
    if not scenario.loans:
        return
    paper.heading(_("Loans: what the poster says, and what they truly cost"))
    rows = []
    for cost in loan_costs(scenario):
        offer = scenario.loans[cost.loan]
        every = choice_word(offer.every, language())
        rows.append(
            (
                offer.name.of(language()),
                grouped(cost.example),
                grouped(cost.received),
                _("{count} x {amount} a {every}").format(
                    count=offer.instalments, amount=grouped(cost.instalment), every=every
                ),
                grouped(cost.repaid),
                percent(half_up(cost.monthly, 100)),
            )
        )
    headings = (
        Column(_("Loan"), words=True),
        Column(_("Borrowed\nRp")),
        Column(_("In hand\nRp")),
        Column(_("Instalments\nRp")),
        Column(_("Repaid\nRp")),
        Column(_("Truly,\na month")),
    )
    paper.print(table(headings, rows))
    for offer in scenario.loans.values():
        name, poster = offer.name.of(language()), offer.advertised.of(language())
        paper.sentence(_("{loan}, the poster: “{poster}”").format(loan=name, poster=poster), hang=2)
        asked = _asked(scenario, offer.requires)
        if asked:
            paper.sentence("  " + _("It asks for: {asked}.").format(asked=asked), hang=2)


def _asked(scenario: Scenario, requires: Requirements) -> str:
    """What must be shown, in a few words; empty where nothing is."""
    asked = [scenario.programmes[name].name.of(language()) for name in requires.programmes]
    if requires.member:
        asked.append(_("membership of the cooperative"))
    if requires.savings:
        asked.append(_("savings of {amount}").format(amount=rupiah(requires.savings)))
    if requires.weeks_saved:
        asked.append(_("{weeks} weeks of saving").format(weeks=requires.weeks_saved))
    if requires.no_arrears:
        asked.append(_("no arrears"))
    return listed(asked) if asked else ""


# -- programmes and orders ----------------------------------------------------------------


def paint_programmes(paper: Paper, scenario: Scenario) -> None:
    """Permits, training, grants, bazaars."""
    if not scenario.programmes:
        return
    paper.heading(_("Programmes"))
    rows = [
        (
            programme.name.of(language()),
            choice_word(programme.kind, language()),
            grouped(programme.cost),
            ", ".join(map(str, programme.weeks)) or _("any"),
            grouped(programme.lead_weeks),
            _asked(scenario, programme.requires) or "-",
        )
        for programme in scenario.programmes.values()
    ]
    headings = (
        Column(_("Programme"), words=True),
        Column(_("Kind"), words=True),
        Column(_("Cost\nRp")),
        Column(_("Weeks")),
        Column(_("Ready\nafter")),
        Column(_("Asks for"), words=True),
    )
    paper.print(table(headings, rows))


def paint_orders(paper: Paper, scenario: Scenario) -> None:
    """Big orders, with what they leave against the usual price."""
    if not scenario.contracts:
        return
    paper.heading(_("Big orders"))
    for order in scenario.contracts.values():
        product = scenario.products[order.product]
        paper.sentence(
            _(
                "{name}: {units} {unit} of {product} at {price} each (usual {usual}), taken in week"
                " {weeks}, fetched in week {due} on {day} at {hour}; {penalty} for each one short."
            ).format(
                name=order.name.of(language()),
                units=grouped(order.units),
                unit=counted_in(product.unit),
                product=product.name.of(language()),
                price=rupiah(order.price),
                usual=rupiah(product.reference_price),
                weeks=", ".join(map(str, order.weeks)),
                due=order.due_week,
                day=day_name(order.due_day - 1),
                hour=clock_text(order.hour),
                penalty=rupiah(order.penalty),
            )
        )
        asked = _asked(scenario, order.requires)
        if asked:
            paper.sentence("  " + _("It asks for: {asked}.").format(asked=asked), hang=2)
