"""Which learning objective each decision belongs to, and a sheet in its parts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias, get_args

from simpasar.firm.legality import GROUP_FIELDS
from simpasar.scenario.model import DecisionGroup, Decisions, Judgement, Measure, Scenario

USUAL: dict[DecisionGroup, Measure] = {
    "price": "pricing",
    "production": "production",
    "ingredients": "production",
    "quality": "production",
    "staff": "production",
    "hours": "production",
    "equipment": "production",
    "promotion": "marketing",
    "contracts": "marketing",
    "programmes": "marketing",
    "finance": "money",
    "cooperative": "cooperation",
    "household": "household",
}
"""The objective of each group of decisions, where a scenario does not say otherwise."""

OBJECTIVES: tuple[Measure, ...] = get_args(Measure)

Objectives: TypeAlias = Mapping[DecisionGroup, Measure]


def judgement_of(scenario: Scenario) -> Judgement:
    """How decisions are judged in a scenario: as it says, else as is usual."""
    return scenario.review or Judgement()


def objectives_of(scenario: Scenario) -> Objectives:
    """The objective of each group of decisions in a scenario."""
    return {**USUAL, **judgement_of(scenario).objectives}


def differing(one: Decisions, other: Decisions, objectives: Objectives = USUAL) -> list[Measure]:
    """The objectives in which two sheets differ, in their usual order."""
    found = {
        objectives[group]
        for group, fields in GROUP_FIELDS.items()
        if any(getattr(one, name) != getattr(other, name) for name in fields)
    }
    return [objective for objective in OBJECTIVES if objective in found]


def mixed(
    base: Decisions,
    other: Decisions,
    taken: Collection[Measure],
    objectives: Objectives = USUAL,
) -> Decisions:
    """`base` with what `other` decides of the objectives `taken`."""
    fields = [
        name
        for group, names in GROUP_FIELDS.items()
        if objectives[group] in taken
        for name in names
    ]
    return base.model_copy(update={name: getattr(other, name) for name in fields})
