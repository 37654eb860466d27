"""Many games as pages: on a terminal, for the browser, as a table."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from papers import printed
from reviewed import NASTY, Page, english_words
from reviews import UNIT, seat, the_review
from simpasar.bench.workshop_csv import write
from simpasar.bench.workshop_html import page_html
from simpasar.bench.workshop_page import print_workshop
from simpasar.i18n import Language, use
from simpasar.review.reviewed_game import ReviewedGame, read_review
from simpasar.review.workshop import Workshop, workshop
from simpasar.review.workshop_document import COLUMNS


@cache
def year() -> tuple[Workshop, dict[str, ReviewedGame]]:
    """Two scenarios, people and bots, every verdict, and a title that is no HTML."""
    falls = [seat({"pricing": UNIT // 3 + n}, {"production": UNIT // 5 + n}) for n in range(5)]
    weak = [seat({"money": UNIT // 4 + n}, {"money": UNIT // 4 - n}) for n in range(4)]
    bot = seat({"household": UNIT}, {}, bot="acak")
    clean = [seat({}, {})] * 5
    games = {
        "hari-1/pagi": read_review(the_review([*falls, bot])),
        "hari-2/malam": read_review(the_review(weak, "malam", title=NASTY, warnings=["Awas!"])),
        "hari-3/lebaran": read_review(the_review(clean, "lebaran")),
    }
    return workshop(list(games.values())), games


def the_page() -> str:
    found, games = year()
    return page_html(found, "quick", games, [("rusak", "baris 3 berubah.")])


def the_print(found: Workshop | None = None) -> str:
    return printed(lambda paper: print_workshop(paper, found or year()[0], "quick"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_terminal_page_fits_in_80_columns(language: Language) -> None:
    use(language)
    assert max(len(line) for line in the_print().splitlines()) <= 80


def test_the_page_says_which_scenario_teaches_what() -> None:
    use("en")
    text = the_print()
    taught = text[text.index("Which scenario teaches what") : text.index("\nPagi")]
    [pagi] = [line for line in taught.splitlines() if line.lstrip().startswith("Pagi")]
    assert pagi.split() == ["Pagi", "Pricing", "Stock", "and", "production", "-"]
    assert "Finance" in taught
    assert "Household" not in text, "what bots lost is nobody's"


def test_bots_and_small_groups_are_said_plainly() -> None:
    use("en")
    text = " ".join(the_print().split())
    assert "1 seat of the computer is not counted: bots do not learn." in text
    assert f"Warning: fewer than 5 teams in {NASTY}." in text
    bots = workshop([read_review(the_review([seat({}, bot="par")] * 6))])
    text = " ".join(the_print(bots).split())
    assert "Warning: only the computer played" in text
    assert "fewer than" not in text


def test_a_scenario_without_a_mark_says_so() -> None:
    use("en")
    part = the_print().split("\nLebaran\n")[1]
    assert part.lstrip().startswith("No decision was clearly worse")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_for_the_browser_is_whole_and_asks_for_nothing_from_outside(
    language: Language,
) -> None:
    use(language)
    text = the_page()
    page = Page(text)
    assert page.of("html") == [{"lang": language}]
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _attributes in page.tags}
    assert "http" not in text
    assert NASTY in page.text
    ids = [str(attributes["id"]) for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids)), "no id stands twice"


def test_every_chart_has_a_title_a_description_and_a_table_after_it() -> None:
    page = Page(the_page())
    assert len(page.svgs) == 3, "all, and the two scenarios in which something was lost"
    for number, inside in enumerate(page.svgs, start=1):
        assert inside[:2] == ["title", "desc"]
        assert number in page.after


def test_the_page_names_every_record_what_was_left_out_and_what_to_be_warned_of() -> None:
    use("id")
    text = Page(the_page()).text
    for name, game in year()[1].items():
        assert name in text
        assert game.record in text
    assert "rusak tidak dihitung: baris 3 berubah." in text
    assert "hari-2/malam: Awas!" in text


def test_the_indonesian_pages_have_no_english_left() -> None:
    use("id")
    assert english_words(Page(the_page()).text + the_print()) == set()


def test_the_table_has_every_column_described(tmp_path: Path) -> None:
    write(year()[0], tmp_path / "new" / "folder")
    read = {}
    for name in ("workshop", "columns"):
        with (tmp_path / "new" / "folder" / f"{name}.csv").open(encoding="utf-8") as lines:
            read[name] = list(csv.DictReader(lines))
    assert {row["column"]: row["meaning"] for row in read["columns"]} == COLUMNS
    assert all(set(row) == set(COLUMNS) for row in read["workshop"])
    verdicts = {(row["scenario"], row["objective"]): row["verdict"] for row in read["workshop"]}
    assert verdicts["pagi", "pricing"] == "fell"
    assert verdicts["malam", "money"] == "weak"
    assert verdicts["lebaran", "all"] == "none"
