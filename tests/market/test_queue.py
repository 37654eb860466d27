"""Queues at the counter against queueing theory."""

from __future__ import annotations

from typing import Any

import ciw
import numpy as np
import pytest
from numpy.typing import NDArray
from stalls import EAGER, live, lone_town, plan_of, plenty, without_memory

from simpasar.market.result import WeekResult
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY

SERVICE = 60
"""Seconds a customer takes."""

PEOPLE = 20_000
ALL_DAY = {f"{hour:02d}:00": 1 for hour in range(24)}
WARM_UP = 3 * 3_600
"""The day starts with an empty counter. The slowest queue here forgets its start with a time
constant of about 2 * rho * service / (1 - rho)**2 = 40 minutes; three hours are left out."""


def open_all_day(per_mille: int, counter: int) -> Scenario:
    """A stall that never closes nor runs out, near which each of 20,000 people goes out with a
    small chance at any second: near-Poisson arrivals. All buy one portion, however long it takes.
    """
    errand: dict[str, Any] = {**EAGER, "weekday": per_mille, "weekend": per_mille, "hours": ALL_DAY}
    town = lone_town(
        segments__warga__residents={"klender": PEOPLE},
        segments__warga__patience_minutes=240,
        segments__warga__needs={"sarapan": errand},
        products__uduk__portions={"1": 1},
        products__uduk__serve_seconds=SERVICE,
        products__uduk__serve_seconds_per_unit=0,
    )
    seat = town.teams["melati"].model_copy(update={"counter": counter})
    return without_memory(town.model_copy(update={"teams": {"melati": seat}}))


def waits_by_day(per_mille: int, counter: int, weeks: int) -> NDArray[np.float64]:
    """The mean wait of each day in seconds, warm-up left out."""
    town = open_all_day(per_mille, counter)
    plan = plan_of(
        town, opens=0, closes=DAY, hands=counter, lots=plenty("uduk"), batches=no_batches(town)
    )
    results = [live(town, seed, melati=plan) for seed in range(weeks)]
    assert all((visits.cause == 0).all() for result in results for visits in result.visits)
    return np.array([wait for result in results for wait in day_means(result)])


def no_batches(town: Scenario) -> dict[str, Any]:
    nothing = (
        town.teams["melati"].start.batches["uduk"].model_copy(update={"weekday": 0, "weekend": 0})
    )
    return {"uduk": nothing}


def day_means(result: WeekResult) -> list[float]:
    return [float(day.wait[day.at >= WARM_UP].mean()) for day in result.visits]


def assert_mean_wait(days: NDArray[np.float64], expected: float, bias: float) -> None:
    """Days are independent, so their spread gives the standard error: 4 of them are allowed, and
    `bias` for what is not Poisson here: a person goes out at most once, so a day's number of
    customers varies less than Poisson's by the share of people who go out."""
    error = days.std(ddof=1) / len(days) ** 0.5
    print(f"mean wait {days.mean():.1f} s, standard error {error:.1f}, expected {expected:.1f}")
    assert abs(days.mean() - expected) < 4 * error + bias * expected
    assert 4 * error < 0.1 * expected  # enough days for the comparison to say something


@pytest.mark.parametrize(("per_mille", "weeks"), [(36, 6), (58, 16)])
def test_one_server_with_fixed_service_waits_as_pollaczek_and_khinchine_say(
    per_mille: int, weeks: int
) -> None:
    rho = PEOPLE * per_mille / 1_000 * SERVICE / DAY
    expected = rho * SERVICE / (2 * (1 - rho))
    assert_mean_wait(waits_by_day(per_mille, 1, weeks), expected, bias=0.03)


def crommelin(per_second: float, servers: int) -> float:
    """The mean wait of M/D/c, exact (Crommelin 1932): whoever is in service now has left one
    service time later, and only those who came meanwhile, Poisson, are new in the system."""
    states = np.arange(400)
    load = per_second * SERVICE
    log_poisson = states * np.log(load) - load - np.cumsum(np.log(np.maximum(states, 1)))
    poisson = np.exp(log_poisson)
    present = np.eye(400)[0]
    for _ in range(2_000):
        left = np.concatenate([[present[: servers + 1].sum()], present[servers + 1 :]])
        present = np.convolve(left, poisson)[:400]
    return float(np.maximum(states - servers, 0) @ present / per_second)


TWO_SERVERS = 115
"""Per mille who go out: each of two servers is busy 80 % of the time."""


def test_two_servers_wait_as_crommelin_says() -> None:
    per_second = PEOPLE * TWO_SERVERS / 1_000 / DAY
    assert_mean_wait(waits_by_day(TWO_SERVERS, 2, 10), crommelin(per_second, 2), bias=0.06)


def test_two_servers_wait_as_an_independent_simulation_of_them_does() -> None:
    """The other simulation's own error is about 4 %."""
    per_second = PEOPLE * TWO_SERVERS / 1_000 / DAY
    expected = ciw_mean_wait(per_second, servers=2, customers=60_000)
    assert_mean_wait(waits_by_day(TWO_SERVERS, 2, 10), expected, bias=0.1)


@pytest.mark.parametrize("rho", [0.5, 0.8])
def test_crommelins_wait_of_one_server_is_that_of_pollaczek_and_khinchine(rho: float) -> None:
    assert crommelin(rho / SERVICE, 1) == pytest.approx(rho * SERVICE / (2 * (1 - rho)), rel=1e-6)


def ciw_mean_wait(per_second: float, servers: int, customers: int) -> float:
    """The mean wait of a queue with Poisson arrivals and fixed service, simulated by ciw."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=per_second)],
        service_distributions=[ciw.dists.Deterministic(value=SERVICE)],
        number_of_servers=[servers],
    )
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(customers / per_second)
    warm = [r.waiting_time for r in simulation.get_all_records() if r.arrival_date > WARM_UP]
    return float(np.mean(warm))


def test_no_more_serve_than_there_are_hands_or_places_at_the_counter() -> None:
    """One person or one place is the same queue; a second server shortens it."""
    town = open_all_day(40, counter=2)
    plan = {"opens": 0, "closes": DAY, "lots": plenty("uduk"), "batches": no_batches(town)}
    one_hand = day_means(live(town, melati=plan_of(town, hands=1, **plan)))
    two_hands = day_means(live(town, melati=plan_of(town, hands=2, **plan)))
    narrow = open_all_day(40, counter=1)
    one_place = day_means(live(narrow, melati=plan_of(narrow, hands=5, **plan)))
    assert one_hand == one_place
    assert sum(two_hands) < sum(one_hand) / 4
