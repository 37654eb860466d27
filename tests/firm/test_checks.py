"""What a sheet may not say, what looks mistyped, and what is only unwise."""

from __future__ import annotations

from typing import Any

import pytest

from simpasar.firm.checks import (
    Finding,
    SheetRefused,
    accept_sheet,
    can_submit,
    verify_sheet,
)
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.firm.sheet import DecisionSheet
from simpasar.scenario.model import DayPlan, Decisions, Scenario, Seat

CASH = 500_000
HOUR = 3_600
NO_BATCHES = DayPlan(weekday=0, weekend=0)


class Desk:
    """Hands in the start sheet with changes, after the start sheet."""

    def __init__(self, scenario: Scenario, seat: Seat) -> None:
        self.scenario = scenario
        self.seat = seat

    def verify(
        self, week: int = 1, cash: int = CASH, before: dict[str, Any] | None = None, **now: Any
    ) -> tuple[Finding, ...]:
        sheet, previous = self._sheet(now), self._sheet(before or {})
        return verify_sheet(self.scenario, self.seat, sheet, previous, week, cash)

    def said(self, **now: Any) -> list[tuple[str, str, str]]:
        return [(found.level, found.field, found.code) for found in self.verify(**now)]

    def _sheet(self, changes: dict[str, Any]) -> DecisionSheet:
        return DecisionSheet(decisions=self.seat.start.model_copy(update=changes))


@pytest.fixture(scope="session")
def desk(scenario: Scenario, seat: Seat) -> Desk:
    return Desk(scenario, seat)


def test_the_start_sheet_is_fine(desk: Desk) -> None:
    assert desk.said() == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"prices": {"nasi_uduk": 12_000}}, "prices.kerak_telor", "missing"),
        ({"batches": {"kerak_telor": NO_BATCHES}}, "batches.nasi_uduk", "missing"),
        ({"grades": {"nasi_uduk": "biasa"}}, "grades.kerak_telor", "missing"),
        ({"safety": {"emas": 1}}, "safety.emas", "unknown_name"),
        ({"buy_equipment": {"roket": 1}, "week": 3}, "buy_equipment.roket", "unknown_name"),
        ({"helpers": 3}, "helpers", "too_many_helpers"),
        ({"opens": 4 * HOUR}, "opens", "hours"),
        ({"opens": 10 * HOUR}, "opens", "hours"),
        ({"closes": 12 * HOUR}, "closes", "hours"),
        ({"promotion": CASH + 1}, "promotion", "not_enough_cash"),
        ({"buy_equipment": {"kompor": 1}, "week": 3}, "buy_equipment", "not_enough_cash"),
        ({"drawings": 1}, "drawings", "locked"),
    ],
)
def test_impossible(desk: Desk, changes: dict[str, Any], field: str, code: str) -> None:
    assert desk.said(**changes) == [("impossible", field, code)]


@pytest.mark.parametrize(
    ("field", "name", "value", "code"),
    [
        ("prices", "pecel", 12_000, "unknown_name"),
        ("prices", "nasi_uduk", 3_500, "price_out_of_range"),  # below 300 per mille of 12.000
        ("prices", "nasi_uduk", 36_100, "price_out_of_range"),  # above 3.000 per mille
        ("prices", "nasi_uduk", 12_050, "price_step"),
        ("grades", "nasi_uduk", "emas", "unknown_grade"),
        ("suppliers", "beras", "tetangga", "not_sold_there"),
        ("suppliers", "telur", "grosir", "not_sold_there"),
        ("suppliers", "emas", "pasar", "unknown_name"),
    ],
)
def test_impossible_for_one_item(
    desk: Desk, start: Decisions, field: str, name: str, value: Any, code: str
) -> None:
    changes = {field: getattr(start, field) | {name: value}}
    assert desk.said(**changes) == [("impossible", f"{field}.{name}", code)]


@pytest.mark.parametrize("price", [3_600, 36_000])
def test_the_lowest_and_the_highest_price_are_allowed(
    desk: Desk, start: Decisions, price: int
) -> None:
    found = desk.said(prices=start.prices | {"nasi_uduk": price})
    assert not [one for one in found if one[0] == "impossible"]


def test_more_batches_than_the_rules_allow_are_named_by_their_day(
    desk: Desk, start: Decisions
) -> None:
    plan = DayPlan(weekday=20, weekend=21)
    assert desk.said(batches=start.batches | {"nasi_uduk": plan}) == [
        ("impossible", "batches.nasi_uduk.weekend", "too_many_batches")
    ]


def test_a_locked_decision_opens_in_its_week(desk: Desk) -> None:
    changes = {"buy_equipment": {"kompor": 1}, "cash": 5_000_000}
    assert desk.said(week=2, **changes) == [("impossible", "buy_equipment", "locked")]
    assert desk.said(week=3, **changes) == []
    assert "3" in desk.verify(week=2, **changes)[0].message


def test_a_locked_field_written_out_as_zero_is_not_a_change(desk: Desk) -> None:
    assert desk.said(buy_equipment={"kompor": 0}) == []


def test_a_carried_sheet_that_buys_nothing_again_is_never_locked_out(desk: Desk) -> None:
    assert desk.said(before={"buy_equipment": {"kompor": 1}}) == []


def test_every_decision_belongs_to_exactly_one_group() -> None:
    fields = [field for group in GROUP_FIELDS.values() for field in group]
    assert sorted(fields) == sorted(Decisions.model_fields)


@pytest.mark.parametrize("promotion", [400_000, 6_250])
def test_eight_times_as_much_or_an_eighth_is_a_likely_slip(desk: Desk, promotion: int) -> None:
    assert ("slip", "promotion", "far_from_last") in desk.said(promotion=promotion)


@pytest.mark.parametrize("promotion", [399_999, 6_251, 0])
def test_less_than_that_is_no_slip_and_nor_is_stopping(desk: Desk, promotion: int) -> None:
    assert ("slip", "promotion", "far_from_last") not in desk.said(promotion=promotion)


def test_the_first_spending_after_none_is_no_slip(desk: Desk) -> None:
    assert desk.said(promotion=100_000, before={"promotion": 0}) == []


def test_a_price_with_a_digit_too_few_is_a_likely_slip(desk: Desk, start: Decisions) -> None:
    found = desk.verify(
        prices=start.prices | {"nasi_uduk": 3_600},
        before={"prices": start.prices | {"nasi_uduk": 36_000}},
    )
    slip = found[0]
    assert (slip.level, slip.field) == ("slip", "prices.nasi_uduk")
    assert "Nasi uduk" in slip.message
    assert "Rp 3.600" in slip.message
    assert "Rp 36.000" in slip.message


def test_safety_stock_ten_times_the_last_is_a_likely_slip(desk: Desk) -> None:
    found = desk.said(safety={"beras": 10_000}, before={"safety": {"beras": 1_000}})
    assert found == [("slip", "safety.beras", "far_from_last")]


def test_a_price_below_the_ingredients_is_unwise(desk: Desk, start: Decisions) -> None:
    def found(price: int) -> list[tuple[str, str, str]]:
        return desk.said(prices=start.prices | {"nasi_uduk": price})

    assert found(7_200) == []
    assert found(7_100) == [("unwise", "prices.nasi_uduk", "below_cost")]


def test_drawings_above_cash_are_unwise(desk: Desk) -> None:
    drawn = {"drawings": CASH + 1}
    assert desk.said(before=drawn, **drawn) == [("unwise", "drawings", "drawings_over_cash")]


def test_a_days_purchases_above_what_monday_leaves_are_unwise(desk: Desk) -> None:
    # Weekend: 288.000 of nasi uduk and two batches of kerak telor at 30.800, after promotion.
    needed = 288_000 + 2 * 30_800 + 50_000
    assert desk.said(cash=needed) == []
    assert desk.said(cash=needed - 1) == [("unwise", "batches", "purchases_over_cash")]


def test_a_days_order_below_the_suppliers_minimum_is_unwise(desk: Desk, start: Decisions) -> None:
    found = desk.said(suppliers=start.suppliers | {"beras": "grosir"})
    assert found == [("unwise", "suppliers", "below_minimum")]


def test_only_what_is_impossible_keeps_a_sheet_from_being_handed_in(
    scenario: Scenario, seat: Seat, sheet: DecisionSheet
) -> None:
    unwise = DecisionSheet(
        decisions=seat.start.model_copy(update={"prices": seat.start.prices | {"nasi_uduk": 6_000}})
    )
    assert can_submit(scenario, seat, sheet, sheet, 1, CASH)
    assert can_submit(scenario, seat, unwise, sheet, 1, CASH)
    assert [f.level for f in verify_sheet(scenario, seat, unwise, sheet, 1, CASH)] == ["unwise"]
    accept_sheet(scenario, seat, unwise, sheet, 1, CASH)
    wrong = DecisionSheet(decisions=seat.start.model_copy(update={"helpers": 9}))
    assert not can_submit(scenario, seat, wrong, sheet, 1, CASH)
    with pytest.raises(SheetRefused, match="9") as refused:
        accept_sheet(scenario, seat, wrong, sheet, 1, CASH)
    assert [found.code for found in refused.value.findings] == ["too_many_helpers"]


def test_a_sheet_of_unknown_names_only_is_refused_and_never_fails(desk: Desk) -> None:
    nothing: dict[str, Any] = {
        "prices": {"x": 1},
        "batches": {"x": DayPlan(weekday=1_000, weekend=0)},
        "grades": {"x": "y"},
        "suppliers": {"x": "y"},
        "safety": {"x": 1},
        "buy_equipment": {"x": 1},
    }
    found = desk.verify(week=3, **nothing)
    assert {one.level for one in found} == {"impossible"}
    assert {one.field.partition(".")[0] for one in found} == set(nothing)
