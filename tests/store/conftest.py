"""An empty registry in memory, and one in a file, for the tests of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from prisoners.store.engine import create_registry
from tests.builders import stopped


@pytest.fixture
def registry() -> Iterator[sqlite3.Connection]:
    connection = create_registry(None, clock=stopped)
    yield connection
    connection.close()


@pytest.fixture
def registry_file(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "registry.db"
    create_registry(path, clock=stopped).close()
    return path
