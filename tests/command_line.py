"""What tests of the commands share: how one is run, and what a team's week has in JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FACTS = {
    "revenue", "profit", "cash", "stock_value", "payables", "drawings", "wealth", "made", "sold",
    "customers", "lost_stockout", "lost_queue", "lost_closed", "wasted", "mean_wait_seconds",
    "regulars", "reputation", "awareness",
}  # fmt: skip
SHORT = ["run", "warung-pertama", "--weeks", "1", "--seed", "7"]

Run = Callable[..., tuple[int, str, str]]


def numbers_in(tree: Any) -> list[Any]:
    if isinstance(tree, dict):
        return [number for value in tree.values() for number in numbers_in(value)]
    if isinstance(tree, list):
        return [number for value in tree for number in numbers_in(value)]
    return [tree] if isinstance(tree, int | float) else []
