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
from simpasar.game.play import Game  # noqa: E402
from simpasar.game.seats import play_bots  # noqa: E402
from simpasar.scenario.model import Scenario  # noqa: E402
from towns import town  # noqa: E402

GAMES: dict[str, tuple[Scenario, dict[str, str | None]]] = {
    "small-town": (town(), {"melati": "par", "kenanga": "acak"}),
    "neighbourhood": (
        neighbourhood(weeks=5),
        {"anggrek": "koperasi", "kenanga": "acak", "mawar": "utang", "melati": "par"},
    ),
    "busy-town": (busy_town(days=6), {"melati": "mutu", "kenanga": "stok-penuh"}),
    "trainer": (town(), {"melati": "par", "kenanga": "diam"}),
}


def intervened(game: Game) -> None:
    """Two weeks in which the trainer does all there is to do; the second is taken back."""
    play_bots(game)
    game.live_week()
    game.say("Besok listrik padam.")
    game.extra_time(300, "Listrik padam.")
    game.rescue("melati", 50_000, "Uangnya jatuh di jalan.")
    game.seat("kenanga", "ikut-pasar", "Timnya pulang.", "Tim Cempaka")
    play_bots(game)
    game.live_week()
    game.undo("Harga salah ketik.")
    game.set_weeks(2, "Waktu habis.")


def main() -> None:
    for name, (scenario, bots) in GAMES.items():
        path = HERE / f"{name}.jsonl"
        if not path.exists():
            game = begin(scenario, bots, seed=20_270_104)
            if name == "trainer":
                intervened(game)
            finish(game)
            path.write_bytes(b"".join(line + b"\n" for line in lines(game)))
            print(path.name)


if __name__ == "__main__":
    main()
