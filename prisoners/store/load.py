"""A new registry from the file of everything: made whole, checked against its digest and named last, or not at all."""

from __future__ import annotations

import base64
import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from alembic.operations import Operations

from prisoners.errors import MigrationFailed, RegistryExists
from prisoners.store.engine import driver
from prisoners.store.migrate import Step, known_steps, run_steps
from prisoners.store.opening import connect_new
from prisoners.store.unload import Everything
from prisoners.store.unloaded import KEPT, Line, Reading, Watched, unwatched

REGISTRY, FILES = "registry.db", "files"
HOLDS = {"INTEGER": (int, type(None)), "TEXT": (str, type(None))}
"""What a column of each type holds: no value is turned into another."""


def load(
    source: Path, home: Path, steps: Sequence[Step] | None = None, watched: Watched = unwatched
) -> Everything:
    """Make the registry in `home` from the file `source`, and bring it up to date where an older program wrote it.

    Raises RegistryExists where one stands, and CannotBeLoaded with the line at which the file is not what it
    should be; then nothing is left behind.
    """
    for name in (REGISTRY, FILES):
        if (home / name).exists():
            raise RegistryExists(name)
    os.umask(0o077)
    made = not home.exists()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = home / ".load.part"
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        told = _make(source, unfinished, known_steps() if steps is None else steps, watched)
        for part in sorted(unfinished.iterdir()):  # files before the registry that speaks of them
            part.rename(home / part.name)
        made = False
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if made:
            home.rmdir()
    return told


def _make(source: Path, folder: Path, steps: Sequence[Step], watched: Watched) -> Everything:
    """The registry and its kept files, in an empty folder."""
    with source.open("rb") as file:
        reading = Reading(file, source.name)
        head = reading.head(len(steps))
        told = Everything(dict.fromkeys(head["rows"], 0))
        lines = watched(reading.lines(), sum(head["rows"].values()))

        def step_and_rows(operations: Operations) -> None:
            steps[head["schema"] - 1](operations)
            _fill(driver(operations.get_bind()), reading, lines, folder, told)

        connection = connect_new(folder / REGISTRY)
        try:
            run_steps(connection, [*steps[: head["schema"] - 1], step_and_rows, *steps[head["schema"] :]])
        except MigrationFailed:
            raise reading.wrong("some of its rows point to rows that are not there") from None
        finally:
            connection.close()
    if told.rows != head["rows"]:
        raise reading.wrong("the file has not the rows that its first line counts")
    return told


def _fill(
    connection: sqlite3.Connection, reading: Reading, lines: Iterable[Line], folder: Path, told: Everything
) -> None:
    """Write every row and every kept file, as the lines say."""
    connection.execute("DELETE FROM registry")  # the first step makes a row of its own
    tables: dict[object, _Table] = {}
    for said in lines:
        if said.keys() == {"table", "row"} and said["table"] in told.rows:
            name = said["table"]
            if name not in tables:
                tables[name] = _Table(connection, name, reading)
            tables[name].add(said["row"])
            told.rows[name] += 1
        elif said.keys() == {"file", "at", "base64"}:
            _keep(folder, said, reading)
            told.files += said["at"] == 0
        else:
            raise reading.wrong("it is neither a row of the registry nor a kept file")


class _Table:
    """Writes the rows of one table, each with every column and nothing else."""

    def __init__(self, connection: sqlite3.Connection, name: str, reading: Reading) -> None:
        about = connection.execute("SELECT name, type FROM pragma_table_info(?)", (name,)).fetchall()
        if not about:
            raise reading.wrong("the registry has no such table")
        self._holds = {column: HOLDS[kind] for column, kind in about}
        marks = ", ".join(f":{column}" for column in self._holds)
        self._sql = f"INSERT INTO {name} ({', '.join(self._holds)}) VALUES ({marks})"
        self._connection, self._reading = connection, reading

    def add(self, row: Any) -> None:
        if not isinstance(row, dict) or row.keys() != self._holds.keys():
            raise self._reading.wrong("the row has not the columns of its table")
        if not all(type(row[column]) in kinds for column, kinds in self._holds.items()):
            raise self._reading.wrong("a number stands where words belong, or the other way round")
        try:
            self._connection.execute(self._sql, row)
        except (sqlite3.IntegrityError, UnicodeEncodeError, OverflowError):
            raise self._reading.wrong("the row cannot stand in the registry, or stands twice") from None


def _keep(folder: Path, said: Line, reading: Reading) -> None:
    """Write one piece of a kept file behind the pieces before it."""
    path = said["file"]
    if not isinstance(path, str) or not KEPT.fullmatch(path):
        raise reading.wrong("a kept file cannot lie there")
    try:
        piece = base64.b64decode(said["base64"], validate=True)
    except (ValueError, TypeError):
        raise reading.wrong("the piece of a kept file cannot be read") from None
    kept = folder / path
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(kept, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "ab") as file:
        if file.tell() != said["at"]:
            raise reading.wrong("a piece of a kept file is missing or stands twice")
        file.write(piece)
        file.flush()
        os.fsync(file.fileno())
