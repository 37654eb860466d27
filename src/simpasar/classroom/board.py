"""The class board for the projector: the class together, each team beside its yardstick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simpasar.classroom.news import news_told
from simpasar.classroom.yardstick import Gains
from simpasar.cooperative.state import CooperativeState
from simpasar.game.indicators import Community, indicators_told
from simpasar.game.play import Game
from simpasar.game.score import Score, ranking
from simpasar.i18n import N_, _, language, ngettext
from simpasar.money import rupiah
from simpasar.scenario.model import Scenario

Verdict: TypeAlias = Literal["above", "near", "below"]

NEAR = 10
"""A tenth of what par gained is still near it."""

VERDICTS: dict[Verdict, str] = {
    "above": N_("above the yardstick"),
    "near": N_("near the yardstick"),
    "below": N_("not yet at the yardstick"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """A team's rupiah gained so far, and what par gained in its seat; `par` is None while that is
    being reckoned. `bot`: who plays the seat, None for people. `needs_met`: per cent of what the
    family needed, None where there is no family."""

    team: str
    name: str
    business: str
    bot: str | None
    gained: int
    par: int | None
    verdict: Verdict | None
    needs_met: int | None

    @property
    def difference(self) -> int | None:
        """Rupiah above par, below 0 for less; None while par is not known."""
        return None if self.par is None else self.gained - self.par


@dataclass(frozen=True, slots=True)
class Indicator:
    """What the class brought the neighbourhood: in the last week and in all weeks."""

    label: str
    week: str
    whole: str


@dataclass(frozen=True, slots=True)
class Board:
    """The board after `week` of `weeks`; texts are in the language spoken when it was made.

    `teams` stand in the order of the seats, or by their difference to par where `league` is on.
    `scale`: the rupiah from the middle of a team's track to its end. `par`: the yardstick of the
    whole class.
    """

    week: int
    weeks: int
    league: bool
    teams: tuple[Progress, ...]
    scale: int
    gained: int
    par: int | None
    together: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    cooperative: tuple[str, ...]
    news: tuple[str, ...]


def class_board(game: Game, gains: Gains | None, league: bool = False) -> Board:
    """The board of a game with at least one week behind it.

    `gains`: par's of every week, None while they are being reckoned.
    """
    scenario, state = game.setup.scenario, game.state
    pars = gains[-1] if gains else None
    scores = {score.team: score for score in ranking(scenario, state)}
    teams = [_progress(game, scores[team], pars) for team in scenario.teams]
    if league and pars:
        teams.sort(key=lambda team: -(team.difference or 0))
    gained = sum(team.gained for team in teams)
    par = sum(pars.values()) if pars else None
    return Board(
        week=state.week - 1,
        weeks=game.setup.weeks,
        league=league,
        teams=tuple(teams),
        scale=_scale(scenario, teams),
        gained=gained,
        par=par,
        together=tuple(_together(teams, gained, par)),
        indicators=_indicators(game),
        cooperative=tuple(_cooperative(scenario, state.cooperative)),
        news=tuple(news_told(scenario, state, kindly=True)),
    )


def verdict(gained: int, par: int, capital: int) -> Verdict:
    """A gain beside par's, in words that hold for gains below 0 too.

    Near is within a tenth of what par gained or lost, but at least a hundredth of the `capital` in
    cash that the seat began with: where par gained next to nothing, Rp 1 more is not above it.
    """
    near = max(abs(par), capital // NEAR) // NEAR
    if abs(gained - par) <= near:
        return "near"
    return "above" if gained > par else "below"


def _progress(game: Game, score: Score, pars: Mapping[str, int] | None) -> Progress:
    seat, team = game.setup.scenario.teams[score.team], score.team
    par = pars[team] if pars else None
    homes = [week.home for week in game.state.teams[team].history if week.home]
    needed = sum(home.needed for home in homes)
    return Progress(
        team=team,
        name=seat.name.of(language()),
        business=seat.business.of(language()),
        bot=game.setup.bots[team],
        gained=score.gained,
        par=par,
        verdict=None if par is None else verdict(score.gained, par, seat.cash),
        needs_met=100 * (needed - score.need_short) // needed if needed else None,
    )


def _scale(scenario: Scenario, teams: list[Progress]) -> int:
    """So that the furthest team is at an end of its track, and near ones stay near the middle."""
    furthest = max(abs(team.difference or 0) for team in teams)
    least = max(max(abs(team.par or 0), scenario.teams[team.team].cash // NEAR) for team in teams)
    return max(furthest, 2 * least // NEAR, 1)


def _together(teams: list[Progress], gained: int, par: int | None) -> Iterator[str]:
    """The class as a whole, in sentences."""
    if gained >= 0:
        yield _("All teams together have gained {amount} so far.").format(amount=rupiah(gained))
    else:
        message = _("All teams together have lost {amount} so far.")
        yield message.format(amount=rupiah(-gained))
    if par is None:
        return
    yield _("Yardstick (a steady player in the same seats): {amount}.").format(amount=rupiah(par))
    counts = {kind: sum(team.verdict == kind for team in teams) for kind in VERDICTS}
    parts = (
        ngettext("{count} team {where}", "{count} teams {where}", count).format(
            count=count, where=_(VERDICTS[kind])
        )
        for kind, count in counts.items()
        if count
    )
    yield f"{', '.join(parts)}."


def _indicators(game: Game) -> tuple[Indicator, ...]:
    scenario = game.setup.scenario
    week = dict(indicators_told(scenario, game.community[-1]))
    whole = indicators_told(scenario, sum(game.community, start=Community()))
    return tuple(Indicator(label, week.get(label, "0"), value) for label, value in whole)


def _cooperative(scenario: Scenario, state: CooperativeState | None) -> Iterator[str]:
    """Who is in it, and what it has."""
    if state is None or scenario.cooperative is None:
        return
    name = scenario.cooperative.name.of(language())
    if not state.members:
        yield _("{name} has no members yet.").format(name=name)
        return
    names = ", ".join(scenario.teams[team].name.of(language()) for team in state.members)
    yield _("{name}: {members}.").format(name=name, members=names)
    saved = sum(member.savings + member.voluntary for member in state.members.values())
    yield _("In its cash box: {cash}. Members' savings: {saved}.").format(
        cash=rupiah(state.cash), saved=rupiah(saved)
    )
