"""simpasar preview: what a class will see of a scenario. simpasar watch: again at each save."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import language_option, refusals
from simpasar.i18n import _, language

if TYPE_CHECKING:
    from simpasar.bench.preview_page import PartName
    from simpasar.bench.watch_page import Sight


def add_preview(group: click.Group) -> None:
    """Add `preview` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Show what the class will see of a scenario. SCENARIO: a file, or a name that ships."
        ),
    )
    @click.argument("scenario", metavar=_("SCENARIO"))
    @click.option(
        "--part",
        "parts",
        multiple=True,
        metavar=_("PART"),
        help=_("Only this part, for example products. May be given again."),
    )
    @language_option
    def preview(scenario: str, parts: tuple[str, ...]) -> None:
        from simpasar.bench.layout import Paper
        from simpasar.bench.preview_page import PARTS, paint
        from simpasar.scenario.library import find
        from simpasar.scenario.loader import load

        chosen = _parts(parts)
        with refusals():
            paint(Paper(), load(find(scenario)), chosen or PARTS)


def _parts(words: tuple[str, ...]) -> list[PartName]:
    """The parts that were asked for.

    Raises:
        click.UsageError: there is none of that name.
    """
    from simpasar.bench.preview_page import PARTS, part_of, part_word

    chosen = []
    for word in words:
        part = part_of(word)
        if part is None:
            known = ", ".join(part_word(part, language()) for part in PARTS)
            message = _("There is no part {part}. The parts are: {parts}.")
            raise click.UsageError(message.format(part=word, parts=known))
        chosen.append(part)
    return chosen


def add_watch(group: click.Group) -> None:
    """Add `watch` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Check and preview a scenario again at each save. Ctrl+C ends it."),
    )
    @click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
    @language_option
    def watch(file: Path) -> None:
        with refusals():
            try:
                _watch(file)
            except KeyboardInterrupt:
                click.echo()
                click.echo(_("Watching has ended. The file is as you saved it."))


def _watch(file: Path) -> None:
    """Show every version of a file, until Ctrl+C."""
    from simpasar.bench.layout import Paper
    from simpasar.bench.watch_page import paint_sight
    from simpasar.bench.watching import versions

    paper = Paper()
    before = None
    for _version in versions(file, time.sleep):
        sight = _looked_at(file)
        if paper.is_terminal:
            paper.clear()
        else:
            paper.print()
        paint_sight(paper, sight, before, time.strftime("%H:%M:%S"))
        paper.sentence(_("Watching {file}. Ctrl+C ends it.").format(file=file.name), style="dim")
        sys.stdout.flush()
        before = sight.scenario or before


def _looked_at(file: Path) -> Sight:
    """A file as it is now."""
    from simpasar.bench.watch_page import Sight
    from simpasar.scenario.check import check

    found = check(file)
    return Sight(found.scenario, found.problems)
