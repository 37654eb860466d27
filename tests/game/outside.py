"""What comes into a neighbourhood from outside and goes there, reckoned without its books: from the
market's own result, the terms of the scenario and the debts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simpasar.firm.ledger import Account
from simpasar.firm.loans import Debt, days_due, paid_out, schedule, settlement
from simpasar.game.rounds import RoundOutcome
from simpasar.game.state import GameState
from simpasar.market.choice import offers_of
from simpasar.market.goods import Delivered, HandedOver, Pooled
from simpasar.market.news import market_price
from simpasar.scenario.events import InspectionEvent
from simpasar.scenario.model import Scenario


def all_cash(state: GameState) -> int:
    """Rupiah in all tills, purses and the cooperative's box."""
    assert state.cooperative is not None
    purses = [team.purse for team in state.teams.values()]
    at_home = sum(purse[Account.CASH] for purse in purses if purse is not None)
    return sum(t.books.cash for t in state.teams.values()) + at_home + state.cooperative.cash


def from_outside(scenario: Scenario, before: GameState, outcome: RoundOutcome) -> int:
    """Rupiah that came from outside in a week, less what went there."""
    after = outcome.state
    coming = _takings(scenario, outcome) - _wholesale(scenario, outcome)
    for team in scenario.teams:
        coming -= _running_costs(scenario, before, outcome, team)
        coming += _from_lenders(scenario, before, after, team)
        coming += _programmes(scenario, before, after, team)
        home = after.teams[team].history[-1].home
        assert home is not None
        coming -= home.needed - home.short
    return coming - _spent_together(scenario, outcome)


def _takings(scenario: Scenario, outcome: RoundOutcome) -> int:
    """What residents and buyers of big orders paid: visits and units, at the prices asked."""
    offers, takings = offers_of(scenario), 0
    for day in outcome.week.visits:
        for offer, units in zip(day.offer.tolist(), day.units.tolist(), strict=True):
            if units:
                decided = outcome.state.teams[offers[offer].team].sheet.decisions
                takings += units * decided.prices[offers[offer].product]
    for handed in _movements(outcome, HandedOver):
        takings += handed.units * scenario.contracts[handed.contract].price
    return takings


def _movements(outcome: RoundOutcome, kind: type[Any]) -> Iterator[Any]:
    for stall in outcome.week.stalls.values():
        yield from (m for m in stall.movements if isinstance(m, kind))


def _wholesale(scenario: Scenario, outcome: RoundOutcome) -> int:
    """What suppliers and the wholesaler got: the latter for all packs together, and one lorry."""
    assert scenario.cooperative is not None
    purchase = scenario.cooperative.purchase
    assert purchase is not None
    cost = sum(sum(m.paid) + m.fee for m in _movements(outcome, Delivered))
    packs: dict[str, int] = {}
    for pooled in _movements(outcome, Pooled):
        for lot in pooled.lots:
            amount = purchase.goods[lot.item].amount
            packs[lot.item] = packs.get(lot.item, 0) + lot.quantity // amount
    prices = outcome.week.news[purchase.delivery_day - 1].prices
    for item, count in packs.items():
        good = purchase.goods[item]
        least = [factor for tier, factor in good.tiers.items() if count >= tier]
        cost += count * market_price(good.price, prices[item] * min([1_000, *least]) // 1_000)
    return cost + (purchase.delivery_fee if packs else 0)


def _running_costs(scenario: Scenario, before: GameState, outcome: RoundOutcome, team: str) -> int:
    """Rent, electricity, wages, penalties and fines as far as they were paid, and equipment."""
    old, new, seat = before.teams[team], outcome.state.teams[team], scenario.teams[team]
    owed = seat.rent + seat.overhead
    owed += new.sheet.decisions.helpers * scenario.days * scenario.rules.helper_wage
    for movement in outcome.week.stalls[team].movements:
        if isinstance(movement, HandedOver):
            owed += movement.short * scenario.contracts[movement.contract].penalty
    finished = {name for name, first in new.programmes.items() if first <= before.week}
    for day in outcome.week.news:
        for name in day.events:
            event = scenario.events[name]
            if isinstance(event, InspectionEvent) and not finished.issuperset(event.permits):
                owed += event.fine
    bought = sum(
        (count - old.books.equipment.get(item, 0)) * scenario.equipment[item].price
        for item, count in new.books.equipment.items()
    )
    return owed + old.books.payables - new.books.payables + bought


def _from_lenders(scenario: Scenario, before: GameState, after: GameState, team: str) -> int:
    """What outside lenders paid out, less what they got back."""
    old = {debt.loan: debt for debt in before.teams[team].debts}
    new = {debt.loan: debt for debt in after.teams[team].debts}
    coming = 0
    for name, offer in scenario.loans.items():
        if offer.from_savings:
            continue
        was, now = old.get(name), new.get(name)
        if now is not None and now.week == before.week:
            coming += paid_out(offer, now.principal)
            fresh = Debt(name, now.principal, before.week, now.principal)
            coming -= _paid_back(scenario, fresh, now, before.week)
            now = None
        if was is not None:
            settled = name in after.teams[team].sheet.decisions.settle
            if now is None and settled:
                coming -= settlement(offer, was)
            else:
                coming -= _paid_back(scenario, was, now, before.week)
    return coming


def _paid_back(scenario: Scenario, was: Debt, now: Debt | None, week: int) -> int:
    """What was owed, and what interest and fees have added, less what is owed now."""
    offer = scenario.loans[was.loan]
    fallen = was.fallen + len(list(days_due(offer, was, week)))
    if now and now.defaulted and not was.defaulted and offer.interest.method == "flat":
        fallen = offer.instalments  # all of a flat loan's interest is due with it
    interest = sum(p.interest for p in schedule(offer, was.principal)[was.fallen : fallen])
    fees = now.fees - was.fees if now else 0
    return was.owed + interest + fees - (now.owed if now else 0)


def _programmes(scenario: Scenario, before: GameState, after: GameState, team: str) -> int:
    """Grants that took effect, less what was paid for new programmes."""
    old, new = before.teams[team].programmes, after.teams[team].programmes
    grants = [name for name, first in new.items() if first == before.week]
    cost = sum(scenario.programmes[name].cost for name in new if name not in old)
    return sum(scenario.programmes[name].grant for name in grants) - cost


def _spent_together(scenario: Scenario, outcome: RoundOutcome) -> int:
    """Promotion of all, for the cooperative spends what it takes for it, and its own overhead."""
    together = outcome.state.cooperative
    assert scenario.cooperative is not None
    assert together is not None
    teams = outcome.state.teams.values()
    spent = sum(team.history[-1].figures.promotion for team in teams)
    overhead = sum(e.amount(Account.OVERHEAD) for e in outcome.cooperative if e.kind == "overhead")
    assert overhead <= (scenario.cooperative.overhead if together.members else 0)
    return spent + overhead
