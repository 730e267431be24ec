"""Reads a foreign list: csv, tsv, json or a workbook, every cell as text, within limits; nothing in it ever runs."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from prisoners.errors import UnknownFormat
from prisoners.sheets.apart import handed_over
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.foreign import ForeignSheet, RawRow, sheet_of
from prisoners.sheets.json_list import read_json
from prisoners.sheets.preflight import check_file, check_workbook

WORKBOOKS = (".xlsx", ".xlsm")
ENDINGS = (".csv", ".tsv", ".json", ".jsonl", *WORKBOOKS)


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
    with closing(handed_over("child", path, page, "hidden" if hidden else "")) as lines:
        said = next(lines)
        raw = [_row(line) for line in lines]
    sheet = sheet_of(path.name, said["page"], raw, [*notices, *said["notices"]], ragged=True)
    return replace(sheet, pages=tuple(said["pages"]))


def _row(line: dict[str, Any]) -> RawRow:
    doubts = {int(place): why for place, why in line["doubts"].items()}
    return RawRow(line["row"], line["cells"], doubts)
