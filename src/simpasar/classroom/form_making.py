"""How one field of a form is made: what is filled in, what stood there last week, its unit."""

from __future__ import annotations

from typing import Any

from simpasar.classroom.fields import NO, YES, Choice, Field, Kind, shown, text_of
from simpasar.classroom.filling import UNDECIDED, found, plain
from simpasar.classroom.names import unit_name
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.view import TeamView
from simpasar.i18n import _

_ONCE = (
    "forecast", "reason", "buy_equipment", "programmes", "contracts", "borrow", "settle",
    "cooperative.deposit", "cooperative.withdraw", "cooperative.votes", "cooperative.admit",
)  # fmt: skip
"""Fields of what is said or done anew each week: last week's says nothing about it."""


class Maker:
    """Makes the fields of one team's form."""

    def __init__(self, view: TeamView) -> None:
        self.view, self.scenario, self.seat = view, view.scenario, view.seat
        self._standing = plain(DecisionSheet(decisions=view.sheet.decisions.standing()))
        self._before = plain(view.sheet)

    def field(self, path: str, kind: Kind, label: str, about: str, **more: Any) -> Field:
        """A field with its value filled in and, from the second week on, last week's."""
        bare = Field(path, kind, label, about, value="", **more)
        value = found(self._standing, path, kind)
        last = ""
        if self.view.history and not path.startswith(_ONCE):
            last = shown(bare, found(self._before, path, kind))
        return Field(path, kind, label, about, value=text_of(bare, value), last=last, **more)

    def yes_no(self, path: str, label: str, about: str, **more: Any) -> Field:
        """A field for yes or no."""
        choices = (Choice(NO, _("no")), Choice(YES, _("yes")))
        return self.field(path, "yes_no", label, about, choices=choices, **more)

    def answer(self, path: str, label: str, about: str, choices: tuple[Choice, ...]) -> Field:
        """A field for one of several, or for none yet."""
        undecided = Choice(UNDECIDED, _("not yet decided"))
        return self.field(path, "choice", label, about, choices=(undecided, *choices))

    def unit(self, ingredient: str) -> str:
        """What an ingredient is counted in, as people read it."""
        return unit_name(self.scenario.ingredients[ingredient].unit)


def money_step(usual: int, smallest: int) -> int:
    """What one press changes a price of about `usual`: some fiftieth of it, in handy amounts that
    are whole `smallest` steps."""
    for many in (1, 2, 5, 10, 20, 50, 100):
        if smallest * many * 50 >= usual:
            return smallest * many
    return smallest * 100
