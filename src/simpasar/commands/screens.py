"""simpasar play: the game on one laptop, in a terminal. simpasar doctor: whether it can."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simpasar.commands.checkup import (
    GOOD_SIZE,
    LEAST_FREE,
    LEAST_SIZE,
    SAMPLE,
    Checkup,
    Finding,
    at_terminal,
    checkup,
    encodes,
)
from simpasar.commands.manners import (
    CHECK_FAILED,
    WRONG_USE,
    Failure,
    language_option,
    print_json,
    refusals,
)
from simpasar.i18n import _
from simpasar.money import grouped

if TYPE_CHECKING:
    from simpasar.scenario.model import Scenario

WIDTH = 80
"""Columns of a report, on terminals that have so many."""


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
    if not at_terminal():
        message = _(
            "simpasar play needs a terminal window: start it there, without sending its input or"
            " output elsewhere. For a game without screens there is simpasar run."
        )
        raise Failure(message, WRONG_USE)
    size = shutil.get_terminal_size()
    if size.columns < LEAST_SIZE[0] or size.lines < LEAST_SIZE[1]:
        raise Failure(_too_small(size.columns, size.lines), WRONG_USE)
    encoding = sys.stdout.encoding or "ascii"
    if not encodes(encoding):
        raise Failure(_not_written(encoding), WRONG_USE)


def _too_small(columns: int, lines: int) -> str:
    message = _(
        "This window has {columns} columns and {lines} lines, too few to play: the game needs"
        " {least_columns} x {least_lines}, and {good_columns} x {good_lines} is better. Make the"
        " window larger, or its letters smaller."
    )
    return message.format(
        columns=columns,
        lines=lines,
        least_columns=LEAST_SIZE[0],
        least_lines=LEAST_SIZE[1],
        good_columns=GOOD_SIZE[0],
        good_lines=GOOD_SIZE[1],
    )


def _not_written(encoding: str) -> str:
    message = _(
        "The game's characters cannot be written as {encoding}. Set PYTHONUTF8=1 and start again."
    )
    return message.format(encoding=encoding)


# -- doctor -------------------------------------------------------------------------------


def add_doctor(group: click.Group) -> None:
    """Add `doctor` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Say whether the game can be played on this terminal."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def doctor(as_json: bool) -> int:
        found = checkup(os.environ)
        if as_json:
            print_json(found.document())
        else:
            for line in _report(found):
                click.echo(line if found.encodes else _as_far_as(found.encoding, line))
        return CHECK_FAILED if list(found.problems()) else 0


def _as_far_as(encoding: str, line: str) -> str:
    return line.encode(encoding, "replace").decode(encoding)


def _report(found: Checkup) -> Iterator[str]:
    """All that was found, for people."""
    yield _("What this terminal can do")
    yield from _facts(found)
    yield ""
    yield from _folded(
        _(
            "The look is chosen by SIMPASAR_LOOK: normal or compatible. NO_COLOR=1 takes all"
            " colour away."
        )
    )
    yield ""
    yield _("Lines, blocks, squares, arrows and faces should be seen here:")
    yield f"  {SAMPLE}"
    yield from _folded(
        _(
            "If there are question marks or empty boxes, choose another font for this window, such"
            " as Consolas, Lucida Console or DejaVu Sans Mono."
        )
    )
    yield ""
    yield from _folded(
        _("Keys: ↑ ↓, Enter and Esc are enough to play; ? or F1 is help; Ctrl+Q leaves.")
    )
    yield ""
    for finding in (*found.warnings(), *found.problems()):
        yield from _folded(f"! {_advice(finding, found)}", "  ")
    if list(found.problems()):
        return
    if found.terminal:
        yield _("The game can be played here.")
    else:
        yield _("Nothing stands in the way of simpasar play in a terminal window.")


def _facts(found: Checkup) -> Iterator[str]:
    size = _("{columns} columns, {lines} lines").format(columns=found.columns, lines=found.lines)
    free = _("{free} MB free").format(free=grouped(found.games.free // 1_000_000))
    can = _("can be written, {free}").format(free=free)
    facts = {
        _("Terminal"): found.kind or _("does not say what it is"),
        _("Size"): size if found.terminal else _("unknown: this is not shown on a terminal"),
        _("Encoding"): found.encoding,
        _("Colours"): _colours(found),
        _("Look"): _look(found),
        _("Games"): found.games.path,
        "": can if found.games.writable else _("cannot be written"),
        _("Versions"): ", ".join(f"{name} {number}" for name, number in found.versions.items()),
    }
    indent = max(map(len, facts)) + 4
    for name, value in facts.items():
        label = f"  {name}".ljust(indent)
        yield from _folded(label + value, " " * indent)


def _colours(found: Checkup) -> str:
    if found.no_color:
        return _("none, because NO_COLOR is set")
    return grouped(found.colours) if found.colours > 1 else _("none")


def _look(found: Checkup) -> str:
    name = _("compatible") if found.look.compatible else _("normal")
    reason = {
        "asked": _("because SIMPASAR_LOOK asks for it"),
        "known": _("because this terminal is known to be good"),
        "encoding": _("because the encoding is not UTF-8"),
        "unknown": _("because this terminal is not known, and this look works on all"),
    }[found.look.reason]
    return f"{name}, {reason}"


def _advice(finding: Finding, found: Checkup) -> str:
    """A sentence about what was found, and one of what to do."""
    match finding:
        case "small":
            message = _("The window is smaller than 80 x 24: larger is better to read.")
        case "look_unknown":
            message = _("SIMPASAR_LOOK is {asked}, which is no look: say normal or compatible.")
        case "too_small":
            message = _too_small(found.columns, found.lines)
        case "dumb":
            message = _("This terminal cannot move its cursor (TERM=dumb): use another one.")
        case "encoding":
            message = _not_written(found.encoding)
        case "folder":
            message = _(
                "Games cannot be kept in {folder}. Name another folder by SIMPASAR_DATA, one that"
                " you may write to."
            )
        case "full":
            message = _("The disk is almost full: free at least {least} MB for games.")
    return message.format(
        asked=found.asked,
        encoding=found.encoding,
        folder=found.games.path,
        least=LEAST_FREE // 1_000_000,
    )


def _folded(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        min(WIDTH, shutil.get_terminal_size().columns),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
