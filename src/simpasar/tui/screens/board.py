"""The class board on the projector: all teams beside their yardsticks, and the neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from simpasar.classroom.board import VERDICTS, Board, Progress, class_board
from simpasar.classroom.room import Room
from simpasar.classroom.yardstick import Gains, Season, season_of
from simpasar.i18n import _
from simpasar.money import signed
from simpasar.tui.page import Page
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.tabs import Tabs
from simpasar.tui.widgets.track import Track
from simpasar.tui.widgets.words import Sentences

AIRY = 7
"""So many teams leave room for a line of what each sells."""


class BoardScreen(Page[None]):
    """Teams stand in the order of their seats, unless the trainer wants a ranking."""

    NAME = "board"
    AUTO_FOCUS = "#page"

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.at = 0
        self.season: Season = season_of(room.game)
        self.gains: Gains | None = room.par.known(self.season)

    def board(self) -> Board:
        """The snapshot, in the language now spoken."""
        return class_board(self.room.game, self.gains, self.room.desk.league)

    def titles(self) -> tuple[str, str]:
        week = _("after week {week} of {weeks}").format(week=self.room.lived, weeks=self.room.weeks)
        return f" {self.room.scenario.title.of(self.spoken)}", f"{week} "

    def body(self) -> ComposeResult:
        yield Tabs((_("The teams"), _("The neighbourhood"), _("News")), self.at)
        with VerticalScroll(id="page", classes="page"):
            yield from self.page()

    def page(self) -> Iterator[Widget]:
        """The part that is open."""
        parts = (teams, neighbourhood, news)
        yield from parts[self.at](self.board())

    def on_mount(self) -> None:
        if self.gains is None:
            self.call_after_refresh(self.reckon)  # the board is painted first

    @work(thread=True, exclusive=True)
    def reckon(self) -> None:
        """Par's weeks in every seat: a moment for each new week."""
        gains = self.room.par.follow(self.season)
        if not get_current_worker().is_cancelled:
            self.call_later(self.found, gains)

    def found(self, gains: Gains) -> None:
        """Now the yardstick is known."""
        self.gains = gains
        self.call_later(self.action_tab, self.at)

    async def action_tab(self, number: int) -> None:
        """Open another part."""
        self.at = int(number)
        self.query_one(Tabs).open(self.at)
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            await page.mount_all(self.page())
        page.scroll_home(animate=False)

    async def action_next_part(self) -> None:
        """The part after this one; after the last, the first."""
        await self.action_tab((self.at + 1) % 3)

    async def action_previous_part(self) -> None:
        """The part before this one."""
        await self.action_tab((self.at - 1) % 3)


# -- the parts --------------------------------------------------------------------------------


def teams(board: Board) -> Iterator[Widget]:
    """The class together, and every team beside its yardstick."""
    yield Sentences(board.together, id="together")
    known = board.par is not None
    words = _("◄ below   yardstick   above ►") if known else _("The yardstick is being reckoned …")
    yield HorizontalGroup(
        Static("", classes="name"),
        Static(words, classes="track legend", markup=False),
        Static("", classes="figure" if board.league else "verdict"),
        classes="progress",
        id="legend",
    )
    for number, team in enumerate(board.teams, start=1):
        yield _progress(board, team, number, airy=len(board.teams) <= AIRY)
    if board.league:
        yield Static("", classes="gap")
        message = _("The ranking is by rupiah above or below the yardstick.")
        yield Sentences([message], id="league")


def _progress(board: Board, team: Progress, number: int, airy: bool) -> HorizontalGroup:
    name = f"{number}. {team.name}" if board.league and team.par is not None else team.name
    told = Content(name).stylize("bold")
    parts: list[Widget] = [
        Static(told + f"\n{team.business}" if airy else told, classes="name", markup=False),
        Track(team.difference, board.scale),
    ]
    if board.league:
        difference = "" if team.difference is None else signed(team.difference)
        parts.append(Static(difference, classes="figure", markup=False))
    else:
        verdict = _(VERDICTS[team.verdict]) if team.verdict else ""
        parts.append(Static(verdict, classes="verdict", markup=False))
    return HorizontalGroup(*parts, classes="progress airy" if airy else "progress")


def neighbourhood(board: Board) -> Iterator[Widget]:
    """What the class brought its neighbourhood, and the cooperative."""
    headings = (_("For the neighbourhood"), _("this week"), _("all weeks"))
    rows = [(each.label, each.week, each.whole) for each in board.indicators]
    yield Table(rows, headings, id="indicators")
    if board.cooperative:
        yield Static(_("Cooperative"), classes="heading", markup=False)
        yield Sentences(board.cooperative, id="cooperative")


def news(board: Board) -> Iterator[Widget]:
    """What happened last week."""
    yield Sentences(board.news, mark="■ ", id="news")
