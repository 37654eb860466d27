"""The glossary: type a few letters, and read what a word of the trade means."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, HorizontalGroup, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from simpasar.classroom.glossary import find, words
from simpasar.i18n import _, ngettext
from simpasar.tui.page import Page
from simpasar.tui.widgets.menu import Choice, Menu

LONGEST = 40
"""Letters that a filter may have."""


class GlossaryScreen(Page[None]):
    """`about`: the word that is marked at first, in either language; None for the first one.

    The filter keeps the focus: letters go there, and the arrows move the mark in the list.
    """

    NAME = "glossary"
    AUTO_FOCUS = "#filter"

    def __init__(self, about: str | None = None) -> None:
        super().__init__()
        self.filter = ""
        asked = find(about) if about else ()
        self.marked = (asked or words())[0].term

    def body(self) -> ComposeResult:
        with Vertical(classes="body"):
            with HorizontalGroup(id="filter-row"):
                yield Static(_("Find"), classes="label", markup=False)
                yield Input(
                    self.filter,
                    id="filter",
                    placeholder=_("type a few letters"),
                    max_length=LONGEST,
                    select_on_focus=False,
                )
                yield Static(self.counted(), id="counted", classes="quiet", markup=False)
            with Horizontal(classes="columns"):
                yield WordList(self.choices(), id="words", marked=self.marked)
                with VerticalScroll(classes="panel", can_focus=False):
                    yield Static(self.told(), id="meaning")

    def choices(self) -> list[Choice]:
        """The words that the filter leaves."""
        return [Choice(word.term, _(word.term), _(word.meaning)) for word in find(self.filter)]

    def counted(self) -> str:
        """How many that are."""
        count = len(find(self.filter))
        return ngettext("{count} word", "{count} words", count).format(count=count)

    def told(self) -> Content:
        """The marked word and its meaning."""
        for choice in self.choices():
            if choice.id == self.marked:
                return Content.from_markup(
                    "[b]$term[/b]\n\n$meaning", term=choice.label, meaning=choice.note
                )
        return Content(_("No word has these letters. Try fewer."))

    @on(Input.Changed)
    def sift(self, event: Input.Changed) -> None:
        """Leave the words with these letters, the best one marked."""
        if event.value == self.filter:
            return
        self.filter = event.value
        choices = self.choices()
        kept = choices[0].id if self.filter and choices else self.marked
        self.query_one(WordList).offer(choices, kept)
        self.query_one("#counted", Static).update(self.counted())
        self.mark(kept)

    @on(OptionList.OptionHighlighted)
    def read(self, event: OptionList.OptionHighlighted) -> None:
        """Show the meaning of the marked word."""
        self.mark(event.option_id or self.marked)

    def mark(self, term: str) -> None:
        """Show the meaning of this word."""
        self.marked = term
        self.query_one("#meaning", Static).update(self.told())

    def action_next(self) -> None:
        """The word below."""
        self.query_one(WordList).action_cursor_down()

    def action_previous(self) -> None:
        """The word above."""
        self.query_one(WordList).action_cursor_up()

    def action_glossary(self) -> None:
        """It is open already: show all words again."""
        self.query_one("#filter", Input).clear()


class WordList(Menu, can_focus=False):
    """The words: the keys stay with the filter."""
