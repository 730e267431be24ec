"""Writes a date in both calendars, never more precise than it is, in words that are read back as the same days."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from prisoners.dates import jalali
from prisoners.dates.ages import Length, age_on, length_between
from prisoners.dates.edtf import Edtf, Part, parse_edtf
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE, Calendar, PartialDate
from prisoners.dates.speech import SPEECH, Speech, in_persian_digits
from prisoners.dates.wording import Unit, day_unit, gregorian_unit, jalali_units, listed, named, ranged

Digits = Literal["latin", "persian"]
Language = Literal["en", "fa"]
Ends = tuple[Part | None, Part | None]

# Gregorian years whose days have Jalali names that the reader reads back.
_WITH_JALALI_NAMES = range(1822, 2120)
_ONE_DAY = dt.timedelta(days=1)


def write_date(
    date: PartialDate,
    *,
    first: Calendar = Calendar.JALALI,
    digits: Digits = "latin",
    language: Language = "en",
    both: bool = True,
) -> str:
    """The date as people read it: `25 Shahrivar 1401 · 16 Sep 2022`, `spring 1401 · 21 Mar – 21 Jun 2022`.

    What is partial says so: about, before, since, one or the other. `read_date` reads every such text back as the same
    days with the same EDTF. A date that was not read is written as its words.
    """
    speech = SPEECH[language]
    edtf = parse_edtf(date.edtf)
    if edtf is None:
        return speech.unread.format(date.words)
    localised = in_persian_digits if digits == "persian" else str
    in_gregorian = _side(edtf, date, speech, Calendar.GREGORIAN)
    in_jalali = _side(edtf, date, speech, Calendar.JALALI)
    western = localised(in_gregorian) if in_gregorian else f"EDTF {date.edtf}"
    if in_jalali is None:
        return western
    iranian = localised(in_jalali)
    if not both:
        return western if first is Calendar.GREGORIAN else iranian
    years = _years_of_a_jalali_year(edtf, in_gregorian)
    western = localised(years) if years else western
    return " · ".join((western, iranian) if first is Calendar.GREGORIAN else (iranian, western))


def write_ends(date: PartialDate) -> tuple[str, str]:
    """The first and last day that a date names, for columns that sort: 2023-01-03; "" for an open end, or none at all.

    A day that the source only says about, or is not sure of, bears the mark of EDTF: 2023-01-03~, 2023-01-03?, and
    2023-01-03% for both. `read_date` reads it back as no more than that.
    """
    if not date.is_read:
        return "", ""
    mark = {(True, False): "~", (False, True): "?", (True, True): "%"}.get((date.about, date.uncertain), "")
    return (
        "" if date.opens_early else f"{date.earliest.isoformat()}{mark}",
        "" if date.opens_late else f"{date.latest.isoformat()}{mark}",
    )


def _side(edtf: Edtf, date: PartialDate, speech: Speech, calendar: Calendar) -> str | None:
    """The date in one calendar, or None where that calendar has no words for it."""
    if calendar is Calendar.JALALI and not _is_jalali_time(edtf, date):
        return None
    if edtf.kind in {"one of", "all of"}:
        return _listed(edtf, speech, calendar)
    start, end = edtf.spans[0]
    if start is None or end is None:
        return _open(date.edtf, (start, end), speech, calendar)
    if calendar is Calendar.GREGORIAN and edtf.kind == "interval" and start.text == end.text:
        return None
    return _closed((start, end), speech, calendar)


def _is_jalali_time(edtf: Edtf, date: PartialDate) -> bool:
    """Whether the days have Jalali names: days before 1304 only if the source itself named them so."""
    days = [day for part in _parts(edtf) for day in (part.first, part.last)]
    if not days or any(year not in _WITH_JALALI_NAMES for year, _, _ in days):
        return False
    earliest = min(part.earliest for part in _parts(edtf))
    return date.calendar is Calendar.JALALI or earliest >= jalali.to_gregorian(jalali.FIRST_MODERN_YEAR, 1, 1)


def _parts(edtf: Edtf) -> list[Part]:
    return [part for span in edtf.spans for part in span if part]


def _closed(ends: tuple[Part, Part], speech: Speech, calendar: Calendar) -> str | None:
    units = _units(ends, calendar)
    if units is None:
        return None
    marks = (ends[0].mark, ends[1].mark)
    if marks[0] == marks[1]:
        return _marked(ranged(*units, speech), marks[0], speech)
    if units[0] == units[1]:
        units = day_unit(calendar, ends[0].earliest), day_unit(calendar, ends[1].latest)
    start, end = named(units[0], speech), named(units[1], speech)
    return speech.long_range.format(_start_alone(start, marks[0], speech), _end_alone(end, marks[1], speech))


def _start_alone(text: str, mark: str, speech: Speech) -> str:
    """A start that is in doubt where the end is not: the mark stands behind it, and holds for nothing else."""
    text = speech.about_alone.format(text) if mark in {"~", "%"} else text
    return speech.uncertain.format(text) if mark in {"?", "%"} else text


def _end_alone(text: str, mark: str, speech: Speech) -> str:
    """An end that is in doubt where the start is not: the mark stands before it."""
    text = speech.about.format(text) if mark in {"~", "%"} else text
    return speech.probably.format(text) if mark in {"?", "%"} else text


def _units(ends: tuple[Part, Part], calendar: Calendar) -> tuple[Unit, Unit] | None:
    if calendar is Calendar.JALALI:
        return jalali_units(ends[0].earliest, ends[1].latest)
    start, end = gregorian_unit(ends[0]), gregorian_unit(ends[1])
    return (start, end) if start and end else None


def _marked(text: str, mark: str, speech: Speech) -> str:
    if mark in {"?", "%"}:
        text = speech.uncertain.format(text)
    return speech.about.format(text) if mark in {"~", "%"} else text


def _open(text: str, ends: Ends, speech: Speech, calendar: Calendar) -> str | None:
    """Before, until, since; or an end that is not known."""
    start, end = ends
    known = start or end
    unit = _edge(known, calendar, is_start=start is not None) if known else None
    if known is None or unit is None:
        return None
    edge = _marked(named(unit, speech), known.mark, speech)
    if text.startswith("/"):
        return speech.long_range.format(speech.unknown, edge)
    if text.endswith("/"):
        return speech.long_range.format(edge, speech.unknown)
    if start:
        return speech.since.format(edge)
    if calendar is Calendar.GREGORIAN and unit.grain != "day":
        return speech.until.format(edge)
    following = day_unit(calendar, known.latest + _ONE_DAY, coarse=True)
    return speech.before.format(_marked(named(following, speech), known.mark, speech))


def _edge(part: Part, calendar: Calendar, *, is_start: bool) -> Unit | None:
    if calendar is Calendar.GREGORIAN:
        return gregorian_unit(part)
    return day_unit(calendar, part.earliest, coarse=True) if is_start else day_unit(calendar, part.latest)


def _listed(edtf: Edtf, speech: Speech, calendar: Calendar) -> str | None:
    """Some of several days, or all of them."""
    word = speech.either if edtf.kind == "one of" else speech.both
    members = [_member(start, end, speech, calendar) for start, end in edtf.spans]
    told = [member for member in members if member is not None]
    if len(told) != len(members) or len(told) == 1:
        return None
    single = [first for _, first, last in told if first == last]
    if len(single) == len(told) and not any(part.mark for part in _parts(edtf)):
        return listed(single, word, speech)
    texts = [speech.year_alone.format(text) if unit.grain == "year" else text for text, unit, _ in told]
    return f"{speech.comma.join(texts[:-1])} {word} {texts[-1]}"


def _member(
    start: Part | None, end: Part | None, speech: Speech, calendar: Calendar
) -> tuple[str, Unit, Unit] | None:
    if start is None or end is None:
        return None
    if calendar is Calendar.GREGORIAN and start is not end and start.text == end.text:
        return None
    units, text = _units((start, end), calendar), _closed((start, end), speech, calendar)
    return (text, *units) if units and text else None


def _years_of_a_jalali_year(edtf: Edtf, in_gregorian: str | None) -> str | None:
    """A whole Jalali year beside its name is 2023/24: which days those are is known to all."""
    start, end = edtf.spans[0]
    if in_gregorian is None or edtf.kind != "interval" or start is None or end is None:
        return None
    if start.first[0] + 1 != end.last[0] or {OPEN_EARLY, OPEN_LATE} & {start.earliest, end.latest}:
        return None
    first, last = jalali_units(start.earliest, end.latest)
    if first != last or first.grain != "year" or start.mark != end.mark:
        return None
    return f"{start.first[0]}/{end.last[0] % 100:02}"


def write_age(
    born: PartialDate | None,
    on: PartialDate | dt.date,
    *,
    digits: Digits = "latin",
    language: Language = "en",
) -> str:
    """The age on a day, or the ages it can have been: 41, 41–42; empty when nothing says."""
    years = age_on(born, on) if born is not None else None
    if years is None:
        return ""
    speech = SPEECH[language]
    text = str(years[0]) if years[0] == years[1] else speech.short_range.format(*years)
    return in_persian_digits(text) if digits == "persian" else text


def write_span(
    start: PartialDate | dt.date,
    end: PartialDate | dt.date,
    *,
    digits: Digits = "latin",
    language: Language = "en",
) -> str:
    """How long it lasted, in its two largest units: 2 y 3 m; the least and the most of partial dates; "" when open."""
    lengths = length_between(start, end)
    if lengths is None:
        return ""
    speech = SPEECH[language]
    shortest, longest = (_length(length, speech) for length in lengths)
    text = shortest if shortest == longest else speech.long_range.format(shortest, longest)
    return in_persian_digits(text) if digits == "persian" else text


def _length(length: Length, speech: Speech) -> str:
    years, months, days = length
    told = ((speech.year, years), (speech.month, months), (speech.day, 0 if years else days))
    parts = [template.format(number) for template, number in told if number]
    return speech.span_joint.join(parts) if parts else speech.day.format(0)
