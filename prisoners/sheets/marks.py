"""How a status is marked: by letters and frame as well as by colour, so that a grey print still tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.manifest import Manifest
from prisoners.sheets.speech import Speech
from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, UNDER_CONTROL

if TYPE_CHECKING:
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.worksheet.worksheet import Worksheet


class Mark(NamedTuple):
    """How one group of statuses looks."""

    statuses: Iterable[str]
    legend: str
    fill: str
    pattern: Literal["solid", "gray125"] = "solid"
    letters: str = "000000"
    bold: bool = False
    italic: bool = False
    framed: bool = False


MARKS = (
    Mark(IN_CUSTODY, "bold, in a frame, on red: in custody", "FBE0DC", bold=True, framed=True),
    Mark(UNDER_CONTROL, "dotted, on yellow: under control", "FFF4CC", pattern="gray125"),
    Mark(FREE, "italic, on green: free", "E4F3E0", italic=True),
    Mark(DEAD, "white on dark grey: dead", "595959", letters="FFFFFF", bold=True),
)

GRADES = (
    "S-0012 (B, likely): a source, how far it can be relied on (A highly to E not, F unknown), "
    "and how far what it says of this can be believed"
)

NEAR = "2023-01-03~: about that day, not that day; 2023-01-03?: the source is not sure of it"


def about_page(manifest: Manifest) -> Sheet:
    """The first sheet of a workbook: the manifest, and what the marks mean."""
    page, speech = manifest.page(), Speech(manifest.lang)
    said = (*(mark.legend for mark in MARKS), GRADES, NEAR)
    legend = [(speech.words("Legend"), speech.words(line)) for line in said]
    return replace(page, rows=[*page.rows[:-1], *legend, *page.rows[-1:]])


def mark_statuses(page: Worksheet, sheet: Sheet, speech: Speech) -> None:
    """Mark the statuses of a list by the words that stand for them."""
    from openpyxl.formatting.rule import Rule

    for number, column in enumerate(sheet.columns, start=1):
        if column.key != "status" or not sheet.rows:
            continue
        letters = column_letters(number)
        for mark in MARKS:
            words = sorted(speech.code("custody_status", status) for status in mark.statuses)
            asked = ",".join(f'{letters}2="{word.replace(chr(34), chr(34) * 2)}"' for word in words)
            rule = Rule(type="expression", dxf=_style(mark), formula=[f"OR({asked})"])
            page.conditional_formatting.add(f"{letters}2:{letters}{len(sheet.rows) + 1}", rule)


def _style(mark: Mark) -> DifferentialStyle:
    from openpyxl.styles import Border, Font, PatternFill, Side
    from openpyxl.styles.differential import DifferentialStyle

    side = Side(style="thin", color="000000")
    fill = PatternFill(
        mark.pattern, fgColor="7F7F7F" if mark.pattern != "solid" else mark.fill, bgColor=mark.fill
    )
    return DifferentialStyle(
        font=Font(
            name=None, sz=None, family=None, b=mark.bold or None, i=mark.italic or None, color=mark.letters
        ),
        fill=fill,
        border=Border(left=side, right=side, top=side, bottom=side) if mark.framed else None,
    )
