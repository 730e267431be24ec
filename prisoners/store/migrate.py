"""Bringing an older registry up to date: small numbered steps, a verified backup first, the guards laid again after."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from prisoners.errors import MigrationFailed
from prisoners.store.backup import automatic_backup
from prisoners.store.engine import driver, engine_on
from prisoners.store.opening import APPLICATION_ID, VERSION, connect
from prisoners.store.schema import lay, overlay_statements

Step = Callable[[Operations], None]


def known_steps() -> list[Step]:
    """Every step in order; each is imported only when somebody migrates."""
    return [
        import_module(f"prisoners.store.steps.step_{number:04d}").migrate for number in range(1, VERSION + 1)
    ]


def migrate(path: Path, backups: Path, steps: Sequence[Step] | None = None) -> tuple[int, int, Path | None]:
    """Run the steps that are due; returns the version before and after, and the backup made first."""
    connection = connect(path, any_version=True)
    steps = known_steps() if steps is None else steps
    before = int(connection.execute("PRAGMA user_version").fetchone()[0])
    try:
        if before >= len(steps):
            return before, before, None
        backup = automatic_backup(path, backups, before="migrate")
        run_steps(connection, steps)
        return before, len(steps), backup
    finally:
        connection.close()


def run_steps(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Run the steps after the file's version in one transaction; all or nothing."""
    connection.execute("PRAGMA foreign_keys = OFF")  # before BEGIN: inside a transaction it is ignored
    engine = engine_on(connection)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    with engine.begin() as transaction:
        _lift_overlay(driver(transaction))
        for number, step in enumerate(steps[version:], start=version + 1):
            step(_operations(transaction))
            connection.execute(f"PRAGMA user_version = {number}")
        lay(driver(transaction), overlay_statements())
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise MigrationFailed(f"{len(broken)} links would point nowhere")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA foreign_keys = ON")


def _operations(transaction: Connection) -> Operations:
    return Operations(MigrationContext.configure(transaction))


def _lift_overlay(connection: sqlite3.Connection) -> None:
    """Drop views and triggers: a table that is rebuilt would lose its triggers in silence."""
    found = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"
    ).fetchall()
    for kind, name in found:
        connection.execute(f"DROP {kind.upper()} {name}")
