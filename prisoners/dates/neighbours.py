"""What a piece of a date borrows from its neighbours: 18 to 23 Tir 1378, January 8-9, 2026, Mordad and Aban 1404."""

from __future__ import annotations

from itertools import pairwise

from prisoners.dates.eras import JALALI_YEARS
from prisoners.dates.pieces import YEAR_DIGITS, Piece, Three, Unclear

_MONTHS = 12


def lend(pieces: list[Piece]) -> None:
    """Complete every piece with the month, the year and the doubt that the text says once for several."""
    for left, right in pairwise(pieces):
        if right.joint == "to":
            left.here, right.here = left.here + right.after, right.here + left.before
    for left, right in pairwise(pieces):
        _spread_decade(left, right)
        if left.names_month_first:
            _lend_month(left, right)
    for left, right in reversed(list(pairwise(pieces))):
        _lend_month(right, left)
        _lend_month_of_figures(right, left)
        _lend_year_backwards(left, right)
    for left, right in pairwise(pieces):
        _lend_month(left, right)
        _lend_month_of_figures(left, right)
        _lend_year_forwards(left, right)


def _spread_decade(left: Piece, right: Piece) -> None:
    # "دهه ۸۰ و ۹۰": two decades, and the word is said once.
    spreads = left.decade and not left.decade.endswith("s") and right.joint in {"and", "or", "comma"}
    if spreads and _only_year(right) and not right.is_said_to_be_a_year and right.year.endswith("0"):
        right.decade, right.year = right.year, ""


def _only_year(piece: Piece) -> bool:
    return bool(piece.year) and not (piece.day or piece.month or piece.season)


def _lend_month(lender: Piece, borrower: Piece) -> None:
    # "18 to 23 Tir" borrows from the right, "January 8-9" from the left.
    if borrower.day and not borrower.month and lender.day and lender.month:
        borrower.month, borrower.calendar = lender.month, lender.calendar
        borrower.era, borrower.names_month_first = borrower.era or lender.era, lender.names_month_first


def _lend_month_of_figures(lender: Piece, borrower: Piece) -> None:
    # "25-30/6/1401": a bare day beside a date in figures is a day of its month.
    if lender.three and borrower.day and not borrower.month and not borrower.year:
        borrower.three, borrower.day = (*_year_and_month(lender.three), str(borrower.day), "-"), None


def _year_and_month(three: Three) -> tuple[str, str]:
    first, month, last, _ = three
    if not first or not last:
        raise Unclear("a day stands beside a month in figures")
    if len(first) == YEAR_DIGITS:
        return first, month
    day_first = (last.isdecimal() and int(last) in JALALI_YEARS) or (
        first.isdecimal() and int(first) > _MONTHS
    )
    if len(last) == YEAR_DIGITS and day_first:
        return last, month
    raise Unclear("it is not clear which number is the month")


def _lend_year_backwards(left: Piece, right: Piece) -> None:
    if not left.lacks_year or not right.year or _only_year(right):
        return
    left.year, left.era = right.year, left.era or right.era
    if _comes_later(left, right):
        left.year = _year_beside(right, right.year, -1)


def _lend_year_forwards(left: Piece, right: Piece) -> None:
    if not right.lacks_year or not left.year or _only_year(left):
        return
    right.year, right.era = left.year, right.era or left.era
    if _comes_later(left, right):
        right.year = _year_beside(right, left.year, 1)


def _comes_later(left: Piece, right: Piece) -> bool:
    """Whether December stands before January, so that a year ended between them."""
    if left.month and right.month:
        return left.calendar is right.calendar and left.month > right.month
    return bool(left.season and right.season and left.season > right.season)


def _year_beside(right: Piece, year: str, step: int) -> str:
    if right.joint != "to":
        raise Unclear("it is not clear to which year each of its dates belongs")
    return str(int(year) + step).zfill(len(year))
