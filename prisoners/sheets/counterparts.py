"""Which record of a person each part of a row speaks of: as the list last said it, or as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.records.form import Form
from prisoners.sheets.draft import Draft
from prisoners.sheets.known import Cell, Row, RowsOf
from prisoners.sheets.returned import RETURNED
from prisoners.sheets.values import stored, table_of
from prisoners.vocabulary import EventKind

TOLD_APART_BY: dict[str, tuple[str, ...]] = {
    "prisoners": (),
    "names": ("text",),
    "activities": ("activity",),
    "cases": (),
    "charges": ("quoted",),
    "judgments": ("instance",),
    "sentences": ("kind",),
    "events": ("kind",),
    "contacts": ("kind", "value"),
    "relations": ("kind", "name"),
    "health": ("kind",),
}
"""What makes a record of a person the one that a list speaks of; of two statuses that were reported each is its own."""

ONE_EVENT = 31
"""Days by which two reports of one event may differ; a day is mistaken more easily than a month."""


class Counterparts:
    """What a list is taken to have said of one person before, and the records in which it stands."""

    def __init__(self, rows: RowsOf, imported: Mapping[Cell, str | None]) -> None:
        self.rows, self.imported = rows, imported
        self.taken: set[tuple[str, int]] = set()

    def of(self, slot: str, draft: Draft, person: int) -> Row | None:
        """The record that one part of a row speaks of, each record once; None where it is not there yet."""
        table, form = table_of(slot), draft.forms[slot]
        apart_by = TOLD_APART_BY[table]
        if table == "events" and getattr(form, "kind", "") == EventKind.STATUS_REPORTED:
            apart_by = (*apart_by, "status")
        wanted = [stored(getattr(form, name)) for name in apart_by]
        for row in self._candidates(slot, draft, person):
            if wanted in (
                [self._before(table, row, name) for name in apart_by],
                [row[name] for name in apart_by],
            ):
                self.taken.add((table, row["id"]))
                return row
        return None

    def _candidates(self, slot: str, draft: Draft, person: int) -> list[Row]:
        """The records that may be meant, those of the last import first; of a status that came back, the last one."""
        table = table_of(slot)
        rows = [row for row in self.rows[table, person] if (table, row["id"]) not in self.taken]
        if slot == RETURNED:
            rows = [row for row in rows if row["after_id"] == draft.facts[slot]["after_id"]]
        form = draft.forms[slot]
        rows = [row for row in rows if self.was_imported(table, row) or not _long_apart(form, row)]
        if table == "cases" and len(rows) > 1 and not any(self.was_imported(table, row) for row in rows):
            return []  # nobody says which of several cases is meant
        turn = -1 if slot.startswith("event_status") else 1
        return sorted(
            rows, key=lambda row: (not self.was_imported(table, row), row["withdrawn"], turn * row["id"])
        )

    def was_imported(self, table: str, row: Any) -> bool:
        """Whether an import made this record."""
        return (table, row["id"], "id") in self.imported

    def _before(self, table: str, row: Row, name: str) -> Any:
        """A field as the last import wrote it; as it is, where none did. The history keeps numbers as text."""
        if not self.was_imported(table, row):
            return row[name]
        return self.imported.get((table, row["id"], name))


def _long_apart(form: Form, row: Row) -> bool:
    """Whether two events of one kind are too far from each other to be one: arrested then, and arrested again."""
    theirs = getattr(form, "happened_on", None)
    ours = row["happened_on"] if theirs is not None else None
    if theirs is None or ours is None:
        return False
    one, other = sorted((theirs, PartialDate.from_stored(ours)), key=lambda day: day.earliest)
    return bool((other.earliest - one.latest).days > ONE_EVENT)
