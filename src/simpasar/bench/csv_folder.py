"""Tables as CSV files in a folder, one of them describing the columns of all others."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

from simpasar.scenario.saving import save

Row: TypeAlias = tuple[Any, ...]
Columns: TypeAlias = Mapping[str, Mapping[str, str]]
"""Table -> column -> its unit and meaning."""


def described(columns: Columns, tables: Mapping[str, Iterable[Row]]) -> dict[str, list[Row]]:
    """The tables, each with its header first, and the one that describes their columns."""
    found: dict[str, list[Row]] = {
        name: [tuple(columns[name]), *rows] for name, rows in tables.items()
    }
    meanings = [
        (table, column, meaning)
        for table, each in columns.items()
        for column, meaning in each.items()
    ]
    return found | {"columns": [("table", "column", "meaning"), *meanings]}


def write_tables(tables: Mapping[str, Sequence[Row]], folder: Path) -> list[Path]:
    """Write each table into `folder`, which is made where it is not there; the files written, each
    of them whole or not there.

    Raises:
        OSError: the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, rows in tables.items():
        files.append(folder / f"{name}.csv")
        text = StringIO(newline="")
        csv.writer(text).writerows(rows)
        save(files[-1], text.getvalue())
    return files
