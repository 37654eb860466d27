"""The score: gains, debts, households, bankruptcy, a rescue, and par in the same seat."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from games import SEED, begin, finish, forged, payloads
from neighbourhood import neighbourhood
from simpasar.firm.bookkeeping import open_books
from simpasar.firm.ledger import Account, post
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.game.replay import RecordDiffersError, replay
from simpasar.game.report import TeamWeek
from simpasar.game.score import bankrupt, par_gain, ranking
from simpasar.game.seats import play_bots
from simpasar.market.chance import Chance

TOWN = neighbourhood()
BOTS: dict[str, str | None] = dict(
    zip(TOWN.teams, ("koperasi", "penumpang", "utang", "par"), strict=True)
)
PAR = next(team for team, name in BOTS.items() if name == "par")
GAME = finish(begin(TOWN, BOTS))


def sheets_of(game: Game) -> list[dict[str, DecisionSheet]]:
    """What every team played, week by week."""
    return [{team: state.sheet for team, state in past.teams.items()} for past in game.past]


def week(**figures: int) -> TeamWeek:
    """A week of PAR's with other figures."""
    plain = GAME.state.teams[PAR].history[0]
    overdue = figures.pop("overdue", 0)
    return replace(plain, figures=replace(plain.figures, **figures), overdue=overdue)


# -- par in the same seat -------------------------------------------------------------------


def test_par_against_par_differs_by_nothing() -> None:
    *_, gained = par_gain(TOWN, sheets_of(GAME), Chance(SEED), PAR)
    assert gained == next(s.gained for s in ranking(TOWN, GAME.state) if s.team == PAR)


def test_pars_gain_in_a_seat_is_that_of_a_game_in_which_it_sat_there() -> None:
    """The others' sheets are handed in as they were; here none of them depends on the seat."""
    still = dict.fromkeys(TOWN.teams, "diam")
    game = finish(begin(TOWN, still))
    *_, gained = par_gain(TOWN, sheets_of(game), Chance(SEED), "melati")
    played = finish(begin(TOWN, {**still, "melati": "par"}))
    assert gained == next(s.gained for s in ranking(TOWN, played.state) if s.team == "melati")


def test_a_game_cut_short_is_compared_week_for_week_with_no_surplus_shared() -> None:
    whole = list(par_gain(TOWN, sheets_of(GAME), Chance(SEED), PAR))
    cut = list(par_gain(TOWN, sheets_of(GAME)[:2], Chance(SEED), PAR, closing=()))
    assert whole[:2] == cut


# -- bankruptcy -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weeks", "failed"),
    [
        ([{}, {}, {}], None),
        ([{"payables": 1}, {}, {"payables": 1}], None),
        ([{}, {"payables": 1}, {"payables": 1}], 3),
        ([{"overdue": 1}, {"payables": 1}, {}], 2),
        ([{}, {"cash": 99, "stock_value": 0, "savings": 0}, {}], 2),
        ([{}, {"cash": 50, "stock_value": 20, "savings": 30}, {}], None),
        ([{}, {"debt": 10**9}, {}], 2),
        ([{"wealth": -1}, {}, {}], None),
    ],
)
def test_a_business_fails_when_it_cannot_pay_twice_running_or_its_working_capital_is_gone(
    weeks: list[dict[str, int]], failed: int | None
) -> None:
    history = [replace(week(**figures), week=n) for n, figures in enumerate(weeks, start=1)]
    assert bankrupt(history, working_capital=1_000) == failed


def test_debts_and_what_the_family_lacked_stand_in_the_score() -> None:
    scores = {score.team: score for score in ranking(TOWN, GAME.state)}
    borrower = next(team for team, name in BOTS.items() if name == "utang")
    assert scores[borrower].debt == sum(d.owed for d in GAME.state.teams[borrower].debts) > 0
    for team, state in GAME.state.teams.items():
        homes = [past.home for past in state.history]
        assert scores[team].need_short == sum(home.short for home in homes if home)


# -- the trainer's rescue -------------------------------------------------------------------


def rescued_game(amount: int) -> Game:
    """A game of players who never change anything, one of them helped before week 2."""
    game = begin(TOWN, dict.fromkeys(TOWN.teams, "diam"))
    play_bots(game)
    game.live_week()
    if amount:
        game.rescue("melati", amount, "Gerobaknya hanyut waktu banjir.")
    return finish(game)


def test_a_rescue_is_cash_in_hand_and_counts_for_nothing() -> None:
    helped, alone = rescued_game(400_000), rescued_game(0)
    cash = [game.state.teams["melati"].books.cash for game in (helped, alone)]
    assert cash[0] - cash[1] == 400_000
    scores = [
        next(s for s in ranking(TOWN, game.state) if s.team == "melati") for game in (helped, alone)
    ]
    assert scores[0] == scores[1]


def test_a_rescue_can_be_spent_in_the_same_week() -> None:
    game = begin(TOWN, {})
    start = TOWN.teams["melati"].start
    kettle = start.model_copy(update={"buy_equipment": {"kenceng": 1}})
    game.rescue("melati", 1_000_000, "Modal alat.")
    game.decide({"melati": ("people", DecisionSheet(decisions=kettle))})
    assert game.live_week().state.teams["melati"].books.equipment["kenceng"] == 1


def test_a_rescue_is_an_entry_of_the_record_and_of_the_books_and_replays() -> None:
    game = rescued_game(400_000)
    (entry,) = [told for told in payloads(game) if told["kind"] == "rescue"]
    assert (entry["team"], entry["amount"], entry["week"]) == ("melati", 400_000, 2)
    *_, last = replay([json.loads(line) for line in forged(payloads(game)).splitlines()], SEED)
    assert last.game.state.digest() == game.state.digest()
    balances = open_books(TOWN, TOWN.teams["melati"])[0].balances
    for step in replay([json.loads(x) for x in forged(payloads(game)).splitlines()], SEED):
        if step.outcome:
            balances = post(balances, *step.outcome.journal["melati"])
    assert balances == game.state.teams["melati"].books.balances
    assert balances[Account.RESCUE] == -400_000


def test_no_rescue_and_no_sheet_between_a_weeks_news_and_its_end() -> None:
    """A record that broke off there goes on with the state: they would make it unreadable."""
    game = rescued_game(0)
    saying = [told for told in payloads(game) if told["kind"] != "seal"][:-1]
    assert saying[-1]["kind"] == "chance"
    *_, last = replay([json.loads(line) for line in forged(saying).splitlines()], SEED)
    with pytest.raises(ValueError, match="must wait for the next"):
        last.game.rescue("melati", 400_000, "Gerobaknya hanyut waktu banjir.")
    with pytest.raises(ValueError, match="must wait for the next"):
        last.game.decide({"melati": ("people", last.game.state.teams["melati"].sheet.carried())})


@pytest.mark.parametrize(
    "change",
    [
        {"amount": 400_001}, {"amount": 0}, {"amount": "400000"}, {"amount": True},
        {"team": "tidak_ada"}, {"team": None}, {"reason": " "}, {"reason": None}, {"week": 3},
    ],
)  # fmt: skip
def test_a_rescue_that_was_changed_is_found(change: dict[str, Any]) -> None:
    saying = payloads(rescued_game(400_000))
    entry = next(told for told in saying if told["kind"] == "rescue")
    entry.update(change)
    with pytest.raises(RecordDiffersError):
        list(replay([json.loads(line) for line in forged(saying).splitlines()], SEED))


@pytest.mark.parametrize(("amount", "reason"), [(0, "Ada."), (-5, "Ada."), (100, ""), (100, "  ")])
def test_no_rescue_without_an_amount_and_a_reason(amount: int, reason: str) -> None:
    game = begin(TOWN, {})
    before = len(payloads(game))
    with pytest.raises(ValueError, match="amount above 0, a reason"):
        game.rescue("melati", amount, reason)
    assert len(payloads(game)) == before


def test_no_rescue_after_the_last_week() -> None:
    game = begin(TOWN, dict.fromkeys(TOWN.teams, "diam"))
    while not game.finished:
        play_bots(game)
        game.live_week()
    with pytest.raises(ValueError, match="a week to come"):
        game.rescue("melati", 100, "Terlambat.")
