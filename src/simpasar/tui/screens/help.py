"""Help: what a page is for, and every key of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simpasar.i18n import _
from simpasar.tui.actions import PAGES, actions_of
from simpasar.tui.page import Page


class HelpScreen(Page[None]):
    """`about`: the NAME of the page that is explained."""

    NAME = "help"

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def titles(self) -> tuple[str, str]:
        return f" {_('Help')}: {_(PAGES[self.about].title)}", ""

    def body(self) -> ComposeResult:
        page = PAGES[self.about]
        with VerticalScroll(classes="body", id="help"):
            yield Static(_(page.about), classes="sentence", markup=False)
            yield Static("")
            yield Static(_("Keys on this page (they can be clicked, too)"), classes="heading")
            for action in actions_of(self.about):
                yield Static(
                    Content.from_markup(
                        "[b]$key[/b] $sentence",
                        key=f"{action.key(page.typing):<8}",
                        sentence=_(action.sentence),
                    )
                )
            if page.typing:
                yield Static("")
                yield Static(
                    _("While you type, letters are text: use F1 for help and F2 for words."),
                    classes="quiet",
                    markup=False,
                )

    def on_mount(self) -> None:
        self.query_one("#help").focus()

    def action_help(self) -> None:
        """It is open already."""
        self.dismiss()
