"""The games of this laptop, to choose one."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

from simpasar.classroom.shelf import SavedGame
from simpasar.i18n import _
from simpasar.tui.menu_page import MenuPage
from simpasar.tui.screens.home import told
from simpasar.tui.widgets.menu import Choice, Menu


class SavedScreen(MenuPage[SavedGame | None]):
    """Gives back the game that was chosen, None for none."""

    NAME = "saved"

    def __init__(self, games: tuple[SavedGame, ...]) -> None:
        super().__init__()
        self.games = games

    def body(self) -> ComposeResult:
        choices = [
            Choice(str(number), f"{game.changed:%d/%m %H:%M}  {game.named}", told(game))
            for number, game in enumerate(self.games)
        ]
        with Horizontal(classes="body columns"):
            yield Menu(choices, id="menu", marked="0")
            yield Static(
                choices[0].note if choices else _("There is no game yet."),
                id="note",
                classes="panel",
                markup=False,
            )

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(self.games[int(event.option_id or 0)])

    def action_back(self) -> None:
        """None of them."""
        self.dismiss(None)
