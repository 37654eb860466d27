"""The page of a balance, on a terminal and in a browser, from made-up answers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.balance.answers import Answer, Balance, Column, Light, Span, Table
from simpasar.balance.statistics import Interval
from simpasar.bench.balance_html import page_html
from simpasar.bench.balance_page import print_balance
from simpasar.bench.balance_words import MARKS, figure, verdict
from simpasar.bench.charts import scale
from simpasar.bench.layout import Paper
from simpasar.i18n import use

NASTY = 'Keripik <script>alert("1")</script> & bumbu'


def answer(key: str, light: Light | None, settled: bool = True) -> Answer:
    return Answer(
        question=key,
        title=f"Pertanyaan {key}?",
        light=light,
        sentence=NASTY,
        advice="Turunkan sewa." if light in ("yellow", "red") else "",
        table=Table(
            (
                Column("what", "Produk", "text"),
                Column("gain", "Untung"),
                Column("price", "Harga", "price"),
                Column("share", "Bagian", "permille"),
            ),
            ((NASTY, 1_234_567, 12_500, 123), ("Tempe", -1_499, None, -55)),
        ),
        spans=(
            Span("a", NASTY, Interval(-2_000_000, 1_000, 3_500_000, 9)),
            Span("b", "Tempe", Interval(500, 500, 500, 9)),
        ),
        shows="Untung tiap produk",
        settled=settled,
        seeds=9,
    )


def balance(*lights: Light | None, finished: bool = True) -> Balance:
    return Balance(
        scenario="pasar-pagi",
        title="Pasar Pagi",
        digest="0123456789abcdef",
        version="0.1.0",
        quick=False,
        finished=finished,
        seeds=(1, 200),
        games=1_234,
        answers=tuple(answer(f"q{n}", light) for n, light in enumerate(lights)),
    )


def printed(capsys: pytest.CaptureFixture[str], found: Balance) -> str:
    print_balance(Paper(), found, 12.4)
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_is_read_without_colour_at_eighty_columns(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    use("en" if language == "en" else "id")
    page = printed(capsys, balance("green", "yellow", "red", None))
    assert all(len(line) <= 80 for line in page.splitlines())
    words = ("GREEN", "YELLOW", "RED") if language == "en" else ("HIJAU", "KUNING", "MERAH")
    for mark, word in zip(("[+]", "[~]", "[!]"), words, strict=True):
        assert page.count(f"{mark} {word}") == 2, "once in the list, once at its section"
    for told in ("1.235.000", "12.500", "12", "-5", "200", "1.234", "0123456789", "0.1.0"):
        assert told in page


def test_the_lights_stand_before_everything_else(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, balance("green", "red"))
    assert page.index("q1?") < page.index("Keripik")


def test_advice_stands_where_a_light_is_not_green(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Turunkan sewa." in printed(capsys, balance("red"))
    assert "Turunkan sewa." not in printed(capsys, balance("green"))


def test_an_unfinished_balance_says_so_first(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, balance("green", finished=False))
    assert page.splitlines()[1].startswith("BELUM SELESAI")
    assert "BELUM SELESAI" in page_html(balance("green", finished=False), 1)
    assert "BELUM SELESAI" not in page_html(balance("green"), 1)


def test_the_verdict_follows_the_worst_light(english: None) -> None:
    assert verdict(balance("green", None)) == "Ready for the class: all lights are green."
    assert "1 yellow light" in verdict(balance("green", "yellow"))
    assert "2 lights are red" in verdict(balance("red", "yellow", "red"))
    assert verdict(balance(None)) == "Nothing can be said yet."


def test_figures_are_written_as_people_read_them() -> None:
    assert figure(1_499, "rupiah") == "1.000"
    assert figure(1_500, "rupiah") == "2.000"
    assert figure(-1_600, "rupiah") == "-2.000"
    assert figure(1_499, "price") == "1.499"
    assert figure(-155, "permille") == "-15 %"
    assert figure(None, "rupiah") == "-"


# -- in a browser -------------------------------------------------------------------------


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "line", "circle"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_file_is_whole_and_asks_for_nothing_from_outside() -> None:
    page = page_html(balance("green", "yellow", "red", None), 12.4)
    parsed = _Page(page)
    assert not parsed.open, "every tag is closed"
    tags = {tag for tag, _attributes in parsed.tags}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"url\(|@import", page)
    for _tag, attributes in parsed.tags:
        assert (attributes.get("href") or "#").startswith("#")


def test_what_people_wrote_is_text_and_never_markup() -> None:
    page = page_html(balance("red"), 1)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_every_chart_has_its_words_and_its_table_beside_it() -> None:
    page = page_html(balance("green", "red"), 1)
    charts = [attributes for tag, attributes in _Page(page).tags if tag == "svg"]
    assert len(charts) == page.count("<title id=") == page.count("<desc id=") == 2
    assert page.count("<table>") == 2
    ids = set(re.findall(r'id="([^"]+)"', page))
    for chart in charts:
        assert chart["role"] == "img"
        assert set((chart["aria-labelledby"] or "").split()) <= ids
    assert "Tempe: 1.000 (1.000 sampai 1.000)" in page


def test_lights_are_told_by_word_mark_and_frame() -> None:
    page = page_html(balance("green", "yellow", "red"), 1)
    for light, word in (("green", "HIJAU"), ("yellow", "KUNING"), ("red", "MERAH")):
        assert f'class="lamp {light}">{MARKS[light]} {word}' in page  # type: ignore[index]
    assert "border-style: dashed" in page


def test_the_page_speaks_the_language_now_spoken() -> None:
    assert '<html lang="id">' in page_html(balance("red"), 1)
    use("en")
    assert '<html lang="en">' in page_html(balance("red"), 1)
    assert "RED" in page_html(balance("red"), 1)


def test_the_page_prints_on_a4_and_fits_a_phone() -> None:
    page = page_html(balance("green"), 1)
    assert "size: A4" in page
    assert 'name="viewport" content="width=device-width' in page


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_a_scale_holds_its_figures_in_a_few_round_steps(low: int, reach: int) -> None:
    ticks = scale(low, low + reach)
    assert ticks[0] <= low
    assert ticks[-1] >= low + reach
    assert 2 <= len(ticks) <= 7
    assert len({b - a for a, b in pairwise(ticks)}) == 1
