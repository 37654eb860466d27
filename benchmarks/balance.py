"""Is the game fair? Every simple bot in every seat, beside `par` in the same seat and chance.

Run: python benchmarks/balance.py [--seeds N] [--jobs N] [SCENARIO ...]

For each seed the simple bots are rotated over the seats; then `par` takes each seat in turn, all
else the same. Money is mean rupiah gained in a season, in thousands.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import mean

from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import BOT_NAMES, bot
from simpasar.game.rounds import play_round
from simpasar.game.score import Score, ranking
from simpasar.game.state import new_game
from simpasar.game.view import team_view
from simpasar.market.chance import Chance
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario

SIMPLE = tuple(name for name in BOT_NAMES if name != "par")
SHIPPED = ("warung-pertama", "pasar-pagi", "malam-bkt", "dapur-bersama-lebaran")
MOST_AHEAD = 50
"""Per mille of what `par` gains: no bot may be further ahead of it, over all seats."""


@dataclass(frozen=True)
class Sitting:
    """A bot in a seat in one game, and what `par` did there instead."""

    seed: int
    seat: str
    bot: str
    first: bool
    score: Score
    par: Score


def play(scenario: Scenario, seed: int, seats: dict[str, str]) -> dict[str, Score]:
    """A whole game, without a record."""
    chance, state = Chance(seed), new_game(scenario)
    players = {team: bot(name, chance) for team, name in seats.items()}
    for week in range(1, scenario.weeks + 1):
        sheets: dict[str, DecisionSheet] = {
            team: player(team_view(scenario, state, team)) for team, player in players.items()
        }
        state = play_round(scenario, state, sheets, chance, last=week == scenario.weeks).state
    return {score.team: score for score in ranking(scenario, state)}


def seating(scenario: Scenario, seed: int) -> dict[str, str]:
    """The simple bots in a drawn order, turned by one seat from seed to seed."""
    order = random.Random(seed // len(SIMPLE)).sample(SIMPLE, len(SIMPLE))
    return {team: order[(place + seed) % len(order)] for place, team in enumerate(scenario.teams)}


def sittings(task: tuple[str, int]) -> list[Sitting]:
    """One seed: the simple bots, and `par` in each of their seats."""
    name, seed = task
    scenario = load(find(name))
    seats = seating(scenario, seed)
    scores = play(scenario, seed, seats)
    first = max(scores, key=lambda team: scores[team].gained)
    return [
        Sitting(
            seed, team, simple, team == first, scores[team],
            play(scenario, seed, {**seats, team: "par"})[team],
        )
        for team, simple in seats.items()
    ]  # fmt: skip


def report(name: str, found: list[Sitting]) -> bool:
    """The table of one scenario, and whether it keeps what is asked of it."""
    games = len({sitting.seed for sitting in found})
    by_bot: dict[str, list[Sitting]] = defaultdict(list)
    by_seat: dict[tuple[str, str], list[Sitting]] = defaultdict(list)
    for sitting in found:
        by_bot[sitting.bot].append(sitting)
        by_seat[sitting.seat, sitting.bot].append(sitting)
    print(f"\n{name}: {games} seeds, {len(found)} sittings")
    heading = f"{'bot':15}{'games':>6}{'first':>7}{'gained':>9}{'par there':>10}"
    print(heading + f"{'par - bot':>10}{'least, by seat':>24}{'bankrupt':>9}")
    for simple in sorted(by_bot, key=lambda b: -mean(s.score.gained for s in by_bot[b])):
        rows = by_bot[simple]
        seat, least = min(
            ((seat, _margin(rows_here)) for (seat, b), rows_here in by_seat.items() if b == simple),
            key=lambda pair: pair[1],
        )
        print(
            f"{simple:15}{len(rows):6}{100 * sum(s.first for s in rows) / games:6.1f}%"
            f"{mean(s.score.gained for s in rows) / 1e3:9.0f}"
            f"{mean(s.par.gained for s in rows) / 1e3:10.0f}{_margin(rows) / 1e3:10.0f}"
            f"{f'{least / 1e3:.0f} ({seat})':>24}{_failed(s.score for s in rows):8.1f}%"
        )
    print(f"{'par':15}{len(found):6}{'':7}{mean(s.par.gained for s in found) / 1e3:9.0f}"
          f"{'':44}{_failed(s.par for s in found):8.1f}%")  # fmt: skip
    seats = sorted({sitting.seat for sitting in found})
    means = {t: mean(s.par.gained for s in found if s.seat == t) / 1e3 for t in seats}
    print("par by seat: " + ", ".join(f"{team} {gained:.0f}" for team, gained in means.items()))
    beaten = [pair for pair, rows in by_seat.items() if _margin(rows) <= 0]
    print("par does better than every bot in every seat" if not beaten else f"par beaten: {beaten}")
    ahead = {bot: _ahead(rows) for bot, rows in by_bot.items()}
    best = max(ahead, key=lambda bot: ahead[bot])
    print(f"of all bots {best} comes nearest: {ahead[best]:+.0f} per mille (at most {MOST_AHEAD})")
    return ahead[best] <= MOST_AHEAD


def _margin(rows: Iterable[Sitting]) -> float:
    """How much more `par` gained, on average over the same seeds."""
    return mean(sitting.par.gained - sitting.score.gained for sitting in rows)


def _ahead(rows: Sequence[Sitting]) -> float:
    """By how much a bot gained more than `par` in the same seats, per mille of what `par` did."""
    return -1_000 * _margin(rows) / abs(mean(sitting.par.gained for sitting in rows))


def _failed(scores: Iterable[Score]) -> float:
    """Per cent of businesses that went bankrupt."""
    return 100 * mean(score.bankrupt is not None for score in scores)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", nargs="*", default=list(SHIPPED))
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    good = True
    with ProcessPoolExecutor(arguments.jobs) as pool:
        for name in arguments.scenarios:
            tasks = [(name, seed) for seed in range(arguments.seeds)]
            found: list[Sitting] = []
            for number, some in enumerate(pool.map(sittings, tasks), start=1):
                found += some
                if sys.stderr.isatty():
                    print(f"\r{name} {number}/{len(tasks)}", end="", file=sys.stderr, flush=True)
            good &= report(name, found)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
