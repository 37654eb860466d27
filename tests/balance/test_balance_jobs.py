"""Games of a balance: what players change, weeks lived once, results that can travel."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from neighbourhood import neighbourhood
from simpasar.balance.jobs import ARMS_A_JOB, Arm, Change, GameResult, Job, games_in, jobs_for, play
from simpasar.balance.numbers import NUMBERS, changed, numbers_of
from simpasar.balance.players import Player, sheet_of, with_what_it_takes
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.game.bots import BOT_NAMES, bot
from simpasar.game.rounds import live_round
from simpasar.game.score import score_of
from simpasar.game.state import new_game
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.scenario.model import Scenario
from towns import town


def alone(scenario: Scenario, seed: int, arm: Arm) -> list[int]:
    """What each team gains, without any memory of other games."""
    state, chance = new_game(scenario), Chance(seed)
    for week in range(1, scenario.weeks + 1):
        sheets = {
            team: sheet_of(player, team_view(scenario, state, team), chance)
            for team, player in zip(scenario.teams, arm.seats, strict=True)
        }
        state = live_round(scenario, state, sheets, chance, week == scenario.weeks).state
    return [score_of(scenario, team, state.teams[team]).gained for team in scenario.teams]


def test_weeks_that_games_share_are_lived_once_and_change_nothing() -> None:
    scenario = neighbourhood()
    seats = (Player(), Player("diam"), Player("koperasi"), Player("acak"))
    arms = (
        Arm(seats),
        Arm((Player(frozen=("price",)), *seats[1:])),
        Arm((Player(never=("nib",)), *seats[1:])),
        Arm((*seats[:3], Player("utang"))),
    )
    for seed in (1, 2, 1):
        for result in play(scenario, Job(seed, arms)):
            assert [team.gained for team in result.teams] == alone(scenario, seed, result.arm)


def test_a_game_has_the_same_result_in_whatever_order_it_is_played() -> None:
    scenario = town()
    arms = tuple(Arm((Player(name), Player())) for name in ("par", "diam", "mutu"))
    forth = {result.arm: result for result in play(scenario, Job(3, arms))}
    back = {result.arm: result for result in play(scenario, Job(3, arms[::-1]))}
    assert forth == back


def test_jobs_and_results_travel_between_processes() -> None:
    scenario = town()
    job = Job(5, (Arm((Player(prices=(("uduk", 800),)), Player())), Arm((Player(), Player()))))
    assert pickle.loads(pickle.dumps(job)) == job
    results = play(scenario, job)
    copied: tuple[GameResult, ...] = pickle.loads(pickle.dumps(results))
    assert copied == results


def test_jobs_are_cut_small_and_hold_each_game_once() -> None:
    arms = [Arm((Player(prices=(("uduk", 700 + n),)),)) for n in range(2 * ARMS_A_JOB + 1)]
    wanted = [(seed, arm) for seed in (2, 1) for arm in [*arms, *arms]]
    jobs = jobs_for(wanted)
    assert games_in(jobs) == 2 * len(arms)
    assert max(len(job.arms) for job in jobs) == ARMS_A_JOB
    assert [job.seed for job in jobs] == sorted(job.seed for job in jobs)


# -- players ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOT_NAMES)
def test_a_player_without_changes_is_the_bot_itself(name: str) -> None:
    scenario = neighbourhood()
    view = team_view(scenario, new_game(scenario), "melati")
    assert sheet_of(Player(name), view, Chance(1)) == bot(name, Chance(1))(view)


@pytest.mark.parametrize("group", list(GROUP_FIELDS))
def test_a_frozen_group_stays_as_on_the_start_sheet(group: str) -> None:
    scenario = neighbourhood()
    player, state, chance = Player(frozen=(group,)), new_game(scenario), Chance(2)  # type: ignore[arg-type]
    start = scenario.teams["melati"].start.standing()
    for _week in range(3):
        view = team_view(scenario, state, "melati")
        sheet = sheet_of(player, view, chance)
        for field in GROUP_FIELDS[group]:  # type: ignore[index]
            assert getattr(sheet.decisions, field) == getattr(start, field)
        state = live_round(scenario, state, {"melati": sheet}, chance).state


def test_a_fixed_price_is_asked_in_every_week_in_which_prices_are_free() -> None:
    scenario = town(rules__unlocked__price=2)
    player, state, asked = Player(prices=(("uduk", 830),)), new_game(scenario), []
    for _week in range(3):
        sheet = sheet_of(player, team_view(scenario, state, "melati"), Chance(1))
        asked.append(sheet.decisions.prices["uduk"])
        state = live_round(scenario, state, {"melati": sheet}, Chance(1)).state
    assert asked == [12_000, 10_000, 10_000]  # 9,960 in steps of 100


def test_programmes_are_entered_with_what_they_take_or_never() -> None:
    scenario = neighbourhood()
    assert with_what_it_takes(scenario, "slhs") == ("nib", "slhs")
    inside = Arm((Player(enters=("nib", "slhs")), Player(), Player(), Player()))
    outside = Arm((Player(never=("nib",)), Player(), Player(), Player()))
    with_it, without = play(scenario, Job(1, (inside, outside)))
    assert {"nib", "slhs"} <= set(with_it.teams[0].programmes)
    assert not {"nib", "slhs"} & set(without.teams[0].programmes)


def test_careless_players_borrow_all_and_draw_what_they_like() -> None:
    scenario = neighbourhood()
    view = team_view(scenario, new_game(scenario), "melati")
    sheet = sheet_of(Player(borrows=True, draws=7_000), view, Chance(1))
    assert sheet.decisions.borrow == {door.id: door.most for door in view.loans if door.most}
    assert sheet.decisions.borrow
    assert sheet.decisions.drawings == 7_000


# -- numbers ------------------------------------------------------------------------------


def test_every_number_moves_the_scenario_and_leaves_it_playable() -> None:
    scenario = neighbourhood()
    assert [number.key for number in numbers_of(scenario)] == list(NUMBERS)
    for key in NUMBERS:
        for factor in (800, 1_200):
            moved = changed(scenario, key, factor)
            assert moved != scenario, key
            assert Scenario.model_validate_json(moved.model_dump_json()) == moved, key
        assert changed(scenario, key, 1_000) == scenario, key


def test_a_number_that_a_scenario_lacks_is_not_asked_about() -> None:
    keys = {number.key for number in numbers_of(town(rules__max_helpers=0, events={}))}
    assert not {"household", "wage", "events"} & keys
    assert "residents" in keys


def test_a_change_of_the_scenario_changes_the_game() -> None:
    scenario = town()
    usual = Arm((Player(), Player()))
    fewer = dataclasses.replace(usual, change=Change("residents", 800))
    one, other = play(scenario, Job(1, (usual, fewer)))
    assert sum(team.gained for team in one.teams) > sum(team.gained for team in other.teams)
