"""Nothing is lost or made of nothing: goods, money and visits, for arbitrary plans and chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from stalls import live_weeks, plan_of

from simpasar.market.choice import offers_of
from simpasar.market.counter import BOUGHT
from simpasar.market.goods import Delivered, Lot, Made, Movement, Sold, Spoiled
from simpasar.market.result import StallPlan, Visits, WeekResult
from simpasar.scenario.model import DayPlan
from simpasar.scenario.parts import DAY, WEEK
from towns import BREAKFAST, SEAT, START, TOWN, town

WEEKS = 3
FLOOD = {
    "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"],
    "when": {"chance": 150, "weekdays": [2, 6]},
}  # fmt: skip
TEMPE = {
    "name": "Tempe", "need": "sarapan", "unit": "buah", "batch": 15, "recipe": {"beras": 700},
    "work_minutes": 45, "rest_minutes": 4_000, "shelf_life_hours": 200, "serve_seconds": 20,
    "reference_price": 9_000, "portions": {"1": 1, "4": 1}, "grades": {"biasa": {"name": "Biasa"}},
}  # fmt: skip
NASI = {
    "name": "Nasi", "need": "sarapan", "unit": "porsi", "made": "to_order", "batch": 7,
    "recipe": {"beras": 900, "kelapa": 1}, "serve_seconds": 45, "reference_price": 8_000,
    "portions": {"1": 1, "3": 1}, "grades": {"biasa": {"name": "Biasa"}},
}  # fmt: skip
PRODUCTS = ("nasi", "telor", "tempe", "uduk")
ITEMS = (*PRODUCTS, "beras", "kelapa")


def _seat(**changes: Any) -> dict[str, Any]:
    start = START | {
        "prices": dict.fromkeys(PRODUCTS, 10_000),
        "batches": {product: {"weekday": 3, "weekend": 3} for product in PRODUCTS},
        "grades": dict.fromkeys(PRODUCTS, "biasa"),
    }
    return {**SEAT, "products": list(PRODUCTS), "start": start, "awareness": 850, **changes}


VILLAGES = {
    days: town(
        days=days,
        products=TOWN["products"] | {"tempe": TEMPE, "nasi": NASI},
        events=TOWN["events"] | {"banjir": FLOOD},
        teams={"melati": _seat(counter=2), "kenanga": _seat(x=300)},
        segments__warga__residents={"klender": 70},
        segments__warga__patience_minutes=1,
        segments__warga__needs={"sarapan": {**BREAKFAST, "weekday": 900, "weekend": 1_000}},
    )
    for days in (5, 7)
}
"""70 people, two stalls with batches, long rests and two dishes cooked from one ingredient."""


@dataclass(frozen=True)
class Life:
    """Some weeks of the village, with the plans each began with."""

    days: int
    seed: int
    plans: dict[str, StallPlan]

    def results(self) -> list[WeekResult]:
        return live_weeks(VILLAGES[self.days], WEEKS, self.seed, **self.plans)


def _plan(draw: st.DrawFn, team: str, days: int) -> StallPlan:
    village = VILLAGES[days]
    count, price = st.integers(0, 4), st.integers(30, 300)
    opens = draw(st.integers(5 * 60, 9 * 60)) * 60
    pantry = [
        Lot(number, item, draw(st.integers(1, 5_000)), 0, draw(st.integers(1, 20)) * DAY)
        for number, item in enumerate(("beras", "kelapa"), start=1)
    ]
    products = {p: village.products[p] for p in PRODUCTS}
    return plan_of(
        village,
        team,
        prices={p: draw(price) * good.reference_price // 100 for p, good in products.items()},
        batches={p: DayPlan(weekday=draw(count), weekend=draw(count)) for p in PRODUCTS},
        grades={p: draw(st.sampled_from(list(good.grades))) for p, good in products.items()},
        suppliers={"beras": draw(st.sampled_from(["pasar", "grosir"])), "kelapa": "pasar"},
        safety={"beras": draw(st.integers(0, 6_000))},
        opens=opens,
        closes=opens + draw(st.integers(1, 5 * 60)) * 60,
        promotion=draw(st.sampled_from([0, 100_000])),
        hands=draw(st.integers(1, 5)),
        equipment={"kompor": draw(st.integers(0, 3))},
        cash=draw(st.sampled_from([0, 60_000, 400_000, 5_000_000])),
        lots=tuple(pantry),
        reputation=draw(st.integers(0, 1_000)),
        awareness=draw(st.integers(0, 1_000)),
    )


@st.composite
def lives(draw: st.DrawFn) -> Life:
    days = draw(st.sampled_from([5, 7]))
    plans = {team: _plan(draw, team, days) for team in ("kenanga", "melati")}
    return Life(days, draw(st.integers(0, 2**53 - 1)), plans)


def movements(results: list[WeekResult], team: str) -> Iterator[tuple[int, Movement]]:
    """Every movement of a team with the second its week begins, counted from the first Monday."""
    for week, result in enumerate(results):
        for movement in result.stalls[team].movements:
            yield week * WEEK, movement


def each_stall(life: Life) -> Iterator[tuple[str, list[WeekResult]]]:
    results = life.results()
    return ((team, results) for team in life.plans)


@settings(max_examples=40, deadline=None)
@given(lives())
def test_of_every_good_what_came_is_what_went_and_what_is_left(life: Life) -> None:
    """Made or bought = sold or used + spoiled + stored, lot by lot."""
    for team, results in each_stall(life):
        balance = Counter({lot.id: lot.quantity for lot in life.plans[team].lots})
        for _, movement in movements(results, team):
            match movement:
                case Delivered(lots=lots):
                    balance.update({lot.id: lot.quantity for lot in lots})
                case Made(lot=lot, used=taken):
                    balance[lot.id] += lot.quantity
                    balance.subtract(dict_of(taken))
                case Sold(taken=taken):
                    balance.subtract(dict_of(taken))
                case Spoiled(lot=number, quantity=quantity):
                    balance[number] -= quantity
            assert min(balance.values()) >= 0
        left = {lot.id: lot.quantity for lot in results[-1].stalls[team].lots}
        assert {number: units for number, units in balance.items() if units} == left


def dict_of(taken: tuple[tuple[int, int], ...]) -> Counter[int]:
    found: Counter[int] = Counter()
    for lot, quantity in taken:
        found[lot] += quantity
    return found


@settings(max_examples=40, deadline=None)
@given(lives())
def test_no_lot_is_used_before_it_is_ready_or_after_it_has_expired(life: Life) -> None:
    """A sale's `at` may be the very second of the expiry that settled it; kitchens use nothing
    then. Lots are dated from the week at hand, here counted from the first Monday."""
    for team, results in each_stall(life):
        known = {lot.id: (lot.ready_at, lot.expires_at) for lot in life.plans[team].lots}
        for monday, movement in movements(results, team):
            at = monday + movement.at
            if isinstance(movement, Delivered):
                known |= {
                    lot.id: (monday + lot.ready_at, monday + lot.expires_at)
                    for lot in movement.lots
                }
            elif isinstance(movement, Made):
                lot = movement.lot
                assert all(known[n][0] <= at < known[n][1] for n, _ in movement.used)
                known[lot.id] = monday + lot.ready_at, monday + lot.expires_at
            elif isinstance(movement, Sold):
                assert all(known[n][0] <= at <= known[n][1] for n, _ in movement.taken)
            elif isinstance(movement, Spoiled):
                assert known[movement.lot][1] == at


@settings(max_examples=40, deadline=None)
@given(lives())
def test_a_shelf_kept_by_hand_has_every_unit_that_was_sold(life: Life) -> None:
    """An independent shelf, filled by the batches and emptied visit by visit, first expired
    first: it never lacks a unit, and what it throws away is what the week says was spoiled."""
    results = life.results()
    for team in life.plans:
        for product in ("tempe", "uduk"):
            happened = sorted(shelf_events(life, results, team, product))
            shelf: dict[int, int] = {}
            spoiled: dict[int, int] = {}
            until: dict[int, int] = {}
            for at, kind, number, units in happened:
                if kind == 0:
                    shelf[number], until[number] = units, -1
                elif kind == 1:
                    if shelf.get(number):
                        spoiled[number] = shelf.pop(number)
                else:
                    for lot in list(shelf):  # filled in order of age, and all live equally long
                        part = min(units, shelf[lot])
                        shelf[lot] -= part
                        units -= part
                    assert units == 0, f"sold {units} too many at {at}"
            told = {
                m.lot: m.quantity
                for _, m in movements(results, team)
                if isinstance(m, Spoiled) and m.item == product
            }
            assert told == spoiled


def shelf_events(
    life: Life, results: list[WeekResult], team: str, product: str
) -> Iterator[tuple[int, int, int, int]]:
    """(second, what comes first in it, lot, units): ready, expired, sold."""
    end = WEEKS * WEEK
    for monday, movement in movements(results, team):
        if isinstance(movement, Made) and movement.lot.item == product:
            lot = movement.lot
            if monday + lot.ready_at <= end:
                yield monday + lot.ready_at, 0, lot.id, lot.quantity
            if monday + lot.expires_at <= end:
                yield monday + lot.expires_at, 1, lot.id, 0
    offers = offers_of(VILLAGES[life.days])
    mine = next(o for o, x in enumerate(offers) if (x.team, x.product) == (team, product))
    for week, result in enumerate(results):
        for day, visits in enumerate(result.visits):
            here = visits.offer == mine
            for at, units in zip(
                visits.at[here].tolist(), visits.units[here].tolist(), strict=True
            ):
                yield week * WEEK + day * DAY + at, 2, 0, units


@settings(max_examples=40, deadline=None)
@given(lives())
def test_the_till_holds_what_was_there_and_sold_less_what_was_paid(life: Life) -> None:
    for team, results in each_stall(life):
        till = life.plans[team].cash
        for week, result in enumerate(results):
            prices = life.plans[team].decisions.prices
            for _, movement in movements([result], team):
                if isinstance(movement, Sold):
                    assert movement.revenue == movement.units * prices[movement.product]
                    till += movement.revenue
                elif isinstance(movement, Delivered):
                    till -= sum(movement.paid) + movement.fee
                assert till >= 0
            assert till == result.stalls[team].cash, f"week {week + 1}"


@settings(max_examples=40, deadline=None)
@given(lives())
def test_the_days_counts_are_the_sums_of_the_movements(life: Life) -> None:
    for team, results in each_stall(life):
        made_ever: Counter[str] = Counter()
        for result in results:
            told: dict[str, Counter[str]] = defaultdict(Counter)
            for movement in result.stalls[team].movements:
                if isinstance(movement, Sold):
                    told["sold"][movement.product] += movement.units
                    told["revenue"][movement.product] += movement.revenue
                elif isinstance(movement, Spoiled):
                    told["wasted"][movement.item] += movement.quantity
            for product in PRODUCTS:
                days = [day[product] for day in result.stalls[team].days]
                for field in ("sold", "revenue", "wasted"):
                    assert sum(getattr(day, field) for day in days) == told[field][product]
                made_ever[product] += sum(d.made - d.sold - d.wasted for d in days)
            shelf: Counter[str] = Counter()
            for lot in result.stalls[team].lots:
                shelf[lot.item] += lot.quantity if lot.ready_at <= 0 else 0
            # Made = sold + spoiled + on the shelf, for every product, at every week's end.
            assert all(made_ever[product] == shelf[product] for product in PRODUCTS)


@settings(max_examples=40, deadline=None)
@given(lives())
def test_every_visit_is_a_sale_or_has_one_cause_and_sales_are_the_visits(life: Life) -> None:
    village = VILLAGES[life.days]
    patience = village.segments["warga"].patience_minutes * 60
    for result in life.results():
        for day, visits in enumerate(result.visits):
            bought = visits.cause == BOUGHT
            assert ((visits.cause >= 0) & (visits.cause <= 4)).all()
            assert ((visits.offer >= 0) == bought).all()
            assert ((visits.units > 0) == bought).all()
            assert (visits.wait[~bought] == 0).all()
            assert ((visits.wait >= 0) & (visits.wait <= patience)).all()
            for index, offer in enumerate(offers_of(village)):
                counts = result.stalls[offer.team].days[day][offer.product]
                here = visits.offer == index
                assert counts.sold == visits.units[here].sum()
                assert counts.customers == here.sum()
                assert counts.wait_seconds == visits.wait[here].sum()


@settings(max_examples=10, deadline=None)
@given(lives())
def test_the_same_plans_and_seed_live_the_same_weeks(life: Life) -> None:
    for one, other in zip(life.results(), life.results(), strict=True):
        assert one.news == other.news
        assert one.stalls == other.stalls
        assert (one.habit == other.habit).all()
        for mine, yours in zip(one.visits, other.visits, strict=True):
            assert all(map(np.array_equal, columns(mine), columns(yours)))


def columns(visits: Visits) -> list[NDArray[np.int32]]:
    """All that is told of a day's visits and refusals."""
    whole = asdict(visits)
    return [*whole.pop("refusals").values(), *whole.values()]


def test_the_village_lives_through_everything_that_is_counted_here() -> None:
    """Each cause of loss, each kind of movement, lots that span Sunday: the properties bite."""
    causes: set[int] = set()
    kinds: set[str] = set()
    for seed in range(3):
        for result in live_weeks(VILLAGES[7], WEEKS, seed):
            causes |= {int(cause) for visits in result.visits for cause in visits.cause}
            kinds |= {type(m).__name__ for s in result.stalls.values() for m in s.movements}
            assert any(lot.ready_at > 0 for lot in result.stalls["melati"].lots)
    assert causes >= {0, 1, 3, 4}
    assert kinds >= {"Delivered", "Made", "Sold", "Spoiled", "Unmade"}
