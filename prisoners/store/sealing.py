"""Closing an update: reads its lines back and writes the seal over them."""

from __future__ import annotations

import sqlite3

from prisoners.store.seals import commitment, seal

LINE = "line, table_name, row_id, prisoner_id, field, old, new, salt"
UPDATE = "id, at, by_whom, because, kind, own_copy, undoes"
_PREVIOUS = (
    "SELECT seals.hash FROM seals JOIN updates ON updates.id = seals.update_id"
    " WHERE updates.own_copy = :copy AND seals.update_id < :own ORDER BY seals.update_id DESC LIMIT 1"
)


def seal_update(connection: sqlite3.Connection, own: int) -> None:
    """Write the seal of an update: its hash chains to the seal before it in the same copy."""
    update = connection.execute(f"SELECT {UPDATE} FROM updates WHERE id = :own", {"own": own}).fetchone()
    lines = connection.execute(
        f"SELECT {LINE} FROM changes WHERE update_id = :own ORDER BY line", {"own": own}
    )
    before = connection.execute(_PREVIOUS, {"own": own, "copy": update[5]}).fetchone()
    previous = before[0] if before else None
    connection.execute(
        "INSERT INTO seals (update_id, previous, hash) VALUES (:own, :previous, :hash)",
        {"own": own, "previous": previous, "hash": seal(previous, update, map(commitment, lines))},
    )
