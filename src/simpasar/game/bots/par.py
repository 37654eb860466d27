"""par/2: a decent adaptive player, the yardstick of reviews.

It forecasts its own demand from what it sold and what it was asked for, brought to the coming
week's weather and events; makes the number of batches with the best expected profit (the
newsvendor's choice, over the demands it has seen); begins with the usual price and marks up by the
elasticity it observes (price = cost * e / (e + 1), Lerner 1934); and keeps a floor of cash. Whole
numbers throughout.
"""

from __future__ import annotations

from simpasar.firm.costing import unit_cost
from simpasar.firm.legality import monday_cost
from simpasar.firm.sheet import DecisionSheet, Forecast
from simpasar.firm.standing import NEWCOMER
from simpasar.game.bots import pays
from simpasar.game.bots.demand import demands_of, fair_demand
from simpasar.game.bots.growth import (
    fixed_costs,
    hands_to_hire,
    pieces_to_buy,
    promotion_worth,
    scarce,
)
from simpasar.game.bots.planning import MOST_CASH, MOST_UNITS, legal_price, ours_only
from simpasar.game.view import TeamView
from simpasar.scenario.model import DayPlan, Product

VERSION = "par/2"

_USUAL_ELASTICITY = -2_300
"""Own-price elasticity where nothing was seen, per mille: the flattest with which `par` keeps the
gross margin of a small food seller (25 to 45 %); it gains more so than with a steeper one."""
_STEEPEST, _FLATTEST = -4_000, -1_800
_LARGEST_STEP = 50
"""A price moves by at most this share in a week: per mille."""
_POOR_WEEK, _POOR_FIRST_WEEK = 800, 600
"""What of the expected takings it reckons with before it promises the family anything: per mille,
when it has seen the market, and when it has not."""
_REASON_TO_CHANGE = 1_400
"""What another grade must bring, of what it takes: per mille."""


def par(view: TeamView) -> DecisionSheet:
    """The sheet of a decent player."""
    decisions = view.sheet.carried().decisions
    changes: dict[str, object] = {}
    if "quality" in view.unlocked:
        changes["grades"] = {name: best_grade(view, name) for name in view.seat.products}
    grades = changes.get("grades", decisions.grades)
    assert isinstance(grades, dict)
    costs = {
        name: unit_cost(view.scenario, name, grades[name], decisions.suppliers, view.prices)
        for name in view.seat.products
    }
    prices = decisions.prices
    if "price" in view.unlocked:
        prices = {
            name: _price(view, name, grades[name], costs[name]) for name in view.seat.products
        }
        changes["prices"] = prices
    demands = {name: demands_of(view, name) for name in view.seat.products}
    plans = decisions.batches
    if "production" in view.unlocked and view.history:
        plans = {
            name: _plan(view, name, prices[name], costs[name], demands[name])
            for name in view.seat.products
        }
        plans = ours_only(view, pays.with_orders(view, plans))
        wanted = _day_cost(view, plans, costs) + fixed_costs(view)
        loan = pays.loan_for(view, wanted - view.cash, desperate=view.cash <= fixed_costs(view))
        if loan:
            changes["borrow"] = loan
        plans = _affordable(view, plans, costs, view.cash + pays.borrowed(view, loan))
        changes["batches"] = plans
    if "promotion" in view.unlocked:
        changes["promotion"] = promotion_worth(view, prices, costs)
    if "equipment" in view.unlocked and view.history:
        changes["buy_equipment"] = pieces_to_buy(view, prices, costs)
    if "staff" in view.unlocked:
        changes["helpers"] = hands_to_hire(view, prices, costs)
    left = view.cash - monday_cost(view.scenario, decisions.model_copy(update=changes), NEWCOMER)
    changes |= pays.dealings(view, plans, prices, costs, left)
    units = _expected_sales(view, plans, demands)
    profit = sum((prices[name] - costs[name]) * count for name, count in units.items())
    fixed = view.seat.rent + view.seat.overhead
    if "household" in view.unlocked and view.seat.household:
        takings = sum(prices[name] * count for name, count in units.items())
        takings = takings * (_POOR_WEEK if view.history else _POOR_FIRST_WEEK) // 1_000
        expected = left - fixed + takings - _week_cost(view, plans, costs)
        changes["drawings"] = _drawings(view, expected - _day_cost(view, plans, costs) // 2 - fixed)
    return DecisionSheet(
        decisions=decisions.model_copy(update=changes),
        forecast=Forecast(
            units=min(sum(units.values()), MOST_UNITS),
            cash=min(max(0, view.cash + profit - fixed), MOST_CASH),
        ),
        reason="Adonan menurut permintaan, harga menurut biaya dan reaksi pembeli.",
    )


# -- quality and price --------------------------------------------------------------------


def best_grade(view: TeamView, product: str) -> str:
    """The grade whose worth to buyers, in rupiah, most exceeds what it costs.

    A change must bring a good deal more than it takes: prices follow a better grade only in small
    steps, and what is thrown away grows dearer at once. Of what the kitchen cannot make more of,
    a better one is worth what it brings.
    """
    made = view.scenario.products[product]
    suppliers = view.sheet.decisions.suppliers
    reason = 1_000 if view.history and scarce(view, product) else _REASON_TO_CHANGE

    def worth(grade: str) -> int:
        return _worth_of_quality(view, product, grade)

    def cost(grade: str) -> int:
        return unit_cost(view.scenario, product, grade, suppliers, view.prices)

    current = view.sheet.decisions.grades[product]
    best = max(made.grades, key=lambda grade: worth(grade) - cost(grade))
    more_worth, more_cost = worth(best) - worth(current), cost(best) - cost(current)
    brings, takes = (more_worth, more_cost) if more_cost > 0 else (-more_cost, -more_worth)
    return best if brings * 1_000 > takes * reason else current


def _worth_of_quality(view: TeamView, product: str, grade: str) -> int:
    """Rupiah by which the price of a grade may differ for buyers to like it as the usual one."""
    made, market = view.scenario.products[product], view.scenario.market
    return made.grades[grade].quality * made.reference_price // max(1, market.price_weight)


def _price(view: TeamView, product: str, grade: str, cost: int) -> int:
    """In the first week the usual price, as nothing is known of buyers yet; then a step from the
    present price towards the best mark-up, within the rules."""
    made, rules = view.scenario.products[product], view.scenario.rules
    now = view.sheet.decisions.prices[product]
    if not view.history:
        usual = made.reference_price + _worth_of_quality(view, product, grade)
        return legal_price(view, product, max(usual, cost))
    elasticity = _elasticity(view, product)
    goal = cost * elasticity // (elasticity + 1_000)
    step = max(rules.price_step, now * _LARGEST_STEP // 1_000)
    if scarce(view, product):
        step *= 2
        usual = made.reference_price + _worth_of_quality(view, product, grade)
        goal = max(goal, min(now + step, usual * 21 // 20))
    wanted = min(max(goal, now - step), now + step)
    low = -(-made.reference_price * rules.price_low // 1_000)
    high = made.reference_price * rules.price_high // 1_000
    whole = round_half_up(min(max(wanted, low), high), rules.price_step)
    return whole if low <= whole <= high else now


def round_half_up(amount: int, step: int) -> int:
    """`amount` in whole steps."""
    return (2 * amount + step) // (2 * step) * step


def _elasticity(view: TeamView, product: str) -> int:
    """Own-price elasticity, per mille: the usual one, moved a quarter of the way to the observed.

    Observed: the arc elasticity between the two latest weeks with different prices, of demand
    brought to fair weather.
    """
    weeks = [
        (week.decisions.prices[product], sum(fair_demand(view, week, product)))
        for week in view.history
    ]
    later = weeks[-1]
    earlier = next((week for week in reversed(weeks) if week[0] != later[0]), None)
    if earlier is None or not later[1] or not earlier[1]:
        return _USUAL_ELASTICITY
    price, demand = later[0] - earlier[0], later[1] - earlier[1]
    arc = 1_000 * demand * (later[0] + earlier[0]) // ((later[1] + earlier[1]) * price)
    return (3 * _USUAL_ELASTICITY + min(max(arc, _STEEPEST), _FLATTEST)) // 4


# -- production ---------------------------------------------------------------------------


def _plan(
    view: TeamView, product: str, price: int, cost: int, demands: dict[bool, list[tuple[int, int]]]
) -> DayPlan:
    """The batches with the best expected profit on a weekday and on a weekend day."""
    present = view.sheet.decisions.batches[product]
    weekday = _batches(view, product, price, cost, demands[False])
    weekend = _batches(view, product, price, cost, demands[True])
    return DayPlan(
        weekday=present.weekday if weekday is None else weekday,
        weekend=present.weekend if weekend is None else weekend,
    )


def _batches(
    view: TeamView, product: str, price: int, cost: int, demands: list[tuple[int, int]]
) -> int | None:
    """The number of batches a day with the best expected profit; None where nothing was seen."""
    if not demands:
        return None
    made = view.scenario.products[product]
    keeps = made.made == "to_order" or made.shelf_life_hours >= 7 * 24
    # Goods that keep are as good as money only to who has money left.
    kept = 9 if view.cash > 3 * (fixed_costs(view) + _weekly_need(view)) else 7
    salvage = cost * kept // 10 if keeps else _salvage(made, cost)
    days = max(1, view.scenario.days)
    left_over = view.stock.get(product, 0) // days if keeps else 0

    def profit(batches: int) -> int:
        units = batches * made.batch + left_over
        return sum(
            weight * (price * min(asked, units) + salvage * max(0, units - asked) - cost * units)
            for asked, weight in demands
        )

    most = view.scenario.rules.max_batches
    if price < salvage:  # what is left over is worth more than what is sold: no bend to look for
        return max(range(most + 1), key=lambda b: (profit(b), -b))
    # Concave in the number of batches: the first that the next does not better is the best.
    best, reached = 0, profit(0)
    while best < most and (further := profit(best + 1)) > reached:
        best, reached = best + 1, further
    return best


def _salvage(made: Product, cost: int) -> int:
    """What a unit left over is worth the next day: the longer it keeps, the likelier it is sold."""
    if made.shelf_life_hours < 44:
        return 0
    return cost // 2 if made.shelf_life_hours >= 72 else cost // 4


def _day_cost(view: TeamView, plans: dict[str, DayPlan], costs: dict[str, int]) -> int:
    """Rupiah of ingredients of the dearer of a weekday's and a weekend day's batches."""
    products = view.scenario.products
    return sum(
        max(plan.weekday, plan.weekend) * products[name].batch * costs[name]
        for name, plan in plans.items()
    )


def _week_cost(view: TeamView, plans: dict[str, DayPlan], costs: dict[str, int]) -> int:
    """Rupiah of ingredients of the week's batches."""
    products = view.scenario.products
    return sum(
        plan.on(day) * products[name].batch * costs[name]
        for name, plan in plans.items()
        for day in range(view.scenario.days)
    )


def _affordable(
    view: TeamView, plans: dict[str, DayPlan], costs: dict[str, int], cash: int
) -> dict[str, DayPlan]:
    """Plans cut down until a day's ingredients leave the floor of cash."""
    floor = fixed_costs(view)
    while _day_cost(view, plans, costs) + floor > cash and any(
        plan.weekday + plan.weekend for plan in plans.values()
    ):
        plans = {
            name: DayPlan(weekday=plan.weekday * 4 // 5, weekend=plan.weekend * 4 // 5)
            for name, plan in plans.items()
        }
    return plans


def _expected_sales(
    view: TeamView, plans: dict[str, DayPlan], demands: dict[str, dict[bool, list[tuple[int, int]]]]
) -> dict[str, int]:
    """Units of each product the week should sell, for the forecast."""
    expected = {}
    for name, plan in plans.items():
        batch, units = view.scenario.products[name].batch, 0
        for day in range(view.scenario.days):
            made = plan.on(day) * batch
            seen = demands[name][day % 7 >= 5]
            weights = sum(weight for _, weight in seen)
            sold = sum(min(asked, made) * weight for asked, weight in seen)
            units += sold // weights if weights else made
        expected[name] = units
    return expected


# -- the household --------------------------------------------------------------------------


def _weekly_need(view: TeamView) -> int:
    """Rupiah the family lives on in a week."""
    return view.seat.household.weekly_need if view.seat.household else 0


def _drawings(view: TeamView, spare: int) -> int:
    """What the family needs and its purse lacks, as long as Monday's ingredients can be paid."""
    household = view.seat.household
    assert household is not None
    return min(max(0, household.weekly_need - (view.purse or 0)), max(0, spare))
