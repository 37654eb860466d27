"""A test at the terminal and on paper: every answer kept at once, nobody's answers overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from simpasar.bench.answer_file import AnswerFile, read_table
from simpasar.bench.question_round import QuestionRound
from simpasar.bench.question_sheet import PAGE_BREAK, question_page, question_sheet
from simpasar.i18n import use
from simpasar.review.answers import AnswersRefused, When, from_paper
from simpasar.scenario import model
from simpasar.scenario.model import Scenario
from testtakers import answers_of, score_of
from towns import town

pytestmark = pytest.mark.usefixtures("english")

AT = "2027-01-04T08:00:00+07:00"


def quiz() -> Scenario:
    """A town with three questions; b, a and c are right."""
    asked = [("Laba?", 2, 2, "money"), ("Harga?", 2, 1, "pricing"), ("SHU?", 3, 3, "cooperation")]
    questions = tuple(
        model.TestQuestion.model_validate({
            "question": {"id": f"{text} (id)", "en": text},
            "options": tuple({"en": f"{text} {n}"} for n in range(1, count + 1)),
            "answer": answer,
            "measure": measure,
        })
        for text, count, answer, measure in asked
    )  # fmt: skip
    return town().model_copy(update={"test": questions})


class Class:
    """A terminal at which everything typed was known before; then Ctrl-C."""

    def __init__(self, *typed: str) -> None:
        self.typed: Iterator[str] = iter(typed)
        self.heard: list[str] = []

    def ask(self, question: str, suggestion: str = "") -> str:
        self.heard.append(question)
        try:
            return next(self.typed)
        except StopIteration:
            raise KeyboardInterrupt from None

    def say(self, sentence: str) -> None:
        self.heard.append(sentence)


def take(path: Path, *typed: str, when: When = "before") -> Class:
    talk = Class(*typed)
    turn = QuestionRound(quiz(), when, AnswerFile(path), talk, lambda: AT)
    if typed and typed[-1] == "":
        turn.take()
    else:
        with pytest.raises(KeyboardInterrupt):
            turn.take()
    return talk


def kept(path: Path) -> list[tuple[str, str, int, str, int]]:
    return [(a.person, a.when, a.question, a.answer, a.right) for a in read_table(path).answers]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tes.csv"


def test_one_after_another_answers_and_each_answer_is_marked(path: Path) -> None:
    take(path, "Sari", "b", "1", "?", "Budi", "a", "B", "c", "")
    assert kept(path) == [
        ("Sari", "before", 1, "b", 1), ("Sari", "before", 2, "a", 1), ("Sari", "before", 3, "?", 0),
        ("Budi", "before", 1, "a", 0), ("Budi", "before", 2, "b", 0), ("Budi", "before", 3, "c", 1),
    ]  # fmt: skip
    assert {answer.time for answer in read_table(path).answers} == {AT}
    assert [answer.objective for answer in read_table(path).answers[:3]] == [
        "money", "pricing", "cooperation",
    ]  # fmt: skip


def test_after_ctrl_c_every_answer_given_is_kept_and_the_rest_is_asked_later(path: Path) -> None:
    take(path, "Sari", "b", "a")
    assert kept(path) == [("Sari", "before", 1, "b", 1), ("Sari", "before", 2, "a", 1)]
    talk = take(path, "sari", "c", "")
    assert kept(path)[2:] == [("Sari", "before", 3, "c", 1)]
    assert "Welcome back, Sari. Question 3 is next." in talk.heard


def test_what_is_no_letter_is_asked_again_and_nothing_is_kept_of_it(path: Path) -> None:
    talk = take(path, "=1+1", "Sari", "x", "", "c", "b", "a", "c", "")
    assert [row[3] for row in kept(path)] == ["b", "a", "c"]
    assert talk.heard.count("Type one letter from a to b, or ? where you don't know.") == 3


def test_nobody_answers_for_somebody_who_has_finished(path: Path) -> None:
    take(path, "Sari", "b", "a", "c", "")
    talk = take(path, "SARI ", "Sari K", "a", "b", "a", "")
    assert any("has taken this test already" in sentence for sentence in talk.heard)
    assert [row[3] for row in kept(path)] == ["b", "a", "c", "a", "b", "a"]


def test_before_and_after_are_two_tests(path: Path) -> None:
    take(path, "Sari", "b", "a", "c", "")
    take(path, "Sari", "a", "b", "c", "", when="after")
    assert [row[1] for row in kept(path)] == ["before"] * 3 + ["after"] * 3


def test_after_the_training_an_unknown_name_is_asked_about_once(path: Path) -> None:
    take(path, "Bu Sari", "b", "a", "c", "Budi", "b", "a", "c", "")
    talk = take(path, "Sari", "bu sari", "b", "a", "c", "", when="after")
    assert kept(path)[6:] == [
        ("Bu Sari", "after", 1, "b", 1), ("Bu Sari", "after", 2, "a", 1),
        ("Bu Sari", "after", 3, "c", 1),
    ]  # fmt: skip
    assert any("only: Bu Sari, Budi. Which of these" in sentence for sentence in talk.heard)
    take(path, "Wati", "Wati", "a", "a", "a", "", when="after")
    assert [row[0] for row in kept(path)[9:]] == ["Wati"] * 3


def test_nobody_is_told_what_was_right(path: Path) -> None:
    talk = take(path, "Sari", "a", "b", "a", "Budi", "b", "a", "c", "")
    told = [sentence for sentence in talk.heard if re.search("right|wrong|correct", sentence)]
    assert told == []


def test_the_file_of_another_class_only_grows(path: Path) -> None:
    take(path, "Sari", "b", "a", "c", "")
    before = path.read_bytes()
    take(path, "Budi", "b")
    assert path.read_bytes().startswith(before)


def test_half_a_line_from_a_power_cut_is_cut_off_before_the_next(path: Path) -> None:
    take(path, "Sari", "b", "a")
    path.write_bytes(path.read_bytes()[:-9])
    take(path, "Sari", "b", "c", "")
    assert [row[2:4] for row in kept(path)] == [(1, "b"), (2, "b"), (3, "c")]


def test_a_file_that_is_no_table_of_answers_stays_as_it_is(path: Path) -> None:
    path.write_text("nama,nilai\nSari,7\n")
    with pytest.raises(AnswersRefused):
        AnswerFile(path)
    assert path.read_text() == "nama,nilai\nSari,7\n"


# -- paper --------------------------------------------------------------------------------


def typed_in(text: str, when: When = "before") -> list[tuple[str, int, str, int]]:
    found = from_paper(quiz(), when, text, "a.csv", "")
    return [(a.person, a.question, a.answer, a.right) for a in found]


def test_letters_from_paper_are_marked_and_an_empty_one_is_not_known() -> None:
    assert typed_in("person,1,2,3\nSari,b,,1\n\n") == [
        ("Sari", 1, "b", 1), ("Sari", 2, "?", 0), ("Sari", 3, "a", 0),
    ]  # fmt: skip


def test_columns_may_be_indonesian_and_in_any_order() -> None:
    assert typed_in("Soal 3;Soal 1;Soal 2;Nama\nc;b;a;Sari\n")[0] == ("Sari", 1, "b", 1)
    assert typed_in("peserta;nilai\nSari;2\n") == [("Sari", 0, "", 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the first line names the columns"),
        ("person\nSari\n", "the first line names the columns"),
        ("person,4\nSari,a\n", "`4` is not known"),
        ("person,1,1\nSari,a,b\n", "`1` is not known, or stands there twice"),
        ("person,1,2,3\nSari,a,b,d\n", "a.csv:2: `d` is no answer to question 3"),
        ("person,score\nSari,4\n", "a.csv:2: a score is a whole number from 0 to 3"),
        ("person,score\nSari,2,5\n", ""),
        ("person,score\n=x,2\n", "a.csv:2: A name begins"),
        ("person,score\nSari,2\nsari,3\n", "sari stands there twice"),
    ],
)
def test_what_cannot_be_from_paper_is_refused_with_its_line(text: str, said: str) -> None:
    if not said:
        assert typed_in(text) == [("Sari", 0, "", 2)]
        return
    with pytest.raises(AnswersRefused) as refusal:
        typed_in(text)
    assert said in str(refusal.value)


def test_typing_in_again_adds_who_is_new_and_changes_nobody(path: Path) -> None:
    first = answers_of("Sari", "before", "ab", right="ab")
    assert AnswerFile(path).add_typed(first) == 1
    more = [*first, *answers_of("Budi", "before", "ba", right="ab")]
    assert AnswerFile(path).add_typed(more) == 1
    before = path.read_bytes()
    for other in (
        answers_of("sari", "before", "bb", right="ab"),
        [score_of("Sari", "before", 2, 2)],
        [*answers_of("Wati", "before", "ab", right="ab"), score_of("Budi", "before", 1, 2)],
    ):
        with pytest.raises(AnswersRefused, match="taken this test already"):
            AnswerFile(path).add_typed(other)
        assert path.read_bytes() == before


def test_the_sheet_has_every_question_and_the_key_only_on_its_own_page() -> None:
    for language, heading in (("id", "Kunci jawaban"), ("en", "Key, for the trainer")):
        use("id" if language == "id" else "en")
        questions, key = question_sheet(quiz(), "kuis.yaml").split(PAGE_BREAK)
        assert questions.count("- **a**") == 3
        assert heading in key
        assert heading not in questions
        assert re.findall(r"^\| (\d) \| (\w) \|", key, re.M) == [("1", "b"), ("2", "a"), ("3", "c")]
        assert ("Laba? (id)" in questions) == (language == "id")


def test_the_page_for_the_browser_has_the_key_on_a_page_of_its_own_and_asks_no_network() -> None:
    sheet = question_page(quiz(), "kuis.yaml")
    questions, key = sheet.split('<article class="key">')
    assert questions.count("<section") == 3
    assert re.findall(r"<td>(\d)</td><td>(\w)</td>", key) == [("1", "b"), ("2", "a"), ("3", "c")]
    assert "Key, for the trainer" not in questions
    assert "break-before: page" in questions
    assert "simpasar test kuis.yaml --before" in key
    assert not re.search(r"https?://|<script|src=", sheet)


def test_what_html_would_take_for_signs_is_shown_as_it_is() -> None:
    question = (
        quiz()
        .test[0]
        .model_copy(
            update={"question": quiz().title.model_copy(update={"en": "5 < 20 & <b>x</b>?"})}
        )
    )
    sheet = question_page(quiz().model_copy(update={"test": (question,)}), "kuis.yaml")
    assert "5 &lt; 20 &amp; &lt;b&gt;x&lt;/b&gt;?" in sheet


def test_what_markdown_would_take_for_signs_is_shown_as_it_is() -> None:
    question = (
        quiz()
        .test[0]
        .model_copy(
            update={"question": quiz().title.model_copy(update={"en": "5 * 3 < 20 | *a* _b_"})}
        )
    )
    sheet = question_sheet(quiz().model_copy(update={"test": (question,)}), "kuis.yaml")
    assert r"5 \* 3 \< 20 \| \*a\* \_b\_" in sheet
