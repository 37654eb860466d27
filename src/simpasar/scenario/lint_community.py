"""Meaning of the neighbourhood: lenders, programmes, buyers, arisan and cooperative that make none.

Findings are as in `lint`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from simpasar.i18n import Language, _
from simpasar.scenario.community import Contract, Cooperative, JointPurchase, Requirements
from simpasar.scenario.model import DecisionGroup, Product, Scenario
from simpasar.scenario.references import KEY, Finding, Loc, each, listed, one
from simpasar.scenario.vocabulary import choice_word, field_word

DECIDED: dict[DecisionGroup, str] = {
    "programmes": "programmes",
    "contracts": "contracts",
    "finance": "loans",
    "cooperative": "cooperative",
}
"""Groups of decisions that need a part of the scenario, and the part."""

MOST_IN_CIRCLE = 5
"""Names shown of a circle: more would help nobody."""


def community(s: Scenario, language: Language) -> Iterator[Finding]:
    """Everything in the neighbourhood that could not be played, in no particular order."""
    yield from _references(s)
    yield from _requirements(s, language)
    yield from _circles(s)
    yield from _amounts(s)
    for name, programme in s.programmes.items():
        yield from _within(s, ("programmes", name, "weeks"), programme.weeks)
    for name, contract in s.contracts.items():
        yield from _contract(s, ("contracts", name), contract)
    yield from _arisan(s)
    if s.cooperative is not None:
        yield from _cooperative(s, s.cooperative)
    yield from _nothing_to_decide(s, language)


# -- names ----------------------------------------------------------------------------------


def _references(s: Scenario) -> Iterator[Finding]:
    for part in ("loans", "programmes", "contracts"):
        for name, offer in getattr(s, part).items():
            here: Loc = (part, name)
            yield from one((*here, "by"), offer.by, s.stakeholders)
            wanted = offer.requires.programmes
            yield from listed((*here, "requires", "programmes"), wanted, s.programmes)
    for name, programme in s.programmes.items():
        here = ("programmes", name)
        if programme.skill is not None:
            yield from listed((*here, "skill", "products"), programme.skill.products, s.products)
        yield from each((*here, "booths"), programme.booths, s.events)
    for name, contract in s.contracts.items():
        yield from one(("contracts", name, "product"), contract.product, s.products)
    if s.cooperative is not None:
        yield from _shared(s, ("cooperative",), s.cooperative)


def _shared(s: Scenario, here: Loc, cooperative: Cooperative) -> Iterator[Finding]:
    yield from each((*here, "equipment"), cooperative.equipment, s.equipment)
    if cooperative.purchase is not None:
        yield from each((*here, "purchase", "goods"), cooperative.purchase.goods, s.ingredients)
    if cooperative.promotion is not None:
        yield from one((*here, "promotion", "need"), cooperative.promotion.need, s.needs)


# -- lenders, programmes, buyers -------------------------------------------------------------


def _requirements(s: Scenario, language: Language) -> Iterator[Finding]:
    """What only a cooperative can give, asked for where there is none."""
    if s.cooperative is not None:
        return
    for part in ("loans", "programmes", "contracts"):
        for name, offer in getattr(s, part).items():
            requires: Requirements = offer.requires
            for key in ("member", "savings", "weeks_saved"):
                if getattr(requires, key):
                    yield _without_cooperative((part, name, "requires", key), language)
    for name, loan in s.loans.items():
        for key in ("from_savings", "times_savings"):
            if getattr(loan, key):
                yield _without_cooperative(("loans", name, key), language)


def _without_cooperative(loc: Loc, language: Language) -> Finding:
    message = _("`{key}` needs a cooperative, and there is no `{cooperative}` in this scenario.")
    key, part = field_word(str(loc[-1]), language), field_word("cooperative", language)
    return loc, "no-cooperative", message.format(key=key, cooperative=part)


def _circles(s: Scenario) -> Iterator[Finding]:
    """Programmes that could never be finished, as they wait for themselves or for each other."""
    waits = {
        name: [other for other in programme.requires.programmes if other in s.programmes]
        for name, programme in s.programmes.items()
    }
    for circle in circles(waits):
        first, second = circle[0], circle[1 % len(circle)]
        names = [f"`{name}`" for name in islice(circle, MOST_IN_CIRCLE)]
        names += ["..."] * (len(circle) > MOST_IN_CIRCLE)
        message = (
            _("{names} wait for each other, so none of them can be finished.")
            if len(circle) > 1
            else _("{names} waits for itself, so it can never be finished.")
        )
        at = s.programmes[first].requires.programmes.index(second)
        loc = ("programmes", first, "requires", "programmes", at)
        yield loc, "circle", message.format(names=", ".join(names))


def circles(waits: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Circles among names that wait for others, each as its names in order.

    Whoever waits for ever is in one of them or waits for one; no name stands in two. Every name
    that is waited for must be a key.
    """
    sorter = TopologicalSorter(waits)
    with suppress(CycleError):
        sorter.prepare()
    free: set[str] = set()
    while ready := sorter.get_ready():
        free.update(ready)
        sorter.done(*ready)
    seen = set(free)
    for name in waits:
        path: dict[str, int] = {}
        while name not in seen:
            seen.add(name)
            path[name] = len(path)
            name = next(other for other in waits[name] if other not in free)
        if name in path:
            yield list(path)[path[name] :]


def _amounts(s: Scenario) -> Iterator[Finding]:
    for name, loan in s.loans.items():
        if loan.least > loan.most:
            message = _("No multiple of {step} lies between {smallest} and {largest}.")
            text = message.format(step=loan.step, smallest=loan.smallest, largest=loan.largest)
            yield ("loans", name, "step"), "loan-step", text


def _within(s: Scenario, loc: Loc, weeks: tuple[int, ...]) -> Iterator[Finding]:
    for i, week in enumerate(weeks):
        yield from _in_game(s, (*loc, i), week)


def _in_game(s: Scenario, loc: Loc, week: int) -> Iterator[Finding]:
    if week > s.weeks:
        message = _("This is in week {week}, but the game ends after week {last}.")
        yield loc, "after-the-end", message.format(week=week, last=s.weeks)


def _on_market_day(s: Scenario, loc: Loc, day: int) -> Iterator[Finding]:
    if day > s.days:
        message = _("This is on day {day}, but a week has {days} market days.")
        yield loc, "no-market-day", message.format(day=day, days=s.days)


def _contract(s: Scenario, here: Loc, contract: Contract) -> Iterator[Finding]:
    yield from _in_game(s, (*here, "due_week"), contract.due_week)
    yield from _on_market_day(s, (*here, "due_day"), contract.due_day)
    for i, week in enumerate(contract.weeks):
        if week > contract.due_week:
            message = _("Week {week} is too late to accept this: it is due in week {due}.")
            text = message.format(week=week, due=contract.due_week)
            yield (*here, "weeks", i), "too-late", text
    name = contract.product
    if name not in s.products:
        return
    if s.products[name].made == "to_order":
        message = _("`{product}` is made at the sale, so it cannot be kept for a big order.")
        yield (*here, "product"), "to-order", message.format(product=name)
    sold = _sold(s)
    if name not in sold and sold <= s.products.keys():
        message = _("No team makes `{product}`.").format(product=name)
        yield (*here, "product"), "nobody-makes", message


# -- households and cooperative --------------------------------------------------------------


def _arisan(s: Scenario) -> Iterator[Finding]:
    if s.arisan is None:
        return
    yield from _in_game(s, ("arisan", "first_week"), s.arisan.first_week)
    if not any(seat.household for seat in s.teams.values()):
        yield ("arisan",), "no-household", _("No team has a household, so nobody can join this.")


def _cooperative(s: Scenario, cooperative: Cooperative) -> Iterator[Finding]:
    here = ("cooperative",)
    if cooperative.purchase is not None:
        yield from _purchase(s, (*here, "purchase"), cooperative.purchase)
    made = _made(s)
    pieces = {product.equipment for product in made if product.equipment is not None}
    if made and pieces <= s.equipment.keys():
        yield from _unused((*here, "equipment"), cooperative.equipment, s.equipment, pieces)
    held: dict[tuple[str, int], str] = {}
    for name, ballot in cooperative.ballots.items():
        loc = (*here, "ballots", name, "week")
        yield from _in_game(s, loc, ballot.week)
        other = held.setdefault((ballot.kind, ballot.week), name)
        if other != name:
            message = _("`{other}` is a vote of the same kind in the same week: choose another.")
            yield loc, "same-vote", message.format(other=other)


def _purchase(s: Scenario, here: Loc, purchase: JointPurchase) -> Iterator[Finding]:
    yield from _on_market_day(s, (*here, "delivery_day"), purchase.delivery_day)
    made = _made(s)
    goods = {ingredient for product in made for ingredient in product.recipe}
    if made and goods <= s.ingredients.keys():
        yield from _unused((*here, "goods"), purchase.goods, s.ingredients, goods)


def _unused(
    loc: Loc, named: Iterable[str], known: Collection[str], used: Collection[str]
) -> Iterator[Finding]:
    for name in named:
        if name in known and name not in used:
            message = _("No team makes anything with `{name}`: leave it out.").format(name=name)
            yield (*loc, name, KEY), "unused", message


def _sold(s: Scenario) -> set[str]:
    """The names of what teams make."""
    return {name for seat in s.teams.values() for name in seat.products}


def _made(s: Scenario) -> list[Product]:
    """What teams make; nothing where one of its names is unknown, which is said already."""
    sold = _sold(s)
    return [s.products[name] for name in sold] if sold <= s.products.keys() else []


# -- rules -----------------------------------------------------------------------------------


def _nothing_to_decide(s: Scenario, language: Language) -> Iterator[Finding]:
    for group, part in DECIDED.items():
        if group in s.rules.unlocked and not getattr(s, part):
            message = _("`{group}` is unlocked, but there is no `{part}` in this scenario.")
            words = choice_word(group, language), field_word(part, language)
            text = message.format(group=words[0], part=words[1])
            yield ("rules", "unlocked", group), "nothing-to-decide", text
