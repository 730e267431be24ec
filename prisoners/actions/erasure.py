"""Forgetting, for someone's safety: the value goes from row and history, who erased it and why stays."""

from __future__ import annotations

from sqlalchemy import Connection

from prisoners.actions.rows import record_of
from prisoners.errors import NoSuchField
from prisoners.store.engine import driver
from prisoners.store.sealing import LINE
from prisoners.store.seals import commitment
from prisoners.store.unit import Unit, form_of

KEPT = frozenset({"id", "prisoner_id", "source_id", "case_id", "judgment_id", "intervention_id"})
"""Links that say where a row belonged and nothing about anybody."""


def erase(unit: Unit, table: str, number: int, fields: list[str] | None = None) -> int:
    """Erase fields of a row, or the whole row, from the present and from the history; returns how many lines.

    Needs a unit of kind *erasure*. A row that others point to cannot go whole; raises NoSuchRow, NoSuchField,
    FormNotRight for a field the record cannot be without.
    """
    record = record_of(table)
    row = unit.get(record, number)
    known = [field for field in form_of(record).model_fields if field not in KEPT]
    for field in fields or ():
        if field not in known:
            raise NoSuchField(table, field, known)
    if fields:
        unit.amend(row, **dict.fromkeys(fields))
    else:
        unit.remove(row)
    return _forget(unit.session.connection(), unit.update.id or 0, table, number, fields or known)


def _forget(connection: Connection, update: int, table: str, number: int, fields: list[str]) -> int:
    """Keep the commitment of every line of these fields, then empty the lines."""
    plain = driver(connection)
    marks = ", ".join("?" * len(fields))
    which = f"table_name = ? AND row_id = ? AND field IN ({marks}) AND salt IS NOT NULL"
    lines = plain.execute(
        f"SELECT update_id, {LINE} FROM changes WHERE {which}", (table, number, *fields)
    ).fetchall()
    kept = [(own, line[0], commitment(line), update) for own, *line in lines]
    plain.executemany(
        "INSERT INTO erasures (update_id, line, commitment, erased_by) VALUES (?, ?, ?, ?)", kept
    )
    plain.execute(
        f"UPDATE changes SET old = NULL, new = NULL, salt = NULL WHERE {which}", (table, number, *fields)
    )
    return len(kept)
