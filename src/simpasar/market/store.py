"""A stall's goods: lots by item, used first expired first, thrown away when they expire."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass

from simpasar.market.goods import Lot, Taken


@dataclass(slots=True)
class _Held:
    """A lot and what is left of it: counted down here, for a new Lot at every sale is slow."""

    lot: Lot
    left: int


def _age(held: _Held) -> tuple[int, int]:
    return held.lot.expires_at, held.lot.id


class Store:
    """The usable lots of one stall. The only place that decides which lot goes first."""

    def __init__(self) -> None:
        self._held: dict[str, list[_Held]] = {}
        self._quantity: dict[str, int] = {}

    def quantity(self, item: str) -> int:
        """How much of `item` is at hand."""
        return self._quantity.get(item, 0)

    def lasting(self, item: str, until: int) -> int:
        """How much of `item` will still be usable at second `until`."""
        return sum(held.left for held in self._held.get(item, []) if held.lot.expires_at > until)

    def put(self, lot: Lot) -> None:
        """Add a lot that is ready for use."""
        insort(self._held.setdefault(lot.item, []), _Held(lot, lot.quantity), key=_age)
        self._quantity[lot.item] = self.quantity(lot.item) + lot.quantity

    def take(self, item: str, quantity: int) -> Taken:
        """Take `quantity` of `item`, the soonest to expire first.

        Raises:
            ValueError: more than is at hand.
        """
        at_hand = self._quantity.get(item, 0)
        if quantity > at_hand:
            raise ValueError(f"{quantity} of {item} wanted, {at_hand} at hand")
        if not quantity:
            return ()
        self._quantity[item] = at_hand - quantity
        held = self._held[item]
        taken = []
        while quantity >= held[0].left:
            first = held.pop(0)
            taken.append((first.lot.id, first.left))
            quantity -= first.left
            if not quantity:
                return tuple(taken)
        held[0].left -= quantity
        taken.append((held[0].lot.id, quantity))
        return tuple(taken)

    def discard_expired(self, item: str, now: int) -> list[Lot]:
        """Remove and return what is left of the lots of `item` that expire by `now`."""
        held = self._held.get(item, [])
        gone = [_rest(old) for old in held if old.lot.expires_at <= now]
        del held[: len(gone)]
        self._quantity[item] = self.quantity(item) - sum(lot.quantity for lot in gone)
        return gone

    def lots(self) -> Iterable[Lot]:
        """Everything at hand, by item, soonest to expire first."""
        return (_rest(held) for kept in self._held.values() for held in kept)


def _rest(held: _Held) -> Lot:
    """What is left of a lot, as a lot: made outright, for `replace` takes thrice as long."""
    lot = held.lot
    return Lot(lot.id, lot.item, held.left, lot.ready_at, lot.expires_at)
