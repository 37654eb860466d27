"""The numbers of a new scenario: who sells what, how much, to how many, with which cash.

A seat is meant to sell for about Rp 500.000 a day, the better stalls along the canal (domain facts,
section 0), and the residents to buy about what the start sheets make.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal, TypeAlias

from simpasar.bench.drafts import USES, DraftIngredient, DraftProduct, Use, id_of
from simpasar.firm.costing import half_up
from simpasar.i18n import Language

Size: TypeAlias = Literal["small", "medium", "cooperative"]
SIZES: tuple[Size, ...] = ("small", "medium", "cooperative")

TEAMS: dict[Size, tuple[str, ...]] = {
    "small": ("Kamboja", "Mawar", "Melati"),
    "medium": ("Anggrek", "Kamboja", "Mawar", "Melati"),
    "cooperative": ("Anggrek", "Cempaka", "Kamboja", "Mawar", "Melati"),
}
BOTS: dict[Size, tuple[str, ...]] = {
    "small": ("ikut-pasar", "hati-hati", "par"),
    "medium": ("ikut-pasar", "hati-hati", "mutu", "par"),
    "cooperative": ("koperasi", "hati-hati", "koperasi", "penumpang", "par"),
}
PLACES = ((120, 40), (-60, 110), (30, -90), (180, -140), (-150, -60))
"""Metres east and north of the middle of the place, of each stall."""

DAY_SALES = 500_000
BUYERS = 50
"""Rupiah that a seat should sell for in a day, and how many buyers should bring them."""
RENT, OVERHEAD = 81_000, 20_000
"""Rupiah a week: a stall costs 350.000 a month (jakartasatu.com 4 May 2024); an assumption."""
MOST_BATCHES = 12
KITCHEN_MINUTES = 150
"""From the kitchen's beginning to the first buyers."""
GOING_OUT = 330
"""Per mille of the residents on a weekday, for what they go out for most."""
OUTSIDE = 2_000
"""Per mille: so many go out for each one whom the stalls can serve."""
MOST_MONEY, MOST_GOODS = 10_000_000_000, 100_000_000
"""What a scenario can hold of rupiah and of base units."""
START_PRICE, LEAST_MARKUP = 850, 1_150
"""Per mille of the usual price, and of the cost of a unit."""
PRICE_STEPS = (500, 100, 50, 25, 10, 5, 1)


@dataclass(frozen=True, slots=True)
class PlannedIngredient:
    """An ingredient of the whole scenario; `swing` per mille of its price from week to week."""

    id: str
    draft: DraftIngredient


@dataclass(frozen=True, slots=True)
class PlannedProduct:
    """A product with its place in the scenario. `batches`: a day, on each start sheet that has it;
    `portions`: weight of each number of units that a buyer wants; `recipe`: base units by id."""

    id: str
    draft: DraftProduct
    recipe: dict[str, int]
    batches: int
    minutes: int
    portions: dict[int, int]
    serve_each: int
    sellers: int

    @property
    def portion(self) -> int:
        """Units that a buyer wants on average, thousandths."""
        weights = sum(self.portions.values())
        return half_up(1_000 * sum(k * weight for k, weight in self.portions.items()), weights)


@dataclass(frozen=True, slots=True)
class PlannedSeat:
    """A team's seat; `stock`: base units of each ingredient at hand on the first Monday."""

    id: str
    name: str
    x: int
    y: int
    bot: str
    products: tuple[PlannedProduct, ...]
    stock: dict[str, int]
    cash: int
    need: int


@dataclass(frozen=True, slots=True)
class PooledPack:
    """A pack that the cooperative buys: `amount` base units for `price` rupiah."""

    id: str
    amount: int
    price: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a template needs to know. `residents`: in all; `going`: per mille of them on a
    weekday, by use."""

    size: Size
    ingredients: tuple[PlannedIngredient, ...]
    products: tuple[PlannedProduct, ...]
    seats: tuple[PlannedSeat, ...]
    uses: tuple[Use, ...]
    residents: int
    going: dict[Use, int]
    price_step: int
    pooled: tuple[PooledPack, ...]

    def start_price(self, product: PlannedProduct) -> int:
        """The price on the start sheets: below the usual one, so that leaving all as it is does
        not pay; but never below what the ingredients cost and a little more."""
        usual, cost = product.draft.price, product.draft.unit_cost
        low = usual * START_PRICE // 1_000 // self.price_step * self.price_step
        return low if low * 1_000 > cost * LEAST_MARKUP else usual


def plan(size: Size, drafts: tuple[DraftProduct, ...], language: Language) -> Plan:
    """The numbers of a scenario of this size that sells these products, one or more; ids are made
    of the names in `language`."""
    ingredients, recipes = _ingredients(drafts, language)
    names = TEAMS[size]
    menus = _menus(len(names), len(drafts), 1 if size == "small" else 2)
    products = _products(drafts, recipes, menus, language)
    seats = tuple(
        _seat(size, i, [products[p] for p in menu], ingredients) for i, menu in enumerate(menus)
    )
    sold = tuple(product for product in products if product.sellers)
    uses = tuple(use for use in USES if any(product.draft.use == use for product in sold))
    visits = {use: max(1, _visits(sold, use)) for use in uses}
    residents = max(400, ceil(max(visits.values()) * 1_000 / GOING_OUT / 20) * 20)
    return Plan(
        size=size,
        ingredients=ingredients,
        products=sold,
        seats=seats,
        uses=uses,
        residents=residents,
        going={use: min(900, max(1, visits[use] * 1_000 // residents)) for use in uses},
        price_step=_price_step(sold),
        pooled=_pooled(ingredients, seats) if size == "cooperative" else (),
    )


def _ingredients(
    drafts: tuple[DraftProduct, ...], language: Language
) -> tuple[tuple[PlannedIngredient, ...], list[dict[str, int]]]:
    """Each ingredient once, and the recipes by their ids. One name with one unit is one thing: its
    pack is the first that was told."""
    found: dict[tuple[str, str], PlannedIngredient] = {}
    recipes = []
    for draft in drafts:
        recipe: dict[str, int] = {}
        for item in draft.ingredients:
            key = (item.name.id.casefold().strip(), item.unit)
            if key not in found:
                taken = [each.id for each in found.values()]
                found[key] = PlannedIngredient(id_of(item.name.of(language), "bahan", taken), item)
            name = found[key].id
            recipe[name] = recipe.get(name, 0) + item.amount
        recipes.append(recipe)
    return tuple(found.values()), recipes


def _menus(seats: int, products: int, each: int) -> list[tuple[int, ...]]:
    """Which products each seat sells: in turns, so that every product has a rival where it can."""
    return [
        tuple(dict.fromkeys((seat + step) % products for step in range(min(each, products))))
        for seat in range(seats)
    ]


def _products(
    drafts: tuple[DraftProduct, ...],
    recipes: list[dict[str, int]],
    menus: list[tuple[int, ...]],
    language: Language,
) -> list[PlannedProduct]:
    products: list[PlannedProduct] = []
    shared = max(map(len, menus))
    for number, (draft, recipe) in enumerate(zip(drafts, recipes, strict=True)):
        wanted = DAY_SALES / shared / (draft.price * draft.batch)
        batches = min(MOST_BATCHES // 2, max(1, round(wanted)))
        portions = _portions(batches * draft.batch * shared, BUYERS)
        minutes = max(5, min(60, 2 * KITCHEN_MINUTES // (batches * shared) // 5 * 5))
        mean = sum(k * w for k, w in portions.items()) / sum(portions.values())
        products.append(
            PlannedProduct(
                id=id_of(draft.name.of(language), "produk", [product.id for product in products]),
                draft=draft,
                recipe=recipe,
                batches=batches,
                minutes=minutes,
                portions=portions,
                serve_each=max(1, min(20, round(25 / mean))),
                sellers=sum(number in menu for menu in menus),
            )
        )
    return products


def _portions(units: int, buyers: int) -> dict[int, int]:
    """Weights of each number of units, where so many buyers are to take so many units."""
    if units < 1.6 * buyers:
        return {1: 80, 2: 17, 3: 3}
    middle = min(50, round(units / buyers))
    return {max(1, middle // 2): 30, middle: 50, 2 * middle: 20}


def _seat(
    size: Size, i: int, products: list[PlannedProduct], ingredients: tuple[PlannedIngredient, ...]
) -> PlannedSeat:
    packs = {item.id: item.draft for item in ingredients}
    stock: dict[str, int] = {}
    for product in products:
        for name, amount in product.recipe.items():
            stock[name] = stock.get(name, 0) + amount * product.batches
    day = sum(
        ceil(amount / packs[name].pack_amount) * packs[name].pack_price
        for name, amount in stock.items()
    )
    earned = sum(7 * p.batches * p.draft.batch * p.draft.margin for p in products) * 70 // 100
    need = max(100_000, min(900_000, (earned - RENT - OVERHEAD) // 2 // 50_000 * 50_000))
    name = TEAMS[size][i]
    return PlannedSeat(
        id=id_of(name, "tim"),
        name=name,
        x=PLACES[i][0],
        y=PLACES[i][1],
        bot=BOTS[size][i],
        products=tuple(products),
        stock={name: min(amount, MOST_GOODS) for name, amount in stock.items()},
        cash=min(MOST_MONEY, max(1_000_000, -(-(3 * day + 300_000) // 100_000) * 100_000)),
        need=need,
    )


def _visits(products: tuple[PlannedProduct, ...], use: Use) -> int:
    """People who should go out for a use on a weekday, so that the start sheets can be sold."""
    return sum(
        p.batches * p.draft.batch * p.sellers * OUTSIDE // p.portion
        for p in products
        if p.draft.use == use
    )


def _price_step(products: tuple[PlannedProduct, ...]) -> int:
    """The roundest step that every price is a multiple of, and at most a tenth of any."""
    prices = [product.draft.price for product in products]
    return next((s for s in PRICE_STEPS if all(p % s == 0 and 10 * s <= p for p in prices)), 1)


MOST_POOLED = 3
PACKS_A_WEEK = 12


def _pooled(
    ingredients: tuple[PlannedIngredient, ...], seats: tuple[PlannedSeat, ...]
) -> tuple[PooledPack, ...]:
    """The ingredients that cost the teams most and keep a week, in packs of which all together
    need about a dozen a week."""
    weekly = {item.id: 7 * sum(s.stock.get(item.id, 0) for s in seats) for item in ingredients}
    spent = {
        item.id: weekly[item.id] * item.draft.pack_price // item.draft.pack_amount
        for item in ingredients
    }
    keeps = [item for item in ingredients if item.draft.keeps_days >= 7 and spent[item.id]]
    dear = sorted(keeps or ingredients, key=lambda item: -spent[item.id])[:MOST_POOLED]
    packs = []
    for item in dear:
        draft = item.draft
        room = min(MOST_GOODS // draft.pack_amount, MOST_MONEY // draft.pack_price)
        count = max(1, min(room, weekly[item.id] // PACKS_A_WEEK // draft.pack_amount))
        packs.append(PooledPack(item.id, count * draft.pack_amount, count * draft.pack_price))
    return tuple(packs)
