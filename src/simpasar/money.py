"""Rupiah: divide whole amounts without losing one, write what people read."""

from __future__ import annotations

from collections.abc import Sequence


def split(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Divide `amount` rupiah in proportion to `weights` so that the parts add up to it.

    Largest remainder (Hamilton's method); equal remainders go to the earlier part. Weights of
    only zeros share evenly.

    Raises:
        ValueError: no weights, or one below 0.
    """
    if not weights or min(weights) < 0:
        raise ValueError("weights must be one or more numbers of at least 0")
    total = sum(weights)
    if not total:
        weights, total = (1,) * len(weights), len(weights)
    parts = [amount * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(amount * weights[i] % total))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return tuple(parts)


def grouped(amount: int) -> str:
    """`12500` as `12.500`, negative with a leading minus."""
    return f"{amount:,}".replace(",", ".")


def rupiah(amount: int) -> str:
    """`12500` as `Rp 12.500`; a loss as `-Rp 12.500`."""
    return f"{'-' if amount < 0 else ''}Rp {grouped(abs(amount))}"


def signed(amount: int) -> str:
    """A difference: `+12.500` or `-12.500`."""
    return f"{'+' if amount > 0 else ''}{grouped(amount)}"
