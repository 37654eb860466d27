"""What a class will see of a scenario, as figures: costs, calendar, demand, distances, texts.

Pure arithmetic on the scenario: nothing is drawn by chance and no week is played.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import isqrt

from pydantic import BaseModel

from simpasar.classroom.outlook import Outlook, outlook
from simpasar.firm.costing import contribution_margin, half_up, margin_per_mille, unit_cost
from simpasar.firm.loans import paid_out, schedule, true_monthly_rate
from simpasar.game.state import new_game
from simpasar.game.view import team_view
from simpasar.market.news import day_date
from simpasar.scenario.model import DecisionGroup, Decisions, Scenario
from simpasar.scenario.parts import Text

HOURS = range(24)

# -- products and seats -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GradeCost:
    """A grade of a product, in rupiah a unit.

    `low` and `high`: the ingredients of a unit (HPP bahan) at the cheapest and the dearest of the
    start sheets; `best`: with the cheapest supplier of each ingredient. `margin`: what the
    reference price leaves at `high`, and `share` that margin of the price, per mille.
    """

    grade: str
    low: int
    high: int
    best: int
    margin: int
    share: int


@dataclass(frozen=True, slots=True)
class ProductFigures:
    """A product at its reference `price`, rupiah a unit; `usual`: the grade of the first start
    sheet that has it, among its `grades`; `sellers`: teams that may make it."""

    product: str
    price: int
    usual: GradeCost
    grades: tuple[GradeCost, ...]
    sellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatFigures:
    """A team's business by its start sheet. `plan`: its first week reckoned through."""

    team: str
    cash: int
    plan: Outlook


def product_figures(scenario: Scenario) -> tuple[ProductFigures, ...]:
    """Every product: what it costs by grade and what its usual price leaves."""
    return tuple(_product(scenario, product) for product in scenario.products)


def _product(scenario: Scenario, product: str) -> ProductFigures:
    made = scenario.products[product]
    sellers = tuple(team for team, seat in scenario.teams.items() if product in seat.products)
    cheapest = {item: _cheapest(scenario, item) for item in made.recipe}
    used = [scenario.teams[team].start.suppliers for team in sellers] or [cheapest]
    grades: dict[str, GradeCost] = {}
    for grade in made.grades:
        costs = [unit_cost(scenario, product, grade, suppliers) for suppliers in used]
        dear, price = max(costs), made.reference_price
        grades[grade] = GradeCost(
            grade=grade,
            low=min(costs),
            high=dear,
            best=unit_cost(scenario, product, grade, cheapest),
            margin=contribution_margin(price, dear),
            share=margin_per_mille(price, dear),
        )
    usual = next(
        (scenario.teams[team].start.grades[product] for team in sellers), next(iter(made.grades))
    )
    return ProductFigures(
        product, made.reference_price, grades[usual], tuple(grades.values()), sellers
    )


def _cheapest(scenario: Scenario, ingredient: str) -> str:
    """Who sells a base unit of an ingredient at the lowest usual price."""
    sells = [name for name, who in scenario.suppliers.items() if ingredient in who.goods]
    packs = {name: scenario.suppliers[name].goods[ingredient] for name in sells}
    return min(packs, key=lambda name: packs[name].price * 1_000_000 // packs[name].amount)


def seat_figures(scenario: Scenario) -> tuple[SeatFigures, ...]:
    """Every team's first week as its start sheet plans it."""
    state = new_game(scenario)
    return tuple(
        SeatFigures(team, seat.cash, outlook(team_view(scenario, state, team), seat.start))
        for team, seat in scenario.teams.items()
    )


# -- calendar and weather -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on its market `days` of one week; `chance` per mille that it comes, drawn once for
    the game or for each week."""

    event: str
    week: int
    days: tuple[date, ...]
    chance: int
    once: bool

    @property
    def certain(self) -> bool:
        return self.chance == 1_000


def calendar(scenario: Scenario) -> tuple[Happening, ...]:
    """All that may happen, week by week, the earliest day first."""
    found = []
    for week in range(1, scenario.weeks + 1):
        dates = [day_date(scenario, week, day) for day in range(scenario.days)]
        for name, event in scenario.events.items():
            days = tuple(day for day in dates if event.when.covers(day, week))
            if days and event.when.chance:
                once = event.when.drawn == "once"
                found.append(Happening(name, week, days, event.when.chance, once))
    return tuple(sorted(found, key=lambda each: (each.week, each.days[0], each.event)))


def never(scenario: Scenario) -> tuple[str, ...]:
    """Events that fall on no market day of the game, or have no chance."""
    come = {happening.event for happening in calendar(scenario)}
    return tuple(name for name in scenario.events if name not in come)


@dataclass(frozen=True, slots=True)
class Sky:
    """How often each kind of weather comes in a month, per mille of its days."""

    month: int
    shares: Mapping[str, int]


def skies(scenario: Scenario) -> tuple[Sky, ...]:
    """The weather of every month that the game touches."""
    weeks = range(1, scenario.weeks + 1)
    months = dict.fromkeys(
        day_date(scenario, week, day).month for week in weeks for day in range(scenario.days)
    )
    found = []
    for month in months:
        weights = {name: kind.weight_in(month) for name, kind in scenario.weather.items()}
        total = max(1, sum(weights.values()))
        shares = {name: half_up(1_000 * weight, total) for name, weight in weights.items()}
        found.append(Sky(month, shares))
    return tuple(found)


# -- demand -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Demand:
    """People who set out for a need on a plain day, before weather and events, in thousandths.

    `hours`: by hour of a weekday (Monday to Friday) and of a weekend day; `days`: from Monday on,
    for the market days of a week. `made`: units for this need that the start sheets make on each
    of those days. `portion`: units that a buyer wants, on average over the products, thousandths.
    """

    need: str
    weekday_hours: tuple[int, ...]
    weekend_hours: tuple[int, ...]
    days: tuple[int, ...]
    made: tuple[int, ...]
    portion: int


def demand(scenario: Scenario) -> tuple[Demand, ...]:
    """The demand for every need."""
    return tuple(_demand(scenario, need) for need in scenario.needs)


def _demand(scenario: Scenario, need: str) -> Demand:
    weekday, weekend = ([0] * 24, [0] * 24)
    whole = [0, 0]
    for segment in scenario.segments.values():
        errand = segment.needs.get(need)
        if errand is None:
            continue
        people, weights = sum(segment.residents.values()), sum(errand.hours.values())
        for kind, (chance, hours) in enumerate(
            ((errand.weekday, weekday), (errand.weekend, weekend))
        ):
            whole[kind] += people * chance
            for hour in HOURS:
                weight = errand.hours.get(hour * 3_600, 0)
                hours[hour] += half_up(people * chance * weight, weights)
    days = range(scenario.days)
    return Demand(
        need=need,
        weekday_hours=tuple(weekday),
        weekend_hours=tuple(weekend),
        days=tuple(whole[day >= 5] for day in days),
        made=tuple(_made(scenario, need, day) for day in days),
        portion=_portion(scenario, need),
    )


def _portion(scenario: Scenario, need: str) -> int:
    products = [product for product in scenario.products.values() if product.need == need]
    means = [
        half_up(
            1_000 * sum(k * weight for k, weight in p.portions.items()), sum(p.portions.values())
        )
        for p in products
    ]
    return half_up(sum(means), len(means)) if means else 0


def _made(scenario: Scenario, need: str, day: int) -> int:
    """Units that all start sheets make for a need on a day."""
    return sum(
        plan.on(day) * scenario.products[product].batch
        for seat in scenario.teams.values()
        for product, plan in seat.start.batches.items()
        if scenario.products[product].need == need
    )


# -- distances, decisions, loans ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Distances:
    """Whole metres from a team's stall to the middle of each place and to each other stall."""

    team: str
    places: Mapping[str, int]
    stalls: Mapping[str, int]


def distances(scenario: Scenario) -> tuple[Distances, ...]:
    """How far every stall is from everything."""
    teams, places = scenario.teams, scenario.places
    return tuple(
        Distances(
            team,
            {name: _metres(here.x - to.x, here.y - to.y) for name, to in places.items()},
            {name: _metres(here.x - to.x, here.y - to.y) for name, to in teams.items()},
        )
        for team, here in teams.items()
    )


def _metres(east: int, north: int) -> int:
    return isqrt(east * east + north * north)


def opening_decisions(scenario: Scenario) -> dict[int, tuple[DecisionGroup, ...]]:
    """The groups of decisions that open in each week, the earliest week first."""
    unlocked = scenario.rules.unlocked
    weeks = sorted(set(unlocked.values()))
    return {week: tuple(g for g, first in unlocked.items() if first == week) for week in weeks}


@dataclass(frozen=True, slots=True)
class LoanCost:
    """A loan of `example` rupiah: `received` in hand, `repaid` in all, the `instalment` to begin
    with, and the true cost of a month in parts of 100,000."""

    loan: str
    example: int
    received: int
    repaid: int
    instalment: int
    monthly: int


def loan_costs(scenario: Scenario) -> tuple[LoanCost, ...]:
    """What every loan truly costs, for the most one may borrow there."""
    found = []
    for name, offer in scenario.loans.items():
        example = max(offer.most, offer.least)
        plan = schedule(offer, example)
        found.append(
            LoanCost(
                loan=name,
                example=example,
                received=paid_out(offer, example),
                repaid=sum(part.amount for part in plan),
                instalment=plan[0].amount,
                monthly=true_monthly_rate(offer, example),
            )
        )
    return tuple(found)


# -- texts --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that people read, and where it stands: English field names and ids from the top."""

    loc: tuple[str, ...]
    text: Text

    @property
    def missing(self) -> str | None:
        """The language in which there is no text of its own; None where both are there."""
        if not self.text.id:
            return "id"
        return None if self.text.en else "en"


def wordings(scenario: Scenario) -> tuple[Wording, ...]:
    """Every text of a scenario, in the order of its model."""
    return tuple(_wordings(scenario, ()))


def _wordings(part: object, loc: tuple[str, ...]) -> Iterator[Wording]:
    if isinstance(part, Text):
        yield Wording(loc, part)
    elif isinstance(part, BaseModel) and not isinstance(part, Decisions):
        for name in type(part).model_fields:
            yield from _wordings(getattr(part, name), (*loc, name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _wordings(value, (*loc, str(key)))
    elif isinstance(part, tuple):
        for number, value in enumerate(part, start=1):
            yield from _wordings(value, (*loc, str(number)))
