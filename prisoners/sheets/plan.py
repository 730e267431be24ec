"""What an import would do, decided without doing it: row by row, cell by cell, with the reason for every doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from prisoners.errors import NumbersMissing
from prisoners.records.form import Form
from prisoners.sheets.draft import CellFault, Draft
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.known import Known
from prisoners.sheets.leftovers import kind_said
from prisoners.sheets.links import LINKS
from prisoners.sheets.mapping import Mapping
from prisoners.sheets.values import shown
from prisoners.store.references import write_reference


class Verdict(StrEnum):
    """What would happen with a row."""

    NEW = "new"
    SAME = "same"
    AMENDED = "amended"
    CONFLICT = "in conflict"
    UNCLEAR = "unclear"
    LEFT_OUT = "left out"


class Decision(StrEnum):
    """What somebody decided about an unclear row."""

    SAME = "same as"
    NEW = "new"
    SKIP = "skip"


@dataclass(frozen=True)
class Answer:
    """One decision, and the person where the row is about one of the registry."""

    decision: Decision
    person: int | None = None


def one_of_several(number: str, row: int | str) -> str:
    """By what a decision is found about a row whose number is not its own."""
    return f"{number}\n{row}"


@dataclass(frozen=True)
class Change:
    """One field that the list says differently."""

    slot: str
    table: str
    row: int
    field: str
    old: Any
    """As it is stored now."""
    new: Any
    value: Any
    """The new value as a form takes it."""
    conflict: bool = False
    """Both sides changed it since the last import: somebody must choose."""

    def told(self) -> str:
        """The change as people read it."""
        sign = "≠" if self.conflict else "→"
        where = write_reference(self.table, self.row)
        return f"{where} {self.field}: {self._shown(self.old)} {sign} {self._shown(self.new)}"

    def _shown(self, value: Any) -> str:
        catalogue = next(
            (led for (table, _), (name, led) in LINKS.items() if (table, name) == (self.table, self.field)),
            "",
        )
        return write_reference(catalogue, value) if catalogue and value is not None else shown(value)


@dataclass
class RowPlan:
    """What would happen with one row of the list."""

    draft: Draft
    verdict: Verdict
    person: int | None = None
    """Whom it is about, where the registry has the person."""
    reason: str = ""
    """Why it is unclear."""
    could_be: list[int] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    adds: dict[str, Form] = field(default_factory=dict)
    """Slot → the record that is not there yet."""
    rows: dict[str, int] = field(default_factory=dict)
    """Slot → the record that is there."""
    note: str | None = None
    """The import note as it would be, where it changes."""
    addresses: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Addresses that do not bear their record out yet."""
    joins: bool = False
    """The person stands, and is known by another number or none in this list: somebody decided who it is."""
    apart: list[int] = field(default_factory=list)
    """Those who somebody decided are not the person of this row."""
    contradicts: str = ""
    """A death on record, where the list now says that the person is alive: both stay."""

    @property
    def row(self) -> int:
        """The row as Excel numbers it."""
        return self.draft.row

    @property
    def conflicts(self) -> list[Change]:
        """The fields about which somebody must decide."""
        return [change for change in self.changes if change.conflict]

    def as_json(self) -> dict[str, Any]:
        """The row for programs."""
        told: dict[str, Any] = {"row": self.row, "name": self.draft.name, "verdict": str(self.verdict)}
        told["person"] = write_reference("prisoners", self.person) if self.person else None
        told["could_be"] = [write_reference("prisoners", one) for one in self.could_be]
        told["reason"] = self.reason
        told["contradicts"] = self.contradicts
        told["changes"] = [change.told() for change in self.changes]
        told["adds"] = [f"{slot}" for slot in self.adds] + [url for url, _, _ in self.addresses]
        told["not_read"] = [vars(fault) for fault in self.draft.faults]
        return told


@dataclass
class Plan:
    """What an import would do."""

    sheet: ForeignSheet
    mapping: Mapping
    known: Known
    rows: list[RowPlan]
    notices: list[str]
    gone: list[tuple[str, int]] = field(default_factory=list)
    """People of the list who are not in this file: their number there, and who they are."""

    def count(self) -> Counter[Verdict]:
        """How many rows of each verdict."""
        return Counter(row.verdict for row in self.rows)

    def having(self, verdict: Verdict) -> list[RowPlan]:
        """The rows of one verdict."""
        return [row for row in self.rows if row.verdict is verdict]

    def faults(self) -> list[CellFault]:
        """Every cell that was not read."""
        return [fault for row in self.rows for fault in row.draft.faults]

    def conflicts(self) -> list[Change]:
        """Every field about which somebody must decide."""
        return [change for row in self.rows for change in row.conflicts]

    def contradicted(self) -> list[RowPlan]:
        """The rows that say somebody is alive whose death is on record."""
        return [row for row in self.rows if row.contradicts and row.verdict is not Verdict.SAME]

    def links(self) -> dict[str, tuple[int, Counter[str]]]:
        """Reference list → how many texts name an entry of it, and the texts that name none and stay words."""
        found: dict[str, tuple[int, Counter[str]]] = {}
        for link in (link for row in self.rows for link in row.draft.links):
            tied, words = found.setdefault(link.catalogue, (0, Counter()))
            if link.number is None:
                words[link.text] += 1
            else:
                found[link.catalogue] = (tied + 1, words)
        return found

    def placed(self) -> dict[str, Counter[str]]:
        """Heading → where its filled cells went, and how many: nothing is dropped."""
        found = {heading: Counter[str]() for heading in self.sheet.heading}
        for row in self.rows:
            for heading, where in row.draft.placed.items():
                found[heading][where] += 1
        return found

    def as_json(self) -> dict[str, Any]:
        """The plan for programs."""
        return {
            "file": self.sheet.file,
            "list": self.mapping.list_name,
            "rows": len(self.rows),
            "totals": {str(verdict): self.count()[verdict] for verdict in Verdict},
            "not_read": len(self.faults()),
            "notices": self.notices,
            "gone": [
                {"number": number, "person": write_reference("prisoners", person)}
                for number, person in self.gone
            ],
            "contradicted": [row.row for row in self.contradicted()],
            "links": {
                catalogue: {"tied": tied, "stay_words": words.total(), "words": dict(words.most_common())}
                for catalogue, (tied, words) in self.links().items()
            },
            "columns": {heading: dict(where) for heading, where in self.placed().items()},
            "plan": [row.as_json() for row in self.rows],
        }


def check_headings(sheet: ForeignSheet, mapping: Mapping) -> Iterator[str]:
    """What to say about headings that the mapping and the list do not share; raises NumbersMissing without numbers."""
    missing = [heading for heading in mapping.number if heading not in sheet.heading]
    if missing:
        raise NumbersMissing(sheet.file, missing[0], list(sheet.heading), mapping.name)
    absent = [heading for heading in mapping.rules if heading not in sheet.heading]
    if absent:
        yield f"the list has no column {', '.join(f'“{heading}”' for heading in absent)}"
    spare = [heading for heading in sheet.heading if heading not in {*mapping.rules, *mapping.number}]
    for told, sealed in (("kept in the import note alone", False), ("kept as sealed contacts", True)):
        if these := [heading for heading in spare if bool(kind_said(heading)) is sealed]:
            yield f"{told}: {', '.join(f'“{heading}”' for heading in these)}"
