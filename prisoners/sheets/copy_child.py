"""Opens a working copy in a process of its own, with little memory and little time, and hands over all its sheets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from prisoners.sheets.child import MOST_SHEETS, MOST_TEXT, hand_over, limit


def main() -> None:
    """Open the workbook named on the command line, with little memory and time, and hand over all its rows."""
    limit()
    hand_over(_all_rows(sys.argv[1]))


def _all_rows(path: str) -> Iterator[dict[str, Any]]:
    """Each sheet by its name, then its rows; hidden ones too, since a filter that was left on hides rows."""
    import openpyxl

    from prisoners.sheets.grid import Grid, Refused

    if not openpyxl.DEFUSEDXML:
        raise Refused("the protection against hostile XML is not installed")
    letters = 0
    opened: Any = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    with closing(opened) as book:
        if len(book.sheetnames) > MOST_SHEETS:
            raise Refused(f"it has {len(book.sheetnames)} sheets, and {MOST_SHEETS} is the most that is read")
        for sheet in book.worksheets:
            yield {"page": sheet.title}
            with closing(sheet._get_source()) as source:  # noqa: SLF001 -- the one way to the rows that are really there
                for line in Grid(book, sheet, source).lines():
                    told = line.as_json()
                    letters += sum(map(len, told["cells"]))
                    if letters > MOST_TEXT:
                        raise Refused("it unpacks to more text than any working copy has")
                    yield told
