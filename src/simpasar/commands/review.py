"""What evaluators ask of a record: whatif, review."""

from __future__ import annotations

import json
import sys
import time
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
from simpasar.commands.opened import Opened, open_record
from simpasar.commands.playing import one_place, writable
from simpasar.commands.reviewing import kept_document, reviewed
from simpasar.i18n import _
from simpasar.scenario.saving import save

if TYPE_CHECKING:
    from simpasar.game.play import Game
    from simpasar.review.assess import Review
    from simpasar.review.jobs import Spent


def add_whatif(group: click.Group) -> None:
    """Add `whatif` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_("Change one week's decisions of a team, and see what would have come of it."),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option(
        "--week",
        type=click.IntRange(min=1),
        required=True,
        metavar=_("NUMBER"),
        help=_("The week whose decisions are changed."),
    )
    @click.option("--team", required=True, metavar=_("TEAM"), help=_("Whose decisions."))
    @click.option(
        "--set",
        "wishes",
        multiple=True,
        required=True,
        metavar=_("FIELD=VALUE"),
        help=_("For example price.nasi_uduk=11500. May be given several times."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def whatif(record: Path, week: int, team: str, wishes: tuple[str, ...], as_json: bool) -> None:
        from simpasar.review.changes import ChangeRefused
        from simpasar.review.whatif import what_if, whatif_document

        opened = open_record(record)
        try:
            found = what_if(opened.game, week, team, wishes)
        except ChangeRefused as refusal:
            raise Failure(str(refusal), WRONG_USE) from None
        if as_json:
            print_json(whatif_document(found, opened.head))
            return
        from simpasar.console import Console

        Console(opened.game.setup).whatif(found)


def add_review(group: click.Group) -> None:
    """Add `review` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Judge the decisions of a finished game apart from luck: every team's books, what each"
            " decision cost against the best that is found, and what would have been better."
            " RECORD may be a folder: then one table over all games in it, which objectives stay"
            " weak, and which scenario teaches what."
        ),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        metavar="REVIEW.json",
        help=_(
            "Write all that was found here, as one JSON document. For a folder of records: a folder"
            " where reviews are kept, so that no game is reviewed twice."
        ),
    )
    @click.option(
        "--html",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Write the report here: for the class, for each team, for the evaluator."),
    )
    @click.option(
        "--csv",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        metavar=_("FOLDER"),
        help=_("Write tables for a spreadsheet into this folder."),
    )
    @click.option(
        "--case",
        type=click.IntRange(min=1),
        metavar=_("WEEK"),
        help=_("Write a case to discuss, from the decisions of this week, to --html."),
    )
    @click.option("--team", metavar=_("TEAM"), help=_("With --case: whose decisions."))
    @click.option("--anonymous", is_flag=True, help=_("With --case: letters instead of names."))
    @click.option("--quick", is_flag=True, help=_("Few games: a first look in half a minute."))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        metavar=_("NUMBER"),
        help=_("Games at the same time. All cores where it is not given."),
    )
    @click.option(
        "--cluster", metavar="tcp://...", help=_("Play on the workers of this Dask cluster.")
    )
    @language_option
    def review(
        record: Path,
        out: Path | None,
        html: Path | None,
        folder: Path | None,
        case: int | None,
        team: str | None,
        anonymous: bool,
        quick: bool,
        as_json: bool,
        jobs: int | None,
        cluster: str | None,
    ) -> None:
        one_place(jobs, cluster)
        if case and html is None:
            raise click.UsageError(_("--case writes a page: say where with --html FILE."))
        if (team or anonymous) and not case:
            raise click.UsageError(_("--team and --anonymous are for a case: add --case WEEK."))
        spent: Spent = "quick" if quick else "full"
        if record.is_dir():
            from simpasar.commands.workshop import How, review_folder

            if case:
                raise click.UsageError(_("--case is for one record, and {folder} is a folder.")
                                       .format(folder=record))  # fmt: skip
            review_folder(record, How(spent, jobs, cluster, out), html, folder, as_json)
            return
        if out is not None and out.is_dir():
            message = _("{file} is a folder: for one record say which file, such as REVIEW.json.")
            raise Failure(message.format(file=out), WRONG_USE)
        opened = open_record(record)
        _check(opened.game, case, team)
        with refusals():
            for path in (out, html):
                if path is not None:
                    writable(path)
        started = time.monotonic()
        alone = case is not None and not (out or folder or as_json)
        weeks = [case] if case and alone else None
        found = reviewed(opened, spent, jobs, cluster, _("Steps"), weeks)
        if found is None:
            raise KeyboardInterrupt
        if not found.complete:
            tell(_("Stopped. What follows is of the decisions judged so far."))
        with refusals():
            _written(opened, found, out, None if case else html, folder)
            if case and html is not None:
                _case(opened, found, case, team, anonymous, html)
        if as_json:
            print_json(kept_document(opened, found))
        elif alone:
            tell(_("The case is in {file}.").format(file=html))
        else:
            _shown(opened, found, time.monotonic() - started)
        if not found.complete:
            sys.exit(INTERRUPTED)


def _check(game: Game, case: int | None, team: str | None) -> None:
    """Refuse a week or team that is not there before anything is played."""
    if case and case > len(game.lived):
        message = _("Week {week} was not lived in this game: choose one from 1 to {last}.")
        raise Failure(message.format(week=case, last=len(game.lived)), WRONG_USE)
    teams = game.setup.scenario.teams
    if team and team not in teams:
        message = _("There is no team {team}. The teams are: {teams}.")
        raise Failure(message.format(team=team, teams=", ".join(teams)), WRONG_USE)


# -- what comes of it ---------------------------------------------------------------------


def _written(
    opened: Opened, found: Review, out: Path | None, html: Path | None, folder: Path | None
) -> None:
    if out is not None:
        text = json.dumps(kept_document(opened, found), ensure_ascii=False, indent=1)
        save(out, text + "\n")
    if html is not None:
        from simpasar.bench.review_html import page_html

        save(html, page_html(opened.game, found, opened.head, opened.warnings))
    if folder is not None:
        from simpasar.bench.review_csv import write

        write(opened.game, found, opened.head, folder, opened.warnings)


def _case(
    opened: Opened, found: Review, week: int, team: str | None, anonymous: bool, html: Path
) -> None:
    from simpasar.bench.case_book import case_html, case_of

    case = case_of(opened.game, found, week, team, anonymous=anonymous)
    if case is None:  # stopped before it was that week's turn
        raise KeyboardInterrupt
    save(html, case_html(case))


def _shown(opened: Opened, found: Review, seconds: float) -> None:
    from simpasar.bench.layout import Paper
    from simpasar.bench.review_page import print_review

    print_review(Paper(), opened.game, found, opened.head, opened.warnings)
    games = sum(decision.runs for decision in found.decisions)
    tell(_("{games} games for the decisions, {seconds} s.").format(
        games=games, seconds=round(seconds)
    ))  # fmt: skip
