"""Where the games of a balance are played: here, in processes, or on a cluster."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TypeAlias

from simpasar import workers
from simpasar.balance.jobs import GameResult, Job, play_text
from simpasar.scenario.model import Scenario
from simpasar.workers import NoWorkers, cores

__all__ = ["Games", "NoWorkers", "Runner", "cluster", "cores", "here", "processes"]

Games: TypeAlias = tuple[GameResult, ...]
Runner: TypeAlias = workers.Runner[Job, Games]


def here(scenario: Scenario) -> AbstractContextManager[Runner]:
    """Games one after another in this process."""
    return workers.here(play_text, scenario.model_dump_json())


def processes(scenario: Scenario, count: int) -> AbstractContextManager[Runner]:
    """Games in `count` processes of their own; raises NoWorkers as `workers.processes` does."""
    return workers.processes(play_text, scenario.model_dump_json(), count)


def cluster(scenario: Scenario, address: str) -> AbstractContextManager[Runner]:
    """Games on the workers of a Dask cluster; raises NoWorkers as `workers.cluster` does."""
    return workers.cluster(play_text, scenario.model_dump_json(), address)
