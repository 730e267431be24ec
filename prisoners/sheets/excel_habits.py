"""What Excel, LibreOffice and Google Sheets do to a cell by themselves, so that nobody's correction is seen in it."""

from __future__ import annotations

import re
import unicodedata

from prisoners.sheets.doubtful import ERRORS
from prisoners.sheets.excel_days import is_day_retyped
from prisoners.sheets.excel_numbers import is_number_retyped, number_of
from prisoners.sheets.safe import is_live

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
_AT_THE_ENDS = " \t\r\n\ufeff"
_TYPED_OVER = re.compile(r"--|(?<= )-(?= )|\.\.\.|[\"']")
_BECOMES = {"--": "(?:--|–|—)", "-": "[-–—]", "...": "(?:\\.{3}|…)", '"': '["“”„«»]', "'": "['‘’‚`´]"}
_BEAUTIES = frozenset("–—…“”„«»‘’‚´")
_SUM = re.compile(r"[=+-][0-9+\-*/(). ]+")
_TRUE = frozenset({"true", "wahr", "vrai", "verdadero", "vero", "waar", "doğru", "истина", "صحيح"})
_FALSE = frozenset({"false", "falsch", "faux", "falso", "onwaar", "yanliş", "yanlış", "ложь", "خطأ"})


def same_but_for_excel(base: str, theirs: str, *, typed: bool | None = None) -> bool:
    """Whether nobody changed this cell: what it says is what we wrote, or what a program makes of it by itself.

    `typed`: whether the cell now holds a number, a date, a truth value or a formula instead of a text. False: only what
    is done to texts is forgiven; None: nobody can say, as in a csv file. The order counts: “007” becomes 7 by itself,
    and 7 never becomes “007”. A letter is never forgiven, and a digit only where a number or day is still the same.
    """
    if base == theirs:
        return True
    ours, back = _plain(base), _plain(theirs)
    if _forms(base) & _forms(theirs) or _is_beautified(ours, back):
        return True
    if typed is False or not ours or not back:
        return False
    return (
        _is_run(ours, back)
        or _is_truth_retyped(ours, back)
        or is_number_retyped(ours, back)
        or is_day_retyped(ours, back, typed=bool(typed))
    )


def unescaped(text: str) -> str:
    """The text without the one `'` that keeps a program from taking it for a formula, a number or a date."""
    rest = text[1:]
    return rest if text.startswith("'") and (is_live(rest) or rest[:1].isdecimal()) else text


def _forms(text: str) -> set[str]:
    """The text, and the text behind an escape; a space may stand before the escape or behind it."""
    plain = _plain(text)
    return {plain, unescaped(plain), _plain(unescaped(text))}


def _plain(text: str) -> str:
    """The text in one form of what programs change unasked: ends of lines, spaces, letters made of two characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES)
    return unicodedata.normalize("NFC", lines).strip(_AT_THE_ENDS)


def _is_beautified(ours: str, back: str) -> bool:
    """Whether straight quotes, hyphens and dots became curly quotes, dashes and an ellipsis; never the other way."""
    if not _BEAUTIES.intersection(back):
        return False
    pattern, end = "", 0
    for found in _TYPED_OVER.finditer(ours):
        pattern += re.escape(ours[end : found.start()]) + _BECOMES[found[0]]
        end = found.end()
    return re.fullmatch(pattern + re.escape(ours[end:]), back) is not None


def _is_run(ours: str, back: str) -> bool:
    """Whether the text was taken for a formula: +98-912 as =+98-912, as its result -814, or as an error."""
    if _SUM.fullmatch(ours) and number_of(back) is not None:
        return number_of(ours) is None
    return is_live(ours) and (back in ERRORS or (ours[0] in "+-@" and back == f"={ours}"))


def _is_truth_retyped(ours: str, back: str) -> bool:
    """Whether true became TRUE, or VRAI where Excel speaks French."""
    said, now = ours.casefold(), back.casefold()
    return (said == "true" and now in _TRUE) or (said == "false" and now in _FALSE)
