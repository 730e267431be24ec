"""What is derived, not recorded: headlines and name keys, written anew for everyone an update touched."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from prisoners.names.key import keys_of
from prisoners.store.headlines import headline
from prisoners.store.opening import connect

AT_ONCE = 500
RULES = 1
"""Raised when the same names come out with other keys, or the same events with another headline."""

_EVENTS = (
    "SELECT id, prisoner_id, happened_on, after_id, status, prison_id, ward, place FROM events"
    " WHERE withdrawn = 0 AND prisoner_id IN ({}) AND (status IS NOT NULL OR prison_id IS NOT NULL"
    " OR place IS NOT NULL OR after_id IS NOT NULL)"
)
_NAMES = (
    "SELECT id, prisoner_id, text, script FROM names WHERE withdrawn = 0 AND prisoner_id IN ({})"
    " ORDER BY is_primary DESC, id"
)
_VERSIONS = "SELECT prisoner_id, max(update_id) AS version FROM changes WHERE prisoner_id IN ({}) GROUP BY prisoner_id"


def refresh(connection: sqlite3.Connection, prisoners: Sequence[int]) -> None:
    """Write headline and name keys anew for these prisoners; those who are gone lose theirs."""
    for first in range(0, len(prisoners), AT_ONCE):
        some = prisoners[first : first + AT_ONCE]
        marks = ", ".join("?" * len(some))
        connection.execute(f"DELETE FROM headlines WHERE prisoner_id IN ({marks})", some)
        connection.execute(f"DELETE FROM name_keys WHERE prisoner_id IN ({marks})", some)
        headlines, keys = derive(connection, some)
        _insert(connection, "headlines", headlines)
        _insert(connection, "name_keys", keys)


def rebuild(path: Path) -> None:
    """Write everything that is derived anew, in one transaction on the registry file."""
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        refresh_all(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def refresh_if_stale(connection: sqlite3.Connection) -> None:
    """Write everything that is derived anew where other rules than these wrote it."""
    if connection.execute("SELECT derived_by FROM registry").fetchone()[0] != RULES:
        refresh_all(connection)


def refresh_all(connection: sqlite3.Connection) -> None:
    """Write everything that is derived anew."""
    connection.execute("DELETE FROM headlines")
    connection.execute("DELETE FROM name_keys")
    refresh(connection, [row[0] for row in connection.execute("SELECT id FROM prisoners")])
    connection.execute("UPDATE registry SET derived_by = ?", (RULES,))


def derive(
    connection: sqlite3.Connection, prisoners: Sequence[int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of `headlines` and `name_keys` as they should be for these prisoners."""
    marks = ", ".join("?" * len(prisoners))
    events = _grouped(connection, _EVENTS.format(marks), prisoners)
    names = _grouped(connection, _NAMES.format(marks), prisoners)
    versions = {
        row["prisoner_id"]: row["version"] for row in _dicts(connection, _VERSIONS.format(marks), prisoners)
    }
    present = [
        row["id"]
        for row in _dicts(
            connection, f"SELECT id FROM prisoners WHERE id IN ({marks}) ORDER BY id", prisoners
        )
    ]
    headlines = [_headline(one, events[one], names[one], versions.get(one, 0)) for one in present]
    keys = [
        {"key": key, "name_id": name["id"], "prisoner_id": one}
        for one in present
        for name in names[one]
        for key in sorted(set(keys_of(name["text"])))
    ]
    return headlines, keys


def _headline(
    one: int, events: list[dict[str, Any]], names: list[dict[str, Any]], version: int
) -> dict[str, Any]:
    now = headline(events)
    return {
        "prisoner_id": one,
        "name_latin": _shown(names, "latin"),
        "name_persian": _shown(names, "persian"),
        "status": now.status,
        "status_event_id": now.status_event_id,
        "since": now.since,
        "held_since": now.held_since,
        "prison_id": now.prison_id,
        "ward": now.ward,
        "place": now.place,
        "order_uncertain": int(now.order_uncertain),
        "version": version,
    }


def _shown(names: list[dict[str, Any]], script: str) -> str | None:
    """The name shown in a script: the primary one, else the first."""
    return next((name["text"] for name in names if name["script"] == script), None)


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        columns = list(rows[0])
        marks = ", ".join(f":{name}" for name in columns)
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _grouped(
    connection: sqlite3.Connection, sql: str, some: Sequence[int]
) -> dict[int, list[dict[str, Any]]]:
    grouped: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in _dicts(connection, sql, some):
        grouped[row["prisoner_id"]].append(row)
    return grouped


def _dicts(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
