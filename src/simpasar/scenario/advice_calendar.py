"""Advice about events: days that never come, effects that are none, a Ramadan of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from simpasar.i18n import Language, _
from simpasar.scenario.advice_parts import goes_out
from simpasar.scenario.community import Programme
from simpasar.scenario.events import Event, FootfallEvent, PriceEvent, When
from simpasar.scenario.fasting import in_season, nearest
from simpasar.scenario.model import Scenario
from simpasar.scenario.references import KEY, Finding
from simpasar.scenario.vocabulary import field_word

OF_THE_FAST = re.compile(
    r"\b(ramad(h)?an|puasa|takjil|tarawih|lebaran|idul\s?fitri|eid|fasting)\b", re.IGNORECASE
)
"""Words by which an event is known to belong to the fasting month or the feast after it."""


def calendar(s: Scenario, language: Language) -> Iterator[Finding]:
    """Everything about days that is hardly meant."""
    for name, event in s.events.items():
        days = list(event_days(s, event.when))
        if not days or not event.when.chance:
            yield _never(s, name, event.when, language)
            continue
        yield from _idle(s, name, event)
        yield from _of_another_year(name, event, days)
    for name, programme in s.programmes.items():
        yield from _booths(s, name, programme)


def event_days(s: Scenario, when: When) -> Iterator[tuple[date, int]]:
    """The market days that meet every condition of an event but chance, with their weeks."""
    for week in range(1, s.weeks + 1):
        for weekday in range(s.days):
            day = s.start + timedelta(7 * (week - 1) + weekday)
            if when.covers(day, week):
                yield day, week


def _never(s: Scenario, name: str, when: When, language: Language) -> Finding:
    """Why an event never comes, at the first condition that forbids it."""
    end = s.start + timedelta(7 * (s.weeks - 1) + s.days - 1)
    here = ("events", name, "when")
    if not when.chance:
        message = _(
            "The `{chance}` of `{name}` is 0, so it never comes: raise it (1000 is always)."
        )
        text = message.format(chance=field_word("chance", language), name=name)
        return (*here, "chance"), "never-comes", text
    if when.first is not None and when.first > end:
        message = _("`{name}` begins on {first}, but the game ends on {end}: move one of them.")
        return (*here, "first"), "never-comes", message.format(name=name, first=when.first, end=end)
    if when.last is not None and when.last < s.start:
        message = _("`{name}` ends on {last}, but the game begins on {start}: move one of them.")
        text = message.format(name=name, last=when.last, start=s.start)
        return (*here, "last"), "never-comes", text
    if when.weeks and min(when.weeks) > s.weeks:
        message = _(
            "`{name}` comes in week {week}, but the game ends after week {last}: choose an"
            " earlier week."
        )
        text = message.format(name=name, week=min(when.weeks), last=s.weeks)
        return (*here, "weeks"), "never-comes", text
    if when.weekdays and min(when.weekdays) > s.days:
        message = _(
            "`{name}` comes on day {day} of the week, but there are {days} market days: choose"
            " another."
        )
        text = message.format(name=name, day=min(when.weekdays), days=s.days)
        return (*here, "weekdays"), "never-comes", text
    message = _(
        "No market day from {start} to {end} meets all conditions of `{name}`: change one of them."
    )
    return here, "never-comes", message.format(start=s.start, end=end, name=name)


def _idle(s: Scenario, name: str, event: Event) -> Iterator[Finding]:
    """Events that change nothing."""
    match event:
        case PriceEvent(factors=factors):
            part, factors = "factors", factors
        case FootfallEvent(needs=factors):
            part, factors = "needs", factors
        case _:
            return
    if all(factor == 1_000 for factor in factors.values()):
        message = _("Every factor of `{name}` is 1000, which changes nothing: write another.")
        yield ("events", name, part), "no-effect", message.format(name=name)
        return
    if not isinstance(event, FootfallEvent) or not event.segments:
        return
    lively = any(goes_out(s, group, need) for group in event.segments for need in s.needs)
    if lively and not any(goes_out(s, group, need) for group in event.segments for need in factors):
        message = _(
            "Nobody of the groups here goes out for the needs of `{name}`: change groups or needs."
        )
        yield ("events", name, "segments"), "no-effect", message.format(name=name)


def _of_another_year(name: str, event: Event, days: list[tuple[date, int]]) -> Iterator[Finding]:
    """A Ramadan, Lebaran or the like most of whose days lie outside that season."""
    texts = (name.replace("_", " "), event.name.id, event.name.en, event.news.id, event.news.en)
    word = next((found for text in texts if (found := OF_THE_FAST.search(text))), None)
    inside = sum(in_season(day) for day, _week in days)
    if word is None or 2 * inside >= len(days):
        return
    outside = next(day for day, _week in days if not in_season(day))
    month = nearest(outside)
    assert month is not None, "in_season takes a day of an unknown year for one of the season"
    message = _(
        "This speaks of “{word}”, but it comes on {day}. Nearest to that, Ramadan begins on"
        " {fast} and Idul Fitri is on {feast}, give or take a day: move it, or call it otherwise."
    )
    text = message.format(word=word.group(), day=outside, fast=month[0], feast=month[1])
    key = next((key for key in ("first", "weeks") if getattr(event.when, key)), None)
    yield ("events", name, "when", *((key,) if key else ())), "not-that-year", text


def _booths(s: Scenario, name: str, programme: Programme) -> Iterator[Finding]:
    """Bazaars that are over before the programme for them can take effect."""
    earliest = min(programme.weeks, default=s.rules.unlocked.get("programmes", 1))
    earliest = max(earliest, s.rules.unlocked.get("programmes", 1)) + programme.lead_weeks
    for event in programme.booths:
        days = list(event_days(s, s.events[event].when))
        if days and earliest <= s.weeks and max(week for _day, week in days) < earliest:
            message = _(
                "`{name}` takes effect in week {week} at the earliest, but `{event}` is over then:"
                " let it be entered earlier."
            )
            text = message.format(name=name, week=earliest, event=event)
            yield ("programmes", name, "booths", event, KEY), "too-late-for", text
