"""The workbook as other programs open it."""

import io
import itertools
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from prisoners.errors import CellNotWritable, SheetTooLong
from prisoners.sheets.columns import (
    ON_SCREEN,
    SENTENCES,
    SOURCES,
    TIMELINE,
    Column,
    Sheet,
    column_letters,
    for_audience,
)
from prisoners.sheets.fit import MOST_ROWS, check_cells
from prisoners.sheets.plain import write_csv
from prisoners.sheets.safe import fault_of, from_cell, is_live, unguarded
from prisoners.sheets.speech import Lang, Speech
from prisoners.sheets.widths import NARROWEST, ONE_PAGE, widths_of
from prisoners.sheets.workbook import write_workbook
from prisoners.vocabulary import Audience

TEXTS = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'\t\r\n＝_x000D_<>&\u200c"),
    max_size=40,
).filter(lambda text: not fault_of(text))


def sheet(rows, name="Prisoners", **more):
    width = len(rows[0]) if rows else 2
    return Sheet(name, "prisoners", tuple(Column(f"c{n}", f"Column {n}") for n in range(width)), rows, **more)


def workbook(*sheets):
    file = io.BytesIO()
    write_workbook(file, sheets)
    return file


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8))
def test_any_text_comes_back_byte_for_byte_and_is_never_a_formula(rows):
    file = workbook(sheet(rows))
    page = load_workbook(file)["Prisoners"]
    cells = list(page.iter_rows(min_row=2, max_row=len(rows) + 1, max_col=2))
    assert [[from_cell(cell.value or "") for cell in row] for row in cells] == [list(row) for row in rows]
    assert {cell.data_type for row in cells for cell in row} <= {"s", "n"}
    assert all(
        cell.quotePrefix == is_live(text)
        for row, texts in zip(cells, rows, strict=True)
        for cell, text in zip(row, texts, strict=True)
        if text
    )
    xml = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert 't="e"' not in xml


@settings(max_examples=100)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8))
def test_a_csv_holds_nothing_that_runs_and_comes_back_byte_for_byte(rows):
    import csv

    file = io.BytesIO()
    write_csv(file, sheet(rows))
    text = file.getvalue().decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [tuple(unguarded(cell) for cell in row) for row in found[1:]] == rows
    assert all(cell.startswith("'") for row in found for cell in row if is_live(cell))


def test_the_look_is_that_of_a_list_to_be_read_and_printed():
    page = load_workbook(workbook(sheet([("P-0001", "ندا"), ("P-0002", "Neda " * 40)])))["Prisoners"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:B3"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter.center.text == "Page &P of &N"
    assert page["A1"].font.bold
    assert page["B2"].alignment.horizontal == "right"
    assert page["B2"].alignment.readingOrder == 2
    assert page["A2"].alignment.horizontal is None
    assert page["B3"].alignment.wrap_text
    assert page.column_dimensions["B"].width == 42
    assert page.dimensions == "A1:B3"


def test_a_number_keeps_its_distance_from_the_text_beside_it():
    columns = (Column("least", "At least", counts=True), Column("where", "Where"))
    page = load_workbook(workbook(Sheet("Groups", "groups", columns, [("3", "Izeh")], rightwards=True)))[
        "Groups"
    ]
    assert (page["A2"].value, page["A2"].alignment.horizontal, page["A2"].alignment.indent) == (3, "right", 1)


@pytest.mark.parametrize(
    ("heading", "width"),
    [("What became of it", 13), ("Whole case: release, a projection", 22), ("Reference", 12), ("On", 8)],
)
def test_a_heading_takes_no_third_line(heading, width):
    assert widths_of(Sheet("Groups", "groups", (Column("state", heading),), [("a",)])) == [width]


def test_a_page_to_be_read_has_no_filter():
    page = load_workbook(workbook(sheet([("a", "b")], "About", listed=False, widest=100)))["About"]
    assert page.auto_filter.ref is None
    assert page.freeze_panes is None


def test_nothing_is_hidden():
    book = load_workbook(workbook(sheet([("a", "b")], "About", listed=False), sheet([("a", "b")])))
    assert {page.sheet_state for page in book} == {"visible"}
    for page in book:
        assert not any(dimension.hidden for dimension in page.column_dimensions.values())
        assert not any(dimension.hidden for dimension in page.row_dimensions.values())


def test_the_same_content_gives_the_same_bytes_at_any_time_in_any_zone(monkeypatch):
    made = []
    for zone in ("Asia/Tehran", "UTC", "America/New_York"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        made.append(workbook(sheet([("P-0001", "ندا")])).getvalue())
        time.sleep(1.1)
    monkeypatch.undo()
    time.tzset()
    assert len(set(made)) == 1


def test_the_file_says_nothing_about_who_made_it_with_what():
    file = workbook(sheet([("P-0001", "ندا")]))
    with zipfile.ZipFile(file) as book:
        content = b"".join(book.read(name) for name in book.namelist())
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.external_attr) for entry in book.infolist()} == {(0, 0o600 << 16)}
        assert book.namelist()[0] == "[Content_Types].xml"
    for telling in (b"openpyxl", b"prisoners-", b"creator", b"Z</dcterms", bytes(Path.cwd())):
        assert telling not in content.lower()


def test_more_rows_than_are_streamed_at_once_keep_their_order():
    rows = [(f"P-{number:04}", str(number)) for number in range(1, 1203)]
    page = load_workbook(workbook(sheet(rows)), read_only=True)["Prisoners"]
    assert [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=2)] == rows


def test_a_long_sheet_is_pressed_less_hard_and_says_the_same(monkeypatch):
    made = sheet([(f"P-{number:04}", f"File {number * 7919 % 10_007}") for number in range(600)])
    usual = workbook(made)
    monkeypatch.setattr("prisoners.sheets.workbook.MANY", 599)
    sooner = workbook(made)
    read = [zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml") for file in (usual, sooner)]
    assert read[0] == read[1]
    assert len(sooner.getvalue()) > len(usual.getvalue())


def test_a_list_of_nobody_is_still_a_list():
    page = load_workbook(workbook(sheet([])))["Prisoners"]
    assert [cell.value for cell in page[1]] == ["Column 0", "Column 1"]
    assert page.max_row == 1


@pytest.mark.parametrize(("text", "why"), [("a" * 32_768, "32,768 characters"), ("Ne\x07da", "U+0007")])
def test_a_cell_that_cannot_be_written_is_named(text, why):
    with pytest.raises(CellNotWritable, match=f"Prisoners B3.*{why.replace('+', '.')}"):
        workbook(sheet([("a", "b"), ("c", text)]))
    with pytest.raises(CellNotWritable, match=r"Prisoners B2 \(P-0007, Column 1\) cannot"):
        workbook(sheet([("P-0007", text)]))


def test_a_heading_that_no_cell_can_hold_is_named():
    columns = (Column("c0", "fine"), Column("c1", "Ne\x07da"))
    with pytest.raises(CellNotWritable, match=r"Prisoners B1.*U.0007"):
        workbook(Sheet("Prisoners", "prisoners", columns, []))


def test_more_rows_than_a_sheet_has_are_refused():
    with pytest.raises(SheetTooLong, match="1,048,576"):
        check_cells([sheet([("", "")] * MOST_ROWS)])


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_named_as_excel_names_them(number, letters):
    assert column_letters(number) == letters


def test_a_heading_is_text_whatever_it_begins_with():
    columns = (Column("c0", "=1+1"), Column("c1", "#N/A"), Column("c2", "a_x0041_"))
    page = load_workbook(workbook(Sheet("Prisoners", "prisoners", columns, [])))["Prisoners"]
    assert [cell.data_type for cell in page[1]] == ["s", "s", "s"]
    assert [from_cell(cell.value) for cell in page[1]] == ["=1+1", "#N/A", "a_x0041_"]
    assert page["A1"].quotePrefix


def test_a_wide_sheet_goes_over_several_pages_with_the_names_on_each():
    keys = ("reference", "name", "name_persian", *(f"c{number}" for number in range(12)))
    columns = tuple(Column(key, key) for key in keys)
    made = Sheet("Prisoners", "prisoners", columns, [tuple("word " * 8 for _ in keys)])
    page = load_workbook(workbook(made))["Prisoners"]
    assert page.print_title_cols == "$A:$C"
    assert page.freeze_panes == "D2"
    assert not page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.scale == 60
    widths = [page.column_dimensions[column_letters(number)].width for number in range(1, 16)]
    ends = [0, *(one.id for one in page.col_breaks.brk), len(widths)]
    assert len(ends) > 3
    for first, last in itertools.pairwise(ends):
        assert sum(widths[:3]) + sum(widths[max(first, 3) : last]) <= 180


def test_rows_are_made_for_as_many_lines_as_take_least_paper():
    keys = ("reference", *(f"c{number}" for number in range(12)))
    columns = tuple(Column(key, key) for key in keys)
    often = Sheet(
        "Prisoners", "prisoners", columns, [("P-0001", *["seven words that are said so often"] * 12)]
    )
    seldom = [("P-0001", *["yes"] * 11, "")] * 20
    rare = Sheet("Prisoners", "prisoners", columns, [*seldom, ("P-0001", *["yes"] * 11, "long words " * 3)])
    assert max(widths_of(often)) < 20
    assert sum(widths_of(often)) < ONE_PAGE
    assert widths_of(rare)[-1] == NARROWEST


def test_columns_for_the_screen_stand_last_and_are_not_printed():
    for declared in (TIMELINE, SENTENCES, SOURCES):
        for lang in Lang:
            columns = for_audience(Audience.ADVOCATES, declared, Speech(lang))
            page = Sheet("Sheet", "sheet", columns, [tuple("word" for _ in columns)])
            printed = {column.key for column in columns[: page.on_paper]}
            assert not printed & ON_SCREEN
            assert ("name_persian" in printed) == (lang is not Lang.EN)
            book = load_workbook(workbook(page))["Sheet"]
            assert book.print_area == f"'Sheet'!$A$1:${column_letters(page.on_paper)}$2"


def test_a_status_is_marked_by_letters_and_frame_too():
    columns = (Column("reference", "Reference"), Column("status", "Status"))
    made = Sheet(
        "Prisoners", "prisoners", columns, [("P-0001", "executed"), ("P-0002", "serving a sentence")]
    )
    page = load_workbook(workbook(made))["Prisoners"]
    (marked,) = page.conditional_formatting
    assert str(marked.sqref) == "B2:B3"
    custody, control, free, dead = marked.rules
    assert 'B2="serving a sentence"' in custody.formula[0]
    assert custody.dxf.font.b
    assert custody.dxf.border.left.style == "thin"
    assert control.dxf.fill.patternType == "gray125"
    assert free.dxf.font.i
    assert 'B2="executed"' in dead.formula[0]
    assert dead.dxf.font.color.rgb == "00FFFFFF"
