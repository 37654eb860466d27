"""simpasar schema: JSON Schemas of scenario files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from simpasar import i18n
from simpasar.commands.manners import language_option, refusals, tell
from simpasar.i18n import _


def add_schema(group: click.Group) -> None:
    """Add `schema` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Write the schemas of scenario files, with which an editor completes, explains and"
            " checks them while you write."
        ),
    )
    @click.option(
        "--lang-of-keys",
        "vocabulary",
        type=click.Choice(i18n.LANGUAGES),
        help=_("Only for files with Indonesian (id) or English (en) key words."),
    )
    @click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        metavar=_("FOLDER"),
        default=Path("schema"),
        help=_("The folder to write into; made where it is missing. Usually schema, here."),
    )
    @language_option
    def schema(vocabulary: i18n.Language | None, out: Path) -> None:
        from simpasar.scenario.saving import save
        from simpasar.scenario.schema import FILES, modeline, schema_text

        wanted = [vocabulary] if vocabulary else list(i18n.LANGUAGES)
        with refusals():
            out.mkdir(parents=True, exist_ok=True)
            for own in wanted:
                save(out / FILES[own], schema_text(own))
                click.echo(out / FILES[own])
        tell(_("Let the first line of a scenario that lies beside this folder be:"))
        for own in wanted:
            tell(f"    {modeline(own, out.name)}")
