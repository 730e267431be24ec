"""Everything in the registry as one text file, a JSON object a line, which any program can read without this one."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from prisoners.store.opening import FAILURES, VERSION, database_refuses
from prisoners.store.schema import schema_page, tables
from prisoners.store.unloaded import EDITION, FORMAT, KEPT, Line, Watched, line_of, unwatched

PIECE = 768 << 10
"""Bytes of a kept file that stand on one line."""
WARNING = (
    "CONFIDENTIAL: everything in a registry of political prisoners, also who its sources and families are"
)


@dataclass
class Everything:
    """What went into the file, or came out of it."""

    rows: dict[str, int]
    """Table → how many rows."""
    files: int = 0
    """How many kept files."""
    missing: list[str] = field(default_factory=list)
    """Kept files that are recorded and not to be found in the registry's folder."""


def unload(
    connection: sqlite3.Connection, home: Path, out: BinaryIO, watched: Watched = unwatched
) -> Everything:
    """Write every row of every table, and every kept file in `home`, from one moment of the registry.

    The same registry gives the same bytes. Nothing is held in memory but the line that is being written.
    """
    try:
        count = "SELECT count(*) FROM"
        told = Everything(
            {table.name: connection.execute(f"{count} {table.name}").fetchone()[0] for table in tables()}
        )
        hasher = hashlib.sha256()
        for said in watched(_lines(connection, home, told), sum(told.rows.values())):
            line = line_of(said)
            hasher.update(line)
            out.write(line)
    except FAILURES as error:
        raise database_refuses(error) from None
    out.write(line_of({"sha256": hasher.hexdigest()}))
    return told


def _lines(connection: sqlite3.Connection, home: Path, told: Everything) -> Iterator[Line]:
    """Every line but the last: what the file is, its tables explained, rows, and kept files."""
    yield {"format": FORMAT, "version": EDITION, "schema": VERSION, "contains": WARNING, "rows": told.rows}
    yield {"schema.sql": schema_page()}
    for name in told.rows:
        yield from _rows(connection, name)
    for (path,) in connection.execute("SELECT DISTINCT path FROM files ORDER BY path"):
        if KEPT.fullmatch(path) and (home / path).is_file():
            told.files += 1
            yield from _pieces(home, path)
        else:
            told.missing.append(path)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Line]:
    """The rows of a table in the order of its key."""
    about = connection.execute(f"PRAGMA table_info({table})").fetchall()
    columns = [one[1] for one in about]
    key = [one[1] for one in sorted(about, key=lambda one: one[5]) if one[5]]
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(key)}"):
        yield {"table": table, "row": dict(zip(columns, row, strict=True))}


def _pieces(home: Path, path: str) -> Iterator[Line]:
    """A kept file in pieces, each with the place at which it begins; an empty file is one empty piece."""
    with (home / path).open("rb") as file:
        piece, at = file.read(PIECE), 0
        while True:
            yield {"file": path, "at": at, "base64": base64.b64encode(piece).decode()}
            at += len(piece)
            piece = file.read(PIECE)
            if not piece:
                return
