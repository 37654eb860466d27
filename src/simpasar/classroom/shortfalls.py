"""Why something was not sold, not made or thrown away: each reason in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simpasar.classroom.names import counted_in, day_name, listed, unit_name
from simpasar.firm.findings import called
from simpasar.firm.ledger import Account, Entry
from simpasar.game.report import TeamWeek
from simpasar.game.rounds import RoundOutcome
from simpasar.i18n import N_, _, language, ngettext
from simpasar.market.choice import offers_of
from simpasar.market.counter import STOCKOUT
from simpasar.market.goods import Movement, Spoiled
from simpasar.market.result import ProductDay
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import clock_text

UNMADE: dict[str, str] = {
    "ingredients": N_("there were not enough ingredients"),
    "hands": N_("there were too few hands"),
    "equipment": N_("the equipment was missing"),
    "time": N_("there was no time left"),
    "closed": N_("the stall had to stay closed"),
    "cash": N_("there was no cash to hire the equipment"),
}
UNDELIVERED: dict[str, str] = {
    "cash": N_("the cash was too small"),
    "minimum": N_("the order was below the supplier's minimum"),
    "closed": N_("the stall had to stay closed"),
}


@dataclass(frozen=True, slots=True)
class ProductResult:
    """One product's week: `counts` in units, `price` and `thrown` (the cost of what was thrown
    away) in rupiah; `reasons` says why more was not sold."""

    product: str
    name: str
    unit: str
    price: int
    counts: ProductDay
    thrown: int
    reasons: tuple[str, ...]


def product_results(
    scenario: Scenario, team: str, report: TeamWeek, outcome: RoundOutcome | None
) -> tuple[ProductResult, ...]:
    """Every product of a team, in the order of its menu."""
    missed = first_missed(scenario, outcome, team) if outcome else {}
    thrown = spoiled_cost(outcome.journal[team]) if outcome else {}
    found = []
    for product in scenario.teams[team].products:
        made, counts = scenario.products[product], report.products[product]
        told = ProductResult(
            product=product,
            name=made.name.of(language()),
            unit=counted_in(made.unit),
            price=report.decisions.prices[product],
            counts=counts,
            thrown=thrown.get(product, 0),
            reasons=(),
        )
        reasons = (
            *_ran_out(told, report, missed),
            *_turned_away(told),
            *_unmade(told, report),
            *_wasted(told),
        )
        found.append(replace(told, reasons=reasons))
    return tuple(found)


def first_missed(
    scenario: Scenario, outcome: RoundOutcome, team: str
) -> dict[tuple[str, int], int]:
    """When the first buyer of a day found a product of `team` gone: seconds since midnight, by
    product and day."""
    offers = {
        number: offer.product
        for number, offer in enumerate(offers_of(scenario))
        if offer.team == team
    }
    found = {}
    for day, visits in enumerate(outcome.week.visits):
        refusals = visits.refusals
        for number, product in offers.items():
            gone = np.flatnonzero((refusals.offer == number) & (refusals.cause == STOCKOUT))
            if len(gone):
                found[product, day] = int(visits.at[refusals.visit[gone[0]]])
    return found


def spoiled_cost(journal: Iterable[Entry]) -> dict[str, int]:
    """Rupiah that goods thrown away had cost, by product or ingredient."""
    costs: dict[str, int] = {}
    for entry in journal:
        if entry.kind == "spoilage":
            costs[entry.detail] = costs.get(entry.detail, 0) + entry.amount(Account.SPOILAGE)
    return costs


# -- a product ------------------------------------------------------------------------------


def _ran_out(
    told: ProductResult, report: TeamWeek, missed: dict[tuple[str, int], int]
) -> Iterator[str]:
    days = [day for day, counts in enumerate(report.days) if counts[told.product].lost_stockout]
    if not days:
        return
    when = (
        _("every day") if len(days) == len(report.days) else listed(day_name(day) for day in days)
    )
    clocks = [missed[told.product, day] for day in days if (told.product, day) in missed]
    if clocks:
        when = _("{days}, at the earliest at {clock}").format(
            days=when, clock=clock_text(min(clocks))
        )
    yield _("Ran out {when}: {units} {unit} could not be served.").format(
        when=when, units=grouped(told.counts.lost_stockout), unit=told.unit
    )


def _turned_away(told: ProductResult) -> Iterator[str]:
    causes = (
        (told.counts.lost_queue, _("Queue too long: {units} {unit} not bought.")),
        (told.counts.lost_closed, _("Stall closed: {units} {unit} not bought.")),
    )
    for units, sentence in causes:
        if units:
            yield sentence.format(units=grouped(units), unit=told.unit)


def _unmade(told: ProductResult, report: TeamWeek) -> Iterator[str]:
    for product, reason, count in report.unmade:
        if product == told.product:
            sentence = ngettext(
                "{count} batch not made: {reason}.", "{count} batches not made: {reason}.", count
            )
            yield sentence.format(count=count, reason=_(UNMADE[reason]))


def _wasted(told: ProductResult) -> Iterator[str]:
    if not told.counts.wasted:
        return
    units = grouped(told.counts.wasted)
    if told.thrown:
        yield _("{units} {unit} went stale, made for {cost}.").format(
            units=units, unit=told.unit, cost=rupiah(told.thrown)
        )
    else:
        yield _("{units} {unit} went stale.").format(units=units, unit=told.unit)


# -- ingredients ----------------------------------------------------------------------------


def goods_told(
    scenario: Scenario, report: TeamWeek, movements: Sequence[Movement], journal: Iterable[Entry]
) -> Iterator[str]:
    """What of the ingredients did not come, and what of them went bad."""
    for item, reason, packs in report.undelivered:
        sentence = ngettext(
            "{packs} pack of {item} did not come: {reason}.",
            "{packs} packs of {item} did not come: {reason}.",
            packs,
        )
        yield sentence.format(
            packs=packs, item=called(scenario, item), reason=_(UNDELIVERED[reason])
        )
    costs = spoiled_cost(journal)
    for item, kind in scenario.ingredients.items():
        quantity = sum(
            move.quantity for move in movements if isinstance(move, Spoiled) and move.item == item
        )
        if quantity:
            yield _("{item} gone bad: {quantity} {unit}, bought for {cost}.").format(
                item=kind.name.of(language()),
                quantity=grouped(quantity),
                unit=unit_name(kind.unit),
                cost=rupiah(costs.get(item, 0)),
            )
