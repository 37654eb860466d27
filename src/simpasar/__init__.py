"""simpasar: a business-simulation game for classrooms.

The public API. Names are imported when they are first used, so that a command starts quickly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simpasar.firm.sheet import DecisionSheet, Forecast
    from simpasar.game.play import Game, Setup, open_game
    from simpasar.game.record import FileWriter, MemoryWriter, read
    from simpasar.game.replay import replay, resume
    from simpasar.game.rounds import RoundOutcome, play_round
    from simpasar.game.state import GameState, new_game
    from simpasar.game.view import TeamView, team_view
    from simpasar.market.chance import Chance
    from simpasar.scenario.loader import load
    from simpasar.scenario.model import Scenario

_HOMES = {
    "Chance": "simpasar.market.chance",
    "DecisionSheet": "simpasar.firm.sheet",
    "FileWriter": "simpasar.game.record",
    "Forecast": "simpasar.firm.sheet",
    "Game": "simpasar.game.play",
    "GameState": "simpasar.game.state",
    "MemoryWriter": "simpasar.game.record",
    "RoundOutcome": "simpasar.game.rounds",
    "Scenario": "simpasar.scenario.model",
    "Setup": "simpasar.game.play",
    "TeamView": "simpasar.game.view",
    "load": "simpasar.scenario.loader",
    "new_game": "simpasar.game.state",
    "open_game": "simpasar.game.play",
    "play_round": "simpasar.game.rounds",
    "read": "simpasar.game.record",
    "replay": "simpasar.game.replay",
    "resume": "simpasar.game.replay",
    "team_view": "simpasar.game.view",
}

__all__ = [
    "Chance",
    "DecisionSheet",
    "FileWriter",
    "Forecast",
    "Game",
    "GameState",
    "MemoryWriter",
    "RoundOutcome",
    "Scenario",
    "Setup",
    "TeamView",
    "load",
    "new_game",
    "open_game",
    "play_round",
    "read",
    "replay",
    "resume",
    "team_view",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'simpasar' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
