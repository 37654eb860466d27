"""Programmes, big orders and inspections in a round: who gets in, what it costs, what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from simpasar.firm.ledger import Account
from simpasar.game.desk import Desk, Desks
from simpasar.game.state import Accepted
from simpasar.market.chance import Chance, Purpose
from simpasar.market.goods import HandedOver
from simpasar.market.news import failed_inspections
from simpasar.market.result import Consignment, DayNews, StallPlan
from simpasar.scenario.events import InspectionEvent
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY


def drawn_by_lot(
    chance: Chance, purpose: Purpose, week: int, index: int, teams: Sequence[str],
    all_teams: Sequence[str], quota: int,
) -> list[str]:  # fmt: skip
    """`quota` of the teams that ask, by lot; the lot of one team never moves another's."""
    if len(teams) <= quota:
        return list(teams)
    lots = chance.words(purpose, (len(all_teams),), week, index=index).tolist()
    lot = dict(zip(all_teams, lots, strict=True))
    return sorted(sorted(teams, key=lambda team: lot[team])[:quota], key=list(all_teams).index)


def enter_programmes(scenario: Scenario, desks: Desks, chance: Chance, week: int) -> None:
    """Applications of the week: those who get a place pay, and it takes effect in its time."""
    for index, (name, programme) in enumerate(scenario.programmes.items()):
        asking = [
            team
            for team, desk in desks.items()
            if name in desk.decisions.programmes
            and name not in desk.programmes
            and programme.cost <= desk.journal.cash
            and desk.meets(scenario, programme.requires)
        ]
        for team in drawn_by_lot(
            chance, Purpose.PROGRAMME, week, index, asking, list(desks), programme.quota
        ):
            desk = desks[team]
            desk.journal.pay(0, "programme", Account.PROGRAMMES, programme.cost, name)
            desk.programmes[name] = week + programme.lead_weeks


def pay_grants(scenario: Scenario, desk: Desk, week: int) -> None:
    """Grants of the programmes that take effect this Monday."""
    for name, first in desk.programmes.items():
        amount = scenario.programmes[name].grant
        if first == week and amount:
            lines = {Account.CASH: amount, Account.GRANTS: -amount}
            desk.journal.post(0, "grant", name, lines)


def accept_contracts(scenario: Scenario, desks: Desks, chance: Chance, week: int) -> None:
    """Big orders taken this week; of too many takers the lot decides."""
    for index, (name, contract) in enumerate(scenario.contracts.items()):
        taken = sum(order.contract == name for desk in desks.values() for order in desk.contracts)
        asking = [
            team
            for team, desk in desks.items()
            if name in desk.decisions.contracts
            and not any(order.contract == name for order in desk.contracts)
            and desk.meets(scenario, contract.requires)
        ]
        places = max(0, contract.quota - taken)
        for team in drawn_by_lot(
            chance, Purpose.CONTRACT, week, index, asking, list(desks), places
        ):
            desks[team].contracts.append(Accepted(name, week))


def consignments(scenario: Scenario, desk: Desk, week: int) -> tuple[Consignment, ...]:
    """The big orders still to be handed over, dated from this Monday."""
    return dated(scenario, [o.contract for o in desk.contracts if o.short is None], week)


def dated(scenario: Scenario, orders: Iterable[str], week: int) -> tuple[Consignment, ...]:
    """Big orders with their terms, dated from the Monday of `week`."""
    found = []
    for order in orders:
        terms = scenario.contracts[order]
        days = 7 * (terms.due_week - week) + terms.due_day - 1
        due = days * DAY + terms.hour
        found.append(Consignment(order, terms.product, terms.units, terms.price, due))
    return tuple(found)


def handed_over(desk: Desk, movement: HandedOver) -> None:
    """A big order has been fetched: sold, and remembered with what was short."""
    desk.keeper.sell(
        movement.at, movement.contract, movement.revenue, movement.taken, kind="contract"
    )
    desk.contracts = [
        Accepted(order.contract, order.week, movement.short)
        if order.contract == movement.contract
        else order
        for order in desk.contracts
    ]


def penalties(
    scenario: Scenario, desk: Desk, handed: Iterable[HandedOver], news: Iterable[DayNews], week: int
) -> None:
    """Sunday night: penalties for short orders, fines of inspections."""
    for movement in handed:
        terms = scenario.contracts[movement.contract]
        desk.keeper.penalise("penalty", movement.contract, movement.short * terms.penalty)
    permits = desk.finished(week)
    for day in news:
        for name in failed_inspections(scenario, desk.seat, permits, day):
            event = scenario.events[name]
            assert isinstance(event, InspectionEvent)
            desk.keeper.penalise("fine", name, event.fine)


def skilled(scenario: Scenario, desk: Desk, plan: StallPlan, week: int) -> StallPlan:
    """A plan with what the team's programmes do for its goods and its name."""
    thrift: dict[str, int] = {}
    craft: dict[str, int] = {}
    booths: dict[str, int] = {}
    awareness = plan.awareness
    finished = desk.finished(week)
    for name in sorted(finished):  # in one order everywhere: each step rounds
        programme = scenario.programmes[name]
        for event, bonus in programme.booths.items():
            booths[event] = booths.get(event, 0) + bonus
        if desk.programmes[name] == week:
            awareness += (1_000 - awareness) * programme.reach // 1_000
        skill = programme.skill
        for product in desk.seat.products if skill else ():
            assert skill is not None
            if not skill.products or product in skill.products:
                thrift[product] = thrift.get(product, 1_000) * skill.recipe // 1_000
                craft[product] = craft.get(product, 0) + skill.quality
    return replace(
        plan, permits=finished, thrift=thrift, craft=craft, booths=booths, awareness=awareness
    )
