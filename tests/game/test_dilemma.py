"""The dilemma of a cooperative, on the shipped scenario: pooling pays from three members on, riding
free pays in the week, and a group of free riders does worse than a group that gives.

`benchmarks/dilemma.py` prints the whole curve over more seeds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from statistics import mean

import pytest

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.members import cooperator, free_rider, loner, pooler
from simpasar.game.rounds import play_round
from simpasar.game.score import ranking
from simpasar.game.state import GameState, new_game
from simpasar.game.view import TeamView, team_view
from simpasar.market.chance import Chance
from simpasar.scenario.library import find
from simpasar.scenario.loader import load

pytestmark = pytest.mark.xdist_group("dilemma")
"""One worker, so that the seasons below are lived once."""

Player = Callable[[TeamView], DecisionSheet]

SCENARIO = load(find("dapur-bersama-lebaran"))
TEAMS = tuple(SCENARIO.teams)
SEEDS = range(6)


def sheets(state: GameState, players: Mapping[str, Player]) -> dict[str, DecisionSheet]:
    return {team: play(team_view(SCENARIO, state, team)) for team, play in players.items()}


@cache
def season(seed: int, play: Player, members: frozenset[str] = frozenset(TEAMS)) -> dict[str, int]:
    """What each team gains when `members` play so and the others stay alone."""
    players = {team: play if team in members else loner for team in TEAMS}
    state, chance = new_game(SCENARIO), Chance(seed)
    for week in range(1, SCENARIO.weeks + 1):
        last = week == SCENARIO.weeks
        state = play_round(SCENARIO, state, sheets(state, players), chance, last).state
    return {score.team: score.gained for score in ranking(SCENARIO, state)}


def gain_of_members(size: int) -> float:
    """What buying together brings one of `size` members in the season, on average."""
    gains = []
    for seed in SEEDS:
        members = frozenset(TEAMS[(seed + place) % len(TEAMS)] for place in range(size))
        alone, together = season(seed, loner), season(seed, pooler, members)
        gains += [together[team] - alone[team] for team in members]
    return mean(gains)


def test_buying_together_costs_one_alone_and_pays_from_three_members_on() -> None:
    curve = {size: gain_of_members(size) for size in (1, 3, 6)}
    assert curve[1] < 0 < curve[3] < curve[6], curve


@pytest.mark.parametrize("week", [3, 6])
def test_a_free_rider_does_better_than_the_members_in_the_week_he_rides(week: int) -> None:
    """All give, and one does not: his profit of that week, with all else the same."""
    saved, players = [], dict.fromkeys(TEAMS, cooperator)
    for seed in SEEDS[:2]:
        state, chance = new_game(SCENARIO), Chance(seed)
        for _ in range(1, week):
            state = play_round(SCENARIO, state, sheets(state, players), chance).state
        giving = sheets(state, players)
        honest = play_round(SCENARIO, state, giving, chance).state
        for team, sheet in giving.items():
            ours = sheet.decisions.cooperative.model_copy(update={"promotion": 0})
            riding = DecisionSheet(
                decisions=sheet.decisions.model_copy(update={"cooperative": ours})
            )
            rode = play_round(SCENARIO, state, {**giving, team: riding}, chance).state
            saved.append(_profit(rode, team) - _profit(honest, team))
    assert mean(saved) > 0
    assert sum(gain > 0 for gain in saved) > len(saved) * 3 / 4


def _profit(state: GameState, team: str) -> int:
    return state.teams[team].history[-1].figures.profit


def test_a_group_of_free_riders_does_worse_than_a_group_that_gives() -> None:
    differences = []
    for seed in SEEDS:
        giving, riding = season(seed, cooperator), season(seed, free_rider)
        differences += [giving[team] - riding[team] for team in TEAMS]
    assert mean(differences) > 0
