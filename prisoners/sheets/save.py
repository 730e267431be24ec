"""Saving a file so that the old one stands until the new one is whole, on disk, and read back."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

OWNER_ALONE = 0o600


class Fresh:
    """A new file that is whole and has been read back, before and after it takes the name of the old one."""

    def __init__(self, target: Path, nameless: int | None) -> None:
        self.target, self._nameless = target, nameless
        self._unfinished, self._old = (target.with_name(f".{target.name}.{end}") for end in ("part", "old"))
        self._stands = False

    @property
    def path(self) -> Path:
        """Where it can be read before it has its name."""
        return self._unfinished if self._nameless is None else Path(f"/proc/self/fd/{self._nameless}")

    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def take_name(self) -> None:
        """Take the place of the old file, which is kept beside it until the block ends."""
        if self._stands:
            return
        with _named(self.target):
            if self._nameless is not None:
                _name(self._nameless, self._unfinished)
            if self.target.exists():
                _keep_beside(self.target, self._old)
            self._unfinished.replace(self.target)
        self._stands = True
        _settle(self.target.parent)

    def give_back(self) -> None:
        """Have the old file stand again where the new one has taken its place; none where there was none."""
        if self._stands and self._old.exists():
            self._old.replace(self.target)
        elif self._stands:
            self.target.unlink(missing_ok=True)

    def clear(self) -> None:
        """Leave nothing beside the target, also of a program that was killed."""
        for beside in (self._unfinished, self._old):
            with suppress(OSError):  # what cannot be removed is cleared away by the next
                beside.unlink()


@contextmanager
def saved(target: Path, write: Callable[[BinaryIO], None], verify: Callable[[Path], None]) -> Iterator[Fresh]:
    """Write beside the target, have the disk keep it, verify it; it takes the target's name when the block ends well.

    Whatever goes wrong, also in the block, leaves the old file as it was and nothing beside it. A block in which
    something else must be kept with the file has it take its name first: it is given back if the rest fails. Where
    the system knows files without a name, a program that is killed leaves nothing either; elsewhere the next one
    clears it away.
    """
    check_place(target)
    Fresh(target, None).clear()
    with _named(target):
        handle, nameless = _begin(target)
    fresh = Fresh(target, handle if nameless else None)
    try:
        with _open(handle) as file:
            with _named(target):
                write(file)
                file.flush()
                os.fsync(handle)
            verify(fresh.path)
            yield fresh
            fresh.take_name()
    except BaseException:
        fresh.give_back()
        raise
    finally:
        fresh.clear()


def check_place(target: Path) -> None:
    """Refuse a place where no file can stand, and whatever stands there and is no file that may be replaced."""
    target.parent.stat()  # a folder that is not there is named, not the file in it
    if not target.parent.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target.parent))
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target.parent))
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(mode):
        raise FileExistsError(errno.EEXIST, "is a link or a device, and no file", str(target))
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "may only be read", str(target))


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Say in an error of the system which file was to be made, and not how it is called until then."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(target)) from error


@contextmanager
def _open(handle: int) -> Iterator[BinaryIO]:
    """The file behind a handle; closing it says nothing, since nothing is left to write where all went well."""
    file = os.fdopen(handle, "w+b")
    try:
        yield file
    finally:
        with suppress(OSError):
            file.close()


def _begin(target: Path) -> tuple[int, bool]:
    """An empty file that only its owner can read, and whether it has no name yet."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with suppress(OSError):  # not every file system knows such files
            return os.open(target.parent, os.O_TMPFILE | os.O_RDWR, OWNER_ALONE), True
    return os.open(
        target.with_name(f".{target.name}.part"), os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE
    ), False


def _name(handle: int, path: Path) -> None:
    """Give a file without a name its name."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder of its own does the call follow the link to the file that is open.
        os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _keep_beside(target: Path, beside: Path) -> None:
    """A second name for the old file; a copy of it where a file can only have one."""
    try:
        os.link(target, beside)
    except OSError:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ALONE))
        shutil.copyfile(target, beside)


def _settle(folder: Path) -> None:
    """Have the disk keep the new name. Where it does not, a power cut may bring the old file back, whole."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
