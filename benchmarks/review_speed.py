"""How fast is `simpasar review`, where does the time go, and what does a quick one leave out?

Run: python benchmarks/review_speed.py [--weeks 8] [--full] [SCENARIO]

A game of different bots is reviewed, quick and where asked for in full, on 1 and on 2 processes:
seconds, games tried a second, the shares of books and of decisions. Then the losses of a quick
review, which look a few weeks ahead, beside those of the same sheets played to the end of the game
under the same chance; and, after a full one, whether it agrees where the quick one is clear.
Close other programs first: the second core must be free to be counted.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import cycle
from statistics import fmean

from simpasar.game.bots import BOT_NAMES
from simpasar.game.play import Game, Setup, open_game
from simpasar.game.record import MemoryWriter
from simpasar.game.seats import play_bots
from simpasar.review.assess import Branched, Done, Job, Judged, Plan, Review, do, plan_of, review
from simpasar.review.jobs import EFFORTS, Spent
from simpasar.review.marks import MARKED, Decision
from simpasar.review.rollout import JUDGE_SEEDS
from simpasar.review.trying import Monday, Trials
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.workers import here, processes

MOST_SECONDS = {"quick": 30, "full": 300}
TRUE_SEEDS = 16


def played(name: str, weeks: int) -> Game:
    """A game of different bots."""
    scenario = load(find(name))
    bots: dict[str, str | None] = dict(zip(scenario.teams, cycle(BOT_NAMES), strict=False))
    game = open_game(Setup(scenario, weeks, bots), 1, MemoryWriter())
    while not game.finished:
        play_bots(game)
        game.live_week()
    return game


def plan_for(game: Game, spent: Spent) -> Plan:
    seeds, effort = EFFORTS[spent]
    return plan_of(game, seeds, effort)


@cache
def planned(shared: str) -> Plan:
    """The plan that a text of scenario, weeks and effort stands for."""
    name, weeks, spent = json.loads(shared)
    return plan_for(played(name, weeks), spent)


def done(shared: str, job: Job) -> tuple[Job, Done, float]:
    """Do a job, and say how many processor seconds it took."""
    plan = planned(shared)
    began = time.process_time()
    return job, do(plan, job), time.process_time() - began


def timed(game: Game, spent: Spent, cores: int) -> Review:
    """A review, its seconds printed."""
    shared = json.dumps([game.setup.scenario.name, game.setup.weeks, spent])
    worked = {Branched: 0.0, Judged: 0.0}
    plan = plan_for(game, spent)
    began, before = time.monotonic(), os.times()
    place = processes(done, shared, cores) if cores > 1 else here(done, shared)
    with place as runner:

        def run(jobs: Sequence[Job]) -> Iterator[tuple[Job, Done]]:
            for job, came, seconds in runner(jobs):
                worked[type(job)] += seconds
                yield job, came

        *_before, found = review(plan, run)
    passed = time.monotonic() - began
    after = os.times()
    processors = sum(after[:4]) - sum(before[:4])
    games = sum(decision.runs for decision in found.decisions)
    print(
        f"{spent}, {cores} cores: {passed:.1f} s ({processors:.1f} s of processors;"
        f" at most {MOST_SECONDS[spent]} s on 2 cores); books {worked[Branched]:.1f} s,"
        f" decisions {worked[Judged]:.1f} s: {games} games tried,"
        f" {games / worked[Judged]:.0f} a second of processor",
        flush=True,
    )
    return found


def horizon_error(plan: Plan, decisions: Sequence[Decision], units: dict[str, int]) -> None:
    """Losses as far as a quick review looks, beside those to the end under the same chance."""
    horizon, found = plan.effort.horizon, []
    for decision in decisions:
        if decision.better is None:
            continue
        played = plan.weeks[decision.week - 1]
        trials = Trials(Monday(plan.table, played.monday, played.sheets, decision.team))

        def loss(
            ahead: int | None, trials: Trials = trials, decision: Decision = decision
        ) -> float:
            seeds = range(JUDGE_SEEDS, JUDGE_SEEDS + TRUE_SEEDS)
            better = decision.better or decision.sheet
            return fmean(
                trials.worth(better, seed, ahead) - trials.worth(decision.sheet, seed, ahead)
                for seed in seeds
            )

        found.append((loss(horizon), loss(None), units[decision.team]))
    errors = [1_000 * (near - far) / unit for near, far, unit in found]
    print(
        f"looking {horizon} weeks ahead, {len(found)} losses against the same to the end of the"
        f" game: off by {fmean(errors):.0f} per mille of a week's par on average, by"
        f" {fmean(map(abs, errors)):.0f} without regard to sign"
    )


def agreement(quick: Review, full: Review) -> None:
    """Whether a full review marks what a quick one marked, and lets pass what it let pass."""
    thorough = {(one.week, one.team): one for one in full.decisions}
    marked = [one for one in quick.decisions if one.mark in MARKED]
    passed = [one for one in quick.decisions if one.mark == ""]
    also = sum(thorough[one.week, one.team].mark in MARKED for one in marked)
    blamed = sum(thorough[one.week, one.team].mark in MARKED for one in passed)
    print(
        f"of {len(quick.decisions)} decisions the quick review marks {len(marked)}, the full one"
        f" {sum(one.mark in MARKED for one in full.decisions)}; of those of the quick one the full"
        f" one marks {also}; of the {len(passed)} that the quick one lets pass it marks {blamed}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="pasar-pagi")
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--full", action="store_true")
    arguments = parser.parse_args()
    game = played(arguments.scenario, arguments.weeks)
    print(f"{arguments.scenario}: {len(game.setup.bots)} teams, {arguments.weeks} weeks")
    quick = [timed(game, "quick", n) for n in (2, 1)]
    print(f"the same on 1 and 2 cores: {quick[0].decisions == quick[1].decisions}")
    horizon_error(plan_for(game, "quick"), quick[0].decisions, quick[0].units)
    if arguments.full:
        full = timed(game, "full", 2)
        agreement(quick[0], full)


if __name__ == "__main__":
    main()
