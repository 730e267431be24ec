"""A sheet on paper: A4 across, headings and names on every page, and never so small that nobody can read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.speech import Speech
from prisoners.sheets.widths import ONE_PAGE, SMALLEST, breaks

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

A4 = 9
NUMBERED = "Page &P of &N"
"""Programs put the numbers in, in the digits of the machine; so the words around them are Persian in a Persian file."""


def set_up_print(page: Worksheet, sheet: Sheet, widths: Sequence[int], speech: Speech) -> None:
    """Fit the sheet to the width of a page where it can be read then; else spread groups of columns over pages.

    Columns to be looked at on a screen come last, and are left out of what is printed.
    """
    plain_paper(page, speech)
    if sheet.listed:
        page.print_title_rows, page.print_options.gridLines = "1:1", True
        page.print_area = f"A1:{column_letters(sheet.on_paper)}{len(sheet.rows) + 1}"
    if sum(widths[: sheet.on_paper]) <= ONE_PAGE:
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        return
    page.page_setup.scale, page.page_setup.pageOrder = SMALLEST, "overThenDown"
    page.print_title_cols = f"A:{column_letters(sheet.lead)}"
    for column in breaks(sheet, widths):
        page.col_breaks.append(Break(id=column))


def plain_paper(page: Worksheet, speech: Speech) -> None:
    """A4 across, narrow margins, the sheet's name above and the pages numbered below."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.6
    page.page_margins.header = page.page_margins.footer = 0.3
    page.oddHeader.center.text = "&A"  # type: ignore[union-attr]
    page.oddFooter.center.text = speech.words(NUMBERED)  # type: ignore[union-attr]
