"""What a cell says is what somebody typed, and no more; what a program made of it is shown and not taken."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from prisoners.sheets import child, grid
from prisoners.sheets.doubtful import doubt_of_text, shown_day
from prisoners.sheets.grid import Cell, Line, Refused, fill_merged

DAY = dt.datetime.fromisoformat("2022-03-01")
LOST = "a program keeps 15 digits of a number, and the others are lost; long numbers must be texts"


def read_back(folder: Path, book: Any) -> dict[tuple[int, int], tuple[str, str, bool]]:
    """(row, place) → text, doubt, and whether it is typed."""
    book.save(folder / "list.xlsx")
    _, *rows = child.read(str(folder / "list.xlsx"), "", hidden=False)
    return {
        (row["row"], place): (text, row["doubts"].get(place, ""), place in row["typed"])
        for row in rows
        for place, text in enumerate(row["cells"])
    }


@pytest.mark.parametrize(
    ("value", "shown_as", "text", "doubt"),
    [
        pytest.param(5081, "General", "5081", "", id="a number"),
        pytest.param(5081.0, "General", "5081", "", id="a whole number"),
        pytest.param(1.5, "General", "1.5", "", id="a fraction"),
        pytest.param(0.1 + 0.2, "General", "0.3", "", id="no more digits than were typed"),
        pytest.param(990998001234567, "General", "990998001234567", "", id="fifteen digits"),
        pytest.param(9909980012345678, "General", "9909980012345678", LOST, id="sixteen digits"),
        pytest.param(9.90998001234567e15, "General", "9909980012345670", LOST, id="sixteen digits as Excel keeps them"),
        pytest.param(True, "General", "TRUE", "", id="true"),
        pytest.param(False, "General", "FALSE", "", id="false"),
        pytest.param(DAY, "yyyy-mm-dd", "2022-03-01", "", id="a day"),
        pytest.param(DAY, "mm-dd-yy", "2022-03-01", "", id="a day as Excel shows it"),
        pytest.param(DAY, "[$-fa-IR,96]yyyy/mm/dd;@", "2022-03-01", "", id="a day shown in the Persian calendar"),
        pytest.param(DAY, "mmm-yy", "2022-03", "", id="a month"),
        pytest.param(DAY, "mmmm\\ yyyy", "2022-03", "", id="a month with its whole name"),
        pytest.param(DAY, "yyyy", "2022", "", id="a year"),
        pytest.param(
            DAY, "d-mmm", "2022-03-01", "a day without a year was typed, and a program made it one of 2022",
            id="a day without a year",
        ),
        pytest.param(DAY.replace(hour=8, minute=30), "yyyy-mm-dd h:mm", "2022-03-01 08:30:00", "", id="a moment"),
        pytest.param(dt.time(8, 30), "h:mm", "08:30:00", "", id="an hour"),
        pytest.param(dt.timedelta(hours=30), "[h]:mm", "1 day, 6:00:00", "", id="a length of time"),
        pytest.param("9.90998E+15", "@", "9.90998E+15",
                     "a program kept 9.90998E+15 of a longer number; the other digits are lost", id="rounded text"),
        pytest.param("#N/A", "General", "#N/A", "it shows the error #N/A", id="an error"),
        pytest.param("=1+33", "General", "=1+33", "it is a formula, and its result is not taken on trust",
                     id="a formula"),
        pytest.param(ArrayFormula("A1:A2", "=B1:B2"), "General", "=B1:B2",
                     "it is a formula, and its result is not taken on trust", id="a formula of many cells"),
        pytest.param("a_x000D_b", "General", "a\rb", "", id="a carriage return"),
    ],
)  # fmt: skip
def test_a_cell_says_what_was_typed(tmp_path, value, shown_as, text, doubt):
    book = openpyxl.Workbook()
    book.active["A1"].value = value
    book.active["A1"].number_format = shown_as
    found = read_back(tmp_path, book)[1, 0]
    assert found[:2] == (text, doubt)
    assert found[2] == (not isinstance(value, str) or value.startswith(("=", "#N/A")))


def test_a_day_of_an_early_year_was_a_jalali_date():
    text, doubt = shown_day(dt.datetime.fromisoformat("1401-07-04"), "yyyy-mm-dd")
    assert text == "1401-07-04"
    assert "took a Jalali date for a day of the year 1401" in doubt
    assert shown_day(dt.date(2022, 9, 16), "") == ("2022-09-16", "")


def test_the_result_of_a_formula_is_told_and_not_taken():
    from xml.etree.ElementTree import fromstring

    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parser = grid.Grid.__new__(grid.Grid)
    parser.col_counter, parser.data_only = 0, False
    cell = parser.parse_cell(fromstring(f'<c r="A1" {space}><f>1+33</f><v>34</v></c>'))  # noqa: S314
    assert parser._cell(cell) == Cell("=1+33", "it is a formula, and its result (34) is not taken on trust")


def test_cells_merged_over_several_rows_say_the_same_in_each(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["province", "name", "note"],
        ["Gilan", "Neda", "x"],
        [None, "Kaveh"],
        [None, "Omid"],
        ["Fars", "Ali"],
    ):
        book.active.append(row)
    book.active.merge_cells("A2:A4")
    book.active.merge_cells("B5:C5")
    found = read_back(tmp_path, book)
    assert [found[row, 0][0] for row in range(2, 6)] == ["Gilan", "Gilan", "Gilan", "Fars"]
    said = next(iter(child.read(str(tmp_path / "list.xlsx"), "", hidden=False)))
    assert said["notices"] == ["1 cell reaches over several rows and was read for each of them"]


def lines(*rows: int) -> list[Line]:
    return [Line(number, hidden=False, cells={0: Cell(str(number), typed=False)}) for number in rows]


@pytest.mark.parametrize("reference", ["A7:A9", "B1:B9", "A2:A1", "A2:A2"])
def test_merged_cells_with_nothing_to_say_fill_nothing(reference):
    assert fill_merged(lines(1, 2, 3), [reference]) == 0


def test_merged_cells_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(grid, "MOST_FILLED", 5)
    with pytest.raises(Refused, match="merged"):
        fill_merged(lines(1, 2, 3), ["A1:A3"] * 3)


def test_spoilt_letters_are_told_without_a_guess_where_some_are_lost():
    assert doubt_of_text("Ù†Ø¯Ø§\ufffd") == "its letters were spoilt when UTF-8 was read as Western letters"
