"""The rows of a sheet as XML: streamed, and no text looked at twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice, repeat

from prisoners.errors import CellNotWritable
from prisoners.sheets.cells import LOOKS, CellsOf
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.fit import check_row
from prisoners.sheets.widths import LINE, lines_together, room_in, widths_of

AT_ONCE = 500
"""Rows that are written together."""
MOST_LINKS = 65_530
"""Links that Excel reads on one sheet; what is beyond them stays text."""


class Rows:
    """The rows of one sheet, and the links found in them."""

    def __init__(self, sheet: Sheet, styles: Sequence[int]) -> None:
        self.sheet = sheet
        self.links: list[tuple[str, str]] = []
        """Cell and address, in the order of the rows."""
        self._columns = [
            CellsOf(column_letters(place), column, dict(zip(LOOKS, styles, strict=True)), sheet.name)
            for place, column in enumerate(sheet.columns, start=1)
        ]
        self._rooms = [room_in(width) for width in widths_of(sheet)]

    def pieces(self) -> Iterator[bytes]:
        """The rows, a few hundred at a time; raises CellNotWritable for a cell that cannot be written."""
        rows, number = iter(self.sheet.rows), 2
        while batch := list(islice(rows, AT_ONCE)):
            yield "".join(self._rows(number, batch)).encode()
            number += len(batch)

    def _rows(self, first: int, batch: Sequence[Sequence[str]]) -> Iterable[str]:
        """Some rows, written column by column: what is alike in a column is looked at together."""
        texts = list(zip(*batch, strict=True))
        try:
            cells = [column.written(those) for column, those in zip(self._columns, texts, strict=True)]
        except CellNotWritable:
            for number, row in enumerate(batch, start=first):
                check_row(self.sheet, number, row)
            raise
        self._note_links(first, texts)
        numbers = list(map(str, range(first, first + len(batch))))
        parts: list[Iterable[str]] = [
            repeat('<row r="'),
            numbers,
            [_height(lines) for lines in lines_together(texts, self._rooms)],
        ]
        for column, those in zip(self._columns, cells, strict=True):
            parts += _referred(column.begin, numbers, those)
        return map("".join, zip(*parts, repeat("</row>"), strict=False))

    def _note_links(self, first: int, texts: Sequence[Sequence[str]]) -> None:
        """Note the links of some rows, row by row, as many as Excel reads."""
        linked = [
            [(column.letters, to) for to in map(column.address_of, those)]
            for column, those in zip(self._columns, texts, strict=True)
            if column.is_link
        ]
        for number, row in zip(count(first), zip(*linked, strict=True), strict=False):
            for letters, to in row:
                if to and len(self.links) < MOST_LINKS:
                    self.links.append((f"{letters}{number}", to))


def _height(lines: int) -> str:
    """The end of a row's beginning; one of several lines says how high it is."""
    return f'" ht="{lines * LINE}" customHeight="1">' if lines > 1 else '">'


def _referred(begin: str, numbers: Sequence[str], cells: Sequence[str]) -> tuple[Iterable[str], ...]:
    """Some cells with their references; one that is empty has none."""
    if "" not in cells:
        return repeat(begin), numbers, cells
    return (
        [cell and begin for cell in cells],
        [cell and number for cell, number in zip(cells, numbers, strict=True)],
        cells,
    )
