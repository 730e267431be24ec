"""What closes an update: salted commitments of its lines, and a chain of hashes over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def digest(parts: Iterable[object]) -> str:
    """SHA-256 over parts that cannot run into each other; nothing and an empty text differ."""
    hasher = hashlib.sha256()
    for part in parts:
        if part is None:
            hasher.update(b"-")
            continue
        text = str(part).encode()
        hasher.update(b"%d:" % len(text) + text)
    return hasher.hexdigest()


def commitment(line: Sequence[object]) -> str:
    """What stands for one line: (line, table, row, prisoner, field, old, new, salt)."""
    return digest(("line", *line))


def seal(previous: str | None, update: Sequence[object], commitments: Iterable[str]) -> str:
    """The hash that closes an update: (id, at, by, because, kind, copy, undoes) after the seal before it."""
    return digest(("seal", previous, *update, *commitments))
