"""The classroom: where the class meets between two turns, and what comes next."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

from simpasar.classroom.room import Room
from simpasar.game.record import RecordError
from simpasar.i18n import _
from simpasar.tui.menu_page import MenuPage
from simpasar.tui.page import TitleBar
from simpasar.tui.widgets.ask import Ask, Tell
from simpasar.tui.widgets.menu import Choice, Menu


class HubScreen(MenuPage[None]):
    """The marked line is always the next step: whoever only presses Enter plays the whole game."""

    NAME = "hub"

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.told: set[str] = set()
        self.debriefed = False
        self.busy = False

    def titles(self) -> tuple[str, str]:
        return f" {self.room.scenario.title.of(self.spoken)}", f"{self.room.how_far} "

    def body(self) -> ComposeResult:
        choices = list(self.choices())
        with Horizontal(classes="body columns"):
            yield Menu(choices, id="menu", marked=self.next_step())
            yield Static(self.status(), id="status", classes="panel", markup=False)

    # -- what there is to do --------------------------------------------------------------

    def next_step(self) -> str:
        """The id of the line that comes next."""
        room = self.room
        if room.waiting:
            return f"turn-{room.waiting[0]}"
        if not room.finished:
            return "market"
        unread = [team for team in room.people if team not in self.told]
        if unread:
            return f"results-{unread[0]}"
        if room.game.sealed or (room.path is None and self.debriefed):
            return "home"
        return "seal" if self.debriefed else "debrief"

    def choices(self) -> Iterator[Choice]:
        """Everything that can be done now."""
        room = self.room
        if room.finished:
            for team in room.people:
                yield Choice(
                    f"results-{team}", _("Results of team {team}").format(team=room.name(team))
                )
        else:
            for team in room.people:
                label = (
                    _("Turn of team {team}")
                    if team in room.waiting
                    else _("Change the sheet of team {team}")
                )
                yield Choice(f"turn-{team}", label.format(team=room.name(team)))
            yield Choice("market", _("Open the market for week {week}").format(week=room.week))
        if room.scenario.cooperative is not None and not room.finished:
            yield Choice("meeting", _("Meeting of the cooperative"))
        if room.lived:
            yield Choice("again", _("Watch last week's market again"))
            yield Choice("board", _("Class board"))
            yield Choice("debrief", _("Debrief: what did we learn?"))
        if room.finished and not room.game.sealed and room.path is not None:
            yield Choice("seal", _("End the game, seal its record"))
        yield Choice("trainer", _("Trainer's desk"))
        yield Choice("home", _("Back to the home screen"))

    def status(self) -> str:
        """Who has handed in, and what was said to all."""
        room = self.room
        lines = []
        for team in room.scenario.teams:
            if team not in room.people:
                mark = "·", _("the computer")
            elif room.finished:
                mark = "■", _("played to the end")
            elif team in room.waiting:
                mark = "□", _("not yet handed in")
            else:
                mark = "■", _("handed in")
            lines.append(f"{mark[0]} {room.name(team)}: {mark[1]}")
        lines += [f"\n{text}" for week, text in room.game.messages if week == room.week]
        lines += ["", self.hint()]
        return "\n".join(lines)

    def hint(self) -> str:
        """What comes next, in a sentence."""
        room = self.room
        if room.waiting:
            return _("Next: team {team}. Enter opens their curtain.").format(
                team=room.name(room.waiting[0])
            )
        if not room.finished:
            return _("All sheets are in. Enter opens the market: everybody look at the screen!")
        if room.game.sealed:
            return _("The record is sealed. Its code: {head}").format(head=room.head)
        return _("The game is over. Look at the results, then talk about them together.")

    def look(self) -> None:
        """Show what has changed."""
        self.query_one(Menu).offer(self.choices(), self.next_step())
        self.query_one("#status", Static).update(self.status())
        self.query_one(TitleBar).told(*self.titles())

    def on_screen_resume(self) -> None:
        if self.is_mounted and self.query(Menu):
            self.look()

    # -- doing it -------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Do what the line says."""
        if self.busy or not self.is_active:
            return  # a key pressed twice is one step
        step, _dash, team = (event.option_id or "").partition("-")
        match step:
            case "turn":
                self.turns(team)
            case "results":
                self.results(team)
            case "market":
                self.open_market()
            case "meeting":
                self.meet()
            case "again":
                self.watch_market()
            case "board":
                self.action_board()
            case "debrief":
                self.debrief()
            case "seal":
                self.app.push_screen(Ask(_seal_question, yes=lambda: _("Seal it")), self.seal)
            case "trainer":
                self.action_trainer()
            case "home":
                self.action_back()

    def turns(self, team: str) -> None:
        """A team's turn, and then the next team's, as long as sheets are handed in."""
        self.step_by_step(self._turns(team))

    def step_by_step(self, steps: Coroutine[None, None, None]) -> None:
        """Several pages one after another; meanwhile no other step begins."""
        self.busy = True
        self._take(steps)

    @work
    async def _take(self, steps: Coroutine[None, None, None]) -> None:
        try:
            await steps
        finally:
            self.busy = False
            self.call_later(self.look)  # what has been read or done moves the mark

    async def _turns(self, team: str) -> None:
        from simpasar.tui.screens.sheet import SheetScreen

        following: str | None = team
        while following is not None:
            if not await self.opened(following):
                return
            if self.room.lived:
                await self.shown(following)
            if not await self.app.push_screen_wait(SheetScreen(self.room, following)):
                return
            following = self.room.waiting[0] if self.room.waiting else None

    def results(self, team: str) -> None:
        """A team's last results."""
        self.step_by_step(self._results(team))

    async def _results(self, team: str) -> None:
        if await self.opened(team):
            await self.shown(team)

    async def opened(self, team: str) -> bool:
        """The curtain, and the team's PIN where it has one."""
        from simpasar.tui.screens.curtain import CurtainScreen
        from simpasar.tui.screens.pin import PinScreen

        if not await self.app.push_screen_wait(CurtainScreen(self.room, team)):
            return False
        pin = self.room.desk.pins.get(team)
        if pin is None:
            return True

        def prompt() -> str:
            return _("PIN of team {team}").format(team=self.room.name(team))

        return await self.app.push_screen_wait(PinScreen(pin, prompt))

    async def shown(self, team: str) -> None:
        """A team's results, read."""
        from simpasar.tui.screens.results import ResultsScreen

        await self.app.push_screen_wait(ResultsScreen(self.room, team))
        self.told.add(team)

    def open_market(self) -> None:
        """Live the week; where sheets are missing, ask first."""
        if not self.room.waiting:
            self.busy = True
            self.live()
            return
        question = Ask(self.missing, yes=lambda: _("Open the market"))
        self.app.push_screen(question, self.open_anyway)

    def missing(self) -> str:
        """Whose sheets are missing, and whether to go on without them."""
        names = ", ".join(self.room.name(team) for team in self.room.waiting)
        return _(
            "Not in yet: {teams}. Open the market all the same? They play last week's sheet again."
        ).format(teams=names)

    def open_anyway(self, yes: bool | None) -> None:
        """The answer to that."""
        if yes:
            self.busy = True
            self.live()

    @work(thread=True)
    def live(self) -> None:
        """The week, in a worker: the screen stays alive."""
        self.call_later(self.say, _("The market is being set up ..."))
        try:
            self.room.live_week()
        except (RecordError, OSError) as error:
            self.call_later(self.stay, str(error))
        else:
            self.call_later(self.watch_week)

    def stay(self, problem: str) -> None:
        """The week could not be written: say why, and try again when people want to."""
        self.busy = False
        self.look()
        self.app.push_screen(Tell(problem))

    def watch_week(self) -> None:
        """The week has been lived."""
        self.busy = False
        self.told.clear()
        self.watch_market()

    def say(self, sentence: str) -> None:
        """A sentence in the status panel."""
        self.query_one("#status", Static).update(sentence)

    def watch_market(self) -> None:
        """The last week's market, as it happened; then the class board."""
        from simpasar.classroom.market import last_market
        from simpasar.tui.screens.market import MarketScreen

        market = last_market(self.room.game)
        if market is not None:
            self.app.push_screen(MarketScreen(market), self.after_market)

    def after_market(self, _seen: bool | None) -> None:
        """The class board, for all to see."""
        self.action_board()

    def meet(self) -> None:
        """The cooperative's meeting."""
        from simpasar.tui.screens.meeting import MeetingScreen

        self.app.push_screen(MeetingScreen(self.room))

    def debrief(self) -> None:
        """What the class learned."""
        from simpasar.tui.screens.debrief import DebriefScreen

        self.debriefed = self.room.finished
        self.app.push_screen(DebriefScreen(self.room))

    def seal(self, yes: bool | None) -> None:
        """Write the last line: the record can be shown to anybody from now on."""
        if not yes:
            return
        try:
            self.room.end()
        except (RecordError, OSError) as error:
            self.app.push_screen(Tell(str(error)))
        self.look()

    def action_board(self) -> None:
        """The class board; before the first week there is nothing on it."""
        if not self.room.lived:
            self.notify(_("The class board begins when the first week is over."))
            return
        from simpasar.tui.screens.board import BoardScreen

        self.app.push_screen(BoardScreen(self.room))

    def action_trainer(self) -> None:
        """The trainer's desk, behind the trainer's PIN where there is one."""
        if not self.busy:
            self.step_by_step(self._trainer())

    async def _trainer(self) -> None:
        from simpasar.tui.screens.pin import PinScreen
        from simpasar.tui.screens.trainer import TrainerScreen

        pin = self.room.desk.trainer
        if pin and not await self.app.push_screen_wait(PinScreen(pin, lambda: _("Trainer's PIN"))):
            return
        await self.app.push_screen_wait(TrainerScreen(self.room))

    def action_back(self) -> None:
        """Home; the game can be gone on with from there."""
        if self.busy:
            return
        self.room.close()
        self.dismiss()


def _seal_question() -> str:
    return _("Seal the record? After that nothing can be taken back any more.")
