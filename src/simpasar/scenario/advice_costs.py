"""Advice about costs and prices: goods that cost more than anybody pays, slips of a digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simpasar.i18n import Language, _
from simpasar.money import rupiah
from simpasar.scenario.advice_parts import sold
from simpasar.scenario.advice_residents import ONE_IN_TWENTY, liking
from simpasar.scenario.costing import cheapest_suppliers, unit_cost
from simpasar.scenario.model import Pack, Scenario
from simpasar.scenario.references import Finding, Loc
from simpasar.scenario.vocabulary import field_word

SLIP = 10
"""A price so many times another is a digit too many, or a pack of another size, not a price."""


def costs(s: Scenario, language: Language) -> Iterator[Finding]:
    """Prices that are hardly meant, and products that cannot pay."""
    slips = list(_packs(s, language))
    yield from slips
    mistaken = {loc[-1] for loc, *_rest in slips}
    for name in sorted(sold(s)):
        if mistaken.isdisjoint(s.products[name].recipe):  # its cost would be wrong, too
            yield from _product(s, name, language)


# -- packs ----------------------------------------------------------------------------------


def _packs(s: Scenario, language: Language) -> Iterator[Finding]:
    """Packs that cost ten times what another supplier asks for as much."""
    offers: dict[str, dict[Loc, tuple[int, int]]] = {}
    for name, supplier in s.suppliers.items():
        for item, pack in supplier.goods.items():
            loc = ("suppliers", name, "goods", item)
            offers.setdefault(item, {})[loc] = _ratio(pack)
    purchase = s.cooperative.purchase if s.cooperative else None
    for item, good in (purchase.goods if purchase else {}).items():
        loc = ("cooperative", "purchase", "goods", item)
        offers.setdefault(item, {})[loc] = (good.price, good.amount)
    for item, found in offers.items():
        yield from _apart(item, found, language)


def _ratio(pack: Pack) -> tuple[int, int]:
    return pack.price, pack.amount


def _apart(
    item: str, offers: Mapping[Loc, tuple[int, int]], language: Language
) -> Iterator[Finding]:
    ordered = sorted(offers, key=lambda loc: offers[loc][0] * 1_000_000 // offers[loc][1])
    cheap, dear = ordered[0], ordered[-1]
    (low, much), (high, little) = offers[cheap], offers[dear]
    if high * much >= SLIP * low * little:
        message = _(
            "`{item}` costs {times} times as much here as at the cheapest: look at `{amount}` and"
            " `{price}` of both."
        )
        text = message.format(
            item=item,
            times=high * much // (low * little),
            amount=field_word("amount", language),
            price=field_word("price", language),
        )
        yield dear, "price-slip", text


# -- products -------------------------------------------------------------------------------


def _product(s: Scenario, name: str, language: Language) -> Iterator[Finding]:
    made, suppliers = s.products[name], cheapest_suppliers(s, name)
    if suppliers is None:
        return
    cost = min(unit_cost(s, name, grade, suppliers) for grade in made.grades)
    usual, loc = made.reference_price, ("products", name, "reference_price")
    recipe, batch = field_word("recipe", language), field_word("batch", language)
    if usual >= SLIP * max(1, cost):
        message = _(
            "`{name}` costs {cost} to make and is sold for {price}, {times} times as much: is a"
            " digit too many in the price, or too few in `{recipe}` or `{batch}`?"
        )
        text = message.format(
            name=name,
            cost=rupiah(cost),
            price=rupiah(usual),
            times=usual // max(1, cost),
            recipe=recipe,
            batch=batch,
        )
        yield loc, "price-slip", text
        return
    bearable = _bearable(s, name)
    # A bearable price below the usual one means that nobody wants it: that is said already.
    if bearable is not None and usual <= bearable < cost:
        message = _(
            "One `{name}` costs {cost} in ingredients, but hardly anybody would pay more than"
            " {most}: look at `{recipe}`, `{batch}` and the prices of the ingredients."
        )
        text = message.format(
            name=name, cost=rupiah(cost), most=rupiah(bearable), recipe=recipe, batch=batch
        )
        yield loc, "too-dear", text
    elif cost >= usual:
        message = _(
            "One `{name}` costs {cost} in ingredients, and its price is {price}: every sale loses"
            " money. Raise the price, or look at `{recipe}` and `{batch}`."
        )
        text = message.format(
            name=name, cost=rupiah(cost), price=rupiah(usual), recipe=recipe, batch=batch
        )
        yield loc, "sold-at-loss", text


def _bearable(s: Scenario, name: str) -> int | None:
    """The price, in rupiah, at which one in twenty of the segment that likes a product most still
    buys it (see `advice_residents`), within the rules; None where nobody goes out for it."""
    highest = s.products[name].reference_price * s.rules.price_high // 1_000
    found = []
    for key, segment in s.segments.items():
        liked = liking(s, key, name)
        if liked is None:
            continue
        weight = s.market.price_weight * segment.price_sensitivity
        room = liked + ONE_IN_TWENTY
        price = s.products[name].reference_price * room * 1_000 // weight if weight else highest
        found.append(max(0, min(highest, price)))
    return max(found, default=None)
