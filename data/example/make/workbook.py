"""A workbook as offices send them: a note above the header, merged headings, numbers and dates that Excel spoilt."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

STAMP = (2026, 1, 1, 0, 0, 0)
"""The moment of every part, so that the bytes are the same each time."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NOTE = "List of the committee, not for publication. Ask the office before you use it."
HEADINGS = ("No.", "Name", "نام", "Born", "Arrested", "Case number", "Years", "Place", "Remarks")
WIDEST = 1_048_576
"""How many rows the sheet says it has."""

DATE = 1
"""The place of the style of days."""
Cell = tuple[str, str]
"""How a cell is written, and what it holds."""


FAULTS: tuple[str, ...] = (
    "d:30000|d:44820|n:9.90998E+15|n:5|s:Evin|s:number cut by Excel",
    "s:1954-02-29|s:31/06/1401|s:9909981234567801|s:five|s:اوین|",
    "n:1365|s:1401/06/25|s:'0099123|n:7.5|s:Rajai Shahr|f:1+1",
    "s:0000-00-00|s:25 Shahrivar 1401|n:0|s:life|s:?|e:#N/A",
    "s:nan|d:0|s:|s:2027-03-01|s:unknown|s:+98 900 000 0000",
    "s:about 40|s:7th of Bahman|n:1.4E+15|n:91|s:KARAJ|s:-",
    "d:33333.5|s:۱۴۰۱/۰۷/۰۳|s:۱۴۰۱۰۰۳۹۰۰۰۱۲۳۴۵|s:۳ سال|s:سقز|s:@list",
    "s:1360s|s:06/07/2022|s:79/335/45/7|n:0.25|s:Kurdistan|b:1",
    's:undefined|f:TODAY()|f:HYPERLINK("list.example","x")|n:2|s:|',
)
"""Cells of nine rows after the names: n number, d day as Excel counts, s text, f formula, e error, b yes or no."""


def rows(people: list[tuple[str, str]]) -> list[tuple[Cell, ...]]:
    """The rows of invented people, each with another fault of Excel."""
    found = []
    for number, ((latin, persian), fault) in enumerate(zip(people, FAULTS, strict=False), start=1):
        cells = [cell.partition(":")[::2] for cell in fault.split("|")]
        found.append((("n", str(number)), ("s", latin), ("s", persian), *cells))
    return found


def faulty(people: list[tuple[str, str]]) -> bytes:
    """The bytes of `faulty.xlsx`; nothing is compressed, since no two machines compress alike."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _workbook(),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": _sheet(people),
        "xl/worksheets/sheet2.xml": _hidden_sheet(),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.create_system = 3
            archive.writestr(entry, _HEAD + text)
    return written.getvalue()


def _sheet(people: list[tuple[str, str]]) -> str:
    heading = "".join(_cell(place, 4, ("s", text)) for place, text in enumerate(HEADINGS))
    above = _cell(3, 3, ("s", "Dates")) + _cell(5, 3, ("s", "Judgment"))
    body = [
        f'<row r="1">{_cell(0, 1, ("s", NOTE))}</row>',
        f'<row r="3">{above}</row>',
        f'<row r="4">{heading}</row>',
    ]
    for number, cells in enumerate(rows(people), start=5):
        hidden = ' hidden="1"' if number == 10 else ""  # noqa: PLR2004 -- one row that cannot be seen
        told = "".join(_cell(place, number, cell) for place, cell in enumerate(cells))
        body.append(f'<row r="{number}"{hidden}>{told}</row>')
    merged = '<mergeCells count="2"><mergeCell ref="D3:E3"/><mergeCell ref="F3:G3"/></mergeCells>'
    extent = f'<dimension ref="A1:I{WIDEST}"/>'
    return f'<worksheet xmlns="{_MAIN}">{extent}<sheetData>{"".join(body)}</sheetData>{merged}</worksheet>'


def _hidden_sheet() -> str:
    row = _cell(0, 1, ("s", "Draft")) + _cell(1, 1, ("s", "do not use"))
    return f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1">{row}</row></sheetData></worksheet>'


def _cell(place: int, row: int, cell: Cell) -> str:
    kind, value = cell
    at = f"{chr(ord('A') + place)}{row}"
    if not kind:
        return ""
    if kind == "s":
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    if kind == "f":
        return f'<c r="{at}"><f>{escape(value)}</f><v>2</v></c>'
    if kind in "eb":
        return f'<c r="{at}" t="{kind}"><v>{value}</v></c>'
    style = f' s="{DATE}"' if kind == "d" else ""
    return f'<c r="{at}"{style}><v>{value}</v></c>'


def _workbook() -> str:
    sheets = '<sheet name="فهرست" sheetId="1" r:id="rId1"/><sheet name="Draft" sheetId="2" state="hidden" r:id="rId2"/>'
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _relations(*parts: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _content_types() -> str:
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "workbook.xml": "sheet.main",
        "worksheets/sheet1.xml": "worksheet",
        "worksheets/sheet2.xml": "worksheet",
        "styles.xml": "styles",
    }
    told = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{base}.{kind}+xml"/>' for name, kind in parts.items()
    )
    plain = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{plain}{told}</Types>'


def _styles() -> str:
    fill = '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    one = f'<fonts count="1"><font/></fonts>{fill}<borders count="1"><border/></borders>'
    plain = '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    formats = "".join(f'<xf numFmtId="{number}" xfId="0" applyNumberFormat="1"/>' for number in (0, 14))
    formats = f'<cellXfs count="2">{formats}</cellXfs>'
    return f'<styleSheet xmlns="{_MAIN}">{one}{plain}{formats}</styleSheet>'
