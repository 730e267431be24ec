"""What becomes of digits that a spreadsheet program takes for a number: no noughts before it, fifteen digits of it."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

KEPT = 15
"""Digits of a number that Excel keeps; every one behind them becomes a nought."""

_NUMBER = re.compile(
    r"([+-]?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?(E[+-]?[0-9]{1,2})?(%?)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\(([0-9]+)\)")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.(?:0|[0-9]*[1-9]))?")
_SCIENTIFIC = re.compile(r"(-?)([1-9])(?:[.,٫]([0-9]+))?[eE]([+-]?[0-9]{1,3})")
_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫٬", "01234567890123456789.,")
_LONGEST = 100


def is_number_retyped(ours: str, back: str) -> bool:
    """Whether `back` is how a program writes the number that `ours` looks like: 0912 as 912."""
    number = number_of(ours)
    if number is None:
        return False
    if back.endswith("%"):
        return ours.endswith("%") and number_of(back) == number
    if shown := _SCIENTIFIC.fullmatch(back):
        return _is_rounded(number, shown)
    return _PLAIN.fullmatch(back) is not None and Decimal(back) in _kept(number)


def number_of(text: str) -> Decimal | None:
    """The number that a program sees in a text, with digits of any script; None where it sees a text."""
    text = text.translate(_LATIN)
    if len(text) > _LONGEST:
        return None
    if found := _IN_BRACKETS.fullmatch(text):
        return -Decimal(found[1])
    if not (found := _NUMBER.fullmatch(text)):
        return None
    sign, whole, fraction, power, percent = found.groups(default="")
    number = Decimal(sign + whole.replace(",", "") + fraction + power)
    return number / 100 if percent else number


def _kept(number: Decimal) -> set[Decimal]:
    """What is left of a number in a cell: all of it, or as much as Excel, LibreOffice or a float keeps."""
    cut = {Context(KEPT, rounding).create_decimal(number) for rounding in (ROUND_DOWN, ROUND_HALF_UP)}
    return {number, Decimal(float(number)), Decimal(repr(float(number))), *cut}


def _is_rounded(number: Decimal, shown: re.Match[str]) -> bool:
    sign, first, more, power = shown.groups(default="")
    said = Decimal(f"{sign}{first}.{more or 0}E{power}")
    places = 1 + len(more)
    return any(
        Context(places, way).create_decimal(number) == said
        for way in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
    )
