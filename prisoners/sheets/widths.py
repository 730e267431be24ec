"""How wide the columns of a sheet are, and how high a row is whose texts need more than one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from math import ceil

from prisoners.sheets.columns import Sheet

NARROWEST, ROOM = 8, 2
"""Characters of the narrowest column, and what a column has to spare."""
MEASURED = 2_000
"""Rows whose texts are measured for the widths of the columns."""
FILLED = 0.92
"""How much of a column a line fills before the next word goes to the next line."""
LONG = {"working": 90, "summary": 60, "quoted": 60, "note": 60}
"""Columns of sentences, which may be wider than the others so that their rows are not as high."""
LINE = 15
"""Height of a line in points."""
MOST_LINES = 27
"""Lines of the highest row that Excel has."""


def widths_of(sheet: Sheet) -> list[int]:
    """The width of each column in characters: the longest line of the first rows, within reason."""
    first = list(islice(sheet.rows, MEASURED))
    return [_width(sheet, place, [row[place] for row in first]) for place in range(len(sheet.columns))]


def _width(sheet: Sheet, place: int, texts: Sequence[str]) -> int:
    column = sheet.columns[place]
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    heading = max(len(column.heading) // 2 + 3, *(len(word) + 3 for word in column.heading.split() or [""]))
    return min(max(longest + ROOM, heading, NARROWEST), LONG.get(column.key, sheet.widest))


def height_of(row: Sequence[str], widths: Sequence[int]) -> int:
    """The height of a row in points."""
    lines = max(
        sum(_lines(len(line), width - ROOM) for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    )
    return LINE * min(lines, MOST_LINES)


def _lines(length: int, room: int) -> int:
    return 1 if length <= room else ceil(length / (room * FILLED))
