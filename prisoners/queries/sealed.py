"""What stays covered on the screen until somebody asks for it: contacts, relatives, sealed facts and sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from prisoners.store.reader import Reader

SEALED = "‹sealed›"
"""What stands in the place of a sealed value that is nobody's name."""

SEALED_TABLES = frozenset({"contacts", "relations"})
CONTACTS = frozenset(
    {
        ("consents", "given_by"),
        ("consents", "obtained_by"),
        ("files", "captured_by"),
        ("exports", "recipient"),
        ("contacts", "name"),
        ("relations", "name"),
    }
)
"""Columns with the name of somebody who works with us or is in reach of the state; a code name stands for it."""
ROWS_WITH_A_LEVEL: dict[str, tuple[str, frozenset[str]]] = {
    "health": ("level", frozenset({"kind", "summary"})),
    "files": ("level", frozenset({"caption", "path"})),
    "sources": (
        "confidentiality",
        frozenset({"outlet", "title", "author", "url", "archived_url", "note"}),
    ),
}
"""Tables whose rows say themselves whether they are sealed, and which of their columns are then covered."""

_COVERED = {table: columns for table, (_, columns) in ROWS_WITH_A_LEVEL.items()} | {
    "citations": frozenset({"quoted"})
}
_STRUCTURE = frozenset({"id", "prisoner_id", "withdrawn"})
_GONE = (
    "SELECT DISTINCT row_id AS id FROM changes WHERE table_name = '{table}' AND field = '{level}'"
    " AND old = 'sealed' AND row_id NOT IN (SELECT id FROM {table})"
)
_QUOTED = (
    "SELECT citations.id FROM citations JOIN sources ON sources.id = citations.source_id"
    " WHERE sources.confidentiality = 'sealed'"
)


@dataclass(frozen=True)
class Seal:
    """What is covered in one registry, and how its code names are made."""

    rows: frozenset[tuple[str, int]]
    """The rows that are sealed one by one."""
    key: str

    def covers(self, table: str, column: str, row: int) -> bool:
        """Whether a value is covered: by its table, its column, or its own row."""
        if table in SEALED_TABLES:
            return column not in _STRUCTURE
        if (table, column) in CONTACTS:
            return True
        return (table, row) in self.rows and column in _COVERED[table]

    def instead(self, table: str, column: str, row: int, value: Any) -> Any:
        """What stands for a value: itself where it is not covered, else a code name, or that it is sealed."""
        if value is None or not self.covers(table, column, row):
            return value
        if (table, column) in CONTACTS:
            return self.contact(str(value))
        return self.source(row) if (table, column) == ("sources", "outlet") else SEALED

    def contact(self, name: str) -> str:
        """The code name of somebody who works with us or is in reach of the state, however the name is spelled."""
        from prisoners.names.script import fold  # loaded where something is covered
        from prisoners.privacy.naming import code_name

        return code_name(self.key, "Contact", fold(name))

    def source(self, number: int) -> str:
        """The code name of a source."""
        from prisoners.privacy.naming import code_name

        return code_name(self.key, "Source", number)

    def covered(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row with its sealed values covered; what is empty stays empty, but a sealed source has its code name."""
        shown = {column: self.instead(table, column, row["id"], value) for column, value in row.items()}
        if (table, row["id"]) in self.rows and "outlet" in row:
            shown["outlet"] = self.source(row["id"])
        return shown

    def each(self, table: str, rows: Iterable[sqlite3.Row]) -> list[dict[str, Any]]:
        """Every row with its sealed values covered."""
        return [self.covered(table, dict(row)) for row in rows]

    def open_rows(self, table: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The rows of a table that are not sealed as a whole, with what is sealed in them covered."""
        if table in SEALED_TABLES:
            return []
        return [self.covered(table, row) for row in rows if (table, row["id"]) not in self.rows]


def seal_of(reader: Reader, *, past: bool = False) -> Seal:
    """What is covered in this registry; with the `past` also rows that were taken out, of which the history speaks."""
    rows = {("citations", row["id"]) for row in reader.rows(_QUOTED)}
    for table, (level, _) in ROWS_WITH_A_LEVEL.items():
        standing = f"SELECT id FROM {table} WHERE {level} = 'sealed'"
        gone = f" UNION {_GONE.format(table=table, level=level)}" if past else ""
        rows |= {(table, row["id"]) for row in reader.rows(standing + gone)}
    return Seal(frozenset(rows), str(reader.value("SELECT pseudonym_key FROM registry")))
