"""Forecasts beside what came, for the pages of a review: a chart and a table of each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simpasar.bench import charts
from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid
from simpasar.game.play import Game
from simpasar.i18n import _
from simpasar.money import grouped, signed


@dataclass(frozen=True, slots=True)
class Forecasts:
    """What a team forecast of one kind, week by week, beside what came."""

    chart: charts.Chart
    grid: Grid


@dataclass(frozen=True, slots=True)
class Guess:
    """A forecast of a week, and what came: units, or rupiah."""

    week: int
    forecast: int
    came: int


def forecasts(game: Game, team: str) -> tuple[Forecasts, ...]:
    """Units, then cash; nothing where the team never forecast."""
    units, cash = [], []
    for week in game.state.teams[team].history:
        if week.forecast is not None:
            units.append(Guess(week.week, week.forecast.units, week.whole.sold))
            cash.append(Guess(week.week, week.forecast.cash, week.figures.cash))
    if not units:
        return ()
    return (
        Forecasts(
            _chart(_("Units sold. Dot: forecast. Square: what came."), units, grouped),
            _grid((_("Units forecast"), _("Sold")), units),
        ),
        Forecasts(
            _chart(
                _("Cash on Sunday, rupiah. Dot: forecast. Square: what came."),
                cash,
                charts.short_rupiah,
            ),
            _grid((_("Cash forecast"), _("Cash on Sunday")), cash),
        ),
    )


def _chart(title: str, guesses: Sequence[Guess], short: Callable[[int], str]) -> charts.Chart:
    spans = []
    for guess in guesses:
        label = _("Week {week}").format(week=guess.week)
        said = _("{label}: {forecast} forecast, {came} came").format(
            label=label, forecast=grouped(guess.forecast), came=grouped(guess.came)
        )
        low, high = sorted((guess.forecast, guess.came))
        spans.append(charts.Span(label, low, guess.forecast, high, said, other=guess.came))
    return charts.intervals(title, spans, short, charts.NARROW)


def _grid(headings: tuple[str, str], guesses: Sequence[Guess]) -> Grid:
    rows = [
        (
            str(guess.week),
            grouped(guess.forecast),
            grouped(guess.came),
            signed(guess.came - guess.forecast),
        )
        for guess in guesses
    ]
    return Grid(tuple(map(Column, (_("Week"), *headings, _("Difference")))), rows)
