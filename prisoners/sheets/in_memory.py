"""Writes a workbook of openpyxl in memory: whoever kills the program finds nothing of it in a temporary folder."""

# ruff: noqa: SLF001 -- what openpyxl does with a temporary file is done here without one, by its own parts

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _InMemory(ExcelWriter):
    """Openpyxl's writer without its temporary files."""

    def write_worksheet(self, ws: Any) -> None:
        """One sheet with its charts."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, []
        made = io.BytesIO()
        writer: Any = WorksheetWriter(ws, made)
        writer.write()
        ws._rels = writer._rels
        archive: Any = vars(self)["_archive"]
        archive.writestr(ws.path[1:], made.getvalue())
        self.manifest.append(ws)


def parts_of(book: Workbook) -> dict[str, bytes]:
    """Name of a part of a workbook → its content."""
    made = io.BytesIO()
    _InMemory(book, zipfile.ZipFile(made, "w")).save()
    with zipfile.ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
