"""What a trainer may do: who sits where, a week taken back, more or fewer weeks, time, words."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from interventions import (
    ACTS,
    BOTS,
    PRICES,
    WHY,
    after,
    agrees,
    last_entry,
    priced,
    replayed,
    steps,
    week,
)

from games import begin, payloads
from neighbourhood import TEAMS, neighbourhood
from simpasar.firm.ledger import Account
from simpasar.game.bots import UnknownBot
from simpasar.game.comparison import compare, played
from simpasar.game.interventions import MOST_LETTERS, MOST_NAME, MOST_WEEKS
from simpasar.game.play import Game
from simpasar.game.seats import play_bots
from towns import town

# -- seats ----------------------------------------------------------------------------------


def test_a_bot_takes_a_seat_and_gives_it_back() -> None:
    game = after(1)
    game.seat("melati", "diam", "Pulang lebih awal.")
    assert last_entry(game) == {
        "kind": "seat", "week": 2, "team": "melati", "bot": "diam", "name": None,
        "reason": "Pulang lebih awal.",
    }  # fmt: skip
    week(game)
    game.seat("melati", None, "Sudah kembali.")
    assert game.setup.bots == BOTS
    week(game, 11_000)
    by = [told["by"] for told in payloads(game) if told.get("team") == "melati" and "by" in told]
    assert by == ["people", "bot:diam", "people"]
    agrees(game)


def test_a_late_team_takes_a_bots_seat_under_its_own_name() -> None:
    game = after(1)
    before = game.state.digest()
    game.seat("kenanga", None, "Datang terlambat.", "Tim Cempaka")
    assert game.setup.scenario.teams["kenanga"].name.of("id") == "Tim Cempaka"
    assert game.setup.scenario.teams["kenanga"].name.of("en") == "Tim Cempaka"
    assert game.setup.scenario.teams["melati"].name.of("id") == "Melati"
    assert game.setup.bots["kenanga"] is None
    assert game.state.digest() == before
    agrees(game)


def test_names_never_influence_a_week() -> None:
    plain, named = after(1), after(1)
    named.seat("kenanga", "par", "Ganti nama.", "Tim Cempaka")
    assert week(named).digest() == week(plain).digest()


def test_a_sheet_that_is_in_stays_in_when_a_bot_takes_the_seat() -> None:
    game = after(1)
    game.decide({"melati": ("people", priced(game, 10_000))})
    game.seat("melati", "par", WHY)
    play_bots(game)
    assert game.live_week().state.teams["melati"].sheet.decisions.prices == {"uduk": 10_000}
    agrees(game)


def test_no_bot_of_an_unknown_name_takes_a_seat() -> None:
    game = after(0)
    with pytest.raises(UnknownBot):
        game.seat("melati", "tidak-ada", WHY)
    assert len(payloads(game)) == 1


# -- a week taken back ----------------------------------------------------------------------


def test_a_week_taken_back_is_played_again_as_if_it_had_never_been() -> None:
    game, fresh = after(1), after(1)
    monday, first = game.state.digest(), week(game, 10_000)
    withdrawn = game.undo(WHY)
    assert (game.state.digest(), game.state.week, game.sheets) == (monday, 2, {})
    assert (len(game.past), len(game.community), len(game.lived)) == (1, 1, 1)
    assert withdrawn["melati"].decisions.prices == {"uduk": 10_000}
    assert set(withdrawn) == {"melati", "kenanga"}
    assert last_entry(game) == {"kind": "undo", "week": 2, "reason": WHY}
    assert week(game, 11_000).digest() == week(fresh, 11_000).digest() != first.digest()
    agrees(game)


def test_the_withdrawn_decisions_stay_in_the_record() -> None:
    game = after(1)
    before = payloads(game)
    game.undo(WHY)
    assert payloads(game)[: len(before)] == before


def test_the_same_sheets_bring_the_same_week_again() -> None:
    game = after(1)
    first = week(game, 10_000)
    sheets = game.undo(WHY)
    game.decide({team: ("people", sheet) for team, sheet in sheets.items()})
    assert game.live_week().state.digest() == first.digest()
    chances = [told["days"] for told in payloads(game) if told["kind"] == "chance"]
    assert chances[1] == chances[2]


def test_several_undos_go_back_several_weeks_even_from_the_end() -> None:
    game = after(0)
    mondays = [game.state.digest()]
    while not game.finished:
        mondays.append(week(game).digest())
    assert len(game.played) == 3
    for number in (3, 2, 1):
        assert game.state.digest() == mondays[number]
        game.undo(WHY)
        assert last_entry(game)["week"] == number
    assert (game.state.digest(), game.past, game.last) == (mondays[0], (), None)
    with pytest.raises(ValueError, match="No week has been lived"):
        game.undo(WHY)
    agrees(game)


def test_a_rescue_before_the_week_stays_and_one_after_it_goes() -> None:
    game = after(1)
    game.rescue("melati", 100_000, WHY)
    week(game)
    game.rescue("melati", 7_000, WHY)
    game.undo(WHY)
    assert game.state.teams["melati"].books.balances[Account.RESCUE] == -100_000
    assert agrees(game).state.teams["melati"].unposted == game.state.teams["melati"].unposted


def test_the_last_outcome_is_of_the_last_week_that_stands() -> None:
    game = after(0)
    assert game.last is None
    week(game)
    first = game.last
    assert first is not None
    week(game)
    assert game.last is not None
    assert game.last.state is game.past[-1]
    game.undo(WHY)
    assert game.last is not None
    assert (game.last.state.digest(), game.last.journal) == (first.state.digest(), first.journal)
    assert agrees(game).last.journal == first.journal  # type: ignore[union-attr]


def test_played_are_the_sheets_of_the_weeks_that_stand_carried_ones_too() -> None:
    game = begin(town(), dict.fromkeys(BOTS))
    game.decide({"melati": ("people", priced(game, 10_000))})
    game.live_week()
    game.undo(WHY)
    game.decide({"melati": ("people", priced(game, 11_000))})
    game.live_week()
    game.live_week()
    prices = [sheets["melati"].decisions.prices["uduk"] for sheets in game.played]
    assert prices == [11_000, 11_000]
    assert [set(sheets) for sheets in game.played] == [{"melati", "kenanga"}] * 2


# -- more or fewer weeks ----------------------------------------------------------------------


def test_the_coming_week_can_be_made_the_last_and_the_cooperative_shares_out() -> None:
    bots = dict(zip(TEAMS, ("koperasi", "koperasi", "utang", "par"), strict=True))
    game, short = (begin(neighbourhood(), bots), begin(neighbourhood(), bots, weeks=2))
    for number in (1, 2):
        if number == 2:
            game.set_weeks(2, "Waktu habis.")
        for each in (game, short):
            play_bots(each)
            each.live_week()
    assert game.finished
    together = game.state.cooperative
    assert together is not None
    assert together.last is not None
    assert together.last.shares
    assert game.state.digest() == short.state.digest()
    assert [week.closing for week in game.lived] == [False, True]
    assert compare(*played(steps(game))) == compare(*played(steps(short)))
    agrees(game)


def test_par_gets_no_surplus_where_a_game_ends_without_a_last_week() -> None:
    bots = dict(zip(TEAMS, ("koperasi", "penumpang", "utang", "par"), strict=True))
    game = begin(neighbourhood(), bots)
    for _number in range(2):
        play_bots(game)
        game.live_week()
    game.set_weeks(2, "Waktu habis.")
    assert game.finished
    found = {comparison.score.team: comparison for comparison in compare(*played(steps(game)))}
    assert found["mawar"].difference == 0


def test_a_game_that_was_over_can_have_another_week() -> None:
    game = after(3)
    assert game.finished
    game.set_weeks(4, "Masih ada waktu.")
    assert not game.finished
    assert week(game).week == 5
    game.end()
    assert replayed(game)[-1].game.finished


def test_a_game_that_is_over_takes_no_sheet_and_lives_no_week() -> None:
    game = after(3)
    with pytest.raises(ValueError, match="no week left to decide"):
        game.decide({"melati": ("people", priced(game, 12_000))})
    with pytest.raises(ValueError, match="no week left to live"):
        game.live_week()


# -- time and words ---------------------------------------------------------------------------


def test_time_and_messages_are_told_and_change_nothing() -> None:
    game = after(1)
    before = game.state.digest()
    game.extra_time(300)
    assert last_entry(game) == {"kind": "time", "week": 2, "seconds": 300, "reason": ""}
    game.extra_time(60, "Satu menit lagi.")
    game.say("Ingat, pekan depan tanggal muda.")
    assert last_entry(game) == {
        "kind": "message", "week": 2, "text": "Ingat, pekan depan tanggal muda.",
    }  # fmt: skip
    assert game.messages == ((2, "Ingat, pekan depan tanggal muda."),)
    assert game.state.digest() == before
    assert agrees(game).messages == game.messages


# -- what is refused --------------------------------------------------------------------------

LONG = "a" * (MOST_LETTERS + 1)
REFUSED: dict[str, Callable[[Game], object]] = {
    "a seat without a reason": lambda game: game.seat("melati", "par", " "),
    "a seat that is none": lambda game: game.seat("mawar", "par", WHY),
    "a name of nothing": lambda game: game.seat("melati", None, WHY, " "),
    "a name too long": lambda game: game.seat("melati", None, WHY, "a" * (MOST_NAME + 1)),
    "an undo without a reason": lambda game: game.undo("\t"),
    "an undo with two lines": lambda game: game.undo("a\nb"),
    "weeks without a reason": lambda game: game.set_weeks(2, ""),
    "fewer weeks than lived": lambda game: game.set_weeks(0, WHY),
    "too many weeks": lambda game: game.set_weeks(MOST_WEEKS + 1, WHY),
    "no time": lambda game: game.extra_time(0),
    "time of two lines": lambda game: game.extra_time(60, "a\u2028b"),
    "two days": lambda game: game.extra_time(2 * 86_400),
    "no words": lambda game: game.say(" "),
    "too many words": lambda game: game.say(LONG),
    "what a terminal obeys": lambda game: game.say("\x1b[2J"),
    "half a character": lambda game: game.say("\ud800"),
    "a rescue of nobody": lambda game: game.rescue("mawar", 1_000, WHY),
}


@pytest.mark.parametrize("act", REFUSED)
def test_what_is_not_allowed_is_refused_with_a_sentence_and_not_written(act: str) -> None:
    game = after(1)
    before, state = len(payloads(game)), game.state
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        REFUSED[act](game)
    assert (len(payloads(game)), game.state) == (before, state)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_comes_between_a_weeks_news_and_its_end(act: str) -> None:
    saying = payloads(after(2))[:-1]
    assert saying[-1]["kind"] == "chance"
    game = replayed(after(0), saying)[-1].game
    with pytest.raises(ValueError, match="must wait for the next one"):
        ACTS[act](game)


@pytest.mark.parametrize("act", ["seat", "time", "rescue"])
def test_what_is_for_a_week_needs_one_to_come(act: str) -> None:
    game = after(3)
    with pytest.raises(ValueError, match="a week to come"):
        ACTS[act](game)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_comes_after_the_seal(act: str) -> None:
    game = after(1)
    game.set_weeks(1, WHY)
    game.end()
    for each in (game, replayed(game)[-1].game):
        with pytest.raises(ValueError, match="sealed"):
            ACTS[act](each)
    assert last_entry(game)["kind"] == "seal"


# -- any order of things --------------------------------------------------------------------------


class Classroom(RuleBasedStateMachine):
    """Whatever a class and its trainer do, in any order: the record replays to the same game, and
    a week that is played again with the same sheets is the same week."""

    @initialize()
    def opening(self) -> None:
        self.game = begin(town(), BOTS)
        self.seen: dict[str, str] = {}

    def left(self) -> bool:
        return not self.game.finished

    def lived(self) -> bool:
        return bool(self.game.lived)

    @precondition(left)
    @rule(price=st.sampled_from(PRICES), team=st.sampled_from(["melati"]))
    def decide(self, price: int, team: str) -> None:
        self.game.decide({team: ("people", priced(self.game, price))})

    @precondition(left)
    @rule()
    def live(self) -> None:
        play_bots(self.game)
        monday, sheets, closing = self.game.state.digest(), self.game.sheets, self.game.closing
        told = {team: sheet.model_dump_json() for team, sheet in sorted(sheets.items())}
        key = json.dumps([monday, told, closing])
        digest = self.game.live_week().state.digest()
        assert self.seen.setdefault(key, digest) == digest

    @precondition(left)
    @rule(amount=st.sampled_from([1_000, 50_000]))
    def rescue(self, amount: int) -> None:
        self.game.rescue("melati", amount, WHY)

    @precondition(left)
    @rule(
        team=st.sampled_from(["melati", "kenanga"]),
        bot=st.sampled_from([None, "diam", "acak"]),
        name=st.sampled_from([None, "Tim Baru"]),
    )
    def seat(self, team: str, bot: str | None, name: str | None) -> None:
        self.game.seat(team, bot, WHY, name)

    @precondition(lived)
    @rule()
    def undo(self) -> None:
        monday, sheets = self.game.lived[-1].monday, self.game.lived[-1].sheets
        assert self.game.undo(WHY) == sheets
        assert self.game.state is monday

    @rule(more=st.integers(0, 3))
    def weeks(self, more: int) -> None:
        self.game.set_weeks(max(1, len(self.game.lived) + more), WHY)

    @rule()
    def say(self) -> None:
        self.game.say("Semangat!")

    @precondition(left)
    @rule()
    def time(self) -> None:
        self.game.extra_time(60)

    def teardown(self) -> None:
        if hasattr(self, "game"):
            agrees(self.game)
            assert len(self.game.past) == len(self.game.lived) == self.game.state.week - 1


TestClassroom = Classroom.TestCase
TestClassroom.settings = settings(max_examples=25, stateful_step_count=16, deadline=None)
