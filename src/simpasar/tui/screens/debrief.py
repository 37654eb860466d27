"""The debrief: one question at a time, and beside it what the class's own weeks show."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static

from simpasar.classroom.debrief import Debrief, debrief
from simpasar.classroom.evidence import Evidence, Kind
from simpasar.classroom.room import Room
from simpasar.i18n import N_, _
from simpasar.tui.page import Page
from simpasar.tui.widgets.tables import Bars, Table
from simpasar.tui.widgets.tabs import Tabs
from simpasar.tui.widgets.words import Sentences

SHORT: dict[Kind, str] = {
    "price": N_("Prices"),
    "stockouts": N_("Ran out"),
    "waste": N_("Thrown away"),
    "pooling": N_("Together"),
    "finance": N_("Loans"),
    "household": N_("At home"),
    "forecast": N_("Forecasts"),
}
"""A word for the tab of each kind of evidence."""


class DebriefScreen(Page[None]):
    """For the whole class, finished or not; before the first week there is nothing to show."""

    NAME = "debrief"
    AUTO_FOCUS = "#page"

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.asked = 0
        self.kind: Kind | None = None

    def debrief(self) -> Debrief:
        """The snapshot, in the language now spoken."""
        return debrief(self.room.game)

    def titles(self) -> tuple[str, str]:
        title = _("Debrief: {title}").format(title=self.room.scenario.title.of(self.spoken))
        return f" {title}", ""

    def body(self) -> ComposeResult:
        talk = self.debrief()
        yield Static(self.question(talk), id="question", markup=False)
        yield Tabs(tuple(_(SHORT[kind]) for kind in talk.kinds), self.at(talk))
        with VerticalScroll(id="page", classes="page"):
            yield from shown(talk.evidence[self.shown_kind(talk)])
        with Horizontal(classes="foot"):
            yield Button(_("Question before"), id="before")
            yield Button(_("Next question"), id="next")

    def question(self, talk: Debrief) -> str:
        """The question that is asked now, with its number."""
        if not talk.talks:
            return _("What did we learn?")
        asked = talk.talks[self.asked].question
        return f"{self.asked + 1}/{len(talk.talks)}  {asked}"

    def shown_kind(self, talk: Debrief) -> Kind:
        """What stands beside the question: what was asked for, what it names, or the first."""
        named = talk.talks[self.asked].shows if talk.talks else None
        return self.kind or named or talk.kinds[0]

    def at(self, talk: Debrief) -> int:
        """The number of the open tab."""
        return talk.kinds.index(self.shown_kind(talk))

    async def look(self) -> None:
        """Show the question asked now, and its evidence."""
        talk = self.debrief()
        self.query_one("#question", Static).update(self.question(talk))
        self.query_one(Tabs).open(self.at(talk))
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            await page.mount_all(shown(talk.evidence[self.shown_kind(talk)]))
        page.scroll_home(animate=False)

    # -- turning ----------------------------------------------------------------------------

    async def ask(self, number: int) -> None:
        """Ask another question; it brings its own evidence."""
        count = max(1, len(self.room.scenario.debrief))
        self.asked, self.kind = number % count, None
        await self.look()

    @on(Button.Pressed, "#next")
    async def action_next_part(self) -> None:
        """The next question; after the last, the first."""
        await self.ask(self.asked + 1)

    @on(Button.Pressed, "#before")
    async def action_previous_part(self) -> None:
        """The question before."""
        await self.ask(self.asked - 1)

    async def action_tab(self, number: int) -> None:
        """Other evidence beside the same question."""
        self.kind = self.debrief().kinds[int(number)]
        await self.look()

    async def action_evidence(self) -> None:
        """The evidence after this one."""
        talk = self.debrief()
        await self.action_tab((self.at(talk) + 1) % len(talk.kinds))


def shown(evidence: Evidence) -> Iterator[Widget]:
    """One piece of evidence: its sentences, its table, its bars."""
    yield Static(evidence.title, classes="heading", markup=False)
    yield Sentences(evidence.sentences)
    if evidence.grid is not None and evidence.grid.rows:
        yield Table(evidence.grid.rows, evidence.grid.headings, id="grid")
    if evidence.bars:
        yield Static(evidence.measured, classes="heading", markup=False)
        yield Bars(evidence.bars, id="bars")
