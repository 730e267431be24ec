"""Columns are put into words one by one, and only those that somebody asked for."""

from __future__ import annotations

from collections import defaultdict

import pytest

from prisoners.privacy.naming import ShownName
from prisoners.privacy.redact import Leaving
from prisoners.records.tables import BY_NAME
from prisoners.sheets import book, columns
from prisoners.sheets.by_column import Columns, as_it_is, coded, dated, of_each, once
from prisoners.sheets.lookup import Lookup
from prisoners.sheets.speech import Lang, Speech

BOTH = Speech(Lang.BOTH)
DAY = "2022-09-16 2022-09-16 2022-09-16|gregorian|16/9/2022"


def nobody() -> Lookup:
    return Lookup(Leaving(tables=defaultdict(list)), BOTH)


def test_what_stands_in_many_rows_is_said_once():
    asked: list[str | None] = []

    def say(value: str | None) -> str:
        asked.append(value)
        return f"<{value}>"

    assert list(once(say, ["a", None, "a", "b", None])) == ["<a>", "<None>", "<a>", "<b>", "<None>"]
    assert asked == ["a", None, "b"]


def test_equal_words_are_one_text_that_carries_nothing_with_it():
    rows = [{"status": "on_bail", "on": DAY}, {"status": "on_bail", "on": DAY}, {}]
    for said in (coded(BOTH, "custody_status", rows, "status"), dated(BOTH, rows, "on")):
        first, second, none = said
        assert first is second
        assert (type(first), none) == (str, "")


def test_what_needs_no_words_stands_as_it_is_and_what_did_not_leave_is_empty():
    rows = [{"ward": "Ward 4"}, {"ward": None}, {"ward": 4}, {}]
    assert list(as_it_is(rows, "ward")) == ["Ward 4", "", "4", ""]
    assert list(of_each(rows, "ward")) == ["Ward 4", None, 4, None]


def test_nothing_is_said_of_a_column_that_nobody_asks_for():
    def refuse(row: dict[str, str]) -> str:
        raise AssertionError(row)

    rows = [{"name": "Neda", "ward": "4"}, {"name": "Kaveh"}]
    told = Columns(rows, {"name": (row["name"].upper() for row in rows), "secret": map(refuse, rows)})
    assert told.cells(["ward", "name"]) == [("4", "NEDA"), ("", "KAVEH")]


def test_a_column_with_a_cell_too_few_makes_no_sheet():
    told = Columns([{"ward": "4"}, {"ward": "5"}], {"name": iter(["Neda"])})
    with pytest.raises(ValueError, match="shorter"):
        told.cells(["ward", "name"])


@pytest.mark.parametrize(
    ("told", "declared", "table"),
    [
        (book.prisoners, columns.PRISONERS, "prisoners"),
        (book.cases, columns.CASES, "cases"),
        (book.sentences, columns.SENTENCES, "judgments"),
        (book.timeline, columns.TIMELINE, "events"),
        (book.sources, columns.SOURCES, "sources"),
    ],
)
def test_every_column_of_a_sheet_is_put_into_words_or_stands_as_it_is_recorded(told, declared, table):
    words, keys = set(told(nobody()).words), {column.key for column in declared}
    assert words <= keys
    assert keys - words <= set(BY_NAME[table].model_fields)


def test_a_source_is_told_only_beside_what_it_bears_out_and_once():
    leaving = Leaving(tables=defaultdict(list), shown={1: ShownName("Neda", "ندا", "", "")})
    cited = {"prisoner_id": 1, "source_id": 12, "credibility": "likely"}
    leaving.tables["sources"] = [{"id": 12, "reliability": "B"}]
    leaving.tables["citations"] = [
        {**cited, "about_table": table, "about_row": row, "field": field}
        for table, row, field in (("events", 7, None), ("events", 7, "ward"), ("cases", 7, None))
    ]
    left = Lookup(leaving, Speech(Lang.EN))
    assert left.grades(("events", 7)) == "S-0012 (B, likely)"
    assert left.grades(("cases", 7), ("events", 7)) == "S-0012 (B, likely)"
    assert left.grades(("charges", 7), ("events", None)) == ""
    cells = book.sources(left).cells(["name", "about", "field"])
    assert cells == [("Neda", "E-0007; C-0007", ""), ("Neda", "E-0007", "Ward")]
