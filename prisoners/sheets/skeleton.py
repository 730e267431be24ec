"""The look of a workbook without its rows: headings, widths, filters, marks, and one sample row on each sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from prisoners.sheets.cells import LOOKS, Look
from prisoners.sheets.charts import count_format
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.drawing import LETTERS, draw_summary, put
from prisoners.sheets.in_memory import parts_of
from prisoners.sheets.marks import mark_statuses
from prisoners.sheets.paper import set_up_print
from prisoners.sheets.speech import Speech
from prisoners.sheets.summary import Figure
from prisoners.sheets.widths import LINE, lines_of, room_in

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


def skeleton(
    sheets: Sequence[Sheet], widths: Sequence[Sequence[int]], figures: Sequence[Figure], speech: Speech
) -> dict[str, bytes]:
    """Name of a part → its content; `widths` has those of the columns of each sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for place, (sheet, wide) in enumerate(zip(sheets, widths, strict=True)):
        if place == 1 and figures:
            draw_summary(book.create_sheet(speech.words("Summary")), figures, speech)
        _draw(book.create_sheet(sheet.name), sheet, wide, speech)
    book.worksheets[0].sheet_view.tabSelected = True
    return parts_of(book)


def _draw(page: Worksheet, sheet: Sheet, widths: Sequence[int], speech: Speech) -> None:
    for number, (column, width) in enumerate(zip(sheet.columns, widths, strict=True), start=1):
        head = put(page, 1, number, column.heading)
        head.font, head.fill = Font(name=LETTERS, bold=True), PatternFill("solid", fgColor="D9D9D9")
        head.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[column_letters(number)].width = width
    for number, look in enumerate(LOOKS, start=1):
        _sample(page[f"{column_letters(number)}2"], look, speech)
    page.row_dimensions[1].height = _height([column.heading for column in sheet.columns], widths)
    page.sheet_view.rightToLeft = sheet.rightwards or None
    if sheet.listed:
        last = len(sheet.rows) + 1
        page.freeze_panes = f"{column_letters(sheet.lead + 1)}2"
        page.auto_filter.ref = f"A1:{column_letters(len(sheet.columns))}{last}"
        mark_statuses(page, sheet, speech)
    set_up_print(page, sheet, widths, speech)


def _sample(cell: Cell, look: Look, speech: Speech) -> None:
    """One cell that has this look."""
    cell.number_format = count_format(speech) if look.counts else "@"
    cell.quotePrefix = look.live
    if look.linked:
        cell.font = Font(name=LETTERS, color="0563C1", underline="single")
    cell.alignment = Alignment(
        wrap_text=True,
        vertical="top",
        horizontal="right" if look.rightwards or look.counts else "left" if look.linked else None,
        readingOrder=2 if look.rightwards else 0,
        indent=1 if look.rightwards or look.counts else 0,
    )


def _height(heads: Sequence[str], widths: Sequence[int]) -> int:
    """The height of the row of headings in points."""
    return LINE * lines_of(heads, [room_in(width) for width in widths])
