"""Which years belong to which calendar: 1300-1499 are Jalali, 1900-2099 Gregorian, and any other must be asked."""

from __future__ import annotations

from prisoners.dates import jalali
from prisoners.dates.partial import Calendar

# A bare year: these belong to one calendar for everybody who writes of this century and the last.
JALALI_YEARS, GREGORIAN_YEARS = range(1300, 1500), range(1900, 2100)
# With the name of a month beside them, older years leave no doubt either.
NAMED_JALALI_YEARS, NAMED_GREGORIAN_YEARS = range(jalali.FIRST_YEAR, 1500), range(1500, 2100)


def calendar_of_year(number: int) -> Calendar | None:
    """The calendar of a year of four figures, or None where it must be asked."""
    if number in JALALI_YEARS:
        return Calendar.JALALI
    return Calendar.GREGORIAN if number in GREGORIAN_YEARS else None
