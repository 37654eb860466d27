"""The curtain between two teams: nothing is shown until the team says that it is there."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.widgets import Button, Static

from simpasar.classroom.room import Room
from simpasar.i18n import _
from simpasar.tui.page import Page


class CurtainScreen(Page[bool]):
    """Gives back whether the team is there."""

    NAME = "curtain"
    AUTO_FOCUS = "#here"

    def __init__(self, room: Room, team: str) -> None:
        super().__init__()
        self.room, self.team = room, team

    def titles(self) -> tuple[str, str]:
        return f" {self.room.scenario.title.of(self.spoken)}", f"{self.room.how_far} "

    def body(self) -> ComposeResult:
        seat = self.room.scenario.teams[self.team]
        turn = _("It is the turn of team {team}").format(team=self.room.name(self.team))
        said = [text for week, text in self.room.game.messages if week == self.room.week]
        with Middle(classes="body", id="curtain"):
            yield Static(turn, classes="heading", markup=False)
            yield Static(seat.business.of(self.spoken), markup=False)
            yield Static("")
            yield Static(_("The other teams look away for a moment, please."), markup=False)
            yield Static("")
            with Center():
                yield Button(_("We are here"), id="here")
            yield Static("")
            yield Static("\n".join(said), classes="quiet", markup=False)

    @on(Button.Pressed, "#here")
    def action_open(self) -> None:
        """The team is there."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Not now."""
        self.dismiss(False)
