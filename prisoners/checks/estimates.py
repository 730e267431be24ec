"""Doubts about estimates of groups."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prisoners.checks.doubt import COUNTED, each_found
from prisoners.findings import Finding, Gravity
from prisoners.store.estimates import Found, OnRecord, counted
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference

_BOUNDED = "SELECT * FROM estimates WHERE withdrawn = 0 AND most IS NOT NULL ORDER BY id"
_PERSONS = "SELECT id, gender, born FROM prisoners WHERE withdrawn = 0 AND merged_into IS NULL ORDER BY id"
_OF_A_PERSON = {
    "events": "SELECT * FROM events WHERE withdrawn = 0 ORDER BY id",
    "cases": "SELECT id, prisoner_id, arrested_on, arrested_at FROM cases WHERE withdrawn = 0 ORDER BY id",
    "activities": "SELECT prisoner_id, activity FROM activities WHERE withdrawn = 0 ORDER BY id",
    "judgments": f"SELECT judgment_sheet.* FROM judgment_sheet {COUNTED.format('judgment_sheet')}",
    "sentences": f"SELECT sentence_sheet.* FROM sentence_sheet {COUNTED.format('sentence_sheet')}",
}


def estimate_below_the_named(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """More people are on record one by one than an estimate says that there were at most.

    The estimate is out of date or counts otherwise, or the registry counts people twice.
    """
    del today
    rows = reader.rows(_BOUNDED)
    if not rows:
        return
    on_record = _on_record(reader)
    for row in rows:
        found = counted(dict(row), on_record)
        if found is not None and len(found.certain) > row["most"]:
            yield _below(row, found)


def _below(row: sqlite3.Row, found: Found) -> Finding:
    about = write_reference("estimates", row["id"])
    return Finding(
        "estimate_below_the_named",
        about,
        f"It says at most {row['most']:,}, and {len(found.certain):,} persons are on record.",
        Gravity.DOUBT,
        f"`prisoners estimate amend {about} --most …`, or `prisoners doubles` for people recorded twice.",
    )


def _on_record(reader: Reader) -> OnRecord:
    """Everybody who counts, with what tells to which group they belong."""
    tables = {table: _by_person(reader, sql) for table, sql in _OF_A_PERSON.items()}
    return OnRecord(
        {row["id"]: dict(row) for row in reader.each(_PERSONS)},
        lambda table, person: tables[table].get(person, []),
        {row["id"]: row["province"] for row in reader.each("SELECT id, province FROM prisons")},
    )


def _by_person(reader: Reader, sql: str) -> Mapping[int, Sequence[Mapping[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in reader.each(sql):
        found[row["prisoner_id"]].append(dict(row))
    return found


def estimate_without_source(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """An estimate is recorded, and nobody knows who counted.

    A number is worth what its source is worth; without one it cannot be quoted.
    """
    del today
    sql = """
SELECT estimates.id, NULL AS prisoner_id FROM estimates WHERE estimates.withdrawn = 0
  AND estimates.id NOT IN (SELECT about_row FROM sourced WHERE about_table = 'estimates') ORDER BY estimates.id"""
    yield from each_found(
        "estimate_without_source",
        "estimates",
        reader.each(sql),
        lambda _: "No source bears this estimate.",
        "`prisoners cite S-… {about}`.",
    )
