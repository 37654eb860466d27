"""The command line: which commands there are, and how each of them ends."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from simpasar import i18n
from simpasar.commands.balance import add_balance
from simpasar.commands.check import add_check, add_explain
from simpasar.commands.learning import add_learning, add_test
from simpasar.commands.manners import (
    INTERRUPTED,
    OWN_MISTAKE,
    WRONG_USE,
    Failure,
    folded,
    language_option,
    tell,
)
from simpasar.commands.new import add_new
from simpasar.commands.play import add_run
from simpasar.commands.preview import add_preview, add_watch
from simpasar.commands.records import add_export, add_replay, add_score, add_verify
from simpasar.commands.review import add_review, add_whatif
from simpasar.commands.schema import add_schema
from simpasar.commands.screens import add_doctor, add_play
from simpasar.commands.translate import add_translate
from simpasar.i18n import _


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit status, never with a traceback.

    0: done. 1: a check failed. 2: wrong use or input. 70: our own mistake. 130: interrupted.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    i18n.use(_asked_language(arguments))
    try:
        status = _commands().main(arguments, prog_name="simpasar", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        # click puts "Error: " before it
        click.UsageError(folded(error.format_message(), room=10), error.ctx).show()
        status = WRONG_USE
    except click.ClickException as error:
        tell(error.format_message())
        status = error.status if isinstance(error, Failure) else WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        tell(_("Stopped."))
        status = INTERRUPTED
    except BrokenPipeError:  # the reader, a pager perhaps, has seen enough
        # What is still to be written must not fail when Python ends (Python docs, signal).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except Exception as error:
        if os.environ.get("SIMPASAR_DEBUG"):
            raise
        tell(
            _(
                "simpasar has made a mistake of its own ({error}). The record is safe as far as"
                " it was written. Please tell us, with what SIMPASAR_DEBUG=1 prints."
            ).format(error=f"{type(error).__name__}: {error}")
        )
        status = OWN_MISTAKE
    sys.exit(status if isinstance(status, int) else 0)


def _asked_language(arguments: list[str]) -> i18n.Language:
    """The language of --lang, which must be known before any help is written."""
    for word, following in zip(arguments, [*arguments, ""][1:], strict=True):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in i18n.LANGUAGES:
            return "en" if value == "en" else "id"
    return i18n.preferred()


def _commands() -> click.Group:
    """The commands, with their help in the language now spoken."""

    @click.group(
        help=_("simpasar: a market game in which teams run small neighbourhood businesses."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND ..."),
    )
    @click.version_option(package_name="simpasar", message="simpasar %(version)s")
    @language_option
    def simpasar() -> None:
        pass

    for add in (
        add_play,
        add_doctor,
        add_new,
        add_preview,
        add_watch,
        add_run,
        add_check,
        add_translate,
        add_schema,
        add_explain,
        add_verify,
        add_replay,
        add_score,
        add_whatif,
        add_review,
        add_export,
        add_balance,
        add_test,
        add_learning,
    ):
        add(simpasar)
    return simpasar
