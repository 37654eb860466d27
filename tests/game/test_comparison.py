"""Every team against par in its own seat: the same game where par sits there already."""

from __future__ import annotations

import pytest

from games import SEED, begin, finish, payloads
from neighbourhood import TEAMS, neighbourhood
from simpasar.game.comparison import compare, comparison_document, played
from simpasar.game.play import Game
from simpasar.game.replay import replay
from simpasar.game.score import ranking
from simpasar.game.seats import play_bots
from towns import town

BOTS = dict(zip(TEAMS, ("koperasi", "penumpang", "utang", "par"), strict=True))


@pytest.fixture(scope="module")
def game() -> Game:
    return finish(begin(neighbourhood(), BOTS))


def replayed(game: Game):  # type: ignore[no-untyped-def]
    return played(replay(payloads(game), SEED))


@pytest.mark.parametrize("bots", [BOTS, {**BOTS, "anggrek": "par", "mawar": "acak"}])
def test_a_team_that_par_played_differs_from_par_by_nothing(bots: dict[str, str]) -> None:
    found = compare(*replayed(finish(begin(neighbourhood(), bots))))
    differences = {comparison.score.team: comparison.difference for comparison in found}
    for team, bot in bots.items():
        if bot == "par":
            assert differences[team] == 0
    assert differences["melati"] < 0


def test_an_unfinished_game_is_compared_as_far_as_it_goes() -> None:
    """Par gets no surplus of the cooperative before the season has ended."""
    game = begin(neighbourhood(), BOTS)
    for _week in range(2):
        play_bots(game)
        game.live_week()
    found = {comparison.score.team: comparison for comparison in compare(*replayed(game))}
    assert found["mawar"].difference == 0


def test_a_missing_sheet_is_the_one_that_stood(game: Game) -> None:
    absent = begin(neighbourhood(), {**BOTS, "kenanga": None})
    while not absent.finished:
        play_bots(absent)
        absent.live_week()
    found = {comparison.score.team: comparison for comparison in compare(*replayed(absent))}
    assert found["mawar"].difference == 0


def test_the_furthest_above_par_comes_first(game: Game) -> None:
    found = compare(*replayed(game))
    differences = [comparison.difference for comparison in found]
    assert differences == sorted(differences, reverse=True)
    assert {comparison.score for comparison in found} == set(ranking(neighbourhood(), game.state))


def test_needs_met_are_per_cent_of_what_the_family_needed_rounded_down() -> None:
    poor = neighbourhood(teams__melati__start__drawings=0, teams__mawar__household=None)
    found = {
        comparison.score.team: comparison
        for comparison in compare(*replayed(finish(begin(poor, {"anggrek": "koperasi"}))))
    }
    # The purse of 50.000 pays for 50.000 of three weeks at 320.000.
    assert (found["melati"].needed, found["melati"].score.need_short) == (960_000, 910_000)
    assert found["melati"].needs_met == 5
    assert found["mawar"].needs_met is None


def test_a_rescue_helps_nobody_to_a_better_comparison() -> None:
    def gained(rescue: int) -> int:
        game = begin(town(), {})
        if rescue:
            game.rescue("melati", rescue, "A stolen till.")
        found = compare(*replayed(finish(game)))
        return next(c.difference for c in found if c.score.team == "melati")

    assert gained(300_000) == gained(0)


def test_progress_is_told_for_every_seat_and_week(game: Game) -> None:
    told: list[tuple[str, int]] = []
    compare(*replayed(game), lambda team, week: told.append((team, week)))
    assert sorted(told) == sorted((team, week) for team in TEAMS for week in (1, 2, 3))


def test_the_document_says_what_was_compared(game: Game) -> None:
    found = compare(*replayed(game))
    document = comparison_document(game, "ab" * 32, found)
    assert (document["par"], document["weeks"]) == ("par/2", 3)
    for place, comparison in zip(document["teams"], found, strict=True):
        assert place["difference"] == place["score"] - place["par"] == comparison.difference
        assert place["bot"] == BOTS[place["team"]]
    broke = next(place for place in document["teams"] if place["bot"] == "utang")
    assert broke["bankrupt"] == 2
    assert broke["debt"] > 0
