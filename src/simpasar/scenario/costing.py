"""What a unit costs in ingredients: the one reckoning that checks and books share."""

from __future__ import annotations

from collections.abc import Mapping

from simpasar.scenario.model import Scenario


def unit_cost(
    scenario: Scenario,
    product: str,
    grade: str,
    suppliers: Mapping[str, str],
    prices: Mapping[str, int] | None = None,
) -> int:
    """Rupiah of ingredients in one unit: the sum over the recipe of amount * price / batch.

    `suppliers` names one for each ingredient; `prices` gives this week's price of an ingredient
    per mille of the usual (1000 where it is not named). Delivery fees are not in it.

    Raises:
        KeyError: an unknown product, grade or supplier, or a supplier without the ingredient.
    """
    made = scenario.products[product]
    share = made.grades[grade].recipe
    numerator, denominator = 0, 1
    for ingredient, amount in made.recipe.items():
        pack = scenario.suppliers[suppliers[ingredient]].goods[ingredient]
        index = (prices or {}).get(ingredient, 1_000)
        cost = amount * pack.price * index
        numerator = numerator * pack.amount + cost * denominator
        denominator *= pack.amount
    return half_up(numerator * share, denominator * made.batch * 1_000_000)


def half_up(numerator: int, denominator: int) -> int:
    """The exact ratio rounded to a whole number, halves up. `denominator` above 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def cheapest_suppliers(scenario: Scenario, product: str) -> dict[str, str] | None:
    """For each ingredient of a product, who sells it cheapest by the unit; None where one of them
    is sold by nobody."""
    chosen = {}
    for ingredient in scenario.products[product].recipe:
        offers = [name for name, s in scenario.suppliers.items() if ingredient in s.goods]
        if not offers:
            return None
        prices = {name: _per_million(scenario, name, ingredient) for name in offers}
        chosen[ingredient] = min(prices, key=lambda name: prices[name])
    return chosen


def _per_million(scenario: Scenario, supplier: str, ingredient: str) -> int:
    """Rupiah for a million base units."""
    pack = scenario.suppliers[supplier].goods[ingredient]
    return half_up(1_000_000 * pack.price, pack.amount)
