"""How the registry is opened for writing: SQLAlchemy on the same recipe, every unit a BEGIN IMMEDIATE."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from prisoners.errors import RegistryExists
from prisoners.store.clock import Clock, now, stamp
from prisoners.store.opening import APPLICATION_ID, VERSION, connect, connect_new, database_refuses
from prisoners.store.schema import lay, overlay_statements, table_statements


def create_registry(path: Path | None, *, copy: int = 0, clock: Clock = now) -> sqlite3.Connection:
    """Make an empty registry (None: in memory), file 0600 in a folder 0700; raises RegistryExists."""
    if path is not None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            raise RegistryExists(path.name)
    connection = connect_new(path)
    connection.execute("BEGIN IMMEDIATE")
    lay(connection, table_statements())
    lay(connection, overlay_statements())
    connection.execute(
        "INSERT INTO registry (only, own_copy, created_at, pseudonym_key) VALUES (1, ?, ?, ?)",
        (copy, stamp(clock()), secrets.token_hex(32)),
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
    return connection


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine over one connection that was opened by the recipe; errors never show the values bound."""
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock before the first read: what is read inside a unit is still true when it is written."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def writing(where: Path | sqlite3.Connection) -> Iterator[Session]:
    """One transaction on the registry: wholly done at the end of the block, or not at all."""
    os.umask(0o077)
    connection = connect(where) if isinstance(where, Path) else where
    path = where if isinstance(where, Path) else None
    try:
        with (
            Session(engine_on(connection), expire_on_commit=False, autoflush=False) as session,
            session.begin(),
        ):
            yield session
    except DBAPIError as error:
        raise database_refuses(cast("sqlite3.Error", error.orig), path) from None
    except sqlite3.Error as error:
        raise database_refuses(error, path) from None
    finally:
        if path:
            connection.close()


def driver(connection: Connection) -> sqlite3.Connection:
    """The plain connection below SQLAlchemy's, in the same transaction."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
