"""Players of one idea each: what they do badly teaches as much as what they do well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.chancer import random_dealings
from simpasar.game.bots.planning import (
    MOST_KEPT,
    batches_for,
    cost_of,
    day_cost,
    legal_price,
    most_used,
    relative,
    rival_offers,
    sheet_with,
)
from simpasar.game.view import TeamView
from simpasar.market.chance import Chance, Purpose
from simpasar.scenario.model import DayPlan, Seat

Below: TypeAlias = Callable[[int], int]
"""The next draw as a number from 0 to below the one given."""

HALF_HOUR = 30 * 60


def unchanging(view: TeamView) -> DecisionSheet:
    """`diam`: never changes anything."""
    sold = view.history[-1].whole.sold if view.history else None
    return sheet_with(view, "Seperti minggu lalu.", units=sold)


def cautious(view: TeamView) -> DecisionSheet:
    """`hati-hati`: a little less than was sold, the usual price, no spending.

    A day's ingredients leave two weeks' fixed costs in the till; one batch is always made, for
    who makes nothing earns nothing.
    """
    batches = batches_for(view, 850)
    spare = max(0, view.cash - 2 * (view.seat.rent + view.seat.overhead))
    cost = day_cost(view, batches)
    if cost > spare:
        batches = batches_for(view, 850 * spare // cost)
    return sheet_with(
        view,
        "Lebih baik habis daripada basi.",
        prices={name: _usual(view, name, 1_000) for name in view.seat.products},
        batches=batches,
        safety={name: amount // 2 for name, amount in most_used(view).items()},
        promotion=0,
        helpers=0,
    )


def price_cutter(view: TeamView) -> DecisionSheet:
    """`banting-harga`: a step below the cheapest rival, down to a tenth above the ingredients."""
    prices, step = {}, view.scenario.rules.price_step
    for name in view.seat.products:
        reference = view.scenario.products[name].reference_price
        rivals = [relative(view, other, r.prices[other]) for r, other in rival_offers(view, name)]
        aim = min([1_000, *rivals]) * reference // 1_000 - step
        # In whole steps already: the nearest legal price must not fall below the floor.
        floor = -(-cost_of(view, name) * 11 // (10 * step)) * step
        prices[name] = legal_price(view, name, max(aim, floor))
    return sheet_with(
        view, "Yang termurah yang paling laku.", prices=prices, batches=batches_for(view, 1_100)
    )


def quality_first(view: TeamView) -> DecisionSheet:
    """`mutu`: the best grade there is, at a tenth above the usual price."""
    products = view.scenario.products
    best = {
        name: max(products[name].grades, key=lambda grade: products[name].grades[grade].quality)
        for name in view.seat.products
    }
    unlocked = "quality" in view.unlocked
    return sheet_with(
        view,
        "Mutu bagus, pelanggan kembali.",
        grades=best,
        prices={
            name: _usual(view, name, 1_120 if unlocked else 1_000) for name in view.seat.products
        },
        batches=batches_for(view, 1_000),
    )


def follower(view: TeamView) -> DecisionSheet:
    """`ikut-pasar`: the price, and the grade if it has it, of who sold most for the same need."""
    prices, grades = dict(view.sheet.decisions.prices), dict(view.sheet.decisions.grades)
    for name in view.seat.products:
        offers = rival_offers(view, name)
        if view.history and offers:
            rival, other = max(offers, key=lambda offer: offer[0].sold.get(offer[1], 0))
            prices[name] = _usual(view, name, relative(view, other, rival.prices[other]))
            if rival.grades[other] in view.scenario.products[name].grades:
                grades[name] = rival.grades[other]
    return sheet_with(
        view,
        "Ikut harga yang paling laku.",
        prices=prices,
        grades=grades,
        batches=batches_for(view, 1_000),
    )


def overstocker(view: TeamView) -> DecisionSheet:
    """`stok-penuh`: three quarters more than anybody asked for, and full shelves of ingredients."""
    products = view.scenario.products
    safety: dict[str, int] = dict.fromkeys(view.sheet.decisions.suppliers, 0)
    for name in view.seat.products:
        for ingredient, amount in products[name].recipe.items():
            safety[ingredient] = min(MOST_KEPT, safety[ingredient] + 2 * amount)
    return sheet_with(
        view,
        "Jangan sampai ada pembeli yang tidak kebagian.",
        batches=batches_for(view, 1_750),
        safety=safety,
    )


def random_player(view: TeamView, chance: Chance) -> DecisionSheet:
    """`acak`: anything the rules allow, drawn anew each week."""
    rules, seat, products = view.scenario.rules, view.seat, view.scenario.products
    below = _draws(view, chance, 4 * len(seat.products) + 2 * len(view.sheet.decisions.suppliers))
    most = max(1, rules.max_batches // 3)
    changes: dict[str, Any] = {
        "prices": {n: _usual(view, n, 500 + below(1_001)) for n in seat.products},
        "batches": {
            n: DayPlan(weekday=below(most + 1), weekend=below(most + 1)) for n in seat.products
        },
        "grades": {
            n: list(products[n].grades)[below(len(products[n].grades))] for n in seat.products
        },
        "promotion": min(below(200) * 1_000, view.cash // 4),
        "helpers": below(rules.max_helpers + 1),
        "drawings": below(200) * 1_000,
    }
    changes |= _random_purchases(view, below)
    changes |= _random_hours(seat, below)
    promotion = view.sheet.decisions.promotion
    if "promotion" in view.unlocked:
        promotion = changes["promotion"]
    bought = _random_equipment(view, view.cash - promotion, below)
    changes["buy_equipment"] = bought
    if "equipment" in view.unlocked:
        promotion += sum(view.scenario.equipment[name].price for name in bought)
    changes |= random_dealings(view, view.cash - promotion, chance)
    return sheet_with(view, "Dicoba saja.", **changes)


def _draws(view: TeamView, chance: Chance, many: int) -> Below:
    """This seat's draws of the week: `many`, and eight more for what every seat has once."""
    index = list(view.scenario.teams).index(view.team)
    words = chance.words(Purpose.BOT, (many + 8,), view.week, index=index)
    draws = iter(words.tolist())

    def below(limit: int) -> int:
        """A number from 0 to `limit` - 1."""
        return int(next(draws)) * limit >> 16

    return below


def _random_purchases(view: TeamView, below: Below) -> dict[str, dict[str, Any]]:
    """Any supplier of each ingredient, and up to two batches of it in store."""
    suppliers, safety = {}, {}
    for ingredient, amount in most_used(view).items():
        sellers = [s for s, seller in view.scenario.suppliers.items() if ingredient in seller.goods]
        suppliers[ingredient] = sellers[below(len(sellers))]
        safety[ingredient] = min(MOST_KEPT, below(2 * amount + 1))
    return {"suppliers": suppliers, "safety": safety}


def _random_hours(seat: Seat, below: Below) -> dict[str, int]:
    """Any half hours from the earliest to the latest; no change where there is no half hour."""
    halves = (seat.latest - seat.earliest) // HALF_HOUR
    if halves < 1:
        return {}
    opens = below(halves)
    closes = opens + 1 + below(halves - opens)
    return {
        "opens": seat.earliest + opens * HALF_HOUR,
        "closes": seat.earliest + closes * HALF_HOUR,
    }


def _random_equipment(view: TeamView, cash: int, below: Below) -> dict[str, int]:
    """Nothing, or one of the pieces that `cash` buys."""
    pieces = [name for name, piece in view.scenario.equipment.items() if piece.price <= cash]
    choice = below(len(pieces) + 1)
    return {pieces[choice - 1]: 1} if choice else {}


def _usual(view: TeamView, product: str, factor: int) -> int:
    """The legal price nearest to `factor` per mille of the reference price."""
    reference = view.scenario.products[product].reference_price
    return legal_price(view, product, reference * factor // 1_000)
