"""A registry made once and copied for every test, and a way to type a command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.commands import settings
from prisoners.commands.init import make
from prisoners.commands.menu import app
from prisoners.commands.tables import screen_width
from tests.queries.world import make_world

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose registry holds the reference lists and nobody yet."""
    home = tmp_path_factory.mktemp("seeded") / "home"
    make(home / "registry.db", "Sara", example=False, copy=0)
    return home


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a registry."""
    home = tmp_path / "home"
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setattr(settings, "_chosen", [])
    return home


@pytest.fixture
def home(empty_home: Path, seeded: Path) -> Path:
    """A home in which Sara writes."""
    shutil.copytree(seeded, empty_home)
    settings.save(settings.Settings(by="Sara"))
    return empty_home


def type_command(*words: str, answers: str | None = None) -> Result:
    """Type a command in the home and on the screen that are set; stdout is data, stderr is talk."""
    screen_width.cache_clear()
    return CliRunner().invoke(app, list(words), input=answers, prog_name="prisoners")


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of the little world of eight people."""
    return make_world(tmp_path_factory.mktemp("told") / "registry.db")


@pytest.fixture
def told_home(empty_home: Path, told: Path) -> Path:
    """A home with the little world in it, in which Lida writes."""
    empty_home.mkdir(mode=0o700)
    shutil.copy(told, empty_home / "registry.db")
    (empty_home / "registry.db").chmod(0o600)
    settings.save(settings.Settings(by="Lida"))
    return empty_home


@pytest.fixture
def run() -> Run:
    """Type a command: `run("show", "P-0001")`."""
    return type_command
