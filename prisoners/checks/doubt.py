"""What a check is: a question to the registry that bears the name of the fault it looks for."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.write import write_date
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import label

Doubt = Callable[[Reader, dt.date], Iterator[Finding]]
"""A function named after the fault: `released_before_arrested(reader, today)` finds each case of it."""

COUNTED = (
    "JOIN prisoners ON prisoners.id = {}.prisoner_id"
    " AND prisoners.withdrawn = 0 AND prisoners.merged_into IS NULL"
)
"""SQL: only people who count."""


ALSO = {
    "case": ("cases", "case_id"),
    "judgment": ("judgments", "judgment_id"),
    "sentence": ("sentences", "sentence_id"),
    "first": ("events", "first_id"),
}
"""How a hint calls another record that a row names → its table, and the column that holds its number."""


def status_words(code: str) -> str:
    """A custody status as it is told in a finding."""
    return label("custody_status", code)


def day_of(stored: str) -> str:
    """A date as it is told in a finding: always also a Gregorian one, so that two can be held against each other."""
    date = PartialDate.from_stored(stored)
    return write_date(date, first=date.calendar, both=date.calendar is not Calendar.GREGORIAN)


def each_found(
    name: str,
    table: str,
    rows: Iterable[sqlite3.Row],
    sentence: Callable[[sqlite3.Row], str],
    hint: str,
    gravity: Gravity = Gravity.DOUBT,
) -> Iterator[Finding]:
    """A finding for every row that a question brought, about the record `id` of a table and its `prisoner_id`.

    In the hint `{about}` and `{person}` stand for their references, and for others that a row has: `{case}`.
    """
    for row in rows:
        about = write_reference(table, row["id"])
        person = write_reference("prisoners", row["prisoner_id"]) if row["prisoner_id"] else ""
        said = hint.format(about=about, person=person or "P-…", **_also(row))
        yield Finding(name, about, sentence(row), gravity, said, "" if person == about else person)


def _also(row: sqlite3.Row) -> dict[str, str]:
    """The references of the other records that a row names."""
    return {
        name: write_reference(table, row[column])
        for name, (table, column) in ALSO.items()
        if column in row.keys()  # noqa: SIM118 -- a sqlite3.Row
    }
