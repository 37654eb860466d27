"""Computer players: each sees a TeamView and hands in a DecisionSheet, as people do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import members, simple
from simpasar.game.bots.par import par
from simpasar.game.view import TeamView
from simpasar.i18n import _
from simpasar.market.chance import Chance
from simpasar.scenario.problems import suggestion

Bot: TypeAlias = Callable[[TeamView], DecisionSheet]

_BOTS: dict[str, Bot] = {
    "par": par,
    "hati-hati": simple.cautious,
    "banting-harga": simple.price_cutter,
    "mutu": simple.quality_first,
    "ikut-pasar": simple.follower,
    "stok-penuh": simple.overstocker,
    "diam": simple.unchanging,
    "koperasi": members.cooperator,
    "penumpang": members.free_rider,
    "utang": members.borrower,
}
_RANDOM = "acak"

BOT_NAMES: tuple[str, ...] = (*_BOTS, _RANDOM)


class UnknownBot(Exception):
    """No bot has this name; the message says which there are."""

    def __init__(self, name: str) -> None:
        message = _("There is no bot {name}.").format(name=name)
        super().__init__(f"{message} {suggestion(name, BOT_NAMES)}")
        self.name = name


def check_bot(name: str) -> None:
    """Raise UnknownBot where no bot has this name."""
    if name not in BOT_NAMES:
        raise UnknownBot(name)


def bot(name: str, chance: Chance) -> Bot:
    """The bot of this name. `chance` serves the random player only.

    Raises:
        UnknownBot: there is none.
    """
    check_bot(name)
    return partial(simple.random_player, chance=chance) if name == _RANDOM else _BOTS[name]
