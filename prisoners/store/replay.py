"""Reading the history forwards: the rows as they were after any update."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

Cells = dict[str, Any]
State = dict[tuple[str, int], Cells]
"""(table, number) → field → value, for every row that stands."""


def replay(
    lines: Iterable[Mapping[str, Any]], renamed: Mapping[tuple[str, str], str | None] | None = None
) -> State:
    """The rows that the lines amount to, taken in their order; an empty field is not in a row's cells.

    Each line needs table_name, row_id, field and new; `renamed` maps (table, old column) to the column
    of today, None where it was dropped.
    """
    state: State = {}
    renamed = renamed or {}
    for line in lines:
        key = (line["table_name"], line["row_id"])
        field = renamed.get((line["table_name"], line["field"]), line["field"])
        if field == "id":
            if line["new"] is None:
                state.pop(key, None)
            else:
                state.setdefault(key, {"id": line["row_id"]})
        elif field is not None and key in state:  # what is emptied after a row went belongs to its going
            _set(state[key], field, line["new"])
    return state


def _set(cells: Cells, field: str, value: Any) -> None:
    if value is None:
        cells.pop(field, None)
    else:
        cells[field] = value


def renamed_fields(connection: sqlite3.Connection) -> dict[tuple[str, str], str | None]:
    """Columns that were renamed or dropped by migrations, oldest names followed to those of today."""
    found = connection.execute("SELECT table_name, old_name, new_name FROM field_names ORDER BY step")
    names: dict[tuple[str, str], str | None] = {}
    for table, old, new in found:
        for key, value in names.items():
            if key[0] == table and value == old:
                names[key] = new
        names[table, old] = new
    return names


def whole_number_columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a table that hold whole numbers, which the history keeps as text."""
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "INTEGER"}


def typed(cells: Cells, numbers: set[str]) -> Cells:
    """A replayed row with the values its columns hold."""
    return {field: int(value) if field in numbers else value for field, value in cells.items()}
