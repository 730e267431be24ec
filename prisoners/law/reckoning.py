"""Terms laid on the calendar: on which day a term ends, which of two is longer, what has certainly passed.

The convention: years and months are counted in the Jalali calendar, Iran's official one since 1304, in which
judgments, prison papers and release orders are dated; days are counted after them. A term of one month from
31 Shahrivar ends on 30 Mehr, the last day of the shorter month. The Code of Civil Procedure of 1318 said so
(art. 612: a month is the solar month, its fraction counts thirty days); that of 1379 gives every month thirty
days (art. 443), which would shorten five years by 26 days and is used here only for deadlines.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from prisoners.dates import jalali
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE, PartialDate, reach
from prisoners.law.terms import DAYS_OF_A_CYCLE, MONTHS_OF_A_CYCLE, MONTHS_OF_A_YEAR, Term

CYCLE = range(1380, 1413)
"""One cycle of 33 Jalali years, in which every order of common and leap years occurs."""

LONGEST_MONTH = 31
LAST_JALALI_YEAR = 2100
FIRST_RECKONED, LAST_RECKONED = date(1700, 1, 1), date(2600, 1, 1)
"""Days outside are the open ends of a date that is not known: nothing is added to them."""


class Answer(StrEnum):
    """What can be said of a day that is only known as a window."""

    NO = "no"
    PERHAPS = "perhaps"
    YES = "yes"


class Comparison(StrEnum):
    """How one term stands to another, from whatever day both begin."""

    SHORTER = "shorter"
    EQUAL = "equal"
    LONGER = "longer"
    DEPENDS = "depends"


@dataclass(frozen=True)
class Window:
    """From the earliest to the latest day on which something happens or ends; the outermost days are open."""

    earliest: date
    latest: date

    def passed(self, today: date) -> Answer:
        """Whether the day lies behind us: certainly, perhaps, or not yet."""
        if self.latest < today:
            return Answer.YES
        return Answer.PERHAPS if self.earliest < today else Answer.NO

    @property
    def is_day(self) -> bool:
        """Whether it is one day and no other."""
        return self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Whether an end is not known at all."""
        return self.earliest == OPEN_EARLY or self.latest == OPEN_LATE

    def hull(self, other: Window) -> Window:
        """The window that holds both."""
        return Window(min(self.earliest, other.earliest), max(self.latest, other.latest))

    def later(self, term: Term) -> Window:
        """The window in which a term ends that begins in this one."""
        return Window(day_after(self.earliest, term), day_after(self.latest, term))

    def days_later(self, fewest: int, most: int) -> Window:
        """The window moved by days, the fewest to its earliest end, the most to its latest."""
        return Window(moved(self.earliest, fewest), moved(self.latest, most))


def window_of(when: PartialDate | date) -> Window:
    """The days that a date can have been; *about* widens them."""
    return Window(*reach(when))


def lasted(since: PartialDate | None, until: PartialDate | None, on: PartialDate | date) -> Answer:
    """Whether something that began and ended held on a day: a law, a judge's seat in a branch, an open prison.

    Both ends are included; an end that is not recorded does not bound it.
    """
    days = window_of(on)
    began = window_of(since) if since else None
    ended = window_of(until) if until else None
    if (began and days.latest < began.earliest) or (ended and ended.latest < days.earliest):
        return Answer.NO
    certainly_begun = began is None or began.latest <= days.earliest
    certainly_lasts = ended is None or days.latest <= ended.earliest
    return Answer.YES if certainly_begun and certainly_lasts else Answer.PERHAPS


def day_after(day: date, term: Term) -> date:
    """The day on which a term is complete: Jalali years and months from its first day, then days."""
    if not FIRST_RECKONED <= day <= LAST_RECKONED:
        return day
    year, month, of_month = jalali.from_gregorian(day)
    years, month_index = divmod(month - 1 + term.whole_months, MONTHS_OF_A_YEAR)
    if year + years > LAST_JALALI_YEAR:
        return OPEN_LATE
    last = jalali.days_in_month(year + years, month_index + 1)
    ends = jalali.to_gregorian(year + years, month_index + 1, min(of_month, last))
    return moved(ends, term.loose_days)


def moved(day: date, days: int) -> date:
    """A day moved by days; an open end stays open, and so does what would lie beyond it."""
    if day in {OPEN_EARLY, OPEN_LATE}:
        return day
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, OPEN_EARLY.toordinal()), OPEN_LATE.toordinal()))


def compare(term: Term, other: Term) -> Comparison:
    """Which of two terms is longer, from whatever day both begin.

    Months and days are only compared where the calendar leaves no doubt: 40 days are longer than a month,
    30 days depend on the month. 1 y 40 d and 1 y 1 m 10 d differ by 40 days against a month and ten days:
    they depend.
    """
    months, days = term.whole_months - other.whole_months, term.loose_days - other.loose_days
    if months < 0 or (months == 0 and days < 0):
        return _turned(compare(other, term))
    if days >= 0:
        return Comparison.LONGER if months or days else Comparison.EQUAL
    shortest, longest = days_of_months(months)
    if shortest > -days:
        return Comparison.LONGER
    return Comparison.SHORTER if longest < -days else Comparison.DEPENDS


def _turned(comparison: Comparison) -> Comparison:
    if comparison is Comparison.LONGER:
        return Comparison.SHORTER
    return Comparison.LONGER if comparison is Comparison.SHORTER else comparison


def days_of_months(months: int) -> tuple[int, int]:
    """The fewest and the most days that a number of Jalali months can have, from whatever day they begin."""
    cycles, rest = divmod(months, MONTHS_OF_A_CYCLE)
    fewest, most = _days_within_a_cycle(rest)
    return fewest + cycles * DAYS_OF_A_CYCLE, most + cycles * DAYS_OF_A_CYCLE


@cache
def _days_within_a_cycle(months: int) -> tuple[int, int]:
    lengths = [
        _day_of(year, month + months, of_month) - _day_of(year, month, of_month)
        for year in CYCLE
        for month in range(MONTHS_OF_A_YEAR)
        for of_month in (1, LONGEST_MONTH - 1, LONGEST_MONTH)
    ]
    return min(lengths), max(lengths)


def _day_of(year: int, month_index: int, of_month: int) -> int:
    """The ordinal of a day, months counted on from Farvardin of a year, cut to the length of the month."""
    years, index = divmod(month_index, MONTHS_OF_A_YEAR)
    last = jalali.days_in_month(year + years, index + 1)
    return jalali.to_gregorian(year + years, index + 1, min(of_month, last)).toordinal()
