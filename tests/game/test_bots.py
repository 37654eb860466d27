"""Bots: whatever happens to them they hand in a possible sheet, and par is worth measuring by."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import EVERYTHING, begin, busy_town, finish
from simpasar.game.bots import BOT_NAMES, UnknownBot, bot, check_bot
from simpasar.game.bots.planning import cost_of
from simpasar.game.entries import canonical
from simpasar.game.play import Game
from simpasar.game.replay import sheet_of
from simpasar.game.score import ranking
from simpasar.game.seats import play_bots
from simpasar.game.state import plain
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import DecisionGroup, Scenario
from towns import town

SEEDS = st.integers(0, 2**53 - 1)
GROUPS = get_args(DecisionGroup)


@cache
def shipped(name: str) -> Scenario:
    return load(find(name))


def assert_plays_possible_sheets(game: Game) -> None:
    """Play to the end; every sheet must be possible and come back whole from a record."""
    while not game.finished:
        play_bots(game)
        for sheet in game.sheets.values():
            entry = {
                "sheet": plain(sheet.decisions),
                "forecast": plain(sheet.forecast),
                "reason": sheet.reason,
            }
            assert sheet_of(json.loads(canonical(entry))) == sheet
            assert sheet.forecast is not None
            assert sheet.reason
        game.live_week()


# -- possible sheets ------------------------------------------------------------------------


@st.composite
def hard_times(draw: st.DrawFn) -> Scenario:
    """A busy town with little money, odd rules, few or many buyers, decisions locked for long."""
    weeks = draw(st.dictionaries(st.sampled_from(GROUPS), st.integers(1, 3), min_size=1))
    rules = {
        "unlocked": weeks,
        "price_step": draw(st.sampled_from([1, 100, 3_000])),
        "price_low": draw(st.sampled_from([0, 870, 1_000])),
        "price_high": draw(st.sampled_from([1_000, 1_130, 10_000])),
        "max_batches": draw(st.sampled_from([3, 20])),
        "max_helpers": draw(st.sampled_from([0, 2])),
    }
    crowd = {"klender": draw(st.sampled_from([1, 200, 900]))}
    cash = draw(st.sampled_from([0, 40_000, 300_000, 3_000_000]))
    changes: dict[str, Any] = {"rules": rules, "days": draw(st.sampled_from([1, 5, 6, 7]))}
    changes["segments__warga__residents"] = crowd
    for team in ("melati", "kenanga"):
        changes[f"teams__{team}__cash"] = cash
        changes[f"teams__{team}__rent"] = draw(st.sampled_from([0, 90_000, 2_000_000]))
        changes[f"teams__{team}__start__promotion"] = draw(st.integers(0, min(cash, 250_000)))
        changes[f"teams__{team}__start__drawings"] = draw(st.sampled_from([0, 400_000]))
    return busy_town(**changes)


@pytest.mark.parametrize("name", BOT_NAMES)
@settings(max_examples=12, deadline=None)
@given(hard_times(), st.sampled_from(BOT_NAMES), SEEDS)
def test_a_bot_hands_in_a_possible_sheet_in_hard_times(
    name: str, scenario: Scenario, rival: str, seed: int
) -> None:
    assert_plays_possible_sheets(begin(scenario, {"melati": name, "kenanga": rival}, seed))


@pytest.mark.parametrize("scenario", ["pasar-pagi", "warung-pertama"])
@settings(max_examples=4, deadline=None)
@given(st.permutations(BOT_NAMES), SEEDS)
def test_bots_hand_in_possible_sheets_at_every_seat_that_ships(
    scenario: str, names: list[str], seed: int
) -> None:
    played = shipped(scenario)
    seats = dict(zip(played.teams, names, strict=False))
    assert_plays_possible_sheets(begin(played, seats, seed))


RICHEST: dict[str, Any] = {"teams__melati__cash": 10_000_000_000}
LARGEST: dict[str, Any] = {
    **RICHEST,
    "rules": {**EVERYTHING, "max_batches": 1_000},
    "teams__melati__start__batches": {"uduk": {"weekday": 1_000, "weekend": 1_000}},
    "products__uduk__batch": 10_000,
    "products__uduk__recipe": {"beras": 100_000_000, "kelapa": 4},
}


@pytest.mark.parametrize("changes", [RICHEST, LARGEST], ids=["richest", "largest"])
@pytest.mark.parametrize("name", BOT_NAMES)
def test_a_bot_expects_and_stores_no_more_than_a_sheet_can_hold(
    name: str, changes: dict[str, Any]
) -> None:
    assert_plays_possible_sheets(begin(town(**changes), {"melati": name}))


def test_the_same_view_gives_the_same_sheet() -> None:
    game = begin(busy_town(), {"melati": "acak"})
    game.live_week()
    for name in BOT_NAMES:
        for team in game.state.teams:
            view = team_view(game.setup.scenario, game.state, team)
            one, other = (bot(name, game.chance)(view) for _turn in range(2))
            assert one == other


def test_only_the_random_player_depends_on_the_seed_and_each_seat_has_its_own_draws() -> None:
    game = begin(busy_town(), {})
    views = [team_view(game.setup.scenario, game.state, team) for team in game.state.teams]
    for name in BOT_NAMES:
        sheets = [bot(name, Chance(seed))(views[0]) for seed in range(4)]
        assert all(sheet == sheets[0] for sheet in sheets) == (name != "acak")
    game = begin(town(), {})
    views = [team_view(game.setup.scenario, game.state, team) for team in game.state.teams]
    one, other = (bot("acak", Chance(1))(view).decisions for view in views)
    assert one.prices["uduk"] != other.prices["uduk"]


# -- characters ---------------------------------------------------------------------------


def decisions_after(name: str, weeks: int = 2, **changes: Any) -> list[Any]:
    game = begin(town(rules=busy_town().rules.model_dump(mode="json"), **changes), {"melati": name})
    for _week in range(weeks):
        play_bots(game)
        game.live_week()
    return [week.decisions for week in game.state.teams["melati"].history]


def test_diam_never_changes_anything() -> None:
    first, second = decisions_after("diam")
    assert first == second == town().teams["melati"].start


def test_diam_expects_to_sell_what_it_sold() -> None:
    game = begin(busy_town(), {"melati": "diam"})
    sold = game.live_week().state.teams["melati"].history[-1].whole.sold
    play_bots(game)
    forecast = game.sheets["melati"].forecast
    assert forecast is not None
    assert forecast.units == sold


def test_hati_hati_keeps_two_weeks_costs_in_the_till_but_never_stops_making() -> None:
    rents = (90_000, 680_000, 2_000_000)
    plenty, short, none = (
        decisions_after("hati-hati", 1, teams__melati__rent=rent)[0].batches["uduk"]
        for rent in rents
    )
    assert plenty.weekday == 2
    assert short.weekday == none.weekday == 1


def test_acak_draws_every_decision_that_is_free() -> None:
    start, changed = busy_town().teams["melati"].start, set()
    for seed in range(20):
        game = begin(busy_town(), {"melati": "acak"}, seed)
        play_bots(game)
        drawn = game.sheets["melati"].decisions
        changed |= {f for f in type(drawn).model_fields if getattr(drawn, f) != getattr(start, f)}
    elsewhere = {"arisan", "programmes", "contracts", "borrow", "settle", "cooperative"}
    assert changed == set(type(start).model_fields) - elsewhere


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60_000), st.sampled_from([1, 100, 500]))
def test_banting_harga_stays_a_tenth_above_its_ingredients(kelapa: int, step: int) -> None:
    goods = {"beras": {"amount": 1_000, "price": 14_000}, "kelapa": {"amount": 1, "price": kelapa}}
    game = begin(
        town(
            suppliers__pasar__goods=goods,
            rules={**EVERYTHING, "price_step": step},
            teams__kenanga__start__prices={"uduk": 4_000, "telor": 4_500},
        ),
        {"melati": "banting-harga"},
    )
    while not game.finished:
        cost = cost_of(team_view(game.setup.scenario, game.state, "melati"), "uduk")
        play_bots(game)
        assert game.sheets["melati"].decisions.prices["uduk"] * 10 >= cost * 11
        game.live_week()


def test_banting_harga_goes_below_its_rivals() -> None:
    *_, last = decisions_after("banting-harga")
    assert last.prices["uduk"] < 12_000


def test_mutu_makes_the_best_there_is_and_asks_more() -> None:
    first, *_ = decisions_after("mutu")
    assert first.grades["uduk"] == "mantap"
    assert first.prices["uduk"] > 12_000


def test_stok_penuh_makes_more_than_hati_hati() -> None:
    full, careful = (decisions_after(name)[-1] for name in ("stok-penuh", "hati-hati"))
    assert full.batches["uduk"].weekday > careful.batches["uduk"].weekday
    assert sum(full.safety.values()) > sum(careful.safety.values())


def test_ikut_pasar_takes_the_price_of_who_sells_most() -> None:
    start = {**town().teams["kenanga"].start.model_dump(mode="json")}
    start["prices"] = {"uduk": 10_000, "telor": 45_000}
    *_, last = decisions_after("ikut-pasar", teams__kenanga__start=start)
    assert last.prices["uduk"] == 10_000


@pytest.mark.parametrize(("quality", "grade"), [(1, "mantap"), (3, "biasa")])
def test_ikut_pasar_takes_the_grade_too_once_it_may(quality: int, grade: str) -> None:
    start = {**town().teams["kenanga"].start.model_dump(mode="json")}
    start["grades"] = {"uduk": "mantap", "telor": "biasa"}
    start["prices"] = {"uduk": 10_000, "telor": 45_000}
    unlocked = {**EVERYTHING["unlocked"], "quality": quality}
    scenario = town(rules={**EVERYTHING, "unlocked": unlocked}, teams__kenanga__start=start)
    game = begin(scenario, {"melati": "ikut-pasar"})
    game.live_week()
    play_bots(game)
    assert game.sheets["melati"].decisions.grades["uduk"] == grade


# -- names ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "Par", "pintar", "banting_harga", "\0"])
def test_an_unknown_bot_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(UnknownBot) as refused:
        check_bot(name)
    assert refused.value.name == name
    assert any(known in str(refused.value) for known in BOT_NAMES)
    with pytest.raises(UnknownBot):
        bot(name, Chance(1))


def test_every_name_is_a_bot() -> None:
    assert set(BOT_NAMES) == {
        "par", "hati-hati", "banting-harga", "mutu", "ikut-pasar", "stok-penuh", "diam", "acak",
        "koperasi", "penumpang", "utang",
    }  # fmt: skip
    for name in BOT_NAMES:
        assert callable(bot(name, Chance(1)))


# -- the yardstick --------------------------------------------------------------------------


def gained(team: str, name: str, seed: int) -> int:
    """What a seat of the morning market gains with this bot, among the usual others."""
    scenario = shipped("pasar-pagi")
    seats = {other: seat.bot for other, seat in scenario.teams.items()}
    game = finish(begin(scenario, {**seats, team: name}, seed))
    return next(s.gained for s in ranking(scenario, game.state) if s.team == team)


def test_par_gains_more_than_changing_nothing() -> None:
    """Every seat once, each with a seed of its own."""
    teams = shipped("pasar-pagi").teams
    pairs = [(gained(t, "par", n), gained(t, "diam", n)) for n, t in enumerate(teams)]
    assert sum(par for par, _ in pairs) > sum(still for _, still in pairs)


@pytest.mark.slow
def test_par_gains_more_than_changing_nothing_at_every_seat_over_six_seeds() -> None:
    for team in shipped("pasar-pagi").teams:
        par, still = (
            sum(gained(team, name, seed) for seed in range(6)) for name in ("par", "diam")
        )
        print(f"{team}: par {par // 6}, diam {still // 6} rupiah a season")
        assert par > still, team
