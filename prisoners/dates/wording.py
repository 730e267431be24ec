"""Days as the largest units of a calendar that say exactly them: a year, a season, 1–10 Mehr 1402, 1980s."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from prisoners.dates import jalali
from prisoners.dates.edtf import Part
from prisoners.dates.eras import GREGORIAN_YEARS, JALALI_YEARS, NAMED_GREGORIAN_YEARS
from prisoners.dates.partial import Calendar
from prisoners.dates.speech import Speech

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
# The hour that databases put behind every day says nothing.
_MIDNIGHT = re.compile(r"T00:00:00(?:Z|[+-]00(?::00)?)?$")
_DECADE = re.compile(r"(\d{3})X")
_DECEMBER = 12
_WINTER = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """A day, month, season, year or decade of one calendar, as it is named."""

    calendar: Calendar
    grain: str
    year: int
    month: int = 0
    day: int = 0


def gregorian_unit(part: Part) -> Unit | None:
    """The unit that an EDTF date names, or None for one that people have no words for."""
    decade = _DECADE.fullmatch(part.text)
    if decade and int(decade[1]) * 10 in GREGORIAN_YEARS:
        return Unit(Calendar.GREGORIAN, "decade", int(decade[1]) * 10)
    found = _PART.fullmatch(_MIDNIGHT.sub("", part.text))
    if found is None or int(found[1]) not in NAMED_GREGORIAN_YEARS:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if month > _DECEMBER:
        return Unit(Calendar.GREGORIAN, "season", year, month - 20)
    grain = "day" if day else "month" if month else "year"
    return Unit(Calendar.GREGORIAN, grain, year, month, day)


def day_unit(calendar: Calendar, day: dt.date, *, coarse: bool = False) -> Unit:
    """A day; or, where it may be coarse, the year or month that begins on it."""
    year, month, number = (
        jalali.from_gregorian(day) if calendar is Calendar.JALALI else (day.year, day.month, day.day)
    )
    if coarse and number == 1:
        return Unit(calendar, "year", year) if month == 1 else Unit(calendar, "month", year, month)
    return Unit(calendar, "day", year, month, number)


def jalali_units(first: dt.date, last: dt.date) -> tuple[Unit, Unit]:
    """The first and the last Jalali unit of some days; one unit twice where one names them all."""
    year, month, day = jalali.from_gregorian(first)
    end_year, end_month, end_day = jalali.from_gregorian(last)
    j = Calendar.JALALI
    if day != 1 or end_day != jalali.days_in_month(end_year, end_month):
        return Unit(j, "day", year, month, day), Unit(j, "day", end_year, end_month, end_day)
    if (month, end_month) == (1, 12):
        if year % 10 == 0 and end_year == year + 9:
            return (Unit(j, "decade", year),) * 2
        return Unit(j, "year", year), Unit(j, "year", end_year)
    if year == end_year and month % 3 == 1 and end_month == month + 2:
        return (Unit(j, "season", year, month // 3 + 1),) * 2
    return Unit(j, "month", year, month), Unit(j, "month", end_year, end_month)


def named(unit: Unit, speech: Speech) -> str:
    """A unit in words: 25 Shahrivar 1401, spring 1401, 1390s."""
    if unit.grain == "decade":
        return speech.decade.format(unit.year)
    if unit.grain == "year":
        return _year(unit, speech)
    if unit.grain == "season":
        return f"{speech.seasons[unit.month - 1]} {_year(unit, speech)}"
    name = _month(unit, speech)
    return f"{unit.day} {name} {unit.year}" if unit.grain == "day" else f"{name} {unit.year}"


def _year(unit: Unit, speech: Speech) -> str:
    """The year of a unit without a month; with its era where the reader would have to ask."""
    # A Gregorian winter lies in two years, and says which.
    lies_in_two = unit.calendar is Calendar.GREGORIAN and (unit.grain, unit.month) == ("season", _WINTER)
    year = f"{unit.year}/{(unit.year + 1) % 100:02}" if lies_in_two else str(unit.year)
    if unit.calendar is Calendar.JALALI:
        return year if unit.year in JALALI_YEARS else speech.jalali_era.format(year)
    return year if unit.year in GREGORIAN_YEARS else speech.gregorian_era.format(year)


def _month(unit: Unit, speech: Speech) -> str:
    names = speech.jalali_months if unit.calendar is Calendar.JALALI else speech.gregorian_months
    return names[unit.month - 1]


def ranged(first: Unit, last: Unit, speech: Speech) -> str:
    """From one unit to another, without saying twice what they share: 18–23 Tir 1378."""
    end = named(last, speech)
    if first == last:
        return end
    if first.grain != last.grain or first.grain in {"season", "decade"}:
        return speech.long_range.format(named(first, speech), end)
    if first.grain == "year":
        joint = speech.short_range if named(first, speech).isdecimal() else speech.long_range
        return joint.format(named(first, speech), end)
    if first.year != last.year:
        return speech.long_range.format(named(first, speech), end)
    if first.month == last.month:
        return speech.short_range.format(first.day, end)
    start = _month(first, speech) if first.grain == "month" else f"{first.day} {_month(first, speech)}"
    return speech.long_range.format(start, end)


def listed(units: list[Unit], word: str, speech: Speech) -> str:
    """Several units, one or all of which are meant: 12, 13 or 14 Aban 1398."""
    same_month = len({(unit.year, unit.month, unit.grain) for unit in units}) == 1 and units[0].grain == "day"
    names = [str(unit.day) if same_month else _alone(unit, speech) for unit in units[:-1]]
    return f"{speech.comma.join(names)} {word} {_alone(units[-1], speech)}"


def _alone(unit: Unit, speech: Speech) -> str:
    # Beside a decade, "دهه ۸۰ و ۹۰", a bare year would be taken for one.
    name = named(unit, speech)
    return speech.year_alone.format(name) if unit.grain == "year" else name
