"""Who says that a judge sat in judgment: the independent sources of each official."""

from __future__ import annotations

from prisoners.store.reader import Reader

ENOUGH = 2
"""Independent sources from which on a judge is named outside."""

_SAID = (
    "SELECT judgments.judge_id AS official, citations.source_id FROM citations JOIN judgments"
    " ON judgments.id = citations.about_row AND judgments.withdrawn = 0 WHERE citations.withdrawn = 0"
    " AND citations.about_table = 'judgments' AND (citations.field IS NULL OR citations.field = 'judge_id')"
    " AND judgments.judge_id IS NOT NULL UNION"
    " SELECT about_row, source_id FROM citations WHERE withdrawn = 0 AND about_table = 'officials'"
)


def sourced(reader: Reader) -> dict[int, set[int]]:
    """Official → the independent sources that say so; a source that repeats another is that other one."""
    repeats = {
        row["id"]: row["derived_from"]
        for row in reader.rows("SELECT id, derived_from FROM sources WHERE withdrawn = 0")
    }
    found: dict[int, set[int]] = {}
    for row in reader.rows(_SAID):
        if row["source_id"] in repeats:
            found.setdefault(row["official"], set()).add(root(row["source_id"], repeats))
    return found


def root(source: int, repeats: dict[int, int | None]) -> int:
    """The source at the end of a line of repetitions; of a circle, the least of it."""
    seen: list[int] = []
    while source not in seen:
        seen.append(source)
        before = repeats.get(source)
        if before is None:
            return source
        source = before
    return min(seen[seen.index(source) :])
