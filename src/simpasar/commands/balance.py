"""simpasar balance: bots play a scenario on common seeds; lights say what that tells."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import (
    CHECK_FAILED,
    INTERRUPTED,
    WRONG_USE,
    Failure,
    language_option,
    print_json,
    refusals,
    tell,
)
from simpasar.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simpasar.balance.answers import Balance
    from simpasar.balance.experiment import Experiment, Progress
    from simpasar.balance.workers import Runner
    from simpasar.scenario.model import Scenario


def add_balance(group: click.Group) -> None:
    """Add `balance` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Is a scenario winnable, fair and worth playing? Bots play it on common seeds."
            " SCENARIO: a name that ships, or a file."
        ),
    )
    @click.argument("scenario", metavar=_("SCENARIO"))
    @click.option(
        "--seeds",
        type=click.IntRange(2, 10_000),
        default=200,
        show_default=True,
        metavar=_("NUMBER"),
        help=_("The most seeds for a question; fewer where its light is settled before."),
    )
    @click.option("--quick", is_flag=True, help=_("Few seeds, the main questions: a minute."))
    @click.option(
        "--html",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Write the page here as well, to print or to open in a browser."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        metavar=_("NUMBER"),
        help=_("Games at the same time. All cores where it is not given."),
    )
    @click.option(
        "--cluster", metavar="tcp://...", help=_("Play on the workers of this Dask cluster.")
    )
    @click.option("--strict", is_flag=True, help=_("Leave with status 1 where a light is red."))
    @language_option
    def balance(
        scenario: str,
        seeds: int,
        quick: bool,
        html: Path | None,
        as_json: bool,
        jobs: int | None,
        cluster: str | None,
        strict: bool,
    ) -> None:
        from simpasar.balance.experiment import Experiment, Plan
        from simpasar.scenario.library import find
        from simpasar.scenario.loader import load

        if cluster and jobs:
            raise click.UsageError(_("--jobs is for this machine, --cluster for others: take one."))
        with refusals():
            loaded = load(find(scenario))
            if html is not None:
                _writable(html)
        plan = Plan.of_quick(seeds) if quick else Plan.full(seeds)
        experiment = Experiment(loaded, plan)
        started = time.monotonic()
        _play(experiment, _workers(loaded, jobs, cluster))
        found = _shown(experiment, time.monotonic() - started, html, as_json)
        if not found.finished:
            sys.exit(INTERRUPTED)
        if strict and found.worst == "red":
            sys.exit(CHECK_FAILED)


def _writable(path: Path) -> None:
    """Find out before the games whether the page can be written; leave no empty file behind."""
    there = path.exists()
    path.open("a").close()
    if not there:
        path.unlink()


@contextmanager
def _workers(scenario: Scenario, jobs: int | None, address: str | None) -> Iterator[Runner]:
    from simpasar.balance.workers import NoWorkers, cluster, cores, here, processes

    count = jobs or cores()
    where: AbstractContextManager[Runner]
    if address:
        where = cluster(scenario, address)
    else:
        where = here(scenario) if count == 1 else processes(scenario, count)
    try:
        with where as runner:
            yield runner
    except NoWorkers as error:
        raise Failure(str(error), WRONG_USE) from None


def _play(experiment: Experiment, workers: AbstractContextManager[Runner]) -> None:
    """Play until all is settled, or until Ctrl-C."""
    try:
        with workers as runner, _bar() as progress:
            experiment.run(runner, progress)
    except KeyboardInterrupt:
        if not experiment.games:
            raise
        tell(_("Stopped. What follows is from the {count} games played.").format(
            count=len(experiment.games)
        ))  # fmt: skip


@contextmanager
def _bar() -> Iterator[Progress]:
    """How far the games are, on a terminal only."""
    import rich.console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = rich.console.Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield lambda done, planned: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(_("Games"), total=None)
        yield lambda done, planned: bar.update(task, completed=done, total=planned)


def _shown(experiment: Experiment, seconds: float, html: Path | None, as_json: bool) -> Balance:
    from simpasar.balance.document import balance_document, balance_of

    found = balance_of(experiment)
    if html is not None:
        from simpasar.bench.balance_html import page_html

        with refusals():
            html.write_text(page_html(found, seconds), encoding="utf-8")
    if as_json:
        print_json(balance_document(found))
    else:
        from simpasar.bench.balance_page import print_balance
        from simpasar.bench.layout import Paper

        paper = Paper()
        print_balance(paper, found, seconds)
        if html is not None:
            paper.row(_("Page for the browser: {file}").format(file=html))
    return found
