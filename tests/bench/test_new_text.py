"""New scenarios: every template is valid, quiet and alive, whatever the products are called."""

from __future__ import annotations

import re
from itertools import product as pairs

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from papers import printed
from simpasar.bench.drafts import (
    USES,
    Both,
    DraftIngredient,
    DraftProduct,
    Unit,
    id_of,
    same,
)
from simpasar.bench.pantry import DEFAULTS, KNOWN, known, suggested
from simpasar.bench.planning import SIZES, Size
from simpasar.bench.preview import product_figures, seat_figures
from simpasar.bench.preview_page import paint
from simpasar.bench.watch_page import Sight, paint_sight
from simpasar.bench.writing import quoted, scenario_text
from simpasar.game.play import Setup, open_game
from simpasar.game.record import MemoryWriter
from simpasar.game.seats import play_bots
from simpasar.i18n import LANGUAGES, Language, use
from simpasar.scenario.check import check_source
from simpasar.scenario.loader import load_text
from simpasar.scenario.model import Scenario
from simpasar.scenario.source import Source

ALL = list(pairs(SIZES, LANGUAGES))
UNITS: tuple[Unit, ...] = ("g", "ml", "pcs")

NAMES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60
).filter(lambda name: bool(name.strip()))
INGREDIENTS = st.builds(
    DraftIngredient,
    name=NAMES.map(same),
    unit=st.sampled_from(UNITS),
    amount=st.integers(1, 10_000_000),
    pack_amount=st.integers(1, 10_000_000),
    pack_price=st.integers(1, 100_000_000),
)
PRODUCTS = st.builds(
    DraftProduct,
    name=NAMES.map(same),
    unit=NAMES.map(same),
    use=st.sampled_from(USES),
    batch=st.integers(1, 10_000),
    shelf_life_hours=st.integers(1, 8_760),
    price=st.integers(1, 100_000_000),
    ingredients=st.lists(INGREDIENTS, min_size=1, max_size=5).map(tuple),
)


def new(size: Size, language: Language) -> str:
    return scenario_text("warung-saya", "Warung saya", size, DEFAULTS[size], language)


@pytest.mark.parametrize(("size", "language"), ALL)
def test_every_template_passes_the_check_without_error_or_warning(
    size: Size, language: Language
) -> None:
    found = check_source(Source.of("new.yaml", new(size, language)))
    assert [str(problem) for problem in (*found.problems, *found.silenced)] == []


@pytest.mark.parametrize(("size", "language"), ALL)
def test_margins_of_a_template_lie_where_the_sourced_cases_lie(
    size: Size, language: Language
) -> None:
    for figures in product_figures(load_text(new(size, language))):
        assert 290 <= figures.usual.share <= 500


@pytest.mark.parametrize(("size", "language"), ALL)
def test_the_start_of_a_template_covers_its_fixed_costs(size: Size, language: Language) -> None:
    for seat in seat_figures(load_text(new(size, language))):
        assert seat.plan.break_even is not None
        assert seat.plan.break_even < seat.plan.planned // 2


@pytest.mark.parametrize("size", SIZES)
def test_both_languages_tell_the_same_game(size: Size) -> None:
    ours, theirs = (load_text(new(size, language)) for language in LANGUAGES)
    assert [seat.cash for seat in ours.teams.values()] == [s.cash for s in theirs.teams.values()]
    assert ours.rules == theirs.rules
    assert {p.name for p in ours.products.values()} == {p.name for p in theirs.products.values()}


@pytest.mark.parametrize(("size", "language"), ALL)
def test_bots_play_a_template_through_and_stay_in_business(size: Size, language: Language) -> None:
    scenario = load_text(new(size, language))
    game = played(scenario, scenario.weeks)
    assert game.finished
    assert all(sum(w.figures.profit for w in t.history) > 0 for t in game.state.teams.values())


def played(scenario: Scenario, weeks: int):  # type: ignore[no-untyped-def]
    seats = {team: seat.bot for team, seat in scenario.teams.items()}
    game = open_game(Setup(scenario, weeks, seats), 7, MemoryWriter())
    while not game.finished:
        play_bots(game)
        game.live_week()
    return game


@pytest.mark.parametrize(("size", "language"), ALL)
def test_lines_to_change_say_so_and_no_line_is_endless(size: Size, language: Language) -> None:
    text = new(size, language)
    mark = "# ganti:" if language == "id" else "# change:"
    assert text.count(mark) > 30
    assert max(map(len, text.split("\n"))) < 250
    assert "{{" not in text
    assert "{%" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@given(
    products=st.lists(PRODUCTS, min_size=1, max_size=4),
    size=st.sampled_from(SIZES),
    language=st.sampled_from(LANGUAGES),
)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_product_makes_a_scenario_that_loads_with_the_same_names(
    products: list[DraftProduct], size: Size, language: Language
) -> None:
    text = scenario_text("coba", "Coba", size, products, language)
    scenario = load_text(text)
    sold = {product.name.id for product in scenario.products.values()}
    assert sold <= {product.name.id for product in products}
    assert len(scenario.products) == min(len(products), len(scenario.products))
    for product in scenario.products.values():
        assert product.name.en == product.name.id


@given(
    products=st.lists(st.builds(suggested, NAMES, st.sampled_from(USES)), min_size=1, max_size=3),
    size=st.sampled_from(SIZES),
    language=st.sampled_from(LANGUAGES),
)
@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_bots_play_any_product_through_a_week(
    products: list[DraftProduct], size: Size, language: Language
) -> None:
    scenario = load_text(scenario_text("coba", "Coba", size, products, language))
    assert played(scenario, 1).finished


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@example('"')
@example("\\")
@example("a: b # c")
@example("{{ x }}")
@example("\u2028\x85\ufeff\x7f")
@example("🍚" * 200)
def test_a_quoted_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}\n") == {"a": text}


@given(st.lists(NAMES, min_size=1, max_size=8))
@example(["🍚", "!!!", "🍲"])
@example(["Nasi uduk", "nasi-uduk", "NASI UDUK", "Nasí udük"])
@example(["x" * 60, "x" * 59])
def test_ids_are_valid_and_each_its_own(names: list[str]) -> None:
    ids: list[str] = []
    for name in names:
        ids.append(id_of(name, "produk", ids))
    assert len(set(ids)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", each) and len(each) <= 40 for each in ids)


def test_ids_are_made_of_the_letters_of_a_name() -> None:
    assert id_of("Nasi ulam (pedas)", "produk") == "nasi_ulam_pedas"
    assert id_of("Crème brûlée", "produk") == "creme_brulee"
    assert id_of("3 dara", "produk") == "produk_3_dara"
    assert id_of("饭", "produk") == "produk"
    assert id_of("FALSE", "produk") == "produk_false"
    assert id_of("No", "bahan") == "bahan_no"


def test_known_products_are_found_by_either_name() -> None:
    assert known("nasi UDUK") is known("Coconut rice")
    assert known("Keripik singkong") is not None
    assert known("Nasi ulam") is None
    assert known("🍚") is None
    assert all(290 <= 1_000 * p.margin // p.price <= 500 for p in KNOWN)


@given(st.integers(100, 1_000_000), st.integers(1, 1_000))
def test_a_suggested_recipe_leaves_about_forty_percent(price: int, batch: int) -> None:
    draft = suggested("Nasi ulam", "breakfast", Both("porsi", "portion"), batch, price)
    assert abs(draft.unit_cost - price * 60 // 100) <= max(25, price // 50)


@given(
    products=st.lists(PRODUCTS, min_size=1, max_size=4),
    size=st.sampled_from(SIZES),
    language=st.sampled_from(LANGUAGES),
)
@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow])
def test_any_product_can_be_previewed_at_80_columns(
    products: list[DraftProduct], size: Size, language: Language
) -> None:
    use(language)
    scenario = load_text(scenario_text("coba", "Coba", size, products, language))
    page = printed(lambda paper: paint(paper, scenario))
    watched = printed(lambda paper: paint_sight(paper, Sight(scenario), None, "10:00:00"))
    wide = [line for line in f"{page}\n{watched}".split("\n") if cell_len(line) > 80]
    assert page.count("\n") > 50
    assert wide == []
