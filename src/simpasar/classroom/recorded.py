"""A record opened for looking back: every week as it was decided, lived, and perhaps taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from simpasar.classroom.acts import bot_told
from simpasar.classroom.clock import minutes_told
from simpasar.classroom.market import MarketWeek
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.entries import RecordEntry
from simpasar.game.interventions import intervention
from simpasar.game.play import Game, Setup
from simpasar.game.replay import read_with_seed, replay, sheet_of
from simpasar.game.rounds import RoundOutcome
from simpasar.game.state import GameState
from simpasar.i18n import _, language
from simpasar.money import rupiah
from simpasar.scenario.model import Scenario

WITNESS_DIGITS = 10

Progress = Callable[[int, int], None]
"""Told the week that is being lived, from 1, and how many there are."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A sheet of a team. `by`: who made it, as the record has it. `counts`: no other sheet of the
    team came after it in the same week."""

    team: str
    by: str
    sheet: DecisionSheet
    counts: bool = True

    @property
    def maker(self) -> str:
        """Who made it, in words."""
        kind, _colon, name = self.by.partition(":")
        if kind == "bot" and name:
            return _("the computer ({bot})").format(bot=bot_told(name))
        return self.hands

    @property
    def hands(self) -> str:
        """Who made it, in a word."""
        if self.by.startswith("bot:"):
            return _("the computer")
        return _("the team") if self.by == "people" else self.by


@dataclass(frozen=True)
class RecordedWeek:
    """One attempt at a week: what was decided for it, and what came of it.

    `scenario`: with the names that teams had then; `acts`: what the trainer did before it, as
    entries of the record. `outcome`: None for a week that was not lived. `head`: the witness
    number of the week. `withdrawn`: the reason for which it was taken back, None where it stands.
    """

    week: int
    setup: Setup
    monday: GameState
    acts: tuple[RecordEntry, ...]
    sheets: tuple[HandedIn, ...]
    outcome: RoundOutcome | None = None
    head: str = ""
    withdrawn: str | None = None

    @property
    def scenario(self) -> Scenario:
        return self.setup.scenario

    @property
    def stands(self) -> bool:
        """Whether it was lived and not taken back."""
        return self.outcome is not None and self.withdrawn is None

    @cached_property
    def market(self) -> MarketWeek | None:
        """The week to be watched; None where it was not lived."""
        if self.outcome is None:
            return None
        return MarketWeek(self.scenario, self.monday, self.outcome)

    def handed_in(self, team: str) -> tuple[HandedIn, ...]:
        """A team's sheets of this week, in the order in which they came."""
        return tuple(sheet for sheet in self.sheets if sheet.team == team)

    def played(self, team: str) -> DecisionSheet:
        """The sheet that counts; where none was handed in, last week's."""
        if self.outcome is not None:
            return self.outcome.state.teams[team].sheet
        handed_in = self.handed_in(team)
        return handed_in[-1].sheet if handed_in else self.monday.teams[team].sheet.carried()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A whole record. `game`: as it stands at the end of the record. `weeks`: every attempt, in
    the order of the record; the last may not have been lived yet. `after`: what the trainer did
    since. `planned`: how many weeks there will be.
    """

    path: Path
    game: Game
    weeks: tuple[RecordedWeek, ...]
    after: tuple[RecordEntry, ...]
    sealed: bool
    head: str

    @property
    def setup(self) -> Setup:
        return self.game.setup

    @property
    def planned(self) -> int:
        return self.setup.weeks


def read_recorded(path: Path, progress: Progress = lambda week, weeks: None) -> Recorded:
    """Live through a record again and keep all of it; slow, for a worker.

    Raises:
        RecordError, RecordDiffersError: the record cannot be read, or is not what was played.
    """
    reading, seed = read_with_seed(path)
    heads = [entry["prev"] for entry in reading.entries[1:]] + [reading.head]
    told = _Telling()
    game: Game | None = None
    for step, head in zip(replay(reading.entries, seed), heads, strict=True):
        game = step.game
        told.take(step.entry, game, step.outcome, head[:WITNESS_DIGITS])
        if step.outcome is not None or step.entry["kind"] == "open":
            progress(min(game.state.week, game.setup.weeks), game.setup.weeks)
    assert game is not None
    told.end(game)
    return Recorded(path, game, tuple(told.weeks), tuple(told.acts), reading.sealed, reading.head)


@dataclass
class _Telling:
    """A record so far, told entry by entry."""

    weeks: list[RecordedWeek] = field(default_factory=list)
    acts: list[RecordEntry] = field(default_factory=list)
    sheets: list[HandedIn] = field(default_factory=list)
    monday: GameState | None = None

    def take(self, entry: RecordEntry, game: Game, outcome: RoundOutcome | None, head: str) -> None:
        """One more entry, and the game after it."""
        if entry["kind"] == "decide":
            self._decide(entry)
        elif entry["kind"] == "undo":
            self._withdraw(entry["week"], entry["reason"], game)
            self.acts.append(entry)
        elif intervention(entry) is not None:
            self.acts.append(entry)
        elif outcome is not None:
            self._lived(game, outcome, head)

    def end(self, game: Game) -> None:
        """What was decided for a week that has not been lived."""
        if self.sheets:
            self._keep(game.state, game, None, "")

    def _decide(self, entry: RecordEntry) -> None:
        team = entry["team"]
        self.sheets = [
            replace(other, counts=False) if other.team == team else other for other in self.sheets
        ]
        self.sheets.append(HandedIn(team, entry["by"], sheet_of(entry)))

    def _lived(self, game: Game, outcome: RoundOutcome, head: str) -> None:
        self._keep(game.lived[-1].monday, game, outcome, head)

    def _keep(self, monday: GameState, game: Game, outcome: RoundOutcome | None, head: str) -> None:
        self.weeks.append(
            RecordedWeek(
                monday.week, game.setup, monday, tuple(self.acts), tuple(self.sheets), outcome, head
            )
        )
        self.acts, self.sheets = [], []

    def _withdraw(self, week: int, reason: str, game: Game) -> None:
        """The last lived week that stands is taken back, and with it what was decided since."""
        last = max(
            number
            for number, told in enumerate(self.weeks)
            if told.week == week and told.outcome is not None and told.withdrawn is None
        )
        if self.sheets:
            after = self.weeks[last].outcome
            assert after is not None
            self._keep(after.state, game, None, "")
            self.weeks[-1] = replace(self.weeks[-1], withdrawn=reason)
        self.weeks[last] = replace(self.weeks[last], withdrawn=reason)


# -- what the trainer did -------------------------------------------------------------------


def act_told(scenario: Scenario, entry: RecordEntry) -> str:
    """What the trainer did, in a sentence with the reason."""
    team = entry.get("team")
    name = scenario.teams[team].name.of(language()) if team in scenario.teams else ""
    match entry["kind"]:
        case "rescue":
            sentence = _("The trainer gave {team} {amount}: {reason}")
        case "seat" if entry["bot"] is not None:
            sentence = _("The computer ({bot}) took the seat of {team}: {reason}")
        case "seat":
            sentence = _("People took the seat of {team}: {reason}")
        case "undo":
            sentence = _("Week {week} was taken back by the trainer: {reason}")
        case "weeks":
            sentence = _("The game was set to {weeks} weeks: {reason}")
        case "time" if entry["reason"]:
            sentence = _("The round got {time} minutes more: {reason}")
        case "time":
            sentence = _("The round got {time} minutes more.")
        case _:
            sentence = _("Message to all: {text}")
    return sentence.format(
        team=name,
        amount=rupiah(entry.get("amount") or 0),
        bot=bot_told(entry.get("bot") or ""),
        week=entry.get("week"),
        weeks=entry.get("weeks"),
        time=minutes_told(entry.get("seconds") or 0),
        reason=entry.get("reason", ""),
        text=entry.get("text", ""),
    )
