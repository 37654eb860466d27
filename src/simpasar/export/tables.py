"""Tidy CSV: one file a table, one row an observation, every column described in columns.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias

from simpasar.game.replay import Step
from simpasar.game.report import TeamWeek
from simpasar.game.state import plain
from simpasar.market.news import day_date
from simpasar.market.result import ProductDay
from simpasar.scenario.parts import DAY

Row: TypeAlias = tuple[Any, ...]

_WHEN = {"week": "week of the game, from 1", "team": "id of the team"}
_DAY = {"day": "market day of the week, 1 is Monday", "date": "ISO date"}
_COUNTS = {
    "made": "units made",
    "sold": "units sold",
    "revenue": "rupiah taken for them",
    "customers": "buyers served",
    "wait_seconds": "seconds waited by all of them together",
    "lost_stockout": "units wanted and not on the shelf",
    "lost_queue": "units wanted by those who would not wait so long",
    "lost_closed": "units wanted while the stall was closed",
    "wasted": "units thrown away",
}
COLUMNS: dict[str, dict[str, str]] = {
    "weeks": {
        **_WHEN,
        "bot": "who plays the seat; empty for people",
        "revenue": "rupiah of sales",
        "profit": "net profit in rupiah (laba bersih)",
        "cash": "rupiah in cash on Sunday night",
        "stock_value": "rupiah of ingredients and goods, at cost",
        "payables": "rupiah owed",
        "drawings": "rupiah the household took (prive)",
        "wealth": "rupiah of assets less debts",
        "made": "units made",
        "sold": "units sold",
        "customers": "buyers served",
        "lost_stockout": _COUNTS["lost_stockout"],
        "lost_queue": _COUNTS["lost_queue"],
        "lost_closed": _COUNTS["lost_closed"],
        "wasted": "units thrown away",
        "mean_wait_seconds": "seconds a buyer waited, rounded down",
        "regulars": "residents with a strong habit of buying here",
        "reputation": "per mille",
        "awareness": "per mille of residents who know the stall",
    },
    "days": {
        **_WHEN,
        **_DAY,
        "product": "id of the product",
        "price": "rupiah a unit",
        **_COUNTS,
    },
    "news": {
        "week": _WHEN["week"],
        **_DAY,
        "weather": "id of the kind of weather",
        "events": "ids of the events, separated by spaces",
    },
    "ingredient_prices": {
        "week": _WHEN["week"],
        **_DAY,
        "ingredient": "id of the ingredient",
        "price": "per mille of the usual price",
    },
    "decisions": {
        **_WHEN,
        "decision": "dotted name of the decision",
        "value": "what was decided: rupiah, units, batches, ids or times of day",
    },
    "forecasts": {
        **_WHEN,
        "quantity": "units or cash",
        "forecast": "units, or rupiah, that the team expected",
        "actual": "what came",
    },
    "shortfalls": {
        **_WHEN,
        "kind": "batches not made, or packs not delivered",
        "item": "id of the product or ingredient",
        "reason": "why",
        "count": "batches or packs",
    },
    "ledger": {
        **_WHEN,
        "entry": "number of the entry in the week, from 1",
        "date": _DAY["date"],
        "kind": "what happened",
        "detail": "id of the supplier, product, ingredient or equipment",
        "account": "account of the ledger",
        "amount": "rupiah, debit above 0, credit below",
    },
}
"""Every table and column, with its unit and meaning."""


def write(steps: Iterable[Step], folder: Path) -> list[Path]:
    """Replay a record and write its tables into `folder`; the files written."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for step in steps:
        if step.outcome:
            for table, found in _week(step).items():
                rows[table].extend(found)
    described = [
        (table, column, meaning)
        for table, columns in COLUMNS.items()
        for column, meaning in columns.items()
    ]
    files = [_file(folder, table, tuple(COLUMNS[table]), rows[table]) for table in COLUMNS]
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
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, f"{path}.{key}" if path else key)
    else:
        yield path, tree


def _forecasts(week: int, reports: dict[str, TeamWeek]) -> Iterator[Row]:
    for team, report in reports.items():
        if report.forecast:
            yield week, team, "units", report.forecast.units, report.whole.sold
            yield week, team, "cash", report.forecast.cash, report.figures.cash


def _ledger(step: Step, week: int) -> Iterator[Row]:
    assert step.outcome is not None
    for team, entries in step.outcome.journal.items():
        for number, entry in enumerate(entries, start=1):
            date = day_date(step.game.setup.scenario, week, entry.at // DAY).isoformat()
            for account, amount in entry.lines:
                yield week, team, number, date, entry.kind, entry.detail, account.value, amount
