"""When Ramadan and Idul Fitri are: dates of 2024 to 2035, each give or take a day."""

from __future__ import annotations

from datetime import date, timedelta

# 2024 to 2026 as the Indonesian government decided (sidang isbat; domain-facts, section 2: 19 Feb
# 2026). From 2027 on reckoned by the Umm al-Qura calendar (Python package hijridate 2.6.0; Idul
# Fitri checked with holidays for Indonesia, which differs by at most a day): Indonesia may begin a
# day later.
_RAMADAN: tuple[tuple[str, str], ...] = (
    ("2024-03-12", "2024-04-10"),
    ("2025-03-01", "2025-03-31"),
    ("2026-02-19", "2026-03-21"),
    ("2027-02-08", "2027-03-10"),
    ("2028-01-28", "2028-02-27"),
    ("2029-01-16", "2029-02-15"),
    ("2030-01-05", "2030-02-04"),
    ("2030-12-26", "2031-01-25"),
    ("2031-12-15", "2032-01-14"),
    ("2032-12-04", "2033-01-03"),
    ("2033-11-23", "2033-12-23"),
    ("2034-11-12", "2034-12-12"),
    ("2035-11-01", "2035-12-01"),
)

RAMADAN: tuple[tuple[date, date], ...] = tuple(
    (date.fromisoformat(first), date.fromisoformat(feast)) for first, feast in _RAMADAN
)
"""The first day of each fasting month, and the first day of Idul Fitri after it."""

BEFORE, AFTER = timedelta(days=14), timedelta(days=14)
"""How long before the fast, and after the feast, things still happen because of it."""


def nearest(day: date) -> tuple[date, date] | None:
    """The Ramadan and the Idul Fitri nearest to a day; None where the year is not in the table."""
    known = RAMADAN[0][0].year <= day.year <= RAMADAN[-1][1].year
    if not known:
        return None
    return min(RAMADAN, key=lambda month: abs((month[0] - day).days))


def in_season(day: date) -> bool:
    """Whether a day lies in a fasting month, or two weeks before or after it; so it counts, too,
    where the year is not in the table."""
    month = nearest(day)
    return month is None or month[0] - BEFORE <= day <= month[1] + AFTER
