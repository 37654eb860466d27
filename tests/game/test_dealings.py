"""Programmes, big orders, inspections in the game: who gets in, what it costs, what it brings."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from season import Season, quiet

from neighbourhood import CONTRACTS, COOPERATIVE, EVENTS, PROGRAMMES, TEAMS
from simpasar.firm.checks import SheetRefused
from simpasar.firm.ledger import Account
from simpasar.game.dealings import drawn_by_lot, skilled
from simpasar.game.desk import open_desk
from simpasar.game.standing import standing_of
from simpasar.game.state import Accepted
from simpasar.market.chance import Chance, Purpose
from simpasar.market.goods import HandedOver, Made
from simpasar.market.result import StallPlan
from simpasar.scenario.model import DayPlan, Scenario

BAKING = {"batches": {name: DayPlan(weekday=1, weekend=1) for name in ("apem", "uduk")}}
JOIN: dict[str, Any] = {"cooperative": {}}


def calm(cash: int = 1_000_000, **changes: Any) -> Scenario:
    ours = {**COOPERATIVE, "donated_capital": 0, "overhead": 0}
    return quiet(cash, **{"cooperative": ours, "events": {}, **changes})


def programme(name: str, **changes: Any) -> dict[str, Any]:
    return {**PROGRAMMES, name: {**PROGRAMMES[name], **changes}}


def enter(*names: str) -> dict[str, Any]:
    return {"programmes": names}


# -- programmes ---------------------------------------------------------------------------


def test_a_programme_is_paid_on_monday_and_takes_effect_in_its_time() -> None:
    season = Season(calm()).play(melati=enter("nib"))
    assert season.team().programmes == {"nib": 2}
    season.play(melati=enter("slhs"))
    assert season.moved("programme") == -100_000
    assert season.team().history[-1].figures.programmes == 100_000
    assert season.team().programmes == {"nib": 2, "slhs": 3}


def test_a_programme_on_a_standing_sheet_is_entered_once() -> None:
    season = Season(calm()).play(melati=enter("dapur_hemat")).play()
    assert season.entries("programme") == []
    assert season.team().programmes == {"dapur_hemat": 1}


def test_another_can_be_entered_once_the_first_has_taken_effect() -> None:
    season = Season(calm(programmes=programme("nib", lead_weeks=2))).play(melati=enter("nib"))
    with pytest.raises(SheetRefused):
        season.play(melati=enter("slhs"))
    season.play()
    season.play(melati=enter("slhs"))
    assert season.team().programmes == {"nib": 3, "slhs": 4}


# -- grants -------------------------------------------------------------------------------


def test_a_grant_is_paid_when_it_takes_effect_to_who_met_its_conditions() -> None:
    season = Season(calm())
    with pytest.raises(SheetRefused):
        season.play(melati=JOIN | enter("hibah"))
    season.play(melati=JOIN).play(melati=enter("hibah"))
    assert season.entries("grant") == []
    season.play()
    assert season.moved("grant") == 500_000
    season.play()
    assert season.entries("grant") == []
    assert season.team().books.balances[Account.GRANTS] == -500_000


def test_a_grant_without_delay_is_paid_on_the_same_day_and_once() -> None:
    at_once = programme("hibah", lead_weeks=0, requires={})
    season = Season(calm(programmes=at_once)).play(melati=enter("hibah"))
    assert season.moved("grant") == 500_000
    assert season.play().entries("grant") == []


def test_a_grant_is_other_income_and_no_sale() -> None:
    at_once = programme("hibah", lead_weeks=0, requires={})
    season = Season(calm(programmes=at_once)).play(melati=enter("hibah"))
    figures = season.team().history[-1].figures
    assert (figures.revenue, figures.other_income) == (0, 500_000)
    assert figures.profit == 500_000 - figures.depreciation


def test_who_would_not_meet_the_conditions_in_another_course_gets_nothing_there() -> None:
    season = Season(calm()).live(melati=enter("hibah", "slhs", "dapur_hemat"))
    assert season.team().programmes == {"dapur_hemat": 1}


# -- places by lot ------------------------------------------------------------------------


def test_of_more_than_its_quota_the_lot_decides() -> None:
    everybody = {team: enter("bazar_rptra") for team in TEAMS}
    winners = set()
    for seed in range(12):
        season = Season(calm(), seed).play(**everybody)
        got = {t for t in TEAMS if "bazar_rptra" in season.team(t).programmes}
        assert len(got) == 2
        winners.add(frozenset(got))
    assert set().union(*winners) == set(TEAMS)
    assert len(winners) > 2


def test_who_has_lost_the_lot_pays_nothing() -> None:
    dear = calm(programmes=programme("bazar_rptra", cost=70_000, quota=1))
    season = Season(dear).play(**{team: enter("bazar_rptra") for team in TEAMS})
    paid = sorted(season.moved("programme", team) for team in TEAMS)
    assert paid == [-70_000, 0, 0, 0]


@given(st.integers(0, 2**53 - 1), st.integers(1, 20), st.integers(0, 40), st.integers(0, 4))
def test_a_lot_does_not_depend_on_who_else_asks(
    seed: int, week: int, index: int, quota: int
) -> None:
    """Who asks less drops out; the others stay in the same order of luck."""

    def drawn(asking: tuple[str, ...]) -> set[str]:
        lots = Chance(seed), Purpose.PROGRAMME, week, index
        return set(drawn_by_lot(*lots, list(asking), TEAMS, quota))

    for few in combinations(TEAMS, 3):
        everybody, without = drawn(TEAMS), drawn(few)
        assert everybody & set(few) <= without
        assert len(without) == min(3, quota)


def test_who_cannot_pay_takes_nobodys_place() -> None:
    """In another course of the game: the place goes to who can."""
    dear = calm(programmes=programme("bazar_rptra", cost=70_000, quota=1))
    for seed in range(8):
        season = Season(dear, seed)
        for poor in ("anggrek", "kenanga", "mawar"):
            season.give(poor, 0)
        season.live(**{team: enter("bazar_rptra") for team in TEAMS})
        assert "bazar_rptra" in season.team("melati").programmes


# -- skill --------------------------------------------------------------------------------


def test_training_changes_the_batches_of_who_was_trained() -> None:
    season = Season(calm()).play(melati=BAKING | enter("dapur_hemat"), mawar=BAKING)

    def used(team: str) -> set[int]:
        batches = [
            movement
            for movement in season.outcome.week.stalls[team].movements
            if isinstance(movement, Made) and movement.lot.item == "uduk"
        ]
        return {sum(quantity for _, quantity in batch.used) for batch in batches}

    assert used("mawar") == {2_000 + 4}
    assert used("melati") == {1_800 + 4}


def _plan(season: Season, programmes: dict[str, int], **changes: Any) -> StallPlan:
    mine = season.team()
    desk = open_desk(
        season.scenario, 1, "melati", mine, mine.sheet,
        standing_of(season.scenario, season.state, "melati"),
    )  # fmt: skip
    desk.programmes.update(programmes)
    base = StallPlan(
        decisions=mine.sheet.decisions, promotion=0, hands=1, equipment={}, cash=0, lots=(),
        orders=(), next_lot=1, reputation=500, awareness=500,
    )  # fmt: skip
    return skilled(season.scenario, desk, base, 1)


COURSES = {
    name: {
        **PROGRAMMES["dapur_hemat"], "reach": reach,
        "skill": {"recipe": recipe, "quality": 10, "products": products},
    }
    for name, recipe, reach, products in (
        ("a", 907, 333, ["apem"]), ("b", 911, 777, []), ("c", 919, 111, ["uduk", "apem"]),
        ("d", 929, 505, ["apem"]), ("e", 937, 271, []),
    )
}  # fmt: skip


def test_several_skills_are_rounded_in_the_same_order_on_every_machine() -> None:
    """Each step rounds down, so the order matters: it is the order of the names."""
    season = Season(calm(programmes=COURSES))
    plan = _plan(season, dict.fromkeys(COURSES, 1))
    apem, uduk, reached = 1_000, 1_000, 500
    for recipe in (907, 911, 919, 929, 937):
        apem = apem * recipe // 1_000
    for recipe in (911, 919, 937):
        uduk = uduk * recipe // 1_000
    for reach in (333, 777, 111, 505, 271):
        reached += (1_000 - reached) * reach // 1_000
    assert plan.thrift == {"apem": apem, "uduk": uduk}
    assert plan.craft == {"apem": 50, "uduk": 30}
    assert plan.awareness == reached


def test_a_programme_without_effect_yet_has_none() -> None:
    season = Season(calm(programmes=COURSES))
    assert _plan(season, {"a": 2}).thrift == {}
    assert _plan(season, {"a": 2}).permits == frozenset()


def test_a_bazaar_makes_a_stall_known_in_its_first_week_only() -> None:
    season = Season(calm(programmes=COURSES))
    assert _plan(season, {"a": 0}).awareness == 500
    assert _plan(season, {"a": 1}).awareness == 666


# -- big orders ---------------------------------------------------------------------------

ORDER = {"contracts": ("pesanan_rt",)}
KETTLE = {"buy_equipment": {"kenceng": 1}}


def handed(season: Season, team: str = "melati") -> list[HandedOver]:
    movements = season.outcome.week.stalls[team].movements
    return [movement for movement in movements if isinstance(movement, HandedOver)]


def test_an_order_is_fetched_in_its_week_and_is_a_sale() -> None:
    season = Season(calm(cash=4_000_000)).play(melati=ORDER | BAKING | KETTLE)
    assert season.team().contracts == (Accepted("pesanan_rt", 1),)
    season.play()
    [fetched] = handed(season)
    assert fetched.at == 4 * 86_400 + 10 * 3_600
    assert (fetched.units, fetched.short, fetched.revenue) == (40, 0, 220_000)
    assert season.moved("contract") == 220_000
    assert season.entries("penalty") == []
    assert season.team().contracts == (Accepted("pesanan_rt", 1, short=0),)
    assert handed(season.play()) == []


def test_what_is_short_costs_the_penalty_for_each() -> None:
    season = Season(calm()).play(melati=ORDER).play()
    assert season.team().contracts == (Accepted("pesanan_rt", 1, short=40),)
    assert season.moved("penalty") == -40 * 2_000
    assert season.team().history[-1].figures.penalties == 80_000


def test_a_penalty_that_cannot_be_paid_is_owed() -> None:
    season = Season(calm()).play(melati=ORDER)
    season.give("melati", 30_000)
    season.play()
    assert season.team().books.cash == 0
    assert season.team().books.payables == 50_000
    assert standing_of(season.scenario, season.state, "melati").in_arrears
    season.give("melati", 60_000)
    season.play()
    assert (season.team().books.cash, season.team().books.payables) == (10_000, 0)


def test_a_buyer_takes_so_many_sellers_and_no_more() -> None:
    season = Season(calm()).play(**dict.fromkeys(TEAMS[:3], ORDER))
    first = {team for team in TEAMS if season.team(team).contracts}
    assert len(first) == 2
    late = next(iter(set(TEAMS) - first))
    season.play(**{late: ORDER})
    assert {team for team in TEAMS if season.team(team).contracts} == first


def test_the_second_place_is_taken_a_week_later() -> None:
    season = Season(calm()).play(melati=ORDER).play(mawar=ORDER, kenanga=ORDER)
    takers = [team for team in TEAMS if season.team(team).contracts]
    assert "melati" in takers
    assert len(takers) == 2


def test_an_order_is_not_taken_twice_in_another_course_of_the_game() -> None:
    season = Season(calm()).play(melati=ORDER).live(melati=ORDER)
    assert len(season.team().contracts) == 1
    needs_nib = {"pesanan_rt": {**CONTRACTS["pesanan_rt"], "requires": {"programmes": ["nib"]}}}
    assert Season(calm(contracts=needs_nib)).live(melati=ORDER).team().contracts == ()


# -- fines --------------------------------------------------------------------------------


def inspected(**changes: Any) -> Season:
    check = {**EVENTS["pemeriksaan"], "when": {"weeks": [3], "weekdays": [3, 4]}}
    return Season(calm(events={"pemeriksaan": check}, **changes))


def test_every_failed_inspection_is_fined_but_not_who_has_the_permit_in_time() -> None:
    season = inspected().play(melati=enter("nib"), mawar=enter("nib"))
    season.play(melati=enter("slhs")).play(mawar=enter("slhs"))  # mawar's comes a week too late
    assert season.entries("fine", "melati") == []
    for team in ("mawar", "kenanga"):
        assert season.moved("fine", team) == -2 * 150_000
        assert season.team(team).history[-1].figures.penalties == 300_000


def test_a_fine_that_cannot_be_paid_is_owed() -> None:
    season = inspected().play().play()
    season.give("melati", 100_000)
    season.play()
    assert season.team().books.payables == 200_000
