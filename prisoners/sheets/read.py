"""Reads a foreign list: csv, tsv, json or a workbook, every cell as text, within limits; nothing in it ever runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from prisoners.errors import SheetUnreadable, UnknownFormat
from prisoners.sheets.child import SECONDS
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.foreign import ForeignSheet, RawRow, sheet_of
from prisoners.sheets.json_list import read_json
from prisoners.sheets.preflight import check_file, check_workbook

WORKBOOKS = (".xlsx", ".xlsm")
ENDINGS = (".csv", ".tsv", ".json", ".jsonl", *WORKBOOKS)
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
    check_file(path)
    if ending not in ENDINGS:
        raise UnknownFormat(path.name, list(ENDINGS))
    if ending in WORKBOOKS:
        return _read_workbook(path, page, hidden=hidden)
    if ending in (".json", ".jsonl"):
        return read_json(path.name, path.read_bytes(), lines=ending == ".jsonl")
    return read_delimited(path.name, path.read_bytes(), encoding=encoding, tabs=ending == ".tsv")


def _read_workbook(path: Path, page: str, *, hidden: bool) -> ForeignSheet:
    notices = check_workbook(path)
    with closing(_lines(path, page, hidden=hidden)) as lines:
        said = next(lines, {"fault": DAMAGED})
        if fault := said.get("fault"):
            raise SheetUnreadable(path.name, fault, said.get("hint", ""))
        raw = [_row(line) for line in lines]
    sheet = sheet_of(path.name, said["page"], raw, [*notices, *said["notices"]], ragged=True)
    return replace(sheet, pages=tuple(said["pages"]))


def _row(line: dict[str, Any]) -> RawRow:
    doubts = {int(place): why for place, why in line["doubts"].items()}
    return RawRow(line["row"], line["cells"], doubts, frozenset(line["typed"]))


def _lines(path: Path, page: str, *, hidden: bool) -> Generator[dict[str, Any], None, None]:
    """What the process that opens the workbook hands over; raises SheetUnreadable where it does not come to its end."""
    command = "from prisoners.sheets.child import main; main()"
    here = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join(filter(None, [str(here), os.environ.get("PYTHONPATH", "")]))
    with subprocess.Popen(  # noqa: S603 -- this very Python, and a path
        [sys.executable, "-c", command, str(path.absolute()), page, "hidden" if hidden else ""],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": paths},
    ) as child:
        stop = threading.Timer(2 * SECONDS, child.kill)
        stop.start()
        try:
            with suppress(
                json.JSONDecodeError
            ):  # the last line of a process that was stopped may be half a line
                yield from map(json.loads, child.stdout or ())
            ended = child.wait()
        finally:
            stop.cancel()
            child.kill()
    if ended:
        raise SheetUnreadable(path.name, DAMAGED if ended == 1 else TOO_LARGE)
