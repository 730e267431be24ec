"""Tables: drawn on a terminal, aligned in a pipe, or as CSV; both directions of writing keep their places."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

import typer

from prisoners.commands.safe import safe_text

GAP = "  "
Rows = Sequence[Sequence[str]]


def on_screen() -> bool:
    """Whether a person reads the output, not another program."""
    return sys.stdout.isatty()


def width(text: str) -> int:
    """How many cells of a terminal a text takes: marks, joiners and isolates take none."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def padded(text: str, cells: int) -> str:
    """A text filled with blanks to so many cells."""
    return text + " " * (cells - width(text))


def show_table(headings: Sequence[str], rows: Rows, *, numbers: Iterable[int] = ()) -> None:
    """Print a table; `numbers` are the columns that stand on the right."""
    if on_screen():
        _draw(headings, rows, set(numbers))
    else:
        _align(headings, rows, set(numbers))


def _align(headings: Sequence[str], rows: Rows, numbers: set[int]) -> None:
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    lines = []
    for row in (headings, *rows):
        cells = [
            " " * (cells - width(text)) + text if place in numbers else padded(text, cells)
            for place, (text, cells) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(GAP.join(cells).rstrip())
    typer.echo("\n".join(lines))


def _draw(headings: Sequence[str], rows: Rows, numbers: set[int]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        table.add_column(Text(heading), justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # Text, so that nothing from data is markup
    Console(highlight=False, width=screen_width()).print(table)


def screen_width() -> int:
    """How many cells a line of the terminal has."""
    return shutil.get_terminal_size((100, 24)).columns


def show_csv(headings: Sequence[str], rows: Rows) -> None:
    """Print comma-separated values that no spreadsheet takes for a formula."""
    import csv

    from prisoners.sheets.safe import guarded

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([guarded(safe_text(cell)) for cell in row] for row in rows)


def heading(text: str) -> str:
    """A heading, in bold where a person reads it."""
    return typer.style(text, bold=True) if on_screen() else text


def wrapped(text: str, cells: int, indent: int) -> str:
    """A text broken between words into lines of so many cells, all but the first indented."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > cells:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return ("\n" + " " * indent).join([*lines, line])
