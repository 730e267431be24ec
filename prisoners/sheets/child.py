"""Opens a foreign workbook in a process of its own, with little memory and little time, and hands over texts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

MEMORY = 1024 * 1024 * 1024
SECONDS = 60
MOST_SHEETS = 20
MOST_TEXT = 64 * 1024 * 1024
"""Characters handed over: a text that stands once in the file may stand in a million cells."""


def main() -> None:
    """Read a workbook by its path; one of its pages, or the first that can be seen; `hidden`: also what is not."""
    limit()
    path, page, hidden = sys.argv[1:4]
    hand_over(read(path, page, hidden=hidden == "hidden"))


def hand_over(lines: Iterator[dict[str, Any]]) -> None:
    """Write what was read, line after line, or why it was not.

    A damaged workbook fails in a dozen ways: the process ends with 1, and who started it says so.
    """
    from defusedxml.common import DefusedXmlException

    from prisoners.sheets.grid import Refused

    try:
        for line in lines:
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
    except Refused as refused:
        _say(str(refused), refused.hint)
    except MemoryError:
        _say("it needs more memory than any list of people does")
    except ValueError as error:
        if not isinstance(error.__cause__ or error, DefusedXmlException):
            raise
        _say("its XML defines words of its own, as that of no workbook does")


def _say(fault: str, hint: str = "") -> None:
    sys.stdout.write(json.dumps({"fault": fault, "hint": hint}) + "\n")


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
    """First what is said about the workbook, then its rows: number, cells, doubts about them, which are no texts."""
    import openpyxl

    from prisoners.sheets.grid import Grid, Refused, fill_merged

    if not openpyxl.DEFUSEDXML:
        raise Refused("the protection against hostile XML is not installed")
    with (
        Path(path).open("rb") as file,
        closing(openpyxl.load_workbook(file, read_only=True, keep_links=False)) as book,
    ):
        if len(book.sheetnames) > MOST_SHEETS:
            raise Refused(f"it has {len(book.sheetnames)} sheets, and {MOST_SHEETS} is the most that is read")
        sheet, notices = _chosen(book, page, hidden=hidden)
        with closing(sheet._get_source()) as source:  # noqa: SLF001 -- the one way to the rows that are really there
            grid = Grid(book, sheet, source)
            lines = list(_within_limits(grid))
    merged = fill_merged(lines, grid.merged)
    seen = [line for line in lines if hidden or grid.is_filtered or not line.hidden]
    notices += _about_rows(grid, merged, sum(line.hidden for line in lines), len(lines) - len(seen))
    pages = [one.title for one in book.worksheets if hidden or one.sheet_state == "visible"]
    yield {"page": sheet.title, "pages": pages, "notices": notices}
    yield from (line.as_json() for line in seen)


def _chosen(book: Any, page: str, *, hidden: bool) -> tuple[Any, list[str]]:
    """The sheet to read, and what to say about the others."""
    from prisoners.sheets.grid import Refused

    seen = [sheet for sheet in book.worksheets if hidden or sheet.sheet_state == "visible"]
    found = [sheet for sheet in seen if not page or sheet.title == page]
    if not found and page:
        there = ", ".join(f"“{sheet.title}”" for sheet in seen)
        raise Refused(
            f"it has no sheet “{page}” that can be seen",
            f"There is {there or 'none'}; --hidden reads others.",
        )
    if not found:
        raise Refused("it has no sheet that can be seen", "--hidden reads those that cannot.")
    others = [sheet.title for sheet in seen if sheet is not found[0]]
    unseen = [sheet.title for sheet in book.worksheets if sheet not in seen]
    notices = [f"other sheets were not read: {', '.join(others)}"] if others else []
    return found[0], notices + ([f"hidden sheets were not read: {', '.join(unseen)}"] if unseen else [])


def _within_limits(grid: Any) -> Iterator[Any]:
    """The rows of a sheet, until they are more than any list has."""
    from prisoners.sheets.foreign import MOST_ROWS
    from prisoners.sheets.grid import Refused

    text = 0
    for count, line in enumerate(grid.lines()):
        text += sum(len(cell.text) for cell in line.cells.values())
        if text > MOST_TEXT:
            raise Refused("it unpacks to more text than any list of people has")
        if count > MOST_ROWS:
            raise Refused(f"it has more than {MOST_ROWS:,} rows")
        yield line


def _about_rows(grid: Any, merged: int, hidden: int, left_out: int) -> Iterator[str]:
    """What to know about what cannot be seen, or stands once for several rows."""
    if left_out:
        yield f"{counted(left_out, 'hidden row was', 'hidden rows were')} not read; --hidden reads them"
    elif hidden:
        yield f"{counted(hidden, 'hidden row was', 'hidden rows were')} read like the others"
    if columns := grid.hidden_columns():
        yield f"{counted(columns, 'hidden column was', 'hidden columns were')} read like the others"
    if merged:
        yield f"{counted(merged, 'cell reaches', 'cells reach')} over several rows and was read for each of them"


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: 1 hidden row was, 2 hidden rows were."""
    return f"{number:,} {one if number == 1 else many}"
