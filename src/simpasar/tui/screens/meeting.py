"""The cooperative's meeting on the projector: one team after another votes and pledges."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList

from simpasar.classroom.meeting import AtTheTable, Meeting, PooledOffer, hold_meeting
from simpasar.classroom.room import Room
from simpasar.i18n import _, ngettext
from simpasar.money import grouped, rupiah
from simpasar.tui.page import Page
from simpasar.tui.widgets.fields import FieldRow, Rows, row_id
from simpasar.tui.widgets.menu import Choice, Menu
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.words import Sentences, answered


class MeetingScreen(Page[None]):
    """On the left the class and what is pledged by all; on the right the team whose turn it is.

    Every change goes into that team's draft at once.
    """

    NAME = "meeting"
    AUTO_FOCUS = "#menu"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.team = room.people[0] if room.people else next(iter(room.scenario.teams))

    def meeting(self) -> Meeting:
        """The snapshot, in the language now spoken."""
        return hold_meeting(self.room.game, self.room.draft)

    def titles(self) -> tuple[str, str]:
        cooperative = self.room.scenario.cooperative
        name = cooperative.name.of(self.spoken) if cooperative else ""
        week = _("week {week} of {weeks}").format(week=self.room.week, weeks=self.room.weeks)
        return f" {_('Meeting')}: {name}", f"{week} "

    def body(self) -> ComposeResult:
        meeting = self.meeting()
        with Horizontal(classes="body columns"):
            with VerticalScroll(id="common", can_focus=False):
                yield Menu(map(_line, meeting.table), id="menu", marked=self.team)
                yield Sentences(votes(meeting), id="votes")
                yield pool(meeting)
                yield Sentences(terms(meeting), id="terms")
            with Vertical(id="team", classes="panel"):
                yield Sentences((), id="standing")
                yield Rows(id="items", can_focus=False)
                yield Sentences((), id="meeting-note")

    async def on_mount(self) -> None:
        await self.show_team(self.team)

    async def retell(self) -> None:
        """Compose anew in the other language; the same team."""
        await self.recompose()
        await self.show_team(self.team)
        self.query_one(Menu).focus()

    # -- whose turn it is -------------------------------------------------------------------

    async def show_team(self, team: str) -> None:
        """Give the word to a team."""
        self.team = team
        meeting = self.meeting()
        seat = _seat(meeting, team)
        self.query_one("#team", Vertical).border_title = seat.name
        self.query_one("#standing", Sentences).say((seat.standing,))
        items = self.query_one("#items", Rows)
        rows = [FieldRow(item.field, item.text) for item in seat.items] if seat.open else []
        said = [answered(item.field.label, item.said) for item in seat.items if not seat.open]
        async with self.batch():
            await items.remove_children()
            await items.mount_all(rows or [Sentences(said)])
        self.note()

    @on(OptionList.OptionHighlighted, "#menu")
    async def other_team(self, event: OptionList.OptionHighlighted) -> None:
        """The mark is on another team."""
        if event.option_id and event.option_id != self.team:
            await self.show_team(event.option_id)

    @on(OptionList.OptionSelected, "#menu")
    def begin(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a team: to its first question."""
        rows = list(self.query(FieldRow))
        if rows and event.option_id == self.team:
            rows[0].entry.focus()

    async def action_next_team(self) -> None:
        """The word goes to the next team that people play."""
        teams = list(self.room.people) or list(self.room.scenario.teams)
        at = teams.index(self.team) if self.team in teams else -1
        team = teams[(at + 1) % len(teams)]
        menu = self.query_one(Menu)
        menu.highlighted = list(menu.choices).index(team)
        await self.show_team(team)
        rows = list(self.query(FieldRow))
        (rows[0].entry if rows else menu).focus()

    # -- what is said -----------------------------------------------------------------------

    @on(FieldRow.Changed)
    async def changed(self, event: FieldRow.Changed) -> None:
        """A vote or a pledge: into the draft, and before everybody's eyes."""
        draft = {**(self.room.draft(self.team) or {}), event.path: event.text}
        try:
            self.room.keep_draft(self.team, draft)
        except OSError as error:
            message = _("What you type cannot be kept: {error}").format(error=error)
            self.notify(message, severity="warning")
            return
        meeting = self.meeting()
        self.query_one("#votes", Sentences).say(votes(meeting))
        self.query_one("#pool", Table).show(pool(meeting).rows)
        self.query_one("#terms", Sentences).say(terms(meeting))
        shown = {row.field.path for row in self.query(FieldRow)}
        seat = _seat(meeting, self.team)
        if shown != {item.path for item in seat.items}:
            await self.show_team(self.team)
            self.query_one(f"#{row_id(event.path)}", FieldRow).entry.focus()
        self.explain(event.path, meeting)

    @on(FieldRow.Focused)
    def arrived(self, event: FieldRow.Focused) -> None:
        """What there is to know about this question."""
        self.explain(event.path, self.meeting())

    @on(FieldRow.Done)
    async def done(self, event: FieldRow.Done) -> None:
        """Enter: the next question, then the next team."""
        if not self.go(event.path, 1):
            await self.action_next_team()

    def action_next_field(self) -> None:
        """The question below."""
        self.go(self.path, 1)

    def action_previous_field(self) -> None:
        """The question above; above the first one, the teams."""
        if not self.go(self.path, -1):
            self.query_one(Menu).focus()

    @property
    def path(self) -> str:
        """The question people are at, "" elsewhere."""
        rows = (row for row in self.query(FieldRow) if row.has_focus_within)
        return next((row.field.path for row in rows), "")

    def go(self, path: str, steps: int) -> bool:
        """To the question so many below `path`; False where there is none."""
        rows = list(self.query(FieldRow))
        at = next((i for i, row in enumerate(rows) if row.field.path == path), None)
        if at is None or not 0 <= at + steps < len(rows):
            return False
        rows[at + steps].entry.focus()
        return True

    def explain(self, path: str, meeting: Meeting) -> None:
        """The sentence of a question, and what was understood."""
        items = _seat(meeting, self.team).items
        item = next((item for item in items if item.path == path), None)
        if item is None:
            return
        said = [answered(item.field.label, item.said)]
        offer = next((o for o in meeting.offers if path == f"cooperative.pledges.{o.item}"), None)
        self.note(*said, *(more_packs(offer) if offer else [item.field.help]))

    def note(self, *sentences: str) -> None:
        """Sentences under the questions."""
        self.query_one("#meeting-note", Sentences).say(sentences)


def _seat(meeting: Meeting, team: str) -> AtTheTable:
    return next(seat for seat in meeting.table if seat.team == team)


def _line(seat: AtTheTable) -> Choice:
    """A team in the list, with what it has saved."""
    if not seat.member:
        return Choice(seat.team, f"□ {seat.name}")
    return Choice(seat.team, f"■ {seat.name}: {rupiah(seat.savings)}")


def votes(meeting: Meeting) -> Iterator[str]:
    """The questions of the week and how the votes stand."""
    if meeting.opens is not None:
        yield _("Votes and pledges begin in week {week}.").format(week=meeting.opens)
    for ballot in meeting.ballots:
        yield ballot.question
        for option, count in ballot.options:
            yield ngettext("■ {count} vote: {option}", "■ {count} votes: {option}", count).format(
                count=count, option=option
            )
    if meeting.applicants:
        yield _("Asking to join: {teams}.").format(teams=", ".join(meeting.applicants))


def pool(meeting: Meeting) -> Table:
    """What is pledged so far, and what a pack costs together and alone."""
    headings = (_("Together"), _("Packs"), _("Price"), _("Alone"))
    rows = (
        (
            offer.name,
            grouped(offer.packs),
            grouped(offer.price),
            "" if offer.alone is None else grouped(offer.alone),
        )
        for offer in meeting.offers
    )
    return Table(rows, headings if meeting.offers else (), id="pool")


def terms(meeting: Meeting) -> Iterator[str]:
    """The box, the rules, and last week."""
    yield from meeting.facts
    yield from meeting.terms
    if meeting.last:
        yield ""
        yield _("Last week:")
        yield from meeting.last


def more_packs(offer: PooledOffer) -> Iterator[str]:
    """Who has pledged how much, and how many packs are missing to the next price."""
    if offer.pledged:
        told = ", ".join(f"{name} {grouped(packs)}" for name, packs in offer.pledged)
        yield _("Pledged ({pack} a pack): {teams}.").format(pack=offer.pack, teams=told)
    tiers = ", ".join(f"{grouped(least)}: {rupiah(price)}" for least, price in offer.tiers)
    yield _("A pack costs, from so many packs on: {tiers}.").format(tiers=tiers)
    if offer.missing is not None:
        packs, price = offer.missing
        yield ngettext(
            "{count} more pack, and each costs {price}.",
            "{count} more packs, and each costs {price}.",
            packs,
        ).format(count=packs, price=rupiah(price))
