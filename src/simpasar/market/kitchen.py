"""The kitchen of one day: which batch starts when, with the hands and equipment there are."""

from __future__ import annotations

from simpasar.market.goods import UnmadeReason
from simpasar.market.stall import Stall
from simpasar.scenario.model import Product, Scenario
from simpasar.scenario.parts import DAY


class SharedPieces:
    """The cooperative's equipment: when each piece is free again, in seconds of the week."""

    def __init__(self, scenario: Scenario) -> None:
        shared = scenario.cooperative.equipment if scenario.cooperative else {}
        self.free = {item: [0] * pieces.count for item, pieces in shared.items()}
        self.hourly_fee = {item: pieces.hourly_fee for item, pieces in shared.items()}

    def hours(self, product: Product) -> int:
        """Hours begun that a batch keeps a piece busy."""
        return -(-product.work_minutes // 60)

    def fee(self, product: Product) -> int:
        """Rupiah to hire a piece for one batch."""
        return self.hours(product) * self.hourly_fee[product.equipment or ""]


class Kitchen:
    """Hands and equipment of one stall on one day, and what it may hire of the shared pieces.

    Every hand works from the kitchen's opening; those who serve stop when the stall opens, the
    others when it closes. A batch keeps its hands and its piece of equipment while it is worked on.
    """

    def __init__(self, stall: Stall, day: int, shared: SharedPieces) -> None:
        self.stall, self.shared = stall, shared
        start = day * DAY
        opens, closes = start + stall.decisions.opens, start + stall.decisions.closes
        hands = stall.plan.hands
        free = start + stall.seat.kitchen_opens
        self.hands = [
            (free, closes if hand < hands - stall.servers else opens) for hand in range(hands)
        ]
        self.equipment = {name: [free] * count for name, count in stall.plan.equipment.items()}

    def earliest(self, product: Product, now: int) -> int | UnmadeReason:
        """The first second at which the work on one batch could start, or why it never can."""
        if product.hands > len(self.hands):
            return "hands"
        pieces = self._own(product)
        if self.stall.hours_left:
            pieces = pieces + self._hirable(product)
        if product.equipment and not pieces:
            return "cash" if self._hours_left(product) else "equipment"
        from_piece = max(now, min(pieces)) if pieces else now
        if len(self._able(product, from_piece)) >= product.hands:
            return from_piece
        for start in sorted({max(from_piece, free) for free, _ in self.hands}):
            if len(self._able(product, start)) >= product.hands:
                return start
        return "time"

    def book(self, product: Product, start: int) -> None:
        """Keep what one batch needs busy from `start`, which `earliest` gave; pay for the hire."""
        until = start + product.work_minutes * 60
        # Hands that must leave for the counter go first, so that the others stay free for later.
        able = self._able(product, start)
        if len(able) > product.hands:
            able.sort(key=lambda hand: self.hands[hand][1])
        for hand in able[: product.hands]:
            self.hands[hand] = until, self.hands[hand][1]
        own = self._own(product)
        if own and min(own) <= start:
            own[own.index(min(own))] = until
        elif product.equipment:
            pieces = self.shared.free[product.equipment]
            pieces[pieces.index(min(pieces))] = until
            hours, fee = self.shared.hours(product), self.shared.fee(product)
            self.stall.hire(product.equipment, hours, fee, start)

    def _able(self, product: Product, start: int) -> list[int]:
        """Hands that are free at `start` and may stay until the batch's work is done."""
        until = start + product.work_minutes * 60
        return [
            hand for hand, (free, off) in enumerate(self.hands) if free <= start and until <= off
        ]

    def _own(self, product: Product) -> list[int]:
        return self.equipment.get(product.equipment or "", [])

    def _hours_left(self, product: Product) -> bool:
        """Whether the hours that this stall has asked for suffice for one more batch."""
        left = self.stall.hours_left.get(product.equipment or "", 0)
        return left > 0 and left >= self.shared.hours(product)

    def _hirable(self, product: Product) -> list[int]:
        """The shared pieces, where hours and cash suffice for one batch."""
        if not self._hours_left(product) or self.stall.cash < self.shared.fee(product):
            return []
        return self.shared.free[product.equipment or ""]


def batches_of_day(stall: Stall, day: int) -> list[str]:
    """The day's planned batches, one of each product in turn, so that none waits for all others."""
    planned = {
        product: stall.decisions.batches[product].on(day)
        for product, recipe in stall.recipes.items()
        if recipe.product.made == "batch"
    }
    turns = range(max(planned.values(), default=0))
    return [product for turn in turns for product, count in planned.items() if turn < count]


def next_batch(
    stall: Stall, kitchen: Kitchen, waiting: list[str], now: int
) -> tuple[str, int | UnmadeReason]:
    """Which of the waiting batches starts next, and when: the first in turn that can start first.

    So a batch that waits for its equipment does not hold up another that could be made meanwhile.
    Where none can start any more, the first in turn and why.
    """
    best: tuple[int, str] | None = None
    reasons: list[UnmadeReason] = []
    for product in dict.fromkeys(waiting):
        start = kitchen.earliest(stall.recipes[product].product, now)
        if isinstance(start, str):
            reasons.append(start)
        elif start <= now:
            return product, start
        elif best is None or start < best[0]:
            best = start, product
    return (best[1], best[0]) if best else (waiting[0], reasons[0])
