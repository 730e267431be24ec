"""A world to ask about, made once for all tests of questions: no question ever writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from prisoners.store.reader import Reader, reading
from tests.queries.world import make_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_world(tmp_path_factory.mktemp("world") / "registry.db")


@pytest.fixture
def reader(world: Path) -> Iterator[Reader]:
    with reading(world) as opened:
        yield opened
