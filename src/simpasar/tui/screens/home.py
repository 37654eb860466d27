"""The home screen: go on, begin, practise, look back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from simpasar.classroom.shelf import SavedGame, saved_games
from simpasar.i18n import _
from simpasar.tui.menu_page import MenuPage
from simpasar.tui.widgets.ask import Tell
from simpasar.tui.widgets.menu import Choice, Menu

if TYPE_CHECKING:
    from simpasar.classroom.room import Room


class HomeScreen(MenuPage[None]):
    """`folder`: where the games of this laptop are kept."""

    NAME = "home"

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.games: tuple[SavedGame, ...] = saved_games(folder)
        self.busy = False

    def titles(self) -> tuple[str, str]:
        return " simpasar", _("simulated market ")

    def body(self) -> ComposeResult:
        choices = self.choices()
        with Vertical(classes="body"):
            yield Static(_("Welcome! What shall we do today?"), classes="heading", id="welcome")
            with Horizontal(classes="columns"):
                yield Menu(choices, id="menu", marked=choices[0].id)
                yield Static(choices[0].note, id="note", classes="panel", markup=False)

    def choices(self) -> list[Choice]:
        """What one can do from here; going on with the newest game comes first."""
        unfinished = [game for game in self.games if not game.finished]
        choices = []
        if unfinished:
            choices.append(Choice("latest", _("Go on with the class"), told(unfinished[0])))
        choices += [
            Choice("new", _("New game"), _("Choose a scenario, form the teams, and begin.")),
            Choice(
                "practice",
                _("Practice week"),
                _("One week to get to know the keys. Nothing is kept, nobody is watching."),
            ),
            Choice(
                "saved",
                _("All games on this laptop"),
                _("{count} games are kept here.").format(count=len(self.games)),
                disabled=not self.games,
            ),
            Choice(
                "replay",
                _("Look back at a game"),
                _("Step through a game week by week: every decision, every market day."),
                disabled=not self.games,
            ),
            Choice(
                "language",
                _("Bahasa Indonesia"),
                _("Everything on the screen changes its language."),
            ),
            Choice("leave", _("Quit"), _("Every game is safe: it can be gone on with.")),
        ]
        return choices

    def on_screen_resume(self) -> None:
        """A game may have been played since."""
        games = saved_games(self.folder)
        if games != self.games:
            self.games = games
            choices = self.choices()
            self.query_one(Menu).offer(choices, choices[0].id)

    @on(OptionList.OptionSelected)
    async def take(self, event: OptionList.OptionSelected) -> None:
        """Do it."""
        if self.busy or not self.is_active:
            return  # a key pressed twice is one step
        match event.option_id:
            case "latest":
                self.go_on(next(game.path for game in self.games if not game.finished))
            case "new" | "practice":
                from simpasar.tui.screens.setup import ScenarioScreen

                self.app.push_screen(ScenarioScreen(self.folder, event.option_id == "practice"))
            case "saved" | "replay":
                from simpasar.tui.screens.saved import SavedScreen

                then = self.look_back if event.option_id == "replay" else self.open
                self.app.push_screen(SavedScreen(self.games), then)
            case "language":
                await self.action_language()
            case "leave":
                await self.action_leave()

    def action_back(self) -> None:
        """There is nothing behind the home screen."""

    def open(self, game: SavedGame | None) -> None:
        """Go on with a game from the shelf; one that is finished can be looked back at."""
        if game is not None and game.finished:
            self.look_back(game)
        elif game is not None:
            self.go_on(game.path)

    def look_back(self, game: SavedGame | None) -> None:
        """Step through a game from the shelf."""
        if game is not None:
            from simpasar.tui.screens.replay import ReplayScreen

            self.app.push_screen(ReplayScreen(game.path))

    def go_on(self, path: Path) -> None:
        """Live through a game's weeks again, and meet where it stopped."""
        self.busy = True
        self.query_one("#note", Static).update(_("One moment, the game is being opened ..."))
        self._go_on(path)

    @work(thread=True)
    def _go_on(self, path: Path) -> None:
        from simpasar.classroom.room import Room
        from simpasar.game.record import RecordError
        from simpasar.game.replay import RecordDiffersError

        try:
            room = Room.go_on(path)
        except (RecordError, RecordDiffersError) as error:
            self.call_later(self.stay, str(error))
        else:
            self.call_later(self.meet, room)

    def stay(self, problem: str) -> None:
        """The game cannot be opened: say why."""
        self.busy = False
        self.app.push_screen(Tell(problem))

    def meet(self, room: Room) -> None:
        """Enter the classroom."""
        self.busy = False
        from simpasar.tui.screens.hub import HubScreen

        self.app.push_screen(HubScreen(room))


def told(game: SavedGame) -> str:
    """A game in two lines: what, how far, who."""
    if game.finished:
        far = _("finished after {weeks} weeks").format(weeks=game.lived)
    else:
        far = _("week {week} of {weeks}").format(week=game.lived + 1, weeks=game.weeks)
    when = game.changed.strftime("%d/%m/%Y %H:%M")
    return f"{game.named}\n{far}\n{', '.join(game.teams)}\n{when}"
