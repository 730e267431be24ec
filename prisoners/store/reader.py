"""How a question reads: plain SQL on stdlib sqlite3, one unchanging picture of the registry, no ORM."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prisoners.store.opening import connect, database_refuses


class Reader:
    """Answers SQL with `:name` parameters; every answer of one reader comes from the same moment."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        connection.row_factory = sqlite3.Row
        connection.create_function("folded", 1, _folded, deterministic=True)
        self._connection, self._path = connection, path

    def rows(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """Every row of the answer."""
        return list(self.each(sql, **values))

    def each(self, sql: str, **values: object) -> Iterator[sqlite3.Row]:
        """The rows of the answer one by one, for answers larger than memory should hold."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise database_refuses(error, self._path) from error

    def row(self, sql: str, **values: object) -> sqlite3.Row | None:
        """The first row of the answer, or None."""
        return next(iter(self.each(sql, **values)), None)

    def value(self, sql: str, **values: object) -> object:
        """The first cell of the answer, or None."""
        row = self.row(sql, **values)
        return row[0] if row else None


def _folded(text: str | None) -> str | None:
    """`folded(column)` in a question: a text as it is compared, one letter for one letter, small, without joiners."""
    from prisoners.names.script import fold  # loaded when a question first folds

    return None if text is None else fold(text)


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """A reader on the registry at `path`, which sees one moment of it and never writes."""
    connection = connect(path, reading=True)
    try:
        connection.execute("BEGIN")
        yield Reader(connection, path)
    finally:
        connection.close()
