"""Which offers a resident would take, best first: a multinomial logit in whole milli-utils.

Adding independent standard Gumbel draws to the utilities and taking the largest chooses with the
probabilities of the logit (McFadden 1974); taking the next largest ranks what is left alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simpasar.market.chance import Chance, Purpose, gumbel_table
from simpasar.market.residents import Goers, Residents
from simpasar.market.result import DayNews, Ints, StallPlan
from simpasar.scenario.model import Scenario

RANKED = 3
"""How many offers a resident tries before going home."""

_NEVER = np.int32(-1_000_000)


@dataclass(frozen=True, slots=True)
class Offer:
    """One product of one stall. Offers are numbered by seat, then as the seat names them."""

    team: str
    stall: int
    product: str
    need: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """A day's visits in order of time. `ranked` [visit, 3]: offers, best first, -1 for home."""

    at: Ints
    resident: Ints
    need: Ints
    ranked: Ints
    portion: Ints


def offers_of(scenario: Scenario) -> tuple[Offer, ...]:
    """Every offer the scenario allows: the columns of every choice, whether on sale or not."""
    needs = list(scenario.needs)
    return tuple(
        Offer(team, stall, product, needs.index(scenario.products[product].need))
        for stall, (team, seat) in enumerate(scenario.teams.items())
        for product in seat.products
    )


def utilities(
    scenario: Scenario,
    offers: Sequence[Offer],
    plans: dict[str, StallPlan],
    reputation: Sequence[int],
    news: DayNews,
) -> Ints:
    """What each segment thinks of each offer on a day, before person and chance: milli-utils.

    [segment, offer]; price is taken relative to the product's own reference price.
    """
    market = scenario.market
    weather = scenario.weather[news.weather]
    table = np.zeros((len(scenario.segments), len(offers)), np.int32)
    for o, offer in enumerate(offers):
        product = scenario.products[offer.product]
        plan = plans[offer.team]
        decisions = plan.decisions
        price = decisions.prices[offer.product]
        quality = product.grades[decisions.grades[offer.product]].quality
        quality += plan.craft.get(offer.product, 0)
        common = (
            market.quality_weight * quality // 1_000
            + market.reputation_weight * (reputation[offer.stall] - 500) // 1_000
            + weather.taste.get(offer.product, 0)
            + sum(plan.booths.get(event, 0) for event in news.events)
        )
        dearness = market.price_weight * price // product.reference_price
        for s, segment in enumerate(scenario.segments.values()):
            table[s, o] = (
                segment.taste.get(offer.product, 0)
                + common
                - dearness * segment.price_sensitivity // 1_000
            )
    return table


def wishes(
    scenario: Scenario,
    residents: Residents,
    offers: Sequence[Offer],
    utility: Ints,
    personal: Ints,
    considered: NDArray[np.bool_],
    on_sale: NDArray[np.bool_],
    goers: Sequence[Goers],
    chance: Chance,
    week: int,
    day: int,
) -> Wishes:
    """Rank the offers for everybody who goes out on one day.

    Args:
        utility: [segment, offer] milli-utils, of the day.
        personal: [resident, stall] milli-utils, distance and habit.
        considered: [resident, stall], whom a resident would think of.
        on_sale: [offer], what stands on a menu today.
        goers: who is out, for each need.
    """
    stall_of = np.array([offer.stall for offer in offers], np.intp)
    stay_home = np.array(
        [
            [
                errand.stay_home if (errand := segment.needs.get(need)) else 0
                for need in scenario.needs
            ]
            for segment in scenario.segments.values()
        ],
        np.int32,
    )
    shape = (len(residents), len(offers) + len(scenario.needs))
    draws = chance.words(Purpose.CHOOSE, shape, week, day)
    portions = chance.words(Purpose.PORTION, (len(residents), len(goers)), week, day) >> 8
    ranked = []
    for need, going in enumerate(goers):
        columns = np.array([o for o, offer in enumerate(offers) if offer.need == need], np.intp)
        who = going.resident
        home = stay_home[residents.segment[who], need]
        home = home + gumbel_table()[draws[who, len(offers) + need]]
        value = utility[residents.segment[who]][:, columns]
        value += personal[who][:, stall_of[columns]]
        value += gumbel_table()[draws[who][:, columns]]
        value[~considered[who][:, stall_of[columns]]] = _NEVER
        value[:, ~on_sale[columns]] = _NEVER
        ranked.append(_best(value, home, columns))
    at = np.concatenate([going.at for going in goers])
    order = np.argsort(at, kind="stable")
    resident = np.concatenate([going.resident for going in goers])[order]
    need_of = np.repeat(np.arange(len(goers)), [len(going.at) for going in goers])[order]
    return Wishes(
        at=at[order],
        resident=resident.astype(np.int32),
        need=need_of.astype(np.int32),
        ranked=np.concatenate(ranked)[order],
        portion=portions[resident, need_of].astype(np.int32),
    )


def _best(value: Ints, home: Ints, columns: NDArray[np.intp]) -> Ints:
    """The best offers above staying home, [visit, 3], -1 where none is left."""
    ranked = np.full((len(value), RANKED), -1, np.int32)
    rows = np.arange(len(value))
    for place in range(min(RANKED, len(columns))):
        best = value.argmax(axis=1)
        wanted = value[rows, best] > home
        ranked[wanted, place] = columns[best[wanted]]
        value[rows, best] = _NEVER
    return ranked
