"""A record as commands open it: lived again, refused where it does not agree, warned of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from simpasar.commands.manners import CHECK_FAILED, WRONG_USE, Failure, refusals, tell
from simpasar.i18n import _

if TYPE_CHECKING:
    from simpasar.game.entries import RecordEntry
    from simpasar.game.play import Game
    from simpasar.game.record import Reading
    from simpasar.game.replay import Step
    from simpasar.scenario.model import Scenario


@dataclass(frozen=True)
class Opened:
    """A record, lived again: its game, its seed, and the digest of its last line. `warnings`: what
    whoever reads its figures must know."""

    game: Game
    seed: int
    head: str
    entries: tuple[RecordEntry, ...]
    warnings: tuple[str, ...]


def open_record(path: Path) -> Opened:
    """A record of at least one week; its warnings are told.

    Raises:
        Failure: it cannot be read, is not as it was written, or holds no week.
    """
    from simpasar.game.comparison import played
    from simpasar.game.replay import read_with_seed

    with refusals():
        reading, seed = read_with_seed(path)
        game, _weeks = played(steps_of(path, reading, seed))
    if not game.lived:
        message = _("{file}: no week has been played yet, so there is nothing to look at.")
        raise Failure(message.format(file=path), WRONG_USE)
    warnings = tuple(_warnings(reading, game.setup.scenario))
    for warning in warnings:
        tell(f"{path}: {warning}")
    return Opened(game, seed, reading.head, reading.entries, warnings)


def steps_of(path: Path, reading: Reading, seed: int) -> Iterator[Step]:
    """A record's replay.

    Raises:
        Failure: at the first entry that a replay does not give.
    """
    from simpasar.game.replay import RecordDiffersError, replay

    try:
        yield from replay(reading.entries, seed)
    except RecordDiffersError as differs:
        told = [_("{file} does not agree with its own replay: {place}.")]
        theirs = _other_engine(reading)
        if theirs:
            told.append(
                _(
                    "It was made by simpasar {theirs} and this is simpasar {ours}: perhaps only"
                    " that one can replay it."
                )
            )
        message = " ".join(told).format(
            file=path, place=differs, theirs=theirs, ours=version("simpasar")
        )
        raise Failure(message, CHECK_FAILED) from None


def _other_engine(reading: Reading) -> str:
    """Which simpasar made a record, "" where it was this one."""
    theirs = str(reading.entries[0].get("engine"))
    return "" if theirs == version("simpasar") else theirs


def _warnings(reading: Reading, scenario: Scenario) -> Iterator[str]:
    theirs = _other_engine(reading)
    if theirs:
        yield _(
            "Warning: this record was made by simpasar {theirs}, and this is simpasar {ours}. It"
            " agrees with its replay here, so it can be judged here."
        ).format(theirs=theirs, ours=version("simpasar"))
    from simpasar.game.play import scenario_digest
    from simpasar.scenario.library import find, shipped
    from simpasar.scenario.loader import load

    if scenario.name not in shipped():
        yield _(
            "Warning: the scenario {name} of this record does not ship with simpasar. It is judged"
            " by its own rules, which are in the record."
        ).format(name=scenario.name)
    elif scenario_digest(load(find(scenario.name))) != scenario_digest(scenario):
        yield _(
            "Warning: the scenario {name} of this record is not the one of that name that ships"
            " with this simpasar. It is judged by its own rules, which are in the record."
        ).format(name=scenario.name)
