"""What if: one sheet of a recorded game changed, all else and the chance the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game, LivedWeek
from simpasar.game.rounds import live_round
from simpasar.game.score import Score, score_of
from simpasar.game.state import GameState, rescued
from simpasar.game.view import TeamView, team_view
from simpasar.i18n import _
from simpasar.review.changes import Change, ChangeRefused, changed


@dataclass(frozen=True, slots=True)
class Course:
    """How one team fared: the facts of the week in question (as `TeamWeek.facts` names them), and
    its score at the end of the game."""

    week: Mapping[str, int]
    end: Score


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A week decided otherwise. `recorded` and `imagined`: every team's course, by team."""

    week: int
    team: str
    changes: tuple[Change, ...]
    recorded: dict[str, Course]
    imagined: dict[str, Course]

    def difference(self, team: str) -> tuple[int, int]:
        """What changes for a team, in rupiah: its profit that week, and its gain at the end."""
        was, would = self.recorded[team], self.imagined[team]
        return would.week["profit"] - was.week["profit"], would.end.gained - was.end.gained


def what_if(game: Game, week: int, team: str, wishes: Iterable[str]) -> WhatIf:
    """Live the game from `week` (from 1) on again, with a team's sheet of that week changed.

    Later weeks are decided as they were, by all; what a team cannot do in that other game, for
    its cash or its standing there, is left undone. What the trainer gave is given again.

    Raises:
        ChangeRefused: no such week or team, or a wish that cannot be done.
    """
    sheet, changes = asked(game, week, team, wishes)
    played = game.played[week - 1 :]
    sheets = ({**played[0], team: sheet}, *played[1:])
    state = _lived(game, game.lived[week - 1 :], sheets)
    return WhatIf(
        week, team, changes, _courses(game, game.past[-1], week), _courses(game, state, week)
    )


def asked(
    game: Game, week: int, team: str, wishes: Iterable[str]
) -> tuple[DecisionSheet, tuple[Change, ...]]:
    """The sheet that `what_if` would play, and what differs on it, in the language now spoken.

    Raises:
        ChangeRefused: no such week or team, or a wish that cannot be done.
    """
    return changed(seen(game, week, team), game.played[week - 1][team], wishes)


def seen(game: Game, week: int, team: str) -> TeamView:
    """What a team saw when it decided for a week.

    Raises:
        ChangeRefused: no such week or team.
    """
    scenario = game.setup.scenario
    if not 1 <= week <= len(game.lived):
        message = _("Week {week} was not lived in this game: choose one from 1 to {last}.")
        raise ChangeRefused(message.format(week=week, last=len(game.lived)))
    if team not in scenario.teams:
        message = _("There is no team {team}. The teams are: {teams}.")
        raise ChangeRefused(message.format(team=team, teams=", ".join(scenario.teams)))
    return team_view(scenario, game.lived[week - 1].monday, team)


def _lived(
    game: Game, weeks: tuple[LivedWeek, ...], sheets: Iterable[Mapping[str, DecisionSheet]]
) -> GameState:
    """The last state of a game that goes on from the first of `weeks` with `sheets`."""
    state = weeks[0].monday
    for number, (week, decided) in enumerate(zip(weeks, sheets, strict=True)):
        if number:
            state = _given(state, week.monday)
        state = live_round(
            game.setup.scenario, state, decided, game.chance, last=week.closing
        ).state
    return state


def _given(state: GameState, recorded: GameState) -> GameState:
    """`state` with what the trainer gave before that week in the record."""
    for team, mine in recorded.teams.items():
        for entry in mine.unposted:
            state = rescued(state, team, max(amount for _account, amount in entry.lines))
    return state


def _courses(game: Game, end: GameState, week: int) -> dict[str, Course]:
    scenario = game.setup.scenario
    return {
        team: Course(mine.history[week - 1].facts(), score_of(scenario, team, mine))
        for team, mine in end.teams.items()
    }


def whatif_document(found: WhatIf, head: str) -> dict[str, Any]:
    """What `simpasar whatif --json` prints: whole numbers, rupiah where `TeamWeek.facts` says so.

    `teams`: for each, `week` and `end`, each with `recorded` and `whatif`.
    """
    return {
        "record": head,
        "week": found.week,
        "team": found.team,
        "changes": [
            {"field": c.path, "label": c.label, "recorded": c.was, "whatif": c.becomes}
            for c in found.changes
        ],
        "teams": {
            team: {
                "week": {"recorded": dict(was.week), "whatif": dict(found.imagined[team].week)},
                "end": {"recorded": _end(was.end), "whatif": _end(found.imagined[team].end)},
            }
            for team, was in found.recorded.items()
        },
    }


def _end(score: Score) -> dict[str, int | None]:
    return {
        "gained": score.gained,
        "wealth": score.wealth,
        "debt": score.debt,
        "need_short": score.need_short,
        "bankrupt": score.bankrupt,
    }
