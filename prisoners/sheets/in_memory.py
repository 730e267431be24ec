"""Writes a workbook of openpyxl in memory: whoever kills the program finds nothing of it in a temporary folder."""

# ruff: noqa: SLF001 -- what openpyxl does with a temporary file is done here without one, by its own parts

from __future__ import annotations

import io
import zipfile
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _InMemory(ExcelWriter):
    """Openpyxl's writer without its temporary files."""

    def write_worksheet(self, ws: Any) -> None:
        """One sheet with its charts."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, []
        writer: Any
        if self.workbook.write_only:
            ws.close()
            writer = ws._writer
        else:
            writer = WorksheetWriter(ws, io.BytesIO())
            writer.write()
        ws._rels = writer._rels
        archive: Any = vars(self)["_archive"]
        archive.writestr(ws.path[1:], writer.out.getvalue())
        self.manifest.append(ws)


class _Page(WriteOnlyWorksheet):
    """A sheet to which rows are appended."""

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer: Any = WorksheetWriter(self, io.BytesIO())
            self._writer.write_top()


def add_page(book: Workbook, title: str) -> Any:
    """A sheet of a write-only workbook, to which rows are appended."""
    page: Any = _Page(book, title)
    whole: Any = book
    whole._add_sheet(page)
    return page


def save_book(book: Workbook, file: BinaryIO, packing: int = zipfile.ZIP_STORED) -> None:
    """Write the whole workbook; each sheet of a write-only one was made by `add_page`."""
    _InMemory(book, zipfile.ZipFile(file, "w", packing)).save()


def parts_of(book: Workbook) -> dict[str, bytes]:
    """Name of a part of a workbook → its content."""
    made = io.BytesIO()
    save_book(book, made)
    with zipfile.ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
