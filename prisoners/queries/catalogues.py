"""The reference lists: prisons, courts, offences and officials, found by whatever they are called."""

from __future__ import annotations

import sqlite3

from prisoners.errors import AmbiguousInCatalogue, NotInCatalogue
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.vocabulary.catalogue import nearest, resolve, told_apart

CATALOGUES: dict[str, str] = {
    "prison": "prisons",
    "court": "courts",
    "offence": "offences",
    "official": "officials",
}
"""What one entry is called → the table that holds it."""


def entries(reader: Reader, table: str) -> list[sqlite3.Row]:
    """Every entry that stands, by its English name."""
    return reader.rows(f"SELECT * FROM {table} WHERE withdrawn = 0 ORDER BY name_en, id")


def entry_meant(reader: Reader, table: str, text: str) -> sqlite3.Row:
    """The one entry meant by a reference, a name or an alias; raises NotInCatalogue or AmbiguousInCatalogue."""
    rows = entries(reader, table)
    if is_reference(text, table):
        number = read_reference(text)[1]
        found = [row for row in rows if row["id"] == number]
    else:
        found = list(resolve(rows, text))  # type: ignore[arg-type]
    if not found:
        raise NotInCatalogue(table, text, nearest(rows, text))  # type: ignore[arg-type]
    if len(found) > 1:
        raise AmbiguousInCatalogue(
            text, [f"{write_reference(table, row['id'])} {told_apart(dict(row))}" for row in found]
        )
    return found[0]
