"""Looking back at a game: week by week and day by day, forwards and backwards, at every sheet."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static
from textual.worker import get_current_worker

from simpasar.classroom.names import day_name
from simpasar.classroom.recorded import Recorded, RecordedWeek, read_recorded
from simpasar.game.record import RecordError
from simpasar.game.replay import RecordDiffersError
from simpasar.i18n import N_, _, language
from simpasar.tui.page import Page, TitleBar
from simpasar.tui.widgets.lookback import PARTS, part_of
from simpasar.tui.widgets.tabs import Tabs

PART_NAMES = (
    N_("Overview"),
    N_("Decisions"),
    N_("Results"),
    N_("Cash book"),
    N_("Profit and loss"),
    N_("Goods"),
    N_("Day by day"),
)
assert len(PART_NAMES) == len(PARTS)
DAYS = len(PARTS) - 1


class _Left(Exception):
    """Nobody waits for the record any more."""


class ReplayScreen(Page[None]):
    """Lives through the record at `path` again, and then shows all of it."""

    NAME = "replay"
    AUTO_FOCUS = "#page"

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.recorded: Recorded | None = None
        self.problem: RecordError | RecordDiffersError | None = None
        self.waiting = (0, 0)
        self.at_week = self.at_team = self.part = self.at_day = 0

    # -- reading the record ---------------------------------------------------------------

    def on_mount(self) -> None:
        self.open()

    @work(thread=True, exclusive=True)
    def open(self) -> None:
        """Live through the game again, week by week."""
        worker = get_current_worker()

        def progress(week: int, weeks: int) -> None:
            if worker.is_cancelled:
                raise _Left
            self.call_later(self.wait, week, weeks)

        try:
            recorded = read_recorded(self.path, progress)
        except _Left:
            return
        except (RecordError, RecordDiffersError) as problem:
            self.problem = problem
        else:
            self.recorded = recorded
        if not worker.is_cancelled:
            self.call_later(self.opened)

    async def opened(self) -> None:
        """The record lies open, or cannot be opened."""
        await self.recompose()
        for page in self.query("#page"):
            page.focus()

    def wait(self, week: int, weeks: int) -> None:
        """Say how far it is."""
        self.waiting = week, weeks
        for line in self.query("#waiting").results(Static):
            line.update(self.how_far())

    def how_far(self) -> str:
        week, weeks = self.waiting
        if not weeks:
            return _("Opening the record ...")
        return _("Living through week {week} of {weeks} again ...").format(week=week, weeks=weeks)

    # -- what is shown --------------------------------------------------------------------

    @property
    def week(self) -> RecordedWeek | None:
        """The attempt at a week that is shown; None while there is none."""
        weeks = self.recorded.weeks if self.recorded else ()
        return weeks[self.at_week] if weeks else None

    @property
    def team(self) -> str:
        """The team whose sheet and results are shown."""
        week = self.week
        return list(week.scenario.teams)[self.at_team] if week else ""

    def titles(self) -> tuple[str, str]:
        recorded, week = self.recorded, self.week
        if recorded is None or week is None:
            return super().titles()
        title = recorded.setup.scenario.title.of(language())
        where = _("week {week} of {weeks}").format(week=week.week, weeks=recorded.planned)
        if week.withdrawn is not None:
            where = _("{week}, taken back").format(week=where)
        return f" {title}", f"{where} "

    def body(self) -> ComposeResult:
        week = self.week
        if self.problem is not None:
            yield Static(str(self.problem), id="problem", classes="page", markup=False)
        elif self.recorded is None:
            yield Static(self.how_far(), id="waiting", classes="page", markup=False)
        elif week is None:
            nothing = _("Nothing was decided yet in this game: there is nothing to look back at.")
            yield Static(nothing, id="problem", classes="page", markup=False)
        else:
            yield Tabs(self.week_names(), self.at_week, action="week", id="weeks")
            yield Tabs(self.team_names(week), self.at_team, action="team", id="teams")
            yield Tabs([_(name) for name in PART_NAMES], self.part)
            yield self.days(week)
            with VerticalScroll(id="page", classes="page"):
                yield from part_of(self.recorded, week, self.team, self.part, self.at_day)

    def week_names(self) -> list[str]:
        """Every attempt at a week; × was taken back, … was not lived."""
        weeks = self.recorded.weeks if self.recorded else ()
        return [
            _("wk {week}").format(week=week.week)
            + ("×" if week.withdrawn is not None else "" if week.outcome else "…")
            for week in weeks
        ]

    def team_names(self, week: RecordedWeek) -> list[str]:
        return [seat.name.of(language()) for seat in week.scenario.teams.values()]

    def days(self, week: RecordedWeek) -> Tabs:
        """The row of days, shown on their page only."""
        names = [day_name(day) for day in range(week.scenario.days)]
        row = Tabs(names, self.at_day, action="day", id="days")
        row.display = self.part == DAYS
        return row

    async def look(self) -> None:
        """Show what is chosen now."""
        week, recorded = self.week, self.recorded
        if week is None or recorded is None:
            return
        self.query_one(TitleBar).told(*self.titles())
        self.query_one("#weeks", Tabs).open(self.at_week)
        self.query_one("#teams", Tabs).titles = tuple(self.team_names(week))
        self.query_one("#teams", Tabs).open(self.at_team)
        self.query_one("#tabs", Tabs).open(self.part)
        self.query_one("#days", Tabs).open(self.at_day)
        self.query_one("#days", Tabs).display = self.part == DAYS
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            await page.mount_all(part_of(recorded, week, self.team, self.part, self.at_day))
        page.scroll_home(animate=False)
        page.focus()

    # -- stepping -------------------------------------------------------------------------

    async def action_week(self, number: int) -> None:
        """Another week, or another attempt at one."""
        if self.recorded is not None and 0 <= int(number) < len(self.recorded.weeks):
            self.at_week = int(number)
            await self.look()

    async def action_week_after(self) -> None:
        await self.action_week(self.at_week + 1)

    async def action_week_before(self) -> None:
        await self.action_week(self.at_week - 1)

    async def action_team(self, number: int) -> None:
        """Another team."""
        if self.week is not None:
            self.at_team = int(number) % len(self.week.scenario.teams)
            await self.look()

    async def action_team_after(self) -> None:
        await self.action_team(self.at_team + 1)

    async def action_tab(self, number: int) -> None:
        """Another page of this week."""
        self.part = int(number) % len(PARTS)
        await self.look()

    async def action_next_part(self) -> None:
        await self.action_tab(self.part + 1)

    async def action_previous_part(self) -> None:
        await self.action_tab(self.part - 1)

    async def action_day(self, number: int) -> None:
        """A market day, on the page of days."""
        self.at_day, self.part = int(number), DAYS
        await self.look()

    async def action_day_after(self) -> None:
        """The day after; after the last, the first of the next week."""
        await self._step_day(1)

    async def action_day_before(self) -> None:
        """The day before; before the first, the last of the week before."""
        await self._step_day(-1)

    async def _step_day(self, step: int) -> None:
        if self.recorded is None or self.week is None:
            return
        days = self.week.scenario.days
        if self.part == DAYS:
            place = self.at_week * days + self.at_day + step
            if not 0 <= place < days * len(self.recorded.weeks):
                return
            self.at_week, self.at_day = divmod(place, days)
        self.part = DAYS
        await self.look()

    @on(Button.Pressed, "#watch")
    def action_market(self) -> None:
        """The market, from the chosen day on."""
        from simpasar.tui.screens.market import MarketScreen

        market = self.week.market if self.week else None
        if market is None:
            self.app.notify(_("This week was not lived: there is no market to watch."))
            return
        self.app.push_screen(MarketScreen(market, day=self.at_day if self.part == DAYS else 0))

    @on(Button.Pressed, "#what-if")
    def action_what_if(self) -> None:
        """This week, decided otherwise."""
        from simpasar.review.whatif_sheet import Otherwise
        from simpasar.tui.screens.whatif import WhatIfScreen

        recorded, week = self.recorded, self.week
        if recorded is None or week is None or not week.stands:
            message = _("This week does not count: choose one that was lived and not taken back.")
            self.app.notify(message)
            return
        if not Otherwise(recorded.game, week.week, self.team).form().groups:
            self.app.notify(_("Nothing could be decided that week yet: choose a later one."))
            return
        self.app.push_screen(WhatIfScreen(recorded.game, week.week, self.team))
