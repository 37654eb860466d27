"""The market week on the projector: it happens once more, day after day, at any speed."""

from __future__ import annotations

from collections import deque

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from simpasar.classroom.day import Frame, MarketDay
from simpasar.classroom.happenings import Happening
from simpasar.classroom.market import MarketWeek
from simpasar.classroom.names import day_name
from simpasar.i18n import N_, _, language
from simpasar.scenario.parts import DAY, clock_text
from simpasar.tui.page import Page, TitleBar
from simpasar.tui.widgets.bigclock import BigClock
from simpasar.tui.widgets.stalls import StallCard, bar

TICK = 1 / 8
"""Seconds between two frames."""

SPEEDS = ((60, N_("slow")), (20, N_("medium")), (6, N_("fast")))
"""How many seconds a market day takes, and what that is called."""

PAUSE_AFTER_A_DAY = 3
"""Seconds for looking at a day that is over."""

REMEMBERED = 20
"""So many happenings stay in the news below the stalls."""


class MarketScreen(Page[bool]):
    """Plays what was recorded. Gives back whether it was watched to its end."""

    NAME = "market"
    AUTO_FOCUS = "#stalls"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]

    def __init__(
        self, market: MarketWeek, day: int = 0, second: int = 0, playing: bool = True
    ) -> None:
        """Begin on `day` (0 is Monday), not before `second` of it."""
        super().__init__()
        self.market, self.playing = market, playing
        self.speed = 1
        self.timer: Timer | None = None
        self.begin_day(day, second)

    def begin_day(self, day: int, second: int = 0) -> None:
        """Stand at the first opening of a day, or later."""
        self.day: MarketDay = self.market.day(day)
        self.second = min(max(second, self.day.starts), self.day.ends)
        self.over = False
        self.rest = 0
        self.frame: Frame = self.day.frame(self.second)
        self.told: deque[Happening] = deque(self.frame.happenings, REMEMBERED)

    @property
    def last_day(self) -> bool:
        return self.day.day == self.market.days - 1

    # -- what is shown --------------------------------------------------------------------

    def titles(self) -> tuple[str, str]:
        week = _("week {week}").format(week=self.market.week)
        return f" {self.market.scenario.title.of(self.spoken)}", f"{week} "

    def body(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield BigClock(self.second)
            yield Static(self.today(), id="today", markup=False)
        with VerticalScroll(id="stalls"):
            for stall, plan in zip(self.frame.stalls, self.day.stalls, strict=True):
                yield StallCard(self.market.scenario, stall, plan.opens)
        yield Static(self.news(), id="news", markup=False)

    def today(self) -> Content:
        """Day and weather; what is special today; how far the day is, and how fast it goes."""
        scenario, news = self.market.scenario, self.day.news
        heading = _("{day}, day {number} of {days}: {weather}").format(
            day=day_name(self.day.day),
            number=self.day.day + 1,
            days=self.market.days,
            weather=scenario.weather[news.weather].name.of(language()).lower(),
        )
        special = " ".join(scenario.events[name].news.of(language()) for name in news.events)
        return Content("\n").join(
            [Content(heading).stylize("bold"), Content(special), Content(self._progress())]
        )

    def _progress(self) -> str:
        if self.over:
            if not self.last_day:
                return _("The day is over. Enter: on to {day}.").format(
                    day=day_name(self.day.day + 1)
                )
            return _("The week is over. Enter: on to what comes next.")
        day = self.day
        line = bar(self.second - day.starts, max(1, day.ends - day.starts), 20)
        speed = _("■ paused") if not self.playing else f"{'►' * (self.speed + 1)} {self._speed()}"
        return f"{clock_text(day.starts)} {line} {clock_text(day.ends)}  {speed}"

    def _speed(self) -> str:
        return _(SPEEDS[self.speed][1])

    def news(self) -> str:
        """What has happened, the newest first."""
        scenario = self.market.scenario
        return "\n".join(f"{it.clock} {it.told(scenario)}" for it in reversed(self.told))

    def look(self) -> None:
        """Paint what has changed."""
        self.query_one(BigClock).show(self.second)
        self.query_one("#today", Static).update(self.today(), layout=False)
        for card, stall, plan in zip(
            self.query(StallCard), self.frame.stalls, self.day.stalls, strict=True
        ):
            card.show(stall, plan.opens)
        if self.frame.happenings:
            self.query_one("#news", Static).update(self.news(), layout=False)

    # -- time -----------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.timer = self.every(TICK, self.tick)

    def on_screen_suspend(self) -> None:
        """Time stands still under another page."""
        if self.timer is not None:
            self.timer.pause()

    def on_screen_resume(self) -> None:
        if self.timer is not None:
            self.timer.resume()

    def tick(self) -> None:
        """A moment has gone by."""
        if not self.playing:
            return
        if not self.over:
            pace = max(1, round((self.day.ends - self.day.starts) * TICK / SPEEDS[self.speed][0]))
            self.reach(self.second + pace)
        elif not self.last_day:
            self.rest -= 1
            if self.rest <= 0:
                self.turn_to(self.day.day + 1)

    def reach(self, second: int) -> None:
        """Go on to a second of the day; at its end, to all that the day still brought."""
        since = self.frame.second
        self.over = second >= self.day.ends
        self.second = min(second, self.day.ends)
        self.frame = self.day.frame(DAY if self.over else self.second, since)
        self.told.extend(self.frame.happenings)
        self.rest = round(PAUSE_AFTER_A_DAY / TICK)
        self.look()

    def turn_to(self, day: int) -> None:
        """Another day, from its first opening."""
        self.begin_day(day)
        self.query_one(TitleBar).told(*self.titles())
        self.query_one("#news", Static).update(self.news(), layout=False)
        self.look()

    # -- what one can do ------------------------------------------------------------------

    def action_go_on(self) -> None:
        """The next day; after the last, on to what comes next."""
        if not self.last_day:
            self.turn_to(self.day.day + 1)
        elif self.over:
            self.dismiss(True)
        else:
            self.reach(self.day.ends)

    def action_day_before(self) -> None:
        """The day before; from the middle of a day, its beginning."""
        begun = self.second > self.day.starts
        self.turn_to(max(0, self.day.day - (0 if begun else 1)))

    def action_pause(self) -> None:
        """Stop, or go on."""
        self.playing = not self.playing
        self.look()

    def action_slower(self) -> None:
        self.speed = max(0, self.speed - 1)
        self.look()

    def action_faster(self) -> None:
        self.speed = min(len(SPEEDS) - 1, self.speed + 1)
        self.look()

    def action_to_end(self) -> None:
        """The end of the last day."""
        if not self.last_day:
            self.begin_day(self.market.days - 1)
        self.reach(self.day.ends)

    def action_back(self) -> None:
        """Enough seen."""
        self.dismiss(False)
