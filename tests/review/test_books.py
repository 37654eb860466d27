"""The books of a team: they close to the rupiah, and each kind of luck is what came by it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import begin, busy_town, finish
from neighbourhood import TEAMS, neighbourhood
from reviewing import the_table, the_weeks, valued
from simpasar.game.bots import BOT_NAMES
from simpasar.game.play import Game
from simpasar.game.score import ranking
from simpasar.market.chance import Chance, Purpose
from simpasar.review.books import RESCUE, Care, TeamBooks, asked, books
from simpasar.review.chances import DRAWN, Luck, imagined
from simpasar.review.rollout import Branch, play_on
from towns import town


@cache
def played_by_par() -> Game:
    scenario = town()
    return finish(begin(scenario, dict.fromkeys(scenario.teams, "par"), weeks=2))


@settings(deadline=None, max_examples=8)
@given(
    seats=st.tuples(*[st.sampled_from(BOT_NAMES)] * len(TEAMS)),
    seed=st.integers(0, 2**53 - 1),
    rescue=st.booleans(),
)
def test_the_books_close_to_the_rupiah(seats: tuple[str, ...], seed: int, rescue: bool) -> None:
    game = begin(neighbourhood(), dict(zip(TEAMS, seats, strict=True)), seed, weeks=2)
    if rescue:
        game.rescue("melati", 100_000, "The flood took the stove.")
    finish(game)
    table = the_table(game)
    found = books(table, the_weeks(game), valued(table, 1))
    gained = {score.team: score.gained for score in ranking(game.setup.scenario, game.state)}
    for team, kept in found.items():
        assert kept.start + kept.own + kept.rivals + sum(kept.luck.values()) == kept.final
        assert kept.final == gained[team]
        for week, following in zip(kept.weeks, kept.weeks[1:], strict=False):
            assert week.final == following.start


def test_who_plays_as_par_has_nothing_of_its_own_and_nothing_from_rivals_that_do() -> None:
    game = played_by_par()
    table = the_table(game)
    for kept in books(table, the_weeks(game), valued(table)).values():
        assert (kept.own, kept.rivals) == (0, 0)


def test_a_rescue_stands_among_the_luck_and_counts_little() -> None:
    game = begin(neighbourhood(), dict.fromkeys(TEAMS, "par"), weeks=2)
    game.live_week()
    game.rescue("melati", 100_000, "The flood took the stove.")
    finish(game)
    table = the_table(game)
    kept = books(table, the_weeks(game), valued(table, 1))
    assert RESCUE in kept["melati"].luck
    assert RESCUE not in kept["melati"].weeks[0].luck


def test_with_less_care_only_the_parts_of_decisions_and_of_luck_are_others() -> None:
    bots = ("acak", "par", "mutu", "utang")
    game = finish(begin(neighbourhood(), dict(zip(TEAMS, bots, strict=True)), weeks=3))
    table = the_table(game)
    careful = books(table, the_weeks(game), valued(table, 1))
    quick = books(table, the_weeks(game), valued(table, 1), Care(horizon=1, both_orders=False))
    assert quick != careful
    for team, kept in careful.items():
        for fine, rough in zip(kept.weeks, quick[team].weeks, strict=True):
            assert (rough.start, rough.final) == (fine.start, fine.final)
            assert rough.own + rough.rivals == fine.own + fine.rivals
            assert sum(rough.luck.values()) == sum(fine.luck.values())


FIRST, SECOND = "melati", "kenanga"
SHEETS = {(): 0, (FIRST,): 100, (SECOND,): -30, (FIRST, SECOND): 30}
"""What the first team gains, by whose sheets are played instead of par's: together less than the
sum of what each brings alone."""


def its_books(care: Care) -> TeamBooks:
    """The first team's books of a game of one week, whose values are made up: those above, and of
    each kind of luck ten times that of the one before it."""
    scenario = busy_town()
    game = finish(begin(scenario, {FIRST: "par", SECOND: "par"}, weeks=1))
    kinds = list(Luck)

    def value(branch: Branch, weeks: tuple[int, ...]) -> tuple[dict[str, int], ...]:
        luck = sum(10 ** (3 + kinds.index(kind)) for kind in branch.luck)
        gained = SHEETS[tuple(team for team in (FIRST, SECOND) if team in branch.sheets)] + luck
        return ({FIRST: gained, SECOND: 0},) * len(weeks)

    return books(the_table(game), the_weeks(game), value, care)[FIRST]


def test_own_and_rivals_are_the_mean_of_both_orders() -> None:
    kept = its_books(Care())
    assert (kept.own, kept.rivals) == ((100 + 60) // 2, (-70 - 30) // 2)


def test_with_less_care_the_own_sheet_comes_first() -> None:
    kept = its_books(Care(both_orders=False))
    assert (kept.own, kept.rivals) == (100, -70)


def test_each_kind_of_luck_is_what_came_when_it_was_realised() -> None:
    kept = its_books(Care())
    kinds = [kind.value for kind in Luck]
    assert list(kept.luck) == kinds
    assert [kept.luck[kind] for kind in kinds[:-1]] == [10 ** (3 + at) for at in range(5)]
    assert kept.start + kept.own + kept.rivals + sum(kept.luck.values()) == kept.final


def test_the_value_of_the_end_is_what_was_gained() -> None:
    game = played_by_par()
    table = the_table(game)
    found = [branch for branch, _by in asked(table, the_weeks(game))]
    assert all(branch.state.week <= table.weeks for branch in found)


# -- chance as it might have come ---------------------------------------------------------


def test_all_the_luck_of_the_last_week_realised_is_the_week_that_was() -> None:
    game = played_by_par()
    table = the_table(game)
    last = the_weeks(game)[-1]
    everything = Branch(last.monday, last.sheets, frozenset(Luck))
    gained = {score.team: score.gained for score in ranking(table.scenario, game.state)}
    assert play_on(table, everything, 5) == gained
    assert play_on(table, Branch(last.monday, last.sheets), 5) != gained


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("week", [0, 1, 2, 3])
def test_before_the_week_chance_is_what_was_and_after_it_is_another(
    purpose: Purpose, week: int
) -> None:
    actual = Chance(11)
    chance = imagined(town(), actual, 12, 2, frozenset({Luck.PRICES}))
    words = chance.words(purpose, (8,), week).tolist()
    given_ = purpose in (Purpose.HOME, Purpose.KNOWS)
    came = week == 1 or (week == 2 and purpose is Purpose.PRICE) or (week == 0 and given_)
    assert words == (actual if came else Chance(12)).words(purpose, (8,), week).tolist()


def test_every_draw_of_the_market_is_given_or_some_kind_of_luck() -> None:
    drawn = {purpose for purposes in DRAWN.values() for purpose in purposes}
    bots = {Purpose.BOT, Purpose.BOT_DEALINGS}
    assert drawn | bots | {Purpose.HOME, Purpose.KNOWS} == set(Purpose)
    assert sum(len(purposes) for purposes in DRAWN.values()) == len(drawn)
