"""Bots at the seats of a game: they see a TeamView and hand in a sheet, as people do."""

from __future__ import annotations

from simpasar.game.bots import bot
from simpasar.game.play import Game
from simpasar.game.view import team_view


def play_bots(game: Game) -> None:
    """Let every bot whose sheet is still missing this week decide; all are handed in together."""
    sheets = {}
    for team, name in game.setup.bots.items():
        if name is not None and team not in game.sheets:
            view = team_view(game.setup.scenario, game.state, team)
            sheets[team] = f"bot:{name}", bot(name, game.chance)(view)
    if sheets:
        game.decide(sheets)
