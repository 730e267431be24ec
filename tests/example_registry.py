"""The registry of the example, loaded once for all tests of a run, and a home folder with a copy of it for each."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prisoners.commands import settings


def _shared(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run see."""
    own = factory.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own


@pytest.fixture(scope="session")
def example_registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the example, to be read only; the first worker that asks makes it, the others wait for it.

    It is made by a process of its own, in which no line is counted: counting doubles the time that it takes.
    """
    folder = _shared(tmp_path_factory) / "example"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path = folder / "registry.db"
        if not path.exists():
            command = [
                sys.executable,
                "-m",
                "prisoners",
                "--home",
                folder,
                "init",
                "--example",
                "--by",
                "Sara",
            ]
            subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture
def example_home(example_registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of one's own with the example in it, and PRISONERS_HOME pointing there."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    shutil.copyfile(example_registry, home / "registry.db")
    (home / "registry.db").chmod(0o600)
    (home / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setattr(settings, "_chosen", [])
    return home
