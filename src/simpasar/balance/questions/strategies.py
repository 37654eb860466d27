"""Classes of mixed players: every strategy once on every seed, turned over the seats."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from simpasar.balance.jobs import Arm
from simpasar.balance.players import Player
from simpasar.balance.questions.question import Evidence, decent
from simpasar.game.bots import BOT_NAMES
from simpasar.scenario.model import Scenario

BY_LOT = "acak"
"""The player who decides by lot: luck, not a strategy."""
_WITH_OTHERS = ("koperasi", "penumpang")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A strategy in a seat. `edge`: rupiah gained more than par does there on the same seed where
    all play par, which takes the seat and much of the luck out of it."""

    seed: int
    game: int
    place: int
    strategy: str
    gained: int
    bankrupt: int | None
    edge: int


def strategies(scenario: Scenario) -> tuple[str, ...]:
    """The bots whose idea has a place in this scenario."""
    together = scenario.cooperative is not None and "cooperative" in scenario.rules.unlocked
    lenders = bool(scenario.loans) and "finance" in scenario.rules.unlocked
    return tuple(
        name
        for name in BOT_NAMES
        if (together or name not in _WITH_OTHERS) and (lenders or name != "utang")
    )


def mixed(scenario: Scenario, seed: int) -> tuple[Arm, ...]:
    """The mixed games of a seed; over as many seeds as there are strategies, each of them has sat
    in each seat equally often."""
    names, seats = strategies(scenario), len(scenario.teams)
    order = random.Random(seed // len(names)).sample(names, len(names))
    return tuple(
        Arm(
            tuple(
                Player(order[(seed + game * seats + place) % len(order)]) for place in range(seats)
            )
        )
        for game in range(-(-len(names) // seats))
    )


def arms(scenario: Scenario, seed: int) -> tuple[Arm, ...]:
    """The mixed games, and the one they are compared with."""
    return (decent(scenario), *mixed(scenario, seed))


def sittings(evidence: Evidence) -> list[Sitting]:
    """Every strategy in every mixed game."""
    return list(_sittings(evidence))


def _sittings(evidence: Evidence) -> Iterator[Sitting]:
    scenario = evidence.scenario
    for seed in evidence.seeds:
        for game, arm in enumerate(mixed(scenario, seed)):
            for place, player in enumerate(arm.seats):
                ended = evidence.team(seed, arm, place)
                usual = evidence.gain(seed, decent(scenario), place)
                yield Sitting(
                    seed, game, place, player.bot, ended.gained, ended.bankrupt,
                    ended.gained - usual,
                )  # fmt: skip


def usual_gain(evidence: Evidence) -> float:
    """The mean rupiah that par gains where all play par, at least 1: what gains are measured by."""
    arm = decent(evidence.scenario)
    gains = [each.gained for seed in evidence.seeds for each in evidence.games[seed, arm].teams]
    return max(1.0, abs(sum(gains) / len(gains)))
