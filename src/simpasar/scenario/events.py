"""What may happen in the neighbourhood, and on which days."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from simpasar.scenario.parts import Factor, Id, Part, PerMille, Rupiah, Text


class When(Part):
    """The days of an event: those that meet every condition given.

    `chance` (per mille) is drawn anew each week, or `once` for the whole game.
    """

    first: date | None = None
    last: date | None = None
    weeks: tuple[Annotated[int, Field(ge=1, le=104)], ...] = ()
    weekdays: tuple[Annotated[int, Field(ge=1, le=7)], ...] = ()
    days_of_month: tuple[Annotated[int, Field(ge=1, le=31)], ...] = ()
    chance: PerMille = 1_000
    drawn: Literal["weekly", "once"] = "weekly"

    def covers(self, day: date, week: int) -> bool:
        """Whether `day`, in game week `week` (from 1), meets every condition but chance."""
        return (
            (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
            and (not self.weeks or week in self.weeks)
            and (not self.weekdays or day.isoweekday() in self.weekdays)
            and (not self.days_of_month or day.day in self.days_of_month)
        )


class PriceEvent(Part):
    """Ingredients cost `factor` per mille of the usual price."""

    kind: Literal["price"]
    name: Text
    news: Text
    when: When
    factors: dict[Id, Factor] = Field(min_length=1)


class FootfallEvent(Part):
    """More or fewer people go out: payday, a school holiday, a feast."""

    kind: Literal["footfall"]
    name: Text
    news: Text
    when: When
    needs: dict[Id, Factor] = Field(min_length=1)
    segments: tuple[Id, ...] = Field(default=(), description="only these; all where none is named")


class FloodEvent(Part):
    """Water stands in these places: stalls there stay closed, residents stay in."""

    kind: Literal["flood"]
    name: Text
    news: Text
    when: When
    places: tuple[Id, ...] = Field(min_length=1)


class InspectionEvent(Part):
    """Stalls are inspected: who has not finished these programmes pays a fine.

    `places` and `products`: only stalls there, only stalls that sell one of these; all where none
    is named. `closes`: such a stall stays closed on the day.
    """

    kind: Literal["inspection"]
    name: Text
    news: Text
    when: When
    permits: tuple[Id, ...] = Field(min_length=1)
    places: tuple[Id, ...] = ()
    products: tuple[Id, ...] = ()
    fine: Rupiah = 0
    closes: bool = False


Event = Annotated[
    PriceEvent | FootfallEvent | FloodEvent | InspectionEvent, Field(discriminator="kind")
]
