"""Does taking luck out of the results show who is stronger?

Run: python benchmarks/review_luck.py [--games 100] [--jobs N] [--others BOT] [SCENARIO]

In every game one seat, another from game to game, is played by the stronger bot and all others by
the weaker. A business that gains more only because its seat is better is not stronger: what each
gains, raw and without its luck, is compared with what its seat is worth when everybody plays par.

- How often the stronger is first, by the raw and by the adjusted result.
- The variance of both from game to game, for the same bot in the same seat: at least 5 times
  smaller for the adjusted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from math import sqrt
from statistics import fmean, variance

from simpasar.game.play import Setup, open_game
from simpasar.game.record import MemoryWriter
from simpasar.game.seats import play_bots
from simpasar.review.assess import do, plan_of, review
from simpasar.review.books import Care
from simpasar.review.marks import Effort
from simpasar.scenario.library import find
from simpasar.scenario.loader import load

TOTALS = Effort(books=Care(horizon=1, both_orders=False))
"""Decisions and luck to the end of the game; their parts don't matter here."""


@dataclass(frozen=True)
class Question:
    """A game: its seed, and who sits where."""

    scenario: str
    seed: int
    stronger: str
    others: str
    seeds: int


@dataclass(frozen=True)
class Result:
    """One team of one game. Rupiah beyond what its seat is worth: as it came, and without luck."""

    seat: str
    bot: str
    strong: bool
    raw: int
    adjusted: int


def results(question: Question) -> list[Result]:
    """Every team of a game."""
    scenario, seed = load(find(question.scenario)), question.seed
    seats = list(scenario.teams)
    strong = seats[seed % len(seats)]
    bots: dict[str, str | None] = {
        team: question.stronger if team == strong else question.others for team in seats
    }
    game = open_game(Setup(scenario, scenario.weeks, bots), seed, MemoryWriter())
    while not game.finished:
        play_bots(game)
        game.live_week()
    plan = plan_of(game, question.seeds, TOTALS)
    # Bots open each game alike: only another base gives each game imagined chances of its own.
    plan = replace(plan, table=replace(plan.table, base=(1 + seed) << 24))
    books = next(review(plan, lambda jobs: ((job, do(plan, job)) for job in jobs))).books
    return [
        Result(
            team, str(bots[team]), team == strong,
            books[team].final - books[team].start, books[team].adjusted - books[team].start,
        )
        for team in seats
    ]  # fmt: skip


def first(game: Sequence[Result], worth: Callable[[Result], int]) -> bool:
    """Whether the stronger is first."""
    return max(game, key=worth).strong


def spread(games: Iterable[Sequence[Result]], worth: Callable[[Result], int]) -> float:
    """The variance from game to game, for the same bot in the same seat, pooled."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for game in games:
        for result in game:
            cells[result.seat, result.bot].append(worth(result))
    several = [found for found in cells.values() if len(found) > 1]
    freedom = sum(len(found) - 1 for found in several)
    return sum(variance(found) * (len(found) - 1) for found in several) / freedom


def main() -> int:
    """Play, and say whether both bars are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="warung-pertama")
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--stronger", default="par")
    parser.add_argument("--others", default="ikut-pasar")
    parser.add_argument("--jobs", type=int)
    options = parser.parse_args()
    questions = [
        Question(options.scenario, seed, options.stronger, options.others, options.seeds)
        for seed in range(options.games)
    ]
    with ProcessPoolExecutor(options.jobs) as pool:
        games = list(pool.map(results, questions))

    def raw(result: Result) -> int:
        return result.raw

    def adjusted(result: Result) -> int:
        return result.adjusted

    count = len(games)
    by_raw = sum(first(game, raw) for game in games)
    by_adjusted = sum(first(game, adjusted) for game in games)
    times = spread(games, raw) / spread(games, adjusted)
    lead = [
        adjusted(one) - fmean(adjusted(other) for other in game if not other.strong)
        for game in games
        for one in game
        if one.strong
    ]
    print(
        f"{options.scenario}: {options.stronger} against {options.others}, {count} games:"
        f" truly ahead by Rp {fmean(lead):,.0f} on average"
    )
    print(f"first by the raw result {by_raw}, by the adjusted {by_adjusted} of {count}")
    print(
        f"variance from game to game: raw {sqrt(spread(games, raw)):,.0f} squared, adjusted"
        f" {sqrt(spread(games, adjusted)):,.0f} squared: {times:.1f} times smaller (at least 5)"
    )
    # Two standard errors of the difference of two shares, seen on the same games.
    clearly = by_adjusted - by_raw > 2 * sqrt(count) / 2
    return 0 if clearly and times >= 5 else 1


if __name__ == "__main__":
    started = time.monotonic()
    status = main()
    print(f"{time.monotonic() - started:.0f} s")
    sys.exit(status)
