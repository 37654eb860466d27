"""The trainer's desk: who has handed in, the round's timer, and doing what the trainer decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from simpasar.classroom.acts import Act, bot_told
from simpasar.classroom.clock import Clock, clock_of
from simpasar.classroom.fields import Entries, value_of
from simpasar.classroom.filling import entries_of
from simpasar.classroom.form import form_of
from simpasar.classroom.pins import hashed
from simpasar.classroom.reading import NotUnderstood
from simpasar.classroom.room import Room
from simpasar.game.interventions import MOST_WEEKS, NotAllowed
from simpasar.i18n import _, language
from simpasar.money import rupiah

NAME_LENGTH = 24
"""The longest name of a team, in letters: as when a class is formed."""


@dataclass(frozen=True, slots=True)
class SeatTold:
    """A seat as the trainer sees it. `bot`: who plays it, "" for people."""

    team: str
    name: str
    business: str
    bot: str
    handed_in: bool


class NotDone(Exception):
    """Why an act was not done: a sentence in the language now spoken."""


def seats(room: Room) -> tuple[SeatTold, ...]:
    """All seats, who plays them, and whether their sheet is in."""
    return tuple(
        SeatTold(
            team,
            room.name(team),
            room.scenario.teams[team].business.of(language()),
            bot_told(bot) if bot else "",
            not room.finished and team in room.game.sheets,
        )
        for team, bot in room.game.setup.bots.items()
    )


# -- the round's timer ------------------------------------------------------------------------


def clock(room: Room) -> Clock | None:
    """The timer of this round; None where none was set."""
    return clock_of(room.desk.clock)


def more_time(room: Room, seconds: int, now: int) -> None:
    """Set the timer, or give more time: then it is written in the record."""
    present = clock(room)
    if present is None:
        present = Clock(now, 0)
    else:
        _doing(lambda: room.game.extra_time(seconds))
    room.keep_desk(replace(room.desk, clock=present.with_more(seconds, now).numbers()))


def pause_or_resume(room: Room, now: int) -> None:
    """Stop the timer, or let it go on."""
    present = clock(room)
    if present is not None:
        other = present.paused(now) if present.running else present.resumed(now)
        room.keep_desk(replace(room.desk, clock=other.numbers()))


# -- doing it ---------------------------------------------------------------------------------


Values: TypeAlias = dict[str, int | str]
"""What was filled in, by field."""


def read(act: Act, entries: Entries) -> Values:
    """What the fields of an act hold.

    Raises:
        NotDone: one of them means nothing, or is empty.
    """
    values: Values = {}
    for field in act.fields:
        try:
            value = value_of(field, entries.get(field.path, field.value))
        except NotUnderstood as problem:
            raise NotDone(f"{field.label}: {problem}") from None
        if value in (None, "") and not field.optional:
            raise NotDone(_("{field}: please write a few words.").format(field=field.label))
        values[field.path] = value if isinstance(value, int | str) else ""
    return values


def do(room: Room, act: Act, entries: Entries) -> str:
    """Do an act with what was filled in; a sentence that says what was done.

    Raises:
        NotDone: something filled in means nothing, or it cannot be.
        RecordError, OSError: the disk refuses.
    """
    values = read(act, entries)
    if act.closed:
        raise NotDone(act.closed)
    return _DOING[act.id](room, values)


def _doing(change: Callable[[], object]) -> None:
    try:
        change()
    except NotAllowed:
        raise NotDone(_("That cannot be done now. Nothing has been changed.")) from None


def _do_say(room: Room, values: Values) -> str:
    _doing(lambda: room.game.say(str(values["text"])))
    return _("Said to all teams.")


def _do_rescue(room: Room, values: Values) -> str:
    team, amount = str(values["team"]), int(values["amount"])
    if amount < 1:
        raise NotDone(_("Please give more than 0 rupiah."))
    _doing(lambda: room.game.rescue(team, amount, str(values["reason"])))
    return _("Team {team} has been given {amount}.").format(
        team=room.name(team), amount=rupiah(amount)
    )


def _do_undo(room: Room, values: Values) -> str:
    withdrawn = {}

    def undo() -> None:
        withdrawn.update(room.game.undo(str(values["reason"])))

    _doing(undo)
    room.keep_desk(replace(room.desk, drafts={}, clock={}))
    for team in room.people:
        if team in withdrawn:
            room.keep_draft(team, entries_of(form_of(room.view(team)), withdrawn[team]))
    return _("Week {week} has been taken back. All teams decide anew.").format(week=room.week)


def _do_bot(room: Room, values: Values) -> str:
    team, bot = str(values["team"]), str(values["bot"])
    _doing(lambda: room.game.seat(team, bot, str(values["reason"])))
    return _("The computer plays for team {team} from this week on.").format(team=room.name(team))


def _do_back(room: Room, values: Values) -> str:
    team = str(values["team"])
    _doing(lambda: room.game.seat(team, None, str(values["reason"])))
    return _("Team {team} plays again.").format(team=room.name(team))


def _do_late(room: Room, values: Values) -> str:
    team, name = str(values["team"]), str(values.get("name", "")).strip()
    if len(name) > NAME_LENGTH:
        raise NotDone(_("A name has at most {most} letters.").format(most=NAME_LENGTH))
    others = [room.name(other).casefold() for other in room.scenario.teams if other != team]
    if name.casefold() in others:
        raise NotDone(_("Two teams have the same name: give each its own."))
    _doing(lambda: room.game.seat(team, None, str(values["reason"]), name or None))
    room.keep_desk(room.desk.with_pin(team, ""))
    return _("Welcome, team {team}!").format(team=room.name(team))


def _do_weeks(room: Room, values: Values) -> str:
    weeks, least = int(values["weeks"]), max(1, room.lived)
    if not least <= weeks <= MOST_WEEKS:
        raise NotDone(
            _("The game can have from {least} to {most} weeks.").format(
                least=least, most=MOST_WEEKS
            )
        )
    _doing(lambda: room.game.set_weeks(weeks, str(values["reason"])))
    return _("The game has {weeks} weeks now.").format(weeks=weeks)


def _do_end(room: Room, values: Values) -> str:
    _doing(lambda: room.game.set_weeks(room.lived, str(values["reason"])))
    return _("The game is over. Thank everybody for playing!")


def _do_seal(room: Room, values: Values) -> str:
    room.end()
    return _("The record is sealed. Its code: {head}").format(head=room.head)


def _do_league(room: Room, values: Values) -> str:
    room.keep_desk(replace(room.desk, league=not room.desk.league))
    if room.desk.league:
        return _("The class board shows a ranking.")
    return _("The class board shows no ranking.")


def _do_pin(room: Room, values: Values) -> str:
    """The PIN itself is chosen on its own page: see `give_pin`."""
    return ""


_DOING: dict[str, Callable[[Room, Values], str]] = {
    "say": _do_say,
    "rescue": _do_rescue,
    "undo": _do_undo,
    "bot": _do_bot,
    "back": _do_back,
    "late": _do_late,
    "weeks": _do_weeks,
    "end": _do_end,
    "seal": _do_seal,
    "league": _do_league,
    "pin": _do_pin,
}


def give_pin(room: Room, team: str, pin: str) -> str:
    """Give a team a PIN, or none where it is empty; a sentence that says so."""
    room.keep_desk(room.desk.with_pin(team, hashed(pin) if pin else ""))
    if pin:
        return _("Team {team} has a new PIN.").format(team=room.name(team))
    return _("Team {team} has no PIN now.").format(team=room.name(team))
