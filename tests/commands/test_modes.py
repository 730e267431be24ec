"""Whatever the program writes is for its owner alone, however carelessly the shell was set up."""

from __future__ import annotations

import os
import stat

import pytest


@pytest.fixture
def careless():
    """A shell in which every new file is open to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless")
def test_every_file_and_folder_is_for_its_owner_alone(run, empty_home, tmp_path, monkeypatch):
    photograph = tmp_path / "photograph.jpg"
    photograph.write_bytes(b"\xff\xd8\xff\xe0 an invented photograph")
    for words in (
        ["init", "--by", "Sara"],
        ["add", "Neda Zarbaf", "-b", "a test"],
        ["file", "add", "P-0001", str(photograph), "--kind", "photo", "-b", "a test"],
        ["settings", "--calendar", "gregorian"],
        ["backup"],
        ["export", str(empty_home / "cases.json"), "--audience", "internal", "--yes", "-b", "a test"],
    ):
        os.umask(0)  # as in a process of its own: the command before has set its own
        done = run(*words)
        assert done.exit_code == 0, done.stderr
    os.umask(0)
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    assert run("add", answers="Omid Sangi\n\n").exit_code == 130
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (empty_home, *empty_home.rglob("*"))}
    assert {path: mode for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == {}
    assert {path.name for path in modes} >= {"registry.db", "settings.toml", "add.json", "cases.json"}
    assert len(modes) > 8
