"""The game on a plain terminal: tables and news of each week, a ranking at the end."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import rich.console
from rich.text import Text

from simpasar.console_tables import (
    community_table,
    comparison_table,
    household_table,
    market_table,
    ranking_table,
    team_name,
    whatif_table,
    whatif_week_table,
)
from simpasar.firm.ledger import Account
from simpasar.game.bulletin import bulletin, weather_told
from simpasar.game.comparison import Comparison
from simpasar.game.indicators import Community
from simpasar.game.play import Game, Setup
from simpasar.game.report import TeamWeek
from simpasar.game.score import PAR
from simpasar.game.state import GameState
from simpasar.game.summary import has_neighbourhood
from simpasar.i18n import _, language, ngettext
from simpasar.market.news import day_date
from simpasar.money import rupiah
from simpasar.review.whatif import WhatIf
from simpasar.review.whatif_told import ABOUT, changes_told
from simpasar.scenario.lessons import has_households

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
            weeks = ngettext("{count} week", "{count} weeks", self.setup.weeks)
            teams = ngettext("{count} team", "{count} teams", len(self.setup.bots))
            self._bold(
                f"{title}: {weeks.format(count=self.setup.weeks)},"
                f" {teams.format(count=len(self.setup.bots))}"
            )

    def past_weeks(self, states: Iterable[GameState]) -> None:
        """The weeks that were played before, where a game goes on."""
        for state in states:
            self.week(state)

    def taken_back(self, week: int, reason: str) -> None:
        """That the trainer took back a week that was shown."""
        self.out.print()
        self._sentence(
            _("Week {week} was taken back by the trainer: {reason}").format(
                week=week, reason=reason
            )
        )

    @contextmanager
    def waiting(self, week: int) -> Iterator[None]:
        """Say which week is being lived, on a terminal only."""
        if self.silent or not self.err.is_terminal:
            yield
            return
        text = _("Week {week} of {weeks} ...").format(week=week, weeks=self.setup.weeks)
        with self.err.status(text):
            yield

    @contextmanager
    def rehearsing(self, weeks: int) -> Iterator[Callable[[str, int], None]]:
        """Say which seat par plays and in which week, on a terminal only."""
        if self.silent or not self.err.is_terminal:
            yield lambda team, week: None
            return
        with self.err.status("") as status:

            def progress(team: str, week: int) -> None:
                text = _("{par} in the seat of {team}: week {week} of {weeks} ...").format(
                    par=PAR, team=team_name(self.setup.scenario, team), week=week, weeks=weeks
                )
                status.update(Text(text))

            yield progress

    def week(self, state: GameState) -> None:
        """The tables and news of the week that `state` is the end of."""
        if self.silent:
            return
        scenario = self.setup.scenario
        first = next(iter(state.teams.values()))
        self.out.print()
        self._bold(self._heading(state.week - 1, first.history[-1]))
        self.out.print(market_table(scenario, state))
        money = household_table(scenario, state)
        if money is not None:
            self._bold(
                _("Household money and business money")
                if has_households(scenario)
                else _("Debts and savings")
            )
            self.out.print(money)
        for sentence in bulletin(scenario, state):
            self._sentence(sentence)

    def _heading(self, week: int, report: TeamWeek) -> str:
        scenario = self.setup.scenario
        first, last = (day_date(scenario, week, day) for day in (0, len(report.news) - 1))
        weather = weather_told(scenario, report.news)
        happened = dict.fromkeys(name for day in report.news for name in day.events)
        events = [scenario.events[name].name.of(language()) for name in happened]
        dates = f"{first.day}/{first.month} - {last.day}/{last.month}/{last.year}"
        heading = _("Week {week} ({dates}): {weather}").format(
            week=week, dates=dates, weather=weather
        )
        return ". ".join([heading, ", ".join(events)]) if events else heading

    def ending(
        self, game: Game, seed: int | None, digest: str, record: Path | None, quiet: bool
    ) -> None:
        """The final ranking, what the neighbourhood has of it, and how to look at it again."""
        if quiet:
            self.out.print(digest)
            return
        scenario = self.setup.scenario
        self.out.print()
        self._bold(_("Final ranking") if game.finished else _("Ranking so far"))
        self.out.print(ranking_table(self.setup, game.state))
        self._rescues(game.state)
        if has_neighbourhood(scenario):
            self._bold(_("For the neighbourhood"))
            self.out.print(community_table(scenario, sum(game.community, start=Community())))
            self.out.print()
        self.out.print(
            _("Sales, profit and cash in rupiah. Lost for want of stock or in the queue:")
        )
        self.out.print(_("units that buyers wanted and did not get. Wait: minutes and seconds."))
        self.out.print(_("Gained: all profit, what the household drew included."))
        if seed is not None:
            short = digest[:DIGITS]
            self.out.print(_("Seed {seed}, digest {digest}").format(seed=seed, digest=short))
        if record:
            self.out.print(_("Record: {file}").format(file=record), soft_wrap=True)

    def _rescues(self, state: GameState) -> None:
        """What the trainer gave, which is left out of the ranking."""
        given = [
            f"{team_name(self.setup.scenario, name)} {rupiah(-team.books.balances[Account.RESCUE])}"
            for name, team in state.teams.items()
            if team.books.balances[Account.RESCUE]
        ]
        if given:
            self._sentence(
                _("Help from the trainer, not counted as gained: {teams}.").format(
                    teams=", ".join(given)
                )
            )
            self.out.print()

    def comparison(self, comparisons: Sequence[Comparison], weeks: int) -> None:
        """Every team against par."""
        scenario = self.setup.scenario
        self._bold(
            _("{title}: against {par}, weeks 1 to {weeks}").format(
                title=scenario.title.of(language()), par=PAR, weeks=weeks
            )
        )
        self.out.print(comparison_table(scenario, comparisons))
        self._sentence(
            _(
                "{par}: what a decent player would have gained in the same seat under the same"
                " chance, the others deciding as they did. Rupiah."
            ).format(par=PAR)
        )
        if has_households(scenario):
            self._sentence(_("Needs met: how much of what the family needed it could pay for."))

    def whatif(self, found: WhatIf) -> None:
        """One decision changed: what of the team's week, and of everybody's game."""
        scenario = self.setup.scenario
        self._bold(
            _("{team}, week {week}: what if?").format(
                team=team_name(scenario, found.team), week=found.week
            )
        )
        for sentence in changes_told(found.changes):
            self._sentence(sentence)
        self.out.print()
        self.out.print(whatif_week_table(found))
        self.out.print(whatif_table(scenario, found))
        self._sentence(_(ABOUT))

    def _bold(self, text: str) -> None:
        self.out.print(Text(text, style="bold"))

    def _sentence(self, text: str) -> None:
        """A sentence, its further lines set in, no number torn from its `Rp` or `%`."""
        width = max(40, self.out.width)
        whole = re.sub(r"(?<=\bRp) | (?=%)", "\xa0", text)
        lines = textwrap.fill(whole, width, subsequent_indent="  ", break_on_hyphens=False)
        self.out.print(Text(lines.replace("\xa0", " ")))
