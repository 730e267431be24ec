"""A registry in memory with the reference lists, and acts on it by a clock that stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from prisoners.actions.because import open_act
from prisoners.actions.seeding import BECAUSE, seed
from prisoners.store.engine import create_registry, writing
from prisoners.store.opening import connect_new
from prisoners.store.unit import Unit
from prisoners.vocabulary import UpdateKind
from tests.builders import act as plain_act
from tests.builders import stopped

Act = Callable[..., AbstractContextManager[Unit]]


@pytest.fixture(scope="session")
def seeded() -> bytes:
    """The file of a registry that holds the reference lists and nobody."""
    connection = create_registry(None, clock=stopped)
    with plain_act(connection, because=BECAUSE, kind=UpdateKind.SEED) as unit:
        seed(unit)
    return connection.serialize()


@pytest.fixture
def registry(seeded: bytes) -> Iterator[sqlite3.Connection]:
    connection = connect_new(None)
    connection.deserialize(seeded)
    yield connection
    connection.close()


@pytest.fixture
def act(registry: sqlite3.Connection) -> Act:
    """`with act() as unit:` one update on the registry of the test."""

    @contextmanager
    def opened(because: str = "a test", **more: object) -> Iterator[Unit]:
        with (
            writing(registry) as session,
            open_act(session, by="Sara", because=because, clock=stopped, **more) as unit,
        ):
            yield unit

    return opened
