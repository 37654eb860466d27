"""What is impossible, a likely slip or unwise in a decision sheet, in words a team understands.

`verify_sheet` says what is wrong, `can_submit` whether the sheet may be handed in, `accept_sheet`
lets it pass or raises `SheetRefused`.
"""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.firm.commitments import loans_in
from simpasar.firm.costing import unit_cost
from simpasar.firm.findings import Finding, SheetRefused, called, label
from simpasar.firm.legality import impossible_things, monday_cost
from simpasar.firm.loans import true_monthly_rate
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.standing import NEWCOMER, Standing
from simpasar.i18n import _
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Decisions, Scenario, Seat

__all__ = ["Finding", "SheetRefused", "accept_sheet", "can_submit", "verify_sheet"]

SLIP_FACTOR = 8
"""As many times the last value, or as small a part of it, looks like a slip of a digit."""


def verify_sheet(
    scenario: Scenario,
    seat: Seat,
    sheet: DecisionSheet,
    previous: DecisionSheet,
    week: int,
    cash: int,
    standing: Standing = NEWCOMER,
) -> tuple[Finding, ...]:
    """Everything to say about `sheet`, impossible things first; empty where all is well.

    `previous` is last week's sheet, or the seat's start in week 1. `cash` is what there is to
    spend on Monday, after arrears; `standing` is the team's with its neighbourhood. Slips and
    unwise decisions are only looked for in a sheet that is possible.
    """
    now, before = sheet.decisions, previous.decisions
    impossible = impossible_things(scenario, seat, now, before, week, cash, standing)
    return impossible or (*_slips(scenario, now, before), *_unwise(scenario, now, cash, standing))


def can_submit(
    scenario: Scenario,
    seat: Seat,
    sheet: DecisionSheet,
    previous: DecisionSheet,
    week: int,
    cash: int,
    standing: Standing = NEWCOMER,
) -> bool:
    """Whether nothing in `sheet` is impossible."""
    return not impossible_things(
        scenario, seat, sheet.decisions, previous.decisions, week, cash, standing
    )


def accept_sheet(
    scenario: Scenario,
    seat: Seat,
    sheet: DecisionSheet,
    previous: DecisionSheet,
    week: int,
    cash: int,
    standing: Standing = NEWCOMER,
) -> None:
    """Let a possible sheet pass.

    Raises:
        SheetRefused: something in it is impossible.
    """
    impossible = impossible_things(
        scenario, seat, sheet.decisions, previous.decisions, week, cash, standing
    )
    if impossible:
        raise SheetRefused(impossible)


# -- slips ----------------------------------------------------------------------------------


def _slips(scenario: Scenario, now: Decisions, before: Decisions) -> Iterator[Finding]:
    """Values far from the last ones. A 0 is a decision to stop, not a digit mistyped."""
    for field, value, usual in _amounts(now, before):
        if value and usual and (value >= usual * SLIP_FACTOR or value * SLIP_FACTOR <= usual):
            message = _("{label} is {value} after {usual} last week: is that meant?").format(
                label=label(scenario, field), value=_shown(field, value), usual=_shown(field, usual)
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


def _unwise(scenario: Scenario, now: Decisions, cash: int, standing: Standing) -> Iterator[Finding]:
    for product, price in now.prices.items():
        cost = unit_cost(scenario, product, now.grades[product], now.suppliers)
        if price < cost:
            message = _(
                "{product} sells at {price}, less than its ingredients at {cost}:"
                " every sale loses money."
            ).format(product=called(scenario, product), price=rupiah(price), cost=rupiah(cost))
            yield Finding("unwise", f"prices.{product}", "below_cost", message)
    if now.drawings > cash:
        message = _(
            "The household wants {drawings}, but there is {cash} in cash:"
            " it will get only what the week leaves."
        ).format(drawings=rupiah(now.drawings), cash=rupiah(cash))
        yield Finding("unwise", "drawings", "drawings_over_cash", message)
    spent = monday_cost(scenario, now, standing)
    yield from _purchases(scenario, now, max(0, cash + loans_in(scenario, now, standing) - spent))
    yield from _dear_loans(scenario, now)


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
            ).format(
                supplier=called(scenario, supplier), order=rupiah(order), minimum=rupiah(minimum)
            )
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


DEAR = 5_000
"""A loan that truly costs more than this a month, in parts of 100,000, is worth a word."""


def _dear_loans(scenario: Scenario, now: Decisions) -> Iterator[Finding]:
    for name, amount in now.borrow.items():
        rate = true_monthly_rate(scenario.loans[name], amount) if amount else 0
        if rate > DEAR:
            message = _("{name} truly costs {percent} % a month: is there nothing cheaper?").format(
                name=called(scenario, name), percent=(rate + 500) // 1_000
            )
            yield Finding("unwise", f"borrow.{name}", "dear_loan", message)
