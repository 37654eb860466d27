"""What evaluators ask of a record: whatif, review."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from itertools import count
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
from simpasar.commands.playing import bar, one_place, working, writable
from simpasar.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simpasar.game.play import Game
    from simpasar.review.assess import Done, Job, Review
    from simpasar.review.jobs import Spent
    from simpasar.workers import Runner


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

        opened = _opened(record)
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
        ),
    )
    @click.argument("record", type=click.Path(path_type=Path), metavar=_("RECORD"))
    @click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="REVIEW.json",
        help=_("Write all that was found here, as one JSON document."),
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
        opened = _opened(record)
        _check(opened.game, case, team)
        with refusals():
            for path in (out, html):
                if path is not None:
                    writable(path)
        started = time.monotonic()
        found = _reviewed(opened, "quick" if quick else "full", jobs, cluster)
        if found is None:
            raise KeyboardInterrupt
        with refusals():
            _written(opened, found, out, None if case else html, folder)
            if case and html is not None:
                _case(opened, found, case, team, anonymous, html)
        if as_json:
            from simpasar.review.document import review_document

            print_json(review_document(opened.game, found, opened.head))
        else:
            _shown(opened, found, time.monotonic() - started)
        if not found.complete:
            sys.exit(INTERRUPTED)


@dataclass(frozen=True)
class _Opened:
    """A record, lived again: its game, its seed, and the digest of its last line."""

    game: Game
    seed: int
    head: str
    entries: list[dict[str, object]]


def _opened(record: Path) -> _Opened:
    from simpasar.game.comparison import played
    from simpasar.game.replay import read_with_seed, replay

    with refusals():
        reading, seed = read_with_seed(record)
        game, _weeks = played(replay(reading.entries, seed))
    if not game.lived:
        message = _("{file}: no week has been played yet, so there is nothing to look at.")
        raise Failure(message.format(file=record), WRONG_USE)
    return _Opened(game, seed, reading.head, list(reading.entries))


def _check(game: Game, case: int | None, team: str | None) -> None:
    """Refuse a week or team that is not there before anything is played."""
    if case and case > len(game.lived):
        message = _("Week {week} was not lived in this game: choose one from 1 to {last}.")
        raise Failure(message.format(week=case, last=len(game.lived)), WRONG_USE)
    teams = game.setup.scenario.teams
    if team and team not in teams:
        message = _("There is no team {team}. The teams are: {teams}.")
        raise Failure(message.format(team=team, teams=", ".join(teams)), WRONG_USE)


def _reviewed(
    opened: _Opened, spent: Spent, jobs: int | None, address: str | None
) -> Review | None:
    """The review, as far as it came: None where Ctrl-C came before the books were closed."""
    from simpasar.review.assess import review
    from simpasar.review.jobs import done, on, plan_for, text_of

    plan = plan_for(opened.game, spent)
    steps = len(plan.weeks) * (plan.seeds + len(plan.table.scenario.teams))
    found = None
    try:
        text = text_of(opened.entries, opened.seed, spent)
        with working(done, text, jobs, address) as runner, bar(_("Steps")) as told:
            for so_far in review(plan, on(_counted(runner, lambda n: told(n, steps)))):
                found = so_far
    except KeyboardInterrupt:
        if found is not None:
            tell(_("Stopped. What follows is of the decisions judged so far."))
    return found


def _counted(
    runner: Runner[Job, tuple[Job, Done]], told: Callable[[int], None]
) -> Runner[Job, tuple[Job, Done]]:
    """A runner that tells how many jobs are done, over all its runs."""
    steps = count(1)

    def run(jobs: Sequence[Job]) -> Iterator[tuple[Job, Done]]:
        for came in runner(jobs):
            told(next(steps))
            yield came

    return run


# -- what comes of it ---------------------------------------------------------------------


def _written(
    opened: _Opened, found: Review, out: Path | None, html: Path | None, folder: Path | None
) -> None:
    if out is not None:
        from simpasar.review.document import review_document

        document = review_document(opened.game, found, opened.head)
        out.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if html is not None:
        from simpasar.bench.review_html import page_html

        html.write_text(page_html(opened.game, found, opened.head), "utf-8")
    if folder is not None:
        from simpasar.bench.review_csv import write

        write(opened.game, found, opened.head, folder)


def _case(
    opened: _Opened, found: Review, week: int, team: str | None, anonymous: bool, html: Path
) -> None:
    from simpasar.bench.case_book import case_html, case_of

    case = case_of(opened.game, found, week, team, anonymous=anonymous)
    if case is None:
        raise Failure(_("No decision of that week was judged yet."), WRONG_USE)
    html.write_text(case_html(case), "utf-8")


def _shown(opened: _Opened, found: Review, seconds: float) -> None:
    from simpasar.bench.layout import Paper
    from simpasar.bench.review_page import print_review

    print_review(Paper(), opened.game, found, opened.head)
    games = sum(decision.runs for decision in found.decisions)
    tell(_("{games} games for the decisions, {seconds} s.").format(
        games=games, seconds=round(seconds)
    ))  # fmt: skip
