"""Goods and what happens to them: lots, and the movements a week reports of each stall.

All times are seconds since Monday 00:00 of the week at hand; a lot left from an earlier week may
have been ready at a negative time, one still fermenting becomes ready later than now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Taken: TypeAlias = tuple[tuple[int, int], ...]
"""(lot id, quantity) pairs, in the order they were taken."""

UnmadeReason = Literal["ingredients", "hands", "equipment", "time", "closed", "cash"]
UndeliveredReason = Literal["cash", "minimum", "closed"]


@dataclass(frozen=True, slots=True)
class Lot:
    """A quantity of one ingredient (base units) or product (sale units) of one age.

    Usable from `ready_at` up to, not including, `expires_at`.
    """

    id: int
    item: str
    quantity: int
    ready_at: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class Order:
    """Packs of each ingredient on their way from a supplier, due on market day `day` (0 is the
    Monday of the week at hand, 7 the Monday after)."""

    supplier: str
    day: int
    packs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """Goods came and were paid in cash: one lot an ingredient, with the rupiah paid for it."""

    at: int
    supplier: str
    lots: tuple[Lot, ...]
    paid: tuple[int, ...]
    fee: int


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Packs that were ordered or wanted and did not come."""

    at: int
    supplier: str
    ingredient: str
    packs: int
    reason: UndeliveredReason


@dataclass(frozen=True, slots=True)
class Made:
    """One batch: the ingredient lots that went in, the product lot that comes out.

    `at` is the start of the work, when the ingredients are taken; `lot.ready_at` is later.
    """

    at: int
    lot: Lot
    used: Taken


@dataclass(frozen=True, slots=True)
class Unmade:
    """Planned batches that were not made, and why."""

    at: int
    product: str
    batches: int
    reason: UnmadeReason


@dataclass(frozen=True, slots=True)
class Sold:
    """Units sold up to `at` since the last settlement of this product, for cash.

    `taken` names product lots, or ingredient lots where the product is made to order.
    """

    at: int
    product: str
    units: int
    revenue: int
    taken: Taken


@dataclass(frozen=True, slots=True)
class Spoiled:
    """What was left of a lot when it expired: thrown away."""

    at: int
    lot: int
    item: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Pooled:
    """A member's part of a joint purchase came: `paid` for each lot, `margin` of it for the
    cooperative, and a share of the lorry's `fee`. The cooperative `advanced` a part of it all."""

    at: int
    lots: tuple[Lot, ...]
    paid: tuple[int, ...]
    margin: int
    fee: int
    advanced: int

    @property
    def cash(self) -> int:
        """Rupiah that left the till."""
        return sum(self.paid) + self.fee - self.advanced


@dataclass(frozen=True, slots=True)
class Hired:
    """A shared piece of equipment was used for `hours` begun, for `fee` rupiah in cash."""

    at: int
    item: str
    hours: int
    fee: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Units of a big order handed over for `revenue` in cash, and how many were `short`."""

    at: int
    contract: str
    product: str
    units: int
    short: int
    revenue: int
    taken: Taken


@dataclass(frozen=True, slots=True)
class Collected:
    """A lender came for `due` rupiah and got `paid` of them."""

    at: int
    loan: str
    due: int
    paid: int


Movement: TypeAlias = (
    Delivered | Undelivered | Made | Unmade | Sold | Spoiled
    | Pooled | Hired | HandedOver | Collected
)  # fmt: skip
