"""The questions of `simpasar new`: a trainer's own product, told one thing at a time.

Whoever asks and answers stands outside: a terminal, or a list of answers in a test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from simpasar.bench.drafts import (
    USES,
    Both,
    DraftIngredient,
    DraftProduct,
    Unit,
    Use,
    same,
)
from simpasar.bench.pantry import DEFAULTS, PORTION, USUAL_HOURS, known
from simpasar.bench.planning import OVERHEAD, RENT, SIZES, Size
from simpasar.bench.writing import USE_NAMES
from simpasar.classroom.names import unit_name
from simpasar.classroom.reading import NotUnderstood, read_amount, read_count, read_quantity
from simpasar.firm.costing import half_up, margin_per_mille
from simpasar.game.bulletin import percent
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah

MOST_PRODUCTS = 6
MOST_INGREDIENTS = 20
MOST_BATCH = 10_000
MOST_PRICE = 100_000_000
MOST_AMOUNT = 10_000_000
MOST_HOURS = 24 * 365
LONGEST_NAME = 60
"""Letters of a name that a table can still show."""

COUNTED = (
    "butir", "lembar", "biji", "buah", "ikat", "batang", "potong", "bungkus", "siung", "pieces",
    "piece", "sheets", "pcs",
)  # fmt: skip
"""Words that people say with a number of pieces."""

T = TypeVar("T")


class Talk(Protocol):
    """Who asks and hears."""

    def ask(self, question: str, suggestion: str = "") -> str:
        """The answer; the suggestion where nothing was typed."""

    def say(self, sentence: str) -> None:
        """Tell something."""


def ask_size(talk: Talk) -> Size:
    """How large the game shall be."""
    talk.say(_("How large is the game?"))
    talk.say("  1  " + _("small: one product, 3 teams, 3 weeks, three decisions"))
    talk.say("  2  " + _("medium: 4 teams, 5 weeks, households and loans"))
    talk.say("  3  " + _("with a cooperative: 5 teams, 6 weeks"))
    return SIZES[_chosen(talk, _("Number"), len(SIZES))]


def ask_products(talk: Talk, size: Size) -> tuple[DraftProduct, ...]:
    """The trainer's own products, or those of the neighbourhood where she names none."""
    ready = ", ".join(product.name.of(language()) for product in DEFAULTS[size])
    talk.say("")
    talk.say(_("What is sold? Write the name of your product, for example Nasi ulam."))
    talk.say(_("Enter alone takes: {products}.").format(products=ready))
    products: list[DraftProduct] = []
    while len(products) < (1 if size == "small" else MOST_PRODUCTS):
        question = _("Another product (Enter: that is all)") if products else _("Product")
        name = _name(talk, question)
        if not name:
            break
        products.append(_product(talk, name, products))
    return tuple(products) or DEFAULTS[size]


def _product(talk: Talk, name: str, before: Sequence[DraftProduct]) -> DraftProduct:
    ours = known(name)
    if ours is not None:
        talk.say(_("We know a recipe of it; you can change it in the file."))
        tell_figures(talk, ours)
        return ours
    unit = _name(talk, _("Sold by the (portion, pack, piece, bottle)"), PORTION.of(language()))
    use = _use(talk)
    batch = _read(
        talk, _("One batch gives how many"), "10", lambda text: count_of(text, MOST_BATCH)
    )
    ingredients = _ingredients(talk, batch, before)
    hours = _read(
        talk, _("Good for sale how long, for example 8 or 3 days"), _hours_told(use), read_hours
    )
    told = DraftProduct(same(name), Both(unit, unit), use, batch, hours, 1, ingredients)
    price = _price(talk, told)
    product = DraftProduct(same(name), Both(unit, unit), use, batch, hours, price, ingredients)
    if unit == PORTION.of(language()):
        product = DraftProduct(same(name), PORTION, use, batch, hours, price, ingredients)
    tell_figures(talk, product)
    return product


def _use(talk: Talk) -> Use:
    talk.say(_("What do people buy it for?"))
    for number, use in enumerate(USES, start=1):
        talk.say(f"  {number}  {USE_NAMES[use].of(language())}")
    return USES[_chosen(talk, _("Number"), len(USES))]


def _hours_told(use: Use) -> str:
    hours = USUAL_HOURS[use]
    if hours >= 48 and hours % 24 == 0:
        return _("{days} days").format(days=hours // 24)
    return str(hours)


# -- ingredients --------------------------------------------------------------------------


def _ingredients(
    talk: Talk, batch: int, before: Sequence[DraftProduct]
) -> tuple[DraftIngredient, ...]:
    talk.say(_("Ingredients of one batch ({count}), one by one.").format(count=grouped(batch)))
    bought = {item.name.id.casefold(): item for product in before for item in product.ingredients}
    found: list[DraftIngredient] = []
    while len(found) < MOST_INGREDIENTS:
        question = (
            _("Another ingredient (Enter: that is all)")
            if found
            else _("Ingredient, for example Beras")
        )
        name = _name(talk, question)
        if not name:
            if found:
                break
            talk.say(_("A product needs at least one ingredient."))
            continue
        found.append(_ingredient(talk, name, bought.get(name.casefold())))
    return tuple(found)


def _ingredient(talk: Talk, name: str, bought: DraftIngredient | None) -> DraftIngredient:
    unit, amount = _read(talk, _("  How much in a batch, for example 1,25 kg"), "", read_measure)
    if bought is not None and bought.unit == unit:
        talk.say(_("  Bought as before: {pack}.").format(pack=_pack(bought)))
        return DraftIngredient(
            bought.name, unit, amount, bought.pack_amount, bought.pack_price, bought.keeps_days
        )
    whole = {"g": "1 kg", "ml": "1 l", "pcs": "1"}[unit]
    content = _read(
        talk,
        _("  What one pack holds, for example {example}").format(example=whole),
        whole,
        lambda text: _same_unit(text, unit),
    )
    price = _read(talk, _("  Price of a pack, for example 13.700"), "", price_of)
    item = DraftIngredient(same(name), unit, amount, content, price)
    cost = half_up(item.cost.numerator, item.cost.denominator)
    talk.say(
        _("  = {amount} {unit} from packs of {pack}: {cost} in a batch").format(
            amount=grouped(amount), unit=unit_name(unit), pack=_pack(item), cost=rupiah(cost)
        )
    )
    return item


def _pack(item: DraftIngredient) -> str:
    amount = f"{grouped(item.pack_amount)} {unit_name(item.unit)}"
    return _("{amount} at {price}").format(amount=amount, price=rupiah(item.pack_price))


def read_measure(text: str) -> tuple[Unit, int]:
    """An amount with its unit: `1,25 kg` or `500 ml`, and pieces where there is no unit.

    Raises:
        NotUnderstood: it cannot be read, or is 0, or too much.
    """
    word = "".join(text.split()).casefold()
    unit: Unit = "pcs"
    counted = next((name for name in COUNTED if word.endswith(name)), "")
    if counted:
        text = word = word.removesuffix(counted)
    if word.endswith(("ml", "l", "liter", "ltr")):
        unit = "ml"
    elif word.endswith(("g", "gr", "gram")):
        unit = "g"
    amount = read_quantity(text, unit, MOST_AMOUNT)
    if not amount:
        raise NotUnderstood(_("Write more than 0."))
    return unit, amount


def _same_unit(text: str, unit: Unit) -> int:
    amount = read_quantity(text, unit, MOST_AMOUNT)
    if not amount:
        raise NotUnderstood(_("Write more than 0."))
    return amount


def read_hours(text: str) -> int:
    """Hours: `8`, `8 jam`, `3 hari`, `3 days`.

    Raises:
        NotUnderstood: it cannot be read, or is no time at all, or more than a year.
    """
    words = text.casefold().replace("hours", "").replace("hour", "").replace("jam", "")
    bare = words
    for day in ("hari", "days", "day"):
        bare = bare.replace(day, "")
    hours = read_count(bare, MOST_HOURS) * (24 if bare != words else 1)
    if not 1 <= hours <= MOST_HOURS:
        raise NotUnderstood(_("Write from 1 hour to 365 days."))
    return hours


# -- the price ----------------------------------------------------------------------------


def _price(talk: Talk, product: DraftProduct) -> int:
    """The usual price; asked again where it does not even cover the ingredients."""
    cost = product.unit_cost
    talk.say(_("HPP (ingredients of one): {cost}.").format(cost=rupiah(cost)))
    proposed = grouped(max(100, (cost * 5 // 3 + 499) // 500 * 500))
    question = _("Usual price, for example 12.500 or 12,5 rb")
    price = _read(talk, question, proposed, price_of)
    if price <= cost:
        talk.say(_("At {price} every sale loses money.").format(price=rupiah(price)))
        price = _read(talk, question, proposed, price_of)
    return price


def price_of(text: str) -> int:
    """Rupiah of a price.

    Raises:
        NotUnderstood: it cannot be read, or lies out of bounds.
    """
    price = read_amount(text)
    if not 1 <= price <= MOST_PRICE:
        most = rupiah(MOST_PRICE)
        raise NotUnderstood(_("A price lies between Rp 1 and {most}.").format(most=most))
    return price


def tell_figures(talk: Talk, product: DraftProduct) -> None:
    """HPP, margin and break-even of a product, as soon as they are known."""
    share = percent(margin_per_mille(product.price, product.unit_cost))
    talk.say(
        _("{product}: HPP {cost}, price {price}, margin {margin} ({share}).").format(
            product=product.name.of(language()),
            cost=rupiah(product.unit_cost),
            price=rupiah(product.price),
            margin=rupiah(product.margin),
            share=share,
        )
    )
    units = product.break_even(RENT + OVERHEAD)
    if units is None:
        talk.say(_("It never covers its rent at this price: raise it, or look at the recipe."))
        return
    talk.say(
        _("Break-even: {units} a week cover the rent and other costs of {fixed}.").format(
            units=grouped(units), fixed=rupiah(RENT + OVERHEAD)
        )
    )


# -- one answer ---------------------------------------------------------------------------


def _read(talk: Talk, question: str, suggestion: str, read: Callable[[str], T]) -> T:
    """An answer that can be read; what cannot is said, and asked again."""
    while True:
        try:
            return read(talk.ask(question, suggestion))
        except NotUnderstood as error:
            talk.say(f"  {error}")


def count_of(text: str, most: int) -> int:
    """A number of at least 1.

    Raises:
        NotUnderstood: it cannot be read, or lies out of bounds.
    """
    number = read_count(text, most)
    if not number:
        raise NotUnderstood(_("Write more than 0."))
    return number


def _name(talk: Talk, question: str, suggestion: str = "") -> str:
    """A name on one line, of a length that tables can show; empty where none is given."""

    def read(text: str) -> str:
        name = " ".join(text.split())
        if len(name) > LONGEST_NAME:
            message = _("That is too long: at most {most} letters, this is {length}.")
            raise NotUnderstood(message.format(most=LONGEST_NAME, length=len(name)))
        return name

    return _read(talk, question, suggestion, read)


def _chosen(talk: Talk, question: str, count: int) -> int:
    """The place, from 0, of one of so many choices."""

    def read(text: str) -> int:
        number = read_count(text)
        if not 1 <= number <= count:
            raise NotUnderstood(_("Write a number from 1 to {count}.").format(count=count))
        return number - 1

    return _read(talk, question, "1", read)
