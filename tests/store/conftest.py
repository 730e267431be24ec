"""An empty registry in memory, and one in a file, for the tests of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import empty_registry, empty_registry_file


@pytest.fixture
def registry() -> Iterator[sqlite3.Connection]:
    connection = empty_registry()
    yield connection
    connection.close()


@pytest.fixture
def registry_file(tmp_path: Path) -> Path:
    return empty_registry_file(tmp_path / "home" / "registry.db")
