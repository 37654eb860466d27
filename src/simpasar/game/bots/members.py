"""Players who differ in how they deal with others, and run their stalls alike: usual prices, as
many batches as were asked for. What one of them earns more than another comes from the dealing.
"""

from __future__ import annotations

from typing import Any

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots.neighbours import (
    cheap_programmes,
    cheapest_goods,
    knocks,
    may_take_part,
    membership,
    outside_cost,
    pool_cost,
    spare_cash,
    strong_cooperative,
    weekly_packs,
    within,
)
from simpasar.game.bots.planning import batches_for, legal_price, sheet_with
from simpasar.game.view import TeamView
from simpasar.scenario.community import Commitments


def _steady(view: TeamView) -> dict[str, Any]:
    """The stall of all players here."""
    products = view.scenario.products
    return {
        "prices": {
            name: legal_price(view, name, products[name].reference_price)
            for name in view.seat.products
        },
        "batches": batches_for(view, 1_000),
    }


def loner(view: TeamView) -> DecisionSheet:
    """The same stall without any cooperative: what the others are measured against."""
    return sheet_with(view, "Jalan sendiri.", **_steady(view))


def pooler(view: TeamView) -> DecisionSheet:
    """The same stall with the joint purchase, and nothing else of the cooperative."""
    spare = spare_cash(view)
    changes = _steady(view)
    if may_take_part(view, spare // 2):
        packs = within(view, weekly_packs(view, changes["batches"]), spare // 2)
        changes["cooperative"] = membership(view, changes["batches"], packs, 0, cheapest_goods)
    return sheet_with(view, "Belanja bersama.", **changes)


def cooperator(view: TeamView) -> DecisionSheet:
    """`koperasi`: joins, pledges what it will use, pays its part of the joint promotion, votes for
    a strong cooperative, and enters the programmes that cost little."""
    spare = spare_cash(view)
    changes = _steady(view)
    contribution = fair_part(view)
    if may_take_part(view, spare // 2):
        packs = within(view, weekly_packs(view, changes["batches"]), spare // 2)
        paid = min(contribution, max(0, spare // 4))
        changes["cooperative"] = membership(
            view, changes["batches"], packs, paid, strong_cooperative
        )
    elif knocks(view):
        changes["cooperative"] = Commitments(member=True)
    changes["programmes"] = cheap_programmes(view, spare // 4)
    return sheet_with(view, "Bersama lebih kuat.", **changes)


def free_rider(view: TeamView) -> DecisionSheet:
    """`penumpang`: a member for the cheap goods who never pays for the joint promotion.

    It votes for the lowest margin, buys outside whenever that is cheaper this week, and enters the
    programmes that cost little, as `koperasi` does.
    """
    spare = spare_cash(view)
    changes = _steady(view)
    if may_take_part(view, spare // 2):
        packs = within(view, weekly_packs(view, changes["batches"]), spare // 2)
        if packs and pool_cost(view, packs, {}) > outside_cost(view, packs) * 21 // 20:
            packs = {}
        changes["cooperative"] = membership(view, changes["batches"], packs, 0, cheapest_goods)
    elif knocks(view):
        changes["cooperative"] = Commitments(member=True)
    changes["programmes"] = cheap_programmes(view, spare // 4)
    return sheet_with(view, "Biar yang lain yang bayar.", **changes)


def borrower(view: TeamView) -> DecisionSheet:
    """`utang`: borrows all that lenders give, and grows on it: more batches, more promotion."""
    changes = _steady(view)
    borrow = {door.id: door.most for door in view.loans if door.most}
    if borrow or view.standing.debts:
        changes["batches"] = batches_for(view, 1_400)
        changes["promotion"] = min(
            max(0, view.cash // 5), view.scenario.market.promotion_half // 1_000 * 1_000
        )
        changes["helpers"] = view.scenario.rules.max_helpers
    changes["borrow"] = borrow
    changes["programmes"] = cheap_programmes(view, spare_cash(view) // 4)
    return sheet_with(view, "Modal besar, untung besar.", **changes)


def fair_part(view: TeamView) -> int:
    """A team's part of a joint promotion that reaches half of what it can: whole thousands."""
    rules = view.scenario.cooperative
    if rules is None or rules.promotion is None:
        return 0
    return rules.promotion.half // len(view.scenario.teams) // 1_000 * 1_000
