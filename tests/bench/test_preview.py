"""The figures of a preview: what a trainer would reckon by hand."""

from __future__ import annotations

from datetime import date

import pytest

from papers import shipped_scenario
from simpasar.bench.preview import (
    calendar,
    demand,
    distances,
    loan_costs,
    never,
    opening_decisions,
    product_figures,
    seat_figures,
    skies,
    wordings,
)
from simpasar.scenario.library import shipped
from towns import town


def test_unit_cost_is_the_recipe_at_the_prices_of_the_start_sheets() -> None:
    figures = {f.product: f for f in product_figures(shipped_scenario("warung-pertama"))}
    (usual,) = figures["nasi_uduk"].grades
    # 1.250 g beras, 1 kelapa, 400 g telur, 300 g bumbu, 10 kertas, 400 g gas for 10 portions
    by_hand = (
        1250 * 13700 / 1000 + 13500 + 400 * 7100 / 250 + 300 * 50 + 10 * 400 + 400 * 20000 / 3000
    ) / 10
    assert usual.low == usual.high == round(by_hand)
    assert usual.margin == 12_000 - usual.high
    assert usual.share == round(1_000 * usual.margin / 12_000)


def test_the_dearest_and_the_cheapest_start_sheet_bound_the_unit_cost() -> None:
    scenario = shipped_scenario("warung-pertama")
    market = scenario.suppliers["pasar"]
    dear = {
        name: pack.model_copy(update={"price": 2 * pack.price})
        for name, pack in market.goods.items()
    }
    rice = scenario.products["nasi_uduk"].recipe
    melati = scenario.teams["melati"]
    mawar = scenario.teams["mawar"]
    start = melati.start.model_copy(update={"suppliers": dict.fromkeys(rice, "mahal")})
    changed = scenario.model_copy(
        update={
            "suppliers": {
                **scenario.suppliers,
                "mahal": market.model_copy(update={"goods": dear}),
            },
            "teams": {
                **scenario.teams,
                "melati": melati.model_copy(update={"start": start}),
                "mawar": mawar.model_copy(
                    update={
                        "products": ("nasi_uduk",),
                        "start": melati.start,
                    }
                ),
            },
        }
    )
    figures = {f.product: f for f in product_figures(changed)}["nasi_uduk"]
    assert figures.sellers == ("mawar", "melati")
    assert figures.usual.high in (2 * figures.usual.low, 2 * figures.usual.low + 1)
    assert figures.usual.best == figures.usual.low


def test_break_even_of_a_start_sheet_covers_its_fixed_costs() -> None:
    for seat in seat_figures(shipped_scenario("pasar-pagi")):
        products = [p for p in seat.plan.products if p.planned]
        revenue = sum(p.price * p.planned for p in products)
        margin = sum(p.margin * p.planned for p in products)
        units = sum(p.planned for p in products)
        assert seat.plan.break_even is not None
        assert seat.plan.break_even * margin >= seat.plan.fixed * units
        assert (seat.plan.break_even - 1) * margin < seat.plan.fixed * units
        assert revenue > 0


def test_the_calendar_has_every_day_that_an_event_covers_and_no_other() -> None:
    scenario = shipped_scenario("dapur-bersama-lebaran")
    found = {(each.event, day) for each in calendar(scenario) for day in each.days}
    for number in range(7 * scenario.weeks):
        day = date.fromordinal(scenario.start.toordinal() + number)
        for name, event in scenario.events.items():
            covered = event.when.covers(day, number // 7 + 1)
            assert ((name, day) in found) == covered


def test_certain_and_possible_events_are_told_apart() -> None:
    found = {each.event: each for each in calendar(shipped_scenario("dapur-bersama-lebaran"))}
    assert found["puasa"].certain
    assert not found["kelapa_mahal"].certain
    assert (found["kelapa_mahal"].chance, found["kelapa_mahal"].once) == (800, True)


def test_an_event_outside_the_weeks_of_the_game_never_comes() -> None:
    scenario = shipped_scenario("warung-pertama")
    event = scenario.events["tanggal_muda"]
    late = event.model_copy(
        update={"when": event.when.model_copy(update={"first": date(2027, 6, 1)})}
    )
    changed = scenario.model_copy(update={"events": {"tanggal_muda": late}})
    assert never(changed) == ("tanggal_muda",)
    assert never(scenario) == ()


@pytest.mark.parametrize("name", shipped())
def test_the_kinds_of_weather_share_a_month_among_them(name: str) -> None:
    for sky in skies(shipped_scenario(name)):
        assert sum(sky.shares.values()) == pytest.approx(1_000, abs=len(sky.shares))


@pytest.mark.parametrize("name", shipped())
def test_the_hours_of_a_day_hold_all_who_set_out_on_it(name: str) -> None:
    scenario = shipped_scenario(name)
    for wanted in demand(scenario):
        assert sum(wanted.weekday_hours) == pytest.approx(wanted.days[0], abs=24)
        if scenario.days == 7:
            assert sum(wanted.weekend_hours) == pytest.approx(wanted.days[6], abs=24)


def test_demand_is_residents_times_their_chance_of_going_out() -> None:
    (breakfast,) = demand(shipped_scenario("warung-pertama"))
    assert breakfast.days[0] == 280 * 300 + 220 * 380 + 100 * 300
    assert breakfast.days[6] == 280 * 360 + 220 * 200 + 100 * 320
    assert breakfast.made == (150,) * 7
    assert breakfast.portion == 1_230


def test_distances_are_whole_metres_and_the_same_both_ways() -> None:
    scenario = shipped_scenario("warung-pertama")
    far = {each.team: each for each in distances(scenario)}
    for one in far:
        assert far[one].stalls[one] == 0
        for other in far:
            assert far[one].stalls[other] == far[other].stalls[one]
    assert far["melati"].places["malaka_sari"] == int((30**2 + 90**2) ** 0.5)


def test_decisions_open_week_by_week() -> None:
    opening = opening_decisions(shipped_scenario("dapur-bersama-lebaran"))
    assert list(opening) == sorted(opening)
    assert set(opening[4]) == {"equipment", "hours"}


def test_the_moneylender_truly_takes_44_percent_a_month() -> None:
    # Kompas 8 Dec 2025: 1.000.000, paid back as 30 times 40.000
    costs = {each.loan: each for each in loan_costs(shipped_scenario("dapur-bersama-lebaran"))}
    lender = costs["bank_keliling"]
    assert (lender.received, lender.repaid, lender.instalment) == (1_000_000, 1_200_000, 40_000)
    assert lender.monthly == pytest.approx(44_000, abs=500)


def test_texts_that_stand_in_one_language_are_found() -> None:
    found = {wording.loc: wording.missing for wording in wordings(shipped_scenario("pasar-pagi"))}
    assert found[("title",)] is None
    assert found[("places", "klender", "name")] == "en"


def test_the_smallest_town_has_a_preview_too() -> None:
    scenario = town()
    assert product_figures(scenario)
    assert len(seat_figures(scenario)) == len(scenario.teams)
