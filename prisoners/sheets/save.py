"""Saving a file so that the old one stands until the new one is whole, on disk, and read back."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

OWNER_ALONE = 0o600


@contextmanager
def saved(target: Path, write: Callable[[BinaryIO], None], verify: Callable[[Path], None]) -> Iterator[Path]:
    """Write beside the target, have the disk keep it, verify it; it takes the target's name when the block ends well.

    Whatever goes wrong, also in the block, leaves the old file as it was and nothing beside it. Where the system knows
    files without a name, a program that is killed leaves nothing either; elsewhere the next one clears it away.
    """
    target.parent.stat()  # a folder that is not there is named, not the file in it
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        handle, nameless = _begin(target, unfinished)
        with os.fdopen(handle, "w+b") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
            path = Path(f"/proc/self/fd/{handle}") if nameless else unfinished
            verify(path)
            yield path
            if nameless:
                _name(handle, unfinished)
        unfinished.replace(target)
        _keep(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _begin(target: Path, unfinished: Path) -> tuple[int, bool]:
    """An empty file that only its owner can read, and whether it has no name yet; an error names the target."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with suppress(OSError):  # not every file system knows such files
            return os.open(unfinished.parent, os.O_TMPFILE | os.O_RDWR, OWNER_ALONE), True
    try:
        return os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE), False
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(target)) from error


def _name(handle: int, path: Path) -> None:
    """Give a file without a name its name."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder of its own does the call follow the link to the file that is open.
        os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _keep(folder: Path) -> None:
    """Have the disk keep the new name; some systems cannot open a folder."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
