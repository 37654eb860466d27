"""Who sits in a seat of an experiment: a bot, and what is changed about its decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simpasar.firm.legality import GROUP_FIELDS
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import Bot, bot
from simpasar.game.bots.members import loner
from simpasar.game.bots.planning import legal_price
from simpasar.game.view import TeamView
from simpasar.market.chance import Chance
from simpasar.scenario.model import DecisionGroup, Scenario

YARDSTICK = "par"
ALONE = "alone"
"""A stall run like those of `koperasi` and `penumpang`, without any dealing with others."""


@dataclass(frozen=True, slots=True)
class Player:
    """A bot with changes, each as far as its decisions are unlocked.

    `frozen`: groups left as they stand on the start sheet. `prices`: products with a fixed price,
    per mille of the reference price. `enters`: programmes entered as soon as they are open.
    `never`: programmes never entered. `borrows`: takes all that any lender gives. `draws`:
    rupiah taken home a week, whatever the business can bear.
    """

    bot: str = YARDSTICK
    frozen: tuple[DecisionGroup, ...] = ()
    prices: tuple[tuple[str, int], ...] = ()
    enters: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    borrows: bool = False
    draws: int | None = None


def sheet_of(player: Player, view: TeamView, chance: Chance) -> DecisionSheet:
    """The sheet that `player` hands in for this view."""
    decide: Bot = loner if player.bot == ALONE else bot(player.bot, chance)
    sheet = decide(view)
    standing = view.sheet.carried().decisions
    changes: dict[str, Any] = {
        field: getattr(standing, field) for group in player.frozen for field in GROUP_FIELDS[group]
    }
    if player.prices and "price" in view.unlocked:
        products = view.scenario.products
        changes["prices"] = dict(sheet.decisions.prices) | {
            name: legal_price(view, name, products[name].reference_price * factor // 1_000)
            for name, factor in player.prices
        }
    if (player.enters or player.never) and "programmes" in view.unlocked:
        changes["programmes"] = _programmes(player, view, sheet.decisions.programmes)
    if player.borrows and "finance" in view.unlocked:
        changes["borrow"] = {door.id: door.most for door in view.loans if door.most}
        changes["settle"] = ()
    if player.draws is not None and "household" in view.unlocked:
        changes["drawings"] = player.draws
    if not changes:
        return sheet
    return sheet.model_copy(update={"decisions": sheet.decisions.model_copy(update=changes)})


def _programmes(player: Player, view: TeamView, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Those chosen without those never entered; and those to enter that are open and can be
    paid."""
    offers = view.scenario.programmes
    wanted = [name for name in chosen if name not in player.never]
    cash = view.cash - sum(offers[name].cost for name in wanted)
    for door in view.programmes:
        new = door.id in player.enters and door.id not in wanted
        if new and door.open and offers[door.id].cost <= cash:
            cash -= offers[door.id].cost
            wanted.append(door.id)
    return tuple(wanted)


def with_what_it_takes(scenario: Scenario, programme: str) -> tuple[str, ...]:
    """A programme and all that must be finished before it."""
    needed, wanted = [], [programme]
    while wanted:
        name = wanted.pop()
        if name not in needed and name in scenario.programmes:
            needed.append(name)
            wanted += scenario.programmes[name].requires.programmes
    return tuple(sorted(needed))
