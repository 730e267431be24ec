"""Writes csv, json and jsonl: csv that Excel opens without running anything, json that says what the sheets say."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, BinaryIO

from prisoners.sheets.columns import Sheet
from prisoners.sheets.fit import check_cells
from prisoners.sheets.manifest import Manifest
from prisoners.sheets.safe import guarded
from prisoners.sheets.summary import Figure

BOM = "\ufeff"


def write_csv(file: BinaryIO, sheet: Sheet) -> None:
    """One sheet as Excel loads it: UTF-8 with its mark, CRLF, every field quoted, one `'` before a would-be formula."""
    check_cells([sheet])
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    text.write(BOM)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    text.detach()


def write_json(
    file: BinaryIO, manifest: Manifest, sheets: Sequence[Sheet], figures: Sequence[Figure] = ()
) -> None:
    """The manifest, the summary, and every sheet as lists of objects; an empty cell is left out."""
    told: dict[str, Any] = {"about": manifest.outward().as_json()}
    if figures:
        told["summary"] = [figure.as_json() for figure in figures]
    told |= {sheet.key: [_object(sheet, row) for row in sheet.rows] for sheet in sheets}
    file.write((json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def write_jsonl(file: BinaryIO, manifest: Manifest, sheets: Sequence[Sheet]) -> None:
    """One line about the file, then one line a person, with everything about the person in it."""
    people, *others = sheets
    held: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(dict)
    for sheet in others:
        for row in sheet.rows:
            held[row[0]].setdefault(sheet.key, []).append(_object(sheet, row))
    lines: list[dict[str, Any]] = [{"about": manifest.outward().as_json()}]
    lines += [{**_object(people, row), **held[row[0]]} for row in people.rows]
    file.writelines((json.dumps(line, ensure_ascii=False) + "\n").encode() for line in lines)


def _object(sheet: Sheet, row: Sequence[str]) -> dict[str, str]:
    return {column.key: cell for column, cell in zip(sheet.columns, row, strict=True) if cell}
