"""What the process that opens a workbook hands over; here it runs in the test's own process, without its limits."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import openpyxl
import pytest

from prisoners.sheets import child
from prisoners.sheets.grid import Refused


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
        "pages": ["Sheet", "Second"],
        "notices": [
            "other sheets were not read: Second",
            "hidden sheets were not read: Hidden",
            "1 hidden row was not read; --hidden reads them",
            "1 hidden column was read like the others",
        ],
    }
    assert rows == [
        {"row": 1, "cells": ["name", "age"], "doubts": {}, "typed": []},
        {
            "row": 2,
            "cells": ["Neda", "=1+33"],
            "doubts": {1: "it is a formula, and its result is not taken on trust"},
            "typed": [1],
        },
    ]


def test_what_is_hidden_is_handed_over_when_asked_for(book):
    said, *rows = handed_over(book, hidden=True)
    assert said["notices"] == [
        "other sheets were not read: Second, Hidden",
        "1 hidden row was read like the others",
        "1 hidden column was read like the others",
    ]
    assert [row["row"] for row in rows] == [1, 2, 3]


def test_rows_that_a_filter_hides_are_read(book):
    made = openpyxl.load_workbook(book)
    made.active.auto_filter.ref = "A1:B3"
    made.active.auto_filter.add_filter_column(0, ["Neda"])
    made.save(book)
    said, *rows = handed_over(book)
    assert [row["row"] for row in rows] == [1, 2, 3]
    assert "1 hidden row was read like the others" in said["notices"]


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("child.MOST_SHEETS", 2, "3 sheets"),
        ("grid.LAST_ROW", 1, "row numbered 2"),
        ("grid.LAST_COLUMN", 1, "in B1, and 1 columns"),
        ("child.MOST_TEXT", 3, "more text"),
        ("foreign.MOST_ROWS", 1, "more than 1 rows"),
    ],
)
def test_what_no_list_is_is_refused(book, monkeypatch, name, value, why):
    monkeypatch.setattr(f"prisoners.sheets.{name}", value)
    with pytest.raises(Refused, match=why):
        handed_over(book)


def test_a_page_that_is_not_there_is_refused(book):
    with pytest.raises(Refused, match="no sheet “Third” that can be seen") as refused:
        handed_over(book, "Third")
    assert refused.value.hint == "There is “Sheet”, “Second”; --hidden reads others."


def test_a_book_with_nothing_to_see_is_refused(book):
    made = openpyxl.load_workbook(book, read_only=True)
    for sheet in made.worksheets:
        sheet.sheet_state = "hidden"
    with pytest.raises(Refused, match="no sheet that can be seen"):
        child._chosen(made, "", hidden=False)


def test_nothing_is_read_without_the_protection_against_hostile_xml(book, monkeypatch):
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)
    with pytest.raises(Refused, match="protection"):
        handed_over(book)


def explode(*_, **__):
    raise MemoryError
    yield


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


@pytest.mark.parametrize("wrapped", [True, False])
def test_xml_that_defines_words_is_told_as_what_it_is(capsys, wrapped):
    from defusedxml.common import EntitiesForbidden

    def lines():
        forbidden = EntitiesForbidden("w", "ha", None, None, None, None)
        if not wrapped:
            raise forbidden
        raise ValueError("could not read worksheets") from forbidden
        yield

    child.hand_over(lines())
    assert "words of its own" in json.loads(capsys.readouterr().out)["fault"]


def test_another_fault_ends_the_process():
    def lines():
        raise ValueError("no such day")
        yield

    with pytest.raises(ValueError, match="no such day"):
        child.hand_over(lines())
