"""A list of choices, one of them marked: by ↑ ↓ and Enter, or by the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu. `note`: a sentence shown beside it while it is marked."""

    id: str
    label: str
    note: str = ""
    disabled: bool = False


class Menu(OptionList):
    """Posts `OptionList.OptionSelected` and `OptionHighlighted`, with the choice's id."""

    def __init__(self, choices: Iterable[Choice], *, id: str, marked: str | None = None) -> None:
        self.choices = {choice.id: choice for choice in choices}
        super().__init__(*self._offered(), id=id, markup=False)
        if marked in self.choices:
            self.highlighted = list(self.choices).index(marked)

    def _offered(self) -> list[Option]:
        return [
            Option(Content(choice.label), id=choice.id, disabled=choice.disabled)
            for choice in self.choices.values()
        ]

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """As the style sheet says. Textual 8.2.8 forgets `reverse`, which is the mark where there
        is no colour."""
        style = super().get_visual_style(*component_classes, partial=partial)
        marks = (self.get_component_styles(name).text_style.reverse for name in component_classes)
        return style + Style(reverse=True) if any(marks) else style

    @property
    def marked(self) -> Choice | None:
        """The choice that is marked now."""
        if self.highlighted is None:
            return None
        return list(self.choices.values())[self.highlighted]

    def offer(self, choices: Iterable[Choice], marked: str | None = None) -> None:
        """Offer other choices, with one of them marked."""
        self.choices = {choice.id: choice for choice in choices}
        self.clear_options()
        self.add_options(self._offered())
        if self.choices:
            names = list(self.choices)
            self.highlighted = names.index(marked) if marked in names else 0
