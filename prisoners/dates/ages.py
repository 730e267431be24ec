"""Ages and lengths of time between dates that may be partial: always the least and the most it can have been."""

from __future__ import annotations

import datetime as dt

from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE, Calendar, PartialDate

Length = tuple[int, int, int]
When = PartialDate | dt.date


def age_on(born: PartialDate, on: When) -> tuple[int, int] | None:
    """The youngest and the oldest somebody can have been, in completed years; None when a date is open or unread."""
    earliest, latest = _days(born)
    first, last = _days(on)
    if {OPEN_EARLY, OPEN_LATE} & {earliest, latest, first, last} or last < earliest:
        return None
    return max(0, length(latest, first)[0] if first >= latest else 0), length(earliest, last)[0]


def length_between(start: When, end: When) -> tuple[Length, Length] | None:
    """The shortest and the longest time between two dates; None when one is open or unread, or they are reversed."""
    earliest, latest = _days(start)
    first, last = _days(end)
    if {OPEN_EARLY, OPEN_LATE} & {earliest, latest, first, last} or last < earliest:
        return None
    shortest = length(latest, first) if first >= latest else (0, 0, 0)
    return shortest, length(earliest, last)


def length(start: dt.date, end: dt.date) -> Length:
    """Whole years, then whole months, then days from one day to a later one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if _after_months(start, months) > end:
        months -= 1
    days = (end - _after_months(start, months)).days
    return months // 12, months % 12, days


def born_from_age(age: int, on: PartialDate, words: str) -> PartialDate | None:
    """When somebody was born who had this age on a date: a year, or longer where the date is partial; None if open."""
    if {OPEN_EARLY, OPEN_LATE} & {on.earliest, on.latest}:
        return None
    earliest = _after_months(on.earliest, -12 * (age + 1)) + dt.timedelta(days=1)
    # Who was born on 29 February has a birthday on 28 February, too.
    if _after_months(earliest, 12 * (age + 1)) == on.earliest:
        earliest += dt.timedelta(days=1)
    latest = _after_months(on.latest, -12 * age)
    return PartialDate(earliest, latest, f"{earliest}/{latest}", Calendar.UNKNOWN, words)


def _after_months(day: dt.date, months: int) -> dt.date:
    # The same day of a later month; the month's last day where it has none (29 February in a common year).
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def _days(when: When) -> tuple[dt.date, dt.date]:
    if isinstance(when, dt.date):
        return when, when
    return when.earliest, when.latest
