"""What the registry knows of the people in a list: their rows now, what earlier imports wrote, their sources."""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from prisoners.actions.sources import spellings
from prisoners.names.script import fold
from prisoners.store.reader import Reader

AT_ONCE = 500

Row = sqlite3.Row
Cell = tuple[str, int, str]
"""Table, number of the row, field."""
RowsOf = dict[tuple[str, int], list[Row]]
"""(table, person) → rows."""

_ROWS: dict[str, str] = {
    "prisoners": "SELECT *, id AS prisoner_id FROM prisoners WHERE id IN ({})",
    **{
        table: f"SELECT * FROM {table} WHERE prisoner_id IN ({{}}) ORDER BY id"
        for table in ("names", "activities", "cases", "events", "contacts", "relations", "health")
    },
    "charges": "SELECT charges.*, cases.prisoner_id FROM charges JOIN cases ON cases.id = case_id"
    " WHERE cases.prisoner_id IN ({}) ORDER BY charges.id",
    "judgments": "SELECT judgments.*, cases.prisoner_id FROM judgments JOIN cases ON cases.id = case_id"
    " WHERE cases.prisoner_id IN ({}) ORDER BY judgments.id",
    "sentences": "SELECT sentences.*, cases.prisoner_id FROM sentences JOIN judgments ON judgments.id = judgment_id"
    " JOIN cases ON cases.id = case_id WHERE cases.prisoner_id IN ({}) ORDER BY sentences.id",
}
_IMPORTED = (
    "SELECT changes.table_name, changes.row_id, changes.field, changes.new FROM changes"
    " JOIN updates ON updates.id = changes.update_id AND updates.kind = 'import'"
    " WHERE changes.prisoner_id IN ({}) ORDER BY changes.update_id, changes.line"
)
_CITED = "SELECT * FROM citations WHERE withdrawn = 0 AND prisoner_id IN ({})"


class Known:
    """The registry as far as one list touches it, read once."""

    def __init__(self, reader: Reader, list_name: str, others: Iterable[int] = ()) -> None:
        self.list_name = list_name
        self.numbers = _numbers(reader, list_name)
        """Number in the list → the person who has it now."""
        self.numbers_of = {person: number for number, person in self.numbers.items()}
        self.gone: set[int] = set()
        """Persons of the list whose record was withdrawn."""
        self.rows: RowsOf = defaultdict(list)
        """(table, person) → rows, those entered in error too."""
        self.imported: dict[Cell, str | None] = {}
        """What the last import wrote into a field, whatever it says now."""
        self.cited: dict[tuple[int, str, int, str], list[Row]] = defaultdict(list)
        """(source, table, row, field) → citations."""
        self.sources = {spellings(row["url"])[-1]: row["id"] for row in reader.each(_ADDRESSES)}
        self.titles = {fold(row["title"]): row["id"] for row in reader.each(_TITLES)}
        people = sorted({*self.numbers.values(), *others})
        for table, sql in _ROWS.items():
            for row in _each(reader, sql, people):
                self.rows[table, row["prisoner_id"]].append(row)
        for line in _each(reader, _IMPORTED, people):
            self.imported[sys.intern(line["table_name"]), line["row_id"], sys.intern(line["field"])] = line[
                "new"
            ]
        self.beside: set[tuple[Cell, str]] = set()
        """What sources say of a field instead of what it says."""
        for row in _each(reader, _CITED, people):
            if row["value"] is not None:
                self.beside.add(((row["about_table"], row["about_row"], row["field"] or ""), row["value"]))
            self.cited[row["source_id"], row["about_table"], row["about_row"], row["field"] or ""].append(row)
        self.gone = {one for one in people for row in self.rows["prisoners", one] if row["withdrawn"]}

    def source_at(self, place: str) -> int | None:
        """The source with this address, however it is spelled, or with this title where it is no address."""
        if is_address(place):
            return self.sources.get(spellings(place)[-1])
        return self.titles.get(fold(place))

    def cites(self, source: int | None, table: str, row: int, field: str = "") -> bool:
        """Whether this source is tied to this record, or to one field of it, already."""
        return source is not None and bool(self.cited.get((source, table, row, field)))

    def stands_beside(self, cell: Cell, value: str) -> bool:
        """Whether it is on record already that somebody says this instead."""
        return (cell, value) in self.beside


def is_address(place: str) -> bool:
    """Whether a source is named by where it can be read, and not by its title."""
    return place[:4].lower() == "http"


_TITLES = (
    "SELECT id, title FROM sources WHERE withdrawn = 0 AND url IS NULL AND title IS NOT NULL ORDER BY id DESC"
)
_ADDRESSES = "SELECT id, url FROM sources WHERE withdrawn = 0 AND url IS NOT NULL ORDER BY id DESC"


def _numbers(reader: Reader, list_name: str) -> dict[str, int]:
    """The people of the list by their numbers; a merged record stands for the one it was merged into."""
    merged: dict[int, int] = {
        row["id"]: row["merged_into"]
        for row in reader.each("SELECT id, merged_into FROM prisoners WHERE merged_into IS NOT NULL")
    }
    found = {}
    for row in reader.each(
        "SELECT prisoner_id, number FROM external_ids WHERE withdrawn = 0 AND lower(list_name) = lower(:list_name)",
        list_name=list_name,
    ):
        person, followed = row["prisoner_id"], set[int]()
        while person in merged and person not in followed:
            followed.add(person)
            person = merged[person]
        found[row["number"]] = person
    return found


def _each(reader: Reader, sql: str, people: Iterable[int]) -> Iterator[Row]:
    several = list(people)
    for first in range(0, len(several), AT_ONCE):
        marks = ", ".join(str(int(number)) for number in several[first : first + AT_ONCE])
        yield from reader.each(sql.format(marks))
