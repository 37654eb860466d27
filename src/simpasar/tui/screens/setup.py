"""A new game: which scenario, who plays each business, what the teams are called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, HorizontalGroup, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static

from simpasar.classroom.shelf import fresh_path
from simpasar.i18n import _, ngettext
from simpasar.tui.menu_page import MenuPage
from simpasar.tui.page import Page
from simpasar.tui.widgets.menu import Choice, Menu

if TYPE_CHECKING:
    from simpasar.classroom.room import Room
    from simpasar.scenario.model import Scenario


class ScenarioScreen(MenuPage[None]):
    """The scenarios that ship, and what each is about. `practice`: for one week only."""

    NAME = "scenarios"

    def __init__(self, folder: Path, practice: bool) -> None:
        super().__init__()
        self.folder, self.practice = folder, practice
        self.scenarios: dict[str, Scenario] = {}

    def body(self) -> ComposeResult:
        with Horizontal(classes="body columns"):
            yield Menu(self.choices(), id="menu")
            with VerticalScroll(classes="panel", can_focus=False):
                yield Static("", id="note", markup=False)

    def choices(self) -> list[Choice]:
        """The easiest first: the fewest weeks, then the fewest decisions."""
        inviting = sorted(
            self.scenarios.values(), key=lambda s: (s.weeks, len(s.rules.unlocked), s.name)
        )
        return [
            Choice(scenario.name, scenario.title.of(self.spoken), about(scenario, self.spoken))
            for scenario in inviting
        ]

    def on_mount(self) -> None:
        self.read()

    @work(thread=True)
    def read(self) -> None:
        """Read what ships: a moment, for the engine may have to be fetched first."""
        from simpasar.scenario.library import find, shipped
        from simpasar.scenario.loader import load

        scenarios = {name: load(find(name)) for name in shipped()}
        self.call_later(self.show, scenarios)

    def show(self, scenarios: dict[str, Scenario]) -> None:
        """Offer them."""
        if self.is_attached:  # people may have gone back meanwhile
            self.scenarios = scenarios
            self.query_one(Menu).offer(self.choices())

    async def retell(self) -> None:
        """Compose anew in the other language; the same scenario is marked."""
        marked = self.query_one(Menu).marked
        await super().retell()
        self.query_one(Menu).offer(self.choices(), marked.id if marked else None)

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """This one: on to the teams, or straight into the practice week."""
        if not self.is_active:
            return  # a key pressed twice is one step
        scenario = self.scenarios[event.option_id or ""]
        if self.practice:
            self.practise(scenario)
        else:
            self.app.switch_screen(SetupScreen(self.folder, scenario))

    def practise(self, scenario: Scenario) -> None:
        """One week in the first seat, against the computer."""
        from simpasar.classroom.room import Plan, Room
        from simpasar.tui.screens.hub import HubScreen

        first, *others = scenario.teams
        bots = {first: None, **{team: scenario.teams[team].bot for team in others}}
        self.app.switch_screen(HubScreen(Room.practise(Plan(scenario, bots, {}, weeks=1))))


def about(scenario: Scenario, language: str) -> str:
    """A scenario in a paragraph: size, description, what it teaches."""
    weeks = ngettext("{count} week", "{count} weeks", scenario.weeks).format(count=scenario.weeks)
    seats = len(scenario.teams)
    teams = ngettext("{count} business", "{count} businesses", seats).format(count=seats)
    lines = [f"{weeks}, {teams}", "", scenario.description.of(language)]
    if scenario.teaches:
        lines += ["", _("What it teaches:")]
        lines += [f"- {lesson.of(language)}" for lesson in scenario.teaches]
    return "\n".join(lines)


# -- the teams ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Form:
    """What has been filled in: by seat, who plays (people or not), name and PIN."""

    people: dict[str, bool]
    names: dict[str, str] = field(default_factory=dict)
    pins: dict[str, str] = field(default_factory=dict)
    trainer: str = ""


class SetupScreen(Page[None]):
    """Forms the teams of a class that will play `scenario`."""

    NAME = "setup"
    AUTO_FOCUS = "Input"

    def __init__(self, folder: Path, scenario: Scenario) -> None:
        super().__init__()
        self.folder = folder
        self.scenario = scenario
        self.begun = False
        self.form = Form({team: number < 4 for number, team in enumerate(self.scenario.teams)})

    def titles(self) -> tuple[str, str]:
        return f" {_('A new class')}: {self.scenario.title.of(self.spoken)}", ""

    def body(self) -> ComposeResult:
        with Vertical(classes="body"):
            with HorizontalGroup(id="count-row"):
                yield Static(_("Teams of people"), classes="label", markup=False)
                yield Button(Content("[-]"), id="fewer")
                yield Static(str(self.count), id="count", markup=False)
                yield Button(Content("[+]"), id="more")
                yield Static(
                    _("The computer plays the other businesses."), classes="quiet", markup=False
                )
            with VerticalScroll(id="seats", can_focus=False):
                with HorizontalGroup(classes="seat"):
                    yield Static(_("Business"), classes="business heading", markup=False)
                    yield Static(_("Played by"), classes="who heading", markup=False)
                    yield Static(_("Name of the team"), classes="name heading", markup=False)
                    yield Static(_("PIN (optional)"), classes="pin heading", markup=False)
                for team in self.scenario.teams:
                    yield from self.seat(team)
            with HorizontalGroup(id="trainer-row"):
                yield Static(_("Trainer's PIN"), classes="label", markup=False)
                yield Input(
                    self.form.trainer, id="trainer", password=True, restrict=r"[0-9]*", max_length=6
                )
                yield Static(
                    _("4 to 6 digits; empty: the desk is open to all."),
                    classes="quiet",
                    markup=False,
                )
            with HorizontalGroup(classes="buttons"):
                yield Button(_("Begin the game"), id="start")
            yield Static("", id="problem", classes="bad", markup=False)

    def seat(self, team: str) -> ComposeResult:
        """One business: who plays it, under what name."""
        seat, people = self.scenario.teams[team], self.form.people[team]
        with HorizontalGroup(classes="seat"):
            yield Static(seat.business.of(self.spoken), classes="business", markup=False)
            yield Button(_("People") if people else _("Computer"), id=f"who-{team}", classes="who")
            yield Input(
                self.form.names.get(team, ""),
                id=f"name-{team}",
                classes="name",
                placeholder=seat.name.of(self.spoken),
                max_length=24,
                disabled=not people,
            )
            yield Input(
                self.form.pins.get(team, ""),
                id=f"pin-{team}",
                classes="pin",
                password=True,
                restrict=r"[0-9]*",
                max_length=6,
                disabled=not people,
            )

    @property
    def count(self) -> int:
        """Teams of people."""
        return sum(self.form.people.values())

    @on(Input.Changed)
    def filled_in(self, event: Input.Changed) -> None:
        """Keep what is typed."""
        kind, _dash, team = (event.input.id or "").partition("-")
        match kind:
            case "name":
                self.form = replace(self.form, names={**self.form.names, team: event.value})
            case "pin":
                self.form = replace(self.form, pins={**self.form.pins, team: event.value})
            case "trainer":
                self.form = replace(self.form, trainer=event.value)

    @on(Input.Submitted)
    def next_field(self) -> None:
        """Enter goes on to the next field."""
        self.focus_next()

    @on(Button.Pressed, ".who")
    def change_player(self, event: Button.Pressed) -> None:
        """People or the computer."""
        team = (event.button.id or "").removeprefix("who-")
        self.play(team, not self.form.people[team])

    @on(Button.Pressed, "#fewer")
    def fewer(self) -> None:
        """The last team of people becomes the computer's."""
        people = [team for team, yes in self.form.people.items() if yes]
        if len(people) > 1:
            self.play(people[-1], False)

    @on(Button.Pressed, "#more")
    def more(self) -> None:
        """The first business of the computer becomes a team's."""
        computers = [team for team, yes in self.form.people.items() if not yes]
        if computers:
            self.play(computers[0], True)

    def play(self, team: str, people: bool) -> None:
        """Who plays a business."""
        self.form = replace(self.form, people={**self.form.people, team: people})
        self.query_one(f"#who-{team}", Button).label = _("People") if people else _("Computer")
        for part in ("name", "pin"):
            self.query_one(f"#{part}-{team}", Input).disabled = not people
        self.query_one("#count", Static).update(str(self.count))

    @on(Button.Pressed, "#start")
    def action_start(self) -> None:
        """Begin, unless something is still missing."""
        if self.begun:
            return  # a key pressed twice is one step
        problem = self.problem()
        self.query_one("#problem", Static).update(problem)
        if not problem:
            self.begin()

    def problem(self) -> str:
        """What keeps the game from beginning, in a sentence; "" where nothing does."""
        if not self.count:
            return _("At least one business must be played by people.")
        people = [team for team, yes in self.form.people.items() if yes]
        names = [self.named(team).casefold() for team in self.scenario.teams]
        if len(set(names)) < len(names):
            return _("Two teams have the same name: give each its own.")
        for team in people:
            if 0 < len(self.form.pins.get(team, "")) < 4:
                return _("{team}: a PIN has 4 to 6 digits, or none at all.").format(
                    team=self.named(team)
                )
        if 0 < len(self.form.trainer) < 4:
            return _("The trainer's PIN has 4 to 6 digits, or none at all.")
        return ""

    def named(self, team: str) -> str:
        """What a team will be called."""
        given = self.form.names.get(team, "").strip() if self.form.people[team] else ""
        return given or self.scenario.teams[team].name.of(self.spoken)

    def begin(self) -> None:
        """Open the record, and meet in the classroom."""
        from simpasar.game.record import RecordError
        from simpasar.tui.screens.hub import HubScreen

        try:
            room = self.room()
        except (RecordError, OSError):
            problem = _(
                "No game can be kept in {folder}. Is there room, and may one write there? The"
                " variable SIMPASAR_DATA names another folder."
            ).format(folder=self.folder)
            self.query_one("#problem", Static).update(problem)
            return
        self.begun = True
        self.app.switch_screen(HubScreen(room))

    def room(self) -> Room:
        """The class as it was filled in, its record begun."""
        from simpasar.classroom.desk import Desk
        from simpasar.classroom.pins import hashed
        from simpasar.classroom.room import Plan, Room

        form = self.form
        bots = {
            team: None if form.people[team] else seat.bot
            for team, seat in self.scenario.teams.items()
        }
        names = {team: name for team, name in form.names.items() if form.people[team]}
        pins = {team: hashed(pin) for team, pin in form.pins.items() if pin and form.people[team]}
        desk = Desk(pins=pins, trainer=hashed(form.trainer) if form.trainer else "")
        path = fresh_path(self.folder, self.scenario.name, date.today())
        return Room.begin(Plan(self.scenario, bots, names), path, desk)
