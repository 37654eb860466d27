"""What all commands do alike: exit statuses, sentences for what goes wrong, language, JSON."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, TypeVar

import click

from simpasar import i18n
from simpasar.i18n import _

CHECK_FAILED, WRONG_USE, OWN_MISTAKE, INTERRUPTED = 1, 2, 70, 130

Command = TypeVar("Command", bound=Callable[..., Any])


def language_option(command: Command) -> Command:
    """Give a command the option --lang."""
    return click.option(
        "--lang",
        type=click.Choice(i18n.LANGUAGES),
        expose_value=False,
        help=_("Language: id (Indonesian) or en (English). Also by the variable SIMPASAR_LANG."),
    )(command)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what people may get wrong into sentences and an exit status."""
    from simpasar.firm.findings import SheetRefused
    from simpasar.game.bots import UnknownBot
    from simpasar.game.record import RecordError
    from simpasar.game.replay import RecordDiffersError
    from simpasar.scenario.problems import ScenarioProblems

    try:
        yield
    except RecordDiffersError as error:
        raise Failure(str(error), CHECK_FAILED) from None
    except (RecordError, ScenarioProblems, SheetRefused, UnknownBot) as error:
        raise Failure(str(error), WRONG_USE) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        message = _("{file} cannot be used: {reason}.").format(
            file=error.filename, reason=error.strerror or type(error).__name__
        )
        raise Failure(message, WRONG_USE) from None


class Failure(click.ClickException):
    """A sentence for people, and the status to leave with."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def folded(message: str, room: int = 0) -> str:
    """A message for people at a terminal: long lines end between words, with `room` left in each.
    Elsewhere, and where a line of somebody's file is shown, it stays as it is."""
    return folded_to(sys.stderr, message, room)


def folded_to(stream: TextIO, message: str, room: int = 0) -> str:
    """`folded`, for what is written to `stream`."""
    if not stream.isatty():
        return message
    width = shutil.get_terminal_size().columns - room
    return "\n".join(
        line if line.startswith("    ") else "\n".join(_words(line, width))
        for line in message.split("\n")
    )


def _words(line: str, width: int) -> list[str]:
    return textwrap.wrap(
        line,
        max(width, 20),
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def tell(message: str) -> None:
    """A sentence on standard error."""
    click.echo(folded(message), err=True)


def print_json(document: Any) -> None:
    """One document on one line."""
    click.echo(json.dumps(document, ensure_ascii=False, separators=(",", ":")))
