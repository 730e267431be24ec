"""Writes a workbook: openpyxl makes its look, rows are streamed in; the same bytes for the same content everywhere."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from prisoners.sheets.archive import QUICKLY, neutral_entry
from prisoners.sheets.cells import LOOKS
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.fit import check_cells, check_heads
from prisoners.sheets.rows import Rows
from prisoners.sheets.speech import Lang, Speech
from prisoners.sheets.summary import Figure
from prisoners.sheets.unladen import load_openpyxl
from prisoners.sheets.widths import widths_of

MANY = 10_000
"""Rows from which on a sheet is pressed less hard, so that it is written sooner; a shorter one stays small."""
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
)
"""Beside the title that stands in its first row, a file says nothing about itself outside of its sheets."""
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CONTENTS = "[Content_Types].xml"  # stands first, as readers that stream expect
_EXTENT = re.compile(rb'<dimension ref="[^"]*"')
_SAMPLE_ROW = re.compile(rb'(<row r="2".*?</row>)', re.DOTALL)
_STYLE = re.compile(rb'<c r="[A-Z]+2" s="(\d+)"')
_BEFORE_LINKS = re.compile(rb"<(?=printOptions|pageMargins)")


def write_workbook(
    file: BinaryIO, sheets: Sequence[Sheet], speech: Speech | None = None, figures: Sequence[Figure] = ()
) -> None:
    """Write the workbook, with the summary as its second sheet where there are figures.

    Raises SheetTooLong, or CellNotWritable for the first cell that could not be written as it is.
    """
    load_openpyxl()
    from prisoners.sheets.skeleton import skeleton

    speech = speech or Speech(Lang.EN)
    check_heads(sheets)
    check_cells([figure.sheet(speech) for figure in figures])
    widths = [widths_of(sheet) for sheet in sheets]
    made = skeleton(sheets, widths, figures, speech)
    places = [1, *range(2 + bool(figures), len(sheets) + 1 + bool(figures))]
    title = html.escape(sheets[0].columns[-1].heading, quote=False)
    neutral = {"docProps/core.xml": _CORE.format(title=title).encode(), "docProps/app.xml": _APP.encode()}
    pages = {
        f"xl/worksheets/sheet{place}.xml": page
        for place, page in zip(places, zip(sheets, widths, strict=True), strict=True)
    }
    with zipfile.ZipFile(file, "w") as out:
        for name in sorted(made, key=lambda name: (name != _CONTENTS, name)):
            if name in pages:
                _write_sheet(out, name, made[name], *pages[name])
            else:
                _write(out, name, [neutral.get(name, made[name])])


def _write_sheet(out: zipfile.ZipFile, name: str, xml: bytes, sheet: Sheet, widths: Sequence[int]) -> None:
    """A sheet of the skeleton with its rows in the place of the sample row, and the links of its rows."""
    before, sample, after = _SAMPLE_ROW.split(xml, maxsplit=1)
    rows = Rows(sheet, [int(style) for style in _STYLE.findall(sample)[: len(LOOKS)]], widths)
    level = QUICKLY if len(sheet.rows) > MANY else None
    extent = f'<dimension ref="A1:{column_letters(len(sheet.columns))}{len(sheet.rows) + 1}"'.encode()

    def pieces() -> Iterator[bytes]:
        yield _EXTENT.sub(extent, before)
        yield from rows.pieces()
        yield _BEFORE_LINKS.sub(lambda found: rows.links.in_sheet() + found[0], after, 1)

    _write(out, name, pieces(), level)
    if rows.links:
        related = name.replace("worksheets/", "worksheets/_rels/") + ".rels"
        _write(out, related, rows.links.relationships(), level)


def _write(out: zipfile.ZipFile, name: str, pieces: Iterable[bytes], level: int | None = None) -> None:
    with out.open(neutral_entry(name, level), "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece)
