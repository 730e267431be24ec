"""Closing an update: reads its lines back and writes the seal over them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

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
    before = connection.execute(_PREVIOUS, {"own": own, "copy": update[5]}).fetchone()
    previous = before[0] if before else None
    which = "WHERE update_id = :own ORDER BY line"
    erased = dict(connection.execute(f"SELECT line, commitment FROM erasures {which}", {"own": own}))
    lines = connection.execute(f"SELECT {LINE} FROM changes {which}", {"own": own})
    commitments = (erased.get(line[0]) or commitment(line) for line in lines)
    connection.execute(
        "INSERT INTO seals (update_id, previous, hash) VALUES (:own, :previous, :hash)",
        {"own": own, "previous": previous, "hash": seal(previous, update, commitments)},
    )


def committed(connection: sqlite3.Connection) -> Iterator[tuple[int, list[str]]]:
    """The commitments of every update that has lines, in order; those of erased lines as kept."""
    kept = connection.execute("SELECT update_id, line, commitment FROM erasures")
    erased = {(update, line): standing for update, line, standing in kept}
    lines = connection.execute(f"SELECT update_id, {LINE} FROM changes ORDER BY update_id, line")
    for update, own in groupby(lines, key=itemgetter(0)):
        yield update, [erased.get((update, line[1])) or commitment(line[1:]) for line in own]
