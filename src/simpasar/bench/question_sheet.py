"""A test on paper: a sheet for everybody, and the key on a page of its own."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from simpasar.bench.pages import page
from simpasar.i18n import _, language
from simpasar.review.answers import LETTERS
from simpasar.review.words import OBJECTIVES
from simpasar.scenario.model import Scenario

BLANK = 24 * r"\_"
PAGE_BREAK = '<div style="break-before: page"></div>'


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is printed; `answer` is the right one's letter."""

    text: str
    options: tuple[str, ...]
    answer: str
    about: str


def question_page(scenario: Scenario, named: str) -> str:
    """The sheet as a page for browser and printer, in the language now spoken. `named`: what the
    trainer calls the scenario on the command line."""
    letters, score = _examples(scenario)
    return page(
        "questions.html",
        heading=_("Test: {title}").format(title=scenario.title.of(language())),
        words=_words(scenario, scenario.title.of(language())),
        questions=_asked(scenario),
        letters=letters,
        score=score,
        command=_command(named),
    )


def question_sheet(scenario: Scenario, named: str) -> str:
    """The same in Markdown."""
    title = _plain(scenario.title.of(language()))
    words, asked = _words(scenario, title), _asked(scenario)
    lines = [
        "# " + _("Test: {title}").format(title=title), "",
        f"{words['name']}: {BLANK}", "",
        f"☐ {words['before']}   ☐ {words['after']}", "",
        words["how"],
    ]  # fmt: skip
    for number, question in enumerate(asked, start=1):
        lines += ["", f"**{number}.** {_plain(question.text)}", ""]
        options = zip(LETTERS, question.options, strict=False)
        lines += [f"- **{letter}** &nbsp; {_plain(option)}" for letter, option in options]
    lines += ["", PAGE_BREAK, "", f"# {words['key']}", ""]
    lines += [f"| {words['question']} | {words['answer']} | {words['about']} |", "|---:|:---:|---|"]
    lines += [f"| {n} | {each.answer} | {each.about} |" for n, each in enumerate(asked, start=1)]
    letters, score = _examples(scenario)
    lines += ["", words["type"], "", "```", letters, "```", "", "```", score, "```", ""]
    lines += [words["then"], "", "```", _command(named), "```", ""]
    return "\n".join(lines)


def _asked(scenario: Scenario) -> list[Asked]:
    return [
        Asked(
            question.question.of(language()),
            tuple(option.of(language()) for option in question.options),
            LETTERS[question.answer - 1],
            _(OBJECTIVES[question.measure]),
        )
        for question in scenario.test
    ]


def _words(scenario: Scenario, title: str) -> dict[str, str]:
    return {
        "name": _("Name or nickname"),
        "before": _("before the training"),
        "after": _("after the training"),
        "how": _(
            "Ring one letter for each question. Leave it out where you don't know. Use the same"
            " name before and after."
        ),
        "key": _("Key, for the trainer: {title}").format(title=title),
        "question": _("Question"),
        "answer": _("Answer"),
        "about": _("About"),
        "type": _(
            "Type the letters in, a line for each person, and save them as answers.csv; or only the"
            " score, from 0 to {count}:"
        ).format(count=len(scenario.test)),
        "then": _("Then:"),
    }


def _examples(scenario: Scenario) -> tuple[str, str]:
    """What a table of answers, and one of scores, may look like."""
    count = len(scenario.test)
    columns = ",".join(["person", *(str(number) for number in range(1, count + 1))])
    letters = ",".join(["Sari", *(LETTERS[question.answer - 1] for question in scenario.test)])
    return f"{columns}\n{letters}", f"person,score\nSari,{count}"


def _command(named: str) -> str:
    return f"simpasar test {shlex.quote(named)} --before --from answers.csv --out test.csv"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)
