"""The files that were made for somebody: as a list, one of them, and the last one of the same question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from prisoners.store.reader import Reader

_LISTED = "SELECT id, substr(made_at, 1, 10) AS made, audience, prisoners AS people, file_name AS file{} FROM exports"


def exports(reader: Reader, *, to: str | None = None, intervention: int | None = None) -> list[sqlite3.Row]:
    """Every file that was made for somebody, newest first; those sent to whoever is called so, or for an intervention.

    To whom a file was sent is sealed: it is told where it is asked for.
    """
    told = ", recipient AS sent_to" if to is not None else ", selection AS filter"
    return reader.rows(
        _LISTED.format(told) + " WHERE withdrawn = 0 AND (:to IS NULL OR recipient IS NOT NULL"
        " AND instr(lower(recipient), lower(:to)) > 0)"
        " AND (:intervention IS NULL OR intervention_id = :intervention) ORDER BY id DESC",
        to=to,
        intervention=intervention,
    )


def export(reader: Reader, number: int) -> sqlite3.Row | None:
    """Everything that is kept of one file."""
    return reader.row("SELECT * FROM exports WHERE id = :number", number=number)


def last_alike(reader: Reader, manifest: Mapping[str, Any], selection: str) -> sqlite3.Row | None:
    """The last file that was made for the same audience of the same question, by its manifest and its filter."""
    rows = reader.each(
        "SELECT id, substr(made_at, 1, 10) AS made, prisoners, manifest FROM exports WHERE withdrawn = 0"
        " AND audience = :audience AND coalesce(selection, '') = :selection ORDER BY id DESC",
        audience=manifest["audience"],
        selection=selection,
    )
    return next((row for row in rows if _is_alike(json.loads(row["manifest"]), manifest)), None)


def _is_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether both are the same report, or both a plain export."""
    return "working_copy" not in one and one.get("report") == other.get("report")
