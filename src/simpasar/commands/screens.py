"""simpasar play: the game on one laptop, in a terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import language_option, refusals
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
        from simpasar.tui.app import run
        from simpasar.tui.look import look_here

        with refusals():
            run(games_folder(), look_here(os.environ), _loaded(scenario) if scenario else None)


def _loaded(name: str) -> Scenario:
    """A scenario by its name or file; what is wrong with it is told before any screen opens."""
    from simpasar.scenario.library import find
    from simpasar.scenario.loader import load

    return load(find(name))
