"""Where jobs are done: here, in processes of this machine, or on a Dask cluster.

A task is a function of a text, which all its jobs share, and of one job of plain data. A `Runner`
takes jobs and yields what comes of each as it is done, in any order. It may be closed at any time;
what is under way is then finished or dropped, never half told.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar

from simpasar.i18n import _

Job = TypeVar("Job")
Done = TypeVar("Done")
Task: TypeAlias = Callable[[str, Job], Done]
Runner: TypeAlias = Callable[[Sequence[Job]], Iterator[Done]]


class NoWorkers(Exception):
    """The workers cannot be used; the message says why and what to do."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def here(task: Task[Job, Done], shared: str) -> Iterator[Runner[Job, Done]]:
    """Jobs one after another in this process."""
    yield lambda jobs: (task(shared, job) for job in jobs)


@contextmanager
def processes(task: Task[Job, Done], shared: str, count: int) -> Iterator[Runner[Job, Done]]:
    """Jobs in `count` processes of their own, each of which is given the shared text once.

    Raises:
        NoWorkers: one of the processes was ended from outside.
    """
    context = multiprocessing.get_context("spawn")  # the same on every system, and safe of threads
    pool = ProcessPoolExecutor(count, context, _begin, (task, shared))

    def run(jobs: Sequence[Job]) -> Iterator[Done]:
        with _uninterrupted():  # what a process is started with, it keeps: Ctrl-C is for us
            futures = [pool.submit(_do, job) for job in jobs]
        try:
            yield from _done(futures)
        except BrokenProcessPool:
            message = _(
                "A process that played games was ended from outside, perhaps for want of memory."
                " Try --jobs 1."
            )
            raise NoWorkers(message) from None

    try:
        yield run
    finally:
        with _uninterrupted():
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def cluster(task: Task[Job, Done], shared: str, address: str) -> Iterator[Runner[Job, Done]]:
    """Jobs on the workers of a Dask cluster.

    Raises:
        NoWorkers: Dask is not installed, nobody answers, or its workers lack simpasar.
    """
    try:
        import distributed
    except ImportError:
        message = _('--cluster needs Dask. Install it with: pip install "simpasar[cluster]"')
        raise NoWorkers(message) from None
    if not _ADDRESS.fullmatch(address):
        message = _("{address} is no address of a cluster: it looks like tcp://192.168.1.10:8786.")
        raise NoWorkers(message.format(address=address))
    try:
        client: Any = distributed.Client(  # type: ignore[no-untyped-call]
            address, timeout=_PATIENCE, set_as_default=False
        )
    except (OSError, ValueError) as error:
        message = _(
            "The cluster at {address} does not answer ({reason}). Is its scheduler running, and is"
            " the address right?"
        )
        reason = str(error) or type(error).__name__
        raise NoWorkers(message.format(address=address, reason=reason.splitlines()[0])) from None
    try:
        yield _on_executor(client.get_executor(), task, shared)
    finally:
        with _uninterrupted():
            client.close()


_PATIENCE = "10s"
_ADDRESS = re.compile(r"[a-z]+://[^\s/:]+:[0-9]{1,5}|[a-z]+://\[[0-9a-f:]+\]:[0-9]{1,5}")


def _on_executor(executor: Executor, task: Task[Job, Done], shared: str) -> Runner[Job, Done]:
    def run(jobs: Sequence[Job]) -> Iterator[Done]:
        try:
            yield from _done([executor.submit(task, shared, job) for job in jobs])
        except ImportError as error:
            message = _(
                "The workers of the cluster lack simpasar ({reason}): install the same version"
                " there."
            )
            raise NoWorkers(message.format(reason=error)) from None
        except (OSError, CancelledError):
            raise NoWorkers(_("The cluster has gone away. Start it and try again.")) from None

    return run


def _done(futures: Sequence[Future[Done]]) -> Iterator[Done]:
    try:
        for future in as_completed(futures):
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


# -- in a process of its own --------------------------------------------------------------

_task: Task[Any, Any] | None = None
_shared = ""


_ALLOCATED = 100_000
"""Objects more than before, after which a process looks for cycles that nobody needs."""


def _begin(task: Task[Any, Any], shared: str) -> None:
    global _task, _shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_ALLOCATED)  # games leave next to no cycles: looking for them often is idle
    _task, _shared = task, shared


def _do(job: Any) -> Any:
    assert _task is not None
    return _task(_shared, job)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C off for a moment; only the main thread may."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: Any = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
