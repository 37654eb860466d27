"""What a trainer does to a game being played: each an entry of the record, and what it changes.

An intervention is checked, then written, and only then done; a replay takes the same three steps.
Nothing is ever deleted from a record: a week that is taken back stays in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Protocol

from simpasar.game.entries import Payload, RecordEntry
from simpasar.game.state import rescued
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import Text

if TYPE_CHECKING:
    from simpasar.game.play import Game

MOST_WEEKS = 104
"""Two years: the longest game."""
MOST_SECONDS = 24 * 60 * 60
"""The most extra time that can be given at once."""
MOST_LETTERS = 280
"""The longest reason or message."""
MOST_NAME = 40
"""The longest name of a team, in letters."""


class NotAllowed(ValueError):
    """Why an intervention cannot be; `field` of its entry is to blame, `due` would have done."""

    def __init__(self, message: str, field: str, due: Any) -> None:
        super().__init__(message)
        self.field, self.due = field, due


class Intervention(Protocol):
    """One act of the trainer."""

    def check(self, game: Game) -> None:
        """Raise NotAllowed where it cannot be, whatever the types of its values."""

    def entry(self, game: Game) -> Payload:
        """Its line in the record."""

    def change(self, game: Game) -> None:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """Money for a team before the week, left out of the score. `amount`: rupiah."""

    team: str
    amount: int
    reason: str

    def check(self, game: Game) -> None:
        _before_the_week(game, "a rescue")
        _known_team(game, self.team)
        sentence = "A rescue needs an amount above 0, a reason and a week to come."
        _a_number(self.amount, "amount", 1, None, sentence)
        if not isinstance(self.reason, str) or not self.reason.strip():
            raise NotAllowed(sentence, "reason", "-")
        if game.finished:
            raise NotAllowed(sentence, "kind", "seal")

    def entry(self, game: Game) -> Payload:
        return {
            "kind": "rescue",
            "week": game.state.week,
            "team": self.team,
            "amount": self.amount,
            "reason": self.reason,
        }

    def change(self, game: Game) -> None:
        game.state = rescued(game.state, self.team, self.amount)


@dataclass(frozen=True, slots=True)
class Seat:
    """From this week on `bot` plays a team's seat, or people do (None). `name`: what the team is
    called from now on, None where that stays.

    A sheet that was handed in this week stays in until another is; a bot decides only where none
    is in.
    """

    team: str
    bot: str | None
    name: str | None
    reason: str

    def check(self, game: Game) -> None:
        _before_the_week(game, "a change of seats")
        _a_week_to_come(game, "A change of seats")
        _known_team(game, self.team)
        if self.bot is not None and not isinstance(self.bot, str):
            raise NotAllowed("A bot is told by its name.", "bot", None)
        if self.name is not None:
            _a_line(self.name, "name", MOST_NAME)
        _a_line(self.reason, "reason", MOST_LETTERS)

    def entry(self, game: Game) -> Payload:
        return {
            "kind": "seat",
            "week": game.state.week,
            "team": self.team,
            "bot": self.bot,
            "name": self.name,
            "reason": self.reason,
        }

    def change(self, game: Game) -> None:
        names = {} if self.name is None else {self.team: self.name}
        game.setup = replace(
            game.setup,
            scenario=renamed(game.setup.scenario, names),
            bots={**game.setup.bots, self.team: self.bot},
        )


@dataclass(frozen=True, slots=True)
class Undo:
    """The last week that was lived is taken back: the game stands on that week's Monday again.

    What was done before that week was lived stays (a rescue); sheets and rescues since then go
    with it. Who sits where, what teams are called and how many weeks there are is not taken back.
    """

    reason: str

    def check(self, game: Game) -> None:
        _before_the_week(game, "an undo")
        if not game.lived:
            raise NotAllowed("No week has been lived that could be undone.", "kind", "decide")
        _a_line(self.reason, "reason", MOST_LETTERS)

    def entry(self, game: Game) -> Payload:
        return {"kind": "undo", "week": game.state.week - 1, "reason": self.reason}

    def change(self, game: Game) -> None:
        game.take_back()


@dataclass(frozen=True, slots=True)
class Weeks:
    """The game will have this many weeks, those already lived among them."""

    weeks: int
    reason: str

    def check(self, game: Game) -> None:
        _before_the_week(game, "another number of weeks")
        least = max(1, len(game.lived))
        _a_number(
            self.weeks,
            "weeks",
            least,
            MOST_WEEKS,
            f"The game can have from {least} to {MOST_WEEKS} weeks.",
        )
        _a_line(self.reason, "reason", MOST_LETTERS)

    def entry(self, game: Game) -> Payload:
        return {"kind": "weeks", "weeks": self.weeks, "reason": self.reason}

    def change(self, game: Game) -> None:
        game.setup = replace(game.setup, weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class ExtraTime:
    """More time for the round that is being decided; the game itself knows no clock."""

    seconds: int
    reason: str

    def check(self, game: Game) -> None:
        _before_the_week(game, "extra time")
        _a_week_to_come(game, "Extra time")
        _a_number(
            self.seconds,
            "seconds",
            1,
            MOST_SECONDS,
            f"Extra time is from 1 to {MOST_SECONDS} seconds.",
        )
        if self.reason != "":
            _a_line(self.reason, "reason", MOST_LETTERS)

    def entry(self, game: Game) -> Payload:
        return {
            "kind": "time",
            "week": game.state.week,
            "seconds": self.seconds,
            "reason": self.reason,
        }

    def change(self, game: Game) -> None:
        """Nothing: it was said."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the trainer says to all teams."""

    text: str

    def check(self, game: Game) -> None:
        _before_the_week(game, "a message")
        _a_line(self.text, "text", MOST_LETTERS)

    def entry(self, game: Game) -> Payload:
        return {"kind": "message", "week": game.state.week, "text": self.text}

    def change(self, game: Game) -> None:
        game.messages = (*game.messages, (game.state.week, self.text))


_ACTS: dict[str, type[Any]] = {
    "rescue": Rescue,
    "seat": Seat,
    "undo": Undo,
    "weeks": Weeks,
    "time": ExtraTime,
    "message": Message,
}


def intervention(entry: RecordEntry) -> Intervention | None:
    """What an entry says the trainer did, its values unchecked; None where it is another kind."""
    act = _ACTS.get(entry["kind"])
    if act is None:
        return None
    told: Intervention = act(**{field.name: entry.get(field.name) for field in fields(act)})
    return told


def renamed(scenario: Scenario, names: Mapping[str, str]) -> Scenario:
    """`scenario` with teams called by other names, which say nothing to the engine."""
    teams = {
        team: seat.model_copy(update={"name": Text(id=names[team], en=names[team])})
        if team in names
        else seat
        for team, seat in scenario.teams.items()
    }
    return scenario.model_copy(update={"teams": teams}) if names else scenario


# -- what may be ----------------------------------------------------------------------------


def _before_the_week(game: Game, what: str) -> None:
    """What comes in a record after a week's news is the week's state, and nothing else; after a
    seal nothing comes."""
    if game.sealed:
        raise NotAllowed("The record is sealed: nothing can be added to it.", "kind", None)
    if game.news_written:
        raise NotAllowed(f"The week has begun: {what} must wait for the next one.", "kind", "state")


def _a_week_to_come(game: Game, what: str) -> None:
    if game.finished:
        raise NotAllowed(f"{what} needs a week to come.", "kind", "seal")


def _known_team(game: Game, team: object) -> None:
    if not isinstance(team, str) or team not in game.state.teams:
        raise NotAllowed(f"There is no team {team}.", "team", list(game.state.teams))


def _a_number(value: object, field: str, least: int, most: int | None, sentence: str) -> None:
    if type(value) is not int or value < least or (most is not None and value > most):
        raise NotAllowed(sentence, field, least)


def _a_line(value: object, field: str, most: int) -> None:
    """A line that says something, with nothing in it that a terminal would obey."""
    fits = isinstance(value, str) and bool(value.strip()) and len(value) <= most
    if not fits or any(unicodedata.category(letter) in _NO_TEXT for letter in str(value)):
        raise NotAllowed(
            f"The {field} must be one line that says something, of at most {most} letters.",
            field,
            "-",
        )


_NO_TEXT = {"Cc", "Cs", "Zl", "Zp"}
"""Control characters, halves of characters, ends of lines and paragraphs."""
