"""What tests of the game share: games of bots kept in memory, forged records, a busier town."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from simpasar.game.entries import Payload
from simpasar.game.play import Game, Setup, open_game
from simpasar.game.record import MemoryWriter
from simpasar.game.seats import play_bots
from simpasar.scenario.model import Scenario
from towns import SEAT, START, TOWN, town

SEED = 7
EVERYTHING = {**TOWN["rules"], "unlocked": dict.fromkeys(TOWN["rules"]["unlocked"], 1)}
"""The rules of a game in which every decision is free from the first week."""

APEM = {
    **TOWN["products"]["uduk"], "name": "Apem", "batch": 15, "work_minutes": 50,
    "shelf_life_hours": 80, "recipe": {"beras": 900}, "reference_price": 6_000,
    "serve_seconds": 20, "grades": {"biasa": {"name": "Biasa"}},
}  # fmt: skip


def busy_town(**changes: Any) -> Scenario:
    """Two stalls, three products for the same hands and stove, listed in no order of theirs."""
    products = ["uduk", "telor", "apem"]
    start = {
        **START,
        "prices": {"uduk": 12_000, "telor": 15_000, "apem": 6_000},
        "batches": {name: {"weekday": 2, "weekend": 3} for name in products},
        "grades": dict.fromkeys(products, "biasa"),
    }
    seats = {
        "melati": {**SEAT, "products": products, "start": start, "hands": 3},
        "kenanga": {**SEAT, "products": products[::-1], "start": start, "x": 300, "counter": 2},
    }
    parts = {"products__apem": APEM, "rules": EVERYTHING, "teams": seats}
    return town(**{**parts, **changes})


def without_neighbours(scenario: Scenario) -> Scenario:
    """A scenario as a market game only: no households, lenders or programmes."""
    teams = {t: seat.model_copy(update={"household": None}) for t, seat in scenario.teams.items()}
    unlocked = {g: week for g, week in scenario.rules.unlocked.items() if g not in _NEIGHBOURLY}
    rules = scenario.rules.model_copy(update={"unlocked": unlocked})
    alone = {"teams": teams, "rules": rules, "loans": {}, "programmes": {}, "stakeholders": {}}
    return scenario.model_copy(update=alone)


_NEIGHBOURLY = ("programmes", "contracts", "finance", "cooperative")


def begin(
    scenario: Scenario, bots: Mapping[str, str | None], seed: int = SEED, weeks: int | None = None
) -> Game:
    """A game at its first Monday, its record in memory."""
    seats = {team: bots.get(team) for team in scenario.teams}
    return open_game(Setup(scenario, weeks or scenario.weeks, seats), seed, MemoryWriter())


def finish(game: Game) -> Game:
    """Let the bots play a game to its end."""
    while not game.finished:
        play_bots(game)
        game.live_week()
    game.end()
    return game


def lines(game: Game) -> list[bytes]:
    """The record of a game that `begin` began."""
    assert isinstance(game.writer, MemoryWriter)
    return game.writer.lines


def payloads(game: Game) -> list[dict[str, Any]]:
    """What the record of a game says, without the chain, free to be changed."""
    chain = ("n", "prev", "sum")
    entries = [json.loads(line) for line in lines(game)]
    return [{key: value for key, value in entry.items() if key not in chain} for entry in entries]


def forged(payloads: Sequence[Payload]) -> bytes:
    """A record that says this, summed and chained as anybody with the source could do."""
    writer = MemoryWriter()
    writer.append(*payloads)
    return b"".join(line + b"\n" for line in writer.lines)
