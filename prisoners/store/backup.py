"""Copies that can be trusted: made whole, examined, named last; restored into a new file, never over an old one."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from prisoners.errors import BackupNotSound, RegistryExists
from prisoners.store.opening import connect, database_refuses

KEPT_LAST, KEPT_DAYS, KEPT_WEEKS = 20, 14, 8
SURELY_DEAD = dt.timedelta(hours=1)
"""After this long an unfinished copy has nobody left who would finish it."""


def back_up(path: Path, target: Path) -> str:
    """Copy the registry to `target`, examined before it gets its name; returns the digest of its content.

    Raises RegistryExists where `target` stands, BackupNotSound where the copy is not the registry.
    """
    if target.exists():
        raise RegistryExists(target.name)
    source = connect(path, any_version=True)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(unfinished)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        source.execute("VACUUM INTO ?", (str(unfinished),))
        digest = content_digest_of_file(unfinished)
        _flush(unfinished)
        _take_name(unfinished, target)
    except sqlite3.Error as error:
        raise database_refuses(error, path) from None
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(target)) from None
    finally:
        source.close()
        _clear(unfinished)
    return digest


def _clear(unfinished: Path) -> None:
    """Remove a copy that is not finished, with the journal that a disk which failed leaves beside it."""
    for left in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
        with suppress(OSError):  # what cannot be removed is cleared away by the next copy
            left.unlink()


def restore(backup: Path, target: Path) -> str:
    """Make a new registry file from a backup; what stands at `target` is kept beside it under another name."""
    unfinished = target.with_name(f".{target.name}.restored")
    unfinished.unlink(missing_ok=True)
    digest = back_up(backup, unfinished)
    kept = target.with_name(f"{target.stem}.before-restore-{_stamp()}{target.suffix}")
    try:
        if target.exists():
            target.replace(kept)
        unfinished.replace(target)
    except OSError:
        unfinished.unlink()
        if kept.exists():
            kept.replace(target)
        raise
    with suppress(OSError):  # what stands is whole, whether or not the disk says that it will keep the name
        _flush(target.parent)
    return digest


def _take_name(unfinished: Path, target: Path) -> None:
    """Give a copy its name for good, or not at all."""
    unfinished.replace(target)
    try:
        _flush(target.parent)
    except OSError:
        target.unlink()
        raise


def automatic_backup(path: Path, folder: Path, *, before: str) -> Path:
    """A backup before something large (`before` names it); older ones are thinned out."""
    target = folder / f"{_stamp()}-before-{before}.db"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{_stamp()}-{number}-before-{before}.db"
    back_up(path, target)
    _thin_out(folder)
    _sweep(folder)
    return target


def content_digest_of_file(path: Path) -> str:
    """Examine a registry file and digest what it says; raises BackupNotSound."""
    connection = connect(path, reading=True, any_version=True)
    try:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise BackupNotSound(path.name)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BackupNotSound(path.name)
        return content_digest(connection)
    except sqlite3.DatabaseError as error:
        raise database_refuses(error, path) from None
    finally:
        connection.close()


def content_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 over every row of every table: equal for registries that say the same."""
    import hashlib

    hasher = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    for (table,) in tables:
        key = ", ".join(
            str(n + 1) for n in range(len(connection.execute(f"PRAGMA table_info({table})").fetchall()))
        )
        hasher.update(f"\n{table}\n".encode())
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {key}"):
            hasher.update(repr(row).encode())
    return hasher.hexdigest()


def _flush(path: Path) -> None:
    """Have the disk keep it before anything depends on it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _stamp() -> str:
    return dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def _thin_out(folder: Path) -> None:
    """Keep the last 20, then one a day for 14 days and one a week for 8 weeks."""
    backups = sorted(folder.glob("*-before-*.db"), reverse=True)
    keep = set(backups[:KEPT_LAST])
    keep |= _first_of_each(backups, "%Y%m%d", KEPT_DAYS) | _first_of_each(backups, "%G-%V", KEPT_WEEKS)
    for backup in backups:
        if backup not in keep:
            backup.unlink()


def _sweep(folder: Path) -> None:
    """Remove what programs that were killed left unfinished: half a copy holds as many secrets as a whole one."""
    dead = (dt.datetime.now(dt.UTC) - SURELY_DEAD).timestamp()
    for unfinished in folder.glob(".*-before-*.db.part*"):
        try:
            if unfinished.stat().st_mtime < dead:
                unfinished.unlink()
        except FileNotFoundError:
            continue  # another program swept it first


def _first_of_each(backups: list[Path], period: str, number: int) -> set[Path]:
    newest: dict[str, Path] = {}
    for backup in backups:
        day = dt.datetime.strptime(backup.name[:8], "%Y%m%d").replace(tzinfo=dt.UTC)
        newest.setdefault(day.strftime(period), backup)
    return {newest[name] for name in sorted(newest, reverse=True)[:number]}
