"""How wide the columns of a sheet are, and how high a row is whose texts need more than one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat

from prisoners.sheets.columns import ON_SCREEN, Column, Sheet
from prisoners.sheets.stretch import Stretch

NARROWEST, ROOM = 8, 2
"""Characters of the narrowest column, and what a column has to spare."""
MEASURED = 1_000
"""Rows whose texts are measured for the widths of the columns."""
MOST_FIT = 0.9
"""The part of the rows that the width of a column is made for; a longer text takes another line."""
LONG = {"working": 200, "summary": 60, "quoted": 60, "note": 60}
"""Columns of sentences, which may be wider than the others so that their rows are not as high."""
LINE = 15
"""Height of a line in points."""
MOST_LINES = 27
"""Lines of the highest row that Excel has."""
LEAST = {"summary": 26, "quoted": 26, "note": 26}
"""Characters that a column of sentences has at least where it has long ones."""
TALLEST = 5
"""Lines that the longest text of a column takes at most, where the column may be as wide as that."""
TRIED = (1, 2, 3, 4)
"""Lines that the rows of a sheet may be made for."""

ACROSS = 108
"""Characters across a page at full size, also where wider letters stand in for Calibri."""
SMALLEST = 60
"""Per cent of the full size at which a sheet that takes several pages across is printed."""
PAPER = ACROSS * 100 // SMALLEST
"""Characters across a page at that size."""
ONE_PAGE = 210
"""Characters that are fitted on one page across: at 70 per cent in Calibri, at 51 where wider letters stand in."""


def widths_of(sheet: Sheet) -> list[int]:
    """The width of each column in characters: made for rows of as many lines as take least paper."""
    first = list(islice(sheet.rows, MEASURED))
    texts = list(map(Stretch, zip(*first, strict=True))) or [Stretch(())] * len(sheet.columns)
    measured = [_Measured(column, those.texts) for column, those in zip(sheet.columns, texts, strict=True)]
    wide = [one.width(0, sheet.widest) for one in measured]
    if not sheet.listed or not first:
        return wide
    ways = [[one.width(lines, sheet.widest) for one in measured] for lines in TRIED]
    return min(ways, key=lambda widths: _paper(sheet, widths, texts))


def _paper(sheet: Sheet, widths: Sequence[int], texts: Sequence[Stretch]) -> float:
    """How much paper some rows take under these widths."""
    lines = sum(lines_together(texts, [room_in(width) for width in widths]))
    printed = sum(widths[: sheet.on_paper])
    if printed <= ONE_PAGE:
        return lines * min(1, ACROSS / printed)
    return lines * SMALLEST / 100 * (len(list(breaks(sheet, widths))) + 1)


class _Measured:
    """How long the texts of a column are, and their words."""

    def __init__(self, column: Column, texts: Sequence[str]) -> None:
        self.column = column
        told = {text: text.split("\n") for text in set(texts)}
        lengths = {text: max(map(len, lines)) for text, lines in told.items()}
        self.longest = max(lengths.values(), default=0)
        self.most = _most(map(lengths.__getitem__, texts))
        self.word = _most(max(map(len, text.split()), default=0) for text in told)

    def width(self, lines: int, widest: int) -> int:
        """The width at which most rows take so many lines here, and neither a word nor the heading is cut."""
        heading = self.column.heading
        words = max(_in_two_lines(heading) + ROOM, *(len(word) + 3 for word in heading.split() or [""]))
        if self.column.key in ON_SCREEN:
            return min(max(self.longest + ROOM, words, NARROWEST), LONG.get(self.column.key, widest))
        wanted = self.longest if not lines else self.most if lines == 1 else self.most // lines + ROOM
        least = max(self.word, self.longest // TALLEST, min(LEAST.get(self.column.key, 0), self.longest))
        most = LONG.get(self.column.key, widest)
        return min(max(wanted + ROOM, least + ROOM, words, NARROWEST), most)


def _in_two_lines(heading: str) -> int:
    """Characters that a heading needs so that it takes no third line: it is broken between words."""
    words = heading.split()
    parted = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words) + 1)]
    return min((max(map(len, lines)) for lines in parted), default=0)


def _most(lengths: Iterable[int]) -> int:
    """The length that most of these do not go beyond."""
    ordered = sorted(lengths)
    return ordered[int((len(ordered) - 1) * MOST_FIT)] if ordered else 0


def breaks(sheet: Sheet, widths: Sequence[int]) -> Iterator[int]:
    """The columns behind which a page ends, so that each page has room for the leading columns and its own."""
    room = PAPER - sum(widths[: sheet.lead])
    taken = 0
    for number, width in enumerate(widths[sheet.lead : sheet.on_paper], start=sheet.lead):
        if taken and taken + width > room:
            yield number
            taken = 0
        taken += width


def room_in(width: int) -> int:
    """Characters from which on a text needs a second line."""
    return width - ROOM + 1


def lines_of(row: Sequence[str], rooms: Sequence[int]) -> int:
    """How many lines the highest text of a row needs."""
    return min(max(map(_lines_in, row, rooms)), MOST_LINES)


def lines_together(columns: Sequence[Stretch], rooms: Sequence[int]) -> list[int]:
    """How many lines each of some rows needs, their texts given column by column."""
    tall = [lines for texts, room in zip(columns, rooms, strict=True) if (lines := _column(texts, room))]
    if not tall:
        return [1] * len(columns[0].texts)
    highest = map(max, *tall) if len(tall) > 1 else tall[0]
    return list(map(min, highest, repeat(MOST_LINES)))


def _column(texts: Stretch, room: int) -> list[int]:
    """Lines of each text of a column; nothing where one line is enough for any."""
    if texts.broken:
        return [_lines_in(text, room) for text in texts.texts]
    return [length // room + 1 for length in texts.lengths] if texts.longest >= room else []


def _lines_in(text: str, room: int) -> int:
    return sum(len(line) // room + 1 for line in text.split("\n"))
