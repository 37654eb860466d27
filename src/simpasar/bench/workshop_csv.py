"""Many games as tidy CSV: one table, and one that describes its columns."""

from __future__ import annotations

import csv
from pathlib import Path

from simpasar.review.workshop import Workshop
from simpasar.review.workshop_document import COLUMNS, workshop_rows


def write(found: Workshop, folder: Path) -> None:
    """Write the tables into `folder`, which is made where it is not there.

    Raises:
        OSError: the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    described = [("workshop", column, meaning) for column, meaning in COLUMNS.items()]
    tables = {
        "workshop": [tuple(COLUMNS), *workshop_rows(found)],
        "columns": [("table", "column", "meaning"), *described],
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
