"""Small files that would fill the memory or the day: each is refused in a moment, in one line, by little memory."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OF_STRINGS = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
SECONDS, MEBIBYTES = 2, 200
MEGABYTE = 1_000_000

READER = """
import json, resource, sys, time
from pathlib import Path
from prisoners.errors import SheetUnreadable
from prisoners.sheets.read import read_sheet
for name in sys.argv[1:]:
    began, said, code = time.process_time(), "it was read", 0
    own = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        read_sheet(Path(name))
    except SheetUnreadable as refused:
        said, code = refused.sentence, refused.exit_code
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = time.process_time() - began + ended.ru_utime + ended.ru_stime - own.ru_utime - own.ru_stime
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([Path(name).stem, said, code, took, most // 1024]))
"""


def workbook(sheet: str, strings: str = f"<sst {SPACE}/>") -> bytes:
    """A workbook of one sheet, and of texts that stand once for all its cells."""
    made, out = io.BytesIO(), io.BytesIO()
    book = Workbook()
    book.active.append(["a"])
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        types = old.read("[Content_Types].xml").decode().replace("</Types>", f"{OF_STRINGS}</Types>")
        parts = {"xl/worksheets/sheet1.xml": sheet, "[Content_Types].xml": types}
        for name in old.namelist():
            new.writestr(name, parts.get(name) or old.read(name))
        new.writestr("xl/sharedStrings.xml", strings)
    return out.getvalue()


def sheet_of(rows: str, before: str = "") -> str:
    return f"{before}<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def packed_sheet() -> bytes:
    """Megabytes of one sign in one cell, packed a thousand to one."""
    return workbook(sheet_of(f'<row r="1">{text_cell("A1", "A" * 30 * MEGABYTE)}</row>'))


def packed_strings() -> bytes:
    """Texts without end, all to be read before the first row."""
    strings = "<si><t>A</t></si>" * (30 * MEGABYTE // 17)
    return workbook(
        sheet_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), f"<sst {SPACE}>{strings}</sst>"
    )


def distant_row() -> bytes:
    """A row so far down that those above it would take the day."""
    return workbook(
        sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999999"><c><v>1</v></c></row>')
    )


def sparse_rows() -> bytes:
    """Rows of one cell each, in the last column: as a table they would fill the memory."""
    return workbook(
        sheet_of("".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 20_000)))
    )


def entities() -> bytes:
    """A word that stands for ten of another, which stands for ten of another."""
    words = "".join(f'<!ENTITY w{number} "{f"&w{number - 1};" * 10}">' for number in range(1, 10))
    row = f'<row r="1">{text_cell("A1", "&w9;")}</row>'
    return workbook(sheet_of(row, f'<!DOCTYPE worksheet [<!ENTITY w0 "ha">{words}]>'))


def one_long_entity() -> bytes:
    """A long word that is said again and again."""
    row = f'<row r="1">{text_cell("A1", "&w;" * 30_000)}</row>'
    return workbook(sheet_of(row, f'<!DOCTYPE worksheet [<!ENTITY w "{"ha" * 30_000}">]>'))


def one_text_everywhere() -> bytes:
    """One long text in every cell of a small sheet: as texts they would fill the memory."""
    cells = '<c t="s"><v>0</v></c>' * 8
    rows = "".join(f'<row r="{row}">{cells}</row>' for row in range(1, 2_000))
    return workbook(sheet_of(rows), f"<sst {SPACE}><si><t>{'A' * 32_000}</t></si></sst>")


def lying_header() -> bytes:
    """An archive that says of a part of thirty megabytes that it has a hundred bytes."""
    whole = bytearray(packed_sheet())
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for place in [place for place in range(len(whole)) if whole.startswith(sign, place)]:
            if struct.unpack_from("<I", whole, place + at)[0] > MEGABYTE:
                struct.pack_into("<I", whole, place + at, 100)
    return bytes(whole)


def merged_without_end() -> bytes:
    """Merged cells that overlap, each over the whole sheet."""
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 2_000))
    merged = '<mergeCell ref="A1:A1048576"/>' * 10_000
    return workbook(sheet_of(rows).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>"))


BOMBS: dict[Callable[[], bytes], str] = {
    packed_sheet: "a part of it is packed as no list of people is",
    packed_strings: "a part of it is packed as no list of people is",
    distant_row: "it has a row numbered 99,999,999,999, and a sheet ends at 1,048,576",
    sparse_rows: "it has something in XFD1, and 200 columns are the most that is read",
    entities: "its XML defines words of its own, as that of no workbook does",
    one_long_entity: "its XML defines words of its own, as that of no workbook does",
    one_text_everywhere: "it unpacks to more text than any list of people has",
    lying_header: "it is damaged",
    merged_without_end: "it has more merged cells than any list of people",
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int, float, int]]:
    """Bomb → what was said of it, the exit code, the seconds of work and the most memory so far, in one process."""
    folder = tmp_path_factory.mktemp("bombs")
    for bomb in BOMBS:
        (folder / f"{bomb.__name__}.xlsx").write_bytes(bomb())
    reader = [sys.executable, "-c", READER, *sorted(str(path) for path in folder.iterdir())]
    # By a small shell: what a process takes is counted from the memory of the one that starts it.
    command = ["sh", "-c", '"$0" "$@"; exit $?', *reader]
    told = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
    return {name: (said, code, took, most) for name, said, code, took, most in map(json.loads, told)}


@pytest.mark.parametrize(
    ("bomb", "why"), [pytest.param(*bomb, id=bomb[0].__name__) for bomb in BOMBS.items()]
)
def test_a_bomb_is_refused_in_two_seconds_and_two_hundred_mebibytes(refused, bomb, why):
    said, code, took, most = refused[bomb.__name__]
    assert said == f"{bomb.__name__}.xlsx was not read: {why}."
    assert code == 7
    assert took < SECONDS
    assert most < MEBIBYTES
