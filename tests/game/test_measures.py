"""The measures of learning objectives, against the evidence and the books of the same weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from games import begin
from neighbourhood import TEAMS, neighbourhood
from simpasar.classroom.evidence import Weeks
from simpasar.classroom.evidence_shared import pooled
from simpasar.game.entries import canonical
from simpasar.game.measures import measure_of
from simpasar.game.play import Game
from simpasar.game.seats import play_bots
from simpasar.game.state import GameState, new_game, plain
from simpasar.scenario.model import Measure, Objective, Scenario
from simpasar.scenario.parts import Text

BOTS = dict(zip(TEAMS, ("koperasi", "stok-penuh", "utang", "banting-harga"), strict=True))
MEASURES: tuple[Measure, ...] = get_args(Measure)


@pytest.fixture(scope="module")
def game() -> Game:
    game = begin(neighbourhood(), BOTS, weeks=4)
    while not game.finished:
        play_bots(game)
        game.live_week()
    return game


def measured(game: Game, kind: Measure) -> dict[str, int]:
    return {team: measure_of(kind, game.setup.scenario, game.state, team) for team in TEAMS}


def altered(game: Game, team: str, **figures: int) -> GameState:
    """The state as if the team's last week had had other figures."""
    mine = game.state.teams[team]
    last = replace(mine.history[-1], figures=replace(mine.history[-1].figures, **figures))
    changed = replace(mine, history=(*mine.history[:-1], last))
    return replace(game.state, teams={**game.state.teams, team: changed})


def test_an_objective_without_measure_keeps_its_text_and_digest() -> None:
    assert canonical(plain(Objective(id="Harga"))) == canonical(plain(Text(id="Harga")))
    assert plain(Objective(id="Harga", measure="pricing"))["measure"] == "pricing"


def test_the_measure_of_an_objective_is_one_of_those_there_are() -> None:
    kinds = {k for part in get_args(Objective.model_fields["measure"].annotation)
             for k in get_args(part)}  # fmt: skip
    assert kinds == set(MEASURES)


@pytest.mark.parametrize("kind", MEASURES)
def test_before_the_first_week_every_measure_is_nothing(kind: Measure) -> None:
    scenario = neighbourhood()
    assert [measure_of(kind, scenario, new_game(scenario), team) for team in TEAMS] == [0] * 4


def test_pricing_is_the_gross_profit_of_all_weeks(game: Game) -> None:
    for team, figure in measured(game, "pricing").items():
        weeks = [week.figures for week in game.state.teams[team].history]
        assert figure == sum(week.revenue - week.cost_of_goods_sold for week in weeks)


def test_production_falls_with_what_is_thrown_away_and_what_is_not_there(game: Game) -> None:
    scenario, before = game.setup.scenario, measured(game, "production")
    assert max(before.values()) <= 0
    assert len(set(before.values())) > 1
    spoilt = altered(game, "anggrek", spoilage=1_000_000)
    was = game.state.teams["anggrek"].history[-1].figures.spoilage
    after = measure_of("production", scenario, spoilt, "anggrek")
    assert after == before["anggrek"] - 1_000_000 + was


def test_a_lost_unit_counts_its_reference_price(game: Game) -> None:
    scenario = game.setup.scenario
    mine = game.state.teams["anggrek"]
    last = mine.history[-1]
    product = next(iter(last.days[0]))
    day = {**last.days[0], product: replace(last.days[0][product],
           lost_stockout=last.days[0][product].lost_stockout + 3)}  # fmt: skip
    week = replace(last, days=(day, *last.days[1:]))
    changed = replace(mine, history=(*mine.history[:-1], week))
    state = replace(game.state, teams={**game.state.teams, "anggrek": changed})
    gap = measured(game, "production")["anggrek"] - measure_of(
        "production", scenario, state, "anggrek"
    )
    assert gap == 3 * scenario.products[product].reference_price


def test_money_is_what_lenders_and_penalties_took_and_what_is_unpaid(game: Game) -> None:
    for team, figure in measured(game, "money").items():
        history = game.state.teams[team].history
        costs = sum(week.figures.interest + week.figures.penalties for week in history)
        assert figure == -costs - history[-1].figures.payables - history[-1].overdue


def test_who_borrows_dearly_has_less_of_money_than_who_does_not(game: Game) -> None:
    money = measured(game, "money")
    borrower = next(team for team, bot in BOTS.items() if bot == "utang")
    assert money[borrower] < 0
    assert money[borrower] == min(money.values())


def test_marketing_is_buyers_served(game: Game) -> None:
    for team, figure in measured(game, "marketing").items():
        facts = [week.facts() for week in game.state.teams[team].history]
        assert figure == sum(week["customers"] for week in facts) > 0


def test_household_is_what_families_went_short_of(game: Game) -> None:
    for team, figure in measured(game, "household").items():
        homes = [week.home for week in game.state.teams[team].history]
        assert figure == -sum(home.short for home in homes if home)


def without_surplus_and_promotion(game: Game) -> GameState:
    """The last state, in which nothing was paid for promotion and no surplus was made."""
    together = game.state.cooperative
    assert together is not None
    assert together.last is not None
    teams = {}
    for team, mine in game.state.teams.items():
        weeks = []
        for week in mine.history:
            ours = week.decisions.cooperative.model_copy(update={"promotion": 0})
            decisions = week.decisions.model_copy(update={"cooperative": ours})
            weeks.append(replace(week, decisions=decisions))
        teams[team] = replace(mine, history=tuple(weeks))
    shares = dict.fromkeys(together.members, 0)
    told = replace(together, last=replace(together.last, shares=shares))
    return replace(game.state, teams=teams, cooperative=told)


def test_what_pooling_saved_is_what_the_evidence_shows(game: Game) -> None:
    state, scenario = without_surplus_and_promotion(game), game.setup.scenario
    saved = sum(measure_of("cooperation", scenario, state, team) for team in TEAMS)
    assert saved == sum(each.saved for each in pooled(Weeks(game))) != 0


def test_the_surplus_shared_out_counts_once(game: Game) -> None:
    together = game.state.cooperative
    assert together is not None
    assert together.last is not None
    assert any(together.last.shares.values())
    bare = replace(together, last=replace(together.last, shares=dict.fromkeys(TEAMS, 0)))
    for team in TEAMS:
        gap = measured(game, "cooperation")[team] - measure_of(
            "cooperation", game.setup.scenario, replace(game.state, cooperative=bare), team
        )
        assert gap == together.last.shares.get(team, 0)


def test_who_is_no_member_gains_nothing_by_cooperation(game: Game) -> None:
    together = game.state.cooperative
    assert together is not None
    outside = [team for team in TEAMS if team not in together.members]
    assert outside
    assert [measured(game, "cooperation")[team] for team in outside] == [0] * len(outside)


def test_without_a_cooperative_there_is_no_cooperation() -> None:
    scenario = neighbourhood()
    alone: Scenario = scenario.model_copy(update={"cooperative": None})
    assert measure_of("cooperation", alone, new_game(scenario), "anggrek") == 0
