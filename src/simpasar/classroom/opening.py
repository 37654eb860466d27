"""A stall as a plan would open it on Monday: payments made, loans taken out, orders dated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.firm.legality import monday_cost
from simpasar.firm.loans import Debt, lend, paid_out
from simpasar.game.dealings import dated
from simpasar.game.lending import visits
from simpasar.game.view import TeamView
from simpasar.market.result import StallPlan
from simpasar.scenario.model import DayPlan, Decisions


@dataclass(frozen=True, slots=True)
class Opening:
    """`cash`: rupiah once Monday's payments are made, `owed` what they lack. `debts`: the loans
    that run this week. `member`: of the cooperative, if it lets her in."""

    cash: int
    owed: int
    debts: Mapping[str, Debt]
    member: bool
    plan: StallPlan


def open_plan(view: TeamView, decisions: Decisions) -> Opening:
    """Monday morning as these decisions would have it, in the order of the game's own Monday."""
    standing, ours = view.standing, decisions.cooperative
    debts = _debts(view, decisions)
    cash = view.cash + _grants(view, decisions)
    cash += sum(
        paid_out(view.scenario.loans[name], debt.principal)
        for name, debt in debts.items()
        if debt.week == view.week
    )
    if standing.member:
        cash += min(ours.withdraw, standing.deposits)
        if not ours.member:
            cash += standing.savings + standing.deposits
    spent = monday_cost(view.scenario, decisions, standing) + view.seat.rent + view.seat.overhead
    left = max(0, cash - spent)
    arrears = max(0, view.books.payables - view.books.cash)
    member = ours.member and (standing.member or standing.admitted)
    plan = _stall_plan(view, decisions, left, debts, member)
    return Opening(left, arrears + max(0, spent - cash), debts, member, plan)


def _debts(view: TeamView, decisions: Decisions) -> dict[str, Debt]:
    """The loans not paid off, and those taken out."""
    standing = view.standing.debts
    debts = {name: debt for name, debt in standing.items() if name not in decisions.settle}
    for name, amount in decisions.borrow.items():
        offer = view.scenario.loans.get(name)
        if offer and name not in debts and amount >= offer.smallest:
            debts[name] = lend(offer, name, amount, view.week)
    return debts


def _grants(view: TeamView, decisions: Decisions) -> int:
    """Grants that come this Monday: of programmes entered so many weeks ago."""
    programmes = view.scenario.programmes
    entered = {name: view.week for name in decisions.programmes if name in programmes}
    for past in view.history:
        for name in past.decisions.programmes:
            if name in view.standing.finished:
                entered[name] = past.week
    return sum(
        programmes[name].grant
        for name, since in entered.items()
        if since + programmes[name].lead_weeks == view.week
    )


def _stall_plan(
    view: TeamView, decisions: Decisions, cash: int, debts: Mapping[str, Debt], member: bool
) -> StallPlan:
    ours, scenario = decisions.cooperative, view.scenario
    if member and view.standing.not_ours:
        none = DayPlan(weekday=0, weekend=0)
        batches = {
            name: none if name in view.standing.not_ours else plan
            for name, plan in decisions.batches.items()
        }
        decisions = decisions.model_copy(update={"batches": batches})
    orders = dict.fromkeys([*view.orders, *decisions.contracts])
    return StallPlan(
        decisions=decisions,
        promotion=decisions.promotion,
        hands=view.seat.hands + decisions.helpers,
        equipment=dict(Counter(view.books.equipment) + Counter(decisions.buy_equipment)),
        cash=cash,
        lots=view.lots,
        orders=view.coming,
        next_lot=1 + max((lot.id for lot in view.lots), default=0),
        reputation=0,
        awareness=0,
        thrift=thrift_of(view),
        consignments=dated(scenario, orders, view.week),
        collections=visits(scenario.loans, debts, view.week),
        pledges=ours.pledges if member else {},
        hire_hours=ours.hire_hours if member else {},
    )


def thrift_of(view: TeamView) -> dict[str, int]:
    """Per mille of its ingredients that training makes a batch of each product take."""
    thrift = dict.fromkeys(view.seat.products, 1_000)
    for name in sorted(view.standing.finished):
        skill = view.scenario.programmes[name].skill
        for product in view.seat.products if skill else ():
            assert skill is not None
            if not skill.products or product in skill.products:
                thrift[product] = thrift[product] * skill.recipe // 1_000
    return thrift


def planned_units(view: TeamView, decisions: Decisions) -> dict[str, int]:
    """Units of each product that the week's plan makes."""
    products, days = view.scenario.products, range(view.scenario.days)
    return {
        name: sum(decisions.batches[name].on(day) for day in days) * products[name].batch
        for name in view.seat.products
    }


def sold_or_planned(view: TeamView, decisions: Decisions) -> int:
    """Units that one may think of first: what was sold last week or, before the first, three
    quarters of the plan."""
    if view.history:
        return view.history[-1].whole.sold
    return sum(planned_units(view, decisions).values()) * 3 // 4
