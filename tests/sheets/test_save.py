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


def link_to_a_file(path):
    path.with_name("elsewhere").write_bytes(b"old")
    path.symlink_to("elsewhere")


def read_only(path):
    path.write_bytes(b"old")
    path.chmod(0o400)


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (Path.mkdir, IsADirectoryError, "Is a directory"),
        (link_to_a_file, FileExistsError, "is a link or a device, and no file"),
        (lambda path: path.symlink_to("/dev/full"), FileExistsError, "is a link or a device, and no file"),
        (lambda path: path.symlink_to("nowhere"), FileExistsError, "is a link or a device, and no file"),
        (os.mkfifo, FileExistsError, "is a link or a device, and no file"),
        (read_only, PermissionError, "may only be read"),
    ],
    ids=["folder", "link", "full device", "link to nothing", "pipe", "read-only"],
)
def test_what_is_no_file_that_may_be_replaced_is_not(tmp_path, make, error, says):
    make(target := tmp_path / "cases.xlsx")
    before = {path.name: path.lstat() for path in tmp_path.iterdir()}
    with pytest.raises(error, match=says) as refused:
        save(target)
    assert refused.value.filename == str(target)
    assert {path.name: path.lstat() for path in tmp_path.iterdir()} == before


@pytest.mark.usefixtures("system")
def test_another_name_of_the_old_file_keeps_what_it_had(tmp_path):
    (tmp_path / "kept.xlsx").write_bytes(b"old")
    os.link(tmp_path / "kept.xlsx", tmp_path / "cases.xlsx")
    save(tmp_path / "cases.xlsx")
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"new", b"old"]


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("old", [b"old", None], ids=["over an old file", "where none was"])
def test_a_file_that_took_its_name_is_given_back_if_what_belongs_to_it_fails(tmp_path, old):
    target = tmp_path / "cases.xlsx"
    if old:
        target.write_bytes(old)
    with (
        pytest.raises(ValueError, match="not kept"),
        saved(target, lambda file: file.write(b"new"), lambda _: None) as fresh,
    ):
        fresh.take_name()
        assert target.read_bytes() == b"new"
        raise ValueError("not kept")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == (
        {target.name: old} if old else {}
    )


def test_where_a_file_has_only_one_name_a_copy_is_kept_beside_it(tmp_path, monkeypatch):
    target = tmp_path / "cases.xlsx"
    target.write_bytes(b"old")
    monkeypatch.delattr(os, "O_TMPFILE")
    monkeypatch.setattr(os, "link", explode)
    with saved(target, lambda file: file.write(b"new"), lambda _: None) as fresh:
        fresh.take_name()
        kept = tmp_path / ".cases.xlsx.old"
        assert (target.read_bytes(), kept.read_bytes(), kept.stat().st_mode & 0o777) == (
            b"new",
            b"old",
            0o600,
        )
    assert [path.name for path in tmp_path.iterdir()] == ["cases.xlsx"]


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
