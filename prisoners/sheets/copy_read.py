"""Reads a working copy that came back: every sheet and row as text, in a process of its own, whatever was moved."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prisoners.errors import SheetUnreadable
from prisoners.sheets.apart import handed_over
from prisoners.sheets.columns import column_letters
from prisoners.sheets.copy_about import TITLE, Made, made_of
from prisoners.sheets.copy_columns import REFERENCE, SHEETS, CopySheet
from prisoners.sheets.preflight import check_file, check_workbook
from prisoners.sheets.read import WORKBOOKS
from prisoners.vocabulary.reading import folded

_PIECE = 1 << 20
_BESIDE = frozenset({"About", "Lists"})


@dataclass(frozen=True)
class CopyCell:
    """One filled cell."""

    text: str
    place: str
    """As Excel names it: `Events!F12`."""
    typed: bool = False
    """Whether it holds a number, a date or a truth value, and no text."""
    doubt: str = ""
    """Why it is not taken for a value, such as a formula."""


@dataclass(frozen=True)
class CopyLine:
    """One row below the headings: heading → cell, those with something in them."""

    sheet: CopySheet
    number: int
    cells: dict[str, CopyCell]

    @property
    def place(self) -> str:
        """The row as a person finds it: `Events row 12`."""
        return f"{self.sheet.name} row {self.number}"

    def text(self, heading: str) -> str:
        """What stands under a heading, without spaces around it."""
        return self.cells[heading].text.strip() if heading in self.cells else ""


@dataclass
class CopyBook:
    """A working copy as it came back."""

    file: str
    made: Made
    lines: list[CopyLine] = field(default_factory=list)
    headings: dict[str, list[str]] = field(default_factory=dict)
    """Sheet → the headings that it still has."""
    notices: list[str] = field(default_factory=list)


def may_be_copy(path: Path) -> bool:
    """Whether a file is worth opening as a working copy: its bytes hold the title, whatever the file is called."""
    if path.suffix.lower() not in WORKBOOKS or not zipfile.is_zipfile(path):
        return False
    check_file(path)
    check_workbook(path)
    try:
        with zipfile.ZipFile(path) as book:
            names = [name for name in book.namelist() if name.startswith("xl/") and name.endswith(".xml")]
            return any(_holds(book, name, TITLE.encode()) for name in names)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        return False  # damaged: who reads it as a list will say so


def _holds(book: zipfile.ZipFile, name: str, title: bytes) -> bool:
    before = b""
    with book.open(name) as part:
        while piece := part.read(_PIECE):
            if title in before + piece:
                return True
            before = piece[-len(title) :]
    return False


def read_copy(path: Path) -> CopyBook | None:
    """The working copy in a file, None for any other workbook; raises SheetUnreadable."""
    if not may_be_copy(path):
        return None
    pages: dict[str, list[dict[str, Any]]] = {}
    for line in handed_over("copy_child", path):
        if "page" in line:
            rows = pages.setdefault(line["page"], [])
        else:
            rows.append(line)
    found = [made for rows in pages.values() if (made := made_of(row["cells"] for row in rows[:100]))]
    if not found:
        return None
    book = CopyBook(path.name, found[0])
    book.notices += check_workbook(path)
    _take_pages(book, pages)
    return book


def _take_pages(book: CopyBook, pages: dict[str, list[dict[str, Any]]]) -> None:
    known = {folded(sheet.name): sheet for sheet in SHEETS}
    others = []
    for name, rows in pages.items():
        if sheet := known.pop(folded(name), None):
            _take_page(book, sheet, rows)
        else:
            others.append((name, rows))
    for name, rows in others:
        if sheet := _renamed(rows, known.values()):
            book.notices.append(f"the sheet “{name}” was read as {sheet.name}, by its headings")
            _take_page(book, known.pop(folded(sheet.name)), rows)
        elif rows and name not in _BESIDE:
            book.notices.append(f"the sheet “{name}” is none of a working copy and was not read")
    missing = [sheet.name for sheet in known.values()]
    if missing:
        book.notices.append(f"there is no sheet {', '.join(missing)}; nothing of it is changed")
    book.lines.sort(key=lambda line: SHEETS.index(line.sheet))  # records on which others hang come first


def _renamed(rows: list[dict[str, Any]], missing: Iterable[CopySheet]) -> CopySheet | None:
    """The missing sheet that a sheet of another name is: the one of which it has most of the headings."""
    wanted = {sheet: {folded(heading) for heading in sheet.headings} for sheet in missing}
    for row in rows:
        had = {folded(cell) for cell in row["cells"]}
        found = [sheet for sheet, names in wanted.items() if 2 * len(names & had) > len(names)]
        if folded(REFERENCE) in had and found:
            return max(found, key=lambda sheet: len(wanted[sheet] & had))
    return None


def _take_page(book: CopyBook, sheet: CopySheet, rows: list[dict[str, Any]]) -> None:
    """The rows of one sheet under its headings, wherever the columns stand."""
    known = {folded(heading): heading for heading in sheet.headings}
    at = next((place for place, row in enumerate(rows) if REFERENCE in map(str.strip, row["cells"])), None)
    if at is None:
        if rows:
            book.notices.append(f"{sheet.name} has no heading “{REFERENCE}” and was not read")
        return
    headings = [known.get(folded(cell), "") for cell in rows[at]["cells"]]
    twice = {heading for heading in headings if heading and headings.count(heading) > 1}
    if twice:
        raise SheetUnreadable(
            book.file, f"{sheet.name} has the column “{min(twice)}” twice", "Delete one of them."
        )
    spare = [
        cell
        for cell, heading in zip(rows[at]["cells"], headings, strict=True)
        if cell.strip() and not heading
    ]
    if spare:
        book.notices.append(
            f"{sheet.name}: not read, since it is no column of a working copy: {', '.join(spare)}"
        )
    book.headings[sheet.name] = [heading for heading in headings if heading]
    gone = [heading for heading in sheet.headings if heading not in headings]
    if gone:
        book.notices.append(f"{sheet.name} has no column {', '.join(gone)}; nothing in it is changed")
    book.lines += [line for row in rows[at + 1 :] if (line := _line(sheet, headings, row)).cells]


def _line(sheet: CopySheet, headings: list[str], row: dict[str, Any]) -> CopyLine:
    typed, doubts = set(row["typed"]), row["doubts"]
    cells = {
        heading: CopyCell(
            text,
            f"{sheet.name}!{column_letters(place + 1)}{row['row']}",
            place in typed,
            doubts.get(str(place), ""),
        )
        for place, (heading, text) in enumerate(zip(headings, row["cells"], strict=False))
        if heading and text.strip()
    }
    return CopyLine(sheet, row["row"], cells)
