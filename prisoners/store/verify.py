"""The proof that the registry is what its history says: rows, lines, seals, guards, and the file itself."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from prisoners.findings import Finding, Gravity
from prisoners.store.derived import derive
from prisoners.store.opening import FAILURES
from prisoners.store.references import PREFIXES, write_reference
from prisoners.store.replay import renamed_fields, replay, typed, whole_number_columns
from prisoners.store.sealing import UPDATE, committed
from prisoners.store.seals import seal


def verify(
    connection: sqlite3.Connection, expected_shape: dict[str, str], shape: dict[str, str]
) -> list[Finding]:
    """Every way in which the registry is not what its history says; an empty list is the proof."""
    try:
        damaged = list(_file(connection))
        findings = list(_guards(expected_shape, shape))
        if damaged or any(finding.name == "schema_differs" for finding in findings):
            return [*damaged, *findings]
        return [*findings, *_open(connection), *_chain(connection), *_rows(connection), *_derived(connection)]
    except FAILURES as error:
        return [_wrong("file_damaged", "", f"The file cannot be read to its end: {error}.")]


def head(connection: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """For every copy: its last sealed update, how many seals there are, and the hash that stands for them all.

    Kept elsewhere, it shows a later truncation or a rewriting of the whole chain.
    """
    found = connection.execute(
        "SELECT updates.own_copy, max(seals.update_id), count(*) FROM seals"
        " JOIN updates ON updates.id = seals.update_id GROUP BY updates.own_copy ORDER BY updates.own_copy"
    ).fetchall()
    hashes = dict(connection.execute("SELECT update_id, hash FROM seals"))
    return [(write_reference("updates", last), count, hashes[last]) for _, last, count in found]


def not_of_this_chain(connection: sqlite3.Connection, kept: Sequence[str]) -> list[Finding]:
    """The heads kept elsewhere that are no seal of this registry: it was cut, rewritten, or is an older copy."""
    seals = {row[0] for row in connection.execute("SELECT hash FROM seals")}
    said = "This head is no seal of the registry: it was cut or rewritten since, or is a copy from before."
    return [_wrong("head_not_found", head, said) for head in kept if head.strip().lower() not in seals]


def _wrong(name: str, about: str, sentence: str) -> Finding:
    return Finding(
        name, about, sentence, Gravity.DANGER, "Compare with the last backup: `prisoners restore --help`."
    )


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (said,) in connection.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield _wrong("file_damaged", "", f"The file is damaged: {said}.")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield _wrong(
            "link_broken", write_reference(table, row), f"It points to a row of {parent} that is not there."
        )


def _guards(expected: dict[str, str], found: dict[str, str]) -> Iterator[Finding]:
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) == found.get(name):
            continue
        what = (
            "is missing"
            if name not in found
            else "does not belong here"
            if name not in expected
            else "was altered"
        )
        guard = not expected.get(name, found.get(name, "")).startswith("CREATE TABLE")
        yield _wrong("guard_differs" if guard else "schema_differs", name, f"{name} {what} in the database.")


def _open(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (number,) in connection.execute("SELECT update_id FROM open_update"):
        yield _wrong(
            "update_left_open", write_reference("updates", number), "It was opened and never closed."
        )
    unsealed = "SELECT id FROM updates WHERE id NOT IN (SELECT update_id FROM seals)"
    for (number,) in connection.execute(unsealed):
        reference = write_reference("updates", number)
        yield _wrong(
            "update_unsealed", reference, "It was written by something other than this program: no seal."
        )
    orphans = "SELECT DISTINCT update_id FROM changes WHERE update_id NOT IN (SELECT id FROM updates)"
    for (number,) in connection.execute(orphans):
        yield _wrong(
            "update_missing", write_reference("updates", number), "Its lines stand, but the update is gone."
        )


def _chain(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Recompute every commitment and every seal, and follow the chain of each copy."""
    seals = {row[0]: row[1:] for row in connection.execute("SELECT update_id, previous, hash FROM seals")}
    told = committed(connection)
    waiting = next(told, NO_LINES)
    last: dict[int, str] = {}
    for update in connection.execute(f"SELECT {UPDATE} FROM updates ORDER BY id").fetchall():
        number, copy, commitments = update[0], update[5], []
        if waiting[0] == number:
            commitments, waiting = waiting[1], next(told, NO_LINES)
        if number not in seals:
            continue
        previous, kept = seals[number]
        reference = write_reference("updates", number)
        if previous != last.get(copy):
            yield _wrong("chain_broken", reference, "Its seal does not follow the seal before it.")
        if kept != seal(previous, update, commitments):
            said = "The update or its lines were altered after they were sealed."
            yield _wrong("seal_differs", reference, said)
        last[copy] = kept


NO_LINES: tuple[int, list[str]] = (0, [])


def _rows(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Replay all lines and compare with the rows that stand."""
    cursor = connection.execute("SELECT table_name, row_id, field, new FROM changes ORDER BY update_id, line")
    fields = ("table_name", "row_id", "field", "new")
    state = replay((dict(zip(fields, line, strict=True)) for line in cursor), renamed_fields(connection))
    for table in PREFIXES:
        if table != "updates":
            yield from _compare(connection, table, state)


def _compare(
    connection: sqlite3.Connection, table: str, state: dict[tuple[str, int], dict[str, Any]]
) -> Iterator[Finding]:
    numbers = whole_number_columns(connection, table)
    told = {key[1]: typed(cells, numbers) for key, cells in state.items() if key[0] == table}
    cursor = connection.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    for values in cursor:
        row = {name: value for name, value in zip(columns, values, strict=True) if value is not None}
        replayed = told.pop(row["id"], None)
        if replayed == row:
            continue
        reference = write_reference(table, row["id"])
        if replayed is None:
            yield _wrong("row_without_history", reference, "No line of the history says that it was entered.")
            continue
        differing = sorted(
            name for name in row.keys() | replayed.keys() if row.get(name) != replayed.get(name)
        )
        yield _wrong("row_differs", reference, f"It is not what its history says: {', '.join(differing)}.")
    for number in told:
        yield _wrong(
            "row_missing", write_reference(table, number), "Its history stands, but the row is gone."
        )


def _derived(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is derived must be what would be derived now."""
    everyone = [row[0] for row in connection.execute("SELECT id FROM prisoners")]
    headlines, keys = [], []
    for first in range(0, len(everyone), 500):
        some = derive(connection, everyone[first : first + 500])
        headlines += some[0]
        keys += some[1]
    for table, rows in (("headlines", headlines), ("name_keys", keys)):
        should = Counter(tuple(sorted(row.items(), key=lambda cell: cell[0])) for row in rows)
        cursor = connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        found = Counter(tuple(sorted(zip(names, row, strict=True))) for row in cursor)
        if should != found:
            hint = "`prisoners verify --rebuild` writes it anew from what is recorded."
            said = f"The derived table {table} is out of date."
            yield Finding("derived_out_of_date", table, said, Gravity.DOUBT, hint)
