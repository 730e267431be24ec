"""Pieces into days: every unit of a text in its calendar, with its marks of doubt."""

from __future__ import annotations

import datetime as dt

from prisoners.dates import jalali, units
from prisoners.dates.figures import span_of_figures
from prisoners.dates.moments import LAST_WEEK
from prisoners.dates.neighbours import lend
from prisoners.dates.partial import Calendar
from prisoners.dates.pieces import Phrase, Piece, Unclear, When
from prisoners.dates.units import Span
from prisoners.dates.years import G, J, Near, Options, decades_meant, years_meant

_MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
_DECADE, _MONTHS = 10, 12
_WINTER, _MONTHS_OF_SEASON = 4, 3
_WEEKS = 4


def spans_of(phrase: Phrase, options: Options, today: dt.date | None, near: Near | None) -> list[Span]:
    """The days of every piece of a phrase, in the order of the text."""
    lend(phrase.pieces)
    if near and len({piece.lacks_year for piece in phrase.pieces}) > 1:
        raise Unclear("it names a year for one of its dates only")
    return [_span(piece, options, today, near) for piece in phrase.pieces]


def _span(piece: Piece, options: Options, today: dt.date | None, near: Near | None) -> Span:
    if Calendar.HIJRI in (piece.calendar, piece.era):
        raise Unclear("a lunar date is never converted, since its day depends on who saw the moon")
    if piece.when:
        span = _relative(piece, piece.when, today)
    elif piece.three:
        span = span_of_figures(piece, options)
    elif piece.decade:
        span = _decade(piece, options)
    else:
        span = _named(piece, options, near)
    if piece.week_of:
        if span.first != span.last:
            raise Unclear("it does not say which week")
        span = units.week_around(span)
    _check_weekday(piece, span)
    said = piece.before + piece.here + piece.after
    return span.marked(_MARKS["~" in said, "?" in said or _months_were_others(piece, span)])


def _months_were_others(piece: Piece, span: Span) -> bool:
    # The months of Iran before 1304 were not today's, so a day or month converted with today's is in doubt.
    finer_than_year = bool(piece.month or piece.season or (piece.three and piece.three[1].isdecimal()))
    return span.calendar is J and finer_than_year and span.first < jalali.first_modern_day()


def _check_weekday(piece: Piece, span: Span) -> None:
    if piece.weekday is None:
        return
    if span.first != span.last:
        raise Unclear("it names a day of the week but not the day")
    if span.first.weekday() != piece.weekday:
        raise Unclear("that day was another day of the week")


def _relative(piece: Piece, when: When, today: dt.date | None) -> Span:
    unit, number, calendar = when
    if today is None:
        raise Unclear("it counts from a day that is not stated")
    if piece.day or piece.month or piece.year or piece.season or piece.cut:
        raise Unclear("it counts from today and names a date at once")
    if unit == "day":
        day = today + dt.timedelta(days=number)
        return Span(day, day, day.isoformat(), calendar=Calendar.UNKNOWN)
    if calendar is None:
        raise Unclear(f"a {unit} counted from today is not exact enough to be one date")
    year, month = jalali.from_gregorian(today)[:2] if calendar is J else (today.year, today.month)
    if unit == "year":
        return units.year(calendar, year + number)
    year, month = divmod(year * _MONTHS + month - 1 + number, _MONTHS)
    return units.months(calendar, year, month + 1, month + 1)


def _named(piece: Piece, options: Options, near: Near | None) -> Span:
    if piece.year:
        calendar, year = options.pick(years_meant(piece))
        return _unit(piece, calendar, year)
    if near is None:
        units.check_day(piece.calendar, piece.month, piece.day)
        raise Unclear("it names no year")
    calendar = piece.calendar or near.calendar
    spans = [_unit(piece, calendar, number) for number in near.years(calendar)]
    close = [span for span in spans if span.meets(near.first, near.last)]
    if not close:
        raise Unclear("no such day lies in the year that is stated")
    return options.pick(close)


def _unit(piece: Piece, calendar: Calendar, year: int) -> Span:
    if piece.season:
        return _season(piece, calendar, year)
    if piece.month:
        return _in_month(piece, calendar, year, piece.month)
    if piece.day or piece.week:
        raise Unclear("it names a day but no month")
    return units.part_of_year(calendar, year, piece.cut) if piece.cut else units.year(calendar, year)


def _in_month(piece: Piece, calendar: Calendar, year: int, month: int) -> Span:
    if sum((piece.day is not None, piece.cut is not None, piece.week is not None)) > 1:
        raise Unclear("it names a day and a part of a month at once")
    if piece.day:
        return units.day(calendar, year, month, piece.day)
    if piece.week == LAST_WEEK:
        return units.last_week(calendar, year, month)
    if piece.week:
        return units.part_of_month(calendar, year, month, (piece.week - 1, _WEEKS))
    if piece.cut:
        return units.part_of_month(calendar, year, month, piece.cut)
    return units.months(calendar, year, month, month)


def _season(piece: Piece, calendar: Calendar, year: int) -> Span:
    which = piece.season or 0
    if piece.month or piece.day or piece.week:
        raise Unclear("it names a season and a month at once")
    if calendar is G and which == _WINTER and not piece.two_years:
        raise Unclear(f"winter {year} may be its first months or its last")
    if not piece.cut:
        return units.season(calendar, year, which)
    if calendar is G or piece.cut[1] != _MONTHS_OF_SEASON:
        raise Unclear("a part of that season is not exact enough to be dated")
    return units.part_of_year(calendar, year, piece.cut, 3 * which - 2, _MONTHS_OF_SEASON)


def _decade(piece: Piece, options: Options) -> Span:
    if piece.day or piece.month or piece.season or piece.week:
        raise Unclear("it names a decade and a day or month at once")
    calendar, number = options.pick(decades_meant(piece.decade))
    if piece.cut:
        return units.part_of_decade(calendar, number, piece.cut)
    return units.years(calendar, number, number + _DECADE - 1)
