"""What is impossible, a likely slip or unwise in a decision sheet, in words a team understands.

`verify_sheet` says what is wrong, `can_submit` whether the sheet may be handed in, `accept_sheet`
takes it or raises `SheetRefused`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.firm.costing import unit_cost
from simpasar.firm.sheet import DecisionSheet
from simpasar.i18n import _
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import DecisionGroup, Decisions, Scenario, Seat
from simpasar.scenario.parts import clock_text

Level: TypeAlias = Literal["impossible", "slip", "unwise"]

SLIP_FACTOR = 8
"""This many times the last value, or this small a part of it, looks like a digit too many or few."""

GROUP_FIELDS: dict[DecisionGroup, tuple[str, ...]] = {
    "price": ("prices",),
    "production": ("batches",),
    "ingredients": ("suppliers", "safety"),
    "quality": ("grades",),
    "promotion": ("promotion",),
    "staff": ("helpers",),
    "hours": ("opens", "closes"),
    "equipment": ("buy_equipment",),
    "household": ("drawings",),
}
"""The fields of the sheet that each group of decisions unlocks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a sheet.

    `field` is the dotted path in the decisions ("prices.nasi_uduk"), `code` a stable word for
    programs, `message` a sentence for people. Impossible sheets are refused, slips are asked
    about, unwise decisions are the team's own.
    """

    level: Level
    field: str
    code: str
    message: str


class SheetRefused(Exception):  # noqa: N818 - the name a team reads
    """A sheet that cannot be played; `findings` are the impossible ones."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


def verify_sheet(
    scenario: Scenario,
    seat: Seat,
    sheet: DecisionSheet,
    previous: DecisionSheet,
    week: int,
    cash: int,
) -> tuple[Finding, ...]:
    """Everything to say about `sheet`, impossible things first; empty where all is well.

    `previous` is last week's sheet, or the seat's start in week 1. `cash` is what there is to
    spend on Monday, after arrears. Slips and unwise decisions are only looked for in a sheet
    that is possible.
    """
    now, before = sheet.decisions, previous.decisions
    impossible = (
        *_unlocked(scenario, now, before, week),
        *_names(scenario, seat, now),
        *_prices(scenario, now),
        *_ranges(scenario, seat, now),
        *_funds(scenario, now, cash),
    )
    return impossible or (*_slips(now, before), *_unwise(scenario, now, cash))


def can_submit(
    scenario: Scenario,
    seat: Seat,
    sheet: DecisionSheet,
    previous: DecisionSheet,
    week: int,
    cash: int,
) -> bool:
    """Whether nothing in `sheet` is impossible."""
    findings = verify_sheet(scenario, seat, sheet, previous, week, cash)
    return all(finding.level != "impossible" for finding in findings)


def accept_sheet(
    scenario: Scenario,
    seat: Seat,
    sheet: DecisionSheet,
    previous: DecisionSheet,
    week: int,
    cash: int,
) -> tuple[Finding, ...]:
    """Take a possible sheet: its slips and unwise decisions.

    Raises:
        SheetRefused: something in it is impossible.
    """
    findings = verify_sheet(scenario, seat, sheet, previous, week, cash)
    if any(finding.level == "impossible" for finding in findings):
        raise SheetRefused(findings)
    return findings


def ingredients_of(scenario: Scenario, seat: Seat) -> tuple[str, ...]:
    """The ingredients of the seat's products, each once, in the order of the recipes."""
    recipes = (scenario.products[product].recipe for product in seat.products)
    return tuple(dict.fromkeys(ingredient for recipe in recipes for ingredient in recipe))


# -- impossible -----------------------------------------------------------------------------


def _impossible(field: str, code: str, message: str) -> Finding:
    return Finding("impossible", field, code, message)


def _unlocked(
    scenario: Scenario, now: Decisions, before: Decisions, week: int
) -> Iterator[Finding]:
    for group, fields in GROUP_FIELDS.items():
        first = scenario.rules.unlocked.get(group)
        if first is not None and first <= week:
            continue
        for field in fields:
            wanted, stands = _plain(getattr(now, field)), _plain(getattr(before, field))
            buys_nothing = field == "buy_equipment" and not wanted
            if wanted == stands or buys_nothing:
                continue
            message = (
                _("{field} cannot be changed in this game: leave it as it was.")
                if first is None
                else _("{field} can be changed from week {week} on: leave it as it was.")
            )
            yield _impossible(field, "locked", message.format(field=field, week=first))


def _plain(value: object) -> object:
    """A value to compare: in a mapping, 0 says the same as a missing key."""
    return {k: v for k, v in value.items() if v != 0} if isinstance(value, dict) else value


def _names(scenario: Scenario, seat: Seat, now: Decisions) -> Iterator[Finding]:
    products, ingredients = set(seat.products), set(ingredients_of(scenario, seat))
    for field in ("prices", "batches", "grades"):
        yield from _keys(field, getattr(now, field), products)
    yield from _keys("suppliers", now.suppliers, ingredients)
    yield from _keys("safety", now.safety, ingredients, complete=False)
    yield from _keys("buy_equipment", now.buy_equipment, set(scenario.equipment), complete=False)
    for product, grade in now.grades.items():
        if product in products and grade not in scenario.products[product].grades:
            message = _("{product} has no grade {grade}: choose one of {grades}.").format(
                product=product, grade=grade, grades=", ".join(scenario.products[product].grades)
            )
            yield _impossible(f"grades.{product}", "unknown_grade", message)
    for ingredient, supplier in now.suppliers.items():
        if ingredient in ingredients and not _sells(scenario, supplier, ingredient):
            message = _("{supplier} does not sell {ingredient}: choose another supplier.").format(
                supplier=supplier, ingredient=ingredient
            )
            yield _impossible(f"suppliers.{ingredient}", "not_sold_there", message)


def _keys(
    field: str, given: Mapping[str, object], known: set[str], complete: bool = True
) -> Iterator[Finding]:
    for name in given:
        if name not in known:
            message = _("{field} names {name}, which this business does not have: leave it out.")
            yield _impossible(
                f"{field}.{name}", "unknown_name", message.format(field=field, name=name)
            )
    for name in sorted(known - given.keys()) if complete else ():
        message = _("{field} says nothing of {name}: fill it in.")
        yield _impossible(f"{field}.{name}", "missing", message.format(field=field, name=name))


def _sells(scenario: Scenario, supplier: str, ingredient: str) -> bool:
    known = scenario.suppliers.get(supplier)
    return known is not None and ingredient in known.goods


def _prices(scenario: Scenario, now: Decisions) -> Iterator[Finding]:
    rules = scenario.rules
    for product, price in now.prices.items():
        if product not in scenario.products:
            continue
        usual = scenario.products[product].reference_price
        field = f"prices.{product}"
        if not usual * rules.price_low <= price * 1_000 <= usual * rules.price_high:
            message = _("The price of {product} is {price}: ask from {low} to {high}.").format(
                product=product,
                price=rupiah(price),
                low=rupiah(-(-usual * rules.price_low // 1_000)),
                high=rupiah(usual * rules.price_high // 1_000),
            )
            yield _impossible(field, "price_out_of_range", message)
        elif price % rules.price_step:
            message = _("The price of {product} is {price}: use steps of {step}.").format(
                product=product, price=rupiah(price), step=rupiah(rules.price_step)
            )
            yield _impossible(field, "price_step", message)


def _ranges(scenario: Scenario, seat: Seat, now: Decisions) -> Iterator[Finding]:
    rules = scenario.rules
    for product, plan in now.batches.items():
        for part in ("weekday", "weekend"):
            if getattr(plan, part) > rules.max_batches:
                message = _("{product} is planned at {batches} batches a day: at most {most}.")
                yield _impossible(
                    f"batches.{product}.{part}",
                    "too_many_batches",
                    message.format(
                        product=product, batches=getattr(plan, part), most=rules.max_batches
                    ),
                )
    if now.helpers > rules.max_helpers:
        message = _("{helpers} helpers are too many: hire at most {most}.").format(
            helpers=now.helpers, most=rules.max_helpers
        )
        yield _impossible("helpers", "too_many_helpers", message)
    if not seat.earliest <= now.opens < now.closes <= seat.latest:
        message = _(
            "The stall cannot be open from {opens} to {closes}:"
            " stay between {earliest} and {latest}, opening before closing."
        ).format(
            opens=clock_text(now.opens),
            closes=clock_text(now.closes),
            earliest=clock_text(seat.earliest),
            latest=clock_text(seat.latest),
        )
        field = "opens" if now.opens < seat.earliest or now.opens >= now.closes else "closes"
        yield _impossible(field, "hours", message)


def _funds(scenario: Scenario, now: Decisions, cash: int) -> Iterator[Finding]:
    wanted = _monday_cost(scenario, now)
    if wanted > cash:
        message = _(
            "Promotion and equipment cost {wanted}, but there is {cash} in cash: spend less."
        ).format(wanted=rupiah(wanted), cash=rupiah(cash))
        field = "promotion" if now.promotion > cash else "buy_equipment"
        yield _impossible(field, "not_enough_cash", message)


def _monday_cost(scenario: Scenario, now: Decisions) -> int:
    """Rupiah for promotion and the equipment that exists."""
    return now.promotion + sum(
        count * scenario.equipment[item].price
        for item, count in now.buy_equipment.items()
        if item in scenario.equipment
    )


# -- slips ----------------------------------------------------------------------------------


def _slips(now: Decisions, before: Decisions) -> Iterator[Finding]:
    """Values far from the last ones. A 0 is a decision to stop, not a digit mistyped."""
    for field, value, usual in _amounts(now, before):
        if value and usual and (value >= usual * SLIP_FACTOR or value * SLIP_FACTOR <= usual):
            message = _("{field} is {value} after {usual} last week: is that meant?").format(
                field=field, value=_shown(field, value), usual=_shown(field, usual)
            )
            yield Finding("slip", field, "far_from_last", message)


def _amounts(now: Decisions, before: Decisions) -> Iterator[tuple[str, int, int]]:
    for product, price in now.prices.items():
        yield f"prices.{product}", price, before.prices.get(product, 0)
    yield "promotion", now.promotion, before.promotion
    for ingredient, quantity in now.safety.items():
        yield f"safety.{ingredient}", quantity, before.safety.get(ingredient, 0)
    yield "drawings", now.drawings, before.drawings


def _shown(field: str, value: int) -> str:
    return grouped(value) if field.startswith("safety.") else rupiah(value)


# -- unwise ---------------------------------------------------------------------------------


def _unwise(scenario: Scenario, now: Decisions, cash: int) -> Iterator[Finding]:
    for product, price in now.prices.items():
        cost = unit_cost(scenario, product, now.grades[product], now.suppliers)
        if price < cost:
            message = _(
                "{product} sells at {price}, less than its ingredients at {cost}:"
                " every sale loses money."
            ).format(product=product, price=rupiah(price), cost=rupiah(cost))
            yield Finding("unwise", f"prices.{product}", "below_cost", message)
    if now.drawings > cash:
        message = _(
            "The household wants {drawings}, but there is {cash} in cash:"
            " it will get only what the week leaves."
        ).format(drawings=rupiah(now.drawings), cash=rupiah(cash))
        yield Finding("unwise", "drawings", "drawings_over_cash", message)
    yield from _purchases(scenario, now, cash - _monday_cost(scenario, now))


def _purchases(scenario: Scenario, now: Decisions, cash: int) -> Iterator[Finding]:
    """What the larger of a weekday's and a weekend day's plan buys, at usual prices."""
    orders = max(
        (_orders(scenario, now, day) for day in (0, 5)), key=lambda order: sum(order.values())
    )
    cost = sum(orders.values())
    if cost > cash:
        message = _(
            "A day's ingredients cost about {cost}, but {cash} is left to buy them:"
            " some batches will not be made."
        ).format(cost=rupiah(cost), cash=rupiah(cash))
        yield Finding("unwise", "batches", "purchases_over_cash", message)
    for supplier, order in orders.items():
        minimum = scenario.suppliers[supplier].minimum
        if 0 < order < minimum:
            message = _(
                "A day's order from {supplier} is about {order}, below its minimum of {minimum}:"
                " it may not be delivered."
            ).format(supplier=supplier, order=rupiah(order), minimum=rupiah(minimum))
            yield Finding("unwise", "suppliers", "below_minimum", message)


def _orders(scenario: Scenario, now: Decisions, day: int) -> dict[str, int]:
    """Rupiah of ingredients that one day's batches need, by supplier."""
    orders: dict[str, int] = {}
    for product, plan in now.batches.items():
        made = scenario.products[product]
        share = made.grades[now.grades[product]].recipe * plan.on(day)
        for ingredient, amount in made.recipe.items():
            supplier = now.suppliers[ingredient]
            pack = scenario.suppliers[supplier].goods[ingredient]
            cost = amount * share * pack.price // (pack.amount * 1_000)
            orders[supplier] = orders.get(supplier, 0) + cost
    return orders
