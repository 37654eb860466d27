"""A stall's goods: lots by item, used first expired first, thrown away when they expire."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable

from simpasar.market.goods import Lot, Taken


def _age(lot: Lot) -> tuple[int, int]:
    return lot.expires_at, lot.id


class Store:
    """The usable lots of one stall. The only place that decides which lot goes first."""

    def __init__(self) -> None:
        self._lots: dict[str, list[Lot]] = {}
        self._quantity: dict[str, int] = {}

    def quantity(self, item: str) -> int:
        """How much of `item` is at hand."""
        return self._quantity.get(item, 0)

    def put(self, lot: Lot) -> None:
        """Add a lot that is ready for use."""
        insort(self._lots.setdefault(lot.item, []), lot, key=_age)
        self._quantity[lot.item] = self.quantity(lot.item) + lot.quantity

    def take(self, item: str, quantity: int) -> Taken:
        """Take `quantity` of `item`, the soonest to expire first.

        Raises:
            ValueError: more than is at hand.
        """
        if quantity > self.quantity(item):
            raise ValueError(f"{quantity} of {item} wanted, {self.quantity(item)} at hand")
        lots = self._lots.get(item, [])
        self._quantity[item] = self.quantity(item) - quantity
        taken = []
        while quantity:
            lot = lots[0]
            part = min(quantity, lot.quantity)
            taken.append((lot.id, part))
            quantity -= part
            if part == lot.quantity:
                del lots[0]
            else:
                lots[0] = Lot(lot.id, item, lot.quantity - part, lot.ready_at, lot.expires_at)
        return tuple(taken)

    def discard_expired(self, item: str, now: int) -> list[Lot]:
        """Remove and return what is left of the lots of `item` that expire by `now`."""
        lots = self._lots.get(item, [])
        gone = [lot for lot in lots if lot.expires_at <= now]
        del lots[: len(gone)]
        self._quantity[item] = self.quantity(item) - sum(lot.quantity for lot in gone)
        return gone

    def lots(self) -> Iterable[Lot]:
        """Everything at hand, by item, soonest to expire first."""
        return (lot for lots in self._lots.values() for lot in lots)
