"""Where each team stands with its neighbourhood, read from the state of the game."""

from __future__ import annotations

from simpasar.cooperative.meeting import product_owners
from simpasar.cooperative.state import CooperativeState
from simpasar.firm.ledger import Account
from simpasar.firm.standing import Standing
from simpasar.game.state import GameState, TeamState
from simpasar.scenario.model import Scenario


def standing_of(scenario: Scenario, state: GameState, team: str) -> Standing:
    """A team's standing before the week that `state` stands before."""
    mine, week = state.teams[team], state.week
    finished = frozenset(name for name, first in mine.programmes.items() if first <= week)
    arisan, rules = state.arisan, scenario.arisan
    together = state.cooperative
    member = together.members.get(team) if together else None
    overdue = any(debt.overdue for debt in mine.debts)
    advance = -mine.books.balances[Account.COOPERATIVE_ADVANCE]
    return Standing(
        finished=finished,
        entered=frozenset(mine.programmes) - finished,
        contracts=frozenset(order.contract for order in mine.contracts),
        debts={debt.loan: debt for debt in mine.debts},
        in_arrears=overdue or advance > 0 or mine.books.payables > 0,
        member=member is not None,
        savings=member.savings if member else 0,
        deposits=member.voluntary if member else 0,
        weeks_saved=member.weeks_saved if member else 0,
        advance=advance,
        admitted=together is None or together.admission == "open" or not together.members,
        applicants=together.applicants if together else (),
        not_ours=_not_ours(scenario, together, state.teams, team) if together else frozenset(),
        in_arisan=arisan is not None and team in arisan.members,
        arisan_closed=rules is not None and (week > rules.first_week or mine.purse is None),
    )


def _not_ours(
    scenario: Scenario, state: CooperativeState, states: dict[str, TeamState], team: str
) -> frozenset[str]:
    """The products that `team`, as a member, must leave to others; none without such a rule."""
    if not state.own_product or team not in state.members:
        return frozenset()
    made = {name: _made(states[name]) for name in state.members}
    menus = {name: scenario.teams[name].products for name in state.members}
    owners = product_owners(state.members, made, menus)
    return frozenset(product for product in menus[team] if owners[product] != team)


def _made(state: TeamState) -> dict[str, int]:
    """Units of each product that a team has made so far."""
    totals: dict[str, int] = {}
    for week in state.history:
        for product, counts in week.products.items():
            totals[product] = totals.get(product, 0) + counts.made
    return totals
