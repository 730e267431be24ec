"""What left the gate, ready to be looked up: by number, by person, and by what a source bears out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from prisoners.privacy.redact import Leaving
from prisoners.sheets.by_column import Row, Said, of_each, once
from prisoners.sheets.speech import Speech
from prisoners.store.references import write_reference

OF_A_PERSON = (
    "activities", "cases", "charges", "citations", "events", "external_ids", "judgments", "sentences",
)  # fmt: skip
REFERRED_TO = ("courts", "offences", "officials", "prisons", "sources")
"""Tables to whose rows other rows refer by their number."""
NOTHING: Row = {}
"""In the place of a row that there is not."""


class Lookup:
    """What left the gate, and the language in which it is told."""

    def __init__(self, leaving: Leaving, speech: Speech) -> None:
        self.tables, self.shown, self.speech = leaving.tables, leaving.shown, speech
        self.headlines = {row["prisoner_id"]: row for row in self.tables["headlines"]}
        self.of_person = {table: grouped(self.tables[table], whose) for table in OF_A_PERSON}
        self.entries = {table: {row["id"]: row for row in self.tables[table]} for table in REFERRED_TO}
        self._cited = grouped(self.tables["citations"], itemgetter("about_table", "about_row"))

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table person by person, in the order in which people are shown."""
        return (row for person in self.shown for row in self.of_person[table][person])

    def who(self, people: Sequence[int]) -> Said:
        """How people stand at the beginning of their rows."""
        return {
            "reference": once(self._called, people),
            "name": (self.shown[person].latin for person in people),
            "name_persian": (self.shown[person].persian for person in people),
        }

    def _called(self, person: int) -> str:
        return self.shown[person].code or write_reference("prisoners", person)

    def reference(self, table: str, row: Row) -> str:
        """The reference of a row; none for somebody under another name, who could be found by it."""
        return "" if self.shown[row["prisoner_id"]].code else write_reference(table, row["id"])

    def referred(
        self, say: Callable[[Row], str | None], table: str, rows: Iterable[Row], field: str
    ) -> Iterator[str]:
        """What is said of that which each row refers to in this field."""
        entries = self.entries[table]
        return once(lambda number: say(entries.get(number, NOTHING)) or "", of_each(rows, field))

    def grades(self, *records: tuple[str, int | None]) -> str:
        """The sources of some records with both their grades, as `S-0012 (B, likely)`."""
        told = (self._grade(row) for record in records for row in self._cited.get(record, ()))
        return "; ".join(dict.fromkeys(told))

    def _grade(self, citation: Row) -> str:
        number = citation["source_id"]
        reliability = self.entries["sources"][number]["reliability"]
        credibility = self.speech.code("credibility", citation["credibility"])
        return f"{write_reference('sources', number)} ({reliability}, {credibility})"


def grouped(rows: Iterable[Row], by: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    """Rows that have the same in common."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[by(row)].append(row)
    return found


def whose(row: Row) -> int | None:
    """The person whom a row is about; of an estimate, nobody."""
    return row.get("prisoner_id")
