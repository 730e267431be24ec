"""What does not fit into a file as it is: found by its cell, before anything is replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prisoners.errors import CellNotWritable, SheetTooLong
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.safe import fault_of

MOST_ROWS = 1_048_576
"""Rows of a sheet, the heading among them."""


_REFERENCE = re.compile(r"[A-Z]{1,3}-\d{4,}")


def check_heads(sheets: Sequence[Sheet]) -> None:
    """Raise SheetTooLong for more rows than a sheet has, CellNotWritable for a heading that no cell can hold."""
    for sheet in sheets:
        if len(sheet.rows) >= MOST_ROWS:
            raise SheetTooLong(sheet.name, len(sheet.rows), MOST_ROWS)
        check_row(sheet, 1, [column.heading for column in sheet.columns])


def check_cells(sheets: Sequence[Sheet]) -> None:
    """Raise for the first heading or cell that could not be written as it is."""
    check_heads(sheets)
    for sheet in sheets:
        for number, row in enumerate(sheet.rows, start=2):
            check_row(sheet, number, row)


def check_row(sheet: Sheet, number: int, row: Sequence[str]) -> None:
    """Raise CellNotWritable for the first cell of a row that could not be written as it is."""
    for column, text in enumerate(row, start=1):
        if text and (why := fault_of(text)):
            place = f"{sheet.name} {column_letters(column)}{number}"
            whose = (
                f" ({row[0]}, {sheet.columns[column - 1].heading})" if _REFERENCE.fullmatch(row[0]) else ""
            )
            raise CellNotWritable(place + whose, why)
