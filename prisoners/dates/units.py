"""Units of two calendars as spans of days: a day, month, season, year, decade, and the parts people cut from them."""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
from dataclasses import dataclass, replace

from prisoners.dates import jalali
from prisoners.dates.partial import Calendar
from prisoners.errors import ImpossibleDate

_LONG_JALALI_MONTHS = 6
_A_LEAP_YEAR = 2024
_DECADE, _WINTER, _WEEKS = 10, 4, 4


@dataclass(frozen=True, slots=True)
class Span:
    """Some days, from the first to the last; `text` is their EDTF where one EDTF date names them all."""

    first: dt.date
    last: dt.date
    text: str = ""
    mark: str = ""
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def start(self) -> str:
        """How it stands at the start of an EDTF interval."""
        return (self.text or self.first.isoformat()) + self.mark

    @property
    def end(self) -> str:
        """How it stands at the end of an EDTF interval."""
        return (self.text or self.last.isoformat()) + self.mark

    @property
    def edtf(self) -> str:
        """How it stands alone."""
        if self.text:
            return self.text + self.mark
        if self.first == self.last:
            return self.first.isoformat() + self.mark
        return f"{self.start}/{self.end}"

    @property
    def member(self) -> str:
        """How it stands among others in an EDTF set."""
        return self.edtf.replace("/", "..")

    def marked(self, mark: str) -> Span:
        """The same days, about or in doubt."""
        return replace(self, mark=mark)

    def meets(self, first: dt.date, last: dt.date) -> bool:
        """Whether it has a day in common with other days."""
        return self.first <= last and first <= self.last


def day(calendar: Calendar, year: int, month: int, number: int) -> Span:
    """One day; raises ImpossibleDate when its month does not have it."""
    if calendar is Calendar.JALALI:
        found = jalali.to_gregorian(year, month, number)
        return Span(found, found, calendar=calendar)
    last = gregorian.monthrange(year, month)[1]
    if not 1 <= number <= last:
        raise ImpossibleDate(number, gregorian.month_name[month], year, last)
    found = dt.date(year, month, number)
    return Span(found, found, found.isoformat())


def check_day(calendar: Calendar | None, month: int | None, number: int | None) -> None:
    """Raise ImpossibleDate for a day that its month has in no year: 31 Mehr, 30 February."""
    if month is None or number is None:
        return
    last = _longest_month(calendar, month)
    if number > last:
        names = jalali.MONTHS if calendar is Calendar.JALALI else gregorian.month_name[1:]
        raise ImpossibleDate(number, names[month - 1], None, last)


def _longest_month(calendar: Calendar | None, month: int) -> int:
    if calendar is Calendar.JALALI:
        return 31 if month <= _LONG_JALALI_MONTHS else 30
    return gregorian.monthrange(_A_LEAP_YEAR, month)[1]


def months(calendar: Calendar, year: int, month: int, last_month: int) -> Span:
    """Whole months of one year, from the first to the last."""
    if calendar is Calendar.JALALI:
        last_day = jalali.days_in_month(year, last_month)
        first, last = jalali.to_gregorian(year, month, 1), jalali.to_gregorian(year, last_month, last_day)
        return Span(first, last, calendar=calendar)
    first = dt.date(year, month, 1)
    last = dt.date(year, last_month, gregorian.monthrange(year, last_month)[1])
    return Span(
        first, last, f"{year:04}-{month:02}" if month == last_month else _year_text(year, month, last_month)
    )


def _year_text(year: int, month: int, last_month: int) -> str:
    return f"{year:04}" if (month, last_month) == (1, 12) else ""


def year(calendar: Calendar, number: int) -> Span:
    """A whole year."""
    return months(calendar, number, 1, 12)


def years(calendar: Calendar, number: int, last: int) -> Span:
    """Whole years, from the first to the last; ten that begin with a 0 are a decade."""
    decade = last - number == _DECADE - 1 and number % _DECADE == 0 and calendar is Calendar.GREGORIAN
    text = f"{number // _DECADE:03}X" if decade else ""
    return Span(year(calendar, number).first, year(calendar, last).last, text, calendar=calendar)


def season(calendar: Calendar, number: int, which: int) -> Span:
    """Three months: of the Iranian year, or the months of meteorology in the Gregorian one."""
    if calendar is Calendar.JALALI:
        return months(calendar, number, 3 * which - 2, 3 * which)
    first = dt.date(number, 3 * which, 1)
    year_of_end, month_of_end = (number, 3 * which + 2) if which < _WINTER else (number + 1, 2)
    last = dt.date(year_of_end, month_of_end, gregorian.monthrange(year_of_end, month_of_end)[1])
    return Span(first, last, f"{number:04}-{20 + which}")


def part_of_month(calendar: Calendar, number: int, month: int, cut: tuple[int, int]) -> Span:
    """Early (1-10), mid (11-20) or late; or half a month; or one of its weeks."""
    which, parts = cut
    whole = months(calendar, number, month, month)
    length = {3: 10, 2: 15, _WEEKS: 7}[parts]
    first = whole.first + dt.timedelta(days=which * length)
    is_last = which == parts - 1 and parts != _WEEKS
    last = whole.last if is_last else first + dt.timedelta(days=length - 1)
    return Span(first, last, calendar=calendar)


def last_week(calendar: Calendar, number: int, month: int) -> Span:
    """The last seven days of a month."""
    whole = months(calendar, number, month, month)
    return Span(whole.last - dt.timedelta(days=6), whole.last, calendar=calendar)


def part_of_year(
    calendar: Calendar, number: int, cut: tuple[int, int], begin: int = 1, length: int = 12
) -> Span:
    """A third, half or quarter of a year, or one month of a season of it."""
    which, parts = cut
    each = length // parts
    return months(calendar, number, begin + which * each, begin + (which + 1) * each - 1)


def week_around(span: Span) -> Span:
    """The week that holds a day, whichever day of the week it begins on."""
    days = dt.timedelta(days=6)
    return Span(span.first - days, span.last + days, calendar=span.calendar)


def part_of_decade(calendar: Calendar, number: int, cut: tuple[int, int]) -> Span:
    """The first years of a decade (0-3), its middle (4-6), its last (7-9); or half of it."""
    bounds = {3: ((0, 3), (4, 6), (7, 9)), 2: ((0, 4), (5, 9))}[cut[1]][cut[0]]
    return years(calendar, number + bounds[0], number + bounds[1])
