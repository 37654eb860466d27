"""What bots do beyond their stall: pledge, hire, vote, enter programmes, take orders, borrow."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simpasar.firm.commitments import commitment_cost
from simpasar.game.view import TeamView
from simpasar.market.news import market_price
from simpasar.market.pool import tier
from simpasar.money import split
from simpasar.scenario.community import (
    AdmissionBallot,
    Ballot,
    Commitments,
    JointPurchase,
    MarginBallot,
    OwnProductBallot,
    SurplusBallot,
)
from simpasar.scenario.model import DayPlan

Plans = Mapping[str, DayPlan]
Packs = dict[str, int]


def may_take_part(view: TeamView, spare: int) -> bool:
    """Whether a team is a member or can become one on Monday with `spare` rupiah."""
    rules = view.scenario.cooperative
    if rules is None or "cooperative" not in view.unlocked:
        return False
    return view.standing.member or (view.standing.admitted and rules.principal <= spare)


def knocks(view: TeamView) -> bool:
    """Whether a team that wants in must still ask to be admitted."""
    there = view.scenario.cooperative is not None and "cooperative" in view.unlocked
    return there and not view.standing.member and not view.standing.admitted


# -- the joint purchase ---------------------------------------------------------------------


def weekly_packs(view: TeamView, plans: Plans) -> Packs:
    """Whole packs of each pooled ingredient that the week's plan uses before they would spoil,
    less what is at hand."""
    rules = view.scenario.cooperative
    purchase = rules.purchase if rules else None
    if purchase is None:
        return {}
    packs = {}
    for item, good in purchase.goods.items():
        life = view.scenario.ingredients[item].shelf_life_days
        first = purchase.delivery_day - 1
        days = range(first, min(view.scenario.days, first + life))
        use = sum(_use(view, plans, item, day) for day in days)
        packs[item] = max(0, use - view.stock.get(item, 0)) // good.amount
    return {item: count for item, count in packs.items() if count}


def _use(view: TeamView, plans: Plans, ingredient: str, day: int) -> int:
    """Base units of an ingredient that a day's batches take at the present grades."""
    grades, products = view.sheet.decisions.grades, view.scenario.products
    return sum(
        plan.on(day)
        * products[name].recipe.get(ingredient, 0)
        * products[name].grades[grades[name]].recipe
        // 1_000
        for name, plan in plans.items()
    )


def pool_cost(view: TeamView, packs: Packs, others: Packs) -> int:
    """Rupiah that `packs` would cost together with the others', the lorry's share included."""
    together = view.cooperative
    purchase = _purchase(view)
    prices = {}
    for item in {**packs, **others}:
        good = purchase.goods[item]
        index = 1_000 if purchase.fixed_price else view.prices[item]
        total = packs.get(item, 0) + others.get(item, 0)
        cost = market_price(good.price, index * tier(good, total) // 1_000)
        prices[item] = cost * (1_000 + (together.margin if together else 0)) // 1_000
    mine = sum(count * prices[item] for item, count in packs.items())
    theirs = sum(count * prices[item] for item, count in others.items())
    return mine + split(purchase.delivery_fee, [mine, theirs])[0]


def outside_cost(view: TeamView, packs: Packs) -> int:
    """Rupiah of the same goods from the team's own suppliers, at last week's prices."""
    purchase, cost = _purchase(view), 0
    for item, count in packs.items():
        supplier = view.sheet.decisions.suppliers.get(item)
        if supplier is not None:
            pack = view.scenario.suppliers[supplier].goods[item]
            wanted = count * purchase.goods[item].amount
            cost += pack.price * view.prices[item] * wanted // (pack.amount * 1_000)
    return cost


def others_pledged(view: TeamView) -> Packs:
    """What the other members had pledged, and paid, last week."""
    last = view.cooperative.last if view.cooperative else None
    packs: Packs = {}
    if last is None:
        return packs
    for team, pledged in last.pledged.items():
        if team != view.team and team not in last.unpaid:
            for item, count in pledged.items():
                packs[item] = packs.get(item, 0) + count
    return packs


def _purchase(view: TeamView) -> JointPurchase:
    rules = view.scenario.cooperative
    assert rules is not None
    assert rules.purchase is not None
    return rules.purchase


def within(view: TeamView, packs: Packs, spare: int) -> Packs:
    """Packs cut down until they cost no more than `spare`."""
    while packs and pool_cost(view, packs, {}) > spare:
        packs = {item: count * 3 // 4 for item, count in packs.items() if count * 3 // 4}
    return packs


# -- shared equipment and votes -------------------------------------------------------------


def hours_to_hire(view: TeamView, plans: Plans) -> dict[str, int]:
    """Hours of shared pieces that the week's plan takes, where the team owns none."""
    rules = view.scenario.cooperative
    hours: dict[str, int] = {}
    for name, plan in plans.items():
        product = view.scenario.products[name]
        item = product.equipment
        if rules and item in rules.equipment and not view.books.equipment.get(item):
            batches = sum(plan.on(day) for day in range(view.scenario.days))
            hours[item] = hours.get(item, 0) + batches * -(-product.work_minutes // 60)
    return {item: min(168, wanted) for item, wanted in hours.items() if wanted}


def cheapest_goods(ballot: Ballot) -> str:
    """The vote of a member who looks to herself: a low margin, much to hand out, no new rules."""
    match ballot:
        case MarginBallot(options=margins):
            return min(margins, key=lambda option: margins[option])
        case SurplusBallot(options=splits):
            return max(splits, key=lambda o: splits[o].capital + splits[o].patronage)
        case AdmissionBallot(options=doors):
            return max(doors, key=lambda option: doors[option] == "open")
        case OwnProductBallot(options=rules):
            return min(rules, key=lambda option: rules[option])


def strong_cooperative(ballot: Ballot) -> str:
    """The vote of a member who looks to all: a margin that makes a reserve, shares by trade."""
    match ballot:
        case MarginBallot(options=margins):
            return max(margins, key=lambda option: margins[option])
        case SurplusBallot(options=splits):
            return max(splits, key=lambda o: splits[o].reserve + splits[o].patronage)
        case AdmissionBallot() | OwnProductBallot():
            return cheapest_goods(ballot)


def votes(view: TeamView, choose: Callable[[Ballot], str]) -> dict[str, str]:
    """A vote on each ballot of the week."""
    rules = view.scenario.cooperative
    ballots = rules.ballots if rules else {}
    return {name: choose(ballot) for name, ballot in ballots.items() if ballot.week == view.week}


def membership(
    view: TeamView,
    plans: Plans,
    packs: Packs,
    contribution: int,
    choose: Callable[[Ballot], str],
) -> Commitments:
    """A member's week: pledges, hours, votes, everybody let in. Joining, where she is not in."""
    return Commitments(
        member=True,
        pledges=packs,
        promotion=contribution,
        hire_hours=hours_to_hire(view, plans),
        votes=votes(view, choose) if view.standing.member else {},
        admit=dict.fromkeys(view.standing.applicants, True) if view.standing.member else {},
    )


# -- programmes and orders ------------------------------------------------------------------


def cheap_programmes(view: TeamView, spare: int) -> tuple[str, ...]:
    """Programmes that are open and cost little: at most a twentieth of what is to spend, each."""
    programmes = view.scenario.programmes
    return tuple(
        door.id for door in view.programmes if door.open and programmes[door.id].cost <= spare // 20
    )


def spare_cash(view: TeamView) -> int:
    """Rupiah on Monday beyond what last week's sheet would spend again."""
    now = view.sheet.carried().decisions
    return view.cash - now.promotion - commitment_cost(view.scenario, now, view.standing)
