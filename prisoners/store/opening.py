"""How a registry file is opened: the one recipe for readers and writers, on plain sqlite3."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

from prisoners.errors import (
    DatabaseLocked,
    DatabaseRefuses,
    DiskFull,
    LinkedRegistry,
    NewerRegistry,
    NoRegistry,
    NotARegistry,
    OlderRegistry,
    ReadOnlyRegistry,
)

APPLICATION_ID = 0x50524953  # "PRIS"
VERSION = 1
PATIENCE = 30  # seconds to wait for another writer

FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite's library raises; the second where a damaged file makes it quote bytes that are no text."""

PRAGMAS: dict[str, tuple[str, object]] = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "secure_delete": ("ON", 1),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "temp_store": ("MEMORY", 2),
    "busy_timeout": (str(PATIENCE * 1000), PATIENCE * 1000),
}
"""What to set on every connection, and what must be read back: a misspelt pragma is silently ignored."""

IN_MEMORY_JOURNAL = "memory"


def connect_new(path: Path | None) -> sqlite3.Connection:
    """A connection to an empty database that is about to become a registry (None: in memory)."""
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    else:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    _set_pragmas(connection)
    return connection


def connect(path: Path, *, reading: bool = False, any_version: bool = False) -> sqlite3.Connection:
    """A connection by the recipe; raises a DatabaseRefuses that says why it cannot be had."""
    _check_file(path)
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={_mode(path, reading=reading)}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
        )
    except FAILURES as error:
        raise database_refuses(error, path) from None
    try:
        _check_kind(connection, path, any_version=any_version)
        _set_pragmas(connection)
        if reading:
            connection.execute("PRAGMA query_only = ON")
    except FAILURES as error:
        connection.close()
        raise database_refuses(error, path) from None
    except DatabaseRefuses:
        connection.close()
        raise
    return connection


def _mode(path: Path, *, reading: bool) -> str:
    """`ro` fails on a file whose writer was killed in mid-commit, so it is for read-only media alone."""
    return "ro" if reading and not os.access(path, os.W_OK) else "rw"


def _check_file(path: Path) -> None:
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise NoRegistry(path.name) from None
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        raise LinkedRegistry(path.name)
    if status.st_mode & 0o077 and os.access(path, os.W_OK):
        path.chmod(0o600)


def _check_kind(connection: sqlite3.Connection, path: Path, *, any_version: bool) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotARegistry(path.name)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise NewerRegistry(path.name, version, VERSION)
    if version < VERSION and not any_version:
        raise OlderRegistry(path.name, version, VERSION)


def _set_pragmas(connection: sqlite3.Connection) -> None:
    connection.row_factory = None
    for name, (value, expected) in PRAGMAS.items():
        if name == "journal_mode" and _read_only(connection):
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is not None and found[0] not in (expected, IN_MEMORY_JOURNAL):
            raise DatabaseRefuses(f"The database does not take the setting {name} = {value}.")


def _read_only(connection: sqlite3.Connection) -> bool:
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    return bool(file) and not os.access(file, os.W_OK)


def database_refuses(error: sqlite3.Error | UnicodeDecodeError, path: Path | None = None) -> DatabaseRefuses:
    """What SQLite's own error means for a researcher, without the values that were being written."""
    damaged = isinstance(error, UnicodeDecodeError)
    name = "SQLITE_CORRUPT" if damaged else getattr(error, "sqlite_errorname", "") or ""
    file = path.name if path else "the registry"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseLocked(PATIENCE)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ReadOnlyRegistry(file)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return DiskFull(file)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return NotARegistry(file)
    return DatabaseRefuses(
        f"The database refused: {error}."
        if name.startswith("SQLITE_CONSTRAINT")
        else f"The database failed ({name}).",
        "Nothing was written. `prisoners verify` examines the registry.",
    )
