"""Tables: drawn on a terminal, aligned in a pipe, or as CSV; both directions of writing keep their places."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any
from unicodedata import east_asian_width

from prisoners.commands.safe import FSI, PDI, safe_text, spelled
from prisoners.commands.say import bold, on_screen, say

GAP = "  "
_NO_CELL = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
"""Marks, joiners and directions: what a terminal draws on the letter before, or not at all."""
_FIRST_WIDE = "\u1100"
"""Before it no letter takes two cells."""
Rows = Sequence[Sequence[str]]


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """How many cells of a terminal a text takes: marks, joiners and isolates take none."""
    if text.isascii():
        return len(text)
    drawn = _NO_CELL.sub("", text)
    if max(drawn, default="") < _FIRST_WIDE:
        return len(drawn)
    return len(drawn) + sum(east_asian_width(letter) in "WF" for letter in drawn if letter >= _FIRST_WIDE)


def padded(text: str, cells: int) -> str:
    """A text filled with blanks to so many cells."""
    return text + " " * (cells - width(text))


def show_table(headings: Sequence[str], rows: Rows, *, numbers: Iterable[int] = ()) -> None:
    """Print a table; `numbers` are the columns that stand on the right. A screen gets a rule and lines that fit it."""
    right = set(numbers)
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    if not on_screen():
        say("\n".join(_line(row, widths, right) for row in (headings, *rows)))
        return
    least = [max(map(_widest_word, column)) for column in zip(headings, *rows, strict=True)]
    widths = fitted(widths, least, screen_width())
    lines = [
        *(bold(_line(part, widths, right)) for part in _parts(headings, widths)),
        GAP.join("─" * cells for cells in widths),
    ]
    for row in rows:
        lines += [_line(part, widths, right) for part in _parts(row, widths)]
    say("\n".join(lines))


def fits(headings: Sequence[str], rows: Rows) -> bool:
    """Whether a line of the screen holds a row, its texts broken between words where they must be."""
    if not on_screen():
        return True
    least = [max(map(_widest_word, column)) for column in zip(headings, *rows, strict=True)]
    return sum(least) + len(GAP) * (len(least) - 1) <= screen_width()


def _line(row: Sequence[str], widths: Sequence[int], right: set[int]) -> str:
    cells = [
        " " * (cells - width(text)) + text if place in right else padded(text, cells)
        for place, (text, cells) in enumerate(zip(row, widths, strict=True))
    ]
    return GAP.join(cells).rstrip()


def _widest_word(text: str) -> int:
    return width(text) if " " not in text else max(map(width, text.split(" ")))


def fitted(widths: list[int], least: list[int], room: int) -> list[int]:
    """The widths of columns, the widest made narrower until all fit into the room or nothing can give way."""
    fit = list(widths)
    excess = sum(fit) + len(GAP) * (len(fit) - 1) - room
    while excess > 0:
        widest = max(range(len(fit)), key=lambda place: (fit[place] - least[place], place))
        if fit[widest] <= least[widest]:
            break
        fit[widest] -= 1
        excess -= 1
    return fit


def _parts(row: Sequence[str], widths: Sequence[int]) -> list[Sequence[str]]:
    """The lines of one row: a text that is too wide for its column goes on below."""
    if all(width(text) <= cells for text, cells in zip(row, widths, strict=True)):
        return [row]
    broken = [broken_lines(text, cells) for text, cells in zip(row, widths, strict=True)]
    return [
        [lines[line] if line < len(lines) else "" for lines in broken]
        for line in range(max(map(len, broken)))
    ]


@cache
def screen_width() -> int:
    """How many cells a line of the terminal has when the command begins."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def show_json(value: Any) -> None:
    """Print JSON, one item or one key a line: half the time of indented JSON, and a line can be read by itself."""
    if isinstance(value, list):
        lines, opens, closes = [json_line(item) for item in value], "[", "]"
    else:
        lines, opens, closes = (
            [f"{json_line(key)}: {json_line(item)}" for key, item in value.items()],
            "{",
            "}",
        )
    say(f"{opens}\n{_NEXT.join(lines)}\n{closes}" if lines else f"{opens}{closes}")


_NEXT = ",\n"


def json_line(value: Any) -> str:
    """JSON in which nothing is a control sequence or a hidden direction either, and which reads back the same."""
    return spelled(json.dumps(value, ensure_ascii=False))


def show_csv(headings: Sequence[str], rows: Rows) -> None:
    """Print comma-separated values that no spreadsheet takes for a formula."""
    import csv

    from prisoners.sheets.safe import guarded

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([guarded(safe_text(cell)) for cell in row] for row in rows)


def wrapped(text: str, cells: int, indent: int) -> str:
    """A text broken between words into lines of so many cells, all but the first indented."""
    return ("\n" + " " * indent).join(broken_lines(text, cells))


def broken_lines(text: str, cells: int) -> list[str]:
    """A text broken between words; an isolate that is broken is closed on its line and opened on the next."""
    if width(text) <= cells:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > cells:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return _isolates_closed([*lines, line])


def _isolates_closed(lines: list[str]) -> list[str]:
    closed, depth = [], 0
    for line in lines:
        opened = depth
        depth += line.count(FSI) - line.count(PDI)
        closed.append(FSI * opened + line + PDI * depth)
    return closed
