"""What is known of groups, read beside everybody who is counted one by one, and passed through the gate."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from prisoners.privacy.redact import Leaving, redact
from prisoners.privacy.watch import Watch
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience

Row = dict[str, Any]

_ROWS = {
    "estimates": "SELECT * FROM estimates WHERE withdrawn = 0"
    " ORDER BY substr(coalesce(happened_on, until, '0'), 1, 21), id",
    "citations": "SELECT * FROM citations WHERE about_table = 'estimates' AND withdrawn = 0"
    " AND source_id IN (SELECT id FROM sources WHERE withdrawn = 0) ORDER BY id",
    "sources": "SELECT * FROM sources WHERE id IN (SELECT source_id FROM citations WHERE about_table = 'estimates')"
    " ORDER BY reliability, id",
}
_LEVELS = "SELECT id, confidentiality FROM sources WHERE withdrawn = 0"


@dataclass(frozen=True)
class Estimates:
    """The estimates that a report knows of, through the gate."""

    rows: tuple[Row, ...]
    sources: dict[int, list[Row]]
    """Estimate → its sources that may be known, the most reliable first."""
    unknown: frozenset[int]
    """Estimates of which a source stays inside."""
    leaving: Leaving


def gathered(reader: Reader, then: Reader, audience: Audience, watch: Watch) -> Estimates:
    """The estimates of the day of a report, `then`; a source stays inside by what is recorded of it now."""
    tables = {table: [dict(row) for row in then.each(sql)] for table, sql in _ROWS.items()}
    now = {row["id"]: row["confidentiality"] for row in reader.each(_LEVELS)}
    for source in tables["sources"]:
        source["confidentiality"] = now.get(source["id"], "sealed")
    leaving = redact(tables, audience=audience, verdicts={}, key="", watch=watch)
    cited = {row["id"] for row in leaving.tables["citations"]}
    about: dict[int, set[int]] = defaultdict(set)
    for row in leaving.tables["citations"]:
        about[row["about_row"]].add(row["source_id"])
    return Estimates(
        tuple(leaving.tables["estimates"]),
        {own: [row for row in leaving.tables["sources"] if row["id"] in of] for own, of in about.items()},
        frozenset(row["about_row"] for row in tables["citations"] if row["id"] not in cited),
        leaving,
    )
