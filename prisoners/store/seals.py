"""What closes an update: salted commitments of its lines, and a chain of hashes over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def digest(parts: Iterable[object]) -> str:
    """SHA-256 over parts that cannot run into each other; nothing and an empty text differ."""
    return hashlib.sha256(_measured(parts)).hexdigest()


def _measured(parts: Iterable[object]) -> bytes:
    """The parts one behind another, each behind the number of its bytes."""
    texts = [None if part is None else str(part) for part in parts]
    return "".join(
        [
            "-" if text is None else f"{len(text) if text.isascii() else len(text.encode())}:{text}"
            for text in texts
        ]
    ).encode()


def commitment(line: Sequence[object]) -> str:
    """What stands for one line: (line, table, row, prisoner, field, old, new, salt)."""
    return digest(("line", *line))


def seal(previous: str | None, update: Sequence[object], commitments: Iterable[str]) -> str:
    """The hash that closes an update: (id, at, by, because, kind, copy, undoes) after the seal before it."""
    closing = hashlib.sha256(_measured(("seal", previous, *update)))
    for one in commitments:  # one after another: an import has as many as its rows have fields
        closing.update(
            f"{len(one)}:{one}".encode()
        )  # as `_measured` does; it is all figures and letters a to f
    return closing.hexdigest()
