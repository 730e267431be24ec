"""What the process that opens a workbook hands over; here it runs in the test's own process, without its limits."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import openpyxl
import pytest

from prisoners.sheets import child


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    for row in (["name", "age"], ["Neda", "=1+33"], ["Kaveh", 40], [None, None]):
        made.active.append(row)
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["B"].hidden = True
    made.create_sheet("Second")
    made.create_sheet("Hidden").sheet_state = "hidden"
    path = tmp_path / "list.xlsx"
    made.save(path)
    return path


def handed_over(path: Path, page: str = "", *, hidden: bool = False) -> list[dict]:
    return list(child.read(str(path), page, hidden=hidden))


def test_rows_that_can_be_seen_are_handed_over_with_what_there_is_to_know(book):
    said, *rows = handed_over(book)
    assert said == {
        "page": "Sheet",
        "notices": [
            "other sheets were not read: Second",
            "1 hidden sheets were not read",
            "1 hidden rows were not read",
            "1 hidden columns were read like the others",
        ],
    }
    assert rows == [
        {"row": 1, "cells": ["name", "age"], "formulas": []},
        {"row": 2, "cells": ["Neda", "=1+33"], "formulas": [1]},
    ]


def test_what_is_hidden_is_handed_over_when_asked_for(book):
    said, *rows = handed_over(book, hidden=True)
    assert said["notices"] == ["other sheets were not read: Second, Hidden"]
    assert [row["row"] for row in rows] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [("MOST_SHEETS", 2, "3 sheets"), ("LAST_ROW", 1, "row numbered 2"), ("MOST_TEXT", 3, "more text")],
)
def test_what_no_list_is_is_refused(book, monkeypatch, name, value, why):
    monkeypatch.setattr(child, name, value)
    with pytest.raises(child.Refused, match=why):
        handed_over(book)


def test_a_page_that_is_not_there_is_refused(book):
    with pytest.raises(child.Refused, match="no sheet “Third”"):
        handed_over(book, "Third")


def test_a_book_with_nothing_to_see_is_refused(book):
    made = openpyxl.load_workbook(book, read_only=True)
    for sheet in made.worksheets:
        sheet.sheet_state = "hidden"
    with pytest.raises(child.Refused, match="no sheet that can be seen"):
        child._chosen(made, "", hidden=False)


def test_nothing_is_read_without_the_protection_against_hostile_xml(book, monkeypatch):
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)
    with pytest.raises(child.Refused, match="protection"):
        handed_over(book)


def explode(*_, **__):
    raise MemoryError


@pytest.mark.parametrize(
    ("page", "read", "fault"),
    [("", child.read, None), ("Third", child.read, "no sheet"), ("", explode, "more memory")],
)
def test_the_process_says_on_its_output_what_it_read_or_why_not(book, monkeypatch, capsys, page, read, fault):
    monkeypatch.setattr(sys, "argv", ["child", str(book), page, ""])
    monkeypatch.setattr(child, "limit", lambda: None)
    monkeypatch.setattr(child, "read", read)
    child.main()
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (fault in lines[-1]["fault"]) if fault else lines[0]["page"] == "Sheet"


def test_the_process_takes_little_memory_and_time_where_the_system_knows_how(monkeypatch):
    import resource

    taken = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, bounds: taken.update({what: bounds}))
    monkeypatch.setitem(sys.modules, "numpy", sys.modules.get("numpy"))
    child.limit()
    assert taken[resource.RLIMIT_AS] == (child.MEMORY, child.MEMORY)
    assert taken[resource.RLIMIT_CPU] == (child.SECONDS, child.SECONDS)
    assert taken[resource.RLIMIT_CORE] == (0, 0)
    monkeypatch.setitem(sys.modules, "resource", None)
    child.limit()


def test_a_cell_in_a_column_that_no_sheet_has_is_refused():
    with pytest.raises(child.Refused, match="column"):
        child._row(1, [{"column": 17_000, "value": "x", "data_type": "s"}])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5081, "5081"),
        (5081.0, "5081"),
        (1.5, "1.5"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2022, 9, 16), "2022-09-16"),
        (dt.datetime.fromisoformat("2022-09-16"), "2022-09-16"),
        (dt.datetime.fromisoformat("2022-09-16T08:30"), "2022-09-16 08:30:00"),
        (dt.time(8, 30), "08:30:00"),
        ("a_x000D_b", "a\rb"),
    ],
)
def test_a_value_is_what_a_person_would_have_typed(value, text):
    assert child.text_of(value, "n") == text


def test_the_formula_of_many_cells_is_told_as_it_stands():
    from openpyxl.worksheet.formula import ArrayFormula

    assert child.text_of(ArrayFormula("A1:A2", "=B1:B2"), "f") == "=B1:B2"
