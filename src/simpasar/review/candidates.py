"""The sheets a decision is measured against: what else could have been done that Monday.

They depend on what the team knew (its view) and on its own sheet, never on how the week went.
"""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.firm.checks import can_submit
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.members import cooperator, free_rider
from simpasar.game.bots.par import par
from simpasar.game.view import TeamView
from simpasar.review.objectives import OBJECTIVES, differing, mixed
from simpasar.scenario.model import DayPlan, Decisions

PRICE_STEPS = (800, 900, 1_100, 1_250)
"""Per mille of a price: some of these changes pay under an elasticity from -1.5 to -4."""
BATCH_STEPS = (700, 850, 1_150, 1_400)
FEW_PRICE_STEPS, FEW_BATCH_STEPS = (850, 1_200), (750, 1_300)


def candidates(
    view: TeamView, sheet: DecisionSheet, few: bool = False
) -> tuple[DecisionSheet, ...]:
    """All legal sheets that differ from `sheet` and from each other, par's first; or a `few`: as
    par would decide, wholly or in one thing, and prices and batches moved."""
    found: list[Decisions] = []
    for decisions in _thought_of(view, sheet.decisions, few):
        if decisions != sheet.decisions and decisions not in found:
            found.append(decisions)
    sheets = (DecisionSheet(decisions=decisions) for decisions in found)
    return tuple(each for each in sheets if _legal(view, each))


def _thought_of(view: TeamView, own: Decisions, few: bool) -> Iterator[Decisions]:
    decent = par(view).decisions
    yield decent
    for objective in OBJECTIVES:  # one thing done as par would, and all but one
        yield mixed(own, decent, {objective})
        if not few:
            yield mixed(decent, own, {objective})
    if "cooperative" in view.unlocked and not few:
        for other in (cooperator(view), free_rider(view)):
            yield own.model_copy(update={"cooperative": other.decisions.cooperative})
    for base in (decent, own) if differing(decent, own) and not few else (own,):
        # A few are moved from where par would have them, whatever was played: so the best of them
        # stays the best when it is played.
        if "price" in view.unlocked:
            yield from _prices(view, mixed(base, decent, {"pricing"}) if few else base, few)
        if "production" in view.unlocked:
            yield from _batches(view, mixed(base, decent, {"production"}) if few else base, few)


def _prices(view: TeamView, base: Decisions, few: bool) -> Iterator[Decisions]:
    """All prices moved, and each alone."""
    for step in FEW_PRICE_STEPS if few else PRICE_STEPS:
        yield _priced(view, base, list(base.prices), step)
    for product in base.prices if len(base.prices) > 1 and not few else ():
        for step in PRICE_STEPS[1:3]:
            yield _priced(view, base, [product], step)


def _priced(view: TeamView, base: Decisions, products: list[str], step: int) -> Decisions:
    rules = view.scenario.rules
    prices = dict(base.prices)
    for product in products:
        usual = view.scenario.products[product].reference_price
        low = -(-usual * rules.price_low // 1_000 // rules.price_step) * rules.price_step
        high = usual * rules.price_high // 1_000 // rules.price_step * rules.price_step
        moved = prices[product] * step // 1_000 // rules.price_step * rules.price_step
        prices[product] = min(max(moved, low), high)
    return base.model_copy(update={"prices": prices})


def _batches(view: TeamView, base: Decisions, few: bool) -> Iterator[Decisions]:
    """All plans moved by a share, by one batch at the least."""
    most = view.scenario.rules.max_batches
    for step in FEW_BATCH_STEPS if few else BATCH_STEPS:
        plans = {
            product: DayPlan(
                weekday=_moved(plan.weekday, step, most), weekend=_moved(plan.weekend, step, most)
            )
            for product, plan in base.batches.items()
        }
        yield base.model_copy(update={"batches": plans})


def _moved(batches: int, step: int, most: int) -> int:
    by = batches * abs(step - 1_000) // 1_000 or 1
    return min(max(batches + (by if step > 1_000 else -by), 0), most)


def _legal(view: TeamView, sheet: DecisionSheet) -> bool:
    return can_submit(
        view.scenario, view.seat, sheet, view.sheet, view.week, view.cash, view.standing
    )
