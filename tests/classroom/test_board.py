"""The class board: par in every seat, week by week, and words that hold for losses too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games import begin, busy_town
from neighbourhood import TEAMS, neighbourhood
from simpasar import i18n
from simpasar.classroom import yardstick
from simpasar.classroom.board import VERDICTS, class_board, verdict
from simpasar.classroom.yardstick import ParTrack, season_of
from simpasar.game.comparison import compare
from simpasar.game.play import Game
from simpasar.game.seats import play_bots

pytestmark = pytest.mark.usefixtures("english")

BOTS = dict(zip(TEAMS, ("koperasi", "acak", "utang", "par"), strict=True))


def live(game: Game, weeks: int = 1) -> Game:
    for _week in range(weeks):
        play_bots(game)
        game.live_week()
    return game


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The team of every week that par lived through."""
    teams: list[str] = []
    real = yardstick.par_week

    def counted(*args: object) -> object:
        teams.append(str(args[4]))
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(yardstick, "par_week", counted)
    return teams


# -- the yardstick ----------------------------------------------------------------------------


def test_par_followed_week_by_week_is_par_played_at_once() -> None:
    game, track = begin(neighbourhood(), BOTS, weeks=3), ParTrack()
    while not game.finished:
        live(game)
        gains = track.follow(season_of(game))
    whole = {found.score.team: found.par for found in compare(game, game.played)}
    assert dict(gains[-1]) == whole
    assert len(gains) == 3


def test_a_new_week_costs_one_simulation_a_team(simulated: list[str]) -> None:
    game, track = begin(neighbourhood(), BOTS, weeks=4), ParTrack()
    track.follow(season_of(live(game, 2)))
    simulated.clear()
    track.follow(season_of(live(game)))
    assert sorted(simulated) == sorted(TEAMS)
    track.follow(season_of(game))
    assert len(simulated) == len(TEAMS)


def test_an_undo_drops_back_and_the_week_played_otherwise_is_followed_anew(
    simulated: list[str],
) -> None:
    game, track = begin(neighbourhood(), BOTS, weeks=4), ParTrack()
    first = track.follow(season_of(live(game, 2)))
    game.undo("Salah ketik.")
    simulated.clear()
    assert track.known(season_of(game)) == first[:1]
    assert simulated == []
    game.live_week()  # nobody changes anything now
    assert track.known(season_of(game)) is None
    assert track.follow(season_of(game)) != first
    assert len(simulated) == len(TEAMS)


def test_a_week_that_is_no_longer_the_last_is_followed_anew(simulated: list[str]) -> None:
    game, track = begin(neighbourhood(), BOTS, weeks=2), ParTrack()
    track.follow(season_of(live(game, 2)))
    simulated.clear()
    game.undo("Tambah seminggu.")
    game.set_weeks(3, "Masih ada waktu.")
    track.follow(season_of(live(game)))
    assert len(simulated) == len(TEAMS)


def test_nothing_is_known_before_it_was_reckoned() -> None:
    game, track = live(begin(busy_town(), {"melati": "par", "kenanga": "par"})), ParTrack()
    assert track.known(season_of(game)) is None
    gains = track.follow(season_of(game))
    assert track.known(season_of(game)) == gains


def test_names_that_change_cost_no_simulation(simulated: list[str]) -> None:
    game, track = live(begin(neighbourhood(), BOTS)), ParTrack()
    track.follow(season_of(game))
    game.seat("melati", None, "Datang terlambat.", name="Tim Baru")
    assert track.known(season_of(game)) is not None
    assert len(simulated) == len(TEAMS)


# -- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gained", "par", "word"),
    [
        (1_200_000, 1_000_000, "above"),
        (1_100_000, 1_000_000, "near"),
        (900_000, 1_000_000, "near"),
        (899_999, 1_000_000, "below"),
        (-1_000_000, -1_000_000, "near"),
        (-800_000, -1_000_000, "above"),
        (-1_200_000, -1_000_000, "below"),
        (0, 0, "near"),
        (15_000, 0, "near"),
        (15_001, 0, "above"),
        (-15_001, 0, "below"),
    ],
)
def test_the_word_for_a_gain_beside_pars(gained: int, par: int, word: str) -> None:
    assert verdict(gained, par, capital=1_500_000) == word


amounts = st.integers(-(10**10), 10**10)


@given(amounts, amounts, st.integers(0, 10**9))
def test_more_is_never_told_as_worse(gained: int, par: int, capital: int) -> None:
    order = ["below", "near", "above"]
    now, more = (verdict(amount, par, capital) for amount in (gained, gained + 50_000))
    assert order.index(now) <= order.index(more)
    assert (now == "above") <= (gained > par)
    assert (now == "below") <= (gained < par)


# -- the board --------------------------------------------------------------------------------


def test_teams_stand_in_the_order_of_their_seats_unless_a_ranking_is_asked_for() -> None:
    game = live(begin(neighbourhood(), BOTS, weeks=4), 3)
    gains = ParTrack().follow(season_of(game))
    board = class_board(game, gains)
    assert [team.team for team in board.teams] == list(game.setup.scenario.teams)
    ranked = class_board(game, gains, league=True)
    differences = [team.difference or 0 for team in ranked.teams]
    assert differences == sorted(differences, reverse=True)
    assert {team.team for team in ranked.teams} == set(TEAMS)


def test_the_class_is_the_sum_of_its_teams() -> None:
    game = live(begin(neighbourhood(), BOTS, weeks=4), 2)
    gains = ParTrack().follow(season_of(game))
    board = class_board(game, gains)
    assert board.gained == sum(team.gained for team in board.teams)
    assert board.par == sum(gains[-1].values())
    assert board.scale >= max(abs(team.difference or 0) for team in board.teams)
    counted = sum(int(part.split()[0]) for part in board.together[-1].split(", "))
    assert counted == len(TEAMS)


def test_a_board_is_shown_before_the_yardstick_is_known() -> None:
    game = live(begin(neighbourhood(), BOTS))
    board = class_board(game, None, league=True)
    assert board.par is None
    assert {(team.par, team.verdict, team.difference) for team in board.teams} == {
        (None, None, None)
    }
    assert [team.team for team in board.teams] == list(game.setup.scenario.teams)
    assert len(board.together) == 1


def test_indicators_of_the_weeks_and_the_cooperative_are_on_the_board() -> None:
    game = live(begin(neighbourhood(), BOTS, weeks=4), 3)
    board = class_board(game, None)
    votes = next(each for each in board.indicators if each.label == "Votes cast")
    assert int(votes.whole) == sum(week.votes for week in game.community)
    assert int(votes.week) == game.community[-1].votes
    assert board.cooperative[0].startswith("Koperasi Warga: ")
    assert board.news[0].startswith("Weather: ")


def test_words_follow_the_language_spoken() -> None:
    game = live(begin(neighbourhood(), BOTS))
    gains = ParTrack().follow(season_of(game))
    i18n.use("id")
    said = class_board(game, gains).together[-1]
    assert any(i18n._(word) in said for word in VERDICTS.values())
    assert "patokan" in said
