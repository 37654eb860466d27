"""`par` in every team's seat, followed from week to week: the yardstick of the class board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.game.score import par_week, score_of
from simpasar.game.state import GameState, new_game
from simpasar.market.chance import Chance
from simpasar.scenario.model import Scenario

Gains = tuple[Mapping[str, int], ...]
"""Rupiah that par has gained in each team's seat, after each week."""


@dataclass(frozen=True, slots=True)
class Season:
    """The weeks of a game that stand: what every team played, and which were lived as the last."""

    scenario: Scenario
    chance: Chance
    sheets: tuple[Mapping[str, DecisionSheet], ...]
    closing: tuple[bool, ...]


def season_of(game: Game) -> Season:
    """A game's weeks so far; a snapshot that a worker may read while the game goes on."""
    closing = tuple(week.closing for week in game.lived)
    return Season(game.setup.scenario, game.chance, game.played, closing)


@dataclass(frozen=True, slots=True)
class _Lived:
    """A week that par has lived through in every seat, and under what."""

    sheets: Mapping[str, DecisionSheet]
    closing: bool
    states: Mapping[str, GameState]


class ParTrack:
    """Remembers how far par has come in every seat, so that a new week costs one simulation a
    team. Weeks that were taken back, or played otherwise, are dropped by themselves."""

    def __init__(self) -> None:
        self._weeks: tuple[_Lived, ...] = ()

    def known(self, season: Season) -> Gains | None:
        """What is known already, without any simulation; None where a week is missing."""
        same = self._same(season)
        return self._gains(season, same) if len(same) == len(season.sheets) else None

    def follow(self, season: Season) -> Gains:
        """Par's gains over a season; slow for weeks that are new: call it in a worker."""
        weeks = list(self._same(season))
        for sheets, closing in list(zip(season.sheets, season.closing, strict=True))[len(weeks) :]:
            states = {}
            for team in season.scenario.teams:
                before = weeks[-1].states[team] if weeks else new_game(season.scenario)
                states[team] = par_week(
                    season.scenario, before, sheets, season.chance, team, closing
                )
            weeks.append(_Lived(sheets, closing, states))
        self._weeks = tuple(weeks)
        return self._gains(season, self._weeks)

    def _same(self, season: Season) -> tuple[_Lived, ...]:
        """The weeks remembered that the season still has."""
        played = zip(self._weeks, season.sheets, season.closing, strict=False)
        count = 0
        for week, sheets, closing in played:
            if week.sheets != sheets or week.closing != closing:
                break
            count += 1
        return self._weeks[:count]

    @staticmethod
    def _gains(season: Season, weeks: tuple[_Lived, ...]) -> Gains:
        return tuple(
            {
                team: score_of(season.scenario, team, state.teams[team]).gained
                for team, state in week.states.items()
            }
            for week in weeks
        )
