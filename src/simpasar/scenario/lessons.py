"""What a scenario has to learn from: the evidence it can bring, the measures it can move."""

from __future__ import annotations

from simpasar.scenario.model import Measure, Scenario, Shown


def can_show(scenario: Scenario, kind: Shown) -> bool:
    """Whether a class's weeks in a scenario can bring evidence of a kind."""
    match kind:
        case "pooling":
            return pools(scenario)
        case "finance":
            return bool(scenario.loans)
        case "household":
            return has_households(scenario)
    return True


def can_move(scenario: Scenario, measure: Measure) -> bool:
    """Whether anything that teams decide in a scenario moves a measure."""
    match measure:
        case "pricing":
            return "price" in scenario.rules.unlocked or "production" in scenario.rules.unlocked
        case "production":
            return "production" in scenario.rules.unlocked
        case "cooperation":
            return scenario.cooperative is not None
        case "household":
            return has_households(scenario)
    return True


def pools(scenario: Scenario) -> bool:
    """Whether there is a joint purchase or a joint promotion."""
    together = scenario.cooperative
    return together is not None and bool(together.purchase or together.promotion)


def has_households(scenario: Scenario) -> bool:
    """Whether there is a family behind any stall."""
    return any(seat.household for seat in scenario.teams.values())
