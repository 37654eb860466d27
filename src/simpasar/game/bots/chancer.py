"""`acak` among its neighbours: enters whatever door is open, or not, as the lot has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simpasar.game.bots.neighbours import votes
from simpasar.game.view import TeamView
from simpasar.market.chance import Chance, Purpose
from simpasar.scenario.community import Ballot, Commitments

Below = Callable[[int], int]
"""A draw: a number from 0 to below the one given."""


def random_dealings(view: TeamView, spare: int, chance: Chance) -> dict[str, Any]:
    """Anything the rules allow for `spare` rupiah, drawn anew each week."""
    below = _draws(view, chance)
    changes: dict[str, Any] = {}
    if "household" in view.unlocked and view.scenario.arisan and not view.standing.arisan_closed:
        changes["arisan"] = below(2) == 0
    if "programmes" in view.unlocked:
        entered = []
        for door in view.programmes:
            cost = view.scenario.programmes[door.id].cost
            if door.open and cost <= spare and below(3) == 0:
                entered.append(door.id)
                spare -= cost
        changes["programmes"] = tuple(entered)
    if "contracts" in view.unlocked:
        open_doors = [door.id for door in view.contracts if door.open]
        changes["contracts"] = tuple(name for name in open_doors if below(4) == 0)
    if "finance" in view.unlocked:
        changes["borrow"] = {
            door.id: view.scenario.loans[door.id].least
            for door in view.loans
            if door.most and below(8) == 0
        }
    if "cooperative" in view.unlocked and view.scenario.cooperative:
        changes["cooperative"] = _cooperative(view, spare, below)
    return changes


def _cooperative(view: TeamView, spare: int, below: Below) -> Commitments:
    """In or out at random; once in, it stays, and pledges, gives, saves and votes at random."""
    rules, standing = view.scenario.cooperative, view.standing
    assert rules is not None
    if not standing.member:
        joins = below(3) == 0 and (not standing.admitted or rules.principal <= spare)
        return Commitments(member=joins)
    goods = rules.purchase.goods if rules.purchase else {}
    deposit = below(50) * 1_000
    promotion = below(50) * 1_000 if rules.promotion else 0

    def any_option(ballot: Ballot) -> str:
        return list(ballot.options)[below(len(ballot.options))]

    return Commitments(
        member=True,
        deposit=deposit if deposit + promotion <= spare else 0,
        promotion=promotion if deposit + promotion <= spare else 0,
        withdraw=standing.deposits if below(8) == 0 else 0,
        pledges={item: below(4) for item in goods},
        hire_hours={item: below(40) for item in rules.equipment},
        votes=votes(view, any_option),
        admit={team: below(2) == 0 for team in standing.applicants},
    )


def _draws(view: TeamView, chance: Chance) -> Below:
    """This seat's draws of the week for its dealings, apart from those for its stall."""
    scenario = view.scenario
    rules = scenario.cooperative
    many = len(scenario.programmes) + len(scenario.contracts) + len(scenario.loans) + 8
    many += len(scenario.ingredients) + len(scenario.equipment) + len(scenario.teams)
    many += len(rules.ballots) if rules else 0
    index = list(scenario.teams).index(view.team)
    draws = iter(chance.words(Purpose.BOT_DEALINGS, (many,), view.week, index=index).tolist())

    def below(limit: int) -> int:
        return int(next(draws)) * limit >> 16

    return below
