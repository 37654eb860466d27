"""The market week against named peers, interleaved in one run; its cost a visit, and its growth.

Run: python benchmarks/market_week.py [--rounds N] [--json]

(a) is the same week as a good student writes it in SimPy: one process and one Resource request a
customer, choices drawn one customer at a time. (b) is a bare heapq loop over the same pre-drawn
choices, without SimPy; it must sell exactly what the engine sells.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from math import log
from statistics import median
from time import process_time
from typing import Any

from heap_week import HeapWeek
from naive_week import NaiveWeek
from simpasar.market.chance import Chance
from simpasar.market.result import WeekResult
from simpasar.market.week import no_habit, simulate_week
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario
from workload import bench_town, opening_plans, watched

SEED = 3


def seconds(work: Callable[[], Any]) -> float:
    """CPU seconds of this process."""
    begin = process_time()
    work()
    return process_time() - begin


def visits(result: WeekResult) -> int:
    return sum(len(day.at) for day in result.visits)


def units(scenario: Scenario, result: WeekResult) -> dict[tuple[str, str], int]:
    """Units sold of each (team, product)."""
    return {
        (team, product): sum(day[product].sold for day in stall.days)
        for team, stall in result.stalls.items()
        for product in scenario.teams[team].products
    }


def against_peers(rounds: int) -> dict[str, float]:
    """Microseconds of CPU a visit, medians of interleaved rounds; sales of (b) are checked."""
    scenario, chance = bench_town(), Chance(SEED)
    plans, habit = opening_plans(scenario), no_habit(scenario)
    with watched() as watch:
        result = simulate_week(scenario, plans, habit, chance, 1)
    heap = HeapWeek(scenario, plans, result, watch.drawn)
    sold = units(scenario, result)
    assert heap.run() == sold, "the heapq loop and the engine sell different units"
    naive_sold = NaiveWeek(scenario, plans, SEED).live()
    times: dict[str, list[float]] = {"engine": [], "draws": [], "heap": [], "naive": []}
    for _ in range(rounds):
        times["engine"].append(seconds(lambda: simulate_week(scenario, plans, habit, chance, 1)))
        with watched() as watch:
            simulate_week(scenario, plans, habit, chance, 1)
        times["draws"].append(watch.seconds)
        times["heap"].append(seconds(heap.run))
        times["naive"].append(seconds(lambda: NaiveWeek(scenario, plans, SEED).live()))
    count = visits(result)
    found = {f"{name}_us": 1e6 * median(took) / count for name, took in times.items()}
    loop = found["engine_us"] - found["draws_us"]
    return found | {
        "visits_a_day": count / scenario.days,
        "naive_units_per_engine_unit": naive_sold / sum(sold.values()),
        "naive_per_engine": found["naive_us"] / found["engine_us"],
        "engine_per_heap_whole": found["engine_us"] / (found["heap_us"] + found["draws_us"]),
        "engine_per_heap_loop": loop / found["heap_us"],
    }


def shipped_scenario(rounds: int) -> dict[str, float]:
    """Microseconds of CPU a visit in `pasar-pagi`, where every feature is on."""
    scenario = load(find("pasar-pagi"))
    plans, habit = opening_plans(scenario), no_habit(scenario)
    took, count = 0.0, 0
    for seed in range(rounds):
        begin = process_time()
        result = simulate_week(scenario, plans, habit, Chance(seed), 1)
        took += process_time() - begin
        count += visits(result)
    return {"us": 1e6 * took / count, "visits_a_day": count / rounds / scenario.days}


def exponent(sizes: tuple[int, ...], times: list[float]) -> float:
    """The slope of a least-squares line through (log size, log time)."""
    points = [(log(size), log(time)) for size, time in zip(sizes, times, strict=True)]
    mean_x, mean_y = (sum(column) / len(points) for column in zip(*points, strict=True))
    rise = sum((x - mean_x) * (y - mean_y) for x, y in points)
    slope: float = rise / sum((x - mean_x) ** 2 for x, _ in points)
    return slope


def growth(
    rounds: int, sizes: tuple[int, ...], make: Callable[[int], Scenario]
) -> tuple[list[float], float]:
    """Median CPU milliseconds of a week at each size, and the exponent of their growth."""
    towns = [make(size) for size in sizes]
    ready = [(town, opening_plans(town), no_habit(town)) for town in towns]
    times: list[list[float]] = [[] for _ in sizes]
    for seed in range(rounds):
        for took, (town, plans, habit) in zip(times, ready, strict=True):
            begin = process_time()
            simulate_week(town, plans, habit, Chance(seed), 1)
            took.append(1e3 * (process_time() - begin))
    medians = [median(took) for took in times]
    return medians, exponent(sizes, medians)


def whole_game(rounds: int, name: str) -> dict[str, float]:
    """A whole game in a process of its own: CPU seconds, and the peak megabytes of all so far."""
    command = [sys.executable, "-m", "simpasar", "run", name, "--seed", "7", "--quiet"]
    times = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_024
    return {"cpu_seconds": median(times), "peak_mb": peak}


GAMES = {"pasar-pagi": "below 1", "dapur-bersama-lebaran": "below 1.5"}
"""What is wanted of a whole game, in CPU seconds: six weeks, and eight with everything on."""
RESIDENTS = (1_000, 2_000, 4_000, 8_000)
STALLS = (4, 8, 16, 32)


def measure(rounds: int) -> dict[str, Any]:
    """Everything, as one tree of numbers."""
    by_residents = growth(rounds, RESIDENTS, lambda n: bench_town(residents=n))
    by_stalls = growth(rounds, STALLS, lambda n: bench_town(stalls=n))
    return {
        "peers": against_peers(rounds),
        "pasar_pagi": shipped_scenario(rounds),
        "residents": {"ms": dict(zip(RESIDENTS, by_residents[0], strict=True)),
                      "exponent": by_residents[1]},
        "stalls": {"ms": dict(zip(STALLS, by_stalls[0], strict=True)), "exponent": by_stalls[1]},
        "games": {name: whole_game(3, name) for name in GAMES},
    }  # fmt: skip


def show(found: dict[str, Any]) -> None:
    """The numbers, beside what is wanted of them."""
    peers, pasar = found["peers"], found["pasar_pagi"]
    rows: list[tuple[str, str, str]] = [
        ("8 stalls x 3 products, visits a day", f"{peers['visits_a_day']:.0f}", "1,500"),
        ("engine, whole week, us a visit", f"{peers['engine_us']:.2f}", ""),
        ("  of which each day's drawing", f"{peers['draws_us']:.2f}", ""),
        ("(b) heapq loop, choices given, us a visit", f"{peers['heap_us']:.2f}", ""),
        ("(a) naive SimPy, us a visit", f"{peers['naive_us']:.2f}", ""),
        ("  units it sells for each of the engine's",
         f"{peers['naive_units_per_engine_unit']:.3f}", "about 1"),
        ("(a) / engine", f"{peers['naive_per_engine']:.1f}", "at least 25"),
        ("engine / (b), drawing on both sides",
         f"{peers['engine_per_heap_whole']:.2f}", "at most 2"),
        ("engine / (b), drawing on neither", f"{peers['engine_per_heap_loop']:.2f}", "at most 2"),
        ("units of every product, (b) and engine", "the same", "the same"),
        (f"pasar-pagi ({pasar['visits_a_day']:.0f} visits a day), us a visit",
         f"{pasar['us']:.2f}", "at most 6"),
    ]  # fmt: skip
    for name in ("residents", "stalls"):
        sizes = ", ".join(f"{n}: {ms:.0f} ms" for n, ms in found[name]["ms"].items())
        rows.append((f"growth with {name}, exponent", f"{found[name]['exponent']:.2f}",
                     f"at most 1.1 ({sizes})"))  # fmt: skip
    for name, wanted in GAMES.items():
        game = found["games"][name]
        rows.append((f"game of {name}, CPU seconds", f"{game['cpu_seconds']:.2f}", wanted))
        rows.append(("  peak memory, MB", f"{game['peak_mb']:.0f}", "below 120"))
    print(f"{'':48}{'found':>9}  wanted")
    for what, value, wanted in rows:
        print(f"{what:48}{value:>9}  {wanted}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    numbers = measure(options.rounds)
    if options.json:
        print(json.dumps(numbers, indent=2))
    else:
        show(numbers)
