"""The kitchen of one day: which batch starts when, with the hands and equipment there are."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.market.goods import UnmadeReason
from simpasar.market.stall import Stall
from simpasar.scenario.model import Product
from simpasar.scenario.parts import DAY


class Kitchen:
    """Hands and equipment of one stall on one day.

    Every hand works from the kitchen's opening; those who serve stop when the stall opens, the
    others when it closes. A batch keeps its hands and its piece of equipment while it is worked on.
    """

    def __init__(self, stall: Stall, day: int) -> None:
        start = day * DAY
        opens, closes = start + stall.decisions.opens, start + stall.decisions.closes
        hands = stall.plan.hands
        free = start + stall.seat.kitchen_opens
        self.hands = [
            (free, closes if hand < hands - stall.servers else opens) for hand in range(hands)
        ]
        self.equipment = {name: [free] * count for name, count in stall.plan.equipment.items()}

    def book(self, product: Product, now: int) -> int | UnmadeReason:
        """Reserve what one batch needs; the second its work starts, or why it cannot be made."""
        if product.hands > len(self.hands):
            return "hands"
        pieces = self.equipment.get(product.equipment or "", [])
        if product.equipment and not pieces:
            return "equipment"
        work = product.work_minutes * 60
        from_piece = max(now, min(pieces, default=now))
        for start in sorted({max(from_piece, free) for free, _ in self.hands}):
            able = [
                hand for hand, (free, until) in enumerate(self.hands)
                if free <= start and start + work <= until
            ]  # fmt: skip
            if len(able) >= product.hands:
                self._keep(able, product.hands, pieces, start + work)
                return start
        return "time"

    def _keep(self, able: list[int], count: int, pieces: list[int], until: int) -> None:
        # Hands that must leave for the counter go first, so that the others stay free for later.
        for hand in sorted(able, key=lambda hand: self.hands[hand][1])[:count]:
            self.hands[hand] = until, self.hands[hand][1]
        if pieces:
            pieces[pieces.index(min(pieces))] = until


def batches_of_day(stall: Stall, day: int) -> Iterator[str]:
    """The day's planned batches, one of each product in turn, so that none waits for all others."""
    planned = {
        product: stall.decisions.batches[product].on(day)
        for product, recipe in stall.recipes.items()
        if recipe.product.made == "batch"
    }
    for turn in range(max(planned.values(), default=0)):
        yield from (product for product, count in planned.items() if turn < count)
