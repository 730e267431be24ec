"""Writes a workbook: openpyxl makes its look, rows are streamed in; the same bytes for the same content everywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from prisoners.errors import CellNotWritable, SheetTooLong
from prisoners.sheets.columns import Sheet
from prisoners.sheets.safe import fault_of, in_xml, is_live, reads_rightwards

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 1_048_576
NARROWEST = 8
STREAMED = 500
SAMPLES = ((False, False), (True, False), (False, True), (True, True))
"""The looks of a cell: whether it is marked as text that only looks like a formula, and whether it is Persian."""

_NEUTRAL_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CONTENTS = "[Content_Types].xml"  # stands first, as readers that stream expect
_EXTENT = re.compile(rb'<dimension ref="[^"]*"')
_SAMPLE_ROW = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(rb'<c r="[A-Z]+2" s="(\d+)"')


def write_workbook(file: BinaryIO, sheets: Sequence[Sheet]) -> None:
    """Write the workbook; raises CellNotWritable or SheetTooLong before its first byte is written."""
    check_cells(sheets)
    skeleton = io.BytesIO()
    _skeleton(sheets).save(skeleton)
    parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, start=1)}
    with zipfile.ZipFile(skeleton) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(made.namelist(), key=lambda name: (name != _CONTENTS, name)):
            content = {"docProps/core.xml": _CORE.encode(), "docProps/app.xml": _APP.encode()}.get(name)
            with out.open(_entry(name), "w", force_zip64=True) as part:
                for piece in _streamed(made.read(name), parts.get(name)) if content is None else [content]:
                    part.write(piece)


def check_cells(sheets: Sequence[Sheet]) -> None:
    """Raise for the first cell that could not be written as it is."""
    for sheet in sheets:
        if len(sheet.rows) >= MOST_ROWS:
            raise SheetTooLong(sheet.name, len(sheet.rows), MOST_ROWS)
        for row_number, row in enumerate(sheet.rows, start=2):
            for column, text in enumerate(row, start=1):
                if text and (why := fault_of(text)):
                    raise CellNotWritable(f"{sheet.name} {column_letters(column)}{row_number}", why)


def column_letters(number: int) -> str:
    """A column as Excel names it: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that says nothing about when, where and by whom it was made."""
    entry = zipfile.ZipInfo(name, _NEUTRAL_TIME)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0o600 << 16
    return entry


def _streamed(xml: bytes, sheet: Sheet | None) -> Iterator[bytes]:
    """A part of the skeleton; in that of a sheet its rows stand in the place of the sample row."""
    sample = _SAMPLE_ROW.search(xml) if sheet else None
    if sample is None or sheet is None:
        yield xml
        return
    styles = [int(style) for style in _STYLE.findall(sample[0])[: len(SAMPLES)]]
    letters = [column_letters(number) for number in range(1, len(sheet.columns) + 1)]
    extent = f'<dimension ref="A1:{letters[-1]}{len(sheet.rows) + 1}"'.encode()
    yield _EXTENT.sub(extent, xml[: sample.start()])
    written: list[str] = []
    for number, row in enumerate(sheet.rows, start=2):
        written.append(_row(number, row, letters, styles))
        if len(written) == STREAMED:
            yield "".join(written).encode()
            written.clear()
    yield "".join(written).encode() + xml[sample.end() :]


def _row(number: int, row: Sequence[str], letters: Sequence[str], styles: Sequence[int]) -> str:
    cells = (
        f'<c r="{letter}{number}" s="{styles[is_live(text) + 2 * reads_rightwards(text)]}" t="inlineStr">'
        f'<is><t xml:space="preserve">{in_xml(text)}</t></is></c>'
        for letter, text in zip(letters, row, strict=True)
        if text
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _skeleton(sheets: Sequence[Sheet]) -> Workbook:
    """The workbook without its rows: headings, looks, and one sample row on each sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _sheet_skeleton(book.create_sheet(sheet.name), sheet)
    return book


def _sheet_skeleton(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, column in enumerate(sheet.columns, start=1):
        head = page.cell(1, number, column.heading)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="D9D9D9")
        head.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[column_letters(number)].width = _width(sheet, number - 1)
    for number, (live, rightwards) in enumerate(SAMPLES, start=1):
        cell = page.cell(2, number)
        cell.number_format, cell.quotePrefix = "@", live
        cell.alignment = Alignment(
            wrap_text=True,
            vertical="top",
            horizontal="right" if rightwards else None,
            readingOrder=2 if rightwards else 0,
        )
    page.sheet_view.rightToLeft = sheet.rightwards or None
    if sheet.listed:
        page.freeze_panes = "C2"
        page.auto_filter.ref = f"A1:{column_letters(len(sheet.columns))}{len(sheet.rows) + 1}"
        page.print_title_rows = "1:1"
    _set_up_print(page)


def _set_up_print(page: Worksheet) -> None:
    """Landscape, as wide as the paper, with the pages numbered."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.oddFooter.center.text = "&P / &N"  # type: ignore[union-attr]


def _width(sheet: Sheet, place: int) -> int:
    """As wide as the longest line of the column, within reason."""
    longest = max((len(line) for row in sheet.rows for line in row[place].split("\n")), default=0)
    return min(max(longest + 2, len(sheet.columns[place].heading) // 2 + 3, NARROWEST), sheet.widest)
