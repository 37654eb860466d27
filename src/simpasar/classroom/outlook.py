"""The live calculator beside a decision sheet: what a plan costs, must sell, and does to the cash.

An estimate for planning: prices of ingredients are those last seen, and customers are taken to buy
what the team forecasts. What the weather and the rivals will do, nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.classroom.opening import planned_units, sold_or_planned, thrift_of
from simpasar.classroom.walk import CashWalk, walk_week
from simpasar.firm.commitments import commitment_costs
from simpasar.firm.costing import (
    break_even,
    break_even_revenue,
    contribution_margin,
    half_up,
    margin_per_mille,
    unit_cost,
)
from simpasar.game.view import TeamView
from simpasar.money import split
from simpasar.scenario.model import Decisions

Assumption: TypeAlias = Literal["forecast", "last_week", "three_quarters"]
"""What the week's sales are taken from."""


@dataclass(frozen=True, slots=True)
class ProductOutlook:
    """A product in rupiah a unit. `unit_cost`: the ingredients (HPP bahan). `planned`: units that
    the week's plan makes. `share`: the margin of the price, per mille; None at a price of 0."""

    product: str
    price: int
    unit_cost: int
    margin: int
    share: int | None
    planned: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """A plan for the week, reckoned through. Rupiah, if not said otherwise.

    `fixed`: what must be paid or written off however much is sold. `break_even`: the units of the
    planned mix whose margins cover it, and `break_even_revenue` their sales; None where the margin
    does not cover anything. `costs`: what the plan takes out of the till, by name: ingredients,
    wages, rent, promotion, equipment, programmes, cooperative, repayments, drawings; those of 0
    left out. `expected`: units that customers are taken to want, and `assumption` why.
    """

    products: tuple[ProductOutlook, ...]
    fixed: int
    break_even: int | None
    break_even_revenue: int | None
    costs: Mapping[str, int]
    expected: int
    assumption: Assumption
    walk: CashWalk

    @property
    def planned(self) -> int:
        """Units that the week's plan makes."""
        return sum(product.planned for product in self.products)

    @property
    def spent(self) -> int:
        """All that the plan takes out of the till."""
        return sum(self.costs.values())


def outlook(view: TeamView, decisions: Decisions, forecast_units: int | None = None) -> Outlook:
    """Reckon a plan through. `decisions`: of a sheet without unknown names; `forecast_units`: what
    the team expects to sell, None where it has not said."""
    planned = planned_units(view, decisions)
    products = tuple(_product(view, decisions, name, units) for name, units in planned.items())
    expected, assumption = _expected(view, decisions, forecast_units)
    walk = walk_week(view, decisions, _shared_out(planned, expected))
    fixed = fixed_cost(view, decisions) + walk.hired
    # The planned mix as if it were one product: all its sales against all its ingredients.
    mix = products if any(p.planned for p in products) else ()
    revenue = sum(p.price * p.planned for p in mix)
    variable = sum(p.unit_cost * p.planned for p in mix)
    return Outlook(
        products=products,
        fixed=fixed,
        break_even=break_even(fixed * sum(planned.values()), revenue, variable),
        break_even_revenue=break_even_revenue(fixed, revenue, variable),
        costs=_costs(view, decisions, walk),
        expected=expected,
        assumption=assumption,
        walk=walk,
    )


def fixed_cost(view: TeamView, decisions: Decisions) -> int:
    """Rupiah of the week that do not depend on sales: rent, overhead, wages, promotion, own and
    joint, and the week's depreciation of what is owned and bought. Hire of equipment apart."""
    scenario, seat = view.scenario, view.seat
    wages = decisions.helpers * scenario.days * scenario.rules.helper_wage
    promotion = decisions.promotion + decisions.cooperative.promotion
    written_off = sum(asset.depreciation() for asset in view.books.assets) + sum(
        count * scenario.equipment[item].price // scenario.equipment[item].life_weeks
        for item, count in decisions.buy_equipment.items()
    )
    return seat.rent + seat.overhead + wages + promotion + written_off


def _product(view: TeamView, decisions: Decisions, name: str, planned: int) -> ProductOutlook:
    scenario, price = view.scenario, decisions.prices[name]
    cost = unit_cost(scenario, name, decisions.grades[name], decisions.suppliers, view.prices)
    cost = half_up(cost * thrift_of(view)[name], 1_000)
    share = margin_per_mille(price, cost) if price else None
    return ProductOutlook(name, price, cost, contribution_margin(price, cost), share, planned)


def _expected(view: TeamView, decisions: Decisions, forecast: int | None) -> tuple[int, Assumption]:
    """Units that customers are taken to want this week, and where that comes from."""
    if forecast is not None:
        return forecast, "forecast"
    return sold_or_planned(view, decisions), "last_week" if view.history else "three_quarters"


def _shared_out(planned: Mapping[str, int], expected: int) -> dict[str, int]:
    """What is wanted of each product: of all, as much as is planned of it."""
    return dict(zip(planned, split(expected, list(planned.values())), strict=True))


def _costs(view: TeamView, decisions: Decisions, walk: CashWalk) -> dict[str, int]:
    scenario, seat = view.scenario, view.seat
    dealings = commitment_costs(scenario, decisions, view.standing)
    ours = scenario.cooperative if decisions.cooperative.member else None
    savings = dealings["cooperative"] + (ours.compulsory if ours else 0) + walk.hired
    costs = {
        "ingredients": walk.bought,
        "wages": decisions.helpers * scenario.days * scenario.rules.helper_wage,
        "rent": seat.rent + seat.overhead,
        "promotion": decisions.promotion,
        "equipment": sum(
            count * scenario.equipment[item].price
            for item, count in decisions.buy_equipment.items()
        ),
        "programmes": dealings["programmes"],
        "cooperative": savings,
        "repayments": dealings["settle"] + walk.instalments,
        "drawings": decisions.drawings,
    }
    return {name: amount for name, amount in costs.items() if amount}
