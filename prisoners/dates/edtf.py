"""EDTF, the library standard for imprecise dates (ISO 8601-2 level 1, and sets), as bounds of days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE

Ymd = tuple[int, int, int]

_DATE = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_LONG_YEAR = re.compile(r"Y(?P<year>-?[1-9]\d{4,})(?P<mark>[?~%]?)", re.ASCII)
_TIME = re.compile(
    r"(-?\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?", re.ASCII
)
_FEBRUARY, _DECEMBER = 2, 12
_PAIR = 2
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Part:
    """One date of an EDTF text: its words without the mark, its first and last day, and how it is marked."""

    text: str
    first: Ymd
    last: Ymd
    mark: str = ""

    @property
    def earliest(self) -> dt.date:
        """Its first day, as near as a computer's calendar goes."""
        return _clamped(self.first)

    @property
    def latest(self) -> dt.date:
        """Its last day, as near as a computer's calendar goes."""
        return _clamped(self.last)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A whole EDTF text: `kind` is "date", "interval", "one of" or "all of"; an open or unknown end is None."""

    kind: str
    spans: tuple[tuple[Part | None, Part | None], ...]

    @property
    def earliest(self) -> dt.date:
        """The first day it can mean."""
        starts = [OPEN_EARLY if start is None else start.earliest for start, _ in self.spans]
        return min(starts)

    @property
    def latest(self) -> dt.date:
        """The last day it can mean."""
        return max(OPEN_LATE if end is None else end.latest for _, end in self.spans)


def parse_edtf(text: str) -> Edtf | None:
    """What an EDTF text means, or None when it is not valid EDTF; nothing is trimmed, mended or guessed."""
    if text[:1] in {"[", "{"}:
        return _set(text)
    if "/" in text:
        span = _interval(text)
        return Edtf("interval", (span,)) if span else None
    part = _part(text) or _long_year(text) or _moment(text)
    return Edtf("date", ((part, part),)) if part else None


def days_in_month(year: int, month: int) -> int:
    """How many days a Gregorian month has, in any year before or after year nought."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == _FEBRUARY and leap else _MONTH_LENGTHS[month - 1]


def _part(text: str) -> Part | None:
    found = _DATE.fullmatch(text)
    if found is None or found["year"] == "-0000":
        return None
    years = _years(found["year"])
    return _within(years, found["month"], found["day"], text.rstrip("?~%"), found["mark"])


def _within(years: tuple[int, int], month: str | None, day: str | None, text: str, mark: str) -> Part | None:
    first, last = years
    if month is None:
        return Part(text, (first, 1, 1), (last, 12, 31), mark)
    if "X" in text[:5]:  # an unknown year cannot have a known month
        return None
    if month == "XX":
        return Part(text, (first, 1, 1), (last, 12, 31), mark) if day in (None, "XX") else None
    if int(month) in _SEASONS:
        return _season(first, int(month), text, mark) if day is None else None
    return _days(first, int(month), day, text, mark)


def _days(year: int, month: int, day: str | None, text: str, mark: str) -> Part | None:
    if not 1 <= month <= _DECEMBER:
        return None
    length = days_in_month(year, month)
    if day is None or day == "XX":
        return Part(text, (year, month, 1), (year, month, length), mark)
    if not 1 <= int(day) <= length:
        return None
    return Part(text, (year, month, int(day)), (year, month, int(day)), mark)


def _season(year: int, season: int, text: str, mark: str) -> Part:
    # Months of meteorology; winter is the one that begins in December of its year.
    begin, end = _SEASONS[season]
    year_of_end = year + 1 if end < begin else year
    return Part(text, (year, begin, 1), (year_of_end, end, days_in_month(year_of_end, end)), mark)


def _years(text: str) -> tuple[int, int]:
    low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
    return (high, low) if low > high else (low, high)


def _long_year(text: str) -> Part | None:
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"])
    return Part(text.rstrip("?~%"), (year, 1, 1), (year, 12, 31), found["mark"])


def _moment(text: str) -> Part | None:
    found = _TIME.fullmatch(text)
    day = _part(found[1]) if found else None
    return Part(text, day.first, day.last) if day else None


def _interval(text: str) -> tuple[Part | None, Part | None] | None:
    ends = text.split("/")
    if len(ends) != _PAIR or text == "/":
        return None
    return _span(ends[0], ends[1], ("", ".."))


def _span(begin: str, finish: str, openings: tuple[str, ...]) -> tuple[Part | None, Part | None] | None:
    start, end = (None if side in openings else _part(side) for side in (begin, finish))
    if (start is None and begin not in openings) or (end is None and finish not in openings):
        return None
    if start and end and start.first > end.first:
        return None
    return start, end


def _set(text: str) -> Edtf | None:
    brackets = text[0] + text[-1]
    if brackets not in {"[]", "{}"}:
        return None
    members = [_member(member) for member in text[1:-1].split(",")]
    spans = tuple(member for member in members if member)
    if len(spans) != len(members):
        return None
    return Edtf("one of" if brackets == "[]" else "all of", spans)


def _member(text: str) -> tuple[Part | None, Part | None] | None:
    if ".." in text:
        begin, _, finish = text.partition("..")
        return _span(begin, finish, ("",)) if begin or finish else None
    part = _part(text)
    return (part, part) if part else None


def _clamped(day: Ymd) -> dt.date:
    if day[0] < OPEN_EARLY.year:
        return OPEN_EARLY
    return OPEN_LATE if day[0] > OPEN_LATE.year else dt.date(*day)
