"""The disk fails at any step of making a file: the old file and no record, or the new file and its record."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from typing import Any, Self

import pytest

from prisoners.commands import settings
from tests.commands.conftest import type_command
from tests.commands.leavers import LEAVERS, OLD, is_done, make_registry, state

STEPS = ("open", "fsync", "link", "replace", "rename", "write", "flush")
NEVER = 10**9


class Disk:
    """Counts what the program asks of the disk, and lets one step of it fail, or all from one on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.first, self.last = NEVER, NEVER
        self.steps: list[str] = []
        for name in STEPS:
            if hasattr(os, name) and name != "write":
                monkeypatch.setattr(os, name, self._step(name, getattr(os, name)))
        opened = os.fdopen
        monkeypatch.setattr(os, "fdopen", lambda *words, **more: _File(opened(*words, **more), self))

    def fails(self, first: int, last: int = NEVER) -> None:
        """Let the steps from the first to the last of what comes fail."""
        self.first, self.last = first, last
        self.steps.clear()

    def step(self, name: str) -> None:
        """One thing is asked for."""
        self.steps.append(name)
        if self.first <= len(self.steps) <= self.last:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def _step(self, name: str, do: Any) -> Any:
        def asked(*words: Any, **more: Any) -> Any:
            self.step(name)
            return do(*words, **more)

        return asked


class _File:
    """An open file of which writing may fail."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        self._disk.step("write")
        return int(self._file.write(data))

    def flush(self) -> None:
        self._disk.step("flush")
        self._file.flush()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A home whose registry has sent one file."""
    home = tmp_path_factory.mktemp("faults") / "home"
    make_registry(home)
    return home


@pytest.fixture
def at_home(made, tmp_path, monkeypatch) -> Iterator[Any]:
    """Folders of its own for the registry, the file, and whatever is left lying about."""
    home, folder, temp = (tmp_path / name for name in ("home", "out", "temp"))
    shutil.copytree(made, home)
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setattr(settings, "_chosen", [])
    assert type_command("export", str(tmp_path / "sent.csv")).exit_code == 0
    for place in (folder, temp):
        place.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.chdir(temp)
    return home, folder, temp


IN_THE_SUITE = {"export", "backup"}
TRIALS = [
    *(pytest.param(one, False, id=f"{one.name}, some steps") for one in LEAVERS if one.name in IN_THE_SUITE),
    *(pytest.param(one, True, id=f"{one.name}, every step", marks=pytest.mark.trust) for one in LEAVERS),
]


@pytest.mark.parametrize(("leaver", "every"), TRIALS)
def test_a_step_that_fails_leaves_all_or_nothing(leaver, every, at_home, monkeypatch):
    disk = Disk(monkeypatch)
    target = at_home[1] / leaver.file

    def trial(first, last):
        target.unlink(missing_ok=True)
        if leaver.over:
            target.write_bytes(OLD)
        before = state(leaver, *at_home)
        disk.fails(first, last)
        ran = type_command(*leaver.typed(at_home[1]))
        steps = list(disk.steps)
        disk.fails(NEVER)
        done = is_done(leaver, before, state(leaver, *at_home))
        assert done == (ran.exit_code == 0), (first, steps, ran.output)
        if not done:
            assert ran.exit_code == 8
            assert ran.stderr.endswith(
                f"{leaver.file}: input/output error. Nothing was changed.\n"
                "→ Check the path, its permissions and the room on the disk.\n"
            )
        return steps

    steps = trial(NEVER, NEVER)
    assert {"open", "fsync", "replace"} <= set(steps)
    for place in range(1, len(steps) + 1) if every else telling(steps):
        trial(place, place)
        if every:
            trial(place, NEVER)


def telling(steps: list[str]) -> list[int]:
    """The places of a few steps: the first of every kind, and the last of all."""
    return sorted({steps.index(name) + 1 for name in set(steps)} | {len(steps)})


def test_a_registry_is_restored_or_stands_as_it_was(at_home, monkeypatch):
    home, folder, _ = at_home
    registry, disk = home / "registry.db", Disk(monkeypatch)
    assert type_command("backup", str(folder / "kept.db")).exit_code == 0
    assert type_command("amend", "P-0001", "--occupation", "teacher", "-b", "a test").exit_code == 0
    before, names, failed = registry.read_bytes(), sorted(home.iterdir()), []
    for place in range(1, NEVER):
        disk.fails(place, place)
        ran = type_command("restore", str(folder / "kept.db"))
        disk.fails(NEVER)
        if ran.exit_code == 0:
            break
        failed.append(ran.stderr)
        assert (registry.read_bytes(), sorted(home.iterdir())) == (before, names)
    assert len(failed) > 5
    assert all("Nothing was changed" in said for said in failed)
    (kept,) = set(home.iterdir()) - set(names)
    assert (kept.read_bytes(), registry.read_bytes() != before) == (before, True)
    assert type_command("history", "P-0001", "--field", "occupation").exit_code == 3
