"""A case: what was known that Monday, choices that tell nothing, and the answer on its own page."""

from __future__ import annotations

from functools import cache

import pytest

from neighbourhood import TEAMS
from reviewed import NASTY, Page, english_words, reviewed
from simpasar.bench.case_book import Case, answers_grid, case_html, case_of
from simpasar.bench.case_choices import judged
from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid
from simpasar.firm.checks import can_submit
from simpasar.game.bulletin import weather_told
from simpasar.i18n import Language, use
from simpasar.money import rupiah


@cache
def case(week: int = 2, team: str | None = None, anonymous: bool = False) -> Case:
    found = case_of(*reviewed(), week, team, seeds=2, anonymous=anonymous)
    assert found is not None
    return found


def parts(found: Case) -> tuple[str, str]:
    """The sheet, and the page of the answer."""
    sheet, answer = case_html(found).split("<article>")
    return Page(f"{sheet}</main></body></html>").text, answer


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_case_is_one_file_with_the_answer_on_a_page_of_its_own(language: Language) -> None:
    use(language)
    text = case_html(case())
    page = Page(text)
    assert page.of("html") == [{"lang": language}]
    assert "http" not in text
    assert not {"script", "link", "img", "a"} & {tag for tag, _attributes in page.tags}
    assert "article { break-before: page" in text
    assert len(page.svgs) == 1
    assert page.svgs[0][:2] == ["title", "desc"]


def test_the_sheet_tells_nothing_of_what_came_later() -> None:
    use("en")
    found = case()
    sheet, answer = parts(found)
    figures = found.after.figures
    for later in (rupiah(figures.profit), rupiah(figures.cash)):
        assert later not in sheet.replace("\xa0", " ")
        assert later in answer.replace("\xa0", " ")
    assert weather_told(found.scenario, found.after.news) in answer
    for word in ("mistake", "inaccurate", "best that was found", "the team did"):
        assert word not in sheet


def test_the_sheet_has_the_cash_and_prices_of_that_monday() -> None:
    found = case()
    sheet, _answer = parts(found)
    assert rupiah(found.view.cash) in sheet.replace("\xa0", " ")
    assert found.view.week == 2
    assert len(found.view.history) == 1


@pytest.mark.parametrize("team", TEAMS)
def test_the_teams_own_choice_and_the_better_one_are_among_them(team: str) -> None:
    found = case(2, team)
    decision = judged(reviewed()[1], 2, team)
    assert decision is not None
    assert 2 <= len(found.choices) <= 4
    assert [choice.letter for choice in found.choices] == list("ABCD")[: len(found.choices)]
    assert [c.sheet.decisions for c in found.choices if c.own] == [decision.sheet.decisions]
    assert [c.sheet for c in found.choices if c.better] == [decision.better] * bool(decision.better)
    sheets = [choice.sheet for choice in found.choices]
    assert all(sheets.count(sheet) == 1 for sheet in sheets)
    view = found.view
    for sheet in sheets:
        assert can_submit(
            view.scenario, view.seat, sheet, view.sheet, view.week, view.cash, view.standing
        )


def test_the_order_of_the_choices_does_not_give_the_answer_away() -> None:
    places = {
        next(place for place, choice in enumerate(case(week, team).choices) if choice.own)
        for week in (1, 2)
        for team in TEAMS
    }
    assert len(places) > 1


def test_what_a_choice_gains_is_told_beside_what_the_team_did() -> None:
    found = case()
    rows = {row[0]: row for row in answers_grid(found).rows}
    for choice in found.choices:
        if choice.own:
            assert rows[choice.letter][1:4] == ("0", "-", "-")
        else:
            assert choice.low <= choice.lead <= choice.high


def test_without_a_team_the_case_is_the_marked_decision_that_cost_the_most() -> None:
    review = reviewed()[1]
    found = judged(review, 2)
    assert found is not None
    marked = [each for each in review.decisions if each.week == 2 and each.objectives]
    assert found.loss == max(each.loss for each in marked)


def test_a_week_that_was_not_judged_makes_no_case() -> None:
    assert case_of(*reviewed(), 9) is None
    assert case_of(*reviewed(), 1, "nobody") is None


def test_an_anonymous_case_names_no_team_and_gives_no_reason() -> None:
    use("en")
    text = Page(case_html(case(2, TEAMS[0], anonymous=True))).text
    for name in (NASTY, "Kenanga", "Melati", "Mawar"):
        assert name not in text
    assert "Stall A" in text
    assert "Its reason" not in text
    assert NASTY in Page(case_html(case(2, TEAMS[0]))).text


def test_the_indonesian_case_has_no_english_left() -> None:
    use("id")
    for team in TEAMS:
        assert english_words(Page(case_html(case(2, team))).text) == set()


def test_a_heading_that_a_terminal_tears_is_whole_where_there_is_room() -> None:
    use("id")
    grid = Grid((Column("HPP ter-\njual"), Column("Tanpa\nnasib")), [])
    assert grid.headings == ["HPP ter\xadjual", "Tanpa\nnasib"]
    assert "Ter- buang" not in " ".join(Page(case_html(case())).text.split())
