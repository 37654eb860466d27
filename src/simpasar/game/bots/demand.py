"""The demand that `par` forecasts: what was asked for, brought to the coming week's weather."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from simpasar.game.report import TeamWeek
from simpasar.game.view import TeamView
from simpasar.market.news import day_date
from simpasar.scenario.events import FootfallEvent
from simpasar.scenario.model import Product

_WEEKS_SEEN = 2


def footfall_of(view: TeamView, product: Product, news_weather: str, events: Sequence[str]) -> int:
    """Footfall for a product's need against a fair day without events: per mille, at least 50."""
    weather = view.scenario.weather[news_weather]
    going = weather.going * weather.needs.get(product.need, 1_000) // 1_000
    for name in events:
        event = view.scenario.events[name]
        if isinstance(event, FootfallEvent):
            change = event.needs.get(product.need, 1_000) - 1_000
            if event.segments:
                change = change * _residents(view, event.segments) // _residents(view)
            going = going * (1_000 + change) // 1_000
    return max(50, going)


def _residents(view: TeamView, among: Collection[str] = ()) -> int:
    """How many residents there are, at least 1; or those of some segments."""
    segments = view.scenario.segments
    if among:
        return sum(sum(segments[name].residents.values()) for name in among)
    return max(1, sum(sum(segment.residents.values()) for segment in segments.values()))


def _asked(week: TeamWeek, product: str, day: int) -> int:
    counts = week.days[day][product]
    return counts.sold + counts.lost_stockout


def fair_demand(view: TeamView, week: TeamWeek, product: str) -> list[int]:
    """What was asked for on each day of a week, brought to fair weather without events."""
    made = view.scenario.products[product]
    return [
        _asked(week, product, day) * 1_000 // footfall_of(view, made, news.weather, news.events)
        for day, news in enumerate(week.news)
    ]


def demands_of(view: TeamView, product: str) -> dict[bool, list[tuple[int, int]]]:
    """For weekday (False) and weekend (True): the demands to reckon with, each with a weight.

    Every day seen lately under every kind of weather the month has.
    """
    scenario, made = view.scenario, view.scenario.products[product]
    month = day_date(scenario, view.week, 3).month
    demands: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
    announced = _announced_going(view, made)
    weights = {kind: weather.weight_in(month) for kind, weather in scenario.weather.items()}
    usual = [
        (footfall_of(view, made, kind, ()), weight) for kind, weight in weights.items() if weight
    ]
    to_come = {
        weekend: [(going * change // 1_000, weight) for going, weight in usual]
        for weekend, change in announced.items()
    }
    for week in _weeks_on_the_menu(view, product):
        for day, fair in enumerate(fair_demand(view, week, product)):
            weekend = day % 7 >= 5
            demands[weekend] += [
                (fair * going // 1_000, weight) for going, weight in to_come[weekend]
            ]
    return demands


def _weeks_on_the_menu(view: TeamView, product: str) -> list[TeamWeek]:
    """The latest weeks in which buyers could ask for it: a product left out is not forgotten."""
    weeks = [
        week
        for week in view.history
        if any(day[product].sold or day[product].lost_stockout for day in week.days)
    ]
    return weeks[-_WEEKS_SEEN:]


def _announced_going(view: TeamView, made: Product) -> dict[bool, int]:
    """What the calendar's events do to footfall, on average over weekdays and weekend days."""
    scenario = view.scenario
    fair = max(scenario.weather, key=lambda kind: scenario.weather[kind].going)
    base = footfall_of(view, made, fair, ())
    factors: dict[bool, list[int]] = {False: [], True: []}
    for day in range(scenario.days):
        date = day_date(scenario, view.week, day)
        today = [
            name for name in view.announced if scenario.events[name].when.covers(date, view.week)
        ]
        factors[day % 7 >= 5].append(1_000 * footfall_of(view, made, fair, today) // base)
    return {k: sum(found) // len(found) if found else 1_000 for k, found in factors.items()}
