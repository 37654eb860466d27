"""What pays a decent player in its neighbourhood: the part of `par` beyond the stall.

Every door is weighed by what it is expected to bring until the season's end against its cost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpasar.firm.loans import paid_out, settlement
from simpasar.game.bots.neighbours import (
    Plans,
    cheapest_goods,
    hours_to_hire,
    knocks,
    may_take_part,
    membership,
    others_pledged,
    outside_cost,
    pool_cost,
    weekly_packs,
    within,
)
from simpasar.game.view import LoanDoor, TeamView
from simpasar.market.news import day_date
from simpasar.scenario.community import Commitments, Contract, Programme
from simpasar.scenario.events import InspectionEvent
from simpasar.scenario.model import DayPlan

_DEAREST_LOAN = 2_000
"""What a loan may truly cost a month, in parts of 100,000."""
_WORTH_IT = 1_300
"""What a programme must bring, of what it costs: per mille."""

Amounts = Mapping[str, int]
"""Rupiah or units of each product."""


def dealings(
    view: TeamView, plans: Plans, prices: Amounts, costs: Amounts, cash: int
) -> dict[str, Any]:
    """Changes to the sheet: cooperative, programmes, orders, loans paid off. `cash`: rupiah that
    equipment and promotion leave on Monday."""
    changes: dict[str, Any] = {}
    spare = cash - view.seat.rent - view.seat.overhead
    if "cooperative" in view.unlocked:
        changes["cooperative"] = _cooperative(view, plans, prices, costs, max(0, spare) // 2)
        if not view.standing.member and changes["cooperative"].member and view.standing.admitted:
            rules = view.scenario.cooperative
            spare -= rules.principal if rules else 0
        spare -= changes["cooperative"].promotion
    if "programmes" in view.unlocked:
        changes["programmes"] = _programmes(view, prices, costs, max(0, spare) // 3)
    if "contracts" in view.unlocked:
        changes["contracts"] = _contracts(view, costs)
    if "finance" in view.unlocked:
        changes["settle"] = _settled(view, max(0, spare) // 4)
    return changes


def weeks_left(view: TeamView, lead: int = 0) -> int:
    """Weeks of the season from the coming one on, less the first `lead`."""
    return max(0, view.scenario.weeks - view.week + 1 - lead)


def _gross(view: TeamView, prices: Amounts, costs: Amounts, need: str | None = None) -> int:
    """Last week's units at the coming margins: of all products, or of those for a need."""
    if not view.history:
        return 0
    products = view.scenario.products
    return sum(
        (prices[name] - costs[name]) * counts.sold
        for name, counts in view.history[-1].products.items()
        if need is None or products[name].need == need
    )


# -- the cooperative ------------------------------------------------------------------------


def _cooperative(
    view: TeamView, plans: Plans, prices: Amounts, costs: Amounts, spare: int
) -> Commitments:
    """Be a member where the joint purchase saves money or the shared equipment is needed; stay."""
    packs = _saving_packs(view, plans, spare)
    needed = packs or hours_to_hire(view, plans) or view.standing.member
    if needed and may_take_part(view, spare):
        given = _contribution(view, prices, costs, spare // 2)
        return membership(view, plans, packs, given, cheapest_goods)
    if needed and knocks(view):
        return Commitments(member=True)
    return Commitments(member=view.standing.member)


def _saving_packs(view: TeamView, plans: Plans, spare: int) -> dict[str, int]:
    """The pledge that saves money if the others pledge as they did last week; none, where none
    does, for the lorry costs the same for few packs."""
    others = others_pledged(view)
    packs = weekly_packs(view, plans)
    for item in list(packs):
        rest = {other: count for other, count in packs.items() if other != item}
        extra = pool_cost(view, packs, others) - (pool_cost(view, rest, others) if rest else 0)
        if rest and extra > outside_cost(view, {item: packs[item]}):
            packs = rest
    packs = within(view, packs, spare)
    saves = packs and outside_cost(view, packs) > pool_cost(view, packs, others)
    return packs if saves else {}


def _contribution(view: TeamView, prices: Amounts, costs: Amounts, spare: int) -> int:
    """What to give to the joint promotion: as long as it brings more to this stall alone."""
    rules = view.scenario.cooperative
    promotion = rules.promotion if rules else None
    if promotion is None or not view.history:
        return 0
    last = view.cooperative.last if view.cooperative else None
    others = (
        sum(given for team, given in last.contributed.items() if team != view.team) if last else 0
    )
    gross = _gross(view, prices, costs, promotion.need)

    def gain(given: int) -> int:
        def lift(total: int) -> int:
            return promotion.lift * total // (total + promotion.half)

        return gross * (lift(others + given) - lift(others)) // 1_000 - given

    choices = [part * promotion.half // 10 // 1_000 * 1_000 for part in range(6)]
    return max((c for c in choices if c <= spare), key=lambda c: (gain(c), -c), default=0)


# -- programmes -----------------------------------------------------------------------------


def _programmes(view: TeamView, prices: Amounts, costs: Amounts, spare: int) -> tuple[str, ...]:
    """Those that bring more than they cost, and what must be finished before them.

    Before the market has been seen, those that cost nothing.
    """
    offers = view.scenario.programmes
    if not view.history:
        return tuple(d.id for d in view.programmes if d.open and not offers[d.id].cost)
    worth = {name: _worth(view, name, prices, costs) for name in offers}
    for _ in offers:  # what opens a door is worth what lies behind it
        for name, offer in offers.items():
            behind = worth[name] - offer.cost
            for before in offer.requires.programmes:
                worth[before] = max(worth[before], behind + offers[before].cost)
    for contract in view.scenario.contracts.values():
        if contract.product in view.seat.products and view.week <= max(contract.weeks):
            for before in contract.requires.programmes:
                worth[before] += contract.units * max(0, contract.price - costs[contract.product])
    chosen = []
    for door in view.programmes:
        cost = offers[door.id].cost
        if door.open and worth[door.id] * 1_000 > cost * _WORTH_IT and cost <= spare:
            chosen.append(door.id)
            spare -= cost
    return tuple(chosen)


def _worth(view: TeamView, name: str, prices: Amounts, costs: Amounts) -> int:
    """Rupiah that a programme is expected to bring until the season's end."""
    programme = view.scenario.programmes[name]
    left = weeks_left(view, programme.lead_weeks)
    if not left:
        return 0
    last = view.history[-1]
    gross = _gross(view, prices, costs)
    reached = (1_000 - last.awareness) * programme.reach // max(1, last.awareness)
    worth = programme.grant + gross * min(left, 3) * reached // 2_000
    worth += left * _skill(view, programme, costs)
    worth += _booths(view, programme, gross)
    return worth + _fines(view, name, gross)


def _skill(view: TeamView, programme: Programme, costs: Amounts) -> int:
    """Rupiah a week: ingredients saved, and half of what better goods are worth to buyers."""
    skill, market = programme.skill, view.scenario.market
    if skill is None:
        return 0
    saved = 0
    for product, counts in view.history[-1].products.items():
        if not skill.products or product in skill.products:
            reference = view.scenario.products[product].reference_price
            better = skill.quality * reference // max(1, market.price_weight) // 2
            thrift = costs[product] * (1_000 - skill.recipe) // 1_000
            saved += counts.sold * (better + thrift)
    return saved


def _booths(view: TeamView, programme: Programme, gross: int) -> int:
    """Rupiah of the bazaar days to come: a day's margin for each thousand milli-utils."""
    scenario, worth = view.scenario, 0
    for event, bonus in programme.booths.items():
        when = scenario.events[event].when
        for week in range(view.week + programme.lead_weeks, scenario.weeks + 1):
            days = sum(
                when.covers(day_date(scenario, week, day), week) for day in range(scenario.days)
            )
            worth += gross // scenario.days * days * bonus // 1_000 * when.chance // 1_000
    return worth


def _fines(view: TeamView, name: str, gross: int) -> int:
    """Rupiah of fines and closed days that a permit is expected to spare."""
    scenario, seat, spared = view.scenario, view.seat, 0
    for event in scenario.events.values():
        if not isinstance(event, InspectionEvent) or name not in event.permits:
            continue
        if event.places and seat.place not in event.places:
            continue
        if event.products and set(event.products).isdisjoint(seat.products):
            continue
        loss = event.fine + (gross // scenario.days if event.closes else 0)
        lead = scenario.programmes[name].lead_weeks
        for week in range(view.week + lead, scenario.weeks + 1):
            days = range(scenario.days)
            hit = any(event.when.covers(day_date(scenario, week, day), week) for day in days)
            spared += loss * event.when.chance // 1_000 if hit else 0
    return spared


# -- big orders -----------------------------------------------------------------------------


def _contracts(view: TeamView, costs: Amounts) -> tuple[str, ...]:
    """Orders that pay a fifth more than the ingredients and can be made in time."""
    offers = view.scenario.contracts
    return tuple(
        door.id
        for door in view.contracts
        if door.open
        and offers[door.id].price * 10 > costs[offers[door.id].product] * 12
        and _can_be_made(view, offers[door.id])
    )


def _can_be_made(view: TeamView, order: Contract) -> bool:
    """Whether three batches a day, on the days that count, would fill the order."""
    days = sum(
        len(_making_days(view, order, week)) for week in range(view.week, order.due_week + 1)
    )
    batch = view.scenario.products[order.product].batch
    return -(-order.units // batch) <= 3 * days


def _making_days(view: TeamView, order: Contract, week: int) -> range:
    """The days of a week whose batches are still good when the order is due."""
    made = view.scenario.products[order.product]
    due = 7 * (order.due_week - week) + order.due_day - 1
    ready = 1 if order.hour <= view.seat.kitchen_opens + made.work_minutes * 60 else 0
    rest = -(-made.rest_minutes // 1_440)
    last = min(view.scenario.days - 1, due - ready - rest)
    first = max(0, due - (made.shelf_life_hours - 12) // 24)
    return range(first, last + 1)


def with_orders(view: TeamView, plans: dict[str, DayPlan]) -> dict[str, DayPlan]:
    """Plans with the batches of the big orders that are taken and not yet fetched."""
    most = view.scenario.rules.max_batches
    for order in view.orders:
        terms = view.scenario.contracts[order]
        this_week = _making_days(view, terms, view.week)
        later = sum(
            len(_making_days(view, terms, week)) for week in range(view.week, terms.due_week + 1)
        )
        if not this_week or terms.due_week < view.week:
            continue
        left = max(0, terms.units - view.stock.get(terms.product, 0))
        extra = -(-left // (view.scenario.products[terms.product].batch * max(1, later)))
        plan = plans[terms.product]
        weekday = plan.weekday + (extra if this_week[0] < 5 else 0)
        weekend = plan.weekend + (extra if this_week[-1] >= 5 else 0)
        plans[terms.product] = DayPlan(weekday=min(most, weekday), weekend=min(most, weekend))
    return plans


# -- loans ----------------------------------------------------------------------------------


def loan_for(view: TeamView, lacking: int, desperate: bool) -> dict[str, int]:
    """A loan for `lacking` rupiah of working capital, where a lender is cheap; else none.

    `desperate`: without a loan the stall would stand still, so any lender will do, the cheapest
    first.
    """
    if "finance" not in view.unlocked or lacking <= 0 or weeks_left(view) < 2:
        return {}
    dearest = max((door.monthly for door in view.loans), default=0) if desperate else _DEAREST_LOAN
    doors = [door for door in view.loans if door.most and door.monthly <= dearest]
    if not doors:
        return {}
    door: LoanDoor = min(doors, key=lambda door: (door.monthly, door.id))
    offer = view.scenario.loans[door.id]
    amount = -(-max(lacking, offer.smallest) // offer.step) * offer.step
    return {door.id: min(amount, door.most)} if amount >= offer.smallest else {}


def borrowed(view: TeamView, loans: Mapping[str, int]) -> int:
    """Rupiah that outside lenders will pay out."""
    offers = view.scenario.loans
    return sum(
        paid_out(offers[name], amount)
        for name, amount in loans.items()
        if not offers[name].from_savings
    )


def _settled(view: TeamView, spare: int) -> tuple[str, ...]:
    """Dear loans that can be paid off easily."""
    chosen = []
    for door in view.loans:
        debt = view.standing.debts.get(door.id)
        if debt is None or door.monthly <= _DEAREST_LOAN:
            continue
        price = settlement(view.scenario.loans[door.id], debt)
        if price <= spare:
            chosen.append(door.id)
            spare -= price
    return tuple(chosen)
