"""What a unit costs and what it must bring: HPP, margin and break-even, for planning.

HPP here is the harga pokok produksi, the cost of making one unit. Amounts are whole rupiah:
fractions are kept exactly and rounded half up once, at the end. The formulas are the standard
ones of trainings for small firms (domain-facts, section 5):

    HPP = (bahan baku + tenaga kerja + overhead) / unit
    BEP unit = biaya tetap / (harga - biaya variabel per unit)
    BEP rupiah = biaya tetap / (1 - biaya variabel / harga)
"""

from __future__ import annotations

from simpasar.scenario.costing import half_up, unit_cost

__all__ = [
    "break_even",
    "break_even_revenue",
    "contribution_margin",
    "full_unit_cost",
    "half_up",
    "margin_per_mille",
    "unit_cost",
]


def full_unit_cost(ingredients: int, labour: int, overhead: int, units: int) -> int:
    """HPP in full: `ingredients` a unit, with `labour` and `overhead` spread over `units`.

    Raises:
        ValueError: no units to spread over.
    """
    if units < 1:
        raise ValueError("The cost of a unit needs at least one unit made.")
    return ingredients + half_up(labour + overhead, units)


def contribution_margin(price: int, variable_cost: int) -> int:
    """What one unit sold leaves for the fixed costs: price - variable cost."""
    return price - variable_cost


def margin_per_mille(price: int, variable_cost: int) -> int:
    """The contribution margin as a share of the price, per mille.

    Raises:
        ValueError: a price below Rp 1.
    """
    if price < 1:
        raise ValueError("A margin is a share of the price: the price must be above 0.")
    return half_up(1_000 * (price - variable_cost), price)


def break_even(fixed_cost: int, price: int, variable_cost: int) -> int | None:
    """BEP unit: the fewest units whose contribution margins cover `fixed_cost`.

    None where the price does not exceed the variable cost: then no number of units does.
    """
    margin = contribution_margin(price, variable_cost)
    return -(-fixed_cost // margin) if margin > 0 else None


def break_even_revenue(fixed_cost: int, price: int, variable_cost: int) -> int | None:
    """BEP rupiah: the sales, rounded up, at which `fixed_cost` is covered; None as `break_even`."""
    margin = contribution_margin(price, variable_cost)
    return -(-fixed_cost * price // margin) if margin > 0 else None
