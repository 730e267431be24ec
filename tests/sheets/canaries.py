"""A registry in which every field of every table holds a word that stands nowhere else, made from the records."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.records.columns import Choice, Count, Day, Flag, Line
from prisoners.records.tables import RECORDED
from prisoners.store.unit import Unit, form_of

FIXED: dict[tuple[str, str], Any] = {
    ("names", "script"): "latin",
    ("sources", "kind"): "independent_media",
    ("sources", "confidentiality"): "public",
    ("citations", "about_table"): "prisoners",
    ("consents", "scope"): "send_to_un",
    ("consents", "subject"): "person",
    ("files", "level"): "public",
    ("health", "level"): "internal",
}
SPARED = {"withdrawn", "withdrawn_on", "refused", "merged_into"}
REFERENCE_LISTS = {"prisons", "courts", "officials", "postings", "offences"}
_numbers = count(1)


def word() -> str:
    """A word that no other field has, and nothing could be mistaken for."""
    number, letters = next(_numbers), ""
    for _ in range(4):
        number, letter = divmod(number, 21)
        letters += "bcdfghjklmnpqrstvwxyz"[letter]
    return f"Qanari{letters}"


class Canaries:
    """Fills a registry through a unit, and remembers which word stands in which field of which person."""

    def __init__(self, unit: Unit, **columns: Any) -> None:
        self.unit, self.columns = unit, columns
        self.words: dict[tuple[str, str], str] = {}
        self.rows: dict[str, int] = {}
        for record in RECORDED:
            self._add(record)

    def _add(self, record: Any) -> None:
        table = str(record.__tablename__)
        facts = {name: self._fact(table, name) for name in form_of(record).model_fields}
        facts = {name: value for name, value in facts.items() if value is not None}
        if table == "names":
            facts["family"] = facts["text"].split()[-1]
        if table == "not_the_same":
            facts["other_id"] = self._somebody_else()
        self.rows[table] = self.unit.add(record, facts).id or 0

    def _fact(self, table: str, column: str) -> Any:
        declared = {str(record.__tablename__): record for record in RECORDED}[table].__table__.columns[column]
        if column in self.columns:
            return self.columns[column]
        if (table, column) in FIXED:
            return FIXED[table, column]
        if column in SPARED:
            return None
        if column == "about_row":
            return self.rows["prisoners"]
        for key in declared.foreign_keys:
            return self.rows.get(key.column.table.name)
        return self._typed(table, column, declared.type)

    def _typed(self, table: str, column: str, kind: Any) -> Any:
        if isinstance(kind, Choice):
            return next(iter(kind.choices))
        if isinstance(kind, Flag | Count):
            return 1
        if column.endswith("_at") and table == "exports":
            return "2024-03-20T08:15:00Z"
        self.words[table, column] = found = f"{word()} {word()}"
        if isinstance(kind, Day):
            day = PartialDate.from_stored("2022-09-16 2022-09-16 2022-09-16|gregorian|")
            return PartialDate(day.earliest, day.latest, day.edtf, Calendar.GREGORIAN, found)
        assert isinstance(kind, Line)
        return f"https://example.org/{found.replace(' ', '-')}" if column.endswith("url") else found

    def _somebody_else(self) -> int:
        from prisoners.records.prisoners import Prisoner

        return self.unit.add(Prisoner, {}).id or 0

    def parts(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Every single word with the field in which it stands."""
        for field, words in self.words.items():
            for part in words.split():
                yield field, part
