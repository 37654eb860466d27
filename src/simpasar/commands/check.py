"""`simpasar check` and `simpasar explain`: is a scenario sound, and what does a problem mean."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simpasar import i18n
from simpasar.commands.manners import (
    CHECK_FAILED,
    WRONG_USE,
    Failure,
    folded_to,
    language_option,
    print_json,
)
from simpasar.i18n import _, ngettext

if TYPE_CHECKING:
    from simpasar.scenario.check import Checked
    from simpasar.scenario.codes_form import Code
    from simpasar.scenario.problems import Problem


def add_check(group: click.Group) -> None:
    """Add `check` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Check scenarios: files, or names of scenarios that ship.\n\nEvery problem is shown"
            " with its line. Errors must be mended; warnings may be meant: `# ignore CODE: reason`"
            " in the file silences one. The status is 1 where there is an error, 2 where a file"
            " cannot be read."
        ),
    )
    @click.argument("files", nargs=-1, required=True, metavar=_("FILE ..."))
    @click.option("--strict", is_flag=True, help=_("Warnings fail the check too."))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document, whole numbers."))
    @language_option
    def check(files: tuple[str, ...], strict: bool, as_json: bool) -> None:
        checked = [_checked(name) for name in files]
        status = _status(checked, strict)
        if as_json:
            print_json(_document(checked, strict, status))
        else:
            _show(checked)
        sys.stdout.flush()
        click.get_current_context().exit(status)


def add_explain(group: click.Group) -> None:
    """Add `explain` to the commands."""

    @group.command(
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Explain the code of a problem, with an example of wrong and right; without CODE,"
            " list all codes."
        ),
    )
    @click.argument("code", required=False, metavar=_("[CODE]"))
    @language_option
    def explain(code: str | None) -> None:
        from simpasar.scenario.codes import CODES
        from simpasar.scenario.problems import suggestion

        if code is None:
            _list(list(CODES.values()))
            return
        word = code.strip("[]").replace("_", "-").lower()
        if word not in CODES:
            message = _("There is no code `{code}`.").format(code=code)
            raise Failure(f"{message} {suggestion(word, CODES)}", WRONG_USE)
        _explain(CODES[word])


# -- check --------------------------------------------------------------------------------


def _checked(name: str) -> Checked:
    from simpasar.scenario.check import Checked, check
    from simpasar.scenario.library import find
    from simpasar.scenario.problems import ScenarioProblems

    try:
        path = find(name)
    except ScenarioProblems as refusal:
        return Checked(name, refusal.problems, None)
    return check(path)


def _status(checked: Sequence[Checked], strict: bool) -> int:
    if any(each.unreadable for each in checked):
        return WRONG_USE
    failed = any(each.errors or (strict and each.warnings) for each in checked)
    return CHECK_FAILED if failed else 0


def _document(checked: Sequence[Checked], strict: bool, status: int) -> dict[str, Any]:
    """`good`: whether the status is 0. `problems`: in the order of the file; `line` and `column`
    count from 1 and are null where the file as a whole is meant; `end` is the column after the
    word at fault. `mend` is null where nobody can tell what to write."""
    return {
        "format": "simpasar-check/1",
        "good": not status,
        "strict": strict,
        "files": [
            {
                "file": each.file,
                "errors": len(each.errors),
                "warnings": len(each.warnings),
                "ignored": len(each.silenced),
                "problems": [_problem(problem) for problem in each.problems],
            }
            for each in checked
        ],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "level": problem.level,
        "code": problem.code,
        "file": problem.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end": problem.end,
        "message": problem.message,
        "mend": problem.mend,
        "source": problem.source,
    }


def _show(checked: Sequence[Checked]) -> None:
    for each in checked:
        for problem in each.problems:
            click.echo(folded_to(sys.stdout, problem.shown(_level(problem))))
            click.echo()
    for each in checked:
        click.echo(folded_to(sys.stdout, _verdict(each)))
    codes = {problem.code for each in checked for problem in each.problems}
    if codes:
        example = next(problem.code for each in checked for problem in each.problems)
        hint = _("More about a problem, with examples: simpasar explain {code}")
        click.echo(folded_to(sys.stdout, hint.format(code=example)))


def _level(problem: Problem) -> str:
    return _("warning") if problem.level == "warning" else ""


def _verdict(checked: Checked) -> str:
    if checked.unreadable:
        return _("{file}: not read.").format(file=Path(checked.file).name)
    if checked.errors:
        wrong = ngettext("{count} error", "{count} errors", len(checked.errors))
        return _("{file}: {errors}. Mend it, then check again.").format(
            file=Path(checked.file).name, errors=wrong.format(count=len(checked.errors))
        )
    count, ignored = len(checked.warnings), len(checked.silenced)
    warned = ngettext("{count} warning", "{count} warnings", count).format(count=count)
    if ignored:
        warned += " " + _("({count} ignored)").format(count=ignored)
    return _("{file}: good. 0 errors, {warnings}.").format(
        file=Path(checked.file).name, warnings=warned
    )


# -- explain ------------------------------------------------------------------------------


def _list(codes: Sequence[Code]) -> None:
    width = max(len(code.word) for code in codes) + 2
    for level, heading in (("error", _("Errors:")), ("warning", _("Warnings:"))):
        click.echo(heading)
        for code in codes:
            if code.level == level:
                click.echo(f"  {code.word:{width}}{code.title.of(i18n.language())}")
    click.echo(_("More about one of them: simpasar explain CODE"))


def _explain(code: Code) -> None:
    language = i18n.language()
    level = _("warning") if code.level == "warning" else _("error")
    click.echo(f"{code.title.of(language)} [{code.word}, {level}]")
    click.echo()
    width = min(shutil.get_terminal_size().columns, 80)
    click.echo(textwrap.fill(code.explanation.of(language), width, break_on_hyphens=False))
    for heading, example in ((_("Wrong:"), code.wrong), (_("Right:"), code.right)):
        if example is not None:
            click.echo()
            click.echo(heading)
            for line in example.of(language).rstrip("\n").split("\n"):
                click.echo(f"    {line}".rstrip())
