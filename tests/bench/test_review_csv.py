"""A review as CSV: tidy, every column described, and saying the same as the review."""

from __future__ import annotations

import csv
from pathlib import Path

from reviewed import HEAD, reviewed
from simpasar.bench.review_csv import COLUMNS, write


def written(folder: Path) -> dict[str, list[dict[str, str]]]:
    game, review = reviewed()
    tables = {}
    for file in write(game, review, HEAD, folder / "new" / "folder"):
        with file.open(encoding="utf-8", newline="") as lines:
            tables[file.stem] = list(csv.DictReader(lines))
    return tables


def test_every_column_of_every_table_is_described(tmp_path: Path) -> None:
    tables = written(tmp_path)
    described = {(row["table"], row["column"]) for row in tables["columns"]}
    there = {
        (name, column) for name, rows in tables.items() if name != "columns" for column in rows[0]
    }
    assert described == there
    assert all(row["meaning"] for row in tables["columns"])
    assert set(tables) == {*COLUMNS, "columns"}


def test_the_parts_of_a_teams_week_add_up_to_its_final(tmp_path: Path) -> None:
    weeks: dict[tuple[str, str], dict[str, int]] = {}
    for row in written(tmp_path)["books"]:
        parts = weeks.setdefault((row["week"], row["team"]), {})
        parts[row["part"]] = int(row["rupiah"])
    assert len(weeks) == 8
    for parts in weeks.values():
        final = parts.pop("final")
        assert sum(parts.values()) == final


def test_the_parts_of_a_marked_loss_add_up_to_it(tmp_path: Path) -> None:
    tables = written(tmp_path)
    parts: dict[tuple[str, str], int] = {}
    for row in tables["objectives"]:
        at = row["week"], row["team"]
        parts[at] = parts.get(at, 0) + int(row["loss"])
    marked = {
        (row["week"], row["team"]): int(row["loss"])
        for row in tables["decisions"]
        if row["mark"] not in ("none", "unclear")
    }
    assert parts == marked
    assert parts


def test_places_are_those_of_the_figures_beside_them(tmp_path: Path) -> None:
    rows = written(tmp_path)["ranking"]
    for place, figure in (("raw_place", "raw"), ("adjusted_place", "adjusted")):
        ranked = sorted(rows, key=lambda row, figure=figure: -int(row[figure]))
        assert [row[place] for row in ranked] == ["1", "2", "3", "4"]
    for row in rows:
        assert int(row["low"]) <= int(row["adjusted"]) <= int(row["high"])


def test_the_tables_say_which_record_they_are_of(tmp_path: Path) -> None:
    about = {row["fact"]: row["value"] for row in written(tmp_path)["about"]}
    assert about["record"] == HEAD
    assert about["complete"] == "1"


def test_the_tables_say_what_is_odd_about_their_record(tmp_path: Path) -> None:
    game, review = reviewed()
    odd = ("An older simpasar made it.", "Its scenario does not ship.")
    write(game, review, HEAD, tmp_path, odd)
    with (tmp_path / "about.csv").open(encoding="utf-8", newline="") as lines:
        told = [row["value"] for row in csv.DictReader(lines) if row["fact"] == "warning"]
    assert tuple(told) == odd
