"""Silence means no: every column of every table has one line in privacy.csv, with a reason."""

from __future__ import annotations

from collections import Counter

from prisoners.records.tables import BOOKS, RECORDED
from prisoners.reference import reference_list
from prisoners.vocabulary import Confidentiality

LINES = reference_list("privacy")
CLASSIFIED = [(line["table"], line["column"]) for line in LINES]
COLUMNS = {
    (record.__table__.name, column.name)
    for record in (*RECORDED, *BOOKS)
    for column in record.__table__.columns
}


def test_every_column_of_every_table_says_who_may_see_it():
    assert sorted(COLUMNS - set(CLASSIFIED)) == []


def test_no_line_speaks_of_a_column_that_is_not_there():
    assert sorted(set(CLASSIFIED) - COLUMNS) == []


def test_no_column_is_classified_twice():
    assert [column for column, times in Counter(CLASSIFIED).items() if times > 1] == []


def test_every_level_is_one_that_the_gate_knows():
    assert [line for line in LINES if line["level"] not in set(Confidentiality)] == []


def test_every_line_gives_its_reason():
    assert [line for line in LINES if not line["why"].strip()] == []
