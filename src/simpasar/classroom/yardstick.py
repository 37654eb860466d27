"""`par` in every team's seat, followed from week to week: the yardstick of the class board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

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
    """A week that par has lived through in every seat, under what, and what it had gained then."""

    sheets: Mapping[str, DecisionSheet]
    closing: bool
    gained: Mapping[str, int]


_WEEKS_KEPT = 2
"""The last week, and the one before: where par goes on after a single undo."""


class ParTrack:
    """Remembers how far par has come in every seat, so that a new week costs one simulation a
    team. The states of the last weeks alone are kept, for an old laptop's memory: after more was
    taken back, or played otherwise, par lives through the season anew."""

    def __init__(self) -> None:
        self._weeks: tuple[_Lived, ...] = ()
        self._states: dict[int, dict[str, GameState]] = {}

    def known(self, season: Season) -> Gains | None:
        """What is known already, without any simulation; None where a week is missing."""
        same = self._same(season)
        return _gains(same) if len(same) == len(season.sheets) else None

    def follow(self, season: Season) -> Gains:
        """Par's gains over a season; slow for weeks that are new: call it in a worker."""
        known = self._same(season)
        if len(known) == len(season.sheets):
            return _gains(known)
        states = self._states.get(len(known))
        if states is None:
            known, states = (), dict.fromkeys(season.scenario.teams, new_game(season.scenario))
        kept = {week: state for week, state in self._states.items() if week <= len(known)}
        weeks = list(known)
        for sheets, closing in list(zip(season.sheets, season.closing, strict=True))[len(known) :]:
            states = {
                team: _slim(
                    par_week(season.scenario, before, sheets, season.chance, team, closing), team
                )
                for team, before in states.items()
            }
            gained = {
                team: score_of(season.scenario, team, state.teams[team]).gained
                for team, state in states.items()
            }
            weeks.append(_Lived(sheets, closing, gained))
            kept[len(weeks)] = states
        self._weeks = tuple(weeks)
        self._states = {week: kept[week] for week in sorted(kept)[-_WEEKS_KEPT:]}
        return _gains(self._weeks)

    def _same(self, season: Season) -> tuple[_Lived, ...]:
        """The weeks remembered that the season still has."""
        played = zip(self._weeks, season.sheets, season.closing, strict=False)
        count = 0
        for week, sheets, closing in played:
            if week.sheets != sheets or week.closing != closing:
                break
            count += 1
        return self._weeks[:count]


def _slim(state: GameState, team: str) -> GameState:
    """A state with the whole past of `team` alone: of the others, one sees last week only."""
    teams = {
        name: mine if name == team else replace(mine, history=mine.history[-1:])
        for name, mine in state.teams.items()
    }
    return replace(state, teams=teams)


def _gains(weeks: tuple[_Lived, ...]) -> Gains:
    return tuple(dict(week.gained) for week in weeks)
