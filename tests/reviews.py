"""What tests of many reviews share: reviews made up from what each team lost in each week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from itertools import count
from typing import Any

from simpasar.game.bots.par import VERSION

UNIT = 1_000_000
_digests = count(1)

Losses = Mapping[str, int]
"""Rupiah lost in a week by objective."""


def seat(
    *weeks: Losses, bot: str | None = None, unit: int = UNIT, free: str = ""
) -> dict[str, Any]:
    """A team whose decisions lost so much; where nothing, their mark is `free`."""
    decisions = [
        {"week": week, "loss": sum(lost.values()), "mark": "mistake" if lost else free,
         "objectives": dict(lost)}
        for week, lost in enumerate(weeks, start=1)
    ]  # fmt: skip
    return {"name": "Melati", "bot": bot, "unit": unit, "weeks": decisions}


def the_review(
    seats: Sequence[dict[str, Any]], scenario: str = "pagi", **other: Any
) -> dict[str, Any]:
    """A review's document, with what many reviews together need of it."""
    lived = max(len(team["weeks"]) for team in seats)
    return {
        "format": "simpasar-review/1",
        "engine": version("simpasar"),
        "par": VERSION,
        "record": f"{next(_digests):064x}",
        "scenario": scenario,
        "title": scenario.title(),
        "weeks": {"of_the_game": lived, "lived": lived},
        "complete": True,
        "effort": {"name": "quick", "horizon": 2, "both_orders": False},
        "teams": {f"tim-{number}": team for number, team in enumerate(seats, start=1)},
        **other,
    }
