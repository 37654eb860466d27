"""What evaluators ask of a record: whatif."""

from __future__ import annotations

from pathlib import Path

import click

from simpasar.commands.manners import WRONG_USE, Failure, language_option, print_json, refusals
from simpasar.i18n import _


def add_whatif(group: click.Group) -> None:
    """Add `whatif` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Change one week's decisions of a team, and see what would have come of it."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option(
        "--week",
        type=click.IntRange(min=1),
        required=True,
        metavar=_("NUMBER"),
        help=_("The week whose decisions are changed."),
    )
    @click.option("--team", required=True, metavar=_("TEAM"), help=_("Whose decisions."))
    @click.option(
        "--set",
        "wishes",
        multiple=True,
        required=True,
        metavar=_("FIELD=VALUE"),
        help=_("For example price.nasi_uduk=11500. May be given several times."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def whatif(record: Path, week: int, team: str, wishes: tuple[str, ...], as_json: bool) -> None:
        from simpasar.game.comparison import played
        from simpasar.game.replay import read_with_seed, replay
        from simpasar.review.changes import ChangeRefused
        from simpasar.review.whatif import what_if, whatif_document

        with refusals():
            reading, seed = read_with_seed(record)
            game, _weeks = played(replay(reading.entries, seed))
        try:
            found = what_if(game, week, team, wishes)
        except ChangeRefused as refusal:
            raise Failure(str(refusal), WRONG_USE) from None
        if as_json:
            print_json(whatif_document(found, reading.head))
            return
        from simpasar.console import Console

        Console(game.setup).whatif(found)
