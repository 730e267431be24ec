"""Opens a foreign workbook in a process of its own, with little memory and little time, and hands over texts."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any

MEMORY = 1024 * 1024 * 1024
SECONDS = 60
MOST_SHEETS = 20
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_TEXT = 150 * 1024 * 1024
"""Characters handed over: a text that stands once in the file may stand in a million cells."""


class Refused(Exception):
    """The workbook is not read, and why."""


def main() -> None:
    """Read a workbook by its path; one of its pages, or the first that can be seen; `hidden`: also what is not.

    A damaged workbook fails in a dozen ways: the process ends with 1, and its caller says so.
    """
    limit()
    path, page, hidden = sys.argv[1:4]
    try:
        for line in read(path, page, hidden=hidden == "hidden"):
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
    except Refused as refused:
        sys.stdout.write(json.dumps({"fault": str(refused)}) + "\n")
    except MemoryError:
        sys.stdout.write(json.dumps({"fault": "it needs more memory than any list of people does"}) + "\n")


def limit() -> None:
    """Take little memory and time, and leave no picture of the memory behind; not every system knows how."""
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it, and it takes memory by the core
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(path: str, page: str, *, hidden: bool) -> Iterator[dict[str, Any]]:
    """First what is said about the workbook, then its rows: number, cells, and the places of formulas."""
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise Refused("the protection against hostile XML is not installed")
    with closing(openpyxl.load_workbook(path, read_only=True, keep_links=False)) as book:
        if len(book.sheetnames) > MOST_SHEETS:
            raise Refused(f"it has {len(book.sheetnames)} sheets, and {MOST_SHEETS} is the most that is read")
        sheet, notices = _chosen(book, page, hidden=hidden)
        with closing(sheet._get_source()) as source:  # noqa: SLF001 -- the one way to the rows that are really there
            rows = list(_rows(_parser(book, sheet, source), hidden=hidden, notices=notices))
    yield {"page": sheet.title, "notices": notices}
    yield from rows


def _chosen(book: Any, page: str, *, hidden: bool) -> tuple[Any, list[str]]:
    """The sheet to read, and what to say about the others."""
    seen = [sheet for sheet in book.worksheets if hidden or sheet.sheet_state == "visible"]
    found = [sheet for sheet in seen if not page or sheet.title == page]
    if not found:
        raise Refused(
            f"it has no sheet “{page}” that can be seen" if page else "it has no sheet that can be seen"
        )
    others = [sheet.title for sheet in book.worksheets if sheet is not found[0] and sheet in seen]
    unseen = len(book.worksheets) - len(seen)
    notices = [f"other sheets were not read: {', '.join(others)}"] if others else []
    return found[0], notices + ([f"{unseen} hidden sheets were not read"] if unseen else [])


def _parser(book: Any, sheet: Any, source: Any) -> Any:
    """The reader of one sheet in openpyxl, which gives the rows that are there and no others."""
    from openpyxl.worksheet._reader import WorkSheetParser

    return WorkSheetParser(
        source,
        sheet._shared_strings,  # noqa: SLF001
        data_only=False,
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001
    )


def _rows(parser: Any, *, hidden: bool, notices: list[str]) -> Iterator[dict[str, Any]]:
    """The rows with something in them; what is hidden is counted and left out."""
    unseen, text = 0, 0
    for number, cells in parser.parse():
        if number > LAST_ROW:
            raise Refused(f"it has a row numbered {number}, and a sheet ends at {LAST_ROW:,}")
        if not hidden and _is_hidden(parser.row_dimensions.get(str(number))):
            unseen += any(cell["value"] is not None for cell in cells)
            continue
        row = _row(number, cells)
        text += sum(len(cell) for cell in row["cells"])
        if text > MOST_TEXT:
            raise Refused("it unpacks to more text than any list of people has")
        if row["cells"]:
            yield row
    columns = [] if hidden else [one for one in parser.column_dimensions.values() if _is_hidden(one)]
    notices += [f"{unseen} hidden rows were not read"] if unseen else []
    notices += [f"{len(columns)} hidden columns were read like the others"] if columns else []


def _is_hidden(dimension: Any) -> bool:
    return bool(dimension) and str(dimension.get("hidden")) in ("1", "true", "True")


def _row(number: int, cells: list[dict[str, Any]]) -> dict[str, Any]:
    filled = [cell for cell in cells if cell["value"] is not None]
    width = max((cell["column"] for cell in filled), default=0)
    if width > LAST_COLUMN:
        raise Refused(f"it has a column numbered {width}, and a sheet ends at {LAST_COLUMN:,}")
    texts, formulas = [""] * width, []
    for cell in filled:
        place = cell["column"] - 1
        texts[place] = text_of(cell["value"], cell["data_type"])
        if cell["data_type"] == "f":
            formulas.append(place)
    return {"row": number, "cells": texts, "formulas": formulas}


def text_of(value: Any, kind: str) -> str:
    """The text of a cell as a person would have typed it: 5081, not 5081.0; a day, not midnight."""
    from prisoners.sheets.safe import from_cell

    if kind == "f":
        return str(getattr(value, "text", value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return from_cell(str(value))
