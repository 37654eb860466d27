"""Meaning: what types cannot tell of a scenario: names that lead nowhere, starts not legal.

Every finding is a place (keys and indices from the top, in English field names; KEY at the end
where a key is wrong and not its value), a stable code and a sentence that names keys as the file
does. What only follows from another mistake is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from simpasar.i18n import Language, _
from simpasar.money import rupiah
from simpasar.scenario.events import FloodEvent, FootfallEvent, InspectionEvent, PriceEvent
from simpasar.scenario.lint_commitments import commitments, monday_costs, paid_out
from simpasar.scenario.lint_community import community
from simpasar.scenario.lint_questions import marks, questions
from simpasar.scenario.model import Decisions, Scenario, Seat
from simpasar.scenario.parts import clock_text
from simpasar.scenario.references import KEY, Finding, Loc, each, listed, one
from simpasar.scenario.vocabulary import field_word

MOST_RESIDENTS = 100_000
MOST_TEAMS = 30


def meaning(scenario: Scenario, language: Language) -> Iterator[Finding]:
    """Everything in `scenario` that could not be played, in no particular order."""
    yield from _references(scenario)
    yield from _dates(scenario)
    yield from _market(scenario)
    yield from community(scenario, language)
    yield from questions(scenario)
    yield from marks(scenario, language)
    for team, seat in scenario.teams.items():
        here = ("teams", team)
        yield from _seat_names(scenario, here, seat)
        if all(product in scenario.products for product in seat.products):
            yield from _kitchen(scenario, here, seat)
            yield from _start_keys(scenario, here, seat, language)
        yield from _start_choices(scenario, (*here, "start"), seat.start)
        yield from _start_bounds(scenario, (*here, "start"), seat.start)
        yield from commitments(scenario, here, seat, language)
        yield from _funds(scenario, (*here, "start"), seat)
        yield from _hours(here, seat, language)


# -- names --------------------------------------------------------------------------------


def _references(s: Scenario) -> Iterator[Finding]:
    for name, segment in s.segments.items():
        here = ("segments", name)
        yield from each((*here, "residents"), segment.residents, s.places)
        yield from each((*here, "taste"), segment.taste, s.products)
        yield from each((*here, "needs"), segment.needs, s.needs)
    for name, supplier in s.suppliers.items():
        yield from each(("suppliers", name, "goods"), supplier.goods, s.ingredients)
    for name, product in s.products.items():
        here = ("products", name)
        yield from one((*here, "need"), product.need, s.needs)
        yield from each((*here, "recipe"), product.recipe, s.ingredients)
        if product.equipment is not None:
            yield from one((*here, "equipment"), product.equipment, s.equipment)
    for name, weather in s.weather.items():
        yield from each(("weather", name, "needs"), weather.needs, s.needs)
        yield from each(("weather", name, "taste"), weather.taste, s.products)
    for name, event in s.events.items():
        here = ("events", name)
        match event:
            case PriceEvent():
                yield from each((*here, "factors"), event.factors, s.ingredients)
            case FootfallEvent():
                yield from each((*here, "needs"), event.needs, s.needs)
                yield from listed((*here, "segments"), event.segments, s.segments)
            case FloodEvent():
                yield from listed((*here, "places"), event.places, s.places)
            case InspectionEvent():
                yield from listed((*here, "permits"), event.permits, s.programmes)
                yield from listed((*here, "places"), event.places, s.places)
                yield from listed((*here, "products"), event.products, s.products)


# -- the game as a whole ------------------------------------------------------------------


def _dates(s: Scenario) -> Iterator[Finding]:
    for name, event in s.events.items():
        first, last = event.when.first, event.when.last
        if first is not None and last is not None and last < first:
            message = _("This ends on {last}, before it begins on {first}.")
            text = message.format(first=first, last=last)
            yield ("events", name, "when", "last"), "dates", text
    for group, week in s.rules.unlocked.items():
        if week > s.weeks:
            message = _("This is unlocked in week {week}, but the game ends after week {last}.")
            text = message.format(week=week, last=s.weeks)
            yield ("rules", "unlocked", group), "never-unlocked", text


def _market(s: Scenario) -> Iterator[Finding]:
    sold = {s.products[p].need for t in s.teams.values() for p in t.products if p in s.products}
    for need in s.needs if all(product.need in s.needs for product in s.products.values()) else ():
        if need not in sold:
            yield ("needs", need, KEY), "unserved", _("Nobody sells anything for this need.")
    months = dict.fromkeys((s.start + timedelta(day)).month for day in range(7 * s.weeks))
    for month in months:
        if not any(kind.weight_in(month) for kind in s.weather.values()):
            message = _("No kind of weather can come in month {month}.").format(month=month)
            yield ("weather",), "no-weather", message
    residents = sum(n for segment in s.segments.values() for n in segment.residents.values())
    if not 1 <= residents <= MOST_RESIDENTS:
        message = _("There are {count} residents; a game needs from 1 to 100,000.")
        yield ("segments",), "residents", message.format(count=residents)
    if len(s.teams) > MOST_TEAMS:
        yield ("teams",), "teams", _("There are more than 30 teams: no class needs so many.")


# -- a seat and its start -----------------------------------------------------------------


def _seat_names(s: Scenario, here: Loc, seat: Seat) -> Iterator[Finding]:
    yield from one((*here, "place"), seat.place, s.places)
    yield from listed((*here, "products"), seat.products, s.products)
    yield from each((*here, "stock"), seat.stock, s.ingredients)
    yield from each((*here, "equipment"), seat.equipment, s.equipment)
    first = {product: i for i, product in reversed(list(enumerate(seat.products)))}
    for i, product in enumerate(seat.products):
        if first[product] < i:
            yield (*here, "products", i), "twice", _("A product is named twice.")


def _kitchen(s: Scenario, here: Loc, seat: Seat) -> Iterator[Finding]:
    """Products that this team could never make."""
    shared = s.cooperative.equipment if s.cooperative else {}
    for i, name in enumerate(seat.products):
        product, loc = s.products[name], (*here, "products", i)
        piece = product.equipment
        own = piece is None or seat.equipment.get(piece)
        if not own and piece in s.equipment and piece not in shared:
            message = _("`{product}` needs `{piece}`, which this team does not own.")
            yield loc, "no-equipment", message.format(product=name, piece=piece)
        hands = seat.hands + s.rules.max_helpers
        if product.made == "batch" and product.hands > hands:
            message = _("`{product}` needs {need} people, and this team has at most {hands}.")
            text = message.format(product=name, need=product.hands, hands=hands)
            yield loc, "no-hands", text


def _start_keys(s: Scenario, seat_loc: Loc, seat: Seat, language: Language) -> Iterator[Finding]:
    """A start sheet speaks of this seat's products and their ingredients: of all, and no other."""
    start, here = seat.start, (*seat_loc, "start")
    sold = dict.fromkeys(seat.products)
    goods = dict.fromkeys(name for product in sold for name in s.products[product].recipe)
    sound = goods.keys() <= s.ingredients.keys()
    # Where a name in a recipe is misspelt, any ingredient may be meant.
    maybe = goods if sound else {**goods, **dict.fromkeys(s.ingredients)}
    for part, wanted in {
        "prices": sold,
        "batches": sold,
        "grades": sold,
        "suppliers": goods,
    }.items():
        given: dict[str, object] = getattr(start, part)
        yield from _own(s, (*here, part), given, maybe if wanted is goods else wanted)
        for name in wanted:
            if name not in given and (name in s.products or name in s.ingredients):
                message = _("`{name}` is missing in `{part}`.")
                text = message.format(name=name, part=field_word(part, language))
                yield (*here, part), "missing", text
    yield from _own(s, (*here, "safety"), start.safety, maybe)
    for name in seat.stock:
        if name in s.ingredients and name not in maybe:
            message = _("`{name}` has no supplier in the start sheet, so its stock has no price.")
            yield (*seat_loc, "stock", name, KEY), "no-supplier", message.format(name=name)


def _own(s: Scenario, loc: Loc, used: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Each key below `loc` that is none of this team's products or ingredients."""
    for name in used:
        if name in known:
            continue
        if name in s.products or name in s.ingredients:
            message = _("This team has no use for `{name}`: leave it out.").format(name=name)
            yield (*loc, name, KEY), "not-its-own", message
        else:
            yield from one((*loc, name, KEY), name, known)


def _start_choices(s: Scenario, here: Loc, start: Decisions) -> Iterator[Finding]:
    yield from each((*here, "buy_equipment"), start.buy_equipment, s.equipment)
    for ingredient, supplier in start.suppliers.items():
        loc = (*here, "suppliers", ingredient)
        yield from one(loc, supplier, s.suppliers)
        known = supplier in s.suppliers and ingredient in s.ingredients
        if known and ingredient not in s.suppliers[supplier].goods:
            message = _("`{supplier}` does not sell `{ingredient}`.")
            yield loc, "not-sold", message.format(supplier=supplier, ingredient=ingredient)
    for product, grade in start.grades.items():
        if product in s.products:
            yield from one((*here, "grades", product), grade, s.products[product].grades)


def _start_bounds(s: Scenario, here: Loc, start: Decisions) -> Iterator[Finding]:
    rules = s.rules
    for product, price in start.prices.items():
        if product not in s.products:
            continue
        usual = s.products[product].reference_price
        low, high = -(-usual * rules.price_low // 1_000), usual * rules.price_high // 1_000
        if not low <= price <= high or price % rules.price_step:
            message = _("The price must lie between {low} and {high}, in steps of {step}.")
            text = message.format(low=low, high=high, step=rules.price_step)
            yield (*here, "prices", product), "price", text
    for product, plan in start.batches.items():
        if max(plan.weekday, plan.weekend) > rules.max_batches:
            message = _("There may be at most {most} batches.").format(most=rules.max_batches)
            yield (*here, "batches", product), "batches", message
    if start.helpers > rules.max_helpers:
        message = _("There may be at most {most} helpers.").format(most=rules.max_helpers)
        yield (*here, "helpers"), "helpers", message


def _funds(s: Scenario, here: Loc, seat: Seat) -> Iterator[Finding]:
    start = seat.start
    bought = {name: n for name, n in start.buy_equipment.items() if name in s.equipment}
    entered = monday_costs(s, start)
    costs: dict[Loc, int] = {
        ("promotion",): start.promotion,
        ("buy_equipment",): sum(n * s.equipment[name].price for name, n in bought.items()),
        **entered,
    }
    wanted, cash = sum(costs.values()), seat.cash + paid_out(s, start)
    if wanted > cash:
        message = (
            _("Promotion, equipment, programmes and savings cost {wanted}; there is {cash}.")
            if any(entered.values())
            else _("Promotion and equipment cost {wanted}, more than the cash of {cash}.")
        )
        text = message.format(wanted=rupiah(wanted), cash=rupiah(cash))
        yield (*here, *max(costs, key=lambda part: costs[part])), "no-cash", text


def _hours(here: Loc, seat: Seat, language: Language) -> Iterator[Finding]:
    start = seat.start
    if not seat.earliest <= start.opens < start.closes <= seat.latest:
        message = _("Opening hours must lie within {first} and {last}, and end after they begin.")
        text = message.format(first=clock_text(seat.earliest), last=clock_text(seat.latest))
        early = start.opens < seat.earliest or start.opens >= start.closes
        yield (*here, "start", "opens" if early else "closes"), "hours", text
    if seat.kitchen_opens > start.opens:
        message = _("The kitchen opens after the stall: `{kitchen}` must not be later.")
        text = message.format(kitchen=field_word("kitchen_opens", language))
        yield (*here, "kitchen_opens"), "hours", text
