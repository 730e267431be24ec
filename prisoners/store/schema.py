"""The database on one page: every statement that makes a registry, with every column explained."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from prisoners.records.tables import BOOKS, RECORDED
from prisoners.store.history import history_triggers
from prisoners.store.opening import APPLICATION_ID, VERSION
from prisoners.store.views import view_statements

_DIALECT = sqlite.dialect()

FIRST_COPY = (
    "INSERT INTO registry (only, own_copy, created_at, pseudonym_key)\n"
    "VALUES (1, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), lower(hex(randomblob(32))))"
)
"""A new file is the first copy of its registry."""

HEADER = """\
-- The registry of Iran's political prisoners: the whole database on one page.
-- Generated from prisoners/records by `make schema`; never edited by hand.
-- A new registry: sqlite3 new.db < schema.sql
-- Dates are one text: earliest day, latest day, EDTF|calendar|words as written. References such as P-0042 are
-- derived from numbers: copy r of a registry numbers its rows from r * 2^40 + 1.
"""


def tables() -> list[Table]:
    """Every table, parents before children."""
    ours = {record.__table__ for record in (*BOOKS, *RECORDED)}  # type: ignore[attr-defined]
    return [table for table in SQLModel.metadata.sorted_tables if table in ours]


@cache
def table_statements() -> tuple[tuple[str, str], ...]:
    """Name and SQL of every table and index."""
    made = [(table.name, _explained(table)) for table in tables()]
    indexes = [
        index for table in tables() for index in sorted(table.indexes, key=lambda index: str(index.name))
    ]
    made += [(str(index.name), str(CreateIndex(index).compile(dialect=_DIALECT))) for index in indexes]
    return tuple(made)


@cache
def overlay_statements() -> tuple[tuple[str, str], ...]:
    """Name and SQL of every view and trigger: what is dropped before a migration and laid again after it."""
    return (*view_statements(), *history_triggers())


def schema_page() -> str:
    """The text of `schema.sql`."""
    head = f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\n"
    body = "\n\n".join(f"{sql};" for _, sql in (*table_statements(), *overlay_statements()))
    return f"{HEADER}{head}\n{body}\n\n{FIRST_COPY};\n"


def lay(connection: sqlite3.Connection, statements: Iterable[tuple[str, str]]) -> None:
    """Run statements one by one on an open transaction."""
    for _, sql in statements:
        connection.execute(sql)


def shape(connection: sqlite3.Connection) -> dict[str, str]:
    """Name and SQL of everything in a database, comments and white space folded away: what two roads must share."""
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    # Where a bit was flipped a name may be bytes and no text.
    return {str(name): folded(str(sql)) for name, sql in found}


def expected_shape() -> dict[str, str]:
    """The shape that this version writes."""
    return {name: folded(sql) for name, sql in (*table_statements(), *overlay_statements())}


def folded(sql: str) -> str:
    """SQL without its comments, quotes around names, and white space."""
    bare = re.sub(r"--[^\n]*", "", sql)
    return re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", bare.replace('"', ""))).strip()


def _explained(table: Table) -> str:
    """CREATE TABLE with the description of every column beside it."""
    comments = {f"{column.name} ": column.comment for column in table.columns}
    lines = str(CreateTable(table).compile(dialect=_DIALECT)).strip().split("\n")
    for number, text in enumerate(lines):
        bare = text.strip().replace('"', "")
        comment = next((said for name, said in comments.items() if bare.startswith(name) and said), None)
        if comment:
            lines[number] = f"{text.rstrip()}  -- {comment}"
    return "\n".join(text.rstrip() for text in lines if text.strip())
