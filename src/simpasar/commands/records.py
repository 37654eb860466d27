"""What may be asked of a record: verify, replay, score, export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import (
    CHECK_FAILED,
    WRONG_USE,
    Failure,
    language_option,
    print_json,
    refusals,
    tell,
)
from simpasar.commands.opened import steps_of
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.game.replay import Step


def _steps(path: Path) -> tuple[Iterator[Step], str, bool]:
    """A record's replay, its head, and whether it was played to its end."""
    from simpasar.game.replay import read_with_seed

    reading, seed = read_with_seed(path)
    return steps_of(path, reading, seed), reading.head, reading.sealed


def add_verify(group: click.Group) -> None:
    """Add `verify` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Replay a record from its own text and say whether it agrees."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @language_option
    def verify(record: Path) -> int:
        from simpasar.game.record import RecordBroken

        with refusals():
            try:
                steps, head, sealed = _steps(record)
                for _step in steps:
                    pass
            except RecordBroken as broken:
                foreign = broken.word in ("newer", "first")
                raise Failure(str(broken), WRONG_USE if foreign else CHECK_FAILED) from None
        click.echo(_("agrees {digest}").format(digest=head))
        if not sealed:
            tell(_("The game is unfinished: it agrees as far as it goes."))
        return 0


def add_replay(group: click.Group) -> None:
    """Add `replay` to the commands."""

    @group.command(
        "replay",
        options_metavar=_("[OPTIONS]"),
        help=_("Every week of a record: its states and results."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def replay_command(record: Path, as_json: bool) -> None:
        from simpasar.console import Console
        from simpasar.game.summary import replay_document

        with refusals():
            steps, head, sealed = _steps(record)
            if as_json:
                print_json(replay_document(steps, head))
                return
            show, game = None, None
            for step in steps:
                game = step.game
                if show is None:
                    show = Console(game.setup)
                    show.opening()
                show.setup = game.setup
                if step.outcome:
                    show.week(game.state)
                elif step.withdrawn:
                    show.taken_back(step.withdrawn, step.entry["reason"])
            if show and game:
                show.ending(game, game.chance.seed if sealed else None, head, record, False)


def add_score(group: click.Group) -> None:
    """Add `score` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Compare every team of a record with par in the same seat under the same chance."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def score(record: Path, as_json: bool) -> None:
        from simpasar.console import Console
        from simpasar.game.comparison import compare, comparison_document, played

        with refusals():
            steps, head, sealed = _steps(record)
            game, weeks = played(steps)
        if not weeks:
            raise Failure(
                _("{file}: no week has been played yet, so there is nothing to compare.").format(
                    file=record
                ),
                WRONG_USE,
            )
        show = Console(game.setup)
        with show.rehearsing(len(weeks)) as progress:
            found = compare(game, weeks, progress)
        if as_json:
            print_json(comparison_document(game, head, found))
        else:
            show.comparison(found, len(weeks))
        if not sealed:
            tell(_("The game is unfinished: this is how it stands so far."))


def add_export(group: click.Group) -> None:
    """Add `export` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"), help=_("Write a record's figures for other programs.")
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option(
        "--to",
        "target",
        type=click.Choice(["csv", "beancount"]),
        required=True,
        help=_("csv: tables for a spreadsheet. beancount: everybody's books."),
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        metavar=_("FOLDER"),
        required=True,
        help=_("The folder to write into; made where it is missing."),
    )
    @language_option
    def export(record: Path, target: str, out: Path) -> None:
        from simpasar.export import beancount, tables

        with refusals():
            steps, _head, _sealed = _steps(record)
            out.mkdir(parents=True, exist_ok=True)
            written = (tables if target == "csv" else beancount).write(steps, out)
        for path in written:
            click.echo(path)
