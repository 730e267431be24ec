"""How numbers are allotted: from the registry's own counter, in its copy's range, never used again."""

from __future__ import annotations

from sqlmodel import Session

from prisoners.store.engine import driver
from prisoners.store.references import PER_COPY


class Numbers:
    """Allots the numbers of one unit; `keep` writes the counters back before it closes."""

    def __init__(self, session: Session) -> None:
        self._connection = driver(session.connection())
        self._last: dict[str, int] = {}
        self.copy = self._number("SELECT own_copy FROM registry")

    def next(self, table: str) -> int:
        """The next number of a table."""
        self._last[table] = self._last.get(table, 0) or self._start(table)
        self._last[table] += 1
        return self._last[table]

    def _start(self, table: str) -> int:
        """The last number used: by the counter, or by a row that another program signed in."""
        first = self.copy * PER_COPY
        counted = self._number("SELECT last FROM counters WHERE table_name = :table", table=table)
        used = self._number(
            f"SELECT max(id) FROM {table} WHERE id BETWEEN :first AND :last",
            first=first + 1,
            last=first + PER_COPY,
        )
        return max(first, counted, used)

    def _number(self, sql: str, **values: object) -> int:
        row = self._connection.execute(sql, values).fetchone()
        return int(row[0] or 0) if row else 0

    def keep(self) -> None:
        """Write the counters, so that a number stays used when its row goes."""
        self._connection.executemany(
            "INSERT INTO counters (table_name, last) VALUES (:table, :last)"
            " ON CONFLICT (table_name) DO UPDATE SET last = :last",
            [{"table": table, "last": last} for table, last in self._last.items()],
        )
