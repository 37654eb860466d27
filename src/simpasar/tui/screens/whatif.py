"""What if: a recorded sheet, to be decided otherwise, and what would have come of it."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button
from textual.worker import get_current_worker

from simpasar.classroom.fields import Entries, Field, Form, written_out
from simpasar.classroom.filling import read
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.i18n import _, language
from simpasar.review.changes import ChangeRefused
from simpasar.review.whatif import WhatIf
from simpasar.review.whatif_sheet import Otherwise
from simpasar.review.whatif_told import ABOUT, changes_told, team_columns, week_rows
from simpasar.tui.form_page import FormPage
from simpasar.tui.page import Page, TitleBar
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.tabs import Tabs
from simpasar.tui.widgets.words import SQUARE, Sentences

REFUSED = "! "


def _title(otherwise: Otherwise) -> str:
    name = otherwise.game.setup.scenario.teams[otherwise.team].name.of(language())
    return _("{team}, week {week}: what if?").format(team=name, week=otherwise.week)


class WhatIfScreen(FormPage[None]):
    """The sheet that `team` played in `week` (from 1) of `game`; what is typed for one team is
    kept while people look at another."""

    NAME = "whatif"
    BUTTON = "calculate"

    def __init__(self, game: Game, week: int, team: str) -> None:
        self.otherwise = Otherwise(game, week, team)
        form = self.otherwise.form()
        super().__init__(form, _played(form))
        self.typed = {team: self.entries}
        self.living = False

    @property
    def teams(self) -> list[str]:
        """All teams, in the order of the seats."""
        return list(self.otherwise.game.setup.scenario.teams)

    # -- what is shown --------------------------------------------------------------------

    def titles(self) -> tuple[str, str]:
        return f" {_title(self.otherwise)}", ""

    def body(self) -> ComposeResult:
        self.form = self.otherwise.form()
        scenario = self.otherwise.game.setup.scenario
        if len(self.teams) > 1:
            names = [scenario.teams[team].name.of(language()) for team in self.teams]
            at = self.teams.index(self.otherwise.team)
            yield Tabs(names, at, action="team", id="teams")
        yield self.groups_row()
        with Horizontal(classes="columns", id="desk"):
            yield from self.fields_column()
            with Vertical(id="asked", classes="panel") as panel:
                panel.border_title = _("Decided otherwise")
                with VerticalScroll(can_focus=False):
                    yield Sentences((), mark=SQUARE, id="changes")
                    yield Sentences((), mark=REFUSED, id="refusal")
                    yield Sentences((), id="hint")
                yield Button(_("Calculate"), id=self.BUTTON)

    def remembered(self, field: Field) -> str:
        same = written_out(field, self.entries[field.path]) == field.value
        return "" if same or not field.last else _("played {value}").format(value=field.last)

    def reckon(self) -> None:
        result = read(self.form, self.entries)
        self.mark(() if isinstance(result, DecisionSheet) else result)
        self.describe()
        self.tell()

    def tell(self) -> None:
        """What is changed so far, or why it cannot be."""
        changed: list[str] = []
        refused: list[str] = []
        try:
            changed = list(changes_told(self.otherwise.changes(self.entries)))
        except ChangeRefused as refusal:
            refused = [str(refusal)]
        hint = [] if changed or refused else [self.nothing()]
        if self.living:
            hint = [self.waiting()]
        for where, told in (("#changes", changed), ("#refusal", refused), ("#hint", hint)):
            for place in self.query(where).results(Sentences):
                place.say(told)
                place.display = bool(told)

    def nothing(self) -> str:
        return _(
            "Nothing is changed yet. Put another price or any other decision in a field, then"
            " calculate: this week and those after it are lived again, with the same chance."
        )

    def waiting(self) -> str:
        first, last = self.otherwise.week, len(self.otherwise.game.lived)
        if first == last:
            return _("Living through week {week} again ...").format(week=first)
        return _("Living through weeks {first} to {last} again ...").format(first=first, last=last)

    # -- from team to team ----------------------------------------------------------------

    async def action_next_team(self) -> None:
        """The sheet of the next team."""
        await self.action_team(self.teams.index(self.otherwise.team) + 1)

    async def action_team(self, number: int) -> None:
        """The sheet of another team, in the same group where it has it."""
        team = self.teams[int(number) % len(self.teams)]
        if team == self.otherwise.team:
            return
        for field in self.group.fields:
            self.entries[field.path] = written_out(field, self.entries[field.path])
        group = self.group.id
        self.otherwise = Otherwise(self.otherwise.game, self.otherwise.week, team)
        self.form = self.otherwise.form()
        self.entries = self.typed.setdefault(team, _played(self.form))
        groups = [each.id for each in self.form.groups]
        self.at = groups.index(group) if group in groups else 0
        self.query_one("#teams", Tabs).open(self.teams.index(team))
        self.query_one(TitleBar).told(*self.titles())
        await self.show_form()

    # -- living it again ------------------------------------------------------------------

    @on(Button.Pressed, "#calculate")
    def action_calculate(self) -> None:
        """Live the week and the rest of the game again."""
        if self.living:
            return  # a key pressed twice is one step
        try:
            changes = self.otherwise.changes(self.entries)
        except ChangeRefused as refusal:
            self.notify(str(refusal), severity="warning")
            return
        if not changes:
            self.notify(self.nothing())
            return
        self.living = True
        self.tell()
        self.live(self.otherwise, dict(self.entries))

    @work(thread=True, exclusive=True)
    def live(self, otherwise: Otherwise, entries: Entries) -> None:
        """Takes a moment."""
        found = otherwise.lived(entries)
        if not get_current_worker().is_cancelled:
            self.call_later(self.lived, otherwise, entries, found)

    def lived(self, otherwise: Otherwise, entries: Entries, found: WhatIf) -> None:
        """It has been lived: show what came of it."""
        self.living = False
        self.tell()
        self.app.push_screen(WhatIfResultScreen(otherwise, entries, found))


def _played(form: Form) -> dict[str, str]:
    return {field.path: field.value for field in form.fields}


class WhatIfResultScreen(Page[None]):
    """What `entries` would have brought: that week and at the end, the team and the others."""

    NAME = "whatif_result"
    AUTO_FOCUS = "#page"

    def __init__(self, otherwise: Otherwise, entries: Entries, found: WhatIf) -> None:
        super().__init__()
        self.otherwise, self.entries, self.found = otherwise, entries, found

    def titles(self) -> tuple[str, str]:
        return f" {_title(self.otherwise)}", ""

    def body(self) -> ComposeResult:
        found = self.found
        scenario = self.otherwise.game.setup.scenario
        columns = team_columns(scenario, found)
        _team, *headings = columns
        name = scenario.teams[found.team].name.of(language())
        with VerticalScroll(id="page", classes="page"):
            changes = self.otherwise.changes(self.entries)
            yield Sentences(changes_told(changes), SQUARE, id="changes")
            yield Table(week_rows(found), (name, *headings[:3]), id="week-told")
            own = {list(found.recorded).index(found.team)}
            rows = zip(*columns.values(), strict=True)
            yield Table(rows, tuple(columns), strong=own, id="all-teams")
            yield Sentences([_(ABOUT)], id="meaning")
