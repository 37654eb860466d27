"""Reviewing one record: its decisions judged by workers under a bar, and what is kept of it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from simpasar.commands.manners import tell
from simpasar.commands.playing import bar, working
from simpasar.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from simpasar.commands.opened import Opened
    from simpasar.review.assess import Done, Job, Review
    from simpasar.review.jobs import Spent
    from simpasar.workers import Runner


def reviewed(
    record: Opened,
    spent: Spent,
    jobs: int | None,
    address: str | None,
    what: str,
    weeks: Collection[int] | None = None,
) -> Review | None:
    """The review of all weeks or of some, as far as it came: None where Ctrl-C came before the
    books were closed. `what`: what stands beside the bar."""
    from simpasar.review.assess import review
    from simpasar.review.jobs import done, on, plan_for, text_of

    plan = plan_for(record.game, spent)
    judged = len(plan.weeks if weeks is None else weeks) * len(plan.table.scenario.teams)
    steps = len(plan.weeks) * plan.seeds + judged
    found = None
    try:
        text = text_of(record.entries, record.seed, spent)
        with working(done, text, jobs, address) as runner:
            try:
                with bar(what) as told:
                    counted = _counted(runner, lambda n: told(n, steps))
                    for so_far in review(plan, on(counted), weeks):
                        found = so_far
            except KeyboardInterrupt:  # what is under way may take some seconds more
                tell(_("Stopping, as soon as the games under way are over ..."))
                raise
    except KeyboardInterrupt:
        pass
    return found


def _counted(
    runner: Runner[Job, tuple[Job, Done]], told: Callable[[int], None]
) -> Runner[Job, tuple[Job, Done]]:
    """A runner that tells how many jobs are done, over all its runs."""
    steps = count(1)

    def run(jobs: Sequence[Job]) -> Iterator[tuple[Job, Done]]:
        for came in runner(jobs):
            told(next(steps))
            yield came

    return run


def kept_document(record: Opened, found: Review) -> dict[str, Any]:
    """REVIEW.json, with what whoever reads it must know of the record."""
    from simpasar.bench.review_texts import going_on
    from simpasar.review.document import review_document

    warnings = filter(None, (going_on(record.game), *record.warnings))
    return review_document(record.game, found, record.head, tuple(warnings))
