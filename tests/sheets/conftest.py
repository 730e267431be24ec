"""A registry in a file, and what is needed to look into the files that leave it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from prisoners.store.engine import create_registry
from tests.builders import stopped


@pytest.fixture
def registry_file(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "registry.db"
    create_registry(path, clock=stopped).close()
    return path


def everything_in(path: Path) -> str:
    """The whole content of a file as text, unzipped where it is a workbook, names of parts included."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8")
    with zipfile.ZipFile(path) as book:
        return "\n".join(f"{name}\n{book.read(name).decode('utf-8')}" for name in book.namelist())
