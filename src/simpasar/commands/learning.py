"""Evidence of learning: simpasar test asks before and after a training, simpasar learning tells."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simpasar.commands.manners import (
    WRONG_USE,
    Failure,
    language_option,
    print_json,
    refusals,
    tell,
)
from simpasar.i18n import _, ngettext
from simpasar.scenario.saving import save

if TYPE_CHECKING:
    from simpasar.review.answers import When
    from simpasar.review.progress import Weekly
    from simpasar.scenario.model import Scenario


@contextmanager
def _answered() -> Iterator[None]:
    """`refusals`, and those of answers."""
    from simpasar.review.answers import AnswersRefused

    with refusals():
        try:
            yield
        except AnswersRefused as refusal:
            raise Failure(str(refusal), WRONG_USE) from None


# -- simpasar test ------------------------------------------------------------------------


def add_test(group: click.Group) -> None:
    """Add `test` to the commands."""

    @group.command(
        "test",
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Ask the questions of a scenario before and after a training: at this terminal, one"
            " person after another, or on paper. SCENARIO: a name that ships, or a file."
        ),
    )
    @click.argument("scenario", metavar=_("SCENARIO"))
    @click.option("--before", is_flag=True, help=_("The test before the training."))
    @click.option("--after", is_flag=True, help=_("The test after the training."))
    @click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("The table of answers; new ones are put at its end."),
    )
    @click.option(
        "--paper",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_(
            "Write a sheet to print instead, with the key on its own page: for the browser where"
            " FILE ends in .html, else in Markdown."
        ),
    )
    @click.option(
        "--from",
        "typed",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Take in what was typed from paper: columns person, 1, 2, ... or person, score."),
    )
    @click.option(
        "--date",
        "day",
        metavar=_("DATE"),
        help=_("With --from: the day of the test, such as 2027-01-04. Today where not given."),
    )
    @language_option
    def test(
        scenario: str,
        before: bool,
        after: bool,
        out: Path | None,
        paper: Path | None,
        typed: Path | None,
        day: str | None,
    ) -> None:
        from simpasar.scenario.library import find
        from simpasar.scenario.loader import load

        with _answered():
            loaded = load(find(scenario))
            if not loaded.test:
                message = _("{scenario} has no questions for a test: write them under `{key}`.")
                raise Failure(message.format(scenario=scenario, key=_test_key(scenario)), WRONG_USE)
            if paper is not None:
                if typed or out or before or after:
                    raise click.UsageError(_("--paper writes a sheet: leave the others out."))
                _write_sheet(loaded, scenario, paper)
                return
            if before == after:
                raise click.UsageError(_("Say which test it is: --before or --after."))
            if out is None:
                raise click.UsageError(_("Say where the answers are kept: --out FILE.csv"))
            when: When = "before" if before else "after"
            if typed is not None:
                _take_in(loaded, when, typed, out, day)
            else:
                _ask(loaded, when, out)


def _test_key(scenario: str) -> str:
    """What the file calls its test."""
    from simpasar.scenario.library import find
    from simpasar.scenario.loader import read
    from simpasar.scenario.source import read_text
    from simpasar.scenario.vocabulary import field_word

    return field_word("test", read(read_text(find(scenario))).reader.language)


def _write_sheet(scenario: Scenario, named: str, path: Path) -> None:
    from simpasar.bench.question_sheet import question_page, question_sheet

    for_browser = path.suffix.casefold() in (".html", ".htm")
    text = (question_page if for_browser else question_sheet)(scenario, named)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        message = _("{file} is there already, and nothing is overwritten. Choose another name.")
        raise Failure(message.format(file=path), WRONG_USE) from None
    click.echo(path)


def _take_in(scenario: Scenario, when: When, typed: Path, out: Path, day: str | None) -> None:
    from simpasar.bench.answer_file import AnswerFile, read_text
    from simpasar.review.answers import from_paper

    at = _midnight(day) if day else datetime.now().astimezone()
    answers = from_paper(
        scenario, when, read_text(typed), str(typed), at.isoformat(timespec="milliseconds")
    )
    count = AnswerFile(out).add_typed(answers)
    tell(
        ngettext("{count} person added to {file}.", "{count} persons added to {file}.", count)
        .format(count=count, file=out)
    )  # fmt: skip


def _midnight(day: str) -> datetime:
    """The start of a day that has come: xAPI takes no time in the future."""
    try:
        at = datetime.combine(date.fromisoformat(day), datetime.min.time()).astimezone()
    except ValueError:
        at = None
    if at is None or at > datetime.now().astimezone():
        message = _("`{text}` is no day that has been: write it as 2027-01-04.")
        raise Failure(message.format(text=day), WRONG_USE)
    return at


def _ask(scenario: Scenario, when: When, out: Path) -> None:
    from simpasar.bench.answer_file import AnswerFile
    from simpasar.bench.question_round import QuestionRound

    kept = AnswerFile(out)
    before = len(kept.answers)
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    asked = QuestionRound(
        scenario,
        when,
        kept,
        _Terminal(),
        lambda: datetime.now().astimezone().isoformat(timespec="milliseconds"),
        click.clear if terminal else lambda: None,
    )
    try:
        asked.take()
    finally:
        count = len(kept.answers) - before
        told = ngettext("{count} answer kept in {file}.", "{count} answers kept in {file}.", count)
        click.echo()
        tell(told.format(count=count, file=out))


class _Terminal:
    """Questions on a terminal; the end of the input is like an empty answer to the last one."""

    def ask(self, question: str, suggestion: str = "") -> str:
        answer: str = click.prompt(question, default=suggestion, show_default=False, type=str)
        return answer

    def say(self, sentence: str) -> None:
        from simpasar.commands.manners import folded_to

        whole = sentence.replace("Rp ", "Rp\xa0")  # no number is torn from its Rp
        click.echo(folded_to(sys.stdout, whole).replace("\xa0", " "))


# -- simpasar learning --------------------------------------------------------------------


def add_learning(group: click.Group) -> None:
    """Add `learning` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Tell what a group learned, by the tests before and after: the normalised gain with"
            " its interval, by objective and person. TESTS: what `simpasar test` wrote."
        ),
    )
    @click.argument("tests", type=click.Path(path_type=Path), metavar=_("TESTS"))
    @click.option(
        "--record",
        type=click.Path(path_type=Path),
        metavar=_("RECORD"),
        help=_("Also: whether forecasts got better in this game."),
    )
    @click.option(
        "--review",
        type=click.Path(path_type=Path),
        metavar=_("FILE"),
        help=_("Also: whether decisions got better, by what `simpasar review --out` wrote."),
    )
    @click.option(
        "--csv",
        "table",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Write the gains as a table."),
    )
    @click.option(
        "--xapi",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Write xAPI statements: one a line, or in one list where FILE ends in .json."),
    )
    @click.option(
        "--homepage",
        metavar="https://...",
        help=_("With --xapi: the address of your organisation that the nicknames belong to."),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def learning(
        tests: Path,
        record: Path | None,
        review: Path | None,
        table: Path | None,
        xapi: Path | None,
        homepage: str | None,
        as_json: bool,
    ) -> None:
        from simpasar.bench.answer_file import read_table
        from simpasar.review.learning import learned
        from simpasar.review.progress import trend

        with _answered():
            _distinct(tests, table, xapi)
            answers = read_table(tests).answers
            if not answers:
                raise Failure(_("{file} has no answers yet.").format(file=tests), WRONG_USE)
            found = learned(answers)
            from_game = [_from_record(record)] if record else []
            from_game += [_from_review(review)] if review else []
            if record and review:
                _one_game(record, review, from_game)
            trends = {name: trend(week) for each in from_game for name, week in each.values.items()}
            if table is not None:
                from simpasar.review.learning_document import learning_table

                save(table, learning_table(found))
            if xapi is not None:
                from simpasar.review.xapi import HOME, as_batch, as_lines, fit_home, statements

                told = statements(answers, fit_home(homepage or HOME))
                batch = xapi.suffix.casefold() == ".json"
                save(xapi, as_batch(told) if batch else as_lines(told))
        if as_json:
            from simpasar.review.learning_document import learning_document

            print_json(learning_document(found, trends))
            return
        from simpasar.bench.layout import Paper
        from simpasar.bench.learning_page import print_learning, print_trends

        paper = Paper()
        for number, each in enumerate(found):
            if number:
                paper.print()
            print_learning(paper, each)
        if trends:
            print_trends(paper, trends, any(each.people for each in from_game))
        for path in (table, xapi):
            if path is not None:
                paper.print(str(path), soft_wrap=True)


@dataclass(frozen=True)
class _InGame:
    """Evidence from a game: values by week and team, under their names; whether people played it;
    the digest of its record."""

    values: Mapping[str, Weekly]
    people: bool
    head: object


def _distinct(tests: Path, *written: Path | None) -> None:
    """Refuse to write over the answers."""
    for path in written:
        if path is not None and path.resolve() == tests.resolve():
            message = _("{file} holds the answers: write to another file.")
            raise Failure(message.format(file=path), WRONG_USE)


def _from_record(path: Path) -> _InGame:
    """The errors of a game's forecasts."""
    from simpasar.commands.opened import open_record
    from simpasar.review.progress import forecast_errors, people_of

    record = open_record(path)
    people = bool(people_of(record.game.setup.bots))
    return _InGame(forecast_errors(record.game), people, record.head)


def _from_review(path: Path) -> _InGame:
    """The losses of a review's decisions; what is left out in it is told."""
    from simpasar.review.progress import ReviewRefused, people_of, weekly_losses

    try:
        document: Any = json.loads(path.read_text(encoding="utf-8"))
        losses = weekly_losses(document)
    except (ReviewRefused, ValueError):
        message = _("{file} is no review: `simpasar review RECORD --out FILE` writes one.")
        raise Failure(message.format(file=path), WRONG_USE) from None
    if document.get("complete") is not True:
        message = _("Warning: {file} was stopped before all decisions were judged.")
        tell(message.format(file=path))
    teams = document["teams"]
    people = bool(people_of({team: teams[team].get("bot") for team in teams}))
    return _InGame({"loss": losses}, people, document.get("record"))


def _one_game(record: Path, review: Path, from_game: list[_InGame]) -> None:
    """Warn where a review is not of the record beside it."""
    if len({each.head for each in from_game} - {None}) > 1:
        message = _("Warning: {review} is not of the game in {record}, but of another one.")
        tell(message.format(review=review, record=record))
