"""A copy of the registry in memory, as it stood after any update: every question can be asked of it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from prisoners.store.derived import refresh
from prisoners.store.reader import Reader
from prisoners.store.replay import replay

_LINES = (
    "SELECT changes.* FROM changes JOIN updates ON updates.id = changes.update_id"
    " WHERE (updates.at, updates.id) <= (:at, :number){} ORDER BY changes.update_id, changes.line"
)
_ONE = " AND (changes.prisoner_id = :one OR changes.prisoner_id IS NULL)"


@contextmanager
def empty_replica(reader: Reader) -> Iterator[sqlite3.Connection]:
    """Tables and views without rows; no CHECKs, since what was once recorded need not fit the rules of today."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        made = reader.rows("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        for row in made:
            if row["type"] == "table":
                connection.execute(_loosely(reader, row["name"]))
        for row in made:
            if row["type"] in {"index", "view"}:
                connection.execute(row["sql"])
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def _loosely(reader: Reader, table: str) -> str:
    columns = reader.rows(
        "SELECT name, type, pk FROM pragma_table_info(:name, 'main') ORDER BY cid", name=table
    )
    key = sorted((row["pk"], row["name"]) for row in columns if row["pk"])
    listed = [f"{row['name']} {row['type']}" for row in columns]
    listed.append(f"PRIMARY KEY ({', '.join(name for _, name in key)})")
    return f"CREATE TABLE {table} ({', '.join(listed)})"


def fill_as_known(
    connection: sqlite3.Connection, reader: Reader, at: str, number: int, *, prisoner: int | None = None
) -> None:
    """The rows as the history tells them up to an update, of everybody or of one person."""
    one = {"one": prisoner} if prisoner is not None else {}
    lines = [
        dict(row) for row in reader.each(_LINES.format(_ONE if one else ""), at=at, number=number, **one)
    ]
    renamed = {
        (row["table_name"], row["old_name"]): row["new_name"]
        for row in reader.rows("SELECT * FROM field_names")
    }
    by_table: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (table, _), cells in replay(lines, renamed).items():
        by_table[table].append(cells)
    for table, rows in by_table.items():
        _insert(connection, table, _evenly(rows))
    _insert(connection, "changes", lines)
    updates = reader.rows("SELECT * FROM updates WHERE (at, id) <= (:at, :number)", at=at, number=number)
    _insert(connection, "updates", [dict(row) for row in updates])
    for table in ("erasures", "field_names", "registry"):
        _insert(connection, table, [dict(row) for row in reader.rows(f"SELECT * FROM {table}")])
    refresh(connection, everybody(connection))


def everybody(connection: sqlite3.Connection) -> list[int]:
    """The number of every person."""
    return [row[0] for row in connection.execute("SELECT id FROM prisoners ORDER BY id")]


def _evenly(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that all have the same columns, None where one had no value."""
    columns = sorted(set().union(*rows))
    return [{column: row.get(column) for column in columns} for row in rows]


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        columns = list(rows[0])
        marks = ", ".join(f":{column}" for column in columns)
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
