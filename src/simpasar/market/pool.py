"""The members' joint purchase: one delivery for all, at prices that fall with the total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.market.goods import Pooled, Undelivered, UndeliveredReason
from simpasar.market.news import market_price
from simpasar.market.result import JointWeek
from simpasar.market.stall import Stall
from simpasar.money import split
from simpasar.scenario.community import JointPurchase, PooledGood
from simpasar.scenario.parts import DAY

POOL = "joint purchase"
"""What movements name as the supplier of a joint purchase: no id, so that no supplier is called so.
"""

Pledges = Mapping[str, int]
"""Packs of each ingredient."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What a member pays for each ingredient, and her share of the lorry; `advanced` for her."""

    paid: dict[str, int]
    margin: int
    fee: int
    advanced: int

    @property
    def cash(self) -> int:
        return sum(self.paid.values()) + self.fee - self.advanced


def tier(good: PooledGood, packs: int) -> int:
    """The share of the price, per mille, when `packs` are ordered by all together."""
    return min((factor for least, factor in good.tiers.items() if packs >= least), default=1_000)


def pack_prices(
    purchase: JointPurchase, total: Pledges, index: Mapping[str, int], margin: int
) -> dict[str, tuple[int, int]]:
    """For each ingredient ordered, rupiah a pack to the wholesaler and to the member.

    `index`: the day's price of each ingredient, per mille of the usual.
    """
    prices = {}
    for item, packs in total.items():
        good = purchase.goods[item]
        day = 1_000 if purchase.fixed_price else index[item]
        cost = market_price(good.price, day * tier(good, packs) // 1_000)
        prices[item] = cost, max(cost, market_price(cost, 1_000 + margin))
    return prices


def bills(
    purchase: JointPurchase,
    pledges: Mapping[str, Pledges],
    cash: Mapping[str, int],
    index: Mapping[str, int],
    joint: JointWeek,
) -> dict[str, Bill]:
    """What each member pays who can; who cannot is left out, and the others pay for the smaller
    total. If the rule of the scenario says so, the cooperative's fund advances what is short.

    Where it cannot do so for all, who lacks most is left out first: it serves most members so, and
    nobody for her name. Of those who lack as much, the last in the order of the teams.
    """
    buyers = {team: wanted for team, wanted in pledges.items() if any(wanted.values())}
    while buyers:
        total: dict[str, int] = {}
        for wanted in buyers.values():
            for item, packs in wanted.items():
                total[item] = total.get(item, 0) + packs
        prices = pack_prices(purchase, total, index, joint.margin)
        fund = joint.fund if purchase.unpaid == "advance" else 0
        found = _bills(purchase, buyers, cash, prices)
        if sum(bill.advanced for bill in found.values()) <= fund:
            return found
        del buyers[max(reversed(found), key=lambda team: found[team].advanced)]
    return {}


def _bills(
    purchase: JointPurchase,
    buyers: Mapping[str, Pledges],
    cash: Mapping[str, int],
    prices: Mapping[str, tuple[int, int]],
) -> dict[str, Bill]:
    """Everybody's bill, if the cooperative advances whatever is short."""
    paid = {
        team: {item: packs * prices[item][1] for item, packs in wanted.items() if packs}
        for team, wanted in buyers.items()
    }
    fees = split(purchase.delivery_fee, [sum(parts.values()) for parts in paid.values()])
    found = {}
    for (team, parts), fee in zip(paid.items(), fees, strict=True):
        cost = sum(buyers[team][item] * prices[item][0] for item in parts)
        value = sum(parts.values())
        found[team] = Bill(parts, value - cost, fee, max(0, value + fee - cash[team]))
    return found


def deliver(
    purchase: JointPurchase,
    stalls: Mapping[str, Stall],
    shut: Mapping[str, bool],
    index: Mapping[str, int],
    joint: JointWeek,
    now: int,
) -> None:
    """The lorry comes: goods and bills for all who pledged and can pay."""
    pledges = {team: stall.plan.pledges for team, stall in stalls.items() if not shut[team]}
    cash = {team: stall.cash for team, stall in stalls.items()}
    paying = bills(purchase, pledges, cash, index, joint)
    for team, stall in stalls.items():
        if team in paying:
            _hand_out(purchase, stall, paying[team], now)
        else:
            _turn_away(stall, now, "closed" if shut[team] else "cash")


def _hand_out(purchase: JointPurchase, stall: Stall, bill: Bill, now: int) -> None:
    lots = []
    for item in bill.paid:
        amount = stall.plan.pledges[item] * purchase.goods[item].amount
        life = stall.scenario.ingredients[item].shelf_life_days * DAY
        lots.append(stall.new_lot(item, amount, now, now + life))
    stall.cash -= bill.cash
    stall.movements.append(
        Pooled(now, tuple(lots), tuple(bill.paid.values()), bill.margin, bill.fee, bill.advanced)
    )
    for lot in lots:
        stall.stock(lot)


def _turn_away(stall: Stall, now: int, reason: UndeliveredReason) -> None:
    for item, packs in stall.plan.pledges.items():
        if packs:
            stall.movements.append(Undelivered(now, POOL, item, packs, reason))
