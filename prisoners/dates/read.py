"""Reads dates as people write them, in three scripts and two calendars; what could be two dates is never guessed."""

from __future__ import annotations

import datetime as dt
import re

from prisoners.dates import jalali, units
from prisoners.dates.edtf import parse_edtf
from prisoners.dates.eras import GREGORIAN_YEARS, calendar_of_year
from prisoners.dates.fold import fold
from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.sentinels import SENTINELS
from prisoners.errors import DateNotRead

_LONGEST = 1000
_MONTHS = 12
# In a cell it means that nothing is known; typed alone it is the year nought of EDTF.
_YEAR_NOUGHT = "0000"
# The hour that databases and spreadsheets put behind a day.
_CLOCK = re.compile(r"(?:t(?=\d\d:)|,? )\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]m| ?utc|z|[+-]\d\d:?\d\d)?$")
_PLAIN = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_COMPACT = re.compile(r"(?P<year>1[34]\d\d|19\d\d|20\d\d)(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)")
_YEAR_ALONE = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?[?~%]?")
_JALALI_YEAR = re.compile(r"(?<![\dY-])1[34][\dX][\dX](?![\dX])")
_EDTF_SIGNS = re.compile(r"[0-9\-/.,?~%XYTZ:+\[\]{}]+")


def read_date(text: str, *, today: dt.date | None = None, year: int | None = None) -> PartialDate:
    """The date a text says, with its first and last possible day, its calendar and its words.

    `today` is the day from which "three days ago" is counted; `year`, of either calendar, completes "20 Dey". Raises
    DateAmbiguous with every reading, ImpossibleDate for a day that its month lacks, and DateNotRead for all the rest.
    """
    if len(text) > _LONGEST:
        raise DateNotRead(f"{text[:60]}…", "it is too long to be a date")
    folded = fold(text)
    bare = _without_clock(folded)
    if bare in SENTINELS and folded != _YEAR_NOUGHT:
        raise DateNotRead(text, "lists write this where nothing is known")
    if bare is not folded and (moment := _edtf(text)):
        return moment
    plain = _PLAIN.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if plain and (day := _plain(text, plain)):
        return day
    if edtf := _edtf(text):
        return edtf
    # Imported here because most dates are figures, and need no grammar.
    from prisoners.dates.sides import read_words

    return read_words(text, folded, today, year)


def is_sentinel(text: str) -> bool:
    """Whether lists write this where nothing is known: an empty cell, 0000-00-00, 1900-01-01, nan, a dash."""
    return _without_clock(fold(text)) in SENTINELS


def _without_clock(folded: str) -> str:
    return _CLOCK.sub("", folded) if ":" in folded else folded


def _plain(text: str, found: re.Match[str]) -> PartialDate | None:
    """1401/06/25, 2022-09-16 and 20220916, which are most of what is read."""
    year, month, number = int(found["year"]), int(found["month"]), int(found["day"])
    calendar = calendar_of_year(year)
    if calendar is None or not 1 <= month <= _MONTHS or number == 0:
        return None
    day = units.day(calendar, year, month, number).first
    if calendar is Calendar.JALALI and day < jalali.first_modern_day():
        return None
    return PartialDate(day, day, day.isoformat(), calendar, text)


def _edtf(text: str) -> PartialDate | None:
    """Text that is EDTF, unless its years are Jalali or could be."""
    bare = text.strip()
    found = parse_edtf(bare) if _is_edtf(bare) else None
    if found is None:
        return None
    return PartialDate(found.earliest, found.latest, bare, Calendar.GREGORIAN, text)


def _is_edtf(bare: str) -> bool:
    if not _EDTF_SIGNS.fullmatch(bare) or _JALALI_YEAR.search(bare):
        return False
    alone = _YEAR_ALONE.fullmatch(bare)
    return alone is None or alone[1] == _YEAR_NOUGHT or int(alone[1]) in GREGORIAN_YEARS
