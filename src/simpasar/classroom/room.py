"""One class at one laptop: a game being played by people and bots, and the desk beside it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from simpasar.classroom.desk import Desk, Draft, Entries, read_desk, write_desk
from simpasar.classroom.yardstick import ParTrack
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game, Setup, open_game
from simpasar.game.record import FileWriter, MemoryWriter
from simpasar.game.replay import resume
from simpasar.game.rounds import RoundOutcome
from simpasar.game.seats import play_bots
from simpasar.game.seed import draw_seed
from simpasar.game.view import TeamView, team_view
from simpasar.i18n import _, language
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import Text

PEOPLE = "people"
"""Who made a sheet that a team handed in, as a record has it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A class as it is set up: who plays each seat (None is people), and what teams are called."""

    scenario: Scenario
    bots: Mapping[str, str | None]
    names: Mapping[str, str]
    weeks: int | None = None

    def setup(self) -> Setup:
        """The game of this class, with the teams' own names in its scenario."""
        return Setup(
            named(self.scenario, self.names), self.weeks or self.scenario.weeks, dict(self.bots)
        )


def named(scenario: Scenario, names: Mapping[str, str]) -> Scenario:
    """`scenario` with the names that teams gave themselves; an empty one changes nothing."""
    teams = {
        team: seat.model_copy(update={"name": Text(id=name, en=name)})
        if (name := names.get(team, "").strip())
        else seat
        for team, seat in scenario.teams.items()
    }
    return scenario.model_copy(update={"teams": teams})


class Room:
    """Everything a class needs of its game. `path`: the record, None for one kept in memory."""

    def __init__(self, game: Game, path: Path | None, desk: Desk) -> None:
        """Use `begin`, `practise` or `go_on`."""
        self.game = game
        self.path = path
        self.desk = desk
        self.par = ParTrack()

    @classmethod
    def begin(cls, plan: Plan, path: Path, desk: Desk, seed: int | None = None) -> Room:
        """Start a game whose record is at `path`; without a `seed`, one is drawn.

        Raises:
            RecordError: the file exists already, or cannot be written.
        """
        seed = draw_seed() if seed is None else seed
        path.parent.mkdir(parents=True, exist_ok=True)
        room = cls(open_game(plan.setup(), seed, FileWriter.create(path, seed)), path, desk)
        room.keep_desk(desk)
        return room

    @classmethod
    def practise(cls, plan: Plan, seed: int | None = None) -> Room:
        """A game that nobody keeps."""
        seed = draw_seed() if seed is None else seed
        return cls(open_game(plan.setup(), seed, MemoryWriter()), None, Desk())

    @classmethod
    def go_on(cls, path: Path) -> Room:
        """Go on with a game; slow, for all its weeks are lived through again.

        Raises:
            RecordError, RecordDiffersError: the record cannot be gone on with.
        """
        return cls(resume(path), path, read_desk(path))

    def close(self) -> None:
        """Let go of the record: it can be gone on with."""
        self.game.writer.close()

    # -- what there is to see -------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        return self.game.setup.scenario

    @property
    def week(self) -> int:
        """The week to decide for, from 1."""
        return self.game.state.week

    @property
    def weeks(self) -> int:
        """The weeks of the whole game."""
        return self.game.setup.weeks

    @property
    def lived(self) -> int:
        """The weeks behind us."""
        return self.week - 1

    @property
    def finished(self) -> bool:
        return self.game.finished

    @property
    def how_far(self) -> str:
        """`week 2 of 6`, in the language now spoken."""
        if self.finished:
            return _("all {weeks} weeks played").format(weeks=self.lived)
        return _("week {week} of {weeks}").format(week=self.week, weeks=self.weeks)

    @property
    def people(self) -> tuple[str, ...]:
        """The teams that people play, in the order of the seats."""
        return tuple(team for team, bot in self.game.setup.bots.items() if bot is None)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The teams of people whose sheet of this week is not in."""
        if self.finished or self.game.news_written:
            return ()
        return tuple(team for team in self.people if team not in self.game.sheets)

    @property
    def head(self) -> str:
        """The first ten hex digits of the record's line that ended the last week, "" before the
        first: the teams are its witnesses."""
        return self.game.lived[-1].head[:10] if self.game.lived else ""

    def name(self, team: str) -> str:
        """What a team is called."""
        return self.scenario.teams[team].name.of(language())

    def view(self, team: str) -> TeamView:
        """What a team may know before it decides."""
        return team_view(self.scenario, self.game.state, team)

    # -- deciding -------------------------------------------------------------------------

    def draft(self, team: str) -> Entries | None:
        """What a team has typed for this week and not handed in."""
        draft = self.desk.drafts.get(team)
        return draft.entries if draft and draft.week == self.week else None

    def keep_draft(self, team: str, entries: Entries) -> None:
        """Keep what a team has typed."""
        self.keep_desk(self.desk.with_draft(team, Draft(self.week, dict(entries))))

    def hand_in(self, team: str, sheet: DecisionSheet) -> None:
        """Hand in a team's sheet, or another in its place: safe in the record when this returns.

        Raises:
            SheetRefused: the sheet asks for something impossible.
            RecordError: the disk refuses.
        """
        self.game.decide({team: (PEOPLE, sheet)})
        self._clear(self.desk.with_draft(team, None))

    def live_week(self) -> RoundOutcome:
        """Let the bots decide, then live through the week; for a worker, it takes a moment."""
        if not self.game.news_written:
            play_bots(self.game)
        outcome = self.game.live_week()
        self._clear(replace(self.desk, drafts={}, clock={}))
        return outcome

    def end(self) -> None:
        """Seal the record: no week can follow."""
        self.game.end()

    def _clear(self, desk: Desk) -> None:
        """Tidy the desk after what is safe in the record: where the disk refuses, nothing is lost,
        and what was done must not be done twice."""
        with suppress(OSError):
            self.keep_desk(desk)

    # -- the desk -------------------------------------------------------------------------

    def keep_desk(self, desk: Desk) -> None:
        """Change the desk, and keep it where the game has a record.

        Raises:
            OSError: the disk refuses.
        """
        self.desk = desk
        if self.path is not None:
            write_desk(self.path, desk)
