"""What stands on an update, so that it cannot be undone: fields changed since, rows built on those it added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from prisoners.actions.rows import links_of, record_of
from prisoners.errors import UndoBlocked
from prisoners.records.tables import RECORDED
from prisoners.store.references import write_reference
from prisoners.store.replay import Cells
from prisoners.store.unit import Unit

AT_ONCE = 500

Line = dict[str, Any]
Key = tuple[str, int]
"""Table and number of a row."""


def refuse_what_stands_on_it(unit: Unit, update_id: int, lines: list[Line]) -> None:
    """Raise UndoBlocked, naming the later updates, where writing the old values back would lose later work."""
    left, before = _values(lines, "new"), _values(reversed(lines), "old")
    added = {key for key, cells in before.items() if "id" in cells and cells["id"] is None}
    blocked = {
        *_changed_since(unit, left, added),
        *_built_on(unit, added),
        *_gone_since(unit, before, returning={key for key, cells in before.items() if cells.get("id")}),
    }
    if blocked:
        raise UndoBlocked(write_reference("updates", update_id), list(_later(unit, update_id, blocked)))


def _values(lines: Iterable[Line], which: str) -> dict[Key, Cells]:
    """Row → field → value, where the last line taken counts."""
    values: dict[Key, Cells] = defaultdict(dict)
    for line in lines:
        values[line["table_name"], line["row_id"]][line["field"]] = line[which]
    return values


def _changed_since(unit: Unit, left: dict[Key, Cells], added: set[Key]) -> Iterator[Key]:
    """Rows that are no longer as the update left them: in the fields it wrote, in any field of a row it added."""
    present = _present(unit, left)
    for key, cells in left.items():
        row = present.get(key)
        if row is None or ("id" in cells and cells["id"] is None):
            if (row is None) != ("id" in cells and cells["id"] is None):
                yield key
            continue
        fields = row if key in added else cells
        if any(_as_text(row[field]) != cells.get(field) for field in fields):
            yield key


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)


def _built_on(unit: Unit, added: set[Key]) -> Iterator[Key]:
    """Rows of other updates that lead to a row which would be taken out."""
    for table, numbers in _by_table(added).items():
        ways = [
            (record, field)
            for record in RECORDED
            for field, to in links_of(record)
            if to.__tablename__ == table
        ]
        for record, field in ways:
            name = str(record.__tablename__)
            for number in _numbers(unit, f"SELECT id FROM {name} WHERE {field}", numbers):
                if (name, number) not in added:
                    yield name, number
        for number in _numbers(
            unit, f"SELECT id FROM citations WHERE about_table = '{table}' AND about_row", numbers
        ):
            if ("citations", number) not in added:
                yield "citations", number


def _gone_since(unit: Unit, before: dict[Key, Cells], returning: set[Key]) -> Iterator[Key]:
    """Rows to which an old value leads, and which are no longer there."""
    wanted = {
        (str(to.__tablename__), int(cells[field]))
        for (table, _), cells in before.items()
        for field, to in links_of(record_of(table))
        if cells.get(field) is not None
    }
    yield from wanted - returning - _present(unit, wanted).keys()


def _later(unit: Unit, update_id: int, blocked: set[Key]) -> Iterator[tuple[str, str]]:
    """The updates that touched these rows since, newest first, each with what it touched."""
    touched: dict[int, set[Key]] = defaultdict(set)
    for table, number in blocked:
        for row in unit.rows(
            "SELECT DISTINCT later.id FROM changes JOIN updates later ON later.id = changes.update_id"
            " JOIN updates own ON own.id = :own WHERE changes.table_name = :table AND changes.row_id = :number"
            " AND (later.at > own.at OR (later.at = own.at AND later.id > own.id)) AND later.id <> :open",
            own=update_id,
            open=unit.update.id,
            table=table,
            number=number,
        ):
            touched[row["id"]].add((table, number))
    for update in sorted(touched, reverse=True):
        yield (
            write_reference("updates", update),
            ", ".join(write_reference(*key) for key in sorted(touched[update])),
        )


def _present(unit: Unit, keys: Iterable[Key]) -> dict[Key, Cells]:
    """The rows that stand now."""
    return {
        (table, row["id"]): row
        for table, numbers in _by_table(keys).items()
        for row in _rows(unit, f"SELECT * FROM {table} WHERE id", numbers)
    }


def _numbers(unit: Unit, sql: str, numbers: list[int]) -> list[int]:
    return [row["id"] for row in _rows(unit, sql, numbers)]


def _rows(unit: Unit, sql: str, numbers: list[int]) -> Iterator[Cells]:
    for first in range(0, len(numbers), AT_ONCE):
        some = ", ".join(map(str, numbers[first : first + AT_ONCE]))
        yield from unit.rows(f"{sql} IN ({some})")


def _by_table(keys: Iterable[Key]) -> dict[str, list[int]]:
    tables: dict[str, list[int]] = defaultdict(list)
    for table, number in sorted(keys):
        tables[table].append(number)
    return tables
