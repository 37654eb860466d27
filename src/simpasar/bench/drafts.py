"""A product as a trainer tells it, before there is a scenario: recipe, prices, HPP, margin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from simpasar.firm.costing import break_even, half_up
from simpasar.i18n import Language

Unit: TypeAlias = Literal["g", "ml", "pcs"]
Use: TypeAlias = Literal["breakfast", "snack", "side_dish", "keeping"]
"""What residents go out for: breakfast, a snack, a dish for home, a snack that keeps."""

USES: tuple[Use, ...] = ("breakfast", "snack", "side_dish", "keeping")

LONGEST_ID = 40
VALUES = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""What some reader of YAML takes for a value, and not for a word."""
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Both:
    """A text in both languages."""

    id: str
    en: str

    def of(self, language: Language) -> str:
        """The text in a language."""
        return self.en if language == "en" else self.id


def same(text: str) -> Both:
    """A text that serves both languages, such as the name of a dish."""
    return Both(text, text)


@dataclass(frozen=True, slots=True)
class DraftIngredient:
    """`amount` base units (grams, millilitres, pieces) go into a batch; a pack of `pack_amount`
    costs `pack_price` rupiah. `source`: where the price comes from."""

    name: Both
    unit: Unit
    amount: int
    pack_amount: int
    pack_price: int
    keeps_days: int = 30
    source: Both = Both("asumsi", "assumption")

    @property
    def cost(self) -> Fraction:
        """Rupiah in one batch, exactly."""
        return Fraction(self.amount * self.pack_price, self.pack_amount)


@dataclass(frozen=True, slots=True)
class DraftProduct:
    """A product: `batch` units come out of one batch of the `ingredients`, and are good for
    `shelf_life_hours`; the usual `price` is rupiah a unit."""

    name: Both
    unit: Both
    use: Use
    batch: int
    shelf_life_hours: int
    price: int
    ingredients: tuple[DraftIngredient, ...]
    source: Both = Both("asumsi", "assumption")

    @property
    def unit_cost(self) -> int:
        """HPP bahan: rupiah of ingredients in one unit."""
        cost = sum((item.cost for item in self.ingredients), Fraction(0)) / self.batch
        return half_up(cost.numerator, cost.denominator)

    @property
    def margin(self) -> int:
        """What the usual price leaves, rupiah a unit."""
        return self.price - self.unit_cost

    def break_even(self, fixed: int) -> int | None:
        """Units whose margins cover `fixed` rupiah; None where no number of units does."""
        return break_even(fixed, self.price, self.unit_cost)


def id_of(name: str, fallback: str, taken: Iterable[str] = ()) -> str:
    """An id made from a name: small letters, digits and underscores, begun with a letter, none of
    those `taken`, and no word that YAML takes for a value. Names without a single such letter are
    called `fallback`."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = _NO_ID.sub("_", "".join(sign for sign in bare if not unicodedata.combining(sign)))
    bare = bare.strip("_")
    if not bare:
        bare = fallback
    elif not bare[0].isalpha() or bare in VALUES:
        bare = f"{fallback}_{bare}"
    bare = bare[:LONGEST_ID].rstrip("_")
    known, number, found = set(taken), 1, bare
    while found in known:
        number += 1
        tail = f"_{number}"
        found = bare[: LONGEST_ID - len(tail)] + tail
    return found
