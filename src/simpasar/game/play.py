"""A game being played: decisions go in, weeks are lived, and everything is written in the record.

The order within a week is fixed: the teams' decisions, then what chance brought, then the state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.entries import FORMAT, Payload
from simpasar.game.indicators import Community, community_of
from simpasar.game.record import Writer
from simpasar.game.rounds import RoundOutcome, check_sheet, play_round
from simpasar.game.score import ranking
from simpasar.game.seed import commitment
from simpasar.game.state import (
    GameState,
    TeamState,
    new_game,
    plain,
    rescued,
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


class Game:
    """One game and its record. All changes go through `decide`, `live_week` and `end`.

    `community` and `past`: the indicators of each week so far, and the state it ended with.
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
        self.community: tuple[Community, ...] = ()
        self.past: tuple[GameState, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether every week has been played."""
        return self.state.week > self.setup.weeks

    def decide(self, sheets: Mapping[str, tuple[str, DecisionSheet]]) -> None:
        """Hand in sheets, each with who made it; written and safe when this returns.

        Raises:
            SheetRefused: a sheet asks for something impossible; then none is handed in.
            ValueError: the week's news is written already, as in a record that was cut off there.
        """
        if self.news_written:
            raise ValueError("The week has begun: sheets must wait for the next one.")
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

    def live(self) -> RoundOutcome:
        """What the week brings with the sheets handed in; nothing is written or changed."""
        last = self.state.week >= self.setup.weeks
        return play_round(self.setup.scenario, self.state, self.sheets, self.chance, last)

    def live_week(self) -> RoundOutcome:
        """Live through the week with the sheets handed in, and write what came of it."""
        week = self.state.week
        outcome = self.live()
        entries = [] if self.news_written else [chance_entry(week, outcome.week)]
        self.writer.append(*entries, state_entry(week, outcome.state))
        self.go_on(outcome)
        return outcome

    def go_on(self, outcome: RoundOutcome) -> None:
        """Stand before the next week."""
        self.community = (*self.community, community_of(self.setup.scenario, outcome))
        self.past = (*self.past, outcome.state)
        self.state, self.outcome = outcome.state, None
        self.sheets, self.news_written = {}, False

    def rescue(self, team: str, amount: int, reason: str) -> None:
        """The trainer gives a team money before the week: written at once, left out of the score.

        Raises:
            ValueError: no amount above 0, no reason, no week left, or the week's news is written
                already: what comes after that line is the week's state.
            KeyError: a team that has no seat.
        """
        if self.news_written:
            raise ValueError("The week has begun: a rescue must wait for the next one.")
        if amount < 1 or not reason.strip() or self.finished:
            raise ValueError("A rescue needs an amount above 0, a reason and a week to come.")
        state = rescued(self.state, team, amount)
        self.writer.append(rescue_entry(self.state.week, team, amount, reason))
        self.state = state

    def end(self) -> str:
        """Seal the record: the digest of its last line, which stands for the whole game."""
        return self.writer.seal(seal_entry(self.setup, self.chance.seed, self.state))


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


def rescue_entry(week: int, team: str, amount: int, reason: str) -> Payload:
    return {"kind": "rescue", "week": week, "team": team, "amount": amount, "reason": reason}


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
