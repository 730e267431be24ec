"""Invented people and cases, made in one line: what tests build their little worlds from."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from prisoners.records.events import Event
from prisoners.records.names import Name
from prisoners.records.prisoners import Prisoner
from prisoners.store.engine import create_registry, writing
from prisoners.store.opening import connect_new
from prisoners.store.unit import Unit, unit_of_work
from prisoners.vocabulary import UpdateKind

STOPPED = dt.datetime(2024, 3, 20, 8, 15, tzinfo=dt.UTC)
"""The moment at which the clock of a test stands: 1 Farvardin 1403, in UTC."""


def stopped() -> dt.datetime:
    """A clock that does not go."""
    return STOPPED


@cache
def _empty_registry() -> bytes:
    """The file of an empty registry."""
    return create_registry(None, clock=stopped).serialize()


def empty_registry() -> sqlite3.Connection:
    """An empty registry in memory, at a tenth of what making one costs."""
    connection = connect_new(None)
    connection.deserialize(_empty_registry())
    return connection


def empty_registry_file(path: Path) -> Path:
    """An empty registry in a file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(_empty_registry())
    path.chmod(0o600)
    return path


@contextmanager
def act(
    where: Path | sqlite3.Connection,
    *,
    by: str = "Sara",
    because: str = "a test",
    kind: UpdateKind = UpdateKind.ENTRY,
) -> Iterator[Unit]:
    """One update on a registry of a test, by its clock that stands."""
    with (
        writing(where) as session,
        unit_of_work(session, by=by, because=because, kind=kind, clock=stopped) as unit,
    ):
        yield unit


def make_prisoner(
    unit: Unit, latin: str | None = "Neda Zarbaf", persian: str | None = None, **facts: object
) -> int:
    """An invented prisoner with a name in one script or both; returns the number."""
    prisoner = unit.add(Prisoner, dict(facts))
    number = prisoner.id or 0
    for text, script in ((latin, "latin"), (persian, "persian")):
        if text:
            unit.add(Name, {"prisoner_id": number, "text": text, "script": script, "is_primary": True})
    return number


def make_event(unit: Unit, prisoner: int, kind: str, on: str | None = None, **facts: object) -> int:
    """Something that happened to an invented prisoner; returns the number of the event."""
    return unit.add(Event, {"prisoner_id": prisoner, "kind": kind, "happened_on": on, **facts}).id or 0
