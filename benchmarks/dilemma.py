"""Why a cooperative is a dilemma: what pooling brings to how many, and what riding free brings.

Run: python benchmarks/dilemma.py [--seeds N] [SCENARIO]

Every seat is played alike (usual prices, as many batches as were asked for); only the dealing with
the cooperative differs. All comparisons are within the same seed and seat. Thousands of rupiah.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from statistics import mean, stdev

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.members import cooperator, free_rider, loner, pooler
from simpasar.game.rounds import live_round
from simpasar.game.score import ranking
from simpasar.game.state import GameState, new_game
from simpasar.game.view import TeamView, team_view
from simpasar.market.chance import Chance
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario

Player = Callable[[TeamView], DecisionSheet]


def season(scenario: Scenario, seed: int, players: Mapping[str, Player]) -> dict[str, int]:
    """What each team gains in a season."""
    state, chance = new_game(scenario), Chance(seed)
    for week in range(1, scenario.weeks + 1):
        state = live_round(
            scenario, state, decided(scenario, state, players), chance, week == scenario.weeks
        ).state
    return {score.team: score.gained for score in ranking(scenario, state)}


def decided(
    scenario: Scenario, state: GameState, players: Mapping[str, Player]
) -> dict[str, DecisionSheet]:
    """Everybody's sheet for the week that `state` stands before."""
    return {team: play(team_view(scenario, state, team)) for team, play in players.items()}


def groups(scenario: Scenario, size: int, seed: int) -> list[str]:
    """`size` teams side by side, turned from seed to seed."""
    teams = list(scenario.teams)
    return [teams[(seed + place) % len(teams)] for place in range(size)]


def pooling(scenario: Scenario, seeds: Iterable[int]) -> dict[int, list[int]]:
    """For each number of members, what buying together brought each of them in the season."""
    found: dict[int, list[int]] = {size: [] for size in range(1, len(scenario.teams) + 1)}
    for seed in seeds:
        alone = season(scenario, seed, dict.fromkeys(scenario.teams, loner))
        for size, gains in found.items():
            members = groups(scenario, size, seed)
            players = {team: pooler if team in members else loner for team in scenario.teams}
            together = season(scenario, seed, players)
            gains += [together[team] - alone[team] for team in members]
    return found


def riding(scenario: Scenario, seeds: Iterable[int], week: int) -> list[int]:
    """What one member of a group that gives saves by not giving, in that week.

    Profit, and what his stocks and savings are worth, with the others giving; nothing else differs.
    """
    found = []
    for seed in seeds:
        state, chance = new_game(scenario), Chance(seed)
        givers: dict[str, Player] = dict.fromkeys(scenario.teams, cooperator)
        for _ in range(1, week):
            sheets = decided(scenario, state, givers)
            state = live_round(scenario, state, sheets, chance).state
        sheets = decided(scenario, state, givers)
        honest = live_round(scenario, state, sheets, chance).state
        for team, sheet in sheets.items():
            ours = sheet.decisions.cooperative.model_copy(update={"promotion": 0})
            riding = sheet.decisions.model_copy(update={"cooperative": ours})
            alone = {**sheets, team: DecisionSheet(decisions=riding)}
            rode = live_round(scenario, state, alone, chance).state
            found.append(profit(rode, team) - profit(honest, team))
    return found


def profit(state: GameState, team: str) -> int:
    """The week's profit."""
    return state.teams[team].history[-1].figures.profit


def everybody(scenario: Scenario, seeds: Iterable[int]) -> dict[str, list[int]]:
    """What a season brings each team where all give, where all ride, where all stay alone."""
    kinds: dict[str, Player] = {"koperasi": cooperator, "penumpang": free_rider, "alone": loner}
    found: dict[str, list[int]] = {name: [] for name in kinds}
    for seed in seeds:
        for name, play in kinds.items():
            gained = season(scenario, seed, dict.fromkeys(scenario.teams, play))
            found[name] += gained.values()
    return found


def shown(amounts: list[int]) -> str:
    """A mean with its standard error, in thousands of rupiah."""
    error = stdev(amounts) / len(amounts) ** 0.5 if len(amounts) > 1 else 0.0
    return f"{mean(amounts) / 1e3:9.0f} +- {error / 1e3:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="dapur-bersama-lebaran")
    parser.add_argument("--seeds", type=int, default=24)
    arguments = parser.parse_args()
    scenario, seeds = load(find(arguments.scenario)), range(arguments.seeds)
    print(f"{scenario.name}, {arguments.seeds} seeds")
    print("what buying together brings a member in the season, by the number of members:")
    for size, gains in pooling(scenario, seeds).items():
        print(f"  {size} members {shown(gains)}")
    print("what riding free on the joint promotion brings in the week (week 3, 6):")
    for week in (3, 6):
        print(f"  week {week}    {shown(riding(scenario, seeds, week))}")
    print("what a season brings a team where all do the same:")
    for name, gains in everybody(scenario, seeds).items():
        print(f"  {name:10}{shown(gains)}")


if __name__ == "__main__":
    main()
