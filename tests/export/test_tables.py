"""The CSV tables: described column by column, and adding up to the game they came from."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from games import SEED, begin, finish, payloads, without_neighbours
from neighbourhood import TEAMS, neighbourhood
from simpasar.export import tables
from simpasar.game.play import Game
from simpasar.game.replay import replay
from simpasar.game.seats import play_bots
from simpasar.game.state import plain
from simpasar.market.result import ProductDay
from simpasar.scenario.library import find
from simpasar.scenario.loader import load

PARTS = {"households", "loans", "cooperative", "community"}
COUNTS = [field.name for field in fields(ProductDay)]
Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def game() -> Game:
    """Three weeks of the morning market, with people at one seat."""
    scenario = without_neighbours(load(find("pasar-pagi")))
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


@pytest.fixture(scope="module")
def town() -> Game:
    """A game with everything on, in which a trainer helps somebody."""
    bots = ("koperasi", "penumpang", "utang", "par")
    game = begin(neighbourhood(), dict(zip(TEAMS, bots, strict=True)))
    play_bots(game)
    game.live_week()
    game.rescue("melati", 100_000, "The flood took the stove.")
    return finish(game)


@pytest.fixture(scope="module")
def town_rows(town: Game, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    folder = tmp_path_factory.mktemp("town")
    written = tables.write(replay(payloads(town), SEED), folder)
    return {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline=""))) for path in written
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


# -- the neighbourhood --------------------------------------------------------------------


def test_a_market_without_neighbours_has_none_of_their_tables(rows: Rows, town_rows: Rows) -> None:
    assert not PARTS & set(rows)
    assert set(town_rows) - set(rows) == PARTS
    assert {row["table"] for row in town_rows["columns"]} == set(town_rows) - {"columns"}
    assert {row["books"] for row in rows["ledger"]} == {"business"}


def test_households_are_those_of_the_game(town_rows: Rows, town: Game) -> None:
    assert len(town_rows["households"]) == 3 * len(TEAMS)
    for row in town_rows["households"]:
        home = town.state.teams[row["team"]].history[int(row["week"]) - 1].home
        assert {key: int(row[key]) for key in row if key not in ("week", "team")} == plain(home)


def test_loans_are_those_still_owed_on_sunday(town_rows: Rows, town: Game) -> None:
    owed = total(town_rows["loans"], "week", "team", of="owed")
    for state in town.past:
        for team, mine in state.teams.items():
            assert owed[str(state.week - 1), team] == sum(debt.owed for debt in mine.debts)
    assert +owed


def test_members_savings_are_those_of_the_cooperatives_books(town_rows: Rows, town: Game) -> None:
    books = [row for row in town_rows["ledger"] if row["books"] == "cooperative"]
    assert {row["team"] for row in books} == {""}
    moved = total(books, "account", of="amount")
    last = [row for row in town_rows["cooperative"] if row["week"] == "3"]
    savings = sum(int(row["savings"]) for row in last)
    assert savings == -moved[("principal_savings",)] - moved[("compulsory_savings",)]
    assert sum(int(row["voluntary"]) for row in last) == -moved[("voluntary_savings",)]
    assert sum(int(row["share"]) for row in last) == sum(town_shares(town).values()) > 0


def town_shares(town: Game) -> dict[str, int]:
    assert town.state.cooperative is not None
    assert town.state.cooperative.last is not None
    return town.state.cooperative.last.shares


def test_every_set_of_books_balances_and_business_pays_what_the_household_gets(
    town_rows: Rows,
) -> None:
    ledger = town_rows["ledger"]
    sums = total(ledger, "week", "books", "team", "entry", of="amount")
    assert not +sums
    assert not -sums
    assert {row["books"] for row in ledger} == {"business", "household", "cooperative"}
    drawn = [row for row in ledger if (row["books"], row["account"]) == ("business", "drawings")]
    got = [row for row in ledger if row["account"] == "household_income"]
    paid = total(drawn, "week", "team", of="amount")
    assert paid == {key: -amount for key, amount in total(got, "week", "team", of="amount").items()}
    assert paid == total(town_rows["households"], "week", "team", of="received")


def test_a_rescue_is_in_the_ledger_of_its_week(town_rows: Rows) -> None:
    [row] = [row for row in town_rows["ledger"] if row["account"] == "rescue"]
    assert (row["week"], row["team"], row["kind"], row["amount"]) == (
        "2", "melati", "rescue", "-100000",
    )  # fmt: skip


def test_community_has_the_indicators_of_each_week(town_rows: Rows, town: Game) -> None:
    for row, indicators in zip(town_rows["community"], town.community, strict=True):
        assert {k: int(v) for k, v in row.items() if k != "week"} == plain(indicators)


def test_lists_and_choices_are_written_as_ids_and_ones(town_rows: Rows) -> None:
    said = {row["decision"]: row["value"] for row in town_rows["decisions"]}
    assert not [value for value in said.values() if set(value) & set("[]{}'")]
    members = {row["value"] for row in town_rows["decisions"] if row["decision"].endswith("member")}
    assert members <= {"0", "1"}
    assert "1" in members
    entered = [row["value"] for row in town_rows["decisions"] if row["decision"] == "programmes"]
    assert any(" " in value for value in entered)
