"""What becomes of a text that a spreadsheet program takes for a date: a serial number, or the day in its own words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from prisoners.dates.jalali import from_gregorian
from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.read import read_date
from prisoners.errors import PrisonersError


class Day(NamedTuple):
    """A day as its digits say it, in a calendar that the digits do not name."""

    year: int
    month: int
    day: int


ORDERS = ("ymd", "mdy", "dmy")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CLOCK = r"(?:[T ](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? AM)Z?)?"
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)" + _CLOCK, re.ASCII)
_FIGURES = re.compile(r"(\d{1,4})([/.-])(\d\d?)\2(\d{1,4})" + _CLOCK, re.IGNORECASE | re.ASCII)
_DAY_FIRST = re.compile(
    r"(?:[a-z]+,? )?(?P<day>\d\d?)[-. ]{1,2}" + _NAME + r"[-, ]{1,2}(?P<year>\d{4}|\d\d)",
    re.IGNORECASE | re.ASCII,
)
_MONTH_FIRST = re.compile(
    r"(?:[a-z]+,? )?" + _NAME + r" (?P<day>\d\d?),? (?P<year>\d{4})", re.IGNORECASE | re.ASCII
)
_MONTH_ALONE = re.compile(_NAME + r"[- ](?P<year>\d{4}|\d\d)", re.IGNORECASE | re.ASCII)
_SHORT = re.compile(r"(\d\d)/(\d\d)/(\d\d)", re.ASCII)
_NO_YEAR = re.compile(r"(?P<day>\d\d?)[- ]" + _NAME, re.IGNORECASE | re.ASCII)
_TWO_NUMBERS = re.compile(r"(\d\d?)[/-](\d{1,4})", re.ASCII)
_SERIAL = re.compile(r"(-?[1-9]\d{3,5})(?:\.0)?", re.ASCII)
_HOUR = re.compile(r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::00)?(?: (?P<half>[AP]M))?", re.IGNORECASE | re.ASCII)
_EPOCHS = (dt.date(1899, 12, 30), dt.date(1904, 1, 1))
_FIRST_OF_TWO_DIGITS = 30
"""29 is 2029, and 30 is 1930."""
_FIRST_GREGORIAN_YEAR = 1583
_FIRST_OF_NOW = 2000
"""A year that a program makes up is that of the day of typing."""


def is_day_retyped(ours: str, back: str, *, typed: bool) -> bool:
    """Whether `back` is how a program writes the day that `ours` says, and no other day.

    `typed`: the cell is known to hold a date, so that the first of a month may stand for the month, and a day of some
    year for a day without one.
    """
    if not any(sign.isdigit() for sign in back):
        return False
    return (
        _is_same_day(ours, back)
        or _is_month(ours, back, typed=typed)
        or _is_torn(ours, back, typed=typed)
        or _is_hour(ours, back)
    )


def _is_same_day(ours: str, back: str) -> bool:
    """Whether both are one day; figures in one order of day and month on both sides."""
    shown = {order: set(_shown(back, order)) for order in ORDERS}
    if not any(shown.values()):
        return False
    read = set(_days_of(ours))
    return any(days & _as_kept(read | set(_written(ours, order))) for order, days in shown.items())


def _days_of(ours: str) -> Iterator[Day]:
    """The one day that we wrote, and its digits in the calendar in which it was written."""
    date = _read(ours)
    if date is not None and date.is_day and not date.uncertain:
        yield _of(date.earliest)
        if date.calendar is Calendar.JALALI:
            yield Day(*from_gregorian(date.earliest))


def _as_kept(days: set[Day]) -> set[Day]:
    return days | {_as_julian(day) for day in days}


def _read(text: str) -> PartialDate | None:
    try:
        return read_date(text)
    except PrisonersError:
        return None


def _shown(text: str, order: str) -> Iterator[Day]:
    """The day that a cell says now: in figures, with the name of a month, or as a number of days."""
    yield from _written(text, order)
    if found := _SERIAL.fullmatch(text):
        for epoch in _EPOCHS:
            if (ordinal := epoch.toordinal() + int(found[1])) > 0:
                yield _of(dt.date.fromordinal(ordinal))


def _written(text: str, order: str) -> Iterator[Day]:
    """A day in figures or with the name of a month, where day and month stand in this order."""
    if found := _ISO.fullmatch(text):
        yield Day(int(found[1]), int(found[2]), int(found[3]))
    elif found := _FIGURES.fullmatch(text):
        figures = dict(zip(order, (found[1], found[3], found[4]), strict=True))
        if len(figures["m"]) <= 2 >= len(figures["d"]) and len(figures["y"]) in (2, 4):  # noqa: PLR2004
            yield Day(_year(figures["y"]), int(figures["m"]), int(figures["d"]))
    elif found := _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text):
        yield Day(_year(found["year"]), _month(found), int(found["day"]))


def _is_month(ours: str, back: str, *, typed: bool) -> bool:
    """Whether a month became Mar-22, or in a cell that holds a date its first day."""
    month = _month_of(back) or _first_of_month(back, typed=typed)
    if month is None:
        return False
    return month in (_month_of(ours), *_months_in_figures(ours)) or _reads_as(ours, month)


def _reads_as(ours: str, month: tuple[int, int]) -> bool:
    date = _read(ours)
    return date is not None and date.edtf == f"{month[0]:04}-{month[1]:02}"


def _month_of(text: str) -> tuple[int, int] | None:
    found = _MONTH_ALONE.fullmatch(text)
    return (_year(found["year"]), _month(found)) if found else None


def _first_of_month(text: str, *, typed: bool) -> tuple[int, int] | None:
    found = _made_up(text, typed=typed)
    return (found.year, found.month) if found and found.day == 1 else None


def _made_up(text: str, *, typed: bool) -> Day | None:
    """A day of which a program may have made up a part: in a cell that holds one, or shown as 03/01/22."""
    if found := _SHORT.fullmatch(text):
        return Day(_year(found[3]), int(found[1]), int(found[2]))
    found = _ISO.fullmatch(text) if typed else None
    return Day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _months_in_figures(text: str) -> Iterator[tuple[int, int]]:
    """5-98, which is read as May 1998."""
    if (found := _TWO_NUMBERS.fullmatch(text)) and len(found[2]) in (2, 4):
        yield _year(found[2]), int(found[1])


def _is_torn(ours: str, back: str, *, typed: bool) -> bool:
    """Whether two numbers such as 10/5 were taken for a day of this year: 5-Oct, 10-May."""
    if not (found := _TWO_NUMBERS.fullmatch(ours)):
        return False
    pairs = {(int(found[1]), int(found[2])), (int(found[2]), int(found[1]))}
    if said := _NO_YEAR.fullmatch(back):
        return (_month(said), int(said["day"])) in pairs
    day = _made_up(back, typed=typed)
    return day is not None and day.year >= _FIRST_OF_NOW and (day.month, day.day) in pairs


def _is_hour(ours: str, back: str) -> bool:
    """Whether 8:30 became 08:30:00."""
    one, other = _HOUR.fullmatch(ours), _HOUR.fullmatch(back)
    return one is not None and other is not None and _minutes(one) == _minutes(other)


def _minutes(found: re.Match[str]) -> int:
    hour, half = int(found["hour"]), (found["half"] or "").upper()
    return (hour % 12 + 12 * (half == "PM") if half else hour) * 60 + int(found["minute"])


def _month(found: re.Match[str]) -> int:
    return _MONTHS.index(found["name"][:3].lower()) + 1


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < _FIRST_OF_TWO_DIGITS else 1900)  # noqa: PLR2004


def _of(day: dt.date) -> Day:
    return Day(day.year, day.month, day.day)


def _as_julian(day: Day) -> Day:
    """A day before 1583 as LibreOffice keeps it: counted in the Julian calendar, and written in the Gregorian one."""
    if day.year >= _FIRST_GREGORIAN_YEAR:
        return day
    century = (day.year if day.month > 2 else day.year - 1) // 100  # noqa: PLR2004
    try:
        return _of(dt.date(*day) + dt.timedelta(days=century - century // 4 - 2))
    except ValueError:
        return day
