"""The report of a review: for browser and printer, and on a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from papers import printed
from reviewed import HEAD, MARKS, NASTY, Page, decided, english_words, reviewed
from simpasar.bench import charts
from simpasar.bench.review_html import class_luck, page_html, team_page
from simpasar.bench.review_page import print_review
from simpasar.bench.review_texts import mark_word, ranking_grid
from simpasar.console_tables import team_name
from simpasar.i18n import Language, use
from simpasar.money import grouped
from simpasar.review.words import advice


def figure(text: str) -> int:
    return int(text.replace(".", "").replace("+", ""))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_report_is_whole_and_asks_for_nothing_from_outside(language: Language) -> None:
    use(language)
    text = page_html(*reviewed(), HEAD)
    page = Page(text)
    assert page.of("html") == [{"lang": language}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.of("meta")
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _attributes in page.tags}
    for tag, attributes in page.tags:
        assert "src" not in attributes
        assert str(attributes.get("href", "#")).startswith("#"), tag
    assert "http" not in text
    assert "@import" not in text


def test_every_link_and_label_of_the_report_leads_somewhere() -> None:
    page = Page(page_html(*reviewed(), HEAD))
    ids = [str(attributes["id"]) for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids)), "no id stands twice"
    links = [str(attributes["href"])[1:] for attributes in page.of("a")]
    labels = [each for svg in page.of("svg") for each in str(svg["aria-labelledby"]).split()]
    fills = re.findall(r"url\(#([^)]+)\)", str(page.tags))
    assert all((links, labels, fills))
    assert set(links + labels + fills) <= set(ids)


def test_every_chart_has_a_title_a_description_and_a_table_beside_it() -> None:
    page = Page(page_html(*reviewed(), HEAD))
    assert len(page.svgs) >= 10
    for number, inside in enumerate(page.svgs, start=1):
        assert inside[:2] == ["title", "desc"]
        assert number in page.after, "a table comes before the next chart"


def test_the_books_on_a_teams_page_close_to_the_rupiah() -> None:
    game, review = reviewed()
    for team, kept in review.books.items():
        told = team_page(game, review, team)
        figures = [figure(row[1]) for row in told.books.rows]
        assert sum(figures[:-1]) == figures[-1] == kept.final
        drawn = [figure(bar.figure) for bar in told.waterfall.bars]
        assert drawn == figures


def test_each_team_has_its_own_page_with_its_weeks_marks_and_advice() -> None:
    use("id")
    game, review = reviewed()
    text = page_html(game, review, HEAD)
    for team in review.books:
        page = text[text.index(f'<article id="team-{team}"') :]
        page = Page(page[: page.index("</article>") + len("</article>")]).text.replace("\xa0", " ")
        for decision in review.of(team):
            assert mark_word(decision.mark) in page
            assert advice(review, decision) in page
        others = [name for name in review.books if name != team]
        assert not any(team_name(game.setup.scenario, other) in page for other in others)


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_team_sees_its_forecasts_beside_what_came_as_charts_and_tables(
    language: Language,
) -> None:
    use(language)
    game, review = reviewed()
    guessing = 0
    for team in review.books:
        made = [week for week in game.state.teams[team].history if week.forecast is not None]
        shown = team_page(game, review, team).forecasts
        assert len(shown) == (2 if made else 0)
        for kind, seen in zip(("units", "cash"), shown, strict=False):
            guessing += 1
            assert len(seen.chart.rows) == len(seen.grid.rows) == len(made)
            for week, row, drawn in zip(made, seen.grid.rows, seen.chart.rows, strict=True):
                forecast = getattr(week.forecast, kind)
                came = week.whole.sold if kind == "units" else week.figures.cash
                assert [figure(cell) for cell in row] == [
                    week.week, forecast, came, came - forecast,
                ]  # fmt: skip
                assert drawn.other is not None
                assert (drawn.middle < drawn.other) == (forecast < came)
                assert grouped(forecast) in drawn.said
                assert grouped(came) in drawn.said
    assert guessing > 0


def test_the_page_for_the_class_shows_no_marks_and_no_places() -> None:
    use("id")
    game, review = reviewed()
    text = page_html(game, review, HEAD)
    page = Page(text[text.index('<div id="class">') : text.index("<article")]).text
    assert not any(mark_word(mark) in page for mark in MARKS)
    names = [team_name(game.setup.scenario, team) for team in review.books]
    after = page[page.index("Keputusan baik, atau") :]
    seats = sorted(names, key=lambda name: after.rindex(name))
    assert seats == names, "in the order of the seats"


def test_the_evaluator_reads_where_the_figures_come_from() -> None:
    use("en")
    game, review = reviewed()
    page = Page(page_html(game, review, HEAD)).text
    evaluator = page[page.index("Ranking without luck") :]
    for told in (HEAD, review.par, "1000000 to 1000001", "10 %", "25 %", "50 %"):
        assert told.replace(" %", "%") in evaluator or told in evaluator
    for decision in review.decisions:
        assert grouped(decision.high) in evaluator


def test_the_ranking_is_by_what_was_gained_without_luck() -> None:
    game, review = reviewed()
    rows = ranking_grid(game, review).rows
    gained = [figure(row[1]) for row in rows]
    assert gained == sorted(gained, reverse=True)
    assert sorted(figure(row[5]) for row in rows) == [1, 2, 3, 4]


def test_of_one_team_alone_no_order_is_told() -> None:
    use("en")
    game, review = reviewed()
    first = next(iter(review.books))
    alone = replace(
        review,
        books={first: review.books[first]},
        adjusted={first: review.adjusted[first]},
        decisions=review.of(first),
    )
    for text in (
        page_html(game, alone, HEAD),
        printed(lambda paper: print_review(paper, game, alone, HEAD)),
    ):
        assert "The intervals" not in text
        assert "Luck" in text


def test_a_name_with_signs_of_html_stays_a_name() -> None:
    text = page_html(*reviewed(), HEAD)
    assert "<script>" not in text
    assert NASTY in Page(text).text


def test_the_indonesian_report_has_no_english_left() -> None:
    use("id")
    game, review = reviewed()
    text = Page(page_html(game, review, HEAD)).text
    text += printed(lambda paper: print_review(paper, game, review, HEAD))
    assert english_words(text) == set()


def test_an_unfinished_review_says_so_and_shows_what_there_is() -> None:
    use("en")
    game, review = reviewed()
    begun = replace(review, decisions=())
    for found, told in (
        (begun, "0 of 8"),
        (replace(review, decisions=review.decisions[:3]), "3 of"),
    ):
        page = Page(page_html(game, found, HEAD)).text
        assert f"UNFINISHED: {told}" in page
        terminal = printed(lambda paper, found=found: print_review(paper, game, found, HEAD))
        assert f"UNFINISHED: {told}" in terminal
    assert "UNFINISHED" not in page_html(game, review, HEAD)


def test_a_class_without_a_mark_is_told_so() -> None:
    use("en")
    game, review = reviewed()
    clean = tuple(decided(review, each.week, each.team, "") for each in review.decisions)
    page = Page(page_html(game, replace(review, decisions=clean), HEAD)).text
    assert "No decision was clearly worse" in page


# -- on a terminal ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_terminal_page_fits_and_names_the_costliest_decisions(language: Language) -> None:
    use(language)
    game, review = reviewed()
    page = printed(lambda paper: print_review(paper, game, review, HEAD))
    assert all(len(line) <= 80 for line in page.splitlines())
    whole = " ".join(page.split())
    for decision in review.decisions:
        told = advice(review, decision)
        if told:
            assert f"[{mark_word(decision.mark)}] {told}" in whole
    assert HEAD in page


# -- charts -----------------------------------------------------------------------------------


def test_small_steps_beside_large_sums_are_drawn_large_with_torn_sums() -> None:
    small = charts.waterfall("Jalan", ("Awal", 9_000), [("a", 300), ("b", -200)], "Akhir", str)
    large = charts.waterfall("Jalan", ("Awal", 300), [("a", 300), ("b", -500)], "Akhir", str)
    assert small.zero is None
    assert small.bars[1].width > 50
    assert large.zero is not None
    assert [bar.figure for bar in small.bars] == ["9000", "300", "-200", "9100"]
    assert small.title != "Jalan", "and the title says so"


@pytest.mark.parametrize("steps", [[0, 0], [-900, 100], [5, -5], [-10_000_000, 1]])
def test_bars_stay_in_their_room_whatever_the_figures(steps: list[int]) -> None:
    told = [(str(number), amount) for number, amount in enumerate(steps)]
    for drawn in (charts.waterfall("t", ("a", 700), told, "z", str), charts.losses("t", told, str)):
        for bar in drawn.bars:
            assert 150 <= bar.x <= bar.x + bar.width <= drawn.width - 70


@pytest.mark.parametrize(
    ("luck", "told"),
    [
        ((9_000, 5_000), "Luck gave to all: the most to A (Rp 9.000), the least to B (Rp 5.000)."),
        ((-5_000, -9_000), "Luck took from all: the least from A (Rp 5.000), the most from B"),
        ((9_000, -5_000), "Luck gave the most to A (Rp 9.000) and took the most from B (Rp 5.000)"),
    ],
)
def test_the_class_hears_whom_luck_gave_and_from_whom_it_took(
    luck: tuple[int, int], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use("en")
    game, review = reviewed()
    names = dict(zip(review.books, "AB", strict=False))
    monkeypatch.setattr("simpasar.bench.review_html.team_name", lambda _all, team: names[team])
    kept = {
        team: SimpleNamespace(luck={"weather": amount})
        for team, amount in zip(names, luck, strict=True)
    }
    assert class_luck(game, replace(review, books=kept)).startswith(told)


def test_no_number_is_torn_from_its_minus_or_its_rupiah() -> None:
    text = page_html(*reviewed(), HEAD, ["It lost -Rp 12.000, 5 % of all."])
    assert "It lost -\u2060Rp\xa012.000, 5\xa0% of all." in text
