"""The sheet of a recorded week as a form, to be changed as people fill it in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simpasar.classroom.fields import Entries, Field, Form, echo, written_out
from simpasar.classroom.filling import entries_of
from simpasar.classroom.form import form_of
from simpasar.classroom.lookback import ASKED
from simpasar.game.play import Game
from simpasar.review.changes import Change
from simpasar.review.whatif import WhatIf, asked, seen, what_if


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A team's decisions for a week (from 1) of a recorded game, open to be changed.

    Nothing in it is a text: it may be shown in one language after another.
    """

    game: Game
    week: int
    team: str

    def form(self) -> Form:
        """The team's form for that week, filled in with what was played; what a sheet only says,
        its forecast and its reason, is no part of it. `last` is what was played, too.

        Raises:
            ChangeRefused: no such week or team.
        """
        form = form_of(seen(self.game, self.week, self.team))
        entries = entries_of(form, self.game.played[self.week - 1][self.team])
        groups = (
            replace(
                group, fields=tuple(_played(it, entries) for it in group.fields if _decides(it))
            )
            for group in form.groups
        )
        return Form(tuple(group for group in groups if group.fields), form.standing)

    def changes(self, entries: Entries) -> tuple[Change, ...]:
        """What `entries` decide otherwise than was played, in words.

        Raises:
            ChangeRefused: that cannot be done.
        """
        return asked(self.game, self.week, self.team, self._wishes(entries))[1]

    def lived(self, entries: Entries) -> WhatIf:
        """What would have come of it; takes a moment, for a worker.

        Raises:
            ChangeRefused: that cannot be done.
        """
        return what_if(self.game, self.week, self.team, self._wishes(entries))

    def _wishes(self, entries: Entries) -> list[str]:
        texts = [(it, entries.get(it.path, it.value)) for it in self.form().fields if not it.closed]
        return [f"{it.path}={text}" for it, text in texts if written_out(it, text) != it.value]


def _decides(field: Field) -> bool:
    return field.path.split(".")[0] not in ASKED


def _played(field: Field, entries: Entries) -> Field:
    text = entries[field.path]
    return replace(field, value=text, last=echo(field, text))
