"""Players of one idea each: what they do badly teaches as much as what they do well."""

from __future__ import annotations

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.planning import (
    batches_for,
    cost_of,
    legal_price,
    relative,
    rival_offers,
    sheet_with,
)
from simpasar.game.view import TeamView
from simpasar.market.chance import Chance, Purpose
from simpasar.scenario.model import DayPlan


def unchanging(view: TeamView) -> DecisionSheet:
    """`diam`: never changes anything."""
    return sheet_with(view, "Seperti minggu lalu.")


def cautious(view: TeamView) -> DecisionSheet:
    """`hati-hati`: a little less than was sold, the usual price, no spending."""
    return sheet_with(
        view,
        "Lebih baik habis daripada basi.",
        prices={name: _usual(view, name, 1_000) for name in view.seat.products},
        batches=batches_for(view, 850),
        promotion=0,
        helpers=0,
    )


def price_cutter(view: TeamView) -> DecisionSheet:
    """`banting-harga`: a step below the cheapest rival, down to a tenth above the ingredients."""
    prices = {}
    for name in view.seat.products:
        reference = view.scenario.products[name].reference_price
        rivals = [relative(view, other, r.prices[other]) for r, other in rival_offers(view, name)]
        aim = min([1_000, *rivals]) * reference // 1_000 - view.scenario.rules.price_step
        prices[name] = legal_price(view, name, max(aim, cost_of(view, name) * 11 // 10))
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
    """`ikut-pasar`: the price of whoever sold the most for the same need."""
    prices = dict(view.sheet.decisions.prices)
    for name in view.seat.products:
        offers = rival_offers(view, name)
        if view.history and offers:
            rival, other = max(offers, key=lambda offer: offer[0].sold.get(offer[1], 0))
            prices[name] = _usual(view, name, relative(view, other, rival.prices[other]))
    return sheet_with(
        view, "Ikut harga yang paling laku.", prices=prices, batches=batches_for(view, 1_000)
    )


def overstocker(view: TeamView) -> DecisionSheet:
    """`stok-penuh`: three quarters more than anybody asked for, and full shelves of ingredients."""
    decisions, products = view.sheet.decisions, view.scenario.products
    safety: dict[str, int] = dict.fromkeys(decisions.suppliers, 0)
    for name in view.seat.products:
        for ingredient, amount in products[name].recipe.items():
            safety[ingredient] += 2 * amount
    return sheet_with(
        view,
        "Jangan sampai ada pembeli yang tidak kebagian.",
        batches=batches_for(view, 1_750),
        safety=safety,
    )


def random_player(view: TeamView, chance: Chance) -> DecisionSheet:
    """`acak`: anything the rules allow, drawn anew each week."""
    rules, seat, products = view.scenario.rules, view.seat, view.scenario.products
    index = list(view.scenario.teams).index(view.team)
    count = 4 * len(seat.products) + 8
    draws = iter(chance.words(Purpose.BOT, (count,), view.week, index=index).tolist())

    def below(limit: int) -> int:
        """A number from 0 to `limit` - 1."""
        return int(next(draws)) * limit >> 16

    most = max(1, rules.max_batches // 3)
    return sheet_with(
        view,
        "Dicoba saja.",
        prices={n: _usual(view, n, 500 + below(1_001)) for n in seat.products},
        batches={
            n: DayPlan(weekday=below(most + 1), weekend=below(most + 1)) for n in seat.products
        },
        grades={n: list(products[n].grades)[below(len(products[n].grades))] for n in seat.products},
        promotion=min(below(200) * 1_000, view.cash // 4),
        helpers=below(rules.max_helpers + 1),
        drawings=below(200) * 1_000,
    )


def _usual(view: TeamView, product: str, factor: int) -> int:
    """The legal price nearest to `factor` per mille of the reference price."""
    reference = view.scenario.products[product].reference_price
    return legal_price(view, product, reference * factor // 1_000)
