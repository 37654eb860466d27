"""The decision sheet a team hands in for one week."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from simpasar.scenario.model import Decisions
from simpasar.scenario.parts import Part


class Forecast(Part):
    """What the team expects of the week: units it will sell, cash at the week's end."""

    units: Annotated[int, Field(ge=0, le=10_000_000)]
    cash: Annotated[int, Field(ge=-10_000_000_000, le=10_000_000_000)]


class DecisionSheet(Part):
    """One team's decisions for one week, its forecast and, in a line, its reason."""

    decisions: Decisions
    forecast: Forecast | None = None
    reason: Annotated[str, Field(max_length=280)] = ""

    def carried(self) -> DecisionSheet:
        """This sheet as it stands when none is handed in: the same, but doing nothing twice."""
        return DecisionSheet(decisions=self.decisions.standing())
