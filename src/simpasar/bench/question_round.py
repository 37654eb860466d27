"""A test taken at the terminal, one person after another.

Whoever asks and hears stands outside: a terminal, or a list of answers in a test.
"""

from __future__ import annotations

from collections.abc import Callable

from simpasar.bench.answer_file import AnswerFile
from simpasar.bench.asking import Talk
from simpasar.i18n import _, language, ngettext
from simpasar.review.answers import (
    LETTERS,
    UNKNOWN,
    AnswersRefused,
    When,
    fit_name,
    letter_of,
    marked,
    same_person,
)
from simpasar.scenario.model import Scenario, TestQuestion


class QuestionRound:
    """Everybody's turn. `now` gives the time as an answer keeps it; `clear` empties the screen, so
    that nobody reads the answers of whoever sat there before."""

    def __init__(
        self,
        scenario: Scenario,
        when: When,
        file: AnswerFile,
        talk: Talk,
        now: Callable[[], str],
        clear: Callable[[], None] = lambda: None,
    ) -> None:
        self.scenario = scenario
        self.when: When = when
        self.file = file
        self.talk = talk
        self.now = now
        self.clear = clear

    def take(self) -> None:
        """Until a name is left empty."""
        self._opening()
        while name := self._name():
            self._person(name)
            self.clear()
            self.talk.say(_("Thank you, {person}. All answers are kept.").format(person=name))
            self._opening()

    def _opening(self) -> None:
        title = self.scenario.title.of(language())
        count = len(self.scenario.test)
        told = (
            ngettext(
                "{title}, test before the training: {count} question",
                "{title}, test before the training: {count} questions",
                count,
            )
            if self.when == "before"
            else ngettext(
                "{title}, test after the training: {count} question",
                "{title}, test after the training: {count} questions",
                count,
            )
        )
        self.talk.say("")
        self.talk.say(told.format(title=title, count=count))
        self.talk.say(_("Use the same name before and after. Enter alone: nobody else."))

    def _name(self) -> str:
        """Whose turn it is, as written before; empty for nobody."""
        doubted = ""
        while True:
            typed = self.talk.ask(_("Name or nickname"))
            if not typed.strip():
                return ""
            try:
                name = self._as_before(fit_name(typed))
            except AnswersRefused as refusal:
                self.talk.say(str(refusal))
                continue
            if not self._left(name):
                message = _(
                    "{person} has taken this test already. If you are another {person}, write more"
                    " of your name."
                )
                self.talk.say(message.format(person=name))
            elif same_person(name) != doubted and self._unknown_after(name):
                doubted = same_person(name)
            else:
                return name

    def _as_before(self, name: str) -> str:
        """A name as it was written first: `sari` is Sari."""
        named = (a.person for a in self.file.answers if same_person(a.person) == same_person(name))
        return next(named, name)

    def _unknown_after(self, name: str) -> bool:
        """Say, after the training, that nobody of this name was there before, and who was: only
        who has the same name in both tests can be counted."""
        before = dict.fromkeys(
            answer.person
            for answer in self.file.answers
            if answer.scenario == self.scenario.name and answer.when == "before"
        )
        if self.when == "before" or not before or name in before:
            return False
        message = _(
            "No {person} took the test before the training, only: {names}. Which of these are you?"
            " If none, type {person} again."
        )
        self.talk.say(message.format(person=name, names=", ".join(before)))
        return True

    def _left(self, name: str) -> list[int]:
        """The questions that a person has not answered yet."""
        answered = {
            answer.question
            for answer in self.file.answers
            if answer.key[:3] == (self.scenario.name, same_person(name), self.when)
        }
        if 0 in answered:
            return []
        return [n for n in range(1, len(self.scenario.test) + 1) if n not in answered]

    def _person(self, name: str) -> None:
        left, count = self._left(name), len(self.scenario.test)
        if len(left) < count:
            message = _("Welcome back, {person}. Question {number} is next.")
            self.talk.say(message.format(person=name, number=left[0]))
        self.talk.say(
            _("Type a letter for each question, or ? where you don't know. This is no exam.")
        )
        for number in left:
            letter = self._answer(number, self.scenario.test[number - 1])
            answer = marked(self.scenario, number, name, self.when, letter, self.now())
            self.file.keep([answer])

    def _answer(self, number: int, question: TestQuestion) -> str:
        self.talk.say("")
        self.talk.say(f"{number}/{len(self.scenario.test)}  {question.question.of(language())}")
        for option, text in zip(LETTERS, question.options, strict=False):
            self.talk.say(f"   {option}  {text.of(language())}")
        last = LETTERS[len(question.options) - 1]
        asked = _("Answer (a-{last}, or ?)").format(last=last)
        while True:
            letter = letter_of(self.talk.ask(asked), len(question.options))
            if letter is not None:
                return letter
            self.talk.say(
                _("Type one letter from a to {last}, or {unknown} where you don't know.").format(
                    last=last, unknown=UNKNOWN
                )
            )
