"""simpasar translate: a scenario file in the other vocabulary."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simpasar import i18n
from simpasar.commands.manners import language_option, refusals, tell
from simpasar.i18n import _


def add_translate(group: click.Group) -> None:
    """Add `translate` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Rename the key words of a scenario to Indonesian or English. Comments, blank lines,"
            " numbers, ids and texts stay as they are. FILE: a file, or a name that ships."
        ),
    )
    @click.argument("file", metavar=_("FILE"))
    @click.option(
        "--to",
        "target",
        type=click.Choice(i18n.LANGUAGES),
        required=True,
        help=_("The language of the key words: id (Indonesian) or en (English)."),
    )
    @click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        metavar=_("FILE"),
        help=_("Write here, not on the screen."),
    )
    @click.option("--in-place", is_flag=True, help=_("Change the file itself."))
    @language_option
    def translate(file: str, target: i18n.Language, out: Path | None, in_place: bool) -> None:
        from simpasar.scenario.library import find, shipped
        from simpasar.scenario.saving import save
        from simpasar.scenario.source import raw_text
        from simpasar.scenario.translate import translated

        if in_place and out is not None:
            raise click.UsageError(_("--in-place or -o: give one of them."))
        if in_place and file in shipped():
            message = _(
                "{name} ships with simpasar and stays as it is: write it to a file with -o."
            )
            raise click.UsageError(message.format(name=file))
        with refusals():
            path = find(file)
            text = raw_text(path)
            result = translated(text, target, str(path))
            if result.text == text:
                message = _("{file} has these key words already: nothing is changed.")
                tell(message.format(file=path))
            if out is None and not in_place:
                sys.stdout.buffer.write(result.text.encode("utf-8"))
            elif result.text != text or out is not None:
                save(out or path, result.text)
                tell(_("Written: {file}").format(file=out or path))
