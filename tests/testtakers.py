"""What tests of learning share: answers as people give them."""

from __future__ import annotations

from simpasar.review.answers import Answer, When
from simpasar.scenario.model import Measure


def answers_of(
    person: str,
    when: When,
    letters: str,
    *,
    right: str,
    objectives: tuple[Measure, ...] = ("pricing", "money"),
    scenario: str = "pasar",
    time: str = "",
) -> list[Answer]:
    """A letter for each question, `.` where it was not answered; `right` is the key."""
    return [
        Answer(
            scenario,
            person,
            when,
            number,
            objectives[number % len(objectives)],
            letter,
            int(letter == key),
            1,
            time,
        )
        for number, (letter, key) in enumerate(zip(letters, right, strict=False), start=1)
        if letter != "."
    ]


def score_of(person: str, when: When, right: int, of: int, scenario: str = "pasar") -> Answer:
    """A whole test of which only the score is known."""
    return Answer(scenario, person, when, 0, None, "", right, of)
