"""Who says that a judge sat in judgment: the independent sources of each official."""

from __future__ import annotations

from prisoners.store.reader import Reader

ENOUGH = 2
"""Independent sources from which on a judge is named outside."""

_BORNE = (
    "SELECT judgments.id AS judgment, judgments.judge_id AS official, citations.source_id FROM citations"
    " JOIN judgments ON judgments.id = citations.about_row AND judgments.withdrawn = 0 WHERE citations.withdrawn = 0"
    " AND citations.about_table = 'judgments' AND (citations.field IS NULL OR citations.field = 'judge_id')"
    " AND judgments.judge_id IS NOT NULL"
)
_NAMED = (
    "SELECT about_row AS official, source_id FROM citations WHERE withdrawn = 0 AND about_table = 'officials'"
)
_REPEATS = "SELECT id, derived_from FROM sources WHERE withdrawn = 0"


def sourced(reader: Reader) -> dict[int, set[int]]:
    """Official → the independent sources that say so; a source that repeats another is that other one."""
    return _independent(reader, "official", _BORNE, _NAMED)


def sourced_judgments(reader: Reader) -> dict[int, set[int]]:
    """Judgment → the independent sources that say who gave this very one."""
    return _independent(reader, "judgment", _BORNE)


def _independent(reader: Reader, key: str, *questions: str) -> dict[int, set[int]]:
    repeats = {row["id"]: row["derived_from"] for row in reader.rows(_REPEATS)}
    found: dict[int, set[int]] = {}
    for question in questions:
        for row in reader.rows(question):
            if row["source_id"] in repeats:
                found.setdefault(row[key], set()).add(root(row["source_id"], repeats))
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
