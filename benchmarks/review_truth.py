"""Does the review tell the truth? Books, luck, false blame, found blame, coverage of intervals.

Run: python benchmarks/review_truth.py [--games 200] [--decisions 120] [--planted 120] [NAME]

- Books: over games of bots at random they must close to the rupiah, and the luck of all teams must
  be 0 on average, within two standard errors.
- False blame: a player who takes the best that a far longer search finds among the candidates; at
  most 1 % of its decisions may be marked.
- Found blame: par's sheet with a planted blunder (price halved, batches doubled, nothing made, all
  that a moneylender lends). Of those whose true loss (many fresh seeds) is at least 20 % of what
  par gains in a week, 95 % must be marked, and the true loss must lie in the stated 95 % interval
  in 92 to 98 % of all.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from math import sqrt
from statistics import fmean, stdev

from simpasar.firm.checks import can_submit
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import BOT_NAMES
from simpasar.game.bots.par import par
from simpasar.game.play import Game, Setup, open_game
from simpasar.game.record import MemoryWriter
from simpasar.game.seats import play_bots
from simpasar.game.view import TeamView, team_view
from simpasar.market.chance import Chance
from simpasar.review.assess import LEAST_UNIT, do, plan_of, review
from simpasar.review.candidates import candidates
from simpasar.review.marks import MARKED, Decision, Effort, judge, searched
from simpasar.review.rollout import Branch, Table, base_of, mean, play_on
from simpasar.review.trying import Monday, Trials
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import DayPlan, Decisions, Scenario

LONG = Effort(search=((4, 2, 8), (8, 4, 3), (24, 52, 1)))
TRUE_SEEDS = 160
"""Seeds behind what is called a true loss, none of them the review's."""


def played(scenario: Scenario, seed: int) -> Game:
    """A game of bots at random."""
    draw = random.Random(seed)
    bots: dict[str, str | None] = {team: draw.choice(BOT_NAMES) for team in scenario.teams}
    game = open_game(Setup(scenario, scenario.weeks, bots), seed, MemoryWriter())
    while not game.finished:
        play_bots(game)
        game.live_week()
    return game


def luck_of(task: tuple[str, int]) -> tuple[int, list[int]]:
    """By how much the books of a game do not close, and the luck of every team."""
    name, seed = task
    game = played(load(find(name)), seed)
    plan = plan_of(game, seeds=1)
    kept = next(review(plan, lambda jobs: ((job, do(plan, job)) for job in jobs))).books.values()
    open_ = sum(
        abs(team.start + team.own + team.rivals + sum(team.luck.values()) - team.final)
        for team in kept
    )
    return open_, [sum(team.luck.values()) for team in kept]


@dataclass(frozen=True)
class Planted:
    """Where decisions are planted: a Monday, and what par gains in a week in that seat."""

    monday: Monday
    unit: int

    def with_sheet(self, sheet: DecisionSheet) -> Monday:
        """The Monday as if the team had handed in another sheet."""
        sheets = {**self.monday.sheets, self.monday.team: sheet}
        table = self.monday.table
        table = replace(table, base=base_of(table.scenario, sheets))
        return replace(self.monday, table=table, sheets=sheets)


def monday(name: str, seed: int) -> Planted:
    """A Monday of some week of a game that par plays in every seat."""
    draw, scenario, chance = random.Random(seed), load(find(name)), Chance(seed)
    table = Table(scenario, scenario.weeks, chance)
    game = open_game(
        Setup(scenario, scenario.weeks, dict.fromkeys(scenario.teams, "par")), seed, MemoryWriter()
    )
    values = [play_on(table, Branch(game.state, {}), 1 + k) for k in range(4)]
    for _week in range(draw.randrange(scenario.weeks)):
        play_bots(game)
        game.live_week()
    sheets = {team: par(team_view(scenario, game.state, team)) for team in scenario.teams}
    team = draw.choice(list(scenario.teams))
    unit = mean([gains[team] for gains in values]) // scenario.weeks
    return Planted(Monday(table, game.state, sheets, team), max(unit, LEAST_UNIT))


def blamed_falsely(task: tuple[str, int]) -> str:
    """The mark of a decision that a long search found best."""
    name, seed = task
    at = monday(name, seed)
    mine = at.monday.own
    view = team_view(at.monday.table.scenario, at.monday.state, at.monday.team)
    best = searched((mine, *candidates(view, mine)), Trials(at.monday).worth, LONG)
    assert best is not None
    return judge(at.with_sheet(best), at.unit).mark


# -- planted blunders ---------------------------------------------------------------------


def blunders(view: TeamView, base: Decisions) -> Iterator[tuple[str, Decisions]]:
    """Sheets that are bad for a known reason."""
    rules, products = view.scenario.rules, view.scenario.products
    halved = {
        name: max(price // 2, -(-products[name].reference_price * rules.price_low // 1_000))
        // rules.price_step * rules.price_step
        for name, price in base.prices.items()
    }  # fmt: skip
    yield "price halved", base.model_copy(update={"prices": halved})
    yield "batches doubled", _planned(base, lambda n: min(2 * n, rules.max_batches))
    yield "nothing made", _planned(base, lambda n: 0)
    dear = {door.id: door.most for door in view.loans if door.most and door.monthly > 10_000}
    if dear:
        yield "moneylender", base.model_copy(update={"borrow": dear})


def _planned(base: Decisions, change: Callable[[int], int]) -> Decisions:
    plans = {
        name: DayPlan(weekday=change(plan.weekday), weekend=change(plan.weekend))
        for name, plan in base.batches.items()
    }
    return base.model_copy(update={"batches": plans})


@dataclass(frozen=True)
class Found:
    """A planted blunder: its true loss against the sheet that the review found, per mille of the
    week's par; whether it was marked, and whether its true loss lies in the stated interval."""

    kind: str
    share: int
    marked: bool
    covered: bool


def planted(task: tuple[str, int, str]) -> list[Found]:
    """What a review says of the blunders planted on one Monday; all kinds where `only` is empty."""
    name, seed, only = task
    at = monday(name, seed)
    mine = at.monday.own.decisions
    view = team_view(at.monday.table.scenario, at.monday.state, at.monday.team)
    found = []
    for kind, decisions in blunders(view, mine):
        if only not in ("", kind):
            continue
        sheet = DecisionSheet(decisions=decisions)
        legal = can_submit(
            view.scenario, view.seat, sheet, view.sheet, view.week, view.cash, view.standing
        )
        if legal and decisions != mine:
            found.append(_found(at, kind, sheet, judge(at.with_sheet(sheet), at.unit)))
    return found


def _found(at: Planted, kind: str, sheet: DecisionSheet, said: Decision) -> Found:
    better = said.better or sheet
    seeds = range(5_000_000, 5_000_000 + TRUE_SEEDS)
    worth = Trials(at.with_sheet(sheet)).worth
    true = fmean(worth(better, seed, None) - worth(sheet, seed, None) for seed in seeds)
    covered = said.low <= true <= said.high
    return Found(kind, round(1_000 * true / at.unit), said.mark in MARKED, covered)


# -- what it comes to ---------------------------------------------------------------------


def main() -> int:
    """Play, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="warung-pertama")
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--decisions", type=int, default=120)
    parser.add_argument("--planted", type=int, help="Mondays on which blunders are planted")
    parser.add_argument("--kind", default="", help="only this kind of blunder")
    parser.add_argument("--jobs", type=int)
    options = parser.parse_args()
    name = options.scenario
    with ProcessPoolExecutor(options.jobs) as pool:
        games = [(name, seed) for seed in range(options.games)]
        decisions = [(name, 10_000 + seed) for seed in range(options.decisions)]
        good = _books(list(pool.map(luck_of, games)))
        count = options.decisions if options.planted is None else options.planted
        mondays = [(name, 20_000 + seed, options.kind) for seed in range(count)]
        good &= _blunders([one for many in pool.map(planted, mondays) for one in many])
        good &= _false(list(pool.map(blamed_falsely, decisions)))
    return 0 if good else 1


def _books(found: list[tuple[int, list[int]]]) -> bool:
    if not found:
        return True
    luck = [fmean(team) for _open, team in found]
    error = stdev(luck) / sqrt(len(luck))
    left = sum(open_ for open_, _team in found)
    print(
        f"books of {len(found)} games: open by Rp {left}; mean luck {fmean(luck):,.0f},"
        f" {abs(fmean(luck)) / error:.2f} standard errors from 0",
        flush=True,
    )
    return left == 0 and abs(fmean(luck)) <= 2 * error


def _blunders(found: list[Found]) -> bool:
    large = [one for one in found if one.share >= 200]
    if not large:
        return True
    marked, covered = (
        fmean(one.marked for one in large),
        fmean(one.covered for one in found),
    )
    for kind in sorted({one.kind for one in found}):
        these = [one for one in found if one.kind == kind]
        big = [one for one in these if one.share >= 200]
        print(
            f"  {kind}: {len(these)} planted, {len(big)} of them large,"
            f" {sum(one.marked for one in big)} of these marked,"
            f" {sum(one.covered for one in these)} covered"
        )
    print(
        f"blunders: {100 * marked:.1f} % of {len(large)} large ones marked (at least 95);"
        f" {100 * covered:.1f} % of {len(found)} intervals cover (92 to 98)",
        flush=True,
    )
    return marked >= 0.95 and 0.92 <= covered <= 0.98


def _false(marks: list[str]) -> bool:
    if not marks:
        return True
    wrong = sum(mark in MARKED for mark in marks)
    share = 100 * wrong / len(marks)
    print(f"false blame: {wrong} of {len(marks)} decisions ({share:.1f} %, at most 1)")
    return wrong <= 0.01 * len(marks)


if __name__ == "__main__":
    started = time.monotonic()
    status = main()
    print(f"{time.monotonic() - started:.0f} s")
    sys.exit(status)
