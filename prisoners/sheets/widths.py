"""How wide the columns of a sheet are, and how high a row is whose texts need more than one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, repeat

from prisoners.sheets.columns import Sheet

NARROWEST, ROOM = 8, 2
"""Characters of the narrowest column, and what a column has to spare."""
MEASURED = 2_000
"""Rows whose texts are measured for the widths of the columns."""
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


def room_in(width: int) -> int:
    """Characters from which on a text needs a second line."""
    return width - ROOM + 1


def lines_of(row: Sequence[str], rooms: Sequence[int]) -> int:
    """How many lines the highest text of a row needs."""
    return min(max(map(_lines_in, row, rooms)), MOST_LINES)


def lines_together(columns: Sequence[Sequence[str]], rooms: Sequence[int]) -> list[int]:
    """How many lines each of some rows needs, their texts given column by column."""
    tall = [lines for texts, room in zip(columns, rooms, strict=True) if (lines := _column(texts, room))]
    return list(map(min, map(max, *tall, repeat(1)), repeat(MOST_LINES))) if tall else [1] * len(columns[0])


def _column(texts: Sequence[str], room: int) -> list[int]:
    """Lines of each text of a column; nothing where one line is enough for any."""
    if "\n" in "".join(texts):
        return [_lines_in(text, room) for text in texts]
    return [len(text) // room + 1 for text in texts] if max(map(len, texts)) >= room else []


def _lines_in(text: str, room: int) -> int:
    return sum(len(line) // room + 1 for line in text.split("\n"))
