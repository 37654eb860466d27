"""What all commands do alike: exit statuses, sentences for what goes wrong, language, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

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


def print_json(document: Any) -> None:
    """One document on one line."""
    click.echo(json.dumps(document, ensure_ascii=False, separators=(",", ":")))
