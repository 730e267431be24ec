"""Reads a foreign list: csv, tsv or a workbook, every cell as text, within limits, and nothing in it ever runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from prisoners.errors import SheetUnreadable, UnknownFormat
from prisoners.sheets.child import SECONDS
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.foreign import ForeignSheet, RawRow, sheet_of
from prisoners.sheets.preflight import check_size, check_workbook

ENDINGS = (".csv", ".tsv", ".xlsx")
DAMAGED = "it is damaged"
TOO_LARGE = "it needs more time or memory than any list of people does"


def read_sheet(
    path: Path, *, encoding: str | None = None, page: str = "", hidden: bool = False
) -> ForeignSheet:
    """The list in a file; raises SheetUnreadable with the rows at fault, UnknownFormat for another kind of file.

    `encoding` is only for csv and tsv that say nothing themselves; `page` names a sheet of a workbook; `hidden` also
    reads sheets and rows that cannot be seen.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UnknownFormat(path.name, list(ENDINGS))
    check_size(path)
    if ending == ".xlsx":
        return _read_workbook(path, page, hidden=hidden)
    return read_delimited(path.name, path.read_bytes(), encoding=encoding, tabs=ending == ".tsv")


def _read_workbook(path: Path, page: str, *, hidden: bool) -> ForeignSheet:
    notices = check_workbook(path)
    said, *rows = _lines(path, page, hidden=hidden)
    raw = [RawRow(row["row"], row["cells"], frozenset(row["formulas"])) for row in rows]
    return sheet_of(path.name, said["page"], raw, [*notices, *said["notices"]], ragged=True)


def _lines(path: Path, page: str, *, hidden: bool) -> list[dict[str, Any]]:
    """What the process that opened the workbook handed over."""
    command = "from prisoners.sheets.child import main; main()"
    here = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join(filter(None, [str(here), os.environ.get("PYTHONPATH", "")]))
    try:
        done = subprocess.run(  # noqa: S603 -- this very Python, and a path
            [sys.executable, "-c", command, str(path.absolute()), page, "hidden" if hidden else ""],
            capture_output=True,
            check=False,
            timeout=2 * SECONDS,
            env=os.environ | {"PYTHONPATH": paths},
        )
    except subprocess.TimeoutExpired:
        raise SheetUnreadable(path.name, TOO_LARGE) from None
    if done.returncode:
        raise SheetUnreadable(path.name, DAMAGED if done.returncode == 1 else TOO_LARGE)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if fault := lines[-1].get("fault"):
        raise SheetUnreadable(path.name, fault)
    return lines
