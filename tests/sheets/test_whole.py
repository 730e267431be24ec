"""A workbook is read back from its file: damage in any part is found, and so is XML that does not end."""

import zipfile
from pathlib import Path

import pytest

from prisoners.sheets import whole
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.whole import is_whole
from prisoners.sheets.workbook import write_workbook


@pytest.fixture
def made(tmp_path: Path) -> Path:
    rows = [(f"P-{number:04}", f"File {number * 7919 % 10_007}") for number in range(300)]
    path = tmp_path / "made.xlsx"
    with path.open("wb") as file:
        write_workbook(file, [Sheet("Prisoners", "prisoners", (Column("a", "A"), Column("b", "B")), rows)])
    return path


@pytest.mark.parametrize("parsed", [whole.PARSED, 1_000])
def test_one_byte_that_changed_on_its_way_to_the_disk_is_found(made, monkeypatch, parsed):
    """However long the part is: one that is parsed, and one of which the checksum is compared."""
    monkeypatch.setattr(whole, "PARSED", parsed)
    assert is_whole(made, 1)
    with zipfile.ZipFile(made) as book:
        begins = book.getinfo("xl/worksheets/sheet1.xml").header_offset
    content = bytearray(made.read_bytes())
    content[begins + 400] ^= 1
    made.write_bytes(content)
    assert not is_whole(made, 1)


def test_a_file_that_was_cut_off_is_found(made):
    made.write_bytes(made.read_bytes()[:-30])
    assert not is_whole(made, 1)


def test_a_part_whose_xml_does_not_end_is_found(made):
    with zipfile.ZipFile(made, "a") as book:
        book.writestr("xl/worksheets/sheet2.xml", "<worksheet>")
    assert not is_whole(made, 2)
