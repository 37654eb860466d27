"""The timer of a round: whole seconds of the wall clock, so that a power cut does not reset it.

The game knows no clock: when the time is up, somebody says so, and nothing else happens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.i18n import _

MINUTE = 60
LONGEST = 24 * 60 * MINUTE
"""More than a day is nobody's round."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`left` seconds were left at wall-clock second `since`; they go by while it is `running`."""

    since: int
    left: int
    running: bool = True

    def remaining(self, now: int) -> int:
        """Seconds left at `now`, never below 0. A wall clock that was set back stops the timer, it
        gives no time."""
        gone = max(0, now - self.since) if self.running else 0
        return max(0, self.left - gone)

    def time_is_up(self, now: int) -> bool:
        """Whether nothing is left."""
        return self.remaining(now) == 0

    def with_more(self, seconds: int, now: int) -> Clock:
        """The timer with so much more time from `now`; one that had run out runs anew."""
        up = self.time_is_up(now)
        left = min(LONGEST, self.remaining(now) + seconds)
        return Clock(now, left, running=self.running or up)

    def paused(self, now: int) -> Clock:
        """The timer standing still."""
        return Clock(now, self.remaining(now), running=False)

    def resumed(self, now: int) -> Clock:
        """The timer going on."""
        return Clock(now, self.remaining(now), running=True)

    def numbers(self) -> dict[str, int]:
        """The timer as the desk keeps it."""
        return {"since": self.since, "left": self.left, "running": int(self.running)}


def clock_of(numbers: Mapping[str, int]) -> Clock | None:
    """The timer that the desk keeps; None where none was set."""
    if not {"since", "left", "running"} <= numbers.keys():
        return None
    left = min(max(0, numbers["left"]), LONGEST)
    return Clock(numbers["since"], left, bool(numbers["running"]))


def time_told(clock: Clock | None, now: int) -> str:
    """The time that is left, in a sentence for all."""
    if clock is None:
        return _("Time for this week: not set")
    if clock.time_is_up(now):
        return _("Time for this week: ► TIME IS UP ◄")
    left = minutes_told(clock.remaining(now))
    if not clock.running:
        return _("Time for this week: {time} (paused)").format(time=left)
    return _("Time for this week: {time}").format(time=left)


def minutes_told(seconds: int) -> str:
    """`65` as `1:05`; from an hour on `1:00:00`."""
    minutes, rest = divmod(seconds, MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
