"""The view on the neighbourhood: open doors and why not, true costs beside the poster's."""

from __future__ import annotations

from typing import Any

import pytest

from games import begin
from neighbourhood import LOANS, deciding, neighbourhood
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.game.view import Door, LoanDoor, TeamView, team_view


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPASAR_LANG", "en")


def after(*weeks: dict[str, Any], team: str = "melati", **changes: Any) -> TeamView:
    """The view of a team after weeks in which it decided so."""
    game = begin(neighbourhood(weeks=8, **changes), {})
    for decided in weeks:
        _decide(game, team, decided)
        game.live_week()
    return team_view(game.setup.scenario, game.state, team)


def _decide(game: Game, team: str, decided: dict[str, Any]) -> None:
    decisions = deciding(game.setup.scenario, team, **decided)
    game.decide({team: ("people", DecisionSheet(decisions=decisions))})


def door(doors: tuple[Door, ...], name: str) -> Door:
    return next(d for d in doors if d.id == name)


def loan(view: TeamView, name: str) -> LoanDoor:
    return next(d for d in view.loans if d.id == name)


def test_each_lender_shows_its_true_monthly_cost_beside_its_poster() -> None:
    """Domain facts, section 0: 1 million for 30 times 40 thousand costs about 44 % a month."""
    view = after()
    lender = loan(view, "keliling")
    assert view.scenario.loans["keliling"].advertised.of("id") == "Cair sekarang"
    assert (lender.example, lender.first, round(lender.monthly / 1_000)) == (1_000_000, 40_000, 44)
    assert loan(view, "kur").monthly == 500


def test_a_closed_door_says_why_and_opens_when_that_is_done() -> None:
    assert loan(after(), "kur").why_not == ("KUR: NIB must be finished first.",)
    entered = after({"programmes": ("nib",)})
    assert loan(entered, "kur").open
    assert loan(entered, "kur").most == 5_000_000
    assert door(entered.programmes, "nib").why_not
    assert door(entered.programmes, "slhs").open


def test_only_members_borrow_from_the_savings_and_by_what_they_saved() -> None:
    assert not loan(after(), "simpan_pinjam").open
    joined = after({"cooperative": {}})
    assert joined.standing.savings == 120_000
    assert loan(joined, "simpan_pinjam").most == 600_000


def test_a_lender_whose_bounds_are_no_whole_steps_lends_what_lies_between() -> None:
    odd = {**LOANS, "keliling": {**LOANS["keliling"], "smallest": 130_000, "largest": 950_000}}
    seen = loan(after(loans=odd), "keliling")
    assert seen.open
    assert seen.most == seen.example == 900_000
    least = neighbourhood(loans=odd).loans["keliling"].least
    assert least == 200_000
    for amount in (seen.most, least):
        assert after({"borrow": {"keliling": amount}}, loans=odd).standing.debts


def test_a_big_order_taken_is_awaited_until_it_is_fetched() -> None:
    assert after({"contracts": ("pesanan_rt",)}).orders == ("pesanan_rt",)
    assert not door(after({"contracts": ("pesanan_rt",)}).contracts, "pesanan_rt").open
    assert after({"contracts": ("pesanan_rt",)}, {}).orders == ()


def test_everybody_sees_the_cooperatives_books_and_who_did_not_pay() -> None:
    game = begin(neighbourhood(), {})
    _decide(game, "melati", {"cooperative": {"pledges": {"beras": 3}}})
    game.live_week()
    other = team_view(game.setup.scenario, game.state, "mawar")
    assert other.cooperative is not None
    assert other.cooperative.last is not None
    assert other.cooperative.last.pledged == {"melati": {"beras": 3}}
    assert list(other.cooperative.members) == ["melati"]


def test_the_households_purse_is_not_the_businesss_cash() -> None:
    view = after({"drawings": 500_000})
    assert view.purse == 50_000 + 500_000 - 320_000
    assert view.books.cash != view.purse
