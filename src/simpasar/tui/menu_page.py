"""A page whose heart is a menu: the marked line is explained beside it, and Enter takes it."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList, Static

from simpasar.tui.page import Page, Result
from simpasar.tui.widgets.menu import Menu


class MenuPage(Page[Result]):
    """A page with one `Menu`; where it has a text `#note`, that tells the marked line's note."""

    @on(OptionList.OptionHighlighted)
    def tell_note(self, event: OptionList.OptionHighlighted) -> None:
        """What the marked line is about."""
        choice = self.query_one(Menu).choices.get(event.option_id or "")
        if choice is not None:
            for note in self.query("#note").results(Static):
                note.update(choice.note)

    def action_choose(self) -> None:
        """Take the line that is marked."""
        self.query_one(Menu).action_select()
