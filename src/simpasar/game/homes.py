"""Sunday at home: the family's week, and the arisan of the households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simpasar.firm.household import HomeWeek, live_on
from simpasar.firm.journal import SUNDAY_NIGHT
from simpasar.firm.ledger import Account
from simpasar.game.desk import Desks
from simpasar.game.state import ArisanState
from simpasar.market.chance import Chance, Purpose
from simpasar.scenario.model import Scenario


def live_at_home(desks: Desks, drawings: Mapping[str, int]) -> dict[str, HomeWeek]:
    """Every household's week but for the arisan; `drawings`: what each business gave."""
    weeks = {}
    for team, desk in desks.items():
        household = desk.seat.household
        if desk.purse is not None and household is not None:
            short = live_on(desk.purse, household, drawings[team])
            cash = desk.purse.cash
            weeks[team] = HomeWeek(drawings[team], household.weekly_need, short, 0, 0, cash)
    return weeks


def hold_arisan(
    scenario: Scenario,
    state: ArisanState | None,
    desks: Desks,
    homes: dict[str, HomeWeek],
    chance: Chance,
    week: int,
) -> ArisanState | None:
    """One draw of the arisan, in place in `homes`; it begins with those who are in by its week.

    Everybody pays as far as her purse goes. The pot goes to one who has not had it in this turn.
    """
    rules = scenario.arisan
    if rules is None or week < rules.first_week:
        return state
    if state is None:
        members = [team for team, desk in desks.items() if desk.decisions.arisan]
        state = ArisanState(tuple(team for team in members if desks[team].purse is not None))
    if not state.members:
        return state
    had = () if set(state.members) == set(state.had) else state.had
    waiting = [team for team in state.members if team not in had]
    winner = waiting[chance.word(Purpose.ARISAN, week) * len(waiting) >> 16]
    pot = 0
    for team in state.members:
        purse = desks[team].purse
        assert purse is not None
        paid = purse.pay(SUNDAY_NIGHT, "arisan", Account.ARISAN, rules.contribution)
        homes[team] = replace(homes[team], paid_in=paid, cash=purse.cash)
        pot += paid
    purse = desks[winner].purse
    assert purse is not None
    purse.post(SUNDAY_NIGHT, "arisan", "", {Account.CASH: pot, Account.ARISAN: -pot})
    homes[winner] = replace(homes[winner], pot=pot, cash=purse.cash)
    return ArisanState(state.members, (*had, winner))
