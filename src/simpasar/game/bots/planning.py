"""What the simple bots share: the demand they saw, batches for it, a sheet built on the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpasar.firm.costing import unit_cost
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.firm.sheet import DecisionSheet, Forecast
from simpasar.game.view import RivalView, TeamView
from simpasar.scenario.model import DayPlan, DecisionGroup

FIELD_GROUPS: Mapping[str, DecisionGroup] = {
    field: group for group, fields in GROUP_FIELDS.items() for field in fields
}

MOST_UNITS, MOST_CASH = 10_000_000, 10_000_000_000
"""The bounds of a Forecast: units, rupiah."""
MOST_KEPT = 100_000_000
"""The bound of a Quantity: base units."""


def sheet_with(
    view: TeamView, reason: str, units: int | None = None, **changes: Any
) -> DecisionSheet:
    """Last week's sheet with `changes` as far as they are unlocked, and a forecast for it.

    `units`: the forecast of sales, where it is not the demand that the batches can meet.
    """
    allowed = {
        field: value for field, value in changes.items() if FIELD_GROUPS[field] in view.unlocked
    }
    decisions = view.sheet.carried().decisions.model_copy(update=allowed)
    if "production" in view.unlocked:
        decisions = decisions.model_copy(update={"batches": ours_only(view, decisions.batches)})
    if units is None:
        units = sum(
            min(wanted, decisions.batches[name].on(day) * view.scenario.products[name].batch)
            for name in view.seat.products
            for day, wanted in enumerate(demand_by_day(view, name))
        )
    profit = view.history[-1].figures.profit if view.history else 0
    cash = min(max(0, view.cash + profit), MOST_CASH)
    forecast = Forecast(units=min(units, MOST_UNITS), cash=cash)
    return DecisionSheet(decisions=decisions, forecast=forecast, reason=reason)


def ours_only(view: TeamView, plans: Mapping[str, DayPlan]) -> dict[str, DayPlan]:
    """Plans without the products that the members leave to another of them."""
    none = DayPlan(weekday=0, weekend=0)
    return {name: none if name in view.standing.not_ours else p for name, p in plans.items()}


def demand_by_day(view: TeamView, product: str) -> list[int]:
    """Units asked for on each day of last week: sold, short, and half of those who would not
    queue. Before the first week, what the start sheet plans to make."""
    if not view.history:
        plan, batch = view.sheet.decisions.batches[product], view.scenario.products[product].batch
        return [plan.on(day) * batch for day in range(view.scenario.days)]
    days = (day[product] for day in view.history[-1].days)
    return [day.sold + day.lost_stockout + day.lost_queue // 2 for day in days]


def batches_for(view: TeamView, share: int) -> dict[str, DayPlan]:
    """Batches for `share` per mille of the mean demand on weekdays and on weekend days.

    At least one batch, rounded to the nearest whole.
    """
    plans = {}
    for name in view.seat.products:
        demand, batch = demand_by_day(view, name), view.scenario.products[name].batch
        counts = []
        for days in (demand[:5], demand[5:] or demand[:5]):
            wanted = sum(days) * share // (len(days) * 1_000)
            most = view.scenario.rules.max_batches
            counts.append(min(most, max(1, (2 * wanted + batch) // (2 * batch))))
        plans[name] = DayPlan(weekday=counts[0], weekend=counts[1])
    return plans


def legal_price(view: TeamView, product: str, wanted: int) -> int:
    """The price nearest to `wanted` that the rules allow; the present one where they allow none."""
    rules, usual = view.scenario.rules, view.scenario.products[product].reference_price
    step = rules.price_step
    low = -(-usual * rules.price_low // (1_000 * step)) * step
    high = usual * rules.price_high // (1_000 * step) * step
    if low > high:
        return view.sheet.decisions.prices[product]
    return min(max((2 * wanted + step) // (2 * step) * step, low), high)


def cost_of(view: TeamView, product: str) -> int:
    """Rupiah of ingredients in a unit, at last week's grade, supplier and prices."""
    decisions = view.sheet.decisions
    return unit_cost(
        view.scenario, product, decisions.grades[product], decisions.suppliers, view.prices
    )


def day_cost(view: TeamView, plans: Mapping[str, DayPlan]) -> int:
    """Rupiah of ingredients in the dearer of a weekday's and a weekend day's batches."""
    cost = {name: cost_of(view, name) * view.scenario.products[name].batch for name in plans}
    return max(sum(plan.on(day) * cost[name] for name, plan in plans.items()) for day in (0, 5))


def most_used(view: TeamView) -> dict[str, int]:
    """Base units of each ingredient that the hungriest of the seat's recipes takes."""
    recipes = [view.scenario.products[name].recipe for name in view.seat.products]
    return {
        ingredient: max(recipe.get(ingredient, 0) for recipe in recipes)
        for ingredient in view.sheet.decisions.suppliers
    }


def rival_offers(view: TeamView, product: str) -> list[tuple[RivalView, str]]:
    """Other stalls' products for the same need."""
    need = view.scenario.products[product].need
    return [
        (rival, name)
        for rival in view.rivals
        for name in rival.prices
        if view.scenario.products[name].need == need
    ]


def relative(view: TeamView, product: str, price: int) -> int:
    """A price per mille of the product's reference price."""
    return price * 1_000 // view.scenario.products[product].reference_price
