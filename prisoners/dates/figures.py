"""Dates in figures only, in whichever order they were written: 25/6/1401, 2018/04/dd, 1339/??/??, 98/8/25, 1398/99."""

from __future__ import annotations

from dataclasses import replace

from prisoners.dates import units
from prisoners.dates.pieces import YEAR_DIGITS, Piece, Unclear
from prisoners.dates.units import Span
from prisoners.dates.years import G, J, Options, Year, years_meant

_MONTHS = 12
_LAST_SEASON_NUMBER = 24
_YEAR_LENGTHS = (2, YEAR_DIGITS)
Numbers = tuple[Year, int | None, int | None]


def span_of_figures(piece: Piece, options: Options) -> Span:
    """The days that figures mean; raises ImpossibleDate for a day its month lacks."""
    candidates = _orders(piece)
    pair = _pair_of_years(piece)
    if pair and (not candidates or options.pick(("month", "years")) == "years"):
        return pair
    if not candidates:
        _check_month(piece)
        raise Unclear("no order of its numbers is a day, a month and a year")
    (calendar, year), month, day = options.pick(candidates)
    if month is None:
        return units.year(calendar, year)
    if day is None:
        return units.months(calendar, year, month, month)
    return units.day(calendar, year, month, day)


def _check_month(piece: Piece) -> None:
    year, month, _, _ = piece.three or ("", "", "", "")
    if len(year) == YEAR_DIGITS and month.isdecimal() and int(month) > _MONTHS:
        raise Unclear(f"there is no month {int(month)}")


def _pair_of_years(piece: Piece) -> Span | None:
    """1398/99, 2023/24: two years; but 1402/03 is a month, as everybody writes it."""
    year, following, rest, sign = piece.three or ("", "", "", "")
    if len(year) != YEAR_DIGITS or rest or not following.isdecimal():
        return None
    [(calendar, number), *others] = years_meant(Piece(year=year, era=piece.era))
    last = number - number % 100 + int(following)
    could_be_month = int(following) <= _MONTHS and (calendar is J or sign != "/" or last != number + 1)
    could_be_season = sign != "/" and int(following) <= _LAST_SEASON_NUMBER
    if others or last <= number or could_be_month or could_be_season:
        return None
    return replace(units.years(calendar, number, last), text=f"{number}/{last}" if calendar is G else "")


def _orders(piece: Piece) -> list[Numbers]:
    first, second, third, sign = piece.three or ("", "", "", "")
    if len(first) == YEAR_DIGITS:
        found = _with_year(piece, first, second, third)
    else:
        found = _with_year(piece, third, second, first)
        # Only Gregorian dates are ever written month first, and never with dots.
        if sign != ".":
            found += [numbers for numbers in _with_year(piece, third, first, second) if numbers[0][0] is G]
        if len(third) != YEAR_DIGITS:
            found = _with_year(piece, first, second, third) + found
    return [numbers for numbers in found if _could_be(numbers)]


def _with_year(piece: Piece, year: str, month: str, day: str) -> list[Numbers]:
    if not year.isdecimal() or len(year) not in _YEAR_LENGTHS:
        return []
    return [(meant, _number(month), _number(day)) for meant in years_meant(Piece(year=year, era=piece.era))]


def _could_be(numbers: Numbers) -> bool:
    _, month, day = numbers
    return day is None if month is None else month <= _MONTHS


def _number(text: str) -> int | None:
    # 00 stands for a part that is not known, as ?? and dd do.
    return int(text) or None if text.isdecimal() else None
