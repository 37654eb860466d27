"""The game on a plain terminal: one table a week, a ranking at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rich.console
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from simpasar.game.play import Setup
from simpasar.game.report import TeamWeek
from simpasar.game.score import ranking
from simpasar.game.state import GameState
from simpasar.i18n import _, language
from simpasar.market.news import day_date
from simpasar.money import grouped, rupiah

DIGITS = 10
"""How much of a digest people compare by eye."""


class _Terminal(rich.console.Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command what to do without a reader; rich would leave with status 1."""
        raise BrokenPipeError


class Console:
    """Shows a game as it goes. Tables go to standard output, progress to standard error."""

    def __init__(self, setup: Setup, silent: bool = False) -> None:
        self.setup = setup
        self.silent = silent
        self.out = _Terminal(highlight=False, soft_wrap=False)
        self.err = _Terminal(stderr=True, highlight=False)

    def opening(self) -> None:
        """What is played."""
        if not self.silent:
            title = self.setup.scenario.title.of(language())
            weeks = _("{title}: {weeks} weeks, {teams} teams").format(
                title=title, weeks=self.setup.weeks, teams=len(self.setup.bots)
            )
            self.out.print(Text(weeks, style="bold"))

    def past_weeks(self, state: GameState) -> None:
        """The weeks that were played before, where a game goes on."""
        for week in range(1, state.week):
            self.week(state, week)

    @contextmanager
    def waiting(self, week: int) -> Iterator[None]:
        """Say which week is being lived, on a terminal only."""
        if self.silent or not self.err.is_terminal:
            yield
            return
        text = _("Week {week} of {weeks} ...").format(week=week, weeks=self.setup.weeks)
        with self.err.status(text):
            yield

    def week(self, state: GameState, week: int) -> None:
        """The table of one week."""
        if self.silent:
            return
        reports = {name: team.history[week - 1] for name, team in state.teams.items()}
        self.out.print()
        self.out.print(Text(self._heading(week, next(iter(reports.values()))), style="bold"))
        table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
        table.add_column(_("Team"), overflow="ellipsis", no_wrap=True, max_width=12)
        for heading in (
            _("Sales"),
            _("Net\nprofit"),
            _("Cash"),
            _("Sold"),
            _("Out of\nstock"),
            _("Queue"),
            _("Wasted"),
            _("Wait"),
        ):
            table.add_column(heading, justify="right", no_wrap=True)
        for name, report in reports.items():
            table.add_row(self._name(name), *_cells(report))
        self.out.print(table)

    def _heading(self, week: int, report: TeamWeek) -> str:
        scenario = self.setup.scenario
        first, last = (day_date(scenario, week, day) for day in (0, len(report.news) - 1))
        kinds = Counter(day.weather for day in report.news)
        weather = ", ".join(
            _("{kind} {days} days").format(kind=scenario.weather[kind].name.of(language()), days=n)
            for kind, n in kinds.most_common()
        )
        happened = dict.fromkeys(name for day in report.news for name in day.events)
        events = [scenario.events[name].name.of(language()) for name in happened]
        dates = f"{first.day}/{first.month} - {last.day}/{last.month}/{last.year}"
        heading = _("Week {week} ({dates}): {weather}").format(
            week=week, dates=dates, weather=weather
        )
        return ". ".join([heading, ", ".join(events)]) if events else heading

    def _name(self, team: str) -> str:
        return self.setup.scenario.teams[team].name.of(language())

    def ending(
        self, state: GameState, seed: int | None, digest: str, record: Path | None, quiet: bool
    ) -> None:
        """The final ranking, and how to look at the game again."""
        short = digest[:DIGITS]
        if quiet:
            self.out.print(digest)
            return
        self.out.print()
        self.out.print(Text(_("Final ranking"), style="bold"))
        table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
        table.add_column("#", justify="right")
        table.add_column(_("Team"))
        table.add_column(_("Played by"))
        table.add_column(_("Gained"), justify="right")
        table.add_column(_("Wealth"), justify="right")
        for place, score in enumerate(ranking(self.setup.scenario, state), start=1):
            table.add_row(
                str(place),
                self._name(score.team),
                self.setup.bots[score.team] or _("people"),
                rupiah(score.gained),
                rupiah(score.wealth),
            )
        self.out.print(table)
        self.out.print(
            _("Sales, profit and cash in rupiah. Lost for want of stock or in the queue:")
        )
        self.out.print(_("units that buyers wanted and did not get. Wait: minutes and seconds."))
        self.out.print(_("Gained: all profit, what the household drew included."))
        if seed is not None:
            self.out.print(_("Seed {seed}, digest {digest}").format(seed=seed, digest=short))
        if record:
            self.out.print(_("Record: {file}").format(file=record), soft_wrap=True)


def _cells(report: TeamWeek) -> list[str]:
    facts = report.facts()
    minutes, seconds = divmod(facts["mean_wait_seconds"], 60)
    money = [grouped(facts[key]) for key in ("revenue", "profit", "cash")]
    units = [grouped(facts[key]) for key in ("sold", "lost_stockout", "lost_queue", "wasted")]
    return [*money, *units, f"{minutes}:{seconds:02d}"]
