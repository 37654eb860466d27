"""Advice about parts that are there twice, or that nothing in the scenario uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from simpasar.i18n import Language, _
from simpasar.scenario.community import Contract, Loan, Programme
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import KEY, Finding
from simpasar.scenario.vocabulary import choice_word, field_word

NAMED = (
    "places", "needs", "segments", "ingredients", "suppliers", "products", "equipment", "weather",
    "events", "stakeholders", "loans", "programmes", "contracts", "teams",
)  # fmt: skip
"""Parts whose names people must be able to tell apart."""


def parts(s: Scenario, language: Language) -> Iterator[Finding]:
    """Two of a kind with the same name, and what nothing uses."""
    yield from _same_names(s)
    yield from _unsold(s)
    yield from _unneeded_goods(s, language)
    yield from _empty_places(s)
    yield from _nobody_goes_out(s)
    yield from _no_weather(s)
    yield from _unneeded_offers(s, language)


def _same_names(s: Scenario) -> Iterator[Finding]:
    for part in NAMED:
        seen: dict[str, str] = {}
        for key, thing in getattr(s, part).items():
            name = " ".join(thing.name.of("id").casefold().split())
            other = seen.setdefault(name, key)
            if other != key:
                message = _("`{one}` and `{other}` are both called “{name}”: rename one of them.")
                text = message.format(one=other, other=key, name=thing.name.of("id").strip())
                yield (part, key, "name"), "same-name", text


def sold(s: Scenario) -> set[str]:
    """The products that some team sells."""
    return {product for seat in s.teams.values() for product in seat.products}


def _unsold(s: Scenario) -> Iterator[Finding]:
    for name in s.products.keys() - sold(s):
        message = _("No team sells `{name}`: give it to a team, or leave it out.")
        yield ("products", name, KEY), "unused-part", message.format(name=name)


def _unneeded_goods(s: Scenario, language: Language) -> Iterator[Finding]:
    """Ingredients in no recipe, suppliers whom nobody can choose, equipment without work."""
    cooked = {item for product in s.products.values() for item in product.recipe}
    for name in s.ingredients.keys() - cooked:
        message = _("No recipe uses `{name}`: write it into a recipe, or leave it out.")
        yield ("ingredients", name, KEY), "unused-part", message.format(name=name)
    for name in s.equipment.keys() - {product.equipment for product in s.products.values()}:
        message = _("No product is made with `{name}`: name it at a product, or leave it out.")
        yield ("equipment", name, KEY), "unused-part", message.format(name=name)
    if "ingredients" in s.rules.unlocked:
        return
    chosen = {name for seat in s.teams.values() for name in seat.start.suppliers.values()}
    for name, supplier in s.suppliers.items():
        if name not in chosen and not supplier.goods.keys().isdisjoint(cooked):
            message = _(
                "No team buys from `{name}` at the start, and `{group}` is never unlocked: leave"
                " the supplier out, or unlock `{group}`."
            )
            text = message.format(name=name, group=choice_word("ingredients", language))
            yield ("suppliers", name, KEY), "unused-part", text


def _empty_places(s: Scenario) -> Iterator[Finding]:
    lived_in = {
        place for group in s.segments.values() for place, count in group.residents.items() if count
    }
    for name in s.places.keys() - lived_in - {seat.place for seat in s.teams.values()}:
        message = _("Nobody lives in `{name}` and no stall stands there: leave it out.")
        yield ("places", name, KEY), "unused-part", message.format(name=name)


def goes_out(s: Scenario, segment: str, need: str) -> bool:
    """Whether anybody of a segment ever goes out for a need on a market day."""
    group = s.segments[segment]
    errand = group.needs.get(need)
    if errand is None or not any(group.residents.values()):
        return False
    return errand.weekday > 0 or (s.days > 5 and errand.weekend > 0)


def _nobody_goes_out(s: Scenario) -> Iterator[Finding]:
    for name, group in s.segments.items():
        if not any(group.residents.values()):
            message = _("Nobody belongs to `{name}`: write how many live where, or leave it out.")
            yield ("segments", name, "residents"), "unused-part", message.format(name=name)
        elif not any(goes_out(s, name, need) for need in group.needs):
            message = _("Nobody of `{name}` ever goes out: give one of its needs a chance above 0.")
            yield ("segments", name, "needs"), "unused-part", message.format(name=name)


def _no_weather(s: Scenario) -> Iterator[Finding]:
    months = {(s.start + timedelta(day)).month for day in range(7 * s.weeks)}
    for name, kind in s.weather.items():
        if not any(kind.weight_in(month) for month in months):
            message = _("`{name}` never comes in this game: give it a weight above 0.")
            yield ("weather", name, "weight"), "unused-part", message.format(name=name)


def _unneeded_offers(s: Scenario, language: Language) -> Iterator[Finding]:
    """Stakeholders who offer nothing, and programmes that bring nothing."""
    offers: list[Loan | Programme | Contract] = [
        *s.loans.values(), *s.programmes.values(), *s.contracts.values(),
    ]  # fmt: skip
    for name in s.stakeholders.keys() - {offer.by for offer in offers}:
        message = _("`{name}` offers nothing: name it as `{by}` of an offer, or leave it out.")
        text = message.format(name=name, by=field_word("by", language))
        yield ("stakeholders", name, KEY), "unused-part", text
    asked = {name for offer in offers for name in offer.requires.programmes}
    asked |= {name for event in s.events.values() for name in getattr(event, "permits", ())}
    for name, programme in s.programmes.items():
        brings = (programme.skill, programme.grant, programme.reach, any(programme.booths.values()))
        if name not in asked and not any(brings):
            message = _(
                "`{name}` brings a team nothing, and nothing asks for it: give it an effect, or"
                " leave it out."
            )
            yield ("programmes", name, KEY), "unused-part", message.format(name=name)
