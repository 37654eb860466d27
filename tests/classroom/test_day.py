"""The market day as it is watched, against what the week counted and what each visit says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import begin, busy_town
from neighbourhood import APEM, deciding, neighbourhood
from rooms import shipped
from simpasar import i18n
from simpasar.classroom import happenings
from simpasar.classroom.day import Frame, MarketDay, ProductNow
from simpasar.classroom.happenings import Happening
from simpasar.classroom.market import MarketWeek, last_market
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.seats import play_bots
from simpasar.market.counter import QUEUE, STOCKOUT
from simpasar.market.goods import HandedOver
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY
from towns import town

FLOOD = {
    "kind": "flood", "name": "Banjir", "news": "Banjir.", "places": ["klender"],
    "when": {"weekdays": [2]},
}  # fmt: skip
TOWNS = {
    "busy": lambda: busy_town(segments__warga__patience_minutes=2),
    "five days": lambda: busy_town(days=5, products__apem__shelf_life_hours=20),
    "midnight": lambda: busy_town(
        products__apem__rest_minutes=19 * 60 + 40, products__apem__shelf_life_hours=24
    ),  # what is baked at 3:30 is ready at midnight, and a day later it is thrown away
    "neighbourhood": neighbourhood,
    "pasar-pagi": lambda: shipped("pasar-pagi"),
    "lebaran": lambda: shipped("dapur-bersama-lebaran"),
}
COUNTS = ("made", "sold", "revenue", "wasted", "lost_stockout", "lost_queue", "lost_closed")


@cache
def weeks(name: str, seed: int, bots: str = "acak") -> tuple[MarketWeek, ...]:
    """Every week of a game of arbitrary players, ready to be watched."""
    if name == "big order":
        return with_a_big_order()
    scenario = TOWNS[name]()
    game = begin(scenario, dict.fromkeys(scenario.teams, bots), seed)
    found = []
    while not game.finished:
        play_bots(game)
        game.live_week()
        market = last_market(game)
        assert market is not None
        found.append(market)
    return tuple(found)


def each_day(name: str, seed: int) -> Iterator[tuple[MarketWeek, MarketDay]]:
    return ((week, week.day(day)) for week in weeks(name, seed) for day in range(week.days))


def counts(frame: Frame) -> dict[tuple[str, str], ProductNow]:
    return {(stall.team, ware.product): ware for stall in frame.stalls for ware in stall.products}


games = st.tuples(st.sampled_from([*TOWNS, "big order"]), st.integers(1, 3))


@settings(max_examples=15, deadline=None)
@given(games)
def test_the_last_frame_of_a_day_shows_exactly_what_the_week_counted(
    played: tuple[str, int],
) -> None:
    for week, day in each_day(*played):
        shown = counts(day.frame(DAY))
        for team, stall in week.outcome.week.stalls.items():
            for product, counted in stall.days[day.day].items():
                now = shown[team, product]
                told = {name: getattr(now, name) for name in COUNTS}
                assert told == {name: getattr(counted, name) for name in COUNTS}
        for stall in day.frame(DAY).stalls:
            products = week.outcome.week.stalls[stall.team].days[day.day].values()
            assert stall.customers == sum(counted.customers for counted in products)


@settings(max_examples=15, deadline=None)
@given(games, st.integers(0, 6), st.lists(st.integers(0, DAY), min_size=2, max_size=30))
def test_from_frame_to_frame_nothing_unsells_and_nothing_falls_below_nothing(
    played: tuple[str, int], day: int, seconds: list[int]
) -> None:
    for week in weeks(*played):
        market = week.day(day % week.days)
        before: dict[tuple[str, str], ProductNow] = {}
        for second in sorted(seconds):
            frame = market.frame(second)
            for stall in frame.stalls:
                assert stall.queue >= 0
                assert 0 <= stall.serving <= stall.servers
                assert stall.queue == 0 or stall.serving == stall.servers
            now = counts(frame)
            for key, product in now.items():
                assert product.shelf is None or product.shelf >= 0
                for name in COUNTS:
                    assert getattr(product, name) >= getattr(before.get(key, product), name)
                if market.starts <= second < DAY and product.shelf is not None:
                    assert product.shelf <= product.most or second < stall_opens(week, key[0])
            before = now


def stall_opens(week: MarketWeek, team: str) -> int:
    return week.decisions(team).opens


@settings(max_examples=10, deadline=None)
@given(games, st.integers(0, 6), st.integers(0, 1_000))
def test_the_queue_is_everybody_who_has_come_and_is_not_yet_served(
    played: tuple[str, int], day: int, some: int
) -> None:
    """Also in the very second in which one of them is."""
    for week in weeks(*played):
        visits = week.outcome.week.visits[day % week.days]
        rows = list(
            zip(visits.at.tolist(), visits.wait.tolist(), visits.offer.tolist(), strict=True)
        )
        turns = [at + wait for at, wait, offer in rows if offer >= 0]
        for second in [0, *turns[some % 7 :: 7]]:
            waiting: Counter[str] = Counter()
            for at, wait, offer in rows:
                if offer >= 0 and at <= second < at + wait:
                    waiting[week.offers[offer].team] += 1
            for stall in week.day(day % week.days).frame(second).stalls:
                assert stall.queue == waiting[stall.team]


@settings(max_examples=10, deadline=None)
@given(games)
def test_whoever_found_a_shelf_empty_finds_it_empty_here(played: tuple[str, int]) -> None:
    """The engine said so at that second, of a shelf that is told again here on its own."""
    for week, day in each_day(*played):
        visits = week.outcome.week.visits[day.day]
        met = visits.refusals
        for visit, number in zip(
            met.visit[met.cause == STOCKOUT], met.offer[met.cause == STOCKOUT], strict=True
        ):
            offer = week.offers[number]
            now = counts(day.frame(int(visits.at[visit])))[offer.team, offer.product]
            assert now.shelf in (0, None)


@settings(max_examples=10, deadline=None)
@given(games, st.integers(0, DAY - 1))
def test_a_shelf_holds_what_was_there_and_made_less_what_was_sold_and_spoiled(
    played: tuple[str, int], second: int
) -> None:
    """Where a big order is waiting, part of it is set aside: those weeks are left out."""
    for week, day in each_day(*played):
        morning = counts(day.frame(0))
        for key, now in counts(day.frame(second)).items():
            stall = week.outcome.week.stalls[key[0]]
            if any(isinstance(move, HandedOver) for move in stall.movements) or now.shelf is None:
                continue
            first = morning[key]
            assert first.shelf is not None
            assert now.shelf - first.shelf == sum(
                sign * (getattr(now, name) - getattr(first, name))
                for name, sign in (("made", 1), ("sold", -1), ("wasted", -1))
            )


@cache
def with_a_big_order() -> tuple[MarketWeek, ...]:
    """Two weeks in which Melati and Mawar bake for an order that is fetched on a Friday: apem
    that keeps for days, and so is set aside."""
    scenario = neighbourhood(products__apem={**APEM, "equipment": None})
    game, found = begin(scenario, {}, weeks=2), []
    plans = {"apem": DayPlan(weekday=2, weekend=2), "uduk": DayPlan(weekday=1, weekend=1)}
    for week in (1, 2):
        for team in ("melati", "mawar"):
            taken = ("pesanan_rt",) if week == 1 else ()
            decisions = deciding(scenario, team, batches=plans, contracts=taken)
            game.decide({team: ("people", DecisionSheet(decisions=decisions))})
        game.live_week()
        market = last_market(game)
        assert market is not None
        found.append(market)
    return tuple(found)


def test_what_is_set_aside_for_a_big_order_is_not_for_sale_until_it_is_fetched() -> None:
    second = with_a_big_order()[1]
    friday = second.day(4)
    fetched = [it for it in friday.happened if it.kind == "fetched"]
    assert [(it.clock, it.teams, it.count) for it in fetched] == [
        ("10:00", ("mawar",), 40), ("10:00", ("melati",), 40),
    ]  # fmt: skip
    before, after = (counts(friday.frame(36_000 + s))["melati", "apem"] for s in (-1, 0))
    assert before.shelf is not None
    assert (after.shelf, after.sold) == (before.shelf, before.sold)  # 40 went, and none from it


def test_what_a_day_takes_in_is_its_sales_and_its_big_orders() -> None:
    fetched = 0
    for week in with_a_big_order():
        for team, stall in week.outcome.week.stalls.items():
            orders = sum(m.revenue for m in stall.movements if isinstance(m, HandedOver))
            revenue = sum(counts.revenue for day in stall.days for counts in day.values())
            shown = sum(
                stall_now.takings
                for day in range(week.days)
                for stall_now in week.day(day).frame(DAY).stalls
                if stall_now.team == team
            )
            assert shown == revenue + orders
            fetched += orders
    assert fetched > 0


# -- what is noticed ------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(games, st.lists(st.integers(0, DAY), max_size=20))
def test_every_happening_is_in_exactly_one_frame(
    played: tuple[str, int], seconds: list[int]
) -> None:
    for _week, day in each_day(*played):
        since, told = -1, []
        for second in [*sorted(set(seconds) - {DAY}), DAY]:
            told += day.frame(second, since).happenings
            since = second
        assert tuple(told) == day.happened


@settings(max_examples=10, deadline=None)
@given(games)
def test_all_who_gave_up_queueing_are_told(played: tuple[str, int]) -> None:
    for week, day in each_day(*played):
        met = week.outcome.week.visits[day.day].refusals
        told: Counter[str] = Counter()
        for happening in day.happened:
            if happening.kind == "left_queue":
                told[happening.teams[0]] += happening.count
        gave_up = Counter(week.offers[o].team for o in met.offer[met.cause == QUEUE])
        assert told == gave_up
        assert {s.team: s.left for s in day.frame(DAY).stalls if s.left} == dict(gave_up)


@settings(max_examples=10, deadline=None)
@given(games)
def test_what_is_told_to_be_sold_out_is(played: tuple[str, int]) -> None:
    for _week, day in each_day(*played):
        for it in day.happened:
            if it.kind == "gone":
                now = counts(day.frame(it.second))[it.teams[0], it.item]
                assert now.shelf in (0, None)
                assert now.sold > 0


def test_everything_that_can_be_noticed_is_noticed_somewhere() -> None:
    """So the properties above have something to bite on."""
    kinds = {
        happening.kind
        for name, bots in (("lebaran", "koperasi"), ("neighbourhood", "acak"), ("busy", "acak"))
        for week in weeks(name, 1, bots)
        for day in range(week.days)
        for happening in week.day(day).happened
    }
    kinds |= {it.kind for it in watched(town(events={"banjir": FLOOD})).day(1).happened}
    kinds |= {it.kind for it in watched(lazy()).day(0).happened}
    assert kinds == set(happenings._SENTENCES)


@pytest.mark.parametrize("kind", sorted(happenings._SENTENCES))
@pytest.mark.parametrize("short", [0, 3])
def test_every_happening_has_a_sentence_in_both_languages(kind: Any, short: int) -> None:
    scenario = neighbourhood()
    item = {"delivery": "pasar", "fetched": "pesanan_rt"}.get(kind, "uduk")
    happening = Happening(29_400, kind, ("melati", "mawar"), item, 12, short)
    i18n.use("id")
    indonesian = happening.told(scenario)
    i18n.use("en")
    english = happening.told(scenario)
    assert indonesian != english
    assert "Melati" in indonesian
    assert "{" not in indonesian + english


# -- open and closed ------------------------------------------------------------------------


def watched(scenario: Scenario, weeks: int = 1) -> MarketWeek:
    """A week in which nobody changes anything."""
    game = begin(scenario, {}, weeks=weeks)
    for _ in range(weeks):
        game.live_week()
    market = last_market(game)
    assert market is not None
    return market


def lazy() -> Scenario:
    """The small town, where Melati bakes nothing."""
    idle = {"uduk": DayPlan(weekday=0, weekend=0)}
    seats = dict(town().teams)
    start = seats["melati"].start.model_copy(update={"batches": idle})
    seats["melati"] = seats["melati"].model_copy(update={"start": start})
    return town().model_copy(update={"teams": seats})


def door(market: MarketWeek, day: int, second: int, team: str = "melati") -> str:
    stalls = market.day(day).frame(second).stalls
    return next(stall.door for stall in stalls if stall.team == team)


def test_a_stall_is_open_in_its_hours_and_says_why_it_is_not_at_others() -> None:
    market = watched(town())
    assert door(market, 0, 6 * 3_600 - 1) == "before"
    assert door(market, 0, 6 * 3_600) == "open"
    assert door(market, 0, 10 * 3_600 - 1) == "open"
    assert door(market, 0, 10 * 3_600) == "after"


def test_under_water_a_stall_is_closed_all_day_and_nobody_comes() -> None:
    market = watched(town(events={"banjir": FLOOD}))
    assert [door(market, day, 8 * 3_600) for day in range(3)] == ["open", "flood", "open"]
    flooded = market.day(1).frame(DAY)
    assert sum(stall.customers for stall in flooded.stalls) == 0


def test_who_fails_an_inspection_is_closed_by_it() -> None:
    market = watched(neighbourhood(), weeks=3)
    assert [door(market, day, 8 * 3_600) for day in range(4)] == [
        "open", "open", "inspection", "open",
    ]  # fmt: skip


def test_who_makes_nothing_does_not_sell() -> None:
    market = watched(lazy())
    assert door(market, 0, 8 * 3_600) == "idle"
    assert door(market, 0, 8 * 3_600, "kenanga") == "open"


@settings(max_examples=10, deadline=None)
@given(games)
def test_the_clock_runs_until_the_last_customer_has_been_served(played: tuple[str, int]) -> None:
    for _week, day in each_day(*played):
        assert 0 <= day.starts <= day.ends <= DAY
        last = day.frame(day.ends)
        assert all(stall.queue == 0 and stall.serving == 0 for stall in last.stalls)
        assert all(stall.door != "open" for stall in last.stalls) or day.ends == DAY
        first = day.frame(day.starts)
        assert any(stall.door == "open" for stall in first.stalls) or all(
            stall.door in ("flood", "inspection", "idle") for stall in first.stalls
        )


def test_a_frame_is_the_same_whenever_it_is_asked_for() -> None:
    day = weeks("busy", 1)[0].day(2)
    assert day.frame(30_000) == day.frame(30_000)
    assert np.all([day.frame(s).second == s for s in (0, 30_000, DAY)])
