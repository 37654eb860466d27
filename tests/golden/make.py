"""Make the golden records: games that must replay for ever, on any later simpasar.

Run: python tests/golden/make.py. A record that is there already is never made anew: if it does not
replay any more, the engine is wrong, not the record.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from games import begin, busy_town, finish, lines  # noqa: E402
from neighbourhood import neighbourhood  # noqa: E402
from simpasar.scenario.model import Scenario  # noqa: E402
from towns import town  # noqa: E402

GAMES: dict[str, tuple[Scenario, dict[str, str | None]]] = {
    "small-town": (town(), {"melati": "par", "kenanga": "acak"}),
    "neighbourhood": (
        neighbourhood(weeks=5),
        {"anggrek": "koperasi", "kenanga": "acak", "mawar": "utang", "melati": "par"},
    ),
    "busy-town": (busy_town(days=6), {"melati": "mutu", "kenanga": "stok-penuh"}),
}


def main() -> None:
    for name, (scenario, bots) in GAMES.items():
        path = HERE / f"{name}.jsonl"
        if not path.exists():
            game = finish(begin(scenario, bots, seed=20_270_104))
            path.write_bytes(b"".join(line + b"\n" for line in lines(game)))
            print(path.name)


if __name__ == "__main__":
    main()
