"""The jobs of a review as they travel: a record, how much is spent on it, and one thing to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from simpasar.game.comparison import played
from simpasar.game.entries import RecordEntry
from simpasar.game.play import Game
from simpasar.game.replay import replay
from simpasar.review.assess import Done, Job, Plan, Run, do, plan_of
from simpasar.review.marks import FULL, QUICK
from simpasar.workers import Runner

Spent: TypeAlias = Literal["full", "quick"]
EFFORTS = {"full": (8, FULL), "quick": (3, QUICK)}
"""Seeds of the books, and what is spent on a decision."""


def plan_for(game: Game, spent: Spent) -> Plan:
    """The plan of a game's review."""
    seeds, effort = EFFORTS[spent]
    return plan_of(game, seeds, effort)


def text_of(entries: Sequence[RecordEntry], seed: int, spent: Spent) -> str:
    """All that the jobs of a review share."""
    return json.dumps({"entries": list(entries), "seed": seed, "spent": spent})


def done(text: str, job: Job) -> tuple[Job, Done]:
    """Do a job of the review that `text` is about."""
    return job, do(_plan(text), job)


@lru_cache(maxsize=2)
def _plan(text: str) -> Plan:
    shared: dict[str, Any] = json.loads(text)
    game, _weeks = played(replay(shared["entries"], shared["seed"]))
    return plan_for(game, shared["spent"])


def on(runner: Runner[Job, tuple[Job, Done]]) -> Run:
    """How a review has its jobs done by workers."""

    def run(jobs: Sequence[Job]) -> Iterable[tuple[Job, Done]]:
        return runner(jobs)

    return run
