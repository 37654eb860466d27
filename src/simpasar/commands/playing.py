"""What commands that play many games do alike: their workers, their bar, where they write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import WRONG_USE, Failure
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.workers import Done, Job, Runner, Task


def one_place(jobs: int | None, address: str | None) -> None:
    """Refuse both this machine's workers and a cluster's."""
    if address and jobs:
        raise click.UsageError(_("--jobs is for this machine, --cluster for others: take one."))


@contextmanager
def working(
    task: Task[Job, Done], shared: str, jobs: int | None, address: str | None
) -> Iterator[Runner[Job, Done]]:
    """Workers for a task: of a cluster, this process alone, or one process a core."""
    from simpasar import workers

    count = jobs or workers.cores()
    where: AbstractContextManager[Runner[Job, Done]]
    if address:
        where = workers.cluster(task, shared, address)
    elif count == 1:
        where = workers.here(task, shared)
    else:
        where = workers.processes(task, shared, count)
    try:
        with where as runner:
            yield runner
    except workers.NoWorkers as error:
        raise Failure(str(error), WRONG_USE) from None


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """How far the work is, on a terminal only: to be told what is done and what there is."""
    import rich.console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = rich.console.Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield lambda done, planned: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task(escape(what), total=None)
        yield lambda done, planned: progress.update(task, completed=done, total=planned)


def writable(path: Path) -> None:
    """Find out before the games whether a page can be written; leave no empty file behind."""
    there = path.exists()
    path.open("a").close()
    if not there:
        path.unlink()
