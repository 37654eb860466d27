"""The thresholds of the traffic lights, each with its reason, and how an interval gets its light.

A light follows the estimate; it is settled when the whole interval lies on one side. An answer is
red only where it is settled: to call a scenario broken takes proof (`Question.answered`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpasar.balance.answers import Light
from simpasar.balance.statistics import Interval


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where green ends and where red begins, in the unit of the figure it is for.

    Where `green` lies above `red`, more is better; else less is.
    """

    green: int
    red: int

    @property
    def more_is_better(self) -> bool:
        return self.green > self.red

    def of(self, value: int) -> Light:
        """The light of one value."""
        sign = 1 if self.more_is_better else -1
        if sign * value >= sign * self.green:
            return "green"
        return "red" if sign * value <= sign * self.red else "yellow"

    def light(self, interval: Interval) -> tuple[Light, bool]:
        """The light of an interval, and whether it is settled."""
        ends = {self.of(interval.low), self.of(interval.middle), self.of(interval.high)}
        return self.of(interval.middle), len(ends) == 1


def worst(lights: Iterable[Light]) -> Light:
    """The worst of some lights; green of none."""
    found = set(lights)
    return "red" if "red" in found else "yellow" if "yellow" in found else "green"


def together(found: Iterable[tuple[Light, bool]]) -> tuple[Light, bool]:
    """The light of several figures, and whether it is settled: one that is surely red is enough."""
    lights = list(found)
    if ("red", True) in lights:
        return "red", True
    return worst(light for light, _settled in lights), all(settled for _light, settled in lights)


# -- the thresholds -----------------------------------------------------------------------

LIVING_SEATS = Threshold(green=1, red=-1)
"""Rupiah that decent play gains in a season: a seat that loses however well it is played teaches
only that effort is in vain."""

SEAT_RATIO = Threshold(green=2_000, red=4_000)
"""The best seat's gain against the poorest's, both played alike: per mille. Businesses differ, and
teams are compared with par in their own seat; but from two to one on a class speaks of the
seats, and beyond four to one of nothing else."""

SKILL = Threshold(green=200, red=0)
"""What decent play gains more than the typical strategy, per mille of what it gains itself: a
fifth can be seen by a class in one season."""

FAILED_DECENT = Threshold(green=20, red=100)
"""Decent play that goes bankrupt: per mille of teams. One in fifty is bad luck; one in ten means
that in most classes of ten a careful team fails without fault."""

FAILED_ALL = Threshold(green=300, red=500)
"""All strategies, good and bad, that go bankrupt: per mille of teams. A few failures are a lesson;
when half the class is out, half the class has nothing to do."""

DOMINANCE = Threshold(green=250, red=500)
"""How far the best simple strategy comes from its fair share of first places towards all of them:
per mille. At half of the way, one recipe wins more often than all others together."""

IDLE_GAP = Threshold(green=100, red=0)
"""What decent play gains more than a team that never changes anything: per mille of its gain. A
tenth is what a class still notices; nothing means that deciding is idle."""

PRICE_MATTERS = Threshold(green=500, red=0)
"""Products whose band of good prices is neither one price nor all that were tried: per mille of
products. In one price only luck finds the right one; where all are good, price teaches nothing."""

MEMBERS_LEAST, MEMBERS_SHARE = 2, 700
"""The cooperative should pay from at least two members (from one alone there is nothing to agree
on) and with no more than this part of the teams, per mille: a class seldom gets all to join."""

PROGRAMMES_PAY = Threshold(green=500, red=0)
"""Programmes that do not lose money for those who enter: per mille of programmes."""

DECISIONS_PAY = Threshold(green=300, red=0)
"""Groups of decisions with which par clearly gains more than without: per mille of those that it
uses. Some are there for other ends (the family's needs, a permit in time)."""

LUCK = Threshold(green=400, red=600)
"""The part of all differences in gain that comes from the seed alone: per mille. Beyond six tenths
the ranking of a class says more about the dice than about the teams."""

FRAGILE = Threshold(green=600, red=1_000)
"""By how much a number moved by a fifth changes par's mean gain, per mille of it. A whole gain lost
by a fifth of one number is a scenario that stands on that number alone."""

OBJECTIVES_SHOWN = Threshold(green=1_000, red=0)
"""Objectives whose measure tells those who apply them from those who do not: per mille of the
objectives that have a measure. Each of them should."""
