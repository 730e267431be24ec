"""The registry at two moments: as it stands, and as it was when a copy was made; and who changed what between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from prisoners.store.headlines import HeadlineNow, headline
from prisoners.store.reader import Reader
from prisoners.store.references import PER_COPY
from prisoners.store.replay import typed
from prisoners.vocabulary.catalogue import called
from prisoners.vocabulary.reading import folded

Row = Mapping[str, Any]
Cell = tuple[str, int, str]
"""Table, number of the row, column."""

RECORDS = (
    "prisoners",
    "names",
    "cases",
    "charges",
    "judgments",
    "sentences",
    "events",
    "sources",
    "citations",
)
CATALOGUES = ("prisons", "courts", "offences", "officials")

_SINCE = (
    "SELECT changes.table_name, changes.row_id, changes.field, changes.old, changes.new, changes.salt,"
    " changes.update_id, updates.at, updates.by_whom, updates.kind FROM changes"
    " JOIN updates ON updates.id = changes.update_id"
    f" WHERE changes.table_name IN ({', '.join(repr(table) for table in RECORDS)})"
    " AND NOT ({}) ORDER BY changes.update_id, changes.line"
)


class World:
    """The rows of the registry at one moment, by table and number."""

    def __init__(
        self, tables: Mapping[str, Mapping[int, Row]], lists: Mapping[str, Mapping[int, Row]]
    ) -> None:
        self.tables, self.lists = tables, lists

    def row(self, table: str, number: int | None) -> Row | None:
        """A row, whether it counts or not; None where there is none."""
        return self.tables[table].get(number or 0)

    def person_of(self, table: str, row: Row) -> int | None:
        """Whom a row is about; None for a source."""
        if table == "prisoners":
            return int(row["id"])
        if table == "sources":
            return None
        if table == "sentences":
            above = self.row("judgments", row["judgment_id"])
            return self.person_of("judgments", above) if above else None
        if table in ("charges", "judgments"):
            above = self.row("cases", row["case_id"])
            return above["prisoner_id"] if above else None
        return int(row["prisoner_id"])

    def stands(self, table: str, row: Row | None) -> bool:
        """Whether a row counts, and all that it hangs on."""
        if row is None or row["withdrawn"]:
            return False
        if table == "sentences":
            return self.stands("judgments", self.row("judgments", row["judgment_id"]))
        if table in ("charges", "judgments"):
            return self.stands("cases", self.row("cases", row["case_id"]))
        return True

    def name(self, person: int | None, script: str) -> str:
        """The name shown in a script."""
        return str(self.names.get((person or 0, script), {}).get("text", ""))

    @cached_property
    def names(self) -> dict[tuple[int, str], dict[str, Any]]:
        """(person, script) → the row of the name shown."""
        return {
            (row["prisoner_id"], row["script"]): dict(row)
            for row in self.tables["names"].values()
            if row["is_primary"] and not row["withdrawn"]
        }

    def headline(self, person: int) -> HeadlineNow:
        """What the events of a person amount to."""
        return headline(self._events.get(person, ()))

    @cached_property
    def _events(self) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self.tables["events"].values():
            if not row["withdrawn"]:
                found[row["prisoner_id"]].append(dict(row))
        return found

    @cached_property
    def people_borne_out(self) -> dict[int, set[int]]:
        """Source → the people of whom it says something."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.tables["citations"].values():
            if row["prisoner_id"] and not row["withdrawn"]:
                found[row["source_id"]].add(row["prisoner_id"])
        return found

    @cached_property
    def _called(self) -> dict[str, dict[str, set[int]]]:
        """Catalogue → folded name → the entries called so."""
        found: dict[str, dict[str, set[int]]] = {}
        for table, rows in self.lists.items():
            words: dict[str, set[int]] = defaultdict(set)
            for row in rows.values():
                for word in () if row["withdrawn"] else called(row):
                    words[folded(word)].add(row["id"])
            found[table] = words
        return found

    def entries_called(self, table: str, text: str) -> set[int]:
        """The entries of a catalogue that are called this."""
        return self._called[table].get(folded(text), set())


@dataclass(frozen=True)
class Changed:
    """Who changed a cell last."""

    by: str
    at: str
    update: int


@dataclass
class Since:
    """What happened to the rows after a working copy was made."""

    changed: dict[Cell, Changed] = field(default_factory=dict)
    erased: set[Cell] = field(default_factory=set)
    """Cells of which a value was erased for somebody's safety: no copy may bring it back."""
    added: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    """Rows that were added, as the update that added them left them, with its number under `update`."""


def known_updates(reader: Reader) -> dict[int, int]:
    """The last update that the registry has of each copy of it, by its number: what it knows."""
    rows = reader.rows("SELECT own_copy, max(id) AS last FROM updates GROUP BY own_copy ORDER BY own_copy")
    return {row["own_copy"]: row["last"] for row in rows}


def moments(reader: Reader, known: Mapping[int, int]) -> tuple[World, World, Since]:
    """Now, then (when these updates were all that was known, whatever the clocks said), and what was done between."""
    lists = {table: _all(reader, table) for table in CATALOGUES}
    now = {table: _all(reader, table) for table in RECORDS}
    then: dict[str, dict[int, Row]] = {table: dict(rows) for table, rows in now.items()}
    since, before = _walk_back(reader, known)
    for (table, row), cells in before.items():
        if cells.get("id", row) is None:
            then[table].pop(row, None)
        else:
            then[table][row] = {**_whole(reader, table, now[table].get(row)), **cells}
    return World(now, lists), World(then, lists), since


def present(reader: Reader) -> World:
    """The registry as it stands."""
    return World(
        {table: _all(reader, table) for table in RECORDS},
        {table: _all(reader, table) for table in CATALOGUES},
    )


def _all(reader: Reader, table: str) -> dict[int, Row]:
    rows: Iterable[Any] = reader.each(f"SELECT * FROM {table} ORDER BY id")
    return {row["id"]: row for row in rows}


def _whole(reader: Reader, table: str, row: Any) -> dict[str, Any]:
    """A row as it stands; one that was erased whole, with every column empty."""
    return dict(row) if row is not None else dict.fromkeys(_columns(reader, table), None)


def _columns(reader: Reader, table: str) -> dict[str, str]:
    """The columns of a table and their types."""
    rows = reader.rows("SELECT name, type FROM pragma_table_info(:name)", name=table)
    return {row["name"]: row["type"] for row in rows}


def _walk_back(
    reader: Reader, known: Mapping[int, int]
) -> tuple[Since, dict[tuple[str, int], dict[str, Any]]]:
    """What happened since, and the cells that were different: by the law of history, the first old value of each."""
    renamed = {
        (row["table_name"], row["old_name"]): row["new_name"]
        for row in reader.rows("SELECT * FROM field_names")
    }
    whole = {
        table: {name for name, kind in _columns(reader, table).items() if kind == "INTEGER"}
        for table in RECORDS
    }
    since = Since()
    before: dict[tuple[str, int], dict[str, Any]] = defaultdict(dict)
    of_then = (f"changes.update_id BETWEEN {copy * PER_COPY + 1} AND {last}" for copy, last in known.items())
    for line in map(dict, reader.each(_SINCE.format(" OR ".join(of_then)))):
        table, row = line["table_name"], line["row_id"]
        column = renamed.get((table, line["field"]), line["field"])
        if column is None:
            continue
        before[table, row].setdefault(column, line["old"])
        since.changed[table, row, column] = Changed(line["by_whom"], line["at"], line["update_id"])
        if line["salt"] is None:
            since.erased.add((table, row, column))
        _note_added(since, line, column)
    since.added = {
        key: typed({name: value for name, value in cells.items() if value is not None}, whole[key[0]])
        for key, cells in since.added.items()
    }
    return since, {key: _typed(cells, whole[key[0]]) for key, cells in before.items()}


def _note_added(since: Since, line: Row, column: str) -> None:
    """Keep a row as the update left it that added it; what was corrected later is left out."""
    key = (line["table_name"], line["row_id"])
    if column == "id" and line["old"] is None:
        since.added[key] = {"update": line["update_id"]}
    if since.added.get(key, {}).get("update") == line["update_id"]:
        since.added[key][column] = line["new"]


def _typed(cells: dict[str, Any], whole: Iterable[str]) -> dict[str, Any]:
    """Values of the history, which keeps them as text, as their columns hold them; empty ones stay empty."""
    known = {name: value for name, value in cells.items() if value is not None}
    return dict.fromkeys(cells) | typed(known, set(whole))
