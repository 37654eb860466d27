"""Every team of a game against par, which plays the same seat under the same chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.game.replay import Step
from simpasar.game.score import PAR, Score, par_gain, ranking

Sheets = dict[str, DecisionSheet]
"""What each team played in one week."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A team's score, what par gained in its seat, and what its family needed, in rupiah."""

    score: Score
    par: int
    needed: int

    @property
    def difference(self) -> int:
        """Gained more than par, below 0 for less."""
        return self.score.gained - self.par

    @property
    def needs_met(self) -> int | None:
        """Per cent of the family's needs, rounded down; None where there is no family."""
        if not self.needed:
            return None
        return 100 * (self.needed - self.score.need_short) // self.needed


def played(steps: Iterable[Step]) -> tuple[Game, tuple[Sheets, ...]]:
    """A replay to its end: the game, and what every team played in each week that stands."""
    game = None
    for step in steps:
        game = step.game
    assert game is not None
    return game, game.played


def compare(
    game: Game,
    weeks: tuple[Sheets, ...],
    progress: Callable[[str, int], None] = lambda team, week: None,
) -> tuple[Comparison, ...]:
    """Play par in the seat of every team; the one furthest above par first, equals by their gain.

    Takes as long as one game for each team; `progress` is told the team and the week (from 1)
    that is about to be played.
    """
    found = []
    for score in ranking(game.setup.scenario, game.state):
        gained = _gained_by_par(game, weeks, score.team, progress)
        homes = (report.home for report in game.state.teams[score.team].history)
        found.append(Comparison(score, gained, sum(home.needed for home in homes if home)))
    return tuple(sorted(found, key=lambda comparison: -comparison.difference))


def _gained_by_par(
    game: Game, weeks: tuple[Sheets, ...], team: str, progress: Callable[[str, int], None]
) -> int:
    setup, gained = game.setup, 0
    closing = {number for number, week in enumerate(game.lived, start=1) if week.closing}
    replayed = par_gain(setup.scenario, weeks, game.chance, team, closing)
    for week in range(1, len(weeks) + 1):
        progress(team, week)
        gained = next(replayed)
    return gained


def comparison_document(game: Game, head: str, found: Iterable[Comparison]) -> dict[str, Any]:
    """What `simpasar score --json` prints: whole numbers, rupiah but for `needs_met` (per cent)."""
    return {
        "scenario": game.setup.scenario.name,
        "digest": head,
        "weeks": game.state.week - 1,
        "par": PAR,
        "teams": [
            {
                "team": comparison.score.team,
                "bot": game.setup.bots[comparison.score.team],
                "score": comparison.score.gained,
                "par": comparison.par,
                "difference": comparison.difference,
                "needed": comparison.needed,
                "need_short": comparison.score.need_short,
                "needs_met": comparison.needs_met,
                "debt": comparison.score.debt,
                "bankrupt": comparison.score.bankrupt,
            }
            for comparison in found
        ],
    }
