"""What the stock has cost: the exact rupiah that lie in each lot, and in what is taken of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from simpasar.firm.ledger import Account


@dataclass(frozen=True, slots=True)
class LotCost:
    """What is left of a lot (base or sale units), its whole cost (rupiah), its stock account."""

    account: Account
    quantity: int
    cost: int


Costs: TypeAlias = Mapping[int, LotCost]
"""Lot id -> what is left of it and what that cost. Lots that are used up are not kept."""


def draw(costs: dict[int, LotCost], lot: int, quantity: int) -> tuple[Account, int]:
    """Take `quantity` out of a lot of `costs`, in place: its stock account and what it cost.

    The cost is floor(cost * quantity / left). The last unit takes the rest, so over its life a
    lot gives out its cost to the rupiah.

    Raises:
        ValueError: there is no such lot, or less left in it.
    """
    held = costs.get(lot)
    if held is None or not 0 <= quantity <= held.quantity:
        left = held.quantity if held else 0
        raise ValueError(f"Lot {lot} holds {left}, so {quantity} cannot be taken from it.")
    cost = held.cost * quantity // held.quantity
    if quantity == held.quantity:
        del costs[lot]
    else:
        costs[lot] = LotCost(held.account, held.quantity - quantity, held.cost - cost)
    return held.account, cost


def stock_value(costs: Costs, account: Account) -> int:
    """Rupiah in all lots of one stock account: equal to its balance in the ledger."""
    return sum(held.cost for held in costs.values() if held.account is account)
