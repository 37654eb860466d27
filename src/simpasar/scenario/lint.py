"""Meaning: what types cannot tell of a scenario: names that lead nowhere, starts not legal.

Every finding is a place (keys and indices from the top, in English field names), a stable code and
a sentence in which keys are named as the file names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, TypeAlias

from simpasar.i18n import Language, _
from simpasar.scenario.model import FloodEvent, FootfallEvent, PriceEvent, Scenario, Seat
from simpasar.scenario.parts import clock_text
from simpasar.scenario.vocabulary import field_word

Finding: TypeAlias = tuple[tuple[str | int, ...], str, str]


def meaning(scenario: Scenario, language: Language) -> Iterator[Finding]:
    """Everything in `scenario` that could not be played, in no particular order."""
    yield from _references(scenario)
    yield from _markets(scenario)
    for team, seat in scenario.teams.items():
        yield from _seat(scenario, ("teams", team), seat, language)


def _names(
    loc: tuple[str | int, ...], used: Iterable[str], known: Iterable[str], tail: bool = True
) -> Iterator[Finding]:
    """Each name in `used` that is not `known`. Names are keys below `loc`, or its value."""
    names = list(known)
    for name in used:
        if name not in names:
            close = get_close_matches(name, names, 1, 0.6)
            hint = (
                _("Did you mean `{word}`?").format(word=close[0])
                if close
                else _("Known are: {words}.").format(words=", ".join(names) or "-")
            )
            message = _("`{name}` does not exist.").format(name=name)
            yield (*loc, name) if tail else loc, "unknown-name", f"{message} {hint}"


def _references(s: Scenario) -> Iterator[Finding]:
    for name, segment in s.segments.items():
        here = ("segments", name)
        yield from _names((*here, "residents"), segment.residents, s.places)
        yield from _names((*here, "taste"), segment.taste, s.products)
        yield from _names((*here, "needs"), segment.needs, s.needs)
    for name, supplier in s.suppliers.items():
        yield from _names(("suppliers", name, "goods"), supplier.goods, s.ingredients)
    for name, product in s.products.items():
        here = ("products", name)
        yield from _names((*here, "need"), [product.need], s.needs, tail=False)
        yield from _names((*here, "recipe"), product.recipe, s.ingredients)
        if product.equipment is not None:
            yield from _names((*here, "equipment"), [product.equipment], s.equipment, tail=False)
    for name, weather in s.weather.items():
        yield from _names(("weather", name, "needs"), weather.needs, s.needs)
        yield from _names(("weather", name, "taste"), weather.taste, s.products)
    for name, event in s.events.items():
        here = ("events", name)
        match event:
            case PriceEvent():
                yield from _names((*here, "factors"), event.factors, s.ingredients)
            case FootfallEvent():
                yield from _names((*here, "needs"), event.needs, s.needs)
                yield from _names((*here, "segments"), event.segments, s.segments, tail=False)
            case FloodEvent():
                yield from _names((*here, "places"), event.places, s.places, tail=False)


def _markets(s: Scenario) -> Iterator[Finding]:
    for need in s.needs:
        sellers = [t for t in s.teams.values() for p in t.products if _serves(s, p, need)]
        if not sellers:
            yield ("needs", need), "unserved", _("Nobody sells anything for this need.")
    if not any(segment.needs for segment in s.segments.values()):
        return
    for month in {s.start.month, (s.start.month % 12) + 1}:
        if not any(kind.weight_in(month) for kind in s.weather.values()):
            message = _("No kind of weather can come in month {month}.").format(month=month)
            yield ("weather",), "no-weather", message
    residents = sum(n for segment in s.segments.values() for n in segment.residents.values())
    if not 1 <= residents <= 100_000:
        message = _("There are {count} residents; a game needs from 1 to 100,000.")
        yield ("segments",), "residents", message.format(count=residents)
    if len(s.teams) > 30:
        yield ("teams",), "teams", _("There are more than 30 teams: no class needs so many.")


def _serves(s: Scenario, product: str, need: str) -> bool:
    return product in s.products and s.products[product].need == need


def _seat(s: Scenario, here: tuple[str, ...], seat: Seat, language: Language) -> Iterator[Finding]:
    yield from _names((*here, "place"), [seat.place], s.places, tail=False)
    yield from _names((*here, "products"), seat.products, s.products, tail=False)
    yield from _names((*here, "stock"), seat.stock, s.ingredients)
    yield from _names((*here, "equipment"), seat.equipment, s.equipment)
    if any(product not in s.products for product in seat.products):
        return  # the rest would only repeat it
    if len(set(seat.products)) < len(seat.products):
        yield (*here, "products"), "twice", _("A product is named twice.")
    yield from _start_keys(s, (*here, "start"), seat, language)
    yield from _start_values(s, (*here, "start"), seat, language)


def _start_keys(
    s: Scenario, here: tuple[str, ...], seat: Seat, language: Language
) -> Iterator[Finding]:
    start = seat.start
    goods = {name for product in seat.products for name in s.products[product].recipe}
    expected: dict[str, tuple[Any, set[str]]] = {
        "prices": (start.prices, set(seat.products)),
        "batches": (start.batches, set(seat.products)),
        "grades": (start.grades, set(seat.products)),
        "suppliers": (start.suppliers, goods),
    }
    for part, (given, wanted) in expected.items():
        yield from _names((*here, part), given, sorted(wanted))
        for name in sorted(wanted - set(given)):
            message = _("`{name}` is missing in `{part}`.").format(
                name=name, part=field_word(part, language)
            )
            yield (*here, part), "missing", message
    yield from _names((*here, "safety"), start.safety, sorted(goods))
    for name in sorted(set(seat.stock) & set(s.ingredients) - set(start.suppliers)):
        message = _("`{name}` has no supplier in the start sheet, so its stock has no price.")
        yield (*here[:-1], "stock", name), "no-supplier", message.format(name=name)


def _start_values(
    s: Scenario, here: tuple[str, ...], seat: Seat, language: Language
) -> Iterator[Finding]:
    start = seat.start
    for ingredient, supplier in start.suppliers.items():
        loc = (*here, "suppliers", ingredient)
        if supplier not in s.suppliers:
            yield from _names(loc, [supplier], s.suppliers, tail=False)
        elif ingredient in s.ingredients and ingredient not in s.suppliers[supplier].goods:
            message = _("`{supplier}` does not sell `{ingredient}`.")
            text = message.format(supplier=supplier, ingredient=ingredient)
            yield loc, "not-sold", text
    for product, grade in start.grades.items():
        if product in s.products:
            grades = s.products[product].grades
            yield from _names((*here, "grades", product), [grade], grades, tail=False)
    for product, price in start.prices.items():
        if product in s.products and not _legal_price(s, product, price):
            rules, usual = s.rules, s.products[product].reference_price
            message = _("The price must lie between {low} and {high}, in steps of {step}.")
            yield (
                (*here, "prices", product),
                "price",
                message.format(
                    low=-(-usual * rules.price_low // 1_000),
                    high=usual * rules.price_high // 1_000,
                    step=rules.price_step,
                ),
            )
    yield from _hours(here, seat, language)
    for product in seat.products:
        piece = s.products[product].equipment
        if piece in s.equipment and not seat.equipment.get(piece or ""):
            message = _("`{product}` needs `{piece}`, which this team does not own.")
            text = message.format(product=product, piece=piece)
            yield (*here[:-1], "products"), "no-equipment", text
    if start.helpers > s.rules.max_helpers:
        message = _("There may be at most {most} helpers.").format(most=s.rules.max_helpers)
        yield (*here, "helpers"), "helpers", message
    for product, plan in start.batches.items():
        if max(plan.weekday, plan.weekend) > s.rules.max_batches:
            message = _("There may be at most {most} batches.").format(most=s.rules.max_batches)
            yield (*here, "batches", product), "batches", message


def _legal_price(s: Scenario, product: str, price: int) -> bool:
    usual = s.products[product].reference_price
    low, high = -(-usual * s.rules.price_low // 1_000), usual * s.rules.price_high // 1_000
    return low <= price <= high and price % s.rules.price_step == 0


def _hours(here: tuple[str, ...], seat: Seat, language: Language) -> Iterator[Finding]:
    start = seat.start
    if not seat.earliest <= start.opens < start.closes <= seat.latest:
        message = _("Opening hours must lie within {first} and {last}, and end after they begin.")
        text = message.format(first=clock_text(seat.earliest), last=clock_text(seat.latest))
        yield (*here, "opens"), "hours", text
    if seat.kitchen_opens > start.opens:
        message = _("The kitchen opens after the stall: `{kitchen}` must not be later.")
        text = message.format(kitchen=field_word("kitchen_opens", language))
        yield (*here[:-1], "kitchen_opens"), "hours", text
