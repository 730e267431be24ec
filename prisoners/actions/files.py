"""Photographs, verdicts and letters: taken into the registry's folder under the hash of their bytes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import living
from prisoners.actions.rows import enter
from prisoners.errors import NoSuchFile
from prisoners.records.form import Row
from prisoners.store.unit import Unit

AT_ONCE = 1 << 20


def keep(unit: Unit, folder: Path, prisoner_id: int, original: Path, typed: Typed) -> Row:
    """Copy a file into the folder, readable by its owner alone, and record what it is; raises NoSuchFile.

    The copy is named after its SHA-256, so that the same file is kept once and an altered one is seen.
    """
    living(unit, prisoner_id)
    if not original.is_file():
        raise NoSuchFile(original.name)
    sha256 = hash_of(original)
    kept = folder / sha256[:2] / f"{sha256}{original.suffix.lower()}"
    facts = read_facts(unit, "files", typed) | {
        "prisoner_id": prisoner_id,
        "sha256": sha256,
        "path": kept.relative_to(folder.parent).as_posix(),
    }
    row = enter(unit, "files", facts)
    if not kept.exists():
        _copy(original, kept)
    return row


def hash_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _copy(original: Path, kept: Path) -> None:
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = kept.with_name(f".{kept.name}.part")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with original.open("rb") as source, os.fdopen(handle, "wb") as copy:
        while piece := source.read(AT_ONCE):
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    unfinished.replace(kept)
