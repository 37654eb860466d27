"""The commands. Each is thin, and imports what it needs when it runs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from simpasar import i18n
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.game.play import Game
    from simpasar.game.replay import Step
    from simpasar.scenario.model import Scenario

CHECK_FAILED, WRONG_USE, OWN_MISTAKE, INTERRUPTED = 1, 2, 70, 130

Command = TypeVar("Command", bound=Callable[..., Any])


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
        error.show()
        status = WRONG_USE
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        status = error.status if isinstance(error, _Failure) else WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        click.echo(_("Stopped."), err=True)
        status = INTERRUPTED
    except BrokenPipeError:  # the reader, a pager perhaps, has seen enough
        # What is still to be written must not fail when Python ends (Python docs, signal).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except Exception as error:
        if os.environ.get("SIMPASAR_DEBUG"):
            raise
        click.echo(
            _(
                "simpasar has made a mistake of its own ({error}). The record is safe as far as"
                " it was written. Please tell us, with what SIMPASAR_DEBUG=1 prints."
            ).format(error=f"{type(error).__name__}: {error}"),
            err=True,
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


def _language_option(command: Command) -> Command:
    return click.option(
        "--lang",
        type=click.Choice(i18n.LANGUAGES),
        expose_value=False,
        help=_("Language: id (Indonesian) or en (English). Also by the variable SIMPASAR_LANG."),
    )(command)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what people may get wrong into sentences and an exit status."""
    from simpasar.firm.findings import SheetRefused
    from simpasar.game.bots import UnknownBot
    from simpasar.game.record import RecordError
    from simpasar.game.replay import RecordDiffersError
    from simpasar.scenario.problems import ScenarioProblems

    try:
        yield
    except RecordDiffersError as error:
        raise _Failure(str(error), CHECK_FAILED) from None
    except (RecordError, ScenarioProblems, SheetRefused, UnknownBot) as error:
        raise _Failure(str(error), WRONG_USE) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        message = _("{file} cannot be used: {reason}.").format(
            file=error.filename, reason=error.strerror or type(error).__name__
        )
        raise _Failure(message, WRONG_USE) from None


class _Failure(click.ClickException):
    """A sentence for people, and the status to leave with."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def _commands() -> click.Group:
    """The commands, with their help in the language now spoken."""

    @click.group(
        help=_("simpasar: a market game in which teams run small neighbourhood businesses."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND ..."),
    )
    @click.version_option(package_name="simpasar", message="simpasar %(version)s")
    @_language_option
    def simpasar() -> None:
        pass

    for add in (_add_run, _add_verify, _add_replay, _add_score, _add_export):
        add(simpasar)
    return simpasar


# -- run ----------------------------------------------------------------------------------


def _add_run(group: click.Group) -> None:
    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Play a whole game with bots. SCENARIO: a name that ships, or a file."),
    )
    @click.argument("scenario", required=False, metavar=_("[SCENARIO]"))
    @click.option(
        "--seed",
        type=int,
        metavar=_("NUMBER"),
        help=_("Seed of all chance. Drawn where none is given."),
    )
    @click.option(
        "--weeks",
        type=click.IntRange(1, 104),
        metavar=_("NUMBER"),
        help=_("Weeks to play, instead of the scenario's."),
    )
    @click.option(
        "--bot", "bots", multiple=True, metavar=_("TEAM=NAME"), help=_("Who plays a team's seat.")
    )
    @click.option(
        "--record",
        type=click.Path(path_type=Path),
        metavar=_("FILE"),
        help=_("Write the record of the game here."),
    )
    @click.option(
        "--resume",
        type=click.Path(path_type=Path),
        metavar=_("FILE"),
        help=_("Go on with an unfinished record."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @click.option("--quiet", is_flag=True, help=_("Only the last line."))
    @_language_option
    def run(
        scenario: str | None,
        seed: int | None,
        weeks: int | None,
        bots: tuple[str, ...],
        record: Path | None,
        resume: Path | None,
        as_json: bool,
        quiet: bool,
    ) -> None:
        with _refusals():
            if resume is not None:
                if scenario or seed is not None or weeks or bots or record:
                    raise click.UsageError(
                        _("--resume goes on with the game as it is: leave the other options out.")
                    )
                game = _resumed(resume)
            elif scenario is None:
                raise click.UsageError(_("Which scenario? For example: simpasar run pasar-pagi"))
            else:
                game = _begun(scenario, seed, weeks, bots, record)
            _play(game, resume or record, as_json, quiet)


def _begun(
    name: str, seed: int | None, weeks: int | None, bots: tuple[str, ...], record: Path | None
) -> Game:
    from simpasar.game.play import Setup, open_game
    from simpasar.game.record import FileWriter, MemoryWriter
    from simpasar.game.seed import draw_seed
    from simpasar.market.chance import SEED_BITS
    from simpasar.scenario.library import find
    from simpasar.scenario.loader import load

    scenario = load(find(name))
    if seed is not None and not 0 <= seed < 1 << SEED_BITS:
        raise click.UsageError(
            _("--seed is a whole number from 0 to {most}.").format(most=(1 << SEED_BITS) - 1)
        )
    setup = Setup(scenario, weeks or scenario.weeks, _seats(scenario, bots))
    seed = draw_seed() if seed is None else seed
    return open_game(setup, seed, FileWriter.create(record, seed) if record else MemoryWriter())


def _seats(scenario: Scenario, choices: tuple[str, ...]) -> dict[str, str | None]:
    """Who plays each seat: the scenario's own bots, but for those chosen."""
    from simpasar.game.bots import check_bot

    seats: dict[str, str | None] = {team: seat.bot for team, seat in scenario.teams.items()}
    for choice in choices:
        team, _equals, bot = choice.partition("=")
        if not bot:
            raise click.UsageError(
                _("--bot takes TEAM=NAME, for example --bot {team}=par, not {choice}.").format(
                    team=next(iter(seats)), choice=choice
                )
            )
        if team not in seats:
            raise click.UsageError(
                _("There is no team {team}. The teams are: {teams}.").format(
                    team=team, teams=", ".join(seats)
                )
            )
        seats[team] = bot
    for name in seats.values():
        check_bot(name or "")
    return seats


def _resumed(path: Path) -> Game:
    from simpasar.game.replay import resume

    return resume(path)


def _play(game: Game, record: Path | None, as_json: bool, quiet: bool) -> None:
    """Play to the end, showing each week as it ends."""
    from simpasar.console import Console
    from simpasar.game.seats import play_bots
    from simpasar.game.summary import game_document

    show = Console(game.setup, silent=as_json or quiet)
    show.opening()
    show.past_weeks(game.past)
    try:
        while not game.finished:
            with show.waiting(game.state.week):
                play_bots(game)
                game.live_week()
            show.week(game.state)
        digest = game.end()
    except KeyboardInterrupt:
        if record:
            click.echo(
                _("Stopped. Nothing is lost; go on with: simpasar run --resume {file}").format(
                    file=record
                ),
                err=True,
            )
            sys.exit(INTERRUPTED)
        raise
    finally:
        game.writer.close()
    if as_json:
        _print_json(game_document(game, game.chance.seed, digest))
    else:
        show.ending(game, game.chance.seed, digest, record, quiet)


def _print_json(document: Any) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, separators=(",", ":")))


# -- records ------------------------------------------------------------------------------


def _steps(path: Path) -> tuple[Iterator[Step], str, bool]:
    """A record's replay, its head, and whether it was played to its end."""
    from simpasar.game.record import RecordError, read
    from simpasar.game.replay import replay, seed_of
    from simpasar.game.seed import read_seed

    reading = read(path)
    seed = seed_of(reading) if reading.sealed else read_seed(path)
    if not reading.entries:
        raise RecordError(
            _("{file} was cut off before the game began: there is nothing in it.").format(file=path)
        )
    if seed is None:
        raise RecordError(
            _(
                "{file} is of an unfinished game, and its seed file is not beside it:"
                " it can only be replayed where the game was played."
            ).format(file=path)
        )
    return replay(reading.entries, seed), reading.head, reading.sealed


def _add_verify(group: click.Group) -> None:
    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Replay a record from its own text and say whether it agrees."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @_language_option
    def verify(record: Path) -> int:
        from simpasar.game.record import RecordBroken

        with _refusals():
            try:
                steps, head, sealed = _steps(record)
                for _step in steps:
                    pass
            except RecordBroken as broken:
                raise _Failure(
                    str(broken), WRONG_USE if broken.word == "newer" else CHECK_FAILED
                ) from None
        click.echo(_("agrees {digest}").format(digest=head))
        if not sealed:
            click.echo(_("The game is unfinished: it agrees as far as it goes."), err=True)
        return 0


def _add_replay(group: click.Group) -> None:
    @group.command(
        "replay",
        options_metavar=_("[OPTIONS]"),
        help=_("Every week of a record: its states and results."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @_language_option
    def replay_command(record: Path, as_json: bool) -> None:
        from simpasar.console import Console
        from simpasar.game.summary import replay_document

        with _refusals():
            steps, head, sealed = _steps(record)
            if as_json:
                _print_json(replay_document(steps, head))
                return
            show, game = None, None
            for step in steps:
                game = step.game
                if show is None:
                    show = Console(game.setup)
                    show.opening()
                if step.outcome:
                    show.week(game.state)
            if show and game:
                show.ending(game, game.chance.seed if sealed else None, head, record, False)


def _add_score(group: click.Group) -> None:
    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Compare every team of a record with par in the same seat under the same chance."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @_language_option
    def score(record: Path, as_json: bool) -> None:
        from simpasar.console import Console
        from simpasar.game.comparison import compare, comparison_document, played

        with _refusals():
            steps, head, sealed = _steps(record)
            game, weeks = played(steps)
        if not weeks:
            raise _Failure(
                _("{file}: no week has been played yet, so there is nothing to compare.").format(
                    file=record
                ),
                WRONG_USE,
            )
        show = Console(game.setup)
        with show.rehearsing(len(weeks)) as progress:
            found = compare(game, weeks, progress)
        if as_json:
            _print_json(comparison_document(game, head, found))
        else:
            show.comparison(found, len(weeks))
        if not sealed:
            click.echo(_("The game is unfinished: this is how it stands so far."), err=True)


def _add_export(group: click.Group) -> None:
    @group.command(
        options_metavar=_("[OPTIONS]"), help=_("Write a record's figures for other programs.")
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option(
        "--to",
        "target",
        type=click.Choice(["csv", "beancount"]),
        required=True,
        help=_("csv: tables for a spreadsheet. beancount: everybody's books."),
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        metavar=_("FOLDER"),
        required=True,
        help=_("The folder to write into; made where it is missing."),
    )
    @_language_option
    def export(record: Path, target: str, out: Path) -> None:
        from simpasar.export import beancount, tables

        with _refusals():
            steps, _head, _sealed = _steps(record)
            out.mkdir(parents=True, exist_ok=True)
            written = (tables if target == "csv" else beancount).write(steps, out)
        for path in written:
            click.echo(path)
