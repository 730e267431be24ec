"""Taking an update back: a new update that writes the old values again, in reverse order, and says which it undoes."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import text

from prisoners.actions.standing import refuse_what_stands_on_it
from prisoners.errors import AlreadyUndone, NoSuchRow, NotUndoable, UndoErased
from prisoners.store.engine import driver
from prisoners.store.references import write_reference
from prisoners.store.replay import Cells, renamed_fields, typed, whole_number_columns
from prisoners.store.unit import Unit
from prisoners.vocabulary import UpdateKind

NEVER = frozenset({UpdateKind.ERASURE, UpdateKind.MIGRATION, UpdateKind.SEED, UpdateKind.UNSEALING})
"""What is not undone: a value erased for safety, what the program itself stands on, and that somebody looked."""

Line = dict[str, Any]


def undo(unit: Unit, update_id: int) -> int:
    """Write back what an update changed; returns how many fields. The unit must have been opened as undoing it.

    Raises UndoBlocked where later updates changed the same fields or built on a row that it added, naming them;
    AlreadyUndone, UndoErased or NotUndoable where nothing is brought back.
    """
    _can_be_undone(unit, update_id)
    lines = _lines(unit, update_id)
    refuse_what_stands_on_it(unit, update_id, lines)
    for (table, number), some in groupby(
        reversed(lines), key=lambda line: (line["table_name"], line["row_id"])
    ):
        _write_back(unit, table, number, list(some))
    unit.session.expire_all()
    return len(lines)


def undone_by(unit: Unit, update_id: int) -> int | None:
    """The update that undid this one and was not undone itself; None where it stands."""
    undos = unit.rows(
        "SELECT id FROM updates WHERE undoes = :own AND id <> :open", own=update_id, open=unit.update.id
    )
    return next((row["id"] for row in undos if undone_by(unit, row["id"]) is None), None)


def _can_be_undone(unit: Unit, update_id: int) -> None:
    reference = write_reference("updates", update_id)
    found = unit.rows(
        "SELECT kind FROM updates WHERE id = :own AND id <> :open", own=update_id, open=unit.update.id
    )
    if not found:
        raise NoSuchRow(reference)
    if found[0]["kind"] in NEVER:
        raise NotUndoable(reference, found[0]["kind"])
    if (undo := undone_by(unit, update_id)) is not None:
        raise AlreadyUndone(reference, write_reference("updates", undo))
    if unit.rows("SELECT 1 FROM erasures WHERE update_id = :own LIMIT 1", own=update_id):
        raise UndoErased(reference)


def _lines(unit: Unit, update_id: int) -> list[Line]:
    """The lines of an update in their order, under the names that columns have today."""
    renamed = renamed_fields(driver(unit.session.connection()))
    lines = unit.rows(
        "SELECT table_name, row_id, field, old, new FROM changes WHERE update_id = :own ORDER BY line",
        own=update_id,
    )
    for line in lines:
        line["field"] = renamed.get((line["table_name"], line["field"]), line["field"])
    return [line for line in lines if line["field"] is not None]


def _write_back(unit: Unit, table: str, number: int, lines: list[Line]) -> None:
    """Take out a row that was added, put back one that was removed, or restore fields; the oldest line counts."""
    told = [line for line in lines if line["field"] == "id"]
    cells = _typed(unit, table, {line["field"]: line["old"] for line in lines})
    if not told:
        values = ", ".join(f"{name} = :{name}" for name in cells)
        _run(unit, f"UPDATE {table} SET {values} WHERE id = :id", cells | {"id": number})
    elif told[-1]["old"] is None:
        _run(unit, f"DELETE FROM {table} WHERE id = :id", {"id": number})
    else:
        marks = ", ".join(f":{name}" for name in cells)
        _run(unit, f"INSERT INTO {table} ({', '.join(cells)}) VALUES ({marks})", cells)


def _typed(unit: Unit, table: str, cells: Cells) -> Cells:
    """Values of the history, which keeps them as text, as their columns hold them."""
    numbers = whole_number_columns(driver(unit.session.connection()), table)
    kept = typed({name: value for name, value in cells.items() if value is not None}, numbers)
    return dict.fromkeys(cells) | kept


def _run(unit: Unit, sql: str, values: Cells) -> None:
    unit.session.connection().execute(text(sql), values)
