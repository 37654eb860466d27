"""The CSV tables: described column by column, and adding up to the game they came from."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from games import SEED, begin, finish, payloads
from simpasar.export import tables
from simpasar.game.play import Game
from simpasar.game.replay import replay
from simpasar.market.result import ProductDay
from simpasar.scenario.library import find
from simpasar.scenario.loader import load

COUNTS = [field.name for field in fields(ProductDay)]
Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def game() -> Game:
    """Three weeks of the morning market, with people at one seat."""
    scenario = load(find("pasar-pagi"))
    bots = {team: seat.bot for team, seat in scenario.teams.items()}
    return finish(begin(scenario, {**bots, "melati": None}, SEED, weeks=3))


@pytest.fixture(scope="module")
def files(game: Game, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    written = tables.write(replay(payloads(game), SEED), folder)
    assert set(written) == set(folder.iterdir())
    return folder


@pytest.fixture(scope="module")
def rows(files: Path) -> Rows:
    return {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        for path in files.iterdir()
    }


def total(rows: list[dict[str, str]], *keys: str, of: str) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        found[tuple(row[key] for key in keys)] += int(row[of])
    return found


def test_every_column_of_every_file_is_described(files: Path, rows: Rows) -> None:
    described: dict[str, list[str]] = {}
    for row in rows["columns"]:
        described.setdefault(row["table"], []).append(row["column"])
        assert row["meaning"]
    for path in files.iterdir():
        if path.stem != "columns":
            with path.open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == described.pop(path.stem)
    assert not described


def test_every_table_of_a_lively_game_has_rows_as_wide_as_its_head(files: Path) -> None:
    for path in files.iterdir():
        head, *body = csv.reader(path.open(encoding="utf-8", newline=""))
        assert body, path.name
        assert {len(row) for row in body} == {len(head)}


def test_weeks_are_the_facts_of_the_game(rows: Rows, game: Game) -> None:
    assert len(rows["weeks"]) == 3 * 6
    for row in rows["weeks"]:
        facts = game.state.teams[row["team"]].history[int(row["week"]) - 1].facts()
        assert {key: int(row[key]) for key in facts} == facts
        assert row["bot"] == (game.setup.bots[row["team"]] or "")


@pytest.mark.parametrize("fact", [name for name in COUNTS if name != "wait_seconds"])
def test_days_add_up_to_weeks(rows: Rows, fact: str) -> None:
    assert total(rows["days"], "week", "team", of=fact) == total(
        rows["weeks"], "week", "team", of=fact
    )


def test_a_days_revenue_is_its_units_at_its_price(rows: Rows) -> None:
    for row in rows["days"]:
        assert int(row["revenue"]) == int(row["sold"]) * int(row["price"])


def test_the_ledger_balances_and_gives_the_figures_of_the_weeks(rows: Rows) -> None:
    ledger = rows["ledger"]
    assert not +total(ledger, "week", "team", "entry", of="amount")
    assert not -total(ledger, "week", "team", "entry", of="amount")
    sales = [row for row in ledger if row["account"] == "sales"]
    taken = total(rows["weeks"], "week", "team", of="revenue")
    assert {key: -amount for key, amount in total(sales, "week", "team", of="amount").items()} == {
        key: amount for key, amount in taken.items() if amount
    }


def test_cash_moves_in_the_ledger_as_in_the_weeks(rows: Rows, game: Game) -> None:
    moved = total(
        [row for row in rows["ledger"] if row["account"] == "cash"], "team", "week", of="amount"
    )
    for team, seat in game.setup.scenario.teams.items():
        cash = seat.cash
        for week in game.state.teams[team].history:
            cash += moved[team, str(week.week)]
            assert cash == week.figures.cash


def test_news_and_prices_are_there_for_every_day(rows: Rows, game: Game) -> None:
    scenario = game.setup.scenario
    days = [(row["week"], row["day"]) for row in rows["news"]]
    assert days == [(str(week), str(day)) for week in (1, 2, 3) for day in range(1, 8)]
    assert rows["news"][0]["date"] == scenario.start.isoformat()
    assert {row["weather"] for row in rows["news"]} <= set(scenario.weather)
    events = {name for row in rows["news"] for name in row["events"].split()}
    assert events <= set(scenario.events)
    assert len(rows["ingredient_prices"]) == 21 * len(scenario.ingredients)


def test_decisions_and_forecasts_are_those_that_were_played(rows: Rows, game: Game) -> None:
    for row in rows["decisions"]:
        decisions = game.state.teams[row["team"]].history[int(row["week"]) - 1].decisions
        part: object = decisions.model_dump(mode="json")
        for step in row["decision"].split("."):
            part = part[step]  # type: ignore[index]
        assert str(part) == row["value"]
    assert "melati" not in {row["team"] for row in rows["forecasts"]}
    sold = total(rows["weeks"], "week", "team", of="sold")
    for row in rows["forecasts"]:
        if row["quantity"] == "units":
            assert int(row["actual"]) == sold[row["week"], row["team"]]
