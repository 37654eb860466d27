"""What makes a decision sheet impossible: locked decisions, unknown names, bounds, missing cash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simpasar.firm.commitments import (
    commitment_cost,
    commitment_costs,
    impossible_commitments,
    joins,
    loans_in,
)
from simpasar.firm.findings import Finding, called, label
from simpasar.firm.standing import Standing
from simpasar.i18n import _
from simpasar.money import rupiah
from simpasar.scenario.community import Commitments
from simpasar.scenario.model import DecisionGroup, Decisions, Scenario, Seat
from simpasar.scenario.parts import clock_text

GROUP_FIELDS: dict[DecisionGroup, tuple[str, ...]] = {
    "price": ("prices",),
    "production": ("batches",),
    "ingredients": ("suppliers", "safety"),
    "quality": ("grades",),
    "promotion": ("promotion",),
    "staff": ("helpers",),
    "hours": ("opens", "closes"),
    "equipment": ("buy_equipment",),
    "household": ("drawings", "arisan"),
    "programmes": ("programmes",),
    "contracts": ("contracts",),
    "finance": ("borrow", "settle"),
    "cooperative": ("cooperative",),
}
"""The fields of the sheet that each group of decisions unlocks."""


def impossible_things(
    scenario: Scenario,
    seat: Seat,
    now: Decisions,
    before: Decisions,
    week: int,
    cash: int,
    standing: Standing,
) -> tuple[Finding, ...]:
    """Why these decisions cannot be played; the arguments are those of `checks.verify_sheet`."""
    return (
        *_locked(scenario, now, before, week),
        *_names(scenario, seat, now),
        *_choices(scenario, seat, now),
        *_prices(scenario, seat, now),
        *_batches(scenario, now),
        *_helpers(scenario, now),
        *_hours(seat, now),
        *impossible_commitments(scenario, now, standing, week),
        *_funds(scenario, now, before, cash, standing),
    )


def ingredients_of(scenario: Scenario, seat: Seat) -> tuple[str, ...]:
    """The ingredients of the seat's products, each once, in the order of the recipes."""
    recipes = (scenario.products[product].recipe for product in seat.products)
    return tuple(dict.fromkeys(ingredient for recipe in recipes for ingredient in recipe))


def monday_cost(scenario: Scenario, now: Decisions, standing: Standing) -> int:
    """Rupiah of promotion, equipment and commitments, before the market opens."""
    equipment = sum(
        count * scenario.equipment[item].price
        for item, count in now.buy_equipment.items()
        if item in scenario.equipment
    )
    return now.promotion + equipment + commitment_cost(scenario, now, standing)


def _impossible(field: str, code: str, message: str) -> Finding:
    return Finding("impossible", field, code, message)


def _locked(scenario: Scenario, now: Decisions, before: Decisions, week: int) -> Iterator[Finding]:
    for group, fields in GROUP_FIELDS.items():
        first = scenario.rules.unlocked.get(group)
        if first is not None and first <= week:
            continue
        for field in fields:
            # What is done once is not done again by a sheet that is left as it was.
            wanted, stands = _plain(getattr(now, field)), _plain(getattr(before.standing(), field))
            if wanted == stands:
                continue
            message = (
                _("{label} cannot be changed in this game: leave it as it was.")
                if first is None
                else _("{label} can be changed from week {week} on: leave it as it was.")
            )
            yield _impossible(
                field, "locked", message.format(label=label(scenario, field), week=first)
            )


def _plain(value: object) -> object:
    """A value to compare: in a mapping, 0 says the same as a missing key."""
    if isinstance(value, Commitments):
        return {name: _plain(part) for name, part in value}
    return {k: v for k, v in value.items() if v != 0} if isinstance(value, dict) else value


def _names(scenario: Scenario, seat: Seat, now: Decisions) -> Iterator[Finding]:
    products, ingredients = set(seat.products), set(ingredients_of(scenario, seat))
    for field in ("prices", "batches", "grades"):
        yield from _keys(scenario, field, getattr(now, field), products)
    yield from _keys(scenario, "suppliers", now.suppliers, ingredients)
    yield from _keys(scenario, "safety", now.safety, ingredients, complete=False)
    known = set(scenario.equipment)
    yield from _keys(scenario, "buy_equipment", now.buy_equipment, known, complete=False)


def _keys(
    scenario: Scenario,
    field: str,
    given: Mapping[str, object],
    known: set[str],
    complete: bool = True,
) -> Iterator[Finding]:
    for name in given:
        if name not in known:
            message = _("{label} names {name}, which this business does not have: leave it out.")
            message = message.format(label=label(scenario, field), name=called(scenario, name))
            yield _impossible(f"{field}.{name}", "unknown_name", message)
    for name in sorted(known - given.keys()) if complete else ():
        path = f"{field}.{name}"
        message = _("{label} is missing: fill it in.").format(label=label(scenario, path))
        yield _impossible(path, "missing", message)


def _choices(scenario: Scenario, seat: Seat, now: Decisions) -> Iterator[Finding]:
    for product in seat.products:
        grades = scenario.products[product].grades
        grade = now.grades.get(product)
        if grade is not None and grade not in grades:
            message = _("{product} has no quality {grade}: choose one of {grades}.").format(
                product=called(scenario, product), grade=grade, grades=", ".join(grades)
            )
            yield _impossible(f"grades.{product}", "unknown_grade", message)
    for ingredient in ingredients_of(scenario, seat):
        supplier = now.suppliers.get(ingredient)
        if supplier is None:
            continue
        known = scenario.suppliers.get(supplier)
        if known is None or ingredient not in known.goods:
            message = _("{supplier} does not sell {ingredient}: choose another supplier.").format(
                supplier=called(scenario, supplier), ingredient=called(scenario, ingredient)
            )
            yield _impossible(f"suppliers.{ingredient}", "not_sold_there", message)


def _prices(scenario: Scenario, seat: Seat, now: Decisions) -> Iterator[Finding]:
    rules = scenario.rules
    for product, price in now.prices.items():
        if product not in seat.products:
            continue
        field, name = f"prices.{product}", called(scenario, product)
        usual = scenario.products[product].reference_price
        if not usual * rules.price_low <= price * 1_000 <= usual * rules.price_high:
            message = _("{product} is priced at {price}: ask from {low} to {high}.").format(
                product=name,
                price=rupiah(price),
                low=rupiah(-(-usual * rules.price_low // 1_000)),
                high=rupiah(usual * rules.price_high // 1_000),
            )
            yield _impossible(field, "price_out_of_range", message)
        elif price % rules.price_step:
            message = _("{product} is priced at {price}: use steps of {step}.").format(
                product=name, price=rupiah(price), step=rupiah(rules.price_step)
            )
            yield _impossible(field, "price_step", message)


def _batches(scenario: Scenario, now: Decisions) -> Iterator[Finding]:
    most = scenario.rules.max_batches
    for product, plan in now.batches.items():
        for part, batches in (("weekday", plan.weekday), ("weekend", plan.weekend)):
            if batches > most:
                message = _("{product} is planned at {batches} batches a day: make at most {most}.")
                message = message.format(
                    product=called(scenario, product), batches=batches, most=most
                )
                yield _impossible(f"batches.{product}.{part}", "too_many_batches", message)


def _helpers(scenario: Scenario, now: Decisions) -> Iterator[Finding]:
    most = scenario.rules.max_helpers
    if now.helpers > most:
        message = _("{helpers} helpers are too many: hire at most {most}.").format(
            helpers=now.helpers, most=most
        )
        yield _impossible("helpers", "too_many_helpers", message)


def _hours(seat: Seat, now: Decisions) -> Iterator[Finding]:
    if seat.earliest <= now.opens < now.closes <= seat.latest:
        return
    message = _(
        "The stall cannot be open from {opens} to {closes}: stay between {earliest} and {latest},"
        " and open before you close."
    ).format(
        opens=clock_text(now.opens),
        closes=clock_text(now.closes),
        earliest=clock_text(seat.earliest),
        latest=clock_text(seat.latest),
    )
    early = now.opens < seat.earliest or now.opens >= now.closes
    yield _impossible("opens" if early else "closes", "hours", message)


def _funds(
    scenario: Scenario, now: Decisions, before: Decisions, cash: int, standing: Standing
) -> Iterator[Finding]:
    """New spending must fit the cash. A promotion that stands from last week is paid as far as
    cash goes, and so is a wish to join, so that a sheet may always be carried on."""
    wanted = monday_cost(scenario, now, standing)
    stands = min(now.promotion, before.promotion)
    stands += min(now.cooperative.promotion, before.cooperative.promotion)
    costs = commitment_costs(scenario, now, standing)
    if scenario.cooperative and joins(now, standing) and before.cooperative.member:
        stands += scenario.cooperative.principal
    cash += loans_in(scenario, now, standing) + min(now.cooperative.withdraw, standing.deposits)
    if wanted <= cash or wanted <= stands:
        return
    if any(costs.values()):
        message = _(
            "Promotion, equipment, programmes, savings and repayments on Monday cost {wanted}, but"
            " there is {cash} in cash: spend less."
        )
    else:
        message = _(
            "Promotion and equipment cost {wanted}, but there is {cash} in cash: spend less."
        )
    field = "promotion" if now.promotion > cash else "buy_equipment"
    if not now.buy_equipment and now.promotion <= cash:
        field = max(costs, key=lambda name: costs[name])
    text = message.format(wanted=rupiah(wanted), cash=rupiah(cash))
    yield _impossible(field, "not_enough_cash", text)
