"""Cells whose value was destroyed before we saw it: each is shown with the reason, and none is taken for a value."""

from __future__ import annotations

import datetime as dt
import re

from prisoners.sheets.excel_numbers import KEPT

ERRORS = frozenset(
    {
        "#NAME?",
        "#VALUE!",
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "Err:508",
        "Err:509",
        "Err:510",
    }
)
"""What stands in a cell whose text was taken for a formula that means nothing."""

FIRST_YEAR = 1583
"""The first whole year of the Gregorian calendar; an earlier one in a cell was a Jalali year."""

_ROUNDED = re.compile(r"-?[0-9](?:[.,٫][0-9]+)?[Ee]\+[0-9]{2,3}")
_SPOILT = re.compile("[ØÙÚÛ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜\u2013-\u2122]")
"""The two bytes of an Arabic letter in UTF-8, as two Western letters."""
_FEWEST_SPOILT = 2
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|[_*].')
_HOUR_OR_SECOND = re.compile("[hs]")


def doubt_of_text(text: str) -> str:
    """Why a text is not what somebody wrote; empty where it may be."""
    if "+" in text and _ROUNDED.fullmatch(text.strip()):
        return f"a program kept {text.strip()} of a longer number; the other digits are lost"
    if text in ERRORS:
        return f"it shows the error {text}"
    if len(_SPOILT.findall(text)) >= _FEWEST_SPOILT:
        return f"its letters were spoilt when UTF-8 was read as Western letters{_meant(text)}"
    return ""


def doubt_of_number(text: str) -> str:
    """Why a number in a cell is not the one that was typed; empty where it may be."""
    digits = sum(sign.isdigit() for sign in text)
    if digits > KEPT or not digits:
        return (
            f"a program keeps {KEPT} digits of a number, and the others are lost; long numbers must be texts"
        )
    return ""


def shown_day(value: dt.datetime | dt.date, code: str) -> tuple[str, str]:
    """What a cell with a date says in the format in which it is shown, and why it is in doubt; never more than that.

    A month that was typed is kept by Excel as its first day, and a day without a year as one of the year of typing.
    """
    day = value.date() if isinstance(value, dt.datetime) else value
    text = day.isoformat()
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        text = value.isoformat(" ", "seconds")
    if day.year < FIRST_YEAR:
        return (
            text,
            f"a program took a Jalali date for a day of the year {day.year}, and may have moved it by days",
        )
    signs = _NOT_SHOWN.sub("", code.partition(";")[0]).lower()
    if "d" in signs and "y" not in signs and not _HOUR_OR_SECOND.search(signs):
        return text, f"a day without a year was typed, and a program made it one of {day.year}"
    if "y" in signs and "d" not in signs:
        return (text[:7] if "m" in signs else text[:4]), ""
    return text, ""


def _meant(text: str) -> str:
    """What the letters were, where none of them is lost."""
    try:
        return f": it was “{text.encode('cp1252').decode('utf-8')}”"
    except UnicodeError:
        return ""
