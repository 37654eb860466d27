"""simpasar review FOLDER: the records of a workshop or a year, reviewed one after the other."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpasar.commands.manners import (
    CHECK_FAILED,
    INTERRUPTED,
    WRONG_USE,
    Failure,
    print_json,
    refusals,
    tell,
)
from simpasar.commands.opened import open_record
from simpasar.commands.playing import writable
from simpasar.commands.reviewing import kept_document, reviewed
from simpasar.i18n import _, language
from simpasar.scenario.saving import save

if TYPE_CHECKING:
    from simpasar.commands.opened import Opened
    from simpasar.game.record import Reading
    from simpasar.review.jobs import Spent
    from simpasar.review.reviewed_game import ReviewedGame

KEPT = ".review.json"
"""How the file of a kept review ends."""
_LONGEST = 30
"""Letters of a name that stand beside the bar."""


@dataclass(frozen=True)
class How:
    """How records are reviewed: effort, workers, and the folder where reviews are kept."""

    spent: Spent
    jobs: int | None
    cluster: str | None
    out: Path | None


@dataclass
class Tally:
    """What came of a folder: reviews by the record's name, and the names left out, each with the
    reason. `stopped_of`: how many records there are, where Ctrl-C came before the last."""

    games: dict[str, ReviewedGame] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    stopped_of: int | None = None


def review_folder(
    folder: Path, how: How, html: Path | None, tables: Path | None, as_json: bool
) -> None:
    """Review every record in a folder and below, and tell what they say together."""
    records = _records(folder)
    with refusals():
        if how.out is not None:
            how.out.mkdir(parents=True, exist_ok=True)
        if html is not None:
            writable(html)
    tally = Tally()
    try:
        _tallied(tally, folder, records, how)
    except KeyboardInterrupt:
        tally.stopped_of = len(records)
    if not tally.games:
        if tally.stopped_of:
            raise KeyboardInterrupt
        raise Failure(_("None of the records can be counted."), CHECK_FAILED)
    if tally.stopped_of:
        tell(_("Stopped. What follows is of the records reviewed so far."))
    _told(tally, how.spent, html, tables, as_json)
    if tally.stopped_of:
        sys.exit(INTERRUPTED)
    if tally.left_out:
        sys.exit(CHECK_FAILED)


def _records(folder: Path) -> list[Path]:
    from simpasar.classroom.shelf import ENDING

    records = sorted(path for path in folder.rglob(f"*{ENDING}") if path.is_file())
    if not records:
        message = _("{folder}: there is no record in this folder. Names of records end in {ending}")
        raise Failure(message.format(folder=folder, ending=ENDING), WRONG_USE)
    return records


def _tallied(tally: Tally, folder: Path, records: list[Path], how: How) -> None:
    """Fill `tally` until all is counted, or until Ctrl-C."""
    kept = _kept(folder, how)
    names: dict[str, str] = {}
    for number, record in enumerate(records, start=1):
        name = _name(record, folder)
        try:
            reading = _reading(record)
            head = reading.head
            if head in names:
                message = _("{file} holds the same game as {other}: it is counted once.")
                tell(message.format(file=name, other=names[head]))
                continue
            found = None if head in kept else open_record(record)
        except Failure as refusal:
            tally.left_out.append((name, refusal.message))
            tell(_("{file} is left out: {reason}").format(file=name, reason=refusal.message))
            continue
        if found is None:
            game = _again(record, reading, kept[head].game)
        else:
            game = _reviewed(found, record, f"{number}/{len(records)} {name[-_LONGEST:]}", how)
        names[head] = name
        tally.games[name] = game
    for head, review in kept.items():
        if head not in names and not review.ours:
            message = _("{file} is not counted: the record that it reviews is not in the folder.")
            tell(message.format(file=review.path))


def _name(record: Path, folder: Path) -> str:
    """A record's place in the folder, without the ending that all have."""
    from simpasar.classroom.shelf import ENDING

    return str(record.relative_to(folder)).removesuffix(ENDING)


def _reading(record: Path) -> Reading:
    from simpasar.game.record import read

    with refusals():
        return read(record)


def _again(record: Path, reading: Reading, game: ReviewedGame) -> ReviewedGame:
    """A kept review, in the language now spoken; what was told when it was made is told again."""
    for warning in game.warnings:
        tell(f"{record}: {warning}")
    try:
        title = reading.entries[0]["scenario"]["title"][language()]
    except (IndexError, KeyError, TypeError):
        return game
    return game.model_copy(update={"title": str(title)})


def _reviewed(found: Opened, record: Path, what: str, how: How) -> ReviewedGame:
    """A record's review, kept where that is wished.

    Raises:
        KeyboardInterrupt: Ctrl-C came before its end.
    """
    from simpasar.classroom.shelf import ENDING
    from simpasar.review.reviewed_game import read_review

    review = reviewed(found, how.spent, how.jobs, how.cluster, what)
    if review is None or not review.complete:
        raise KeyboardInterrupt
    document = kept_document(found, review)
    if how.out is not None:
        name = f"{record.name.removesuffix(ENDING)}-{found.head[:12]}-{how.spent}{KEPT}"
        text = json.dumps(document, ensure_ascii=False, indent=1)
        with refusals():
            save(how.out / name, text + "\n")
    return read_review(document)


# -- reviews that are there already -------------------------------------------------------


@dataclass(frozen=True)
class _Kept:
    """A review that can be used again. `ours`: it lies where reviews are kept."""

    path: Path
    game: ReviewedGame
    ours: bool


def _kept(folder: Path, how: How) -> Mapping[str, _Kept]:
    """Reviews in the folder, and where they are kept, that say what one made now would say: by
    the digest of the record."""
    from simpasar.review.progress import ReviewRefused
    from simpasar.review.reviewed_game import is_review, read_review

    found: dict[str, _Kept] = {}
    there = {path.resolve(): (path, False) for path in sorted(folder.rglob("*.json"))}
    if how.out is not None:
        there |= {path.resolve(): (path, True) for path in sorted(how.out.glob(f"*{KEPT}"))}
    for path, ours in there.values():
        try:
            document = _document(path)
            if not is_review(document):
                continue
            game = read_review(document)
        except ReviewRefused as refusal:
            message = _("{file} is not used, and its record is reviewed anew: {reason}")
            tell(message.format(file=path, reason=refusal))
            continue
        if game.serves(how.spent):
            found[game.record] = _Kept(path, game, ours)
    return found


def _document(path: Path) -> Any:
    """What a JSON file holds; None where it holds none and is not named like a review."""
    from simpasar.review.progress import ReviewRefused

    try:
        with refusals():
            return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        if "review" in path.name.casefold():
            raise ReviewRefused(_("it is no JSON, or only a part of it.")) from None
        return None
    except Failure as refusal:
        raise ReviewRefused(refusal.message) from None


# -- what comes of it ---------------------------------------------------------------------


def _told(
    tally: Tally, spent: Spent, html: Path | None, tables: Path | None, as_json: bool
) -> None:
    from simpasar.review.workshop import workshop

    found = workshop(list(tally.games.values()))
    with refusals():
        if html is not None:
            from simpasar.bench.workshop_html import page_html

            text = page_html(found, spent, tally.games, tally.left_out, tally.stopped_of)
            save(html, text)
        if tables is not None:
            from simpasar.bench.workshop_csv import write

            write(found, tables)
    if as_json:
        from simpasar.review.workshop_document import workshop_document

        complete = tally.stopped_of is None
        print_json(workshop_document(found, tally.games, tally.left_out, complete))
        return
    from simpasar.bench.layout import Paper
    from simpasar.bench.workshop_page import print_workshop

    print_workshop(Paper(), found, spent, tally.stopped_of)
