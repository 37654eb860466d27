"""What `par` spends to grow: on being known, on hands, on the piece that buyers wait for."""

from __future__ import annotations

from simpasar.game.view import TeamView

_NO_MORE = ("time", "hands", "equipment")
"""Why a batch cannot be made however much is paid for ingredients."""


def scarce(view: TeamView, product: str) -> bool:
    """Whether last week the kitchen could make no more of it and buyers went without.

    Then a lower price would sell no unit more, and a higher one loses only those who get none.
    """
    last = view.history[-1]
    held_up = any(name == product and why in _NO_MORE for name, why, _ in last.unmade)
    counts = last.products[product]
    return held_up and counts.lost_stockout * 10 > counts.sold


def fixed_costs(view: TeamView) -> int:
    """The cash to keep: a week's fixed costs."""
    return view.seat.rent + view.seat.overhead


def promotion_worth(view: TeamView, prices: dict[str, int], costs: dict[str, int]) -> int:
    """The spending whose new customers bring the most, over this week and the next two."""
    if not view.history:
        return view.sheet.decisions.promotion
    market, last = view.scenario.market, view.history[-1]
    weekly = sum(
        (prices[name] - costs[name]) * counts.sold
        for name, counts in last.products.items()
        if not scarce(view, name)
    )
    spare = max(0, view.cash - 2 * (view.seat.rent + view.seat.overhead) - view.cash // 2)
    weeks = min(3, max(1, view.scenario.weeks - view.week + 1))

    def gain(spent: int) -> int:
        reached = (1_000 - last.awareness) * spent // (spent + market.promotion_half)
        # Half: some of the new would have come to hear of the stall anyway.
        return weeks * weekly * reached // max(1, last.awareness) // 2 - spent

    choices = [share * market.promotion_half // 4 // 1_000 * 1_000 for share in range(5)]
    return max((s for s in choices if s <= spare), key=lambda s: (gain(s), -s), default=0)


def hands_to_hire(view: TeamView, prices: dict[str, int], costs: dict[str, int]) -> int:
    """One helper more where the lost queue would pay for him; one less where he costs too much."""
    now = view.sheet.decisions.helpers
    if not view.history:
        return now
    rules, last = view.scenario.rules, view.history[-1]
    wage = rules.helper_wage * view.scenario.days
    short_of_hands = any(reason in ("hands", "time") for _, reason, _ in last.unmade)
    margins = {name: prices[name] - costs[name] for name in last.products}
    lost = sum(margins[name] * counts.lost_queue for name, counts in last.products.items())
    unmade = sum(
        margins[name] * min(counts.lost_stockout, _held_up(view, name))
        for name, counts in last.products.items()
    )
    at_counter = view.seat.hands + now < view.seat.counter
    if (
        (at_counter and lost > 2 * wage) or (short_of_hands and lost + unmade > 2 * wage)
    ) and now < rules.max_helpers:
        return now + 1
    if now and lost + unmade == 0:
        return now - 1
    return now


def _held_up(view: TeamView, product: str) -> int:
    """Units of a product that last week's hands and hours could not make, and its equipment
    could."""
    batch = view.scenario.products[product].batch
    wanted = sum(
        count * batch
        for name, reason, count in view.history[-1].unmade
        if name == product and reason in ("hands", "time")
    )
    most = _most_made(view, product)
    return wanted if most is None else min(wanted, max(0, most - _made(view, product)))


# -- equipment ------------------------------------------------------------------------------


def _needs_pieces(view: TeamView, product: str) -> bool:
    """Whether the pieces it is made on were busy last week for as long as the kitchen is open."""
    most = _most_made(view, product)
    return most is not None and _made(view, product) >= most


def _made(view: TeamView, product: str) -> int:
    return view.history[-1].products[product].made


def _most_made(view: TeamView, product: str) -> int | None:
    """Units that the team's own pieces can make in a week's kitchen hours; None where no piece
    bounds it."""
    made, decisions = view.scenario.products[product], view.history[-1].decisions
    pieces = view.books.equipment.get(made.equipment or "", 0)
    if not pieces or made.made == "to_order" or not made.work_minutes:
        return None
    open_minutes = (decisions.closes - view.seat.kitchen_opens) // 60
    a_day = pieces * (open_minutes // made.work_minutes)
    return a_day * made.batch * view.scenario.days


def pieces_to_buy(view: TeamView, prices: dict[str, int], costs: dict[str, int]) -> dict[str, int]:
    """One more piece where it is what buyers wait for, and it earns its price in the season.

    What is written off by the end is its cost; the rest of it is still worth its money.
    """
    left = view.scenario.weeks - view.week + 1
    for product in view.seat.products:
        item = view.scenario.products[product].equipment
        if item is None or not (scarce(view, product) and _needs_pieces(view, product)):
            continue
        piece = view.scenario.equipment[item]
        more = view.history[-1].products[product].lost_stockout * (prices[product] - costs[product])
        written_off = piece.price * min(left, piece.life_weeks) // piece.life_weeks
        affordable = 2 * piece.price + 2 * fixed_costs(view) <= view.cash
        if affordable and left * more // 2 > 2 * written_off:
            return {item: 1}
    return {}
