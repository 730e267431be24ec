"""The old file stands until the new one is whole."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from prisoners.sheets.save import saved


def save(target, content=b"new", verify=lambda _: None):
    with saved(target, lambda file: file.write(content), verify):
        pass


def test_a_file_is_readable_by_its_owner_alone(tmp_path):
    os.umask(0)
    save(tmp_path / "cases.xlsx")
    os.umask(0o077)
    assert (tmp_path / "cases.xlsx").stat().st_mode & 0o777 == 0o600


def explode(*_):
    raise OSError(errno.ENOSPC, "no space left")


@pytest.mark.parametrize("fails", ["writing", "verifying", "in the block", "renaming", "keeping"])
def test_whatever_fails_the_old_file_stands_and_nothing_is_left_beside_it(tmp_path, monkeypatch, fails):
    target = tmp_path / "cases.xlsx"
    target.write_bytes(b"old")
    if fails == "renaming":
        monkeypatch.setattr(Path, "replace", explode)
    if fails == "keeping":
        monkeypatch.setattr(os, "fsync", explode)
    with (
        pytest.raises(OSError, match="no space"),
        saved(
            target,
            explode if fails == "writing" else lambda file: file.write(b"new"),
            explode if fails == "verifying" else lambda _: None,
        ),
    ):
        if fails == "in the block":
            explode()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["cases.xlsx"]


def test_what_a_killed_program_left_is_cleared_away_by_the_next(tmp_path):
    target = tmp_path / "cases.xlsx"
    target.write_bytes(b"old")
    code = (
        "import sys, os, signal; from pathlib import Path; from prisoners.sheets.save import saved\n"
        "def die(path): os.kill(os.getpid(), signal.SIGKILL)\n"
        "with saved(Path(sys.argv[1]), lambda file: file.write(b'x' * 100_000), die): pass\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
    save(target)
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["cases.xlsx"]


def test_a_folder_that_cannot_be_opened_is_no_hindrance(tmp_path, monkeypatch):
    opened = os.open

    def refuse_folders(path, *flags):
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "not a file")
        return opened(path, *flags)

    monkeypatch.setattr(os, "open", refuse_folders)
    save(tmp_path / "cases.xlsx")
    assert (tmp_path / "cases.xlsx").read_bytes() == b"new"
