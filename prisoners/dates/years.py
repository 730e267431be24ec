"""Which calendar a year belongs to, and the choice a text leaves where it does not say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from prisoners.dates import jalali, units
from prisoners.dates.eras import NAMED_GREGORIAN_YEARS, NAMED_JALALI_YEARS, calendar_of_year
from prisoners.dates.partial import Calendar
from prisoners.dates.pieces import YEAR_DIGITS, Piece, Unclear

G, J = Calendar.GREGORIAN, Calendar.JALALI
Choice = TypeVar("Choice")
Year = tuple[Calendar, int]

# Two figures: up to these they may be of this century or of the last.
_LAST_SHORT_JALALI, _LAST_SHORT_GREGORIAN = 20, 40
_SHORT = 2
# Bare years that are asked about; beyond them no calendar makes sense.
_FIRST_ASKED, _LAST_ASKED = 500, 2500
_HALF_A_YEAR = 182
# A Jalali year begins in the first and ends in the second of these Gregorian ones.
_ERAS_APART = (621, 622)


class Options:
    """The choices a text leaves open; one reading takes the n-th at each, and remembers that there was one."""

    def __init__(self, index: int = 0) -> None:
        self.index = index
        self.width = 1

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of the choices."""
        self.width = max(self.width, len(choices))
        return choices[min(self.index, len(choices) - 1)]


class Near(NamedTuple):
    """What is known of the year beforehand: the days it lies among, and in which calendar they were stated."""

    first: dt.date
    last: dt.date
    calendar: Calendar
    is_whole: bool = False

    @classmethod
    def year(cls, number: int) -> Near:
        """A year that was stated beside the text."""
        calendar = calendar_of_year(number)
        if calendar is None:
            raise Unclear(f"the year {number} that was stated is of no calendar used here")
        whole = units.year(calendar, number)
        return cls(whole.first, whole.last, calendar)

    @classmethod
    def around(cls, first: dt.date, last: dt.date, calendar: Calendar) -> Near:
        """A date that stands beside the text: half a year to either side, so that one year only is meant."""
        half = dt.timedelta(days=_HALF_A_YEAR)
        if first - dt.date.min < half or dt.date.max - last < half:
            raise Unclear("the date beside it is open, and names no year")
        return cls(first - half, last + half, calendar)

    def years(self, calendar: Calendar) -> range:
        """The years of a calendar that can hold a day near it."""
        if calendar is J:
            return range(jalali.from_gregorian(self.first)[0], jalali.from_gregorian(self.last)[0] + 1)
        return range(self.first.year - 1, self.last.year + 1)


def calendar_of(piece: Piece) -> Calendar | None:
    """The calendar a piece is written in, where it says so itself."""
    if piece.calendar or piece.era:
        return piece.calendar or piece.era
    written = [piece.year, *(piece.three or ("",))[:3]]
    years = [int(figures) for figures in written if len(figures) == YEAR_DIGITS and figures.isdecimal()]
    return calendar_of_year(years[0]) if years else None


def years_meant(piece: Piece) -> list[Year]:
    """The year a piece can mean, in which calendar; more than one where the text does not say."""
    number = int(piece.year)
    named = piece.calendar or (piece.era if piece.era in (G, J) else None)
    _check_era(piece)
    if len(piece.year) == _SHORT:
        # "تابستان ۶۷", "سال ۹۸": in Persian words, two figures are of the Iranian calendar.
        return _short_years(number, J if named is None and piece.in_persian else named)
    written = calendar_of_year(number)
    if named is None:
        return [(written, number)] if written else _both_calendars(number)
    if number in (NAMED_JALALI_YEARS if named is J else NAMED_GREGORIAN_YEARS) and named == (
        written or named
    ):
        return [(named, number)]
    if piece.era or written is None:
        raise Unclear(f"{number} is not a year of that calendar")
    # "18 Dey 2026": a month of one calendar with a year of the other, which can mean either of two years.
    begin, end = _ERAS_APART
    return (
        [(J, number - end), (J, number - begin)] if named is J else [(G, number + begin), (G, number + end)]
    )


def _check_era(piece: Piece) -> None:
    if piece.era is Calendar.UNKNOWN and piece.calendar is not J:
        raise Unclear("it does not say whether the Hijri year is solar or lunar")
    if piece.era in (G, J) and piece.calendar and piece.era != piece.calendar:
        raise Unclear("its month is of one calendar and its year of another")


def _both_calendars(number: int) -> list[Year]:
    if not _FIRST_ASKED <= number < _LAST_ASKED:
        raise Unclear(f"{number} is no year of a case in either calendar")
    return [(G, number), (J, number)]


def _short_years(number: int, named: Calendar | None) -> list[Year]:
    jalali_years = [(J, 1300 + number)] + ([(J, 1400 + number)] if number <= _LAST_SHORT_JALALI else [])
    gregorian_years = [(G, 1900 + number)] + ([(G, 2000 + number)] if number <= _LAST_SHORT_GREGORIAN else [])
    if named is J:
        return jalali_years
    return gregorian_years if named is G else jalali_years + gregorian_years


def decades_meant(digits: str) -> list[Year]:
    """The first year of a decade: دهه ۶۰ is 1360-1369 for everybody, دهه ۱۰ could be two."""
    in_english, digits = digits.endswith("s"), digits.removesuffix("s")
    number = int(digits) if digits.isdecimal() else -1
    if number % 10 or number < 0:
        raise Unclear("a decade begins with a year that ends in 0")
    if len(digits) > _SHORT:
        calendar = calendar_of_year(number)
        return [(calendar, number)] if calendar else _both_calendars(number)
    if in_english:
        return _short_years(number, None)
    return [(J, 1300 + number)] + ([(J, 1400 + number)] if number < _LAST_SHORT_JALALI else [])
