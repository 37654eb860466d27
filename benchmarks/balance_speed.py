"""How fast is `simpasar balance`? Quick and full, on one core and on two; games a second.

Run: python benchmarks/balance_speed.py [--full] [--seeds N] [SCENARIO]

Each balance is played on 1 and on 2 processes, with the seconds that passed and the seconds of all
processors together. Close other programs first: the second core must be free to be counted.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from simpasar.balance.document import balance_document, balance_of
from simpasar.balance.experiment import Experiment, Plan
from simpasar.balance.workers import processes
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario

CORES = (1, 2)
MOST_SECONDS = {"quick": 60, "full": 600}
LEAST_SPEEDUP = 1.6


@dataclass
class Clock:
    """Seconds that passed, and processor seconds of this process and its children."""

    passed: float = 0.0
    worked: float = 0.0


@contextmanager
def measured() -> Iterator[Clock]:
    clock, began, before = Clock(), time.monotonic(), os.times()
    yield clock
    after = os.times()
    clock.passed = time.monotonic() - began
    clock.worked = sum(after[:4]) - sum(before[:4])


def balanced(scenario: Scenario, plan: Plan, cores: int) -> tuple[Clock, int, object]:
    """One balance: its seconds, its games, and what it said."""
    experiment = Experiment(scenario, plan)
    with measured() as clock, processes(scenario, cores) as runner:
        experiment.run(runner, lambda done, planned: None)
    return clock, len(experiment.games), balance_document(balance_of(experiment))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="pasar-pagi")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--seeds", type=int, default=200)
    arguments = parser.parse_args()
    scenario = load(find(arguments.scenario))
    plans = {"quick": Plan.of_quick(arguments.seeds)}
    if arguments.full:
        plans["full"] = Plan.full(arguments.seeds)
    for name, plan in plans.items():
        clocks, said = {}, []
        for cores in CORES:
            clocks[cores], games, document = balanced(scenario, plan, cores)
            said.append(document)
            clock = clocks[cores]
            print(
                f"{scenario.name} {name}: {cores} cores, {games} games, {clock.passed:.1f} s"
                f" ({clock.worked:.1f} s of processors), {games / clock.passed:.1f} games/s"
            )
        speedup = clocks[1].passed / clocks[2].passed
        print(
            f"  from the second core {speedup:.2f}x (at least {LEAST_SPEEDUP}),"
            f" at most {MOST_SECONDS[name]} s: {clocks[2].passed:.1f} s,"
            f" the same answers: {said[0] == said[1]}"
        )


if __name__ == "__main__":
    main()
