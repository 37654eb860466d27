"""simpasar play: the game on one laptop, in a terminal. simpasar doctor: whether it can."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import (
    CHECK_FAILED,
    WRONG_USE,
    Failure,
    language_option,
    print_json,
    refusals,
)
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.scenario.model import Scenario


def add_play(group: click.Group) -> None:
    """Add `play` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Play with a class on this laptop. SCENARIO: a name that ships, or a file."),
    )
    @click.argument("scenario", required=False, metavar=_("[SCENARIO]"))
    @language_option
    def play(scenario: str | None) -> None:
        from simpasar.classroom.shelf import games_folder
        from simpasar.tui.look import look_here

        with refusals():
            asked = _loaded(scenario) if scenario else None
            _need_a_terminal()
            from simpasar.tui.app import run

            run(games_folder(), look_here(os.environ), asked)


def _loaded(name: str) -> Scenario:
    """A scenario by its name or file; what is wrong with it is told before any screen opens."""
    from simpasar.scenario.library import find
    from simpasar.scenario.loader import load

    return load(find(name))


def _need_a_terminal() -> None:
    """Refuse to paint where nobody would see it, or on less than a page.

    Raises:
        Failure: with a sentence of what to do.
    """
    from simpasar.commands.checkup import LEAST_SIZE, at_terminal, encodes
    from simpasar.commands.doctor import not_written, too_small

    if not at_terminal():
        message = _(
            "simpasar play needs a terminal window: start it there, without sending its input or"
            " output elsewhere. For a game without screens there is simpasar run."
        )
        raise Failure(message, WRONG_USE)
    size = shutil.get_terminal_size()
    if size.columns < LEAST_SIZE[0] or size.lines < LEAST_SIZE[1]:
        raise Failure(too_small(size.columns, size.lines), WRONG_USE)
    encoding = sys.stdout.encoding or "ascii"
    if not encodes(encoding):
        raise Failure(not_written(encoding), WRONG_USE)


def add_doctor(group: click.Group) -> None:
    """Add `doctor` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Say whether the game can be played on this terminal."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def doctor(as_json: bool) -> int:
        from simpasar.commands.checkup import checkup
        from simpasar.commands.doctor import report

        found = checkup(os.environ)
        if as_json:
            print_json(found.document())
        else:
            for line in report(found):
                click.echo(line if found.encodes else _as_far_as(found.encoding, line))
        return CHECK_FAILED if list(found.problems()) else 0


def _as_far_as(encoding: str, line: str) -> str:
    return line.encode(encoding, "replace").decode(encoding)
