"""The rows of a sheet as XML: streamed, and no text looked at twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from prisoners.errors import CellNotWritable
from prisoners.sheets.addresses import Links
from prisoners.sheets.cells import LOOKS, CellsOf
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.fit import check_row
from prisoners.sheets.stretch import Stretch
from prisoners.sheets.tracks import Track, woven
from prisoners.sheets.widths import LINE, MOST_LINES, lines_together, room_in

AT_ONCE = 500
"""Rows that are written together."""

_HEIGHTS = (
    *[b'">'] * 2,
    *(f'" ht="{lines * LINE}" customHeight="1">'.encode() for lines in range(2, MOST_LINES + 1)),
)
"""The end of a row's beginning for each number of lines; one of several lines says how high it is."""


class Rows:
    """The rows of one sheet, and the links found in them."""

    def __init__(self, sheet: Sheet, styles: Sequence[int], widths: Sequence[int]) -> None:
        self.sheet, self.links = sheet, Links()
        self._columns = [
            CellsOf(column_letters(place), column, dict(zip(LOOKS, styles, strict=True)), sheet.name)
            for place, column in enumerate(sheet.columns, start=1)
        ]
        self._rooms = [room_in(width) for width in widths]

    def pieces(self) -> Iterator[bytes]:
        """The rows, a few hundred at a time; raises CellNotWritable for a cell that cannot be written."""
        rows, number = iter(self.sheet.rows), 2
        while batch := list(islice(rows, AT_ONCE)):
            try:
                yield self._rows(number, batch)
            except CellNotWritable:
                for place, row in enumerate(batch, start=number):
                    check_row(self.sheet, place, row)
                raise
            number += len(batch)

    def _rows(self, first: int, batch: Sequence[Sequence[str]]) -> bytes:
        """Some rows, written column by column: what is alike in a column is looked at together."""
        stretches = list(map(Stretch, zip(*batch, strict=True)))
        numbers = [b"%d" % number for number in range(first, first + len(batch))]
        lines = lines_together(stretches, self._rooms)
        tracks: list[Track] = [b'<row r="', numbers, list(map(_HEIGHTS.__getitem__, lines))]
        for column, stretch in zip(self._columns, stretches, strict=True):
            followed = self.links.add(column.letters, numbers, stretch.texts) if column.is_link else []
            tracks += column.written(numbers, stretch, followed)
        return woven([*tracks, b"</row>"], len(batch))
