"""What tests of a trainer's interventions share: a class, what may be done, and its replay."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from games import begin, forged, lines, payloads
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game, LivedWeek
from simpasar.game.replay import Step, replay
from simpasar.game.seats import play_bots
from simpasar.game.state import GameState
from towns import town

BOTS: dict[str, str | None] = {"melati": None, "kenanga": "par"}
WHY = "Listrik padam waktu putaran ini."
PRICES = (10_000, 11_000, 12_500)


def replayed(game: Game, saying: list[dict[str, Any]] | None = None) -> list[Step]:
    text = forged(payloads(game) if saying is None else saying)
    return list(replay([json.loads(line) for line in text.splitlines()], game.chance.seed))


def steps(game: Game) -> Iterator[Step]:
    """A replay that goes as it is read: a step's game is that of its own moment."""
    return replay([json.loads(line) for line in lines(game)], game.chance.seed)


def told(week: LivedWeek) -> tuple[str, dict[str, DecisionSheet], bool]:
    return week.monday.digest(), week.sheets, week.closing


def agrees(game: Game) -> Game:
    """The game that a replay of this game's record gives, found to be the same."""
    other = replayed(game)[-1].game
    assert other.state.digest() == game.state.digest()
    assert (other.setup, other.messages) == (game.setup, game.messages)
    assert other.sheets == game.sheets
    assert [told(week) for week in other.lived] == [told(week) for week in game.lived]
    assert (other.played, other.community) == (game.played, game.community)
    return other


def priced(game: Game, price: int) -> DecisionSheet:
    sheet = game.state.teams["melati"].sheet.carried()
    decisions = sheet.decisions.model_copy(update={"prices": {"uduk": price}})
    return DecisionSheet(decisions=decisions, reason=f"Rp {price}")


def week(game: Game, price: int = 12_000) -> GameState:
    """Melati's people hand in a sheet, the others are bots, and the week is lived."""
    if game.setup.bots["melati"] is None:
        game.decide({"melati": ("people", priced(game, price))})
    play_bots(game)
    return game.live_week().state


def after(weeks: int) -> Game:
    game = begin(town(), BOTS)
    for _number in range(weeks):
        week(game)
    return game


def last_entry(game: Game) -> dict[str, Any]:
    return payloads(game)[-1]


ACTS: dict[str, Callable[[Game], object]] = {
    "seat": lambda game: game.seat("melati", "par", WHY, "Tim Satu"),
    "undo": lambda game: game.undo(WHY),
    "weeks": lambda game: game.set_weeks(5, WHY),
    "time": lambda game: game.extra_time(60, WHY),
    "message": lambda game: game.say("Semangat!"),
    "rescue": lambda game: game.rescue("melati", 1_000, WHY),
}
