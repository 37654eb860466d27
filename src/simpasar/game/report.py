"""What a team is told of a finished week: the facts behind every screen, table and forecast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from simpasar.firm.bookkeeping import WeekFigures
from simpasar.firm.household import HomeWeek
from simpasar.firm.sheet import Forecast
from simpasar.market.goods import Movement, Undelivered, Unmade
from simpasar.market.result import DayNews, ProductDay, StallWeek
from simpasar.scenario.model import Decisions
from simpasar.scenario.parts import added


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """One team's week. `days` holds the counts of each product on each market day.

    `unmade`: batches by (product, reason); `undelivered`: packs by (ingredient, reason). `home`:
    the household's week, where the seat has one. `overdue`: rupiah of loans not paid in time.
    """

    week: int
    decisions: Decisions
    forecast: Forecast | None
    days: tuple[dict[str, ProductDay], ...]
    news: tuple[DayNews, ...]
    figures: WeekFigures
    unmade: tuple[tuple[str, str, int], ...]
    undelivered: tuple[tuple[str, str, int], ...]
    reputation: int
    awareness: int
    regulars: int
    home: HomeWeek | None = added(None)
    overdue: int = added(0)

    @property
    def products(self) -> dict[str, ProductDay]:
        """The week's counts of each product."""
        return {name: total(day[name] for day in self.days) for name in self.days[0]}

    @property
    def whole(self) -> ProductDay:
        """The week's counts of all products together."""
        return total(counts for day in self.days for counts in day.values())

    def facts(self) -> dict[str, int]:
        """The week in whole numbers, under the stable names that records and exports use.

        Rupiah: revenue, profit (laba bersih), cash, stock_value, payables, drawings, wealth.
        Units: made, sold, lost_stockout, lost_queue, lost_closed, wasted. Persons: customers,
        regulars. Seconds: mean_wait_seconds, rounded down. Per mille: reputation, awareness.
        """
        whole, figures = self.whole, self.figures
        return {
            "revenue": figures.revenue,
            "profit": figures.profit,
            "cash": figures.cash,
            "stock_value": figures.stock_value,
            "payables": figures.payables,
            "drawings": figures.drawings,
            "wealth": figures.wealth,
            "made": whole.made,
            "sold": whole.sold,
            "customers": whole.customers,
            "lost_stockout": whole.lost_stockout,
            "lost_queue": whole.lost_queue,
            "lost_closed": whole.lost_closed,
            "wasted": whole.wasted,
            "mean_wait_seconds": whole.wait_seconds // max(1, whole.customers),
            "regulars": self.regulars,
            "reputation": self.reputation,
            "awareness": self.awareness,
        }


def total(counts: Iterable[ProductDay]) -> ProductDay:
    """The sum of several counts."""
    return ProductDay(*map(sum, zip(*map(_COUNTS, counts), strict=True)))


_COUNTS = attrgetter(*(field.name for field in fields(ProductDay)))


def team_week(
    week: int,
    decisions: Decisions,
    forecast: Forecast | None,
    news: tuple[DayNews, ...],
    stall: StallWeek,
    figures: WeekFigures,
    home: HomeWeek | None = None,
    overdue: int = 0,
) -> TeamWeek:
    """Put a team's report together from what the market and its books say."""
    unmade, undelivered = _shortfalls(stall.movements)
    return TeamWeek(
        week=week,
        decisions=decisions,
        forecast=forecast,
        days=stall.days,
        news=news,
        figures=figures,
        unmade=unmade,
        undelivered=undelivered,
        reputation=stall.reputation,
        awareness=stall.awareness,
        regulars=stall.regulars,
        home=home,
        overdue=overdue,
    )


Shortfalls = tuple[tuple[str, str, int], ...]


def _shortfalls(movements: Iterable[Movement]) -> tuple[Shortfalls, Shortfalls]:
    unmade: dict[tuple[str, str], int] = {}
    undelivered: dict[tuple[str, str], int] = {}
    for movement in movements:
        match movement:
            case Unmade(product=item, reason=reason, batches=count):
                unmade[item, reason] = unmade.get((item, reason), 0) + count
            case Undelivered(ingredient=item, reason=reason, packs=count):
                undelivered[item, reason] = undelivered.get((item, reason), 0) + count
            case _:
                pass
    return _rows(unmade), _rows(undelivered)


def _rows(counts: dict[tuple[str, str], int]) -> Shortfalls:
    return tuple((item, reason, count) for (item, reason), count in sorted(counts.items()))
