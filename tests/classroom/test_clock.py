"""The round's timer: seconds of the wall clock, kept as whole numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.classroom.clock import LONGEST, Clock, clock_of, minutes_told, time_told

NOW = 1_800_000_000
SECONDS = st.integers(0, LONGEST)


@given(SECONDS, SECONDS)
def test_time_goes_by_and_ends_at_nothing(left: int, gone: int) -> None:
    clock = Clock(NOW, left)
    assert clock.remaining(NOW + gone) == max(0, left - gone)
    assert clock.time_is_up(NOW + gone) == (gone >= left)


@given(SECONDS, st.integers(0, 10**9), SECONDS)
def test_a_pause_takes_no_time(left: int, pause: int, before: int) -> None:
    stopped = Clock(NOW, left).paused(NOW + before)
    later = NOW + before + pause
    assert stopped.remaining(later) == max(0, left - before)
    assert stopped.resumed(later).remaining(later + 1) == max(0, max(0, left - before) - 1)


@given(st.booleans(), SECONDS, SECONDS, st.integers(1, 3_600))
def test_more_time_is_added_to_what_is_left(running: bool, left: int, gone: int, more: int) -> None:
    clock, now = Clock(NOW, left, running), NOW + gone
    given_more = clock.with_more(more, now)
    assert given_more.remaining(now) == min(LONGEST, clock.remaining(now) + more)
    assert given_more.running == (running or clock.time_is_up(now))


def test_a_wall_clock_that_was_set_back_gives_no_time() -> None:
    assert Clock(NOW, 60).remaining(NOW - 3_600) == 60


@given(st.integers(0, 2**40), SECONDS, st.booleans())
def test_the_desk_gives_back_the_timer_it_was_given(since: int, left: int, running: bool) -> None:
    clock = Clock(since, left, running)
    assert clock_of(clock.numbers()) == clock
    assert all(type(number) is int for number in clock.numbers().values())


@given(st.dictionaries(st.sampled_from(["since", "left", "running", "x"]), st.integers()))
def test_a_desk_file_with_other_numbers_gives_a_timer_or_none(numbers: dict[str, int]) -> None:
    clock = clock_of(numbers)
    assert (clock is None) == (not {"since", "left", "running"} <= set(numbers))
    assert clock is None or 0 <= clock.remaining(NOW) <= LONGEST


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00"), (65, "1:05"), (3_599, "59:59"), (3_600, "1:00:00")]
)
def test_time_is_told_in_minutes_and_seconds(seconds: int, told: str) -> None:
    assert minutes_told(seconds) == told


def test_everybody_reads_how_much_time_is_left(english: None) -> None:
    clock = Clock(NOW, 90)
    assert time_told(None, NOW) == "Time for this week: not set"
    assert time_told(clock, NOW + 25) == "Time for this week: 1:05"
    assert time_told(clock.paused(NOW + 25), NOW + 99) == "Time for this week: 1:05 (paused)"
    assert time_told(clock, NOW + 90) == "Time for this week: ► TIME IS UP ◄"
