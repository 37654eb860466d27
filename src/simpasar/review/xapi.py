"""The tests as xAPI statements (version 1.0.3), which a learning record store takes in.

A person is an account of a home page with the nickname, never a mail address. Ids are made from
what a statement says, so that exporting again says nothing new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, TypeAlias
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from simpasar.i18n import LANGUAGES, N_, _, told_in
from simpasar.review.answers import UNKNOWN, Answer, AnswersRefused, When, same_person

HOME = "https://simpasar.example.org"
"""The usual home page of accounts and root of activity ids: of a domain that nobody owns."""

Verb: TypeAlias = Literal["attempted", "answered", "scored", "completed"]
Statement: TypeAlias = dict[str, Any]

_VERBS: dict[Verb, str] = {
    "attempted": N_("began"),
    "answered": N_("answered"),
    "scored": N_("scored"),
    "completed": N_("completed"),
}
_TESTS: dict[When, str] = {
    "before": N_("Test before the training"),
    "after": N_("Test after the training"),
}
_ADL = "http://adlnet.gov/expapi"


def fit_home(home: str) -> str:
    """A home page as it is used: without a slash at its end.

    Raises:
        AnswersRefused: it is no address that begins with http:// or https://.
    """
    parts = urlsplit(home)
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"[\s<>\"]", home):
        message = _("`{text}` is no address: it begins with https://, such as {example}.")
        raise AnswersRefused(message.format(text=home, example=HOME))
    return home.rstrip("/")


def statements(answers: Iterable[Answer], home: str = HOME) -> list[Statement]:
    """What everybody did, person by person: began a test, answered each question, and, where it
    was finished, the score and that it was completed."""
    answers = list(answers)
    names: dict[str, str] = {}
    tests: dict[tuple[str, str, When], list[Answer]] = {}
    for answer in answers:
        key = same_person(answer.person)
        names.setdefault(key, answer.person)
        tests.setdefault((answer.scenario, key, answer.when), []).append(answer)
    most: dict[str, int] = {}
    for (scenario, _key, _when), taken in tests.items():
        most[scenario] = max(most.get(scenario, 0), sum(answer.of for answer in taken))
    return [
        statement
        for (scenario, key, when), taken in tests.items()
        for statement in _Test(home, scenario, names[key], when).statements(taken, most[scenario])
    ]


class _Test:
    """One person's test: who, what and within what, for each of its statements."""

    def __init__(self, home: str, scenario: str, person: str, when: When) -> None:
        self.home = home
        self.base = f"{home}/scenarios/{quote(scenario, safe='')}"
        self.person = person
        self.when = when
        self.actor = {
            "objectType": "Agent",
            "name": person,
            "account": {"homePage": home, "name": person},
        }
        self.registration = str(_id(f"{self.base}/registrations/{quote(same_person(person))}"))

    def statements(self, taken: Sequence[Answer], most: int) -> Iterator[Statement]:
        """The statements of a test of which `taken` is known, of `most` points in all."""
        taken = sorted(taken, key=lambda answer: answer.question)
        times = sorted(answer.time for answer in taken)
        test = self._test()
        if any(answer.question for answer in taken):
            yield self._said("attempted", test, times[0])
        for answer in taken:
            if answer.question:
                yield self._said("answered", self._question(answer), answer.time, _given(answer))
        right, of = (sum(getattr(answer, part) for answer in taken) for part in ("right", "of"))
        if of == most:
            yield self._said("scored", test, times[-1], {"score": _score(right, of)})
            yield self._said("completed", test, times[-1], {"completion": True})

    def _said(
        self, verb: Verb, activity: Statement, time: str, result: Statement | None = None
    ) -> Statement:
        statement: Statement = {
            "actor": self.actor,
            "verb": {"id": f"{_ADL}/verbs/{verb}", "display": _in_languages(_VERBS[verb])},
            "object": activity,
            "context": {
                "registration": self.registration,
                "platform": "simpasar",
                "contextActivities": self._around(activity),
            },
        }
        if result:
            statement["result"] = result
        if time:
            statement["timestamp"] = time
        return {"id": str(_id(_fixed(statement))), **statement}

    def _around(self, activity: Statement) -> Statement:
        test = {"objectType": "Activity", "id": f"{self.base}/test/{self.when}"}
        scenario = {"objectType": "Activity", "id": self.base}
        if activity["id"] == test["id"]:
            return {"parent": [scenario]}
        return {"parent": [test], "grouping": [scenario]}

    def _test(self) -> Statement:
        definition = {
            "name": _in_languages(_TESTS[self.when]),
            "type": f"{_ADL}/activities/assessment",
        }
        activity = f"{self.base}/test/{self.when}"
        return {"objectType": "Activity", "id": activity, "definition": definition}

    def _question(self, answer: Answer) -> Statement:
        """The same question before and after, so that a store can hold its answers side by side."""
        number = answer.question
        definition = {
            "name": _in_languages(N_("Question {number}"), number=number),
            "type": f"{_ADL}/activities/cmi.interaction",
            "interactionType": "choice",
        }
        activity = f"{self.base}/questions/{number}"
        return {"objectType": "Activity", "id": activity, "definition": definition}


def _given(answer: Answer) -> Statement:
    result: Statement = {
        "success": answer.right == answer.of,
        "score": _score(answer.right, answer.of),
    }
    if answer.answer and answer.answer != UNKNOWN:
        result["response"] = answer.answer
    return result


def _score(right: int, of: int) -> Statement:
    return {"scaled": round(right / of, 4), "raw": right, "min": 0, "max": of}


def _in_languages(message: str, **named: int) -> dict[str, str]:
    return {each: told_in(each, message).format(**named) for each in LANGUAGES}


def _fixed(statement: Statement) -> str:
    """What a statement says, without the words that only show it: they may be put better one day,
    and the statement is still the same (xAPI 1.0.3, part two, 2.3.1)."""
    told = {
        "actor": statement["actor"]["account"],
        "verb": statement["verb"]["id"],
        "object": statement["object"]["id"],
        "when": statement["context"]["contextActivities"]["parent"][0]["id"],
        "result": statement.get("result"),
        "timestamp": statement.get("timestamp"),
    }
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)


def as_lines(found: Iterable[Statement]) -> str:
    """One statement a line."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found)


def as_batch(found: Sequence[Statement]) -> str:
    """All in one list, as a store takes them."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
