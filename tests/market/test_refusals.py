"""Who turned away where, and why: the refusals of a day against its visits and its counts."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from hypothesis import given, settings
from stalls import EAGER, calm_town, day_wishes, live, lone_town, plan_of
from test_conservation import VILLAGES, Life, lives

from simpasar.market.choice import offers_of
from simpasar.market.counter import BOUGHT, CLOSED, QUEUE, STAYED, STOCKOUT
from simpasar.market.goods import Lot
from simpasar.market.result import Visits
from simpasar.scenario.model import DayPlan
from simpasar.scenario.parts import DAY

LOST = {CLOSED: "lost_closed", QUEUE: "lost_queue", STOCKOUT: "lost_stockout"}
NOTHING_BAKED = {"uduk": DayPlan(weekday=0, weekend=0)}


def by_visit(visits: Visits) -> dict[int, list[tuple[int, int, int]]]:
    """(offer, units, cause) of every refusal that each visit met, in their order."""
    met = visits.refusals
    columns = (met.visit, met.offer, met.units, met.cause)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {visit: [row[1:] for row in found] for visit, found in groupby(rows, lambda row: row[0])}


@settings(max_examples=40, deadline=None)
@given(lives())
def test_units_refused_by_cause_sum_to_what_the_day_counts_as_lost(life: Life) -> None:
    for result in life.results():
        for day, visits in enumerate(result.visits):
            met = visits.refusals
            for index, offer in enumerate(offers_of(VILLAGES[life.days])):
                counts = result.stalls[offer.team].days[day][offer.product]
                for cause, name in LOST.items():
                    here = (met.offer == index) & (met.cause == cause)
                    assert met.units[here].sum() == getattr(counts, name)


@settings(max_examples=40, deadline=None)
@given(lives())
def test_a_visit_that_bought_nothing_says_the_cause_of_its_last_refusal(life: Life) -> None:
    for result in life.results():
        for visits in result.visits:
            assert (visits.refusals.units > 0).all()
            assert (np.diff(visits.refusals.visit) >= 0).all()
            met = by_visit(visits)
            for visit, cause in enumerate(visits.cause.tolist()):
                refused = met.get(visit, [])
                if cause == BOUGHT:
                    partial = [row for row in refused if row[0] == visits.offer[visit]]
                    assert partial == refused[-1:][: len(partial)]
                    assert all(row[2] == STOCKOUT for row in partial)
                else:
                    assert cause == (refused[-1][2] if refused else STAYED)


def test_everybody_is_refused_from_the_top_of_the_list_down_until_served() -> None:
    """The lists drawn again on their own; the first day, before names and habits have moved."""
    town = calm_town(segments__warga__patience_minutes=1)
    few = plan_of(town, "melati", opens=7 * 3_600)
    visits = live(town, melati=few).visits[0]
    ranked = day_wishes(town, 1, melati=few).ranked.tolist()
    met = by_visit(visits)
    assert {cause for refused in met.values() for _, _, cause in refused} == set(LOST)
    for visit, (wishes, offer) in enumerate(zip(ranked, visits.offer.tolist(), strict=True)):
        wanted = [wish for wish in wishes if wish >= 0]
        tried = [row[0] for row in met.get(visit, [])]
        if offer >= 0 and offer not in tried:
            tried.append(offer)
        assert tried == wanted[: len(tried)]
        if offer < 0:
            assert tried == wanted


def test_who_gets_fewer_than_wanted_is_refused_the_rest() -> None:
    """All want three, five lie there: one takes three, the next two, and nobody anything after."""
    town = lone_town(
        products__uduk__portions={"3": 1},
        segments__warga__patience_minutes=240,
        segments__warga__needs={"sarapan": {**EAGER}},
    )
    five = (Lot(1, "uduk", 5, 0, DAY),)
    plan = plan_of(town, lots=five, batches=NOTHING_BAKED, opens=0, closes=DAY)
    visits = live(town, melati=plan).visits[0]
    assert visits.units.tolist()[:3] == [3, 2, 0]
    met = visits.refusals
    assert met.visit.tolist()[:2] == [1, 2]
    assert met.units.tolist()[:2] == [1, 3]
    assert set(met.cause.tolist()) == {STOCKOUT}
    assert len(met.visit) == len(visits.at) - 1


def test_a_day_on_which_nobody_is_refused_has_no_refusals() -> None:
    town = lone_town(segments__warga__needs={"sarapan": {**EAGER}})
    plenty = (Lot(1, "uduk", 10_000, 0, 10 * DAY),)
    plan = plan_of(town, lots=plenty, batches=NOTHING_BAKED, opens=0, closes=DAY, hands=9)
    town = town.model_copy(
        update={"teams": {"melati": town.teams["melati"].model_copy(update={"counter": 9})}}
    )
    visits = live(town, melati=plan).visits[0]
    assert len(visits.at) > 50
    assert visits.refusals.visit.tolist() == []
