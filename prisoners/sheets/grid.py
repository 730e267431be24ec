"""The rows of one sheet of a workbook as its XML has them: what its cells say, how they look, and what is merged."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import COL_TAG, FILTER_TAG, MERGE_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from prisoners.sheets.doubtful import doubt_of_number, doubt_of_text, shown_day
from prisoners.sheets.safe import from_cell

LAST_ROW, LAST_COLUMN = 1_048_576, 200
MOST_FILLED = 1_000_000
"""Cells that merged cells may fill; ranges that overlap could fill them without end."""
_OWN_FORMATS = 164
"""The first number of a format that the workbook itself describes."""


class Refused(Exception):
    """The workbook is not read, why, and what to do about it where that is not to save it anew."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.hint = hint


class Cell(NamedTuple):
    """One filled cell."""

    text: str
    doubt: str = ""
    """Why it is not taken for a value."""
    typed: bool = True
    """Whether it holds a number, a date, a truth value or a formula, and no text."""


class Line:
    """One row: its number, whether it can be seen, and its filled cells by their place."""

    def __init__(self, number: int, *, hidden: bool, cells: dict[int, Cell]) -> None:
        self.number, self.hidden, self.cells = number, hidden, cells

    def as_json(self) -> dict[str, Any]:
        """The row as it is handed over, as long as its last filled cell."""
        width = max(self.cells, default=-1) + 1
        return {
            "row": self.number,
            "cells": [self.cells[place].text if place in self.cells else "" for place in range(width)],
            "doubts": {place: cell.doubt for place, cell in self.cells.items() if cell.doubt},
            "typed": [place for place, cell in self.cells.items() if cell.typed],
        }


class Grid(WorkSheetParser):
    """Reads nothing of a sheet but rows, columns, merged cells and filters; what else is in it cannot spoil it."""

    def __init__(self, book: Any, sheet: Any, source: Any) -> None:
        super().__init__(
            source,
            sheet._shared_strings,  # noqa: SLF001 -- the one way to the rows that are really there
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        self.book = book
        self.merged: list[str] = []
        self.is_filtered = False

    def lines(self) -> Iterator[Line]:
        """The rows with something in them."""
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield from self._line(element)
            elif element.tag == COL_TAG:
                self.parse_column_dimensions(element)
            elif element.tag == MERGE_TAG:
                self.merged = [child.get("ref", "") for child in element]
            elif element.tag == FILTER_TAG:
                self.is_filtered = len(element) > 0
            else:
                continue
            element.clear()

    def hidden_columns(self) -> int:
        """How many columns cannot be seen."""
        return sum(_is_hidden(one) for one in self.column_dimensions.values())

    def _line(self, element: Any) -> Iterator[Line]:
        number, parsed = self.parse_row(element)
        if number > LAST_ROW:
            raise Refused(f"it has a row numbered {number:,}, and a sheet ends at {LAST_ROW:,}")
        cells = {cell["column"] - 1: self._cell(cell) for cell in parsed if cell["value"] is not None}
        if cells and (last := max(cells)) >= LAST_COLUMN:
            name = f"{get_column_letter(last + 1)}{number}" if last < LAST_ROW else f"column {last + 1:,}"
            raise Refused(f"it has something in {name}, and {LAST_COLUMN} columns are the most that is read")
        if cells:
            yield Line(number, hidden=_is_hidden(self.row_dimensions.pop(str(number), None)), cells=cells)

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """The cell with what stood in it when it was saved, where it holds a formula."""
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["data_type"] == "f":
            cell["result"] = element.findtext(VALUE_TAG)
        return cell

    def _cell(self, cell: dict[str, Any]) -> Cell:
        value, kind = cell["value"], cell["data_type"]
        if kind == "f":
            stood = f" ({cell['result']})" if cell["result"] else ""
            formula = str(getattr(value, "text", value))
            return Cell(formula, f"it is a formula, and its result{stood} is not taken on trust")
        if kind == "e":
            return Cell(str(value), f"it shows the error {value}")
        if isinstance(value, dt.datetime | dt.date):
            return Cell(*shown_day(value, self._format(cell["style_id"])))
        if isinstance(value, str):
            text = from_cell(value)
            return Cell(text, doubt_of_text(text), typed=False)
        return _number(value)

    def _format(self, style: int) -> str:
        number = self.book._cell_styles[style].numFmtId  # noqa: SLF001
        if number < _OWN_FORMATS:
            return str(BUILTIN_FORMATS.get(number, ""))
        return str(self.book._number_formats[number - _OWN_FORMATS])  # noqa: SLF001


def _number(value: object) -> Cell:
    """A number as a person would have typed it: 5081, not 5081.0; 0.3, not 0.30000000000000004."""
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE")
    if isinstance(value, float):
        text = str(int(value)) if value.is_integer() else f"{value:.15g}"
        return Cell(text, doubt_of_number(text))
    text = str(value)
    return Cell(text, doubt_of_number(text) if isinstance(value, int) else "")


def fill_merged(lines: list[Line], ranges: list[str]) -> int:
    """Give every row of cells that were merged over several rows what their first says; returns how many were."""
    numbers = [line.number for line in lines]
    merged = filled = 0
    for reference in ranges:
        left, top, _, bottom = range_boundaries(reference)
        at, end = bisect_right(numbers, (top or 1) - 1), bisect_right(numbers, bottom or 0)
        if at >= end or numbers[at] != top or (first := lines[at].cells.get((left or 1) - 1)) is None:
            continue
        filled += end - at
        if filled > MOST_FILLED:
            raise Refused("it has more merged cells than any list of people")
        for line in lines[at + 1 : end]:
            line.cells.setdefault((left or 1) - 1, first)
        merged += end - at > 1
    return merged


def _is_hidden(dimension: Any) -> bool:
    return bool(dimension) and str(dimension.get("hidden")) in ("1", "true", "True")
