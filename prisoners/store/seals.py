"""What closes an update: salted commitments of its lines, and a chain of hashes over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def digest(parts: Iterable[object]) -> str:
    """SHA-256 over parts that cannot run into each other; nothing and an empty text differ."""
    return hashlib.sha256(b"".join(map(_measured, parts))).hexdigest()


def _measured(part: object) -> bytes:
    if part is None:
        return b"-"
    text = str(part).encode()
    return b"%d:%b" % (len(text), text)


def commitment(line: Sequence[object]) -> str:
    """What stands for one line: (line, table, row, prisoner, field, old, new, salt)."""
    return digest(("line", *line))


def seal(previous: str | None, update: Sequence[object], commitments: Iterable[str]) -> str:
    """The hash that closes an update: (id, at, by, because, kind, copy, undoes) after the seal before it."""
    return digest(("seal", previous, *update, *commitments))
