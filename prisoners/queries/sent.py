"""The files that were made for somebody: as a list, one of them, and the last one of the same question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from prisoners.store.named import read_named
from prisoners.store.reader import Reader

_HOLDING = (
    "SELECT id, made_at, file_name, audience, recipient, recalled_on, people FROM exports"
    " WHERE withdrawn = 0 AND people IS NOT NULL ORDER BY id"
)
_LISTED = (
    "SELECT id, made_at, file_name, audience, prisoners, selection, made_from, recipient, manifest FROM exports"
    " WHERE withdrawn = 0 AND (:to IS NULL OR recipient IS NOT NULL AND instr(lower(recipient), lower(:to)) > 0)"
    " AND (:intervention IS NULL OR intervention_id = :intervention) ORDER BY id DESC"
)


def exports(reader: Reader, *, to: str | None = None, intervention: int | None = None) -> list[sqlite3.Row]:
    """Every file that was made for somebody, newest first; of one recipient or one intervention where it is said."""
    return reader.rows(_LISTED, to=to, intervention=intervention)


def kind_of(manifest: str) -> str:
    """What a file is: the name of its report or form, or a plain export or a working copy."""
    said = json.loads(manifest)
    return str(said.get("report") or ("working copy" if "working_copy" in said else "export"))


def export(reader: Reader, number: int) -> sqlite3.Row | None:
    """Everything that is kept of one file."""
    return reader.row("SELECT * FROM exports WHERE id = :number", number=number)


def files_with(reader: Reader, records: Iterable[int]) -> list[dict[str, Any]]:
    """Every file in which somebody stands under one of these records, the first one first, and how they are named."""
    own, found = set(records), []
    for row in reader.each(_HOLDING):
        named = [rule for person, rule in read_named(row["people"]).items() if person in own]
        if named:
            kept = {column: row[column] for column in row.keys() if column != "people"}  # noqa: SIM118 -- no dict
            found.append(kept | {"naming": str(named[0])})
    return found


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
