"""Who brought what of a sum that came of several things together (Shapley 1953), exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import factorial
from typing import TypeAlias, TypeVar

Player = TypeVar("Player")
Coalition: TypeAlias = frozenset[Player]


def shapley(
    players: Sequence[Player], worth: Callable[[Coalition[Player]], float]
) -> dict[Player, float]:
    """What each player adds to those before it, the mean over all orders. 2**n worths are asked."""
    found = {
        frozenset(taken): worth(frozenset(taken))
        for size in range(len(players) + 1)
        for taken in combinations(players, size)
    }
    return {player: _share(player, players, found) for player in players}


def _share(
    player: Player, players: Sequence[Player], worth: Mapping[Coalition[Player], float]
) -> float:
    others = [other for other in players if other != player]
    value = 0.0
    for size in range(len(players)):
        weight = factorial(size) * factorial(len(others) - size) / factorial(len(players))
        for taken in combinations(others, size):
            without = frozenset(taken)
            value += weight * (worth[without | {player}] - worth[without])
    return value


def whole(shares: Mapping[Player, float], total: int) -> dict[Player, int]:
    """Shares in whole rupiah that sum to `total`: what is missing is laid on each by its size, and
    on the first where all are 0."""
    missing = total - sum(shares.values())
    size = sum(abs(share) for share in shares.values()) or 1
    found = {player: round(share + missing * abs(share) / size) for player, share in shares.items()}
    largest = max(found, key=lambda player: abs(found[player]))
    found[largest] += total - sum(found.values())
    return found
