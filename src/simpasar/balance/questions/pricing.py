"""How wide is the band of good prices for each product?

On each seed every team moves the price of one of its products over the grid while the others move
theirs, each by an offset of its own: as in a class, where all are trying. Over the seeds every
price of a product meets all prices of the others alike.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.jobs import Arm
from simpasar.balance.lights import PRICE_MATTERS
from simpasar.balance.players import Player
from simpasar.balance.questions.question import Evidence, Found, Question, about
from simpasar.balance.statistics import Interval, mean
from simpasar.i18n import N_, _, language
from simpasar.scenario.model import Scenario

GRID = (700, 800, 900, 1_000, 1_100, 1_200, 1_300)
"""Prices tried: per mille of the usual one."""
GOOD = 100
"""A price is good where it gains at most this much less than the best: per mille of its gain."""


@dataclass(frozen=True, slots=True)
class Band:
    """The good prices of a product, per mille of the usual: lowest, best, highest; and how many
    of those tried are good."""

    product: str
    low: int
    best: int
    high: int
    good: int

    @property
    def teaches(self) -> bool:
        """Whether there is something to find, and a chance to find it."""
        return 1 < self.good < len(GRID)


def _arms(scenario: Scenario, seed: int) -> list[Arm]:
    return [arm for arm, _moved in _games(scenario, seed)]


def _games(scenario: Scenario, seed: int) -> list[tuple[Arm, tuple[tuple[str, int], ...]]]:
    """The games of a seed, with the product and the price of it that each team moves."""
    draw = random.Random(seed)
    offsets = [draw.randrange(len(GRID)) for _team in scenario.teams]
    rounds = max(len(seat.products) for seat in scenario.teams.values())
    games = []
    for number in range(rounds):
        products = [seat.products[number % len(seat.products)] for seat in scenario.teams.values()]
        for step in range(len(GRID)):
            moved = tuple(
                (product, GRID[(offset + step) % len(GRID)])
                for product, offset in zip(products, offsets, strict=True)
            )
            games.append((Arm(tuple(Player(prices=(pair,)) for pair in moved)), moved))
    return games


def _answer(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    gains: dict[str, dict[int, list[int]]] = {}
    for seed in evidence.seeds:
        for arm, moved in _games(scenario, seed):
            for place, (product, price) in enumerate(moved):
                by_price = gains.setdefault(product, {each: [] for each in GRID})
                by_price[price].append(evidence.gain(seed, arm, place))
    bands = [band(name, gains[name]) for name in scenario.products if name in gains]
    teaching = 1_000 * sum(each.teaches for each in bands) // len(bands)
    return Found(
        light=PRICE_MATTERS.of(teaching),
        settled=len(evidence.seeds) >= _ENOUGH,
        sentence=_sentence(scenario, bands),
        advice=_(
            "Where all prices are good, let buyers look at prices more (or give the product a"
            " rival); where only one is, make buyers less strict or the cost lower."
        ),
        table=Table(
            (
                Column("product", _("Product"), "text"),
                Column("usual", _("Usual price"), "price"),
                Column("low", _("Good from"), "price"),
                Column("best", _("Best"), "price"),
                Column("high", _("Good to"), "price"),
                Column("good", _("Good of 7"), "count"),
            ),
            tuple(
                (
                    _called(scenario, each.product),
                    scenario.products[each.product].reference_price,
                    *(_price(scenario, each.product, f) for f in (each.low, each.best, each.high)),
                    each.good,
                )
                for each in bands
            ),
        ),
        spans=tuple(
            Span(
                each.product,
                _called(scenario, each.product),
                Interval(each.low, each.best, each.high, len(evidence.seeds)),
            )
            for each in bands
        ),
        unit="permille",
        shows=_("Good prices of each product, in parts of its usual price: lowest, best, highest"),
    )


_ENOUGH = 12
"""Seeds after which bands hardly move any more."""


def band(product: str, gains: dict[int, Sequence[int]] | dict[int, list[int]]) -> Band:
    """The prices without a gap around the best one that gain nearly as much."""
    means = {price: mean(values) for price, values in gains.items() if values}
    prices = sorted(means)
    best = max(prices, key=lambda price: means[price])
    least = means[best] - abs(means[best]) * GOOD / 1_000
    here = prices.index(best)
    low = high = here
    while low > 0 and means[prices[low - 1]] >= least:
        low -= 1
    while high + 1 < len(prices) and means[prices[high + 1]] >= least:
        high += 1
    return Band(product, prices[low], best, prices[high], high - low + 1)


def _sentence(scenario: Scenario, bands: Sequence[Band]) -> str:
    narrow = [_called(scenario, each.product) for each in bands if each.good == 1]
    free = [_called(scenario, each.product) for each in bands if each.good == len(GRID)]
    middle = sorted(each.good for each in bands)[len(bands) // 2]
    text = _("Of {tried} prices between {low} and {high} of the usual one, {good} are good.")
    said = [text.format(tried=len(GRID), low=about(GRID[0]), high=about(GRID[-1]), good=middle)]
    if narrow:
        said.append(_("One price only is good for: {names}.").format(names=", ".join(narrow)))
    if free:
        said.append(_("Any price is good for: {names}.").format(names=", ".join(free)))
    return " ".join(said)


def _called(scenario: Scenario, product: str) -> str:
    return scenario.products[product].name.of(language())


def _price(scenario: Scenario, product: str, factor: int) -> int:
    return scenario.products[product].reference_price * factor // 1_000


def _missing(scenario: Scenario) -> str:
    if "price" in scenario.rules.unlocked:
        return ""
    return _("Does not apply: teams do not set prices here.")


PRICES = Question("prices", N_("How wide is the band of good prices?"), _arms, _answer, _missing)
