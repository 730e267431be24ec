"""Reads csv and tsv strictly: nothing guessed about letters, no row swallowed by an open quote."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import islice

from prisoners.errors import SheetUnreadable
from prisoners.sheets.doubtful import doubt_of_text
from prisoners.sheets.foreign import ForeignSheet, RawRow, sheet_of
from prisoners.sheets.safe import LONGEST_CELL, unguarded

DELIMITERS = ",;\t|"
ENCODINGS = ("utf-8", "utf-16", "windows-1256")
"""What a file may be asked to be read as; without being asked, UTF-8 and UTF-16 with its mark."""

_SHOWN = 60
_OLD_FILE = "Save it as UTF-8; an old Persian or Arabic file may be `--encoding windows-1256`: look at the plan first."
_NOT_ASKED = "Leave `--encoding` out."
_FAULTS = {
    "unexpected end": "a quote is opened and not closed",
    "expected after": "a quote is closed in the middle of a cell",
    "field larger": "a cell is longer than any cell can be; a quote may not be closed",
}
"""What the reader of csv says, in words for people."""
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
            raw.append(_row(number, cells))
    except csv.Error as error:
        why = next((why for said, why in _FAULTS.items() if said in str(error)), str(error))
        raise SheetUnreadable(name, f"line {reader.line_num} (row {len(raw) + 1}): {why}") from None
    notices = (
        [] if delimiter == "," else [f"cells are parted by {'tabs' if delimiter == chr(9) else delimiter}"]
    )
    if not read_as.startswith("utf-8"):
        notices.append(f"read as {read_as}; it begins: {_preview(raw)}")
    return sheet_of(name, "", raw, notices, ragged=False)


def _row(number: int, cells: list[str]) -> RawRow:
    """One row without the signs that guarded its cells, and with what is wrong with them."""
    doubts = {place: doubt for place, cell in enumerate(cells) if (doubt := doubt_of_text(cell))}
    return RawRow(number, [unguarded(cell) for cell in cells], doubts)


def _preview(raw: list[RawRow]) -> str:
    """The first rows, by which a person sees whether the letters are right."""
    texts = (" | ".join(cell.strip() for cell in row.cells if cell.strip()) for row in raw)
    return " / ".join(
        f"{text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}" for text in islice(filter(None, texts), 3)
    )


def _decoded(name: str, content: bytes, encoding: str | None) -> tuple[str, str]:
    """The text, and what it was read as; nothing is ever guessed."""
    asked = (encoding or "").lower().replace("cp1256", "windows-1256").replace("utf8", "utf-8")
    if asked and asked not in ENCODINGS:
        raise SheetUnreadable(
            name, f"“{encoding}” is no encoding read here", f"There are {', '.join(ENCODINGS)}."
        )
    marked = next((codec for mark, codec in _MARKS if content.startswith(mark)), None)
    _check_asked(name, content, asked, marked)
    chosen = marked or asked or "utf-8"
    try:
        return content.decode(_in_order(content) if chosen == "utf-16" else chosen, "strict"), chosen
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SheetUnreadable(name, f"line {line} is not {chosen.removesuffix('-sig')}", _OLD_FILE) from None


def _check_asked(name: str, content: bytes, asked: str, marked: str | None) -> None:
    """Raise SheetUnreadable where a file is asked to be read as what it plainly is not."""
    if marked and asked and not marked.startswith(asked):
        raise SheetUnreadable(name, f"it says itself that it is {marked.removesuffix('-sig')}", _NOT_ASKED)
    if asked == "windows-1256" and _is_utf8(content):
        raise SheetUnreadable(name, "it is utf-8, and its letters would be spoilt", _NOT_ASKED)
    if asked == "utf-16" and not marked and b"\0" not in content:
        raise SheetUnreadable(name, "it is not utf-16", _NOT_ASKED)


def _is_utf8(content: bytes) -> bool:
    """Whether letters beyond ASCII can only be UTF-8."""
    try:
        return not content.isascii() and bool(content.decode("utf-8", "strict"))
    except UnicodeDecodeError:
        return False


def _in_order(content: bytes) -> str:
    """UTF-16 by its mark, or by the half of each pair in which the signs of every list have their nought."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"


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
