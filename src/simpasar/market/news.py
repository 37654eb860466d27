"""What chance and the calendar bring on a day: weather, events, prices, footfall."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date, timedelta

import numpy as np

from simpasar.market.chance import Chance, Purpose, cells
from simpasar.market.result import DayNews, Ints
from simpasar.scenario.events import FloodEvent, FootfallEvent, InspectionEvent, PriceEvent
from simpasar.scenario.model import Scenario, Seat


def day_date(scenario: Scenario, week: int, day: int) -> date:
    """The date of `day` (0 is Monday) of `week` (from 1)."""
    return scenario.start + timedelta(days=7 * (week - 1) + day)


def news_of_week(scenario: Scenario, chance: Chance, week: int) -> tuple[DayNews, ...]:
    """The news of each market day of `week`."""
    drawn = _drawn_events(scenario, chance, week)
    swings = _swings(scenario, chance, week)
    news = []
    for day in range(scenario.days):
        today = day_date(scenario, week, day)
        events = tuple(name for name in drawn if scenario.events[name].when.covers(today, week))
        weather = _weather(scenario, chance, week, day)
        news.append(DayNews(weather, events, _prices(scenario, swings, events)))
    return tuple(news)


def _weather(scenario: Scenario, chance: Chance, week: int, day: int) -> str:
    month = day_date(scenario, week, day).month
    weights = [kind.weight_in(month) for kind in scenario.weather.values()]
    kind = cells(weights)[chance.word(Purpose.WEATHER, week, day)]
    return list(scenario.weather)[int(kind)]


def _drawn_events(scenario: Scenario, chance: Chance, week: int) -> tuple[str, ...]:
    """The events that chance allows in `week`, whatever their dates."""
    count = (len(scenario.events),)
    weekly = chance.words(Purpose.EVENT, count, week).tolist()
    once = chance.words(Purpose.EVENT, count).tolist()
    return tuple(
        name
        for (name, event), this, whole in zip(scenario.events.items(), weekly, once, strict=True)
        if (this if event.when.drawn == "weekly" else whole) * 1_000 < event.when.chance * 65_536
    )


def _swings(scenario: Scenario, chance: Chance, week: int) -> dict[str, int]:
    """What the week does to each ingredient's usual price, per mille, before events."""
    draws = chance.words(Purpose.PRICE, (len(scenario.ingredients),), week).tolist()
    return {
        name: 1_000 + ((2 * draw - 65_535) * ingredient.price_swing >> 16)
        for (name, ingredient), draw in zip(scenario.ingredients.items(), draws, strict=True)
    }


def _prices(scenario: Scenario, swings: dict[str, int], events: tuple[str, ...]) -> dict[str, int]:
    """Per mille of the usual price: the week's swing, times every price event of the day."""
    prices = dict(swings)
    for event in events:
        shock = scenario.events[event]
        if isinstance(shock, PriceEvent):
            for name, factor in shock.factors.items():
                prices[name] = prices[name] * factor // 1_000
    return prices


def market_price(usual: int, factor: int) -> int:
    """The price of the day of a pack: `usual` rupiah at `factor` per mille, in whole hundreds.

    Small change below Rp 100 is hardly in use; nothing costs less than Rp 100 or its usual price,
    whichever is lower.
    """
    return max(min(usual, 100), (usual * factor // 1_000 + 50) // 100 * 100)


def footfall(scenario: Scenario, news: DayNews, day: int, lift: Mapping[str, int]) -> Ints:
    """Thresholds out of 65,536 for going out: [segment, place, need].

    `lift`: how many more go out for a need than would, per mille.
    """
    weather = scenario.weather[news.weather]
    places, needs = list(scenario.places), list(scenario.needs)
    table = np.zeros((len(scenario.segments), len(places), len(needs)), np.int32)
    happening = [scenario.events[name] for name in news.events]
    feasts = [event for event in happening if isinstance(event, FootfallEvent)]
    for s, (segment_id, segment) in enumerate(scenario.segments.items()):
        for need, errand in segment.needs.items():
            threshold = (errand.weekday if day < 5 else errand.weekend) * 65_536 // 1_000
            factors = [weather.going, weather.needs.get(need, 1_000), 1_000 + lift.get(need, 0)] + [
                feast.needs.get(need, 1_000)
                for feast in feasts
                if not feast.segments or segment_id in feast.segments
            ]
            for factor in factors:
                threshold = threshold * factor // 1_000
            table[s, :, needs.index(need)] = min(threshold, 65_536)
    for place in flooded(scenario, news):
        table[:, places.index(place), :] = 0
    return table


def flooded(scenario: Scenario, news: DayNews) -> frozenset[str]:
    """The places under water on a day."""
    happening = [scenario.events[name] for name in news.events]
    return frozenset(
        place for event in happening if isinstance(event, FloodEvent) for place in event.places
    )


def failed_inspections(
    scenario: Scenario, seat: Seat, permits: Set[str], news: DayNews
) -> tuple[str, ...]:
    """The inspections of a day that find a stall without a permit it needs."""
    failed = []
    for name in news.events:
        event = scenario.events[name]
        if (
            isinstance(event, InspectionEvent)
            and (not event.places or seat.place in event.places)
            and (not event.products or not set(event.products).isdisjoint(seat.products))
            and not permits >= set(event.permits)
        ):
            failed.append(name)
    return tuple(failed)


def closes(scenario: Scenario, event: str) -> bool:
    """Whether an inspection closes the stalls that fail it."""
    inspection = scenario.events[event]
    return isinstance(inspection, InspectionEvent) and inspection.closes
