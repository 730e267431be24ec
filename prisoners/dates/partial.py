"""A date as precise as its source: its earliest and latest day, its EDTF, and the words it was read from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

OPEN_EARLY = dt.date.min
OPEN_LATE = dt.date.max


class Calendar(StrEnum):
    """The calendar a source's words are written in."""

    GREGORIAN = "gregorian"
    JALALI = "jalali"
    HIJRI = "hijri"
    UNKNOWN = "unknown"


_CALENDARS = {calendar.value: calendar for calendar in Calendar} | {"unread": Calendar.UNKNOWN}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month, a season, a span of days or one of several days, never more precise than its source.

    `earliest` and `latest` are the first and last day it can have been; 0001-01-01 and 9999-12-31 stand for an open end
    and for words that were not read, and are never shown. Dates sort by their earliest day, then by their latest.
    """

    earliest: dt.date
    latest: dt.date
    edtf: str
    calendar: Calendar
    words: str

    @classmethod
    def from_stored(cls, text: str) -> PartialDate:
        """The date that is kept as this text in the registry."""
        head, calendar, words = text.split("|", 2)
        day = dt.date.fromisoformat
        return cls(day(head[:10]), day(head[11:21]), head[22:], _CALENDARS[calendar], words)

    @property
    def stored(self) -> str:
        """One text that sorts by the earliest day: `earliest latest EDTF|calendar|words as written`."""
        calendar = self.calendar.value if self.edtf else "unread"
        return f"{self.earliest.isoformat()} {self.latest.isoformat()} {self.edtf}|{calendar}|{self.words}"

    @property
    def is_read(self) -> bool:
        """Whether the words became a date; words that did not are kept and shown, and date nothing."""
        return self.edtf != ""

    @property
    def is_day(self) -> bool:
        """Whether it is one day and no other."""
        return self.earliest == self.latest and self.is_read and not self.about

    @property
    def about(self) -> bool:
        """Whether the source says about, around, circa."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether the source, or the state of its calendar, leaves a doubt."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def opens_early(self) -> bool:
        """Whether nothing says when it began: before, until."""
        return self.edtf.startswith(("/", "..", "[..", "{.."))

    @property
    def opens_late(self) -> bool:
        """Whether nothing says when it ended: since, after, ongoing."""
        return self.edtf.endswith(("/", "..", "..]", "..}"))

    def certainly_before(self, other: PartialDate | dt.date) -> bool:
        """Whether every day it can have been lies before every day the other can have been."""
        return reach(self)[1] < reach(other)[0]

    def certainly_after(self, other: PartialDate | dt.date) -> bool:
        """Whether every day it can have been lies after every day the other can have been."""
        return reach(other)[1] < reach(self)[0]

    def possibly_within(self, first: dt.date, last: dt.date) -> bool:
        """Whether some day it can have been lies in the period, both ends included."""
        earliest, latest = reach(self)
        return earliest <= last and first <= latest

    def possibly_same(self, other: PartialDate | dt.date) -> bool:
        """Whether both can have been on one day; two calendars of one row for which this is false disagree."""
        return self.possibly_within(*reach(other))


def reach(when: PartialDate | dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day that a date can have been; "about 2019" reaches its own length to either side."""
    if isinstance(when, dt.date):
        return when, when
    if not when.about:
        return when.earliest, when.latest
    length = (
        365
        if when.opens_early or when.opens_late
        else when.latest.toordinal() - when.earliest.toordinal() + 1
    )
    return _shifted(when.earliest, -length), _shifted(when.latest, length)


def _shifted(day: dt.date, days: int) -> dt.date:
    if day in (OPEN_EARLY, OPEN_LATE):
        return day
    ordinal = min(max(day.toordinal() + days, OPEN_EARLY.toordinal()), OPEN_LATE.toordinal())
    return dt.date.fromordinal(ordinal)
