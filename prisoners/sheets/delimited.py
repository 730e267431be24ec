"""Reads csv and tsv strictly: nothing guessed about letters, no row swallowed by an open quote."""

from __future__ import annotations

import codecs
import csv
import io
import re

from prisoners.errors import SheetUnreadable
from prisoners.sheets.foreign import ForeignSheet, RawRow, sheet_of
from prisoners.sheets.safe import LONGEST_CELL, unguarded

DELIMITERS = ",;\t|"
ENCODINGS = ("utf-8", "utf-16", "windows-1256")
"""What a file may be asked to be read as; without being asked, UTF-8 and UTF-16 with its mark."""

_QUOTED = re.compile(r'"[^"]*"')
_LOOKED_INTO = 100_000
"""Characters at the beginning in which the sign that parts the cells is looked for."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_delimited(
    name: str, content: bytes, *, encoding: str | None = None, tabs: bool = False
) -> ForeignSheet:
    """The sheet in the bytes of a csv or tsv file; raises SheetUnreadable."""
    text, read_as = _decoded(name, content, encoding)
    if "\0" in text:
        raise SheetUnreadable(name, "it holds NUL characters and is no text")
    delimiter = "\t" if tabs else _delimiter(text)
    csv.field_size_limit(4 * LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    raw: list[RawRow] = []
    try:
        for cells in reader:
            number = len(raw) + 1
            if (said := _swallowed(cells, reader.line_num)) is not None:
                raise SheetUnreadable(
                    name, f"a quote is opened and not closed before line {said} (row {number})"
                )
            raw.append(RawRow(number, [unguarded(cell) for cell in cells]))
    except csv.Error as error:
        raise SheetUnreadable(name, f"line {reader.line_num} (row {len(raw) + 1}): {error}") from None
    notices = (
        [] if delimiter == "," else [f"cells are parted by {'tabs' if delimiter == chr(9) else delimiter}"]
    )
    notices += [] if read_as.startswith("utf-8") else [f"read as {read_as}"]
    return sheet_of(name, "", raw, notices, ragged=False)


def _decoded(name: str, content: bytes, encoding: str | None) -> tuple[str, str]:
    """The text, and what it was read as; nothing is ever guessed."""
    if encoding and encoding.lower().replace("cp1256", "windows-1256") not in ENCODINGS:
        raise SheetUnreadable(
            name, f"“{encoding}” is no encoding read here", f"There are {', '.join(ENCODINGS)}."
        )
    chosen = encoding or next((codec for mark, codec in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode("utf-8-sig" if chosen.lower() == "utf-8" else chosen, "strict"), chosen
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SheetUnreadable(
            name,
            f"line {line} is not {chosen}",
            "Save it as UTF-8; an old Persian or Arabic file may be `--encoding windows-1256`: look at the plan first.",
        ) from None


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that most of the first lines have most of, what stands in quotes left out."""
    lines = _QUOTED.sub('""', text[:_LOOKED_INTO]).splitlines()[:20]
    return max(DELIMITERS, key=lambda sign: (_usual([line.count(sign) for line in lines]), sign == ","))


def _usual(counts: list[int]) -> int:
    """The middle one."""
    return sorted(counts)[len(counts) // 2] if counts else 0


def _swallowed(cells: list[str], line: int) -> int | None:
    """The line at which a cell ends that looks like swallowed rows: longer than any cell can be."""
    return line if any(len(cell) > LONGEST_CELL and "\n" in cell for cell in cells) else None
