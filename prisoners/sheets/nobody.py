"""Tells the rows of a foreign list that are about nobody: sums below it, and fillers that name no one."""

from __future__ import annotations

from collections.abc import Sequence

from prisoners.names.script import fold
from prisoners.sheets.foreign import ForeignRow, ForeignSheet
from prisoners.sheets.mapping import Mapping
from prisoners.sheets.values import NOTHING, table_of

_SUMS = frozenset(
    fold(word)
    for word in (
        *("total", "totals", "grand total", "subtotal", "sub-total", "sum", "count"),
        *("جمع", "جمع کل", "مجموع", "مجموع کل", "المجموع", "تعداد کل", "کل"),
    )
)
_AROUND = " \t\n:：=-–—.*()"


def why_nobody(row: ForeignRow, sheet: ForeignSheet, mapping: Mapping, names: Sequence[str]) -> str:
    """Why a row with these names seems to be about nobody; nothing where it is about somebody.

    A row without a name is somebody's where the list gives it a number of its own.
    """
    first = next((cell.strip() for cell in row.cells if cell.strip()), "")
    for text in (first, *names):
        if fold(text).strip(_AROUND) in _SUMS:
            return f"it says “{text}”, as a row of sums does"
    if names:
        lettered = any(char.isalpha() for name in names for char in name)
        return "" if lettered else f"no letter stands in its name: “{names[0]}”"
    return "" if _has_own_number(row, sheet, mapping) else "it says neither a name nor a number"


def _has_own_number(row: ForeignRow, sheet: ForeignSheet, mapping: Mapping) -> bool:
    """Whether a column that tells the rows apart, and is none of names, says something."""
    return any(
        row.cells[sheet.heading.index(heading)].strip().casefold() not in {"", *NOTHING}
        for heading in mapping.number
        if not _is_name(mapping, heading)
    )


def _is_name(mapping: Mapping, heading: str) -> bool:
    rule = mapping.rules.get(heading)
    return rule is not None and rule.to is not None and table_of(rule.to[0]) == "names"
