"""The numbers of a scenario that are moved up and down to see which of them matter most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from simpasar.firm.costing import half_up
from simpasar.i18n import N_
from simpasar.scenario.events import FootfallEvent, PriceEvent
from simpasar.scenario.model import Scenario

Model = TypeVar("Model", bound=BaseModel)
Scaled = Callable[[Scenario, int], Scenario]


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or several that belong together. `moved` gives the scenario with it multiplied
    by a factor per mille; the same scenario where it has no such number."""

    key: str
    label: str
    moved: Scaled


def changed(scenario: Scenario, number: str, factor: int) -> Scenario:
    """The scenario with one of `NUMBERS` multiplied by `factor` per mille.

    Raises:
        KeyError: there is no such number.
    """
    return NUMBERS[number].moved(scenario, factor)


def numbers_of(scenario: Scenario) -> tuple[Number, ...]:
    """The numbers that this scenario has."""
    return tuple(n for n in NUMBERS.values() if n.moved(scenario, 2_000) != scenario)


def _times(amount: int, factor: int, most: int | None = None) -> int:
    scaled = half_up(amount * factor, 1_000)
    return scaled if most is None else min(scaled, most)


def _each(parts: Mapping[str, Model], change: Callable[[Model], Model]) -> dict[str, Model]:
    return {name: change(part) for name, part in parts.items()}


def _of_market(*fields: str) -> Scaled:
    def moved(scenario: Scenario, factor: int) -> Scenario:
        values = {name: _times(getattr(scenario.market, name), factor) for name in fields}
        return scenario.model_copy(update={"market": scenario.market.model_copy(update=values)})

    return moved


def _of_products(*fields: str) -> Scaled:
    def moved(scenario: Scenario, factor: int) -> Scenario:
        products = _each(
            scenario.products,
            lambda made: made.model_copy(
                update={name: _times(getattr(made, name), factor) for name in fields}
            ),
        )
        return scenario.model_copy(update={"products": products})

    return moved


def _of_teams(*fields: str) -> Scaled:
    def moved(scenario: Scenario, factor: int) -> Scenario:
        teams = _each(
            scenario.teams,
            lambda seat: seat.model_copy(
                update={name: _times(getattr(seat, name), factor) for name in fields}
            ),
        )
        return scenario.model_copy(update={"teams": teams})

    return moved


def _residents(scenario: Scenario, factor: int) -> Scenario:
    segments = _each(
        scenario.segments,
        lambda segment: segment.model_copy(
            update={"residents": {p: _times(n, factor) for p, n in segment.residents.items()}}
        ),
    )
    return scenario.model_copy(update={"segments": segments})


def _patience(scenario: Scenario, factor: int) -> Scenario:
    segments = _each(
        scenario.segments,
        lambda segment: segment.model_copy(
            update={"patience_minutes": _times(segment.patience_minutes, factor)}
        ),
    )
    return scenario.model_copy(update={"segments": segments})


def _ingredients(scenario: Scenario, factor: int) -> Scenario:
    """Suppliers and the joint purchase alike, so that pooling saves what it saved."""
    suppliers = _each(
        scenario.suppliers,
        lambda seller: seller.model_copy(
            update={
                "goods": _each(
                    seller.goods,
                    lambda pack: pack.model_copy(
                        update={"price": max(1, _times(pack.price, factor))}
                    ),
                )
            }
        ),
    )
    update: dict[str, object] = {"suppliers": suppliers}
    together = scenario.cooperative
    if together is not None and together.purchase is not None:
        goods = _each(
            together.purchase.goods,
            lambda good: good.model_copy(update={"price": max(1, _times(good.price, factor))}),
        )
        purchase = together.purchase.model_copy(update={"goods": goods})
        update["cooperative"] = together.model_copy(update={"purchase": purchase})
    return scenario.model_copy(update=update)


def _events(scenario: Scenario, factor: int) -> Scenario:
    """How far prices and footfall are moved away from the usual."""

    def moved(part: int) -> int:
        return max(0, 1_000 + half_up((part - 1_000) * factor, 1_000))

    events = dict(scenario.events)
    for name, event in events.items():
        if isinstance(event, PriceEvent):
            factors = {item: moved(part) for item, part in event.factors.items()}
            events[name] = event.model_copy(update={"factors": factors})
        elif isinstance(event, FootfallEvent):
            needs = {need: moved(part) for need, part in event.needs.items()}
            events[name] = event.model_copy(update={"needs": needs})
    return scenario.model_copy(update={"events": events})


def _wage(scenario: Scenario, factor: int) -> Scenario:
    if "staff" not in scenario.rules.unlocked or not scenario.rules.max_helpers:
        return scenario
    wage = _times(scenario.rules.helper_wage, factor)
    return scenario.model_copy(
        update={"rules": scenario.rules.model_copy(update={"helper_wage": wage})}
    )


def _promotion(scenario: Scenario, factor: int) -> Scenario:
    if "promotion" not in scenario.rules.unlocked:
        return scenario
    return _of_market("promotion_half")(scenario, factor)


def _household(scenario: Scenario, factor: int) -> Scenario:
    teams = dict(scenario.teams)
    for name, seat in teams.items():
        if seat.household is not None:
            need = _times(seat.household.weekly_need, factor)
            home = seat.household.model_copy(update={"weekly_need": need})
            teams[name] = seat.model_copy(update={"household": home})
    return scenario.model_copy(update={"teams": teams})


NUMBERS: dict[str, Number] = {
    number.key: number
    for number in (
        Number("residents", N_("Residents"), _residents),
        Number("price_weight", N_("How much price weighs with buyers"), _of_market("price_weight")),
        Number("reference_price", N_("Usual prices"), _of_products("reference_price")),
        Number("ingredients", N_("Prices of ingredients"), _ingredients),
        Number("fixed_costs", N_("Rent and other costs"), _of_teams("rent", "overhead")),
        Number("cash", N_("Cash to begin with"), _of_teams("cash")),
        Number("work_minutes", N_("Work on a batch"), _of_products("work_minutes")),
        Number(
            "serving",
            N_("Time to serve a buyer"),
            _of_products("serve_seconds", "serve_seconds_per_unit"),
        ),
        Number("patience", N_("Patience of buyers"), _patience),
        Number("habit", N_("Habit of buyers"), _of_market("habit_gain", "habit_cap")),
        Number("promotion", N_("Cost of promotion"), _promotion),
        Number("wage", N_("Wage of a helper"), _wage),
        Number("household", N_("Needs of the family"), _household),
        Number("events", N_("Strength of events"), _events),
    )
}
