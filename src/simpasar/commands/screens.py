"""simpasar play: the game on one laptop, in a terminal."""

from __future__ import annotations

import os

import click

from simpasar.commands.manners import language_option, refusals
from simpasar.i18n import _


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
            run(games_folder(), look_here(os.environ), scenario)
