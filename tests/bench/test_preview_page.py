"""The preview on a terminal: every part, both languages, no line wider than the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rich.cells import cell_len

from papers import printed, shipped_scenario
from simpasar.bench.layout import bar, padded
from simpasar.bench.preview_page import PARTS, paint, part_of, part_word
from simpasar.i18n import Language, use
from simpasar.scenario.library import shipped

LANGUAGES: tuple[Language, ...] = ("id", "en")


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    yield
    use("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", shipped())
def test_no_line_of_a_preview_is_wider_than_the_page(name: str, language: Language) -> None:
    use(language)
    page = printed(lambda paper: paint(paper, shipped_scenario(name)))
    too_wide = [line for line in page.split("\n") if cell_len(line) > 80]
    assert page.strip()
    assert not too_wide


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_of_a_table_is_cut(language: Language) -> None:
    use(language)
    page = printed(lambda paper: paint(paper, shipped_scenario("dapur-bersama-lebaran")))
    for figure in ("10.900", "1.230", "1.200.000", "430.332", "113.750"):
        assert figure in page
    assert "43,8 %" in page or "43.8%" in page


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_shown_alone_and_says_something(part: Any) -> None:
    use("id")
    scenario = shipped_scenario("dapur-bersama-lebaran")
    page = printed(lambda paper: paint(paper, scenario, [part]))
    assert len(page.strip().split("\n")) >= 2


def test_texts_alone_stand_side_by_side() -> None:
    use("id")
    page = printed(lambda paper: paint(paper, shipped_scenario("warung-pertama"), ["texts"]))
    assert any("Warung Pertama" in line and "The First Stall" in line for line in page.split("\n"))


def test_parts_have_a_word_in_each_language() -> None:
    for part in PARTS:
        for language in LANGUAGES:
            assert part_of(part_word(part, language)) == part
    assert part_word("products", "id") == "produk"
    assert part_of("nonsense") is None


def test_a_bar_is_as_long_as_its_share_and_never_empty_for_something() -> None:
    assert bar(10, 10, 24) == "█" * 24
    assert bar(5, 10, 24) == "█" * 12
    assert bar(1, 1_000_000, 24) == "▌"
    assert bar(0, 10, 24) == ""


def test_padded_text_fills_just_its_columns() -> None:
    assert padded("ab", 4) == "ab  "
    assert padded("abcdef", 4) == "abc…"
    assert cell_len(padded("日本語日本語", 5)) == 5
