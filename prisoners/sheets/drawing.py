"""Draws the summary: one figure below the other, each with what it counts and, beside it, its chart."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break

from prisoners.sheets.charts import chart_of, count_format, placed
from prisoners.sheets.columns import column_letters
from prisoners.sheets.paper import plain_paper
from prisoners.sheets.safe import is_live, is_western, reads_rightwards, underscored
from prisoners.sheets.speech import Speech
from prisoners.sheets.summary import Drawn, Figure

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LABELS, NUMBERS = 44, 11
"""Widths of the first column, and of those with numbers."""
TABLE = 4
"""Columns that the widest table with a chart takes; charts stand beside them."""
CHART_ROWS = 17
"""Rows that a chart takes at least."""
BAR_ROOM = 22
"""Points that a bar takes, so that its name has room for two lines."""
SPACE = 2
"""Empty rows between two figures."""
ROW = 15
"""Height of a row in points."""
PAGE = 660
"""Height of a printed page in points."""
SCALE = 75
LETTERS = "Calibri"


def draw_summary(page: Worksheet, figures: Sequence[Figure], speech: Speech) -> None:
    """The sheet with the figures and their charts."""
    page.sheet_view.rightToLeft = speech.is_persian or None
    page.sheet_view.showGridLines = False
    for number, width in enumerate(_widths(figures), start=1):
        page.column_dimensions[column_letters(number)].width = width
    plain_paper(page, speech)
    page.page_setup.scale = SCALE
    first, taken = 1, 0.0
    for figure in figures:
        after = _draw(page, figure, first, speech)
        high = _height(page, first, after)
        if taken and taken + high - SPACE * ROW > PAGE:
            page.row_breaks.append(Break(id=first - 1))
            taken = 0
        first, taken = after, taken + high


def _widths(figures: Sequence[Figure]) -> list[int]:
    """The widths of the columns: a table without a chart may need those that the charts of others cover."""
    widest = max((len(figure.columns) for figure in figures), default=0)
    return [LABELS, *[NUMBERS] * (max(widest, TABLE) - 1)]


def _height(page: Worksheet, first: int, after: int) -> float:
    """The height of the rows from one to before another, in points."""
    return float(sum(page.row_dimensions[row].height or ROW for row in range(first, after)))


def put(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text into a cell of the skeleton: a text whatever it begins with."""
    cell: Cell = page[f"{column_letters(column)}{row}"]
    cell.value, cell.data_type = underscored(text), "s"
    cell.quotePrefix = is_live(text)
    if reads_rightwards(text):
        cell.alignment = Alignment(horizontal="right", readingOrder=2)
    return cell


def _draw(page: Worksheet, figure: Figure, first: int, speech: Speech) -> int:
    """One figure from this row on; the row of the next one."""
    put(page, first, 1, figure.title).font = Font(name=LETTERS, bold=True, size=13)
    row = _notes(page, figure.notes, first + 1)
    head = row
    _heads(page, figure, head)
    for row, cells in enumerate(figure.rows, start=head + 1):
        last = figure.drawn is Drawn.BARS and row == head + len(figure.rows)
        page.row_dimensions[row].height = ROW * ceil(len(str(cells[0])) / LABELS)
        for place, cell in enumerate(cells, start=1):
            _cell(page, (row, place), cell, speech, bold=last)
    if not figure.is_drawn:
        return row + 1 + SPACE
    bars = figure.bars * BAR_ROOM + 4 * ROW if figure.drawn is Drawn.BARS else 0
    points = max(CHART_ROWS * ROW, bars)
    page.add_chart(placed(chart_of(page, figure, head, points, speech), TABLE + 1, first))
    while _height(page, first, row + 1) < points:
        row += 1
    return row + 1 + SPACE


def _notes(page: Worksheet, notes: Sequence[str], row: int) -> int:
    """What must be known to read a figure, below its title; the row after it."""
    across = LABELS + (TABLE - 1) * NUMBERS
    for note in notes:
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=TABLE)
        cell = put(page, row, 1, note)
        cell.font = Font(name=LETTERS, size=9, color="404040")
        cell.alignment = Alignment(
            wrap_text=True, vertical="top", readingOrder=2 if reads_rightwards(note) else 0,
            horizontal="right" if reads_rightwards(note) else "left",
        )  # fmt: skip
        page.row_dimensions[row].height = ROW * ceil(len(note) / across)
        row += 1
    return row


def _heads(page: Worksheet, figure: Figure, row: int) -> None:
    for place, column in enumerate(figure.columns, start=1):
        head = put(page, row, place, column.heading)
        head.font, head.fill = Font(name=LETTERS, bold=True), PatternFill("solid", fgColor="D9D9D9")
        number = place > 1
        head.alignment = Alignment(
            wrap_text=True, horizontal="right" if number else None, vertical="center", indent=int(number)
        )
    longest = max(len(column.heading) for column in figure.columns[1:])
    page.row_dimensions[row].height = ROW * ceil((longest + 1) / NUMBERS)


def _cell(page: Worksheet, place: tuple[int, int], value: str | int, speech: Speech, *, bold: bool) -> None:
    if isinstance(value, int):
        cell: Cell = page[f"{column_letters(place[1])}{place[0]}"]
        cell.value, cell.number_format = value, count_format(speech)
        cell.alignment = Alignment(vertical="top", horizontal="right", indent=1)
    else:
        cell = put(page, *place, value)
        alignment: Any = copy(cell.alignment)
        alignment.wrap_text, alignment.vertical = True, "top"
        if speech.is_persian and not is_western(
            value
        ):  # as the sheet is read, though a reference may come first
            alignment.horizontal, alignment.readingOrder = "right", 2
        cell.alignment = alignment
    cell.font = Font(name=LETTERS, bold=bold)
    cell.border = Border(bottom=Side(style="hair", color="7F7F7F"), top=Side(style="thin") if bold else None)
