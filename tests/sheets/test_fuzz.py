"""Damaged and hostile files: every one is read or refused in one sentence, never anything else."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from prisoners.errors import SheetUnreadable
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.read import read_sheet

LIST = 'no,name,note\r\n1,Neda Zarbaf,"arrested, at home"\r\n2,ندا زرباف,"two\r\nlines"\r\n3,Kaveh,\'=x\r\n'
SPICE = [b'"', b",", b"\r", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\t", b";", b"\xe2\x80\xae", b"'='"]


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- the same damage every time


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes changed, cut out, doubled or put in."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(found) or 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.randint(1, 40)]
            case 2:
                found[place:place] = found[place : place + chance.randint(1, 40)]
            case _:
                found[place:place] = chance.choice(SPICE)
    return bytes(found)


def workbook() -> bytes:
    book, made = Workbook(), io.BytesIO()
    for row in (["no", "name", "note"], [1, "Neda Zarbaf", "arrested"], [2, "ندا", "=1+1"]):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def with_a_damaged_part(content: bytes, chance: random.Random) -> bytes:
    """A sound archive in which one part of the workbook is damaged."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, chance) if name == chosen else part)
    return made.getvalue()


def damaged_workbooks(number: int) -> Iterator[bytes]:
    whole = workbook()
    for seed in range(number):
        chance = chance_of(seed)
        yield (damaged if seed % 3 == 0 else with_a_damaged_part)(whole, chance)


def refused_or_read(read) -> bool:
    """Whether a file was read; what was refused was refused in one line."""
    refused = None
    try:
        sheet = read()
    except SheetUnreadable as error:
        refused = error
    if refused is None:
        assert all(len(row.cells) == len(sheet.heading) for row in sheet.rows)
        return True
    assert "\n" not in refused.sentence
    return False


def try_lists(number: int) -> None:
    outcomes = [
        refused_or_read(lambda seed=seed: read_delimited("x.csv", damaged(LIST.encode(), chance_of(seed))))
        for seed in range(number)
    ]
    assert True in outcomes
    assert False in outcomes


def try_workbooks(number: int, folder: Path) -> None:
    path = folder / "list.xlsx"
    outcomes = []
    for content in damaged_workbooks(number):
        path.write_bytes(content)
        outcomes.append(refused_or_read(lambda: read_sheet(path)))
    assert True in outcomes
    assert False in outcomes


def test_a_damaged_list_is_read_or_refused():
    try_lists(1_000)


def test_a_damaged_workbook_is_read_or_refused(tmp_path):
    try_workbooks(24, tmp_path)


@pytest.mark.trust
def test_ten_thousand_damaged_lists_are_read_or_refused():
    try_lists(10_000)


@pytest.mark.trust
def test_a_thousand_damaged_workbooks_are_read_or_refused(tmp_path):
    try_workbooks(1_000, tmp_path)
