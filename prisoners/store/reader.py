"""How a question reads: plain SQL on stdlib sqlite3, one unchanging picture of the registry, no ORM."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from prisoners.store.opening import FAILURES, connect, database_refuses


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
        except FAILURES as error:
            raise database_refuses(error, self._path) from error

    def row(self, sql: str, **values: object) -> sqlite3.Row | None:
        """The first row of the answer, or None."""
        return next(iter(self.each(sql, **values)), None)

    def value(self, sql: str, **values: object) -> object:
        """The first cell of the answer, or None."""
        row = self.row(sql, **values)
        return row[0] if row else None

    @contextmanager
    def instead(
        self, selected: Mapping[str, str], changed: Mapping[str, Sequence[Mapping[str, object]]]
    ) -> Iterator[None]:
        """Inside the block some tables are another picture of themselves, for every question and every view.

        They are what the SQL beside them selects (from `main.` and their name), or a copy with these rows changed, by
        the table's key, which comes first in each row. All of it lies in memory; the file is not written.
        """
        copied = [table for table, rows in changed.items() if rows]
        views = self.rows("SELECT name, sql FROM main.sqlite_master WHERE type = 'view'")
        pictures = {name: f"CREATE TEMP VIEW {name} AS {sql}" for name, sql in selected.items()}
        pictures |= {row["name"]: row["sql"].replace("VIEW", "TEMP VIEW", 1) for row in views}
        with self._in_memory():
            for table in copied:
                self._copy(table, changed[table])
            for sql in pictures.values():
                self._connection.execute(sql)
        try:
            yield
        finally:
            with self._in_memory():
                for name in pictures:
                    self._connection.execute(f"DROP VIEW temp.{name}")
                for table in copied:
                    self._connection.execute(f"DROP TABLE temp.{table}")

    @contextmanager
    def _in_memory(self) -> Iterator[None]:
        """Temporary tables may be made inside the block, which a reader otherwise may not either."""
        only = self.value("PRAGMA query_only")
        self._connection.execute("PRAGMA query_only = OFF")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA query_only = {only}")

    def _copy(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """A copy of a table in memory, with some rows changed."""
        self._connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}")
        key, *columns = rows[0]
        self._connection.execute(f"CREATE UNIQUE INDEX temp.{table}_key ON {table} ({key})")
        values = ", ".join(f"{column} = :{column}" for column in columns)
        self._connection.executemany(f"UPDATE temp.{table} SET {values} WHERE {key} = :{key}", rows)


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
