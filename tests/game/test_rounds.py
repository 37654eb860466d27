"""A round: what a sheet may ask, what a missing one means, and books that agree with the goods."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import EVERYTHING, busy_town
from simpasar.firm.checks import SheetRefused
from simpasar.firm.ledger import Account
from simpasar.firm.sheet import DecisionSheet
from simpasar.firm.stock import stock_value
from simpasar.game.rounds import RoundOutcome, check_sheet, play_round
from simpasar.game.score import ranking
from simpasar.game.state import GameState, new_game
from simpasar.market.chance import Chance
from simpasar.scenario.model import DayPlan, Scenario
from simpasar.scenario.parts import DAY
from towns import town

TOWN = busy_town()
WEEKS = 3
CHANCE = Chance(7)


def sheet_of(state: GameState, team: str, **changes: Any) -> DecisionSheet:
    decisions = state.teams[team].sheet.carried().decisions
    return DecisionSheet(decisions=decisions.model_copy(update=changes))


def owned(state: GameState, team: str) -> int:
    return state.teams[team].books.equipment["kompor"]


# -- sheets -------------------------------------------------------------------------------


def test_a_team_without_a_sheet_plays_last_weeks_again() -> None:
    free = town(rules=EVERYTHING)
    start = new_game(free)
    cheap = sheet_of(start, "melati", prices={"uduk": 9_000})
    state = play_round(free, start, {"melati": cheap}, CHANCE).state
    nobody = play_round(free, state, {}, CHANCE)
    same = {team: state.teams[team].sheet.carried() for team in state.teams}
    assert nobody.state.teams["melati"].sheet.decisions.prices == {"uduk": 9_000}
    assert nobody.state.digest() == play_round(free, state, same, CHANCE).state.digest()


def test_equipment_on_a_sheet_is_bought_once() -> None:
    free = town(rules=EVERYTHING)
    start = new_game(free)
    sheet = sheet_of(start, "melati", buy_equipment={"kompor": 1})
    state = play_round(free, start, {"melati": sheet}, CHANCE).state
    assert owned(state, "melati") == owned(start, "melati") + 1
    state = play_round(free, state, {}, CHANCE).state
    assert owned(state, "melati") == owned(start, "melati") + 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"prices": {"uduk": 12_050}}, "price_step"),
        ({"prices": {"uduk": 100_000}}, "price_out_of_range"),
        ({"prices": {}}, "missing"),
        ({"batches": {"uduk": DayPlan(weekday=21, weekend=0)}}, "too_many_batches"),
        ({"grades": {"uduk": "istimewa"}}, "unknown_grade"),
        ({"suppliers": {"beras": "pasar", "kelapa": "grosir"}}, "not_sold_there"),
        ({"safety": {"emas": 1}}, "unknown_name"),
        ({"promotion": 1_500_001}, "not_enough_cash"),
        ({"helpers": 3}, "too_many_helpers"),
        ({"opens": 4 * 3_600}, "hours"),
        ({"buy_equipment": {"kompor": 3}}, "not_enough_cash"),
    ],
)
def test_an_impossible_sheet_is_refused_and_no_week_is_lived(
    changes: dict[str, Any], code: str
) -> None:
    free = town(rules=EVERYTHING)
    start = new_game(free)
    before = start.digest()
    with pytest.raises(SheetRefused) as refused:
        play_round(free, start, {"melati": sheet_of(start, "melati", **changes)}, CHANCE)
    assert [finding.code for finding in refused.value.findings] == [code]
    assert start.digest() == before


def test_a_decision_is_refused_until_the_week_that_unlocks_it() -> None:
    scenario = town()
    state = new_game(scenario)
    for week in (1, 2):
        sheet = sheet_of(state, "melati", promotion=50_000)
        if week == 1:
            with pytest.raises(SheetRefused):
                check_sheet(scenario, state, "melati", sheet)
            state = play_round(scenario, state, {}, CHANCE).state
        else:
            check_sheet(scenario, state, "melati", sheet)


def test_a_sheet_of_nobody_is_refused() -> None:
    start = new_game(TOWN)
    with pytest.raises(KeyError):
        play_round(TOWN, start, {"mawar": sheet_of(start, "melati")}, CHANCE)


def test_last_weeks_sheet_may_be_handed_in_again_by_a_team_that_has_become_poor() -> None:
    """What a missing sheet does, a bot or a person who changes nothing may do, too."""
    poor = town(
        teams__melati__cash=60_000,
        teams__melati__rent=900_000,
        teams__melati__start__promotion=50_000,
    )
    state = new_game(poor)
    for _week in range(WEEKS):
        carried = state.teams["melati"].sheet.carried()
        outcome = play_round(poor, state, {"melati": carried}, CHANCE)
        assert outcome.state.digest() == play_round(poor, state, {}, CHANCE).state.digest()
        state = outcome.state
    assert state.teams["melati"].books.payables > 0


# -- arbitrary sheets -----------------------------------------------------------------------


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, Any]:
    """One team's decisions but for the money, which depends on what it then has."""
    products, most = TOWN.products, TOWN.rules.max_batches
    count, item = st.integers(0, most), st.sampled_from(["beras", "kelapa"])
    opens = draw(st.integers(5 * 60, 11 * 60)) * 60
    closes = draw(st.integers(opens // 60 + 1, 12 * 60)) * 60
    return {
        "prices": {
            name: 100 * draw(st.integers(made.reference_price // 250, made.reference_price // 40))
            for name, made in products.items()
        },
        "batches": {name: DayPlan(weekday=draw(count), weekend=draw(count)) for name in products},
        "grades": {
            name: draw(st.sampled_from(sorted(made.grades))) for name, made in products.items()
        },
        "suppliers": {"beras": draw(st.sampled_from(["grosir", "pasar"])), "kelapa": "pasar"},
        "safety": draw(st.dictionaries(item, st.integers(0, 9_000))),
        "helpers": draw(st.integers(0, TOWN.rules.max_helpers)),
        "opens": opens,
        "closes": closes,
        "drawings": draw(st.sampled_from([0, 100_000, 5_000_000])),
        "promotion": draw(st.integers(0, 1_000)),
        "buy_equipment": {"kompor": draw(st.integers(0, 2))},
    }


def affordable(state: GameState, team: str, wish: dict[str, Any]) -> DecisionSheet:
    """A wish with as much equipment, and that share of promotion, as the cash at hand allows."""
    books = state.teams[team].books
    cash = max(0, books.cash - books.payables)
    price = TOWN.equipment["kompor"].price
    pieces = min(wish["buy_equipment"]["kompor"], cash // price)
    rest = cash - pieces * price
    money = {"buy_equipment": {"kompor": pieces}, "promotion": rest * wish["promotion"] // 1_000}
    return sheet_of(state, team, **{**wish, **money})


weeks_of_wishes = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(TOWN.teams, wishes())),
    min_size=WEEKS,
    max_size=WEEKS,
)


@settings(max_examples=40, deadline=None)
@given(weeks_of_wishes, st.integers(0, 2**53 - 1))
def test_books_and_goods_agree_whatever_is_decided(
    weeks: list[dict[str, dict[str, Any]]], seed: int
) -> None:
    state = new_game(TOWN)
    for wanted in weeks:
        sheets = {team: affordable(state, team, wish) for team, wish in wanted.items()}
        outcome = play_round(TOWN, state, sheets, Chance(seed))
        for team in TOWN.teams:
            _must_balance_at_every_entry(state, outcome, team)
            _must_hold_in_books_what_lies_in_stock(outcome.state, team)
            _must_have_sold_what_was_paid_for(outcome, team)
        state = outcome.state
    for score in ranking(TOWN, state):
        history = state.teams[score.team].history
        assert score.gained == sum(week.figures.profit for week in history)
        assert score.wealth == history[-1].figures.wealth


def _must_balance_at_every_entry(before: GameState, outcome: RoundOutcome, team: str) -> None:
    amounts = dict(before.teams[team].books.balances)
    for entry in outcome.journal[team]:
        assert sum(amount for _account, amount in entry.lines) == 0
        for account, amount in entry.lines:
            amounts[account] = amounts.get(account, 0) + amount
        assert amounts.get(Account.CASH, 0) >= 0
        assert amounts.get(Account.PAYABLES, 0) <= 0
    after = outcome.state.teams[team].books
    assert after.balances == {account: amount for account, amount in amounts.items() if amount}
    assert after.cash >= 0


def _must_hold_in_books_what_lies_in_stock(state: GameState, team: str) -> None:
    mine = state.teams[team]
    books = mine.books
    assert {lot.id: lot.quantity for lot in mine.lots} == {
        lot: held.quantity for lot, held in books.costs.items()
    }
    for lot in mine.lots:
        made = lot.item in TOWN.products
        account = Account.FINISHED_GOODS if made else Account.RAW_MATERIALS
        assert books.costs[lot.id].account is account
    for account in (Account.RAW_MATERIALS, Account.FINISHED_GOODS):
        assert stock_value(books.costs, account) == books.balances[account]


def _must_have_sold_what_was_paid_for(outcome: RoundOutcome, team: str) -> None:
    report = outcome.state.teams[team].history[-1]
    sales = sum(entry.amount(Account.SALES) for entry in outcome.journal[team])
    assert report.figures.revenue == report.whole.revenue == -sales
    for product, counts in report.products.items():
        assert counts.revenue == counts.sold * report.decisions.prices[product]


# -- purity -------------------------------------------------------------------------------


def test_a_round_changes_nothing_that_it_was_given() -> None:
    start = new_game(TOWN)
    before = start.digest()
    one = play_round(TOWN, start, {}, CHANCE)
    first = one.state.digest()
    assert play_round(TOWN, start, {}, CHANCE).state.digest() == first
    play_round(TOWN, one.state, {}, CHANCE)
    assert (start.digest(), one.state.digest()) == (before, first)


def test_another_seed_is_another_week() -> None:
    start = new_game(TOWN)
    digests = {play_round(TOWN, start, {}, Chance(seed)).state.digest() for seed in range(5)}
    assert len(digests) == 5


def test_a_market_of_fewer_days_leaves_the_others_out() -> None:
    scenario = town(days=5)
    report = play_round(scenario, new_game(scenario), {}, CHANCE).state.teams["melati"].history[-1]
    assert (len(report.days), len(report.news)) == (5, 5)


def test_helpers_are_paid_for_the_days_of_the_market() -> None:
    scenario = town(days=5, rules=EVERYTHING)
    start = new_game(scenario)
    sheet = sheet_of(start, "melati", helpers=2)
    outcome = play_round(scenario, start, {"melati": sheet}, CHANCE)
    assert outcome.state.teams["melati"].history[-1].figures.wages == 2 * 5 * 100_000


def _digest(scenario: str, **environment: str) -> str:
    command = [sys.executable, "-m", "simpasar", "run", scenario, "--seed", "7", "--weeks", "2"]
    result = subprocess.run(
        [*command, "--json"], env={**os.environ, **environment}, capture_output=True, check=True
    )
    return str(json.loads(result.stdout)["digest"])


def test_the_same_game_in_other_processes_under_other_hashes_and_on_a_plainer_processor() -> None:
    umath = import_module("numpy._core._multiarray_umath")
    baseline = set(umath.__cpu_baseline__)
    spared = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__.get(name)]
    plain = " ".join(name for name in spared if name not in baseline)
    digests = {
        _digest("pasar-pagi", PYTHONHASHSEED="1"),
        _digest("pasar-pagi", PYTHONHASHSEED="4242"),
        _digest("pasar-pagi", NPY_DISABLE_CPU_FEATURES=plain),
    }
    assert len(digests) == 1


def test_days_of_the_state_are_counted_from_the_coming_monday() -> None:
    """A lot made on Sunday and good for 80 hours expires on Wednesday morning of the next week."""
    state = play_round(TOWN, new_game(TOWN), {}, CHANCE).state
    lots = [lot for team in state.teams.values() for lot in team.lots if lot.item == "apem"]
    assert lots
    assert all(-DAY * 4 < lot.ready_at < lot.expires_at < 4 * DAY for lot in lots)


def test_the_start_of_a_game_is_the_scenario() -> None:
    scenario: Scenario = town(teams__melati__stock={"beras": 4_000, "kelapa": 0})
    state = new_game(scenario)
    melati = state.teams["melati"]
    assert state.week == 1
    assert [(lot.item, lot.quantity) for lot in melati.lots] == [("beras", 4_000)]
    assert melati.books.cash == 1_500_000
    assert melati.books.balances[Account.RAW_MATERIALS] == 56_000
    assert melati.history == ()
