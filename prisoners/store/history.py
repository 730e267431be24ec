"""The law of history, written for the database itself: generated triggers that sign, record and guard."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table

from prisoners.records.form import Row
from prisoners.records.tables import RECORDED

UNSIGNED = "unsigned: open an update first"
REUSED = "rewriting is refused: this number stands already"
RENUMBERED = "rewriting is refused: a number never changes"
APPEND_ONLY = "rewriting is refused: the history is only ever added to"

_OPEN = "(SELECT update_id FROM open_update)"
_LAST_LINE = f"(SELECT coalesce(max(line), 0) FROM changes WHERE update_id = {_OPEN})"
_SALT = "lower(hex(randomblob(16)))"


def history_triggers() -> Iterator[tuple[str, str]]:
    """Name and SQL of every trigger of the law of history."""
    for record in RECORDED:
        yield from _guards(str(record.__tablename__))
        yield from _clerks(record)
    for books in ("updates", "changes", "seals", "erasures"):
        yield from _insert_only(books)
    yield from _signed_lines()


def columns_of(record: type[Row]) -> list[str]:
    """The recorded columns of a table in their order, the number first."""
    table: Table = record.__table__  # type: ignore[attr-defined]
    return ["id", *(column.name for column in table.columns if column.name != "id")]


def _trigger(name: str, moment: str, table: str, body: str, when: str = "") -> tuple[str, str]:
    condition = f"\nWHEN {when}" if when else ""
    return name, f"CREATE TRIGGER {name} {moment} ON {table}{condition}\nBEGIN\n{body}\nEND"


def _refuse(reason: str) -> str:
    return f"  SELECT RAISE(ABORT, '{reason}');"


def _guards(table: str) -> Iterator[tuple[str, str]]:
    """Refuse what nobody signed, and what would overwrite a row unseen (REPLACE, a new number for an old row)."""
    nobody = f"{_OPEN} IS NULL"
    for verb in ("INSERT", "UPDATE", "DELETE"):
        yield _trigger(f"{table}_signed_{verb.lower()}", f"BEFORE {verb}", table, _refuse(UNSIGNED), nobody)
    again = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
    yield _trigger(f"{table}_not_again", "BEFORE INSERT", table, _refuse(REUSED), again)
    yield _trigger(
        f"{table}_same_number", "BEFORE UPDATE", table, _refuse(RENUMBERED), "NEW.id IS NOT OLD.id"
    )


def _clerks(record: type[Row]) -> Iterator[tuple[str, str]]:
    """Write one line per changed field, compared so that NULL counts."""
    table, columns = str(record.__tablename__), columns_of(record)
    added = _lines(record, "NEW", [(name, "NULL", f"NEW.{name}") for name in columns])
    amended = _lines(record, "NEW", [(name, f"OLD.{name}", f"NEW.{name}") for name in columns[1:]])
    removed = _lines(record, "OLD", [(name, f"OLD.{name}", "NULL") for name in columns])
    yield _trigger(f"{table}_added", "AFTER INSERT", table, added)
    yield _trigger(f"{table}_amended", "AFTER UPDATE", table, amended)
    # BEFORE, so that whose row it is can still be looked up through its parents
    yield _trigger(f"{table}_removed", "BEFORE DELETE", table, removed)


def _lines(record: type[Row], row: str, fields: list[tuple[str, str, str]]) -> str:
    """One statement that writes the lines of all fields that differ."""
    first, *others = fields
    cells = f"SELECT '{first[0]}' AS field, {first[1]} AS old, {first[2]} AS new"
    cells += "".join(f"\n    UNION ALL SELECT '{field}', {old}, {new}" for field, old, new in others)
    return (
        "  INSERT INTO changes (update_id, line, table_name, row_id, prisoner_id, field, old, new, salt)\n"
        f"  SELECT {_OPEN}, {_LAST_LINE} + row_number() OVER (),\n"
        f"    '{record.__tablename__}', {row}.id, {record.whose.format(row=row)}, field, old, new, {_SALT}\n"
        f"  FROM ({cells})\n  WHERE old IS NOT new;"
    )


def _insert_only(table: str) -> Iterator[tuple[str, str]]:
    yield _trigger(f"{table}_never_removed", "BEFORE DELETE", table, _refuse(APPEND_ONLY))
    if table != "changes":
        yield _trigger(f"{table}_never_amended", "BEFORE UPDATE", table, _refuse(APPEND_ONLY))
    key = {"updates": "id = NEW.id", "seals": "update_id = NEW.update_id"}.get(
        table, "update_id = NEW.update_id AND line = NEW.line"
    )
    again = f"EXISTS (SELECT 1 FROM {table} WHERE {key})"
    yield _trigger(f"{table}_not_again", "BEFORE INSERT", table, _refuse(REUSED), again)


def _signed_lines() -> Iterator[tuple[str, str]]:
    """Lines belong to the open update; the one amendment let through is an erasure whose commitment is kept."""
    yield _trigger(
        "changes_signed",
        "BEFORE INSERT",
        "changes",
        _refuse(UNSIGNED),
        f"{_OPEN} IS NULL OR NEW.update_id IS NOT {_OPEN}",
    )
    same = " AND ".join(
        f"NEW.{name} IS OLD.{name}"
        for name in ("update_id", "line", "table_name", "row_id", "prisoner_id", "field")
    )
    erasing = f"EXISTS (SELECT 1 FROM updates WHERE id = {_OPEN} AND kind = 'erasure')"
    kept = "EXISTS (SELECT 1 FROM erasures WHERE update_id = OLD.update_id AND line = OLD.line)"
    emptied = "NEW.old IS NULL AND NEW.new IS NULL AND NEW.salt IS NULL"
    allowed = f"{emptied} AND {same}\n  AND {erasing}\n  AND {kept}"
    yield _trigger(
        "changes_only_erased", "BEFORE UPDATE", "changes", _refuse(APPEND_ONLY), f"NOT ({allowed})"
    )
    yield _trigger(
        "open_update_one_at_a_time",
        "BEFORE INSERT",
        "open_update",
        _refuse("another update is still open"),
        "EXISTS (SELECT 1 FROM open_update) OR NEW.only IS NOT 1",
    )
    yield _trigger("open_update_not_swapped", "BEFORE UPDATE", "open_update", _refuse(APPEND_ONLY))
