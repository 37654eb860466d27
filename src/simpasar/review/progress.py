"""Evidence of learning in the game itself: from week to week, forecasts err less and losses fall.

Weeks are no equal tests: some are rainy, and new decisions open. A slope says that something fell,
not why; two classes of one scenario can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Any, TypeAlias

from simpasar.game.play import Game
from simpasar.game.report import TeamWeek
from simpasar.review.student import quantile

Weekly: TypeAlias = Mapping[str, Mapping[int, float]]
"""Team -> week -> value."""


class ReviewRefused(Exception):
    """A document that is no review."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How a value moved. `weeks`: the mean over the teams in each week. `slope`: change in a week,
    with its 95 % interval; None where too little is known."""

    weeks: Mapping[int, float]
    teams: int
    slope: float | None
    low: float | None
    high: float | None


def trend(values: Weekly) -> Trend:
    """The mean slope of the teams. Its interval is Student's over the teams, whose weeks hang
    together while the teams hardly do; with one team, that of its own line."""
    weeks = sorted({week for mine in values.values() for week in mine})
    means = {
        week: _mean([mine[week] for mine in values.values() if week in mine]) for week in weeks
    }
    slopes = [found for mine in values.values() if (found := _slope(mine)) is not None]
    if not slopes:
        return Trend(means, 0, None, None, None)
    slope = _mean(slopes)
    if len(slopes) > 1:
        spread = fsum((each - slope) ** 2 for each in slopes)
        half = quantile(0.975, len(slopes) - 1) * sqrt(spread / (len(slopes) * (len(slopes) - 1)))
    else:
        own = next(mine for mine in values.values() if len(mine) > 1)
        if len(own) < 3:
            return Trend(means, 1, slope, None, None)
        half = _half_of_line(own, slope)
    return Trend(means, len(slopes), slope, slope - half, slope + half)


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _slope(points: Mapping[int, float]) -> float | None:
    """The slope of the line of least squares; None of fewer than two weeks."""
    if len(points) < 2:
        return None
    middle, level = _mean(list(points)), _mean(list(points.values()))
    across = fsum((week - middle) ** 2 for week in points)
    return fsum((week - middle) * (value - level) for week, value in points.items()) / across


def _half_of_line(points: Mapping[int, float], slope: float) -> float:
    middle, level = _mean(list(points)), _mean(list(points.values()))
    left = fsum((value - level - slope * (week - middle)) ** 2 for week, value in points.items())
    freedom = len(points) - 2
    across = fsum((week - middle) ** 2 for week in points)
    return quantile(0.975, freedom) * sqrt(left / freedom / across)


# -- from a record ------------------------------------------------------------------------


def people_of(bots: Mapping[str, str | None]) -> list[str]:
    """The teams that no bot played."""
    return [team for team, bot in bots.items() if not bot]


def forecast_errors(game: Game) -> dict[str, dict[str, dict[int, float]]]:
    """How far off each team's forecasts were: units as a share of the forecast, as the class sees
    it; cash as a share of the week's sales, for cash itself may be near 0.

    Of teams that people played; of all, where none was.
    """
    found: dict[str, dict[str, dict[int, float]]] = {"units": {}, "cash": {}}
    for team in people_of(game.setup.bots) or list(game.state.teams):
        for report in game.state.teams[team].history:
            for kind, error in _errors(report).items():
                found[kind].setdefault(team, {})[report.week] = error
    return found


def _errors(report: TeamWeek) -> dict[str, float]:
    forecast, errors = report.forecast, dict[str, float]()
    if forecast is None:
        return errors
    if forecast.units:
        errors["units"] = abs(report.whole.sold - forecast.units) / forecast.units
    if forecast.cash is not None and report.figures.revenue:
        errors["cash"] = abs(report.figures.cash - forecast.cash) / report.figures.revenue
    return errors


# -- from a review ------------------------------------------------------------------------


def weekly_losses(document: Any) -> dict[str, dict[int, float]]:
    """Rupiah lost by each team's decisions in each week, from a review's document.

    Of teams that people played; of all, where none was. How uncertain a single loss is (`low`,
    `high`) shows in how the teams' slopes differ, and needs no second account.

    Raises:
        ReviewRefused: it is no such document.
    """
    try:
        teams = document["teams"]
        people = people_of({team: mine.get("bot") for team, mine in teams.items()}) or list(teams)
        return {
            team: {int(week["week"]): float(week["loss"]) for week in teams[team]["weeks"]}
            for team in people
        }
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ReviewRefused("no teams with weeks and losses") from None
