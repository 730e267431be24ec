"""Days of the Solar Hijri calendar and their Gregorian days; a well-kept library says which years are leap."""

from __future__ import annotations

import datetime as dt
from functools import cache

from prisoners.errors import ImpossibleDate

MONTHS = (
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
    "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
)  # fmt: skip

# Before 1 Farvardin 1304 the months of Iran had other names and other lengths (law of 11 Farvardin 1304).
FIRST_MODERN_YEAR = 1304
# Years that the program reads and writes as Solar Hijri: earlier and later ones are never case dates.
FIRST_YEAR, LAST_YEAR = 1200, 1499

_LONG_MONTHS = 6
_DAYS_OF_LONG_MONTHS = 31 * _LONG_MONTHS
_YEARS_BETWEEN_ERAS = 621
_ESFAND = 12


_FIRST_OF_TABLE = 1300
_NEW_YEARS = (
    "12211221112111211121112111211121112111211111111111"
    "11111111111111111111111110111011101110111011101110"
    "11101110011001100110011001100110011001100010001000"
)
"""On which day after 20 March the years from 1300 on begin, as the library says: a test compares them."""


@cache
def _nowruz(year: int) -> int:
    place = year - _FIRST_OF_TABLE
    if 0 <= place < len(_NEW_YEARS):
        return dt.date(year + _YEARS_BETWEEN_ERAS, 3, 20 + int(_NEW_YEARS[place])).toordinal()
    # Imported here because it takes 6-25 ms, a tenth of what a command that shows one record may spend in all.
    from persiantools.jdatetime import JalaliDate

    new_year: dt.date = JalaliDate(year, 1, 1).to_gregorian()  # type: ignore[no-untyped-call]
    return new_year.toordinal()


def first_modern_day() -> dt.date:
    """1 Farvardin 1304: from here on the months of Iran are today's."""
    return dt.date.fromordinal(_nowruz(FIRST_MODERN_YEAR))


def days_in_month(year: int, month: int) -> int:
    """How many days a month of a Solar Hijri year has: 31, 30, or 29 for Esfand of a common year."""
    if month <= _LONG_MONTHS:
        return 31
    if month < _ESFAND:
        return 30
    return _nowruz(year + 1) - _nowruz(year) - 336


def to_gregorian(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a Solar Hijri day; raises ImpossibleDate for 31 Mehr or 30 Esfand of a common year."""
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        raise ImpossibleDate(day, MONTHS[month - 1], year, last)
    return dt.date.fromordinal(_nowruz(year) + _days_before(month) + day - 1)


def from_gregorian(day: dt.date) -> tuple[int, int, int]:
    """The year, month and day of the Solar Hijri calendar on a Gregorian day."""
    ordinal, year = day.toordinal(), day.year - _YEARS_BETWEEN_ERAS
    if ordinal < _nowruz(year):
        year -= 1
    passed = ordinal - _nowruz(year)
    if passed < _DAYS_OF_LONG_MONTHS:
        return year, passed // 31 + 1, passed % 31 + 1
    passed -= _DAYS_OF_LONG_MONTHS
    return year, passed // 30 + 7, passed % 30 + 1


def _days_before(month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31 * (month - 1)
    return _DAYS_OF_LONG_MONTHS + 30 * (month - 1 - _LONG_MONTHS)
