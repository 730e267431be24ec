"""A sheet on paper: A4 across, headings and names on every page, and never so small that nobody can read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from prisoners.sheets.columns import Sheet, column_letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9
ACROSS = 108
"""Characters across a page at full size, also where other letters stand in for Calibri."""
SMALLEST = 60
"""Per cent of the full size below which a sheet goes over several pages instead."""


def set_up_print(page: Worksheet, sheet: Sheet, widths: Sequence[int]) -> None:
    """Fit the sheet to the width of a page where it can be read then; else spread groups of columns over pages."""
    plain_paper(page)
    if sheet.listed:
        page.print_title_rows = "1:1"
    across = ACROSS * 100 // SMALLEST
    if sum(widths) <= across:
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        return
    page.page_setup.scale, page.page_setup.pageOrder = SMALLEST, "overThenDown"
    page.print_title_cols = f"A:{column_letters(sheet.lead)}"
    for column in breaks(widths, sheet.lead, across):
        page.col_breaks.append(Break(id=column))


def plain_paper(page: Worksheet) -> None:
    """A4 across, narrow margins, the sheet's name above and the pages numbered below."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.6
    page.page_margins.header = page.page_margins.footer = 0.3
    page.oddHeader.center.text = "&A"  # type: ignore[union-attr]
    page.oddFooter.center.text = "&P / &N"  # type: ignore[union-attr]


def breaks(widths: Sequence[int], lead: int, across: int) -> Iterator[int]:
    """The columns behind which a page ends, so that each page has room for the leading columns and its own."""
    room = across - sum(widths[:lead])
    taken = 0
    for number, width in enumerate(widths[lead:], start=lead):
        if taken and taken + width > room:
            yield number
            taken = 0
        taken += width
