"""simpasar balance: bots play a scenario on common seeds; lights say what that tells."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import (
    CHECK_FAILED,
    INTERRUPTED,
    language_option,
    print_json,
    refusals,
    tell,
)
from simpasar.commands.playing import bar, one_place, working, writable
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.balance.answers import Balance
    from simpasar.balance.experiment import Experiment
    from simpasar.balance.workers import Runner


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
        from simpasar.balance.jobs import play_text
        from simpasar.scenario.library import find
        from simpasar.scenario.loader import load

        one_place(jobs, cluster)
        with refusals():
            loaded = load(find(scenario))
            if html is not None:
                writable(html)
        plan = Plan.of_quick(seeds) if quick else Plan.full(seeds)
        experiment = Experiment(loaded, plan)
        started = time.monotonic()
        _play(experiment, working(play_text, loaded.model_dump_json(), jobs, cluster))
        found = _shown(experiment, time.monotonic() - started, html, as_json)
        if not found.finished:
            sys.exit(INTERRUPTED)
        if strict and found.worst == "red":
            sys.exit(CHECK_FAILED)


def _play(experiment: Experiment, workers: AbstractContextManager[Runner]) -> None:
    """Play until all is settled, or until Ctrl-C."""
    try:
        with workers as runner, bar(_("Games")) as progress:
            experiment.run(runner, progress)
    except KeyboardInterrupt:
        if not experiment.games:
            raise
        tell(_("Stopped. What follows is from the {count} games played.").format(
            count=len(experiment.games)
        ))  # fmt: skip


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
