"""The pages of a recorded week: overview, decisions, results, and each market day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from simpasar.classroom.clock import minutes_told
from simpasar.classroom.happenings import Kind
from simpasar.classroom.lookback import Row, SheetTold, day_told, sheets_told
from simpasar.classroom.news import news_told
from simpasar.classroom.recorded import Recorded, RecordedWeek, act_told
from simpasar.classroom.results import TeamResults, team_results
from simpasar.firm.findings import called
from simpasar.i18n import _
from simpasar.money import grouped
from simpasar.tui.screens.results import books, cash_book, goods, summary
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.words import SQUARE, Sentences

NEW = "► "
EVERYDAY: tuple[Kind, ...] = ("opens", "closes", "delivery", "ready")
"""What happens on every day and tells nothing of it."""


def part_of(
    recorded: Recorded, week: RecordedWeek, team: str, part: int, day: int
) -> Iterator[Widget]:
    """The page `part` of a week, for a team or a day where it is about one."""
    return PARTS[part](recorded, week, team, day)


def _heading(text: str) -> Static:
    return Static(text, classes="heading", markup=False)


# -- overview -------------------------------------------------------------------------------


def overview(recorded: Recorded, week: RecordedWeek, team: str, day: int) -> Iterator[Widget]:
    """What the trainer did, all teams, the news."""
    said = [act_told(week.scenario, entry) for entry in week.acts]
    if week.withdrawn is not None:
        taken_back = _("This week was taken back and does not count: {reason}")
        said.append(taken_back.format(reason=week.withdrawn))
    if week.outcome is None:
        said.append(_("This week was decided, but not lived."))
    if said:
        yield Sentences(said, mark=SQUARE, id="acts")
    yield Table(_teams(week), _team_headings(week), id="all-teams")
    if week.outcome is not None:
        witness = _("Witness number of this week: {head}").format(head=week.head)
        yield Sentences([witness], id="witness")
        yield _heading(_("News"))
        yield Sentences(news_told(week.scenario, week.outcome.state), mark=SQUARE)
    if week is recorded.weeks[-1] and recorded.after:
        yield _heading(_("After this week"))
        yield Sentences([act_told(recorded.setup.scenario, it) for it in recorded.after], SQUARE)


def _team_headings(week: RecordedWeek) -> tuple[str, ...]:
    if week.outcome is None:
        return _("Team"), _("Made by")
    return (
        _("Team"), _("Made by"), _("Sold"), _("Not had"), _("Net profit"), _("Cash"),
    )  # fmt: skip


def _teams(week: RecordedWeek) -> Iterator[tuple[str, ...]]:
    for team in week.scenario.teams:
        handed_in = week.handed_in(team)
        maker = handed_in[-1].hands if handed_in else "-"
        name = called(week.scenario, team)
        if week.outcome is None:
            yield name, maker
            continue
        facts = week.outcome.state.teams[team].history[-1].facts()
        missed = facts["lost_stockout"] + facts["lost_queue"] + facts["lost_closed"]
        numbers = (facts["sold"], missed, facts["profit"], facts["cash"])
        yield name, maker, *map(grouped, numbers)


# -- decisions ------------------------------------------------------------------------------


def decisions(recorded: Recorded, week: RecordedWeek, team: str, day: int) -> Iterator[Widget]:
    """Every sheet of a team: who made it, why, what it expected, what it says."""
    last, *earlier = sheets_told(week, team)
    yield Sentences(_about(last), id="about")
    if week.stands:
        yield Button(_("What if this had been decided otherwise?"), id="what-if")
    groups = list(last.groups)
    half = sum(len(rows) + 1 for _title, rows in groups) / 2
    left: list[Widget] = []
    right: list[Widget] = []
    size = 0
    for title, rows in groups:
        side = left if size < half else right
        side += [_heading(title), Table(map(_decided, rows))]
        size += len(rows) + 1
    yield Horizontal(
        Vertical(*left, classes="half left"), Vertical(*right, classes="half right"), classes="two"
    )
    for number, sheet in enumerate(earlier):
        yield _heading(_("An earlier sheet, replaced by the one above"))
        yield Sentences(_about(sheet), id=f"earlier-{number}")
        yield Table(map(_decided, sheet.changed))


def _about(sheet: SheetTold) -> Iterator[str]:
    if sheet.maker:
        yield _("Made by: {maker}").format(maker=sheet.maker)
    else:
        yield _("Nobody handed in a sheet: last week's was played again.")
    yield (
        _("Reason: “{reason}”").format(reason=sheet.reason)
        if sheet.reason
        else _("No reason was given.")
    )
    yield (
        _("Forecast: {forecast}").format(forecast=sheet.forecast)
        if sheet.forecast
        else _("There was no forecast.")
    )


def _decided(row: Row) -> tuple[str, str]:
    return f"{NEW if row.changed else '  '}{row.label}", row.value


# -- results --------------------------------------------------------------------------------


def _results(part: Callable[[TeamResults], Iterator[Widget]]) -> Part:
    """A page of the team's own results, as the team saw it."""

    def shown(recorded: Recorded, week: RecordedWeek, team: str, day: int) -> Iterator[Widget]:
        if week.outcome is None:
            yield Sentences([_("This week was decided, but not lived.")])
            return
        yield from part(
            team_results(week.scenario, week.outcome.state, team, week.outcome, week.head)
        )

    return shown


# -- days -----------------------------------------------------------------------------------


def a_day(recorded: Recorded, week: RecordedWeek, team: str, day: int) -> Iterator[Widget]:
    """Every stall on one day: whose queue, who ran out; and what could be noticed."""
    market = week.market
    if market is None:
        yield Sentences([_("This week was decided, but not lived.")])
        return
    yield Button(_("Watch this day"), id="watch")
    headings = (
        _("Stall"), _("Buyers"), _("Queue"), _("Wait"), _("Sold"), _("Sold out"), _("Too long"),
        _("Closed"), _("Thrown away"),
    )  # fmt: skip
    rows = [
        (
            called(week.scenario, told.team),
            grouped(told.customers),
            f"{told.queue} ({told.when})" if told.queue else "0",
            minutes_told(told.wait),
            *map(grouped, (told.sold, told.lost_stockout, told.lost_queue, told.lost_closed)),
            grouped(told.wasted),
        )
        for told in day_told(market, day)
    ]
    yield Table(rows, headings, id="stalls-of-the-day")
    yield Sentences(
        [
            _(
                "Queue: the longest there was, and when. Wait: minutes and seconds, on average."
                " Sold out, too long, closed: units that buyers wanted there and did not get."
            )
        ]
    )
    yield _heading(_("What happened"))
    happened = (it for it in market.day(day).happened if it.kind not in EVERYDAY)
    yield Sentences([f"{it.clock} {it.told(week.scenario)}" for it in happened])


Part = Callable[[Recorded, RecordedWeek, str, int], Iterator[Widget]]

PARTS: Sequence[Part] = (
    overview,
    decisions,
    _results(summary),
    _results(cash_book),
    _results(books),
    _results(goods),
    a_day,
)
