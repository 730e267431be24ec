"""What happened to one person, in the order in which it came."""

from __future__ import annotations

from typing import Any

from prisoners.store.headlines import in_order
from prisoners.store.reader import Reader


def timeline(reader: Reader, prisoner: int) -> list[dict[str, Any]]:
    """The events that count, first to last: by day, by what is said to come after what, by number."""
    rows = reader.rows("SELECT * FROM timeline WHERE prisoner_id = :prisoner", prisoner=prisoner)
    return [dict(event) for event in in_order(dict(row) for row in rows)]
