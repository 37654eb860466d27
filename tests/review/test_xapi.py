"""xAPI statements: valid by the specification, the same ids again, and nobody's mail address."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xapi_rules import broken_rules

from simpasar.i18n import use
from simpasar.review import xapi
from simpasar.review.answers import Answer, AnswersRefused
from simpasar.review.xapi import HOME, as_batch, as_lines, fit_home, statements
from testtakers import answers_of, score_of

AT = "2027-01-04T08:{:02d}:00+07:00"


def two_persons() -> list[Answer]:
    """Sari took both tests to the end, Budi began the first; of Wati only a score is known."""
    return [
        *answers_of("Sari", "before", "ab?", right="abc", time=AT.format(1)),
        *answers_of("Budi", "before", "a", right="a", time=AT.format(2)),
        *answers_of("sari ", "after", "abc", right="abc", time=AT.format(30)),
        score_of("Wati", "after", 2, 3),
    ]


def verbs(found: list[dict[str, Any]]) -> list[str]:
    return [statement["verb"]["id"].rpartition("/")[2] for statement in found]


def test_a_finished_test_is_begun_answered_scored_and_completed() -> None:
    found = [s for s in statements(two_persons()) if s["actor"]["account"]["name"] == "Sari"]
    once = ["attempted", "answered", "answered", "answered", "scored", "completed"]
    assert verbs(found) == once + once
    scored = [s["result"]["score"] for s in found if s["verb"]["id"].endswith("scored")]
    assert scored == [
        {"scaled": 0.6667, "raw": 2, "min": 0, "max": 3},
        {"scaled": 1.0, "raw": 3, "min": 0, "max": 3},
    ]


def test_an_unfinished_test_has_no_score_and_a_score_alone_no_answers() -> None:
    found = statements(two_persons())
    names = [s["actor"]["account"]["name"] for s in found]
    told = dict.fromkeys(names)
    assert list(told) == ["Sari", "Budi", "Wati"]
    assert verbs([s for s in found if s["actor"]["name"] == "Budi"]) == ["attempted", "answered"]
    assert verbs([s for s in found if s["actor"]["name"] == "Wati"]) == ["scored", "completed"]


def test_an_answer_tells_its_letter_and_whether_it_was_right() -> None:
    answered = [s for s in statements(two_persons()) if s["verb"]["id"].endswith("answered")]
    first, _second, unknown = (s["result"] for s in answered[:3])
    assert first == {
        "success": True,
        "score": {"scaled": 1.0, "raw": 1, "min": 0, "max": 1},
        "response": "a",
    }
    assert unknown["success"] is False
    assert "response" not in unknown
    assert answered[0]["object"]["id"] == f"{HOME}/scenarios/pasar/questions/1"
    around = answered[0]["context"]["contextActivities"]
    assert around["parent"][0]["id"] == f"{HOME}/scenarios/pasar/test/before"
    assert around["grouping"][0]["id"] == f"{HOME}/scenarios/pasar"


def test_the_same_question_before_and_after_is_one_activity_in_one_registration() -> None:
    found = statements(two_persons())
    sari = [s for s in found if s["actor"]["name"] == "Sari"]
    assert len({s["context"]["registration"] for s in sari}) == 1
    assert len({s["context"]["registration"] for s in found}) == 3
    asked = [s["object"]["id"] for s in sari if s["verb"]["id"].endswith("answered")]
    assert asked[:3] == asked[3:]


def test_ids_are_the_same_again_in_any_language_and_after_more_answers() -> None:
    use("en")
    first = statements(two_persons())
    use("id")
    more = [*two_persons(), *answers_of("Budi", "before", ".b", right=".b", time=AT.format(9))]
    again = statements(more)
    use("en")
    ids = [s["id"] for s in first]
    assert len(set(ids)) == len(ids)
    assert set(ids) < {s["id"] for s in again}


def test_ids_do_not_depend_on_how_verbs_are_put_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [s["id"] for s in statements(two_persons())]
    monkeypatch.setitem(xapi._VERBS, "answered", "replied to")
    assert [s["id"] for s in statements(two_persons())] == first


def test_another_answer_or_home_page_is_another_statement() -> None:
    ids = {s["id"] for s in statements(two_persons())}
    assert not ids & {s["id"] for s in statements(two_persons(), "https://yayasan.example.org")}
    changed = statements(answers_of("Sari", "before", "c", right="a", time=AT.format(1)))
    assert changed[1]["id"] not in ids


def test_nobody_has_a_mail_address() -> None:
    assert "mbox" not in as_batch(statements(two_persons()))
    assert "mailto" not in as_batch(statements(two_persons()))


# -- by the specification -----------------------------------------------------------------


def test_every_statement_keeps_every_rule_of_the_specification() -> None:
    found = statements(two_persons())
    assert len(found) == 16
    assert [broken_rules(s) for s in found] == [[]] * len(found)


NAMES = st.text(min_size=1, max_size=20).map(lambda text: f"A{text}".strip())


@given(
    NAMES,
    st.text(min_size=1, max_size=20),
    st.lists(st.sampled_from("abc?"), min_size=1, max_size=4),
)
def test_whatever_the_names_a_statement_keeps_the_rules(
    person: str, scenario: str, letters: list[str]
) -> None:
    answers = answers_of(person, "before", "".join(letters), right="abca", scenario=scenario)
    for line in as_lines(statements(answers)).strip("\n").split("\n"):
        assert broken_rules(json.loads(line)) == []


def test_lines_and_batch_hold_the_same_statements() -> None:
    found = statements(two_persons())
    assert [json.loads(line) for line in as_lines(found).splitlines()] == found
    assert json.loads(as_batch(found)) == found


def spoilt(path: str, value: Any) -> dict[str, Any]:
    """A good statement with one thing changed; `...` takes it away."""
    statement = copy.deepcopy(statements(two_persons())[1])
    *way, last = path.split(".")
    node = statement
    for part in way:
        node = node[part]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return statement


@pytest.mark.parametrize(
    ("path", "value", "section"),
    [
        ("actor", ..., "2.4 "),
        ("verb.id", "answered", "2.4.3"),
        ("verb.display", {"indonesia": "menjawab"}, "4.2"),
        ("id", "123", "2.4.1"),
        ("id", "40FD385C44AB5E7FAC5114E3303B30DB", "4.4"),
        ("actor.mbox", "mailto:sari@example.org", "2.4.2.1"),
        ("actor.account", ..., "2.4.2.1"),
        ("actor.account.homePage", "simpasar", "2.4.2.4"),
        ("object.id", "https://example.org/dua kata", "4.3"),
        ("object.definition.interactionType", "Choice", "2.4.4.1"),
        ("result.success", "true", "2.4.5"),
        ("result.score.scaled", 1.5, "2.4.5.1"),
        ("result.score.scaled", "0.5", "2.4.5.1"),
        ("result.score.raw", 2, "2.4.5.1"),
        ("result.score.max", 0, "2.4.5.1"),
        ("result.response", None, "2.2"),
        ("context.registration", "x", "2.4.6"),
        ("context.contextActivities.Parent", [], "2.4.6.2"),
        ("timestamp", "4/1/2027 08:00", "4.5"),
        ("timestamp", "2027-01-04T08:00:00-00:00", "4.5"),
        ("nilai", 7, "2.2"),
    ],
)
def test_the_rules_find_what_breaks_them(path: str, value: Any, section: str) -> None:
    broken = broken_rules(spoilt(path, value))
    assert any(section in rule for rule in broken), broken


def test_a_home_page_is_a_whole_address() -> None:
    assert fit_home("https://yayasan.example.org/") == "https://yayasan.example.org"
    for wrong in ("yayasan.example.org", "mailto:a@b", "https://", "https://a b", ""):
        with pytest.raises(AnswersRefused, match="https://"):
            fit_home(wrong)
