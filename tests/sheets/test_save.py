"""The old file stands until the new one is whole."""

import errno
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.save import saved
from prisoners.sheets.workbook import write_workbook

ALWAYS_NAMED = [False, True]
"""Whether the system knows no files without a name."""


def save(target, content=b"new", verify=lambda _: None):
    with saved(target, lambda file: file.write(content), verify):
        pass


@pytest.fixture(params=ALWAYS_NAMED, ids=["without a name", "with a name"])
def system(request, monkeypatch):
    """Either kind of system; what the unfinished file is called there."""
    if request.param:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return request.param


@pytest.mark.usefixtures("system")
def test_a_file_is_readable_by_its_owner_alone(tmp_path):
    before = os.umask(0)
    try:
        save(tmp_path / "cases.xlsx")
    finally:
        os.umask(before)
    assert (tmp_path / "cases.xlsx").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("system")
def test_what_is_verified_is_what_was_written(tmp_path):
    read = []
    save(tmp_path / "cases.xlsx", verify=lambda path: read.append(path.read_bytes()))
    assert read == [b"new"]
    assert [path.name for path in tmp_path.iterdir()] == ["cases.xlsx"]


def explode(*_, **__):
    raise OSError(errno.ENOSPC, "no space left")


@pytest.mark.usefixtures("system")
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


@pytest.mark.usefixtures("system")
def test_a_folder_in_which_nothing_may_be_written_is_said(tmp_path, monkeypatch):
    opened = os.open

    def refuse(path, flags, *mode):
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError) as refused:
        save(tmp_path / "cases.xlsx")
    assert refused.value.filename == str(tmp_path / "cases.xlsx")


def test_a_folder_is_never_replaced_by_a_file(tmp_path):
    with pytest.raises(IsADirectoryError) as refused:
        save(tmp_path)
    assert refused.value.filename == str(tmp_path)
    assert tmp_path.is_dir()


def killed_while_saving(target: Path, moment: float, *, named: bool) -> None:
    """A child that writes a workbook over the target, killed at some moment of it."""
    child = os.fork()
    if child == 0:
        if named:
            del os.O_TMPFILE
        rows = [(f"P-{number:04}", "secret") for number in range(20_000)]
        sheet = Sheet("Prisoners", "prisoners", (Column("a", "A"), Column("b", "B")), rows)

        def wait(_: object) -> None:
            time.sleep(5)

        with saved(target, lambda file: write_workbook(file, [sheet]), wait):
            pass
        os._exit(0)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks for files without a name")
@pytest.mark.parametrize(
    "times", [pytest.param(3, id="3 times"), pytest.param(40, id="40 times", marks=pytest.mark.trust)]
)
def test_a_program_that_is_killed_while_saving_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, times
):
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    target = tmp_path / "out" / "cases.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"old")
    for turn in range(times):
        killed_while_saving(target, 0.02 + 0.4 * turn / times, named=False)
        assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["cases.xlsx"]
    assert list((tmp_path / "temp").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_what_a_killed_program_left_is_cleared_away_by_the_next(tmp_path):
    target = tmp_path / "cases.xlsx"
    target.write_bytes(b"old")
    killed_while_saving(target, 0.2, named=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cases.xlsx.part", "cases.xlsx"]
    assert target.read_bytes() == b"old"
    save(target)
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["cases.xlsx"]


def test_a_folder_that_cannot_be_opened_is_no_hindrance(tmp_path, monkeypatch):
    opened = os.open
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)

    def refuse_folders(path, *flags):
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "not a file")
        return opened(path, *flags)

    monkeypatch.setattr(os, "open", refuse_folders)
    save(tmp_path / "cases.xlsx")
    assert (tmp_path / "cases.xlsx").read_bytes() == b"new"
