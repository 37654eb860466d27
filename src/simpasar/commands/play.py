"""simpasar run: a whole game with bots, begun or gone on with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import (
    INTERRUPTED,
    WRONG_USE,
    Failure,
    language_option,
    print_json,
    refusals,
    tell,
)
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.game.play import Game
    from simpasar.scenario.model import Scenario


def add_run(group: click.Group) -> None:
    """Add `run` to the commands."""

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
    @language_option
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
        with refusals():
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

    game = resume(path)
    if None in game.setup.bots.values():
        game.writer.close()
        message = _("{file} is a game of people: go on with it in simpasar play.")
        raise Failure(message.format(file=path), WRONG_USE)
    return game


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
            tell(
                _("Stopped. Nothing is lost; go on with: simpasar run --resume {file}").format(
                    file=record
                )
            )
            sys.exit(INTERRUPTED)
        raise
    finally:
        game.writer.close()
    if as_json:
        print_json(game_document(game, game.chance.seed, digest))
    else:
        show.ending(game, game.chance.seed, digest, record, quiet)
