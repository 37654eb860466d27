"""The report of `simpasar doctor`: what was found, and what to do about it, in plain text."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from simpasar.commands.checkup import GOOD_SIZE, LEAST_FREE, LEAST_SIZE, SAMPLE, Checkup, Finding
from simpasar.i18n import _
from simpasar.money import grouped

WIDTH = 80
"""Columns of a report, on terminals that have so many."""


def report(found: Checkup) -> Iterator[str]:
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
            message = too_small(found.columns, found.lines)
        case "dumb":
            message = _("This terminal cannot move its cursor (TERM=dumb): use another one.")
        case "encoding":
            message = not_written(found.encoding)
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


def too_small(columns: int, lines: int) -> str:
    """That a window is too small to play in, and what to do."""
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


def not_written(encoding: str) -> str:
    """That an encoding lacks the game's characters, and what to do."""
    message = _(
        "The game's characters cannot be written as {encoding}. Set PYTHONUTF8=1 and start again."
    )
    return message.format(encoding=encoding)
