"""A game being played: decisions go in, weeks are lived, and everything is written in the record.

The order within a week is fixed: the teams' decisions, then what chance brought, then the state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import check_bot
from simpasar.game.entries import FORMAT, Payload
from simpasar.game.indicators import Community, community_of
from simpasar.game.interventions import (
    ExtraTime,
    Intervention,
    Message,
    Rescue,
    Seat,
    Undo,
    Weeks,
)
from simpasar.game.record import Writer
from simpasar.game.rounds import RoundOutcome, check_sheet, play_round
from simpasar.game.score import ranking
from simpasar.game.seed import commitment
from simpasar.game.state import (
    GameState,
    TeamState,
    new_game,
    plain,
    sha256,
    short_digest,
)
from simpasar.market.chance import Chance
from simpasar.market.result import WeekResult
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Setup:
    """What is settled before the first week. `bots`: who plays each seat; None is people."""

    scenario: Scenario
    weeks: int
    bots: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class LivedWeek:
    """A week that stands. `monday`: the state it was lived from; `sheets`: those handed in;
    `closing`: whether it was lived as the game's last, in which the cooperative shares out.
    `head`: the digest of the record's line that ended it, whose first digits the teams witness."""

    monday: GameState
    sheets: dict[str, DecisionSheet]
    closing: bool
    head: str


class Game:
    """One game and its record: `decide`, `live_week` and `end`, and what the trainer does between.

    `lived`, `community` and `past`: the weeks so far that were not taken back, the indicators of
    each, and the state it ended with. `messages`: what the trainer said, each with its week.
    `sealed`: whether the record was ended: nothing can be added to it.
    """

    def __init__(self, setup: Setup, seed: int, writer: Writer) -> None:
        """A game on its first Monday, nothing written yet: see `open_game` and `resumed`."""
        self.setup = setup
        self.chance = Chance(seed)
        self.writer = writer
        self.state = new_game(setup.scenario)
        self.sheets: dict[str, DecisionSheet] = {}
        self.news_written = False
        self.outcome: RoundOutcome | None = None
        self.lived: tuple[LivedWeek, ...] = ()
        self.community: tuple[Community, ...] = ()
        self.past: tuple[GameState, ...] = ()
        self.messages: tuple[tuple[int, str], ...] = ()
        self.sealed = False
        self._last: RoundOutcome | None = None

    @property
    def finished(self) -> bool:
        """Whether every week has been played."""
        return self.state.week > self.setup.weeks

    @property
    def played(self) -> tuple[dict[str, DecisionSheet], ...]:
        """What every team really played in each week that stands."""
        return tuple(
            {team: mine.sheet for team, mine in state.teams.items()} for state in self.past
        )

    @property
    def last(self) -> RoundOutcome | None:
        """What the last week that stands brought; None before the first.

        After an undo it is lived through again when first asked for, which takes a moment.
        """
        if self._last is None and self.lived:
            week = self.lived[-1]
            self._last = play_round(
                self.setup.scenario, week.monday, week.sheets, self.chance, week.closing
            )
        return self._last

    def decide(self, sheets: Mapping[str, tuple[str, DecisionSheet]]) -> None:
        """Hand in sheets, each with who made it; written and safe when this returns.

        Raises:
            SheetRefused: a sheet asks for something impossible; then none is handed in.
            ValueError: the week's news is written already, as in a record that was cut off there;
                or there is no week left.
        """
        if self.news_written:
            raise ValueError("The week has begun: sheets must wait for the next one.")
        if self.finished or self.sealed:
            raise ValueError("The game is over: there is no week left to decide for.")
        for team, (_, sheet) in sheets.items():
            self.check(team, sheet)
        self.writer.append(
            *(
                decide_entry(self.state.week, team, by, sheet)
                for team, (by, sheet) in sheets.items()
            )
        )
        self.sheets |= {team: sheet for team, (_, sheet) in sheets.items()}

    def check(self, team: str, sheet: DecisionSheet) -> None:
        """Raise SheetRefused where `sheet` asks for something impossible this week."""
        check_sheet(self.setup.scenario, self.state, team, sheet)

    @property
    def closing(self) -> bool:
        """Whether the coming week is the game's last."""
        return self.state.week >= self.setup.weeks

    def live(self) -> RoundOutcome:
        """What the week brings with the sheets handed in; nothing is written or changed."""
        return play_round(self.setup.scenario, self.state, self.sheets, self.chance, self.closing)

    def live_week(self) -> RoundOutcome:
        """Live through the week with the sheets handed in, and write what came of it.

        Raises:
            ValueError: there is no week left.
        """
        if self.finished or self.sealed:
            raise ValueError("The game is over: there is no week left to live.")
        week = self.state.week
        outcome = self.live()
        entries = [] if self.news_written else [chance_entry(week, outcome.week)]
        head = self.writer.append(*entries, state_entry(week, outcome.state))
        self.go_on(outcome, head)
        return outcome

    def go_on(self, outcome: RoundOutcome, head: str) -> None:
        """Stand before the next week; `head` is the digest of the line that ended this one."""
        self.lived = (*self.lived, LivedWeek(self.state, self.sheets, self.closing, head))
        self.community = (*self.community, community_of(self.setup.scenario, outcome))
        self.past = (*self.past, outcome.state)
        self.state, self._last = outcome.state, outcome
        self._begin_monday()

    def take_back(self) -> None:
        """Stand on the Monday of the last week again, as when it was lived."""
        self.state, self._last = self.lived[-1].monday, None
        self.lived, self.community, self.past = (
            self.lived[:-1],
            self.community[:-1],
            self.past[:-1],
        )
        self._begin_monday()

    def _begin_monday(self) -> None:
        self.sheets, self.news_written, self.outcome = {}, False, None

    # -- the trainer ------------------------------------------------------------------------

    def rescue(self, team: str, amount: int, reason: str) -> None:
        """The trainer gives a team money before the week: written at once, left out of the score.

        Raises:
            NotAllowed (a ValueError, as for all that follow): no such team, no amount above 0, no
                reason, no week left, or the week's news is written already: what comes after that
                line is the week's state.
        """
        self._intervene(Rescue(team, amount, reason))

    def seat(self, team: str, bot: str | None, reason: str, name: str | None = None) -> None:
        """From this week on `bot` plays a seat, or people do (None); `name`: what the team is
        called from now on, None where that stays.

        A sheet handed in this week stays in; a bot decides only where none is.

        Raises:
            UnknownBot: no bot has this name.
            NotAllowed: no such team, no reason, no week left, or the week's news is written.
        """
        if bot is not None:
            check_bot(bot)
        self._intervene(Seat(team, bot, name, reason))

    def undo(self, reason: str) -> dict[str, DecisionSheet]:
        """Take back the last week: the game stands on its Monday again, and the same weather will
        come. The sheets that had been handed in for it, by team; none of them is in any more.

        Raises:
            NotAllowed: no week was lived, no reason, or the coming week's news is written.
        """
        withdrawn = self.lived[-1].sheets if self.lived else {}
        self._intervene(Undo(reason))
        return dict(withdrawn)

    def set_weeks(self, weeks: int, reason: str) -> None:
        """Shorten or lengthen the game to `weeks`, those already lived among them.

        With no week left the game is over as it stands; for the cooperative to share out its
        surplus a last week must be lived.

        Raises:
            NotAllowed: fewer weeks than were lived, none or too many, no reason, or the coming
                week's news is written.
        """
        self._intervene(Weeks(weeks, reason))

    def extra_time(self, seconds: int, reason: str = "") -> None:
        """Write that the round got more time; nothing else changes.

        Raises:
            NotAllowed: not from 1 second to a day, no week left, or the week's news is written.
        """
        self._intervene(ExtraTime(seconds, reason))

    def say(self, text: str) -> None:
        """Say something to all teams: one line.

        Raises:
            NotAllowed: nothing, too much or more than a line; or the week's news is written.
        """
        self._intervene(Message(text))

    def _intervene(self, act: Intervention) -> None:
        act.check(self)
        self.writer.append(act.entry(self))
        act.change(self)

    def end(self) -> str:
        """Seal the record: the digest of its last line, which stands for the whole game."""
        head = self.writer.seal(seal_entry(self.setup, self.chance.seed, self.state))
        self.sealed = True
        return head


def open_game(setup: Setup, seed: int, writer: Writer) -> Game:
    """Begin a game: its first line is written and safe."""
    game = Game(setup, seed, writer)
    writer.append(open_entry(setup, seed))
    return game


# -- the entries of a record --------------------------------------------------------------


def scenario_digest(scenario: Scenario) -> str:
    """SHA-256 of the whole scenario, in hex."""
    return sha256(plain(scenario))


def open_entry(setup: Setup, seed: int) -> Payload:
    digest = scenario_digest(setup.scenario)
    return {
        "kind": "open",
        "format": FORMAT,
        "engine": version("simpasar"),
        "scenario": plain(setup.scenario),
        "scenario_digest": digest,
        "seed_commitment": commitment(seed, digest),
        "weeks": setup.weeks,
        "teams": [{"team": team, "bot": bot} for team, bot in setup.bots.items()],
    }


def decide_entry(week: int, team: str, by: str, sheet: DecisionSheet) -> Payload:
    return {
        "kind": "decide",
        "week": week,
        "team": team,
        "by": by,
        "sheet": plain(sheet.decisions),
        "forecast": plain(sheet.forecast),
        "reason": sheet.reason,
    }


def chance_entry(week: int, result: WeekResult) -> Payload:
    return {"kind": "chance", "week": week, "days": plain(result.news)}


def state_entry(week: int, state: GameState) -> Payload:
    return {"kind": "state", "week": week, "digest": state.digest(), "summary": summary(state)}


def seal_entry(setup: Setup, seed: int, state: GameState) -> Payload:
    scores = ranking(setup.scenario, state)
    final = {
        "week": state.week - 1,
        "digest": state.digest(),
        "ranking": [{"team": score.team, "score": score.gained} for score in scores],
    }
    return {"kind": "seal", "seed": seed, "final": final}


def summary(state: GameState) -> dict[str, Any]:
    """Every team's facts of the week just played, and a short digest of each part of the state.

    So that a replay that differs can say in which team and field.
    """
    teams = {
        name: {
            **team.history[-1].facts(),
            "books": short_digest(team.books),
            "goods": short_digest((team.lots, team.orders)),
            "sheet": short_digest(team.sheet),
            **_dealings(team),
        }
        for name, team in state.teams.items()
    }
    told = {"teams": teams, "habit": state.habit_digest()[:10]}
    if state.cooperative is not None:
        told["cooperative"] = short_digest((state.cooperative, state.arisan))
    return told


def _dealings(team: TeamState) -> dict[str, str]:
    """A short digest of what a team has with lenders, programmes and buyers, where it has any."""
    dealings = (team.debts, team.programmes, team.contracts)
    return {"dealings": short_digest(dealings)} if any(dealings) else {}
