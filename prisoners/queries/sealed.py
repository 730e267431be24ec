"""What stays covered on the screen until somebody asks for it: contacts, relatives, sealed facts and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from prisoners.store.reader import Reader

SEALED = "‹sealed›"
"""What stands in the place of a sealed value."""

SEALED_TABLES = frozenset({"contacts", "relations"})
SEALED_COLUMNS = frozenset({("consents", "given_by"), ("consents", "obtained_by"), ("files", "captured_by")})
ROWS_WITH_A_LEVEL: dict[str, tuple[str, frozenset[str]]] = {
    "health": ("level", frozenset({"kind", "summary"})),
    "files": ("level", frozenset({"caption", "path"})),
    "sources": (
        "confidentiality",
        frozenset({"outlet", "title", "author", "url", "archived_url", "note"}),
    ),
}
"""Tables whose rows say themselves whether they are sealed, and which of their columns are then covered."""

_STRUCTURE = frozenset({"id", "prisoner_id", "withdrawn"})

SealedRows = frozenset[tuple[str, int]]


def sealed_rows(reader: Reader) -> SealedRows:
    """The rows that are sealed one by one."""
    return frozenset(
        (table, row["id"])
        for table, (level, _) in ROWS_WITH_A_LEVEL.items()
        for row in reader.rows(f"SELECT id FROM {table} WHERE {level} = 'sealed'")
    )


def is_covered(table: str, column: str, row: int, rows: SealedRows) -> bool:
    """Whether a value is covered: by its table, its column, or its own row."""
    if table in SEALED_TABLES:
        return column not in _STRUCTURE
    if (table, column) in SEALED_COLUMNS:
        return True
    return (table, row) in rows and column in ROWS_WITH_A_LEVEL[table][1]


def covered(table: str, row: Mapping[str, Any], rows: SealedRows) -> dict[str, Any]:
    """A row with its sealed values covered; what is empty stays empty."""
    return {
        column: SEALED if value is not None and is_covered(table, column, row["id"], rows) else value
        for column, value in row.items()
    }


def uncovered(rows: Iterable[Mapping[str, Any]], table: str, sealed: SealedRows) -> list[dict[str, Any]]:
    """The rows of a table that are not sealed as a whole."""
    if table in SEALED_TABLES:
        return []
    return [dict(row) for row in rows if (table, row["id"]) not in sealed]
