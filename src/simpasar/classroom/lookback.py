"""One recorded week in words and figures: sheets field by field, each market day of each stall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simpasar.classroom.fields import Form, shown, value_of
from simpasar.classroom.filling import entries_of
from simpasar.classroom.form import form_of
from simpasar.classroom.market import MarketWeek
from simpasar.classroom.recorded import HandedIn, RecordedWeek
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.view import team_view
from simpasar.i18n import _
from simpasar.money import grouped, rupiah
from simpasar.scenario.parts import DAY, clock_text

ASKED = ("forecast", "reason")
"""Fields of a sheet that decide nothing, and are told apart."""


@dataclass(frozen=True, slots=True)
class Row:
    """One decision: what it is called, what was decided, and whether that was new this week."""

    label: str
    value: str
    changed: bool


@dataclass(frozen=True, slots=True)
class SheetTold:
    """A sheet as one reads it. `maker`: who made it, "" where nobody did; `counts`: whether it was
    played, or another was handed in after it."""

    maker: str
    reason: str
    forecast: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    counts: bool

    @property
    def changed(self) -> tuple[Row, ...]:
        """The decisions that were new."""
        return tuple(row for _title, rows in self.groups for row in rows if row.changed)


def sheets_told(week: RecordedWeek, team: str) -> tuple[SheetTold, ...]:
    """Every sheet a team handed in for a week, the one that counts first; last week's, where the
    team handed in none."""
    form = form_of(team_view(week.scenario, week.monday, team))
    before = entries_of(form, DecisionSheet(decisions=form.standing))
    handed_in = week.handed_in(team)
    if not handed_in:
        return (_sheet_told(form, before, HandedIn(team, "", week.played(team))),)
    return tuple(_sheet_told(form, before, sheet) for sheet in reversed(handed_in))


def _sheet_told(form: Form, before: dict[str, str], handed_in: HandedIn) -> SheetTold:
    sheet = handed_in.sheet
    entries = entries_of(form, sheet)
    groups = []
    for group in form.groups:
        rows = tuple(
            Row(
                field.label,
                shown(field, value_of(field, entries[field.path])),
                entries[field.path] != before[field.path],
            )
            for field in group.fields
            if field.path.split(".")[0] not in ASKED
        )
        if rows:
            groups.append((group.title, rows))
    expected = sheet.forecast
    forecast = (
        _("{units} units, {cash} in cash on Sunday").format(
            units=grouped(expected.units), cash=rupiah(expected.cash)
        )
        if expected
        else ""
    )
    maker = handed_in.maker if handed_in.by else ""
    return SheetTold(maker, sheet.reason, forecast, tuple(groups), handed_in.counts)


# -- a market day -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StallTold:
    """One stall's market day: persons, except `wait` in seconds (the mean) and the units of goods.

    `queue`: the longest there was, at `when` (a clock); `left`: those who would not wait.
    """

    team: str
    customers: int
    queue: int
    when: str
    wait: int
    left: int
    sold: int
    lost_stockout: int
    lost_queue: int
    lost_closed: int
    wasted: int


def day_told(market: MarketWeek, day: int) -> Iterator[StallTold]:
    """Every stall on a day, in the order of the seats."""
    watched = market.day(day)
    counted = market.outcome.week.stalls
    for seen, stall in zip(watched.frame(DAY).stalls, watched.stalls, strict=True):
        queues = [(stall.arrived.by(at) - stall.begun.by(at), -at) for at in stall.arrived.at]
        longest, at = max(queues, default=(0, 0))
        waited = sum(counts.wait_seconds for counts in counted[seen.team].days[day].values())
        products = seen.products
        yield StallTold(
            team=seen.team,
            customers=seen.customers,
            queue=longest,
            when=clock_text(-at) if longest else "",
            wait=waited // max(1, seen.customers),
            left=seen.left,
            sold=seen.sold,
            lost_stockout=sum(product.lost_stockout for product in products),
            lost_queue=sum(product.lost_queue for product in products),
            lost_closed=sum(product.lost_closed for product in products),
            wasted=sum(product.wasted for product in products),
        )
