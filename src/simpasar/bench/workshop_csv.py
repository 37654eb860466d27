"""Many games as tidy CSV: one table, and one that describes its columns."""

from __future__ import annotations

from pathlib import Path

from simpasar.bench.csv_folder import described, write_tables
from simpasar.review.workshop import Workshop
from simpasar.review.workshop_document import COLUMNS, workshop_rows


def write(found: Workshop, folder: Path) -> list[Path]:
    """Write the tables into `folder`, which is made where it is not there; the files written.

    Raises:
        OSError: the disk refuses.
    """
    tables = described({"workshop": COLUMNS}, {"workshop": workshop_rows(found)})
    return write_tables(tables, folder)
