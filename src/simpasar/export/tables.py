"""Tidy CSV: one file a table, one row an observation, every column described in columns.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias

from simpasar.cooperative.state import CooperativeState
from simpasar.export.columns import columns_of
from simpasar.game.play import Game
from simpasar.game.replay import Step
from simpasar.game.report import TeamWeek
from simpasar.game.state import plain
from simpasar.market.news import day_date
from simpasar.market.result import ProductDay
from simpasar.scenario.parts import DAY

Row: TypeAlias = tuple[Any, ...]


def write(steps: Iterable[Step], folder: Path) -> list[Path]:
    """Replay a record and write its tables into `folder`; the files written.

    Weeks that were taken back are left out.
    Tables of households, loans and the cooperative are there where the scenario has these.
    """
    weeks: list[dict[str, list[Row]]] = []
    game: Game | None = None
    for step in steps:
        game = step.game
        if step.outcome:
            weeks.append(_week(step) | _neighbourhood(step))
        elif step.withdrawn:
            weeks.pop()
    assert game is not None
    columns = columns_of(game.setup.scenario)
    described = [
        (table, column, meaning)
        for table, meanings in columns.items()
        for column, meaning in meanings.items()
    ]
    files = [
        _file(folder, table, tuple(columns[table]), (row for week in weeks for row in week[table]))
        for table in columns
    ]
    return [*files, _file(folder, "columns", ("table", "column", "meaning"), described)]


def _file(folder: Path, table: str, header: Row, rows: Iterable[Row]) -> Path:
    path = folder / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def _week(step: Step) -> dict[str, list[Row]]:
    reports = {name: team.history[-1] for name, team in step.game.state.teams.items()}
    week = step.game.state.week - 1
    return {
        "weeks": [
            (week, team, step.game.setup.bots[team] or "", *report.facts().values())
            for team, report in reports.items()
        ],
        "days": list(_days(step, week, reports)),
        "news": [
            (*_day(step, week, day), news.weather, " ".join(news.events))
            for day, news in enumerate(next(iter(reports.values())).news)
        ],
        "ingredient_prices": [
            (*_day(step, week, day), ingredient, price)
            for day, news in enumerate(next(iter(reports.values())).news)
            for ingredient, price in news.prices.items()
        ],
        "decisions": [
            (week, team, name, value)
            for team, report in reports.items()
            for name, value in _leaves(plain(report.decisions), "")
        ],
        "forecasts": list(_forecasts(week, reports)),
        "shortfalls": [
            (week, team, kind, *row)
            for team, report in reports.items()
            for kind, found in (("batches", report.unmade), ("packs", report.undelivered))
            for row in found
        ],
        "ledger": list(_ledger(step, week)),
    }


def _day(step: Step, week: int, day: int) -> Row:
    return week, day + 1, day_date(step.game.setup.scenario, week, day).isoformat()


def _days(step: Step, week: int, reports: dict[str, TeamWeek]) -> Iterator[Row]:
    for team, report in reports.items():
        for day, products in enumerate(report.days):
            for product, counts in products.items():
                when = _day(step, week, day)
                price = report.decisions.prices[product]
                values = (getattr(counts, field.name) for field in fields(ProductDay))
                yield (when[0], team, *when[1:], product, price, *values)


def _leaves(tree: Any, path: str) -> Iterator[tuple[str, Any]]:
    match tree:
        case dict():
            for key, value in tree.items():
                yield from _leaves(value, f"{path}.{key}" if path else key)
        case list():
            yield path, " ".join(tree)
        case bool():
            yield path, int(tree)
        case _:
            yield path, tree


def _forecasts(week: int, reports: dict[str, TeamWeek]) -> Iterator[Row]:
    for team, report in reports.items():
        if report.forecast:
            yield week, team, "units", report.forecast.units, report.whole.sold
            yield week, team, "cash", report.forecast.cash, report.figures.cash


def _ledger(step: Step, week: int) -> Iterator[Row]:
    outcome = step.outcome
    assert outcome is not None
    books = [("business", team, entries) for team, entries in outcome.journal.items()]
    books += [("household", team, entries) for team, entries in outcome.homes.items()]
    books.append(("cooperative", "", outcome.cooperative))
    for kind, team, entries in books:
        for number, entry in enumerate(entries, start=1):
            date = day_date(step.game.setup.scenario, week, entry.at // DAY).isoformat()
            told = (date, entry.kind, entry.detail)
            for account, amount in entry.lines:
                yield week, kind, team, number, *told, account.value, amount


# -- the neighbourhood --------------------------------------------------------------------


def _neighbourhood(step: Step) -> dict[str, list[Row]]:
    state, indicators = step.game.state, step.game.community[-1]
    week = state.week - 1
    homes = ((name, team.history[-1].home) for name, team in state.teams.items())
    return {
        "households": [(week, name, *plain(home).values()) for name, home in homes if home],
        "loans": [
            (week, name, debt.loan, debt.principal, debt.owed, debt.overdue, int(debt.defaulted))
            for name, team in state.teams.items()
            for debt in team.debts
        ],
        "cooperative": list(_members(week, state.cooperative)) if state.cooperative else [],
        "community": [(week, *plain(indicators).values())],
    }


def _members(week: int, cooperative: CooperativeState) -> Iterator[Row]:
    told = cooperative.last
    assert told is not None
    for team, member in cooperative.members.items():
        yield (
            week,
            team,
            member.savings,
            member.voluntary,
            member.trade,
            sum(told.pledged.get(team, {}).values()),
            sum(told.unpaid.get(team, {}).values()),
            told.advanced.get(team, 0),
            told.contributed.get(team, 0),
            told.hired.get(team, 0),
            int(team in told.missed),
            told.shares.get(team, 0),
        )
