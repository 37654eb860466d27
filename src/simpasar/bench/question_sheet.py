"""A test on paper: a sheet for everybody, and the key on a page of its own."""

from __future__ import annotations

import re

from simpasar.i18n import _, language
from simpasar.review.answers import LETTERS
from simpasar.review.words import OBJECTIVES
from simpasar.scenario.model import Scenario

BLANK = 24 * r"\_"
PAGE_BREAK = '<div style="break-before: page"></div>'


def question_sheet(scenario: Scenario) -> str:
    """The sheet in Markdown, in the language now spoken."""
    return "\n".join([*_questions(scenario), "", PAGE_BREAK, "", *_key(scenario), ""])


def _questions(scenario: Scenario) -> list[str]:
    lines = [
        "# " + _("Test: {title}").format(title=_title(scenario)),
        "",
        _("Name or nickname") + f": {BLANK}",
        "",
        "☐ " + _("before the training") + "   ☐ " + _("after the training"),
        "",
        _("Ring one letter for each question. Leave it out where you don't know. Use the same name"
          " before and after."),
    ]  # fmt: skip
    for number, question in enumerate(scenario.test, start=1):
        lines += ["", f"**{number}.** {_plain(question.question.of(language()))}", ""]
        options = zip(LETTERS, question.options, strict=False)
        lines += [f"- **{letter}** &nbsp; {_plain(option.of(language()))}"
                  for letter, option in options]  # fmt: skip
    return lines


def _key(scenario: Scenario) -> list[str]:
    columns = ",".join(["person", *(str(n) for n in range(1, len(scenario.test) + 1))])
    letters = ",".join(["Sari", *(LETTERS[question.answer - 1] for question in scenario.test)])
    lines = [
        "# " + _("Key, for the trainer: {title}").format(title=_title(scenario)),
        "",
        "| " + " | ".join((_("Question"), _("Answer"), _("About"))) + " |",
        "|---:|:---:|---|",
    ]
    lines += [
        f"| {number} | {LETTERS[question.answer - 1]} | {_(OBJECTIVES[question.measure])} |"
        for number, question in enumerate(scenario.test, start=1)
    ]
    count = len(scenario.test)
    told = _(
        "Type the letters in, a line for each person, and save them as answers.csv; or only the"
        " score, from 0 to {count}:"
    ).format(count=count)
    return [
        *lines, "", told, "",
        "```", columns, letters, "```", "",
        "```", "person,score", f"Sari,{count}", "```", "",
        _("Then:"), "",
        "```", f"simpasar test {scenario.name} --before --from answers.csv --out test.csv", "```",
    ]  # fmt: skip


def _title(scenario: Scenario) -> str:
    return _plain(scenario.title.of(language()))


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)
