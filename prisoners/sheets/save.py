"""Saving a file so that the old one stands until the new one is whole, on disk, and read back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

OWNER_ALONE = 0o600


@contextmanager
def saved(target: Path, write: Callable[[BinaryIO], None], verify: Callable[[Path], None]) -> Iterator[Path]:
    """Write beside the target, have the disk keep it, verify it; it takes the target's name when the block ends well.

    Whatever goes wrong, also in the block, leaves the old file as it was and nothing beside it.
    """
    target.parent.stat()  # a folder that is not there is named, not the unfinished file in it
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE)
        with os.fdopen(handle, "w+b") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        verify(unfinished)
        yield unfinished
        unfinished.replace(target)
        _keep(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


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
