"""Headings in two rows, where a group of columns has one name above theirs; and notes above a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.read import read_sheet


def heading(*rows: str) -> tuple[str, ...]:
    return read_delimited("list.csv", "\n".join([*rows, ""]).encode()).heading


@pytest.mark.parametrize(
    "above",
    [[], ["People of a list,,,,"], ["A note,,,,", ",,,,"]],
    ids=["at once", "below a title", "below a note and a blank row"],
)
def test_a_group_of_columns_gives_its_name_to_each(above):
    rows = [
        "ID,Arrest,,Release,",
        ",Date,Place,Date,Place",
        "7,1401,Rasht,1402,Sari",
        "8,1401,Rasht,1402,Sari",
    ]
    assert heading(*above, *rows) == (
        "ID",
        "Arrest · Date",
        "Arrest · Place",
        "Release · Date",
        "Release · Place",
    )


def test_a_heading_that_is_merged_over_both_rows_is_one():
    assert heading("ID,Arrest,,Note", "ID,Date,Place,Note", "7,1401,Rasht,x") == (
        "ID", "Arrest · Date", "Arrest · Place", "Note",
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ["ID,Name,Place", "7,Neda,Rasht"],
        ["ID,Name,,Place", "7,Neda,x,Rasht"],
        ["Title of the list,,", "ID,Name,Place", "7,Neda,Rasht"],
        ["ID,Name,,", "7,,x,y", "8,a,b,c"],
    ],
    ids=["plain", "a column without a name", "a title", "a sparse first row"],
)
def test_a_row_of_the_list_is_never_taken_for_a_heading(rows):
    assert not any("·" in one for one in heading(*rows))


def test_the_sheets_of_a_workbook_and_its_merged_heading_are_known(tmp_path: Path):
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    for row in (["ID", "Arrest", None], [None, "Date", "Place"], ["7", "1401", "Rasht"]):
        page.append(row)
    page.merge_cells("B1:C1")
    page.merge_cells("A1:A2")
    book.create_sheet("Other").append(["x", "y"])
    book.save(tmp_path / "list.xlsx")
    sheet = read_sheet(tmp_path / "list.xlsx")
    assert sheet.heading == ("ID", "Arrest · Date", "Arrest · Place")
    assert sheet.pages == ("Sheet", "Other")
    assert any(told.startswith("the heading has two rows, 1 and 2") for told in sheet.notices)
