"""Append entries to a record for ever, and print each head once it is acknowledged.

Run: python tests/crash/appender.py RECORD. It goes on with the record where there is one already;
whoever starts it ends it.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from simpasar.game.entries import FORMAT
from simpasar.game.record import FileWriter


def main(path: Path) -> None:
    if path.exists():
        _, writer = FileWriter.reopen(path)
    else:
        writer = FileWriter.create(path, seed=7)
        print(writer.append({"kind": "open", "format": FORMAT}), flush=True)
    for turn in count():
        entries = [{"kind": "decide", "reason": "x" * 5_000, "turn": turn}] * (1 + turn % 3)
        print(writer.append(*entries), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
