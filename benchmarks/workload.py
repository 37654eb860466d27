"""What the benchmarks of the market live through: a town of any size, its stalls on Monday."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

from simpasar.game.state import new_game
from simpasar.market import week as engine
from simpasar.market.choice import Wishes
from simpasar.market.result import StallPlan
from simpasar.scenario.model import Scenario

NEEDS = ("pagi", "siang", "sore")
HOURS = {"06:00": 3, "07:00": 5, "08:00": 4, "09:00": 3, "10:00": 2}


def bench_town(stalls: int = 8, residents: int = 2_000, going: int = 250) -> Scenario:
    """A town of `stalls` with three products each, one for each of three needs.

    `going`: per mille of residents out for each need on a day; by default 1,500 visits a day.
    Whatever the number of stalls, together they make a little more than is wanted.
    """
    batches = residents * going * 8 // (stalls * 1_000 * 400) + 1
    seat: dict[str, Any] = {
        "name": "x", "business": "x", "place": "kota", "y": 0, "cash": 10_000_000, "hands": 6,
        "counter": 3, "kitchen_opens": "02:00", "earliest": "05:00", "latest": "12:00",
        "stock": {"beras": 4_000_000}, "products": NEEDS, "awareness": 850,
        "start": {
            "prices": dict.fromkeys(NEEDS, 10_000),
            "batches": {need: {"weekday": batches, "weekend": batches} for need in NEEDS},
            "grades": dict.fromkeys(NEEDS, "biasa"), "suppliers": {"beras": "toko"},
            "opens": "06:00", "closes": "11:00",
        },
    }  # fmt: skip
    tree = {
        "name": "bench", "title": "x", "description": "x", "trainer_note": "x",
        "start": "2027-01-04", "weeks": 6,
        "places": {"kota": {"name": "x", "x": 0, "y": 0, "radius": 500}},
        "needs": {need: {"name": need} for need in NEEDS},
        "segments": {f"s{s}": _segment(s, residents // 4, going) for s in range(4)},
        "ingredients": {"beras": {"name": "x", "unit": "g", "shelf_life_days": 100}},
        "suppliers": {"toko": {
            "name": "x", "hour": "12:00", "goods": {"beras": {"amount": 1_000, "price": 9_000}},
        }},
        "products": {need: _product(need) for need in NEEDS},
        "weather": {"cerah": {"name": "x", "weight": 1}},
        "teams": {f"t{i:02d}": {**seat, "x": 40 * i} for i in range(stalls)},
        "rules": {"unlocked": {"price": 1}},
    }  # fmt: skip
    return Scenario.model_validate_json(json.dumps(tree))


def _segment(number: int, residents: int, going: int) -> dict[str, Any]:
    errand = {"weekday": going, "weekend": going, "stay_home": 600, "hours": HOURS}
    return {
        "name": "x",
        "residents": {"kota": residents},
        "patience_minutes": 5 + number,
        "taste": dict.fromkeys(NEEDS, 3_400),
        "needs": dict.fromkeys(NEEDS, errand),
    }


def _product(need: str) -> dict[str, Any]:
    return {
        "name": need, "need": need, "unit": "porsi", "batch": 40, "recipe": {"beras": 4_000},
        "work_minutes": 20, "shelf_life_hours": 9, "serve_seconds": 20,
        "serve_seconds_per_unit": 5, "reference_price": 10_000,
        "portions": {"1": 6, "2": 3, "3": 1}, "grades": {"biasa": {"name": "biasa"}},
    }  # fmt: skip


def opening_plans(scenario: Scenario) -> dict[str, StallPlan]:
    """Every stall as it stands on the first Monday."""
    return {
        name: StallPlan(
            decisions=team.sheet.decisions,
            promotion=0,
            hands=scenario.teams[name].hands,
            equipment=dict(scenario.teams[name].equipment),
            cash=team.books.cash,
            lots=team.lots,
            orders=(),
            next_lot=team.next_lot,
            reputation=team.reputation,
            awareness=team.awareness,
        )
        for name, team in new_game(scenario).teams.items()
    }


class Watch:
    """What was seen of a week: each day's choices, and the CPU seconds their drawing took."""

    def __init__(self) -> None:
        self.drawn: list[Wishes] = []
        self.seconds = 0.0


@contextmanager
def watched() -> Iterator[Watch]:
    """While this lasts, see what the engine draws in the morning and how long that takes."""
    watch = Watch()
    draw, open_day = vars(engine)["wishes"], engine._Week.open_day

    def seen_draw(*arguments: Any) -> Wishes:
        watch.drawn.append(draw(*arguments))
        return watch.drawn[-1]

    def timed_open_day(week: Any, day: int) -> None:
        begin = process_time()
        open_day(week, day)
        watch.seconds += process_time() - begin

    setattr(engine, "wishes", seen_draw)  # noqa: B010
    setattr(engine._Week, "open_day", timed_open_day)  # noqa: B010
    try:
        yield watch
    finally:
        setattr(engine, "wishes", draw)  # noqa: B010
        setattr(engine._Week, "open_day", open_day)  # noqa: B010
