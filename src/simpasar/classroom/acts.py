"""What a trainer can do: what each act is called, what it does, what it asks for, and when.

Acts are made anew for each language and each change of the game; nothing in them outlives that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simpasar.classroom.fields import Choice, Field
from simpasar.classroom.room import Room
from simpasar.game.bots import BOT_NAMES
from simpasar.game.interventions import MOST_LETTERS, MOST_WEEKS
from simpasar.i18n import N_, _, language

_BOTS = {
    "par": N_("steady player"),
    "hati-hati": N_("cautious: makes little"),
    "banting-harga": N_("price cutter"),
    "mutu": N_("quality first"),
    "ikut-pasar": N_("follows the others"),
    "stok-penuh": N_("always makes too much"),
    "diam": N_("changes nothing"),
    "koperasi": N_("good member of the cooperative"),
    "penumpang": N_("free rider"),
    "utang": N_("lives on loans"),
    "acak": N_("tries anything"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something the trainer can do. `about`: what it does, in a sentence or two; `fields`: what it
    asks for, `words`: ready answers for the field of that path. `sure`: a question that is asked
    once more, "" where that is not needed. `closed`: why it cannot be done now, "" where it can.
    `recorded`: whether it will be written in the record.
    """

    id: str
    title: str
    about: str
    button: str
    fields: tuple[Field, ...] = ()
    words: tuple[str, ...] = ()
    sure: str = ""
    closed: str = ""
    recorded: bool = True


def acts(room: Room) -> tuple[Act, ...]:
    """Everything that can be done at the desk, in the order of the menu."""
    begun = _("The market of this week has begun: open it first, then come back.")
    over = _("The game is over. Make it longer first.")
    sealed = _("The record is sealed: nothing can be changed any more.")
    between = sealed if room.game.sealed else begun if room.game.news_written else ""
    coming = between or (over if room.finished else "")
    return (
        _say(between),
        _rescue(room, coming),
        _undo(room, between),
        _bot(room, coming),
        _back(room, coming),
        _late(room, coming),
        _weeks(room, between),
        _end(room, between),
        _seal(room, between),
        _league(room),
        _pin(room),
    )


def _say(closed: str) -> Act:
    text = _text("text", _("Message"), _("One line that all teams will read this week."))
    words = _("Five minutes left."), _("Please hand in now."), _("Everybody look up, please.")
    return Act(
        "say",
        _("Message to all teams"),
        _("All teams see it in the classroom until the week is over."),
        _("Say it"),
        (text,),
        words,
        closed=closed,
    )


def _rescue(room: Room, closed: str) -> Act:
    amount = Field(
        "amount",
        "rupiah",
        _("Amount"),
        _("How much you give the team."),
        "100.000",
        step=50_000,
        most=1_000_000_000,
    )
    return Act(
        "rescue",
        _("Help a team with money"),
        _(
            "The money is in the team's till at once. It does not count as gained: nobody wins by"
            " being helped."
        ),
        _("Give it"),
        (_team(room, list(room.scenario.teams)), amount, _reason()),
        (_("Bad luck"), _("Typing mistake"), _("So that they can go on")),
        closed=closed,
    )


def _undo(room: Room, closed: str) -> Act:
    nothing = "" if room.lived else _("No week has been played yet.")
    return Act(
        "undo",
        _("Take back the last week"),
        _(
            "Week {week} will be played again, with the same weather. Each team finds its sheet as"
            " it was and can change it. The old week stays in the record, but counts no more."
        ).format(week=max(1, room.lived)),
        _("Take it back"),
        (_reason(),),
        (_("Typing mistake"), _("Misunderstanding"), _("The power went out")),
        sure=_("Really take back week {week}? All teams go back with it.").format(
            week=max(1, room.lived)
        ),
        closed=closed or nothing,
    )


def _bot(room: Room, closed: str) -> Act:
    people = list(room.people)
    last = "" if people else _("No business is played by people.")
    bots = tuple(Choice(name, bot_told(name)) for name in _bots_that_fit(room))
    which = Field("bot", "choice", _("Player"), _("How the computer plays."), "par", choices=bots)
    return Act(
        "bot",
        _("Let the computer play for a team"),
        _("From this week on the computer decides. A sheet that is in already still counts."),
        _("Let it play"),
        (_team(room, people), which, _reason()),
        (_("The team had to leave"), _("The team is late")),
        closed=closed or last,
    )


def _bots_that_fit(room: Room) -> Iterator[str]:
    scenario = room.scenario
    for name in BOT_NAMES:
        if name in ("koperasi", "penumpang") and scenario.cooperative is None:
            continue
        if name == "utang" and not scenario.loans:
            continue
        yield name


def _computers(room: Room) -> list[str]:
    return [team for team in room.scenario.teams if team not in room.people]


def _back(room: Room, closed: str) -> Act:
    computers = _computers(room)
    none = "" if computers else _("People play every business already.")
    return Act(
        "back",
        _("Give a business back to its team"),
        _("From this week on the team decides again, under its old name and PIN."),
        _("Give it back"),
        (_team(room, computers), _reason()),
        (_("The team is back"),),
        closed=closed or none,
    )


def _late(room: Room, closed: str) -> Act:
    computers = _computers(room)
    none = "" if computers else _("People play every business already.")
    name = _text("name", _("Name"), _("What the team is called; empty: as before."), optional=True)
    return Act(
        "late",
        _("A late team joins"),
        _(
            "The team takes over a business that the computer has played so far, with all that it"
            " has and owes. Then you are asked for the team's PIN."
        ),
        _("Let them in"),
        (_team(room, computers), name, _reason()),
        (_("The team came late"),),
        closed=closed or none,
    )


def _weeks(room: Room, closed: str) -> Act:
    weeks = Field(
        "weeks",
        "count",
        _("Weeks"),
        _("How many weeks the whole game has."),
        str(room.weeks),
        most=MOST_WEEKS,
    )
    return Act(
        "weeks",
        _("Shorten or lengthen the game"),
        _(
            "{lived} weeks have been played. With {next} weeks the coming week is the last:"
            " a cooperative then shares out its surplus (SHU)."
        ).format(lived=room.lived, next=room.lived + 1),
        _("Change it"),
        (weeks, _reason()),
        (_("Little time"), _("There is time left")),
        closed=closed,
    )


def _end(room: Room, closed: str) -> Act:
    nothing = "" if room.lived else _("No week has been played yet.")
    over = _("The game is over already.") if room.finished else ""
    return Act(
        "end",
        _("End the game now"),
        _("No more week is played; the results so far are the final ones. Then comes the debrief."),
        _("End it"),
        (_reason(),),
        (_("Time is up"),),
        sure=_("Really end the game after week {week}?").format(week=max(1, room.lived)),
        closed=closed or nothing or over,
    )


def _seal(room: Room, closed: str) -> Act:
    early = "" if room.finished else _("The game is not over yet: play on, or end it first.")
    return Act(
        "seal",
        _("Seal the record"),
        _(
            "For good: no week can be added or taken back. From then on anybody can check the whole"
            " game, its luck too, and look back at it on any computer."
        ),
        _("Seal it"),
        sure=_("Really seal the record? Nothing can be changed after that."),
        closed=closed or early,
    )


def _league(room: Room) -> Act:
    return Act(
        "league",
        _("Hide the ranking on the class board")
        if room.desk.league
        else _("Show a ranking on the class board"),
        _("Without it the board shows each team against the yardstick, in the order of the seats."),
        "",
        recorded=False,
    )


def _pin(room: Room) -> Act:
    people = list(room.people)
    return Act(
        "pin",
        _("New PIN for a team"),
        _("For a PIN that was forgotten. Left empty, the team has no PIN any more."),
        _("Choose the PIN"),
        (_team(room, people),),
        closed="" if people else _("No business is played by people."),
        recorded=False,
    )


def _team(room: Room, teams: list[str]) -> Field:
    choices = tuple(
        Choice(team, f"{room.name(team)} · {room.scenario.teams[team].business.of(language())}")
        for team in teams
    )
    label = _("Team")
    return Field(
        "team", "choice", label, _("Which team."), teams[0] if teams else "", choices=choices
    )


def _reason() -> Field:
    return _text("reason", _("Reason"), _("Why: whoever reads the record later will ask."))


def _text(path: str, label: str, about: str, optional: bool = False) -> Field:
    return Field(path, "text", label, about, "", most=MOST_LETTERS, optional=optional)


def bot_told(bot: str) -> str:
    """What people call a bot."""
    return _(_BOTS[bot]) if bot in _BOTS else bot
