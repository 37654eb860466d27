"""Bots among their neighbours: each deals as its name says, and never asks for the impossible."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import begin, finish, payloads
from neighbourhood import APEM, COOPERATIVE, TEAMS, deciding, neighbourhood
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import BOT_NAMES
from simpasar.game.play import Game
from simpasar.game.score import ranking
from simpasar.game.seats import play_bots
from simpasar.scenario.model import Decisions

LONG = neighbourhood(weeks=6)


def weeks(bots: dict[str, str], seed: int = 7, **changes: Any) -> list[dict[str, Decisions]]:
    """What each team decides, week by week."""
    game = begin(neighbourhood(weeks=6, **changes), bots, seed)
    found = []
    while not game.finished:
        play_bots(game)
        found.append({team: sheet.decisions for team, sheet in game.sheets.items()})
        game.live_week()
    return found


def after(game: Game, team: str, **decided: Any) -> None:
    """A week in which a team decides so and the bots play."""
    decisions = deciding(game.setup.scenario, team, **decided)
    game.decide({team: ("people", DecisionSheet(decisions=decisions))})
    play_bots(game)
    game.live_week()


@settings(max_examples=12, deadline=None)
@given(
    st.permutations(BOT_NAMES), st.integers(0, 2**53 - 1),
    st.sampled_from(["open", "vote"]), st.booleans(),
)  # fmt: skip
def test_no_bot_ever_asks_for_the_impossible(
    names: list[str], seed: int, admission: str, own_product: bool
) -> None:
    """`decide` refuses an impossible sheet, and the game with it."""
    ballots = {} if own_product else {"ballots": {}}
    town = neighbourhood(cooperative={**COOPERATIVE, "admission": admission, **ballots}, weeks=5)
    bots = dict(zip(TEAMS, names, strict=False))
    game = finish(begin(town, bots, seed))
    decided = [told for told in payloads(game) if told["kind"] == "decide"]
    assert len(decided) == 5 * len(TEAMS)


# -- koperasi and penumpang -----------------------------------------------------------------


def test_koperasi_joins_at_once_pledges_pays_its_part_and_votes() -> None:
    first, second, *_ = weeks(dict.fromkeys(TEAMS, "koperasi"))
    for decided in first.values():
        ours = decided.cooperative
        assert ours.member
        assert ours.pledges.get("beras", 0) > 0
        assert ours.promotion == 25_000  # a fourth of what brings half of the lift
    assert all(set(decided.cooperative.votes) == {"shu", "kue"} for decided in second.values())


def test_koperasi_pledges_no_more_than_its_week_will_use() -> None:
    game = begin(LONG, dict.fromkeys(TEAMS, "koperasi"))
    play_bots(game)
    goods = LONG.cooperative.purchase.goods  # type: ignore[union-attr]
    for sheet in game.sheets.values():
        decided = sheet.decisions
        for item, packs in decided.cooperative.pledges.items():
            use = sum(
                plan.on(day) * LONG.products[name].recipe.get(item, 0)
                for name, plan in decided.batches.items()
                for day in range(7)
            )
            assert packs * goods[item].amount <= use


def test_penumpang_is_a_member_who_never_pays_for_the_promotion() -> None:
    for week in weeks(dict.fromkeys(TEAMS, "penumpang")):
        assert all(decided.cooperative.member for decided in week.values())
        assert not any(decided.cooperative.promotion for decided in week.values())


def test_koperasi_waits_to_be_let_in_where_members_vote_and_members_let_it_in() -> None:
    town = neighbourhood(weeks=6, cooperative={**COOPERATIVE, "admission": "vote", "ballots": {}})
    game = begin(town, {"mawar": "koperasi"})
    after(game, "melati", cooperative={})
    assert game.state.cooperative is not None
    assert list(game.state.cooperative.members) == ["mawar", "melati"]  # the founders
    game = begin(town, {"mawar": "diam", "kenanga": "koperasi"})
    after(game, "melati", cooperative={})
    assert game.state.cooperative is not None
    assert set(game.state.cooperative.members) == {"kenanga", "melati"}


# -- utang ----------------------------------------------------------------------------------


def test_utang_borrows_all_that_the_lenders_give() -> None:
    first, *_ = weeks({"melati": "utang"})
    assert first["melati"].borrow == {"daring": 2_000_000, "keliling": 1_000_000}
    assert first["melati"].helpers == LONG.rules.max_helpers


def test_utang_ends_deeper_in_debt_than_anybody() -> None:
    game = finish(begin(LONG, {"melati": "utang", "mawar": "koperasi", "kenanga": "par"}))
    scores = {score.team: score for score in ranking(LONG, game.state)}
    assert scores["melati"].debt > max(s.debt for t, s in scores.items() if t != "melati")


# -- par uses what pays ---------------------------------------------------------------------


def test_par_stays_out_while_it_would_pay_the_lorry_alone_and_comes_in_when_others_pledge() -> None:
    lorry = {**COOPERATIVE["purchase"], "delivery_fee": 200_000}
    scenario = neighbourhood(
        weeks=6,
        products__apem={**APEM, "equipment": "kompor"},
        cooperative={**COOPERATIVE, "purchase": lorry},
    )
    alone = finish(begin(scenario, {"melati": "par"}))
    assert alone.state.cooperative is not None
    assert "melati" not in alone.state.cooperative.members
    others = dict.fromkeys(TEAMS, "koperasi")
    together = finish(begin(scenario, {**others, "melati": "par"}))
    assert together.state.cooperative is not None
    assert "melati" in together.state.cooperative.members


def test_par_joins_for_the_kettle_it_does_not_own() -> None:
    game = finish(begin(LONG, {"melati": "par"}))
    assert game.state.cooperative is not None
    assert "melati" in game.state.cooperative.members
    assert game.state.teams["melati"].history[-1].products["apem"].made > 0


def test_par_gets_the_permit_before_the_inspection_and_pays_no_fine() -> None:
    game = finish(begin(LONG, {"melati": "par", "mawar": "diam"}))
    fines = {
        team: sum(week.figures.penalties for week in state.history)
        for team, state in game.state.teams.items()
    }
    assert (fines["melati"], fines["mawar"]) == (0, 150_000)


def test_par_fills_the_big_order_it_takes() -> None:
    game = finish(begin(LONG, {"melati": "par"}))
    orders = game.state.teams["melati"].contracts
    assert [order.contract for order in orders] == ["pesanan_rt"]
    assert orders[0].short == 0


def test_par_never_borrows_dear_while_it_can_work() -> None:
    for week in weeks({"melati": "par"}):
        assert not set(week["melati"].borrow) & {"keliling", "daring"}


def test_par_leaves_no_family_hungry_where_the_stall_does_well() -> None:
    game = finish(begin(LONG, {"melati": "par"}))
    homes = [week.home for week in game.state.teams["melati"].history]
    assert sum(home.short for home in homes if home) == 0


@pytest.mark.parametrize("name", [bot for bot in BOT_NAMES if bot != "acak"])
def test_members_keep_off_each_others_products_where_they_have_decided_so(name: str) -> None:
    """All four make the same two things; after the vote each is made by one of them."""
    rule = {
        "kind": "own_product", "week": 2, "question": "Boleh sama?",
        "options": {"ya": False, "tidak": True},
    }  # fmt: skip
    start = {team: deciding(LONG, team, cooperative={}) for team in TEAMS}
    town = neighbourhood(weeks=6, cooperative={**COOPERATIVE, "ballots": {"kue": rule}})
    game = begin(town, dict.fromkeys(TEAMS, name))
    for votes in ({}, {"kue": "tidak"}):
        game.decide(
            {
                team: (
                    "people",
                    DecisionSheet(
                        decisions=decisions.model_copy(
                            update={
                                "cooperative": decisions.cooperative.model_copy(
                                    update={"votes": votes}
                                )
                            }
                        )
                    ),
                )
                for team, decisions in start.items()
            }
        )
        game.live_week()
    assert game.state.cooperative is not None
    assert game.state.cooperative.own_product
    while not game.finished:
        members = set(game.state.cooperative.members)
        play_bots(game)
        outcome = game.live_week()
        for product in ("uduk", "apem"):
            days = {t: s.days for t, s in outcome.week.stalls.items() if t in members}
            makers = [t for t, all_days in days.items() if any(d[product].made for d in all_days)]
            assert len(makers) <= 1, (product, makers)
