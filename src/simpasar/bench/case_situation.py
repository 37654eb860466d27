"""What a team knew on the Monday of a case, and never what came later: words and figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid
from simpasar.classroom.names import counted_in, listed, unit_name
from simpasar.classroom.outlook import outlook
from simpasar.firm.costing import half_up
from simpasar.game.bulletin import percent, weather_told
from simpasar.game.view import TeamView
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah

Names: TypeAlias = Mapping[str, str]
"""What each team is called on the sheet."""


def situation(view: TeamView, names: Names, weeks: int) -> list[str]:
    """Who it is, and what was known. `weeks`: of the whole game."""
    scenario, spoken = view.scenario, language()
    products = listed(scenario.products[name].name.of(spoken) for name in view.seat.products)
    told = [
        _("{team} sells {products} at {place}. It is Monday of week {week} of {weeks}.").format(
            team=names[view.team],
            products=products,
            place=scenario.places[view.seat.place].name.of(spoken),
            week=view.week,
            weeks=weeks,
        )
    ]
    if view.history:
        news = view.history[-1].news
        told.append(_("Last week: {weather}.").format(weather=weather_told(scenario, news)))
    if view.announced:
        events = listed(scenario.events[name].name.of(spoken) for name in view.announced)
        told.append(_("Sure to come this week: {events}.").format(events=events))
    prices = _ingredient_prices(view)
    if prices:
        message = _("Prices of ingredients as last seen, against the usual ones: {prices}.")
        told.append(message.format(prices=", ".join(prices)))
    told.append(_("Nobody knows yet how the week will go."))
    return told


def _ingredient_prices(view: TeamView) -> list[str]:
    """The ingredients of the team's own recipes that are not at their usual price, in per cent."""
    scenario = view.scenario
    used = {item for product in view.seat.products for item in scenario.products[product].recipe}
    found = []
    for item, price in view.prices.items():
        rounded = 10 * half_up(price, 10)
        if item in used and rounded != 1_000:
            found.append(f"{scenario.ingredients[item].name.of(language())} {percent(rounded)}")
    return found


def products_grid(view: TeamView) -> Grid:
    """Each product as the team makes it now: price, cost, margin; and what became of it last."""
    spoken = language()
    last = view.history[-1].products if view.history else {}
    rows = []
    for found in outlook(view, view.sheet.decisions).products:
        counts = last.get(found.product)
        rows.append(
            (
                view.scenario.products[found.product].name.of(spoken),
                grouped(found.price),
                grouped(found.unit_cost),
                grouped(found.margin),
                *(
                    ("-",) * 4
                    if counts is None
                    else map(
                        grouped, (counts.made, counts.sold, counts.lost_stockout, counts.wasted)
                    )
                ),
            )
        )
    headings = (
        _("Price"), _("Ingredients of one"), _("Margin"), _("Made last week"), _("Sold"),
        _("Out of stock"), _("Wasted"),
    )  # fmt: skip
    return Grid((Column(_("Product"), words=True), *map(Column, headings)), rows)


def money_grid(view: TeamView) -> Grid:
    """The till, the costs of a week, and what last week brought."""
    plan = outlook(view, view.sheet.decisions)
    rows = [
        (_("Cash on Monday"), view.cash),
        (_("Fixed costs of a week"), plan.fixed),
        *(
            (label, amount)
            for label, amount in (
                (_("Bills not yet paid"), view.books.payables),
                (_("Cash in the household's purse"), view.purse),
            )
            if amount
        ),
    ]
    if view.history:
        figures = view.history[-1].figures
        rows += [
            (_("Sales of last week"), figures.revenue),
            (_("Net profit of last week"), figures.profit),
            (_("Drawings of last week"), figures.drawings),
        ]
    told = [(label, rupiah(amount)) for label, amount in rows]
    if plan.break_even is not None:
        told.append((_("Break-even, units a week"), grouped(plan.break_even)))
    return Grid((Column(_("Money"), words=True), Column("")), told)


def stock_grid(view: TeamView) -> Grid | None:
    """What lies in the kitchen and on the shelf; None where it is empty."""
    scenario, spoken = view.scenario, language()
    rows = []
    for item, amount in view.stock.items():
        if item in scenario.ingredients:
            ingredient = scenario.ingredients[item]
            name, unit = ingredient.name.of(spoken), unit_name(ingredient.unit)
        else:
            product = scenario.products[item]
            name, unit = product.name.of(spoken), counted_in(product.unit)
        rows.append((name, f"{grouped(amount)} {unit}"))
    return Grid((Column(_("In stock"), words=True), Column("")), rows) if rows else None


def rivals_grid(view: TeamView, names: Names) -> Grid | None:
    """What one sees from across the street of those who sell to the same buyers: prices, and what
    went over the counters; None where nobody does."""
    products, rows = view.scenario.products, []
    needs = {products[name].need for name in view.seat.products}
    for rival in view.rivals:
        for product, price in rival.prices.items():
            if products[product].need in needs:
                sold = rival.sold.get(product)
                rows.append(
                    (
                        names[rival.team],
                        products[product].name.of(language()),
                        grouped(price),
                        "-" if sold is None else grouped(sold),
                    )
                )
    columns = (
        Column(_("Rivals"), words=True), Column(_("Product"), words=True), Column(_("Price")),
        Column(_("Sold last week")),
    )  # fmt: skip
    return Grid(columns, rows) if rows else None
