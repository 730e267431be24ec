"""Reads a date as people write it, in three scripts and two calendars; what could be two dates is refused, never guessed."""

from __future__ import annotations

import datetime as dt
import re

from prisoners.dates import units
from prisoners.dates.edtf import parse_edtf
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE, Calendar, PartialDate
from prisoners.dates.scan import fold
from prisoners.dates.sides import read_words
from prisoners.dates.words import SENTINELS
from prisoners.errors import DateNotRead

_LONGEST = 200
# In a cell it means that nothing is known; typed alone it is the year nought of EDTF.
_YEAR_NOUGHT = "0000"
_PLAIN = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"(1[34]\d\d|19\d\d|20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
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
    plain = _PLAIN.fullmatch(folded)
    if folded in SENTINELS and folded != _YEAR_NOUGHT:
        raise DateNotRead(text, "lists write this where nothing is known")
    if plain and (found := _plain(text, plain)):
        return found
    return _edtf(text) or read_words(text, folded, today, year)


def is_sentinel(text: str) -> bool:
    """Whether lists write this where nothing is known: an empty cell, 0000-00-00, 1900-01-01, nan, a dash."""
    return fold(text).split(" 00:00")[0] in SENTINELS


def keep_unread(text: str) -> PartialDate:
    """A text that could not be read, kept as it was written; it never becomes a date."""
    return PartialDate(OPEN_EARLY, OPEN_LATE, "", Calendar.UNKNOWN, text)


def _plain(text: str, found: re.Match[str]) -> PartialDate | None:
    """1401/06/25 and 2022-09-16, which are most of what is read."""
    year, month, number = int(found[1]), int(found[3]), int(found[4])
    if not 1 <= month <= 12 or number == 0:
        return None
    if 1304 <= year < 1500:
        day = units.day(Calendar.JALALI, year, month, number).first
        return PartialDate(day, day, day.isoformat(), Calendar.JALALI, text)
    if 1900 <= year < 2100:
        day = units.day(Calendar.GREGORIAN, year, month, number).first
        return PartialDate(day, day, day.isoformat(), Calendar.GREGORIAN, text)
    return None


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
    return alone is None or alone[1] == _YEAR_NOUGHT or 1900 <= int(alone[1]) < 2100
