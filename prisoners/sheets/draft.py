"""What one row of a foreign list says, before anybody looks into the registry: records, sources, what was left over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from prisoners.records.columns import LONGEST_LINE
from prisoners.records.form import Form
from prisoners.sheets.foreign import ForeignRow, ForeignSheet
from prisoners.sheets.links import Link
from prisoners.sheets.mapping import Mapping
from prisoners.sheets.values import Target, table_of
from prisoners.vocabulary import Credibility

PARENTS: dict[str, tuple[str, str]] = {
    "names": ("prisoner_id", "prisoner"),
    "activities": ("prisoner_id", "prisoner"),
    "cases": ("prisoner_id", "prisoner"),
    "events": ("prisoner_id", "prisoner"),
    "contacts": ("prisoner_id", "prisoner"),
    "relations": ("prisoner_id", "prisoner"),
    "health": ("prisoner_id", "prisoner"),
    "charges": ("case_id", "case"),
    "judgments": ("case_id", "case"),
    "sentences": ("judgment_id", "judgment"),
}
"""Table → the link to the record it hangs on, and the slot of that record."""


AFTERWARDS = "event_status"
"""Where somebody stands on the day of a release: after what the same row says has happened."""


@dataclass(frozen=True)
class CellFault:
    """A cell that was not read, and why."""

    cell: str
    """As Excel names it: C12."""
    heading: str
    text: str
    why: str


@dataclass
class Draft:
    """One row of the list, read."""

    row: int
    number: str
    """The person's number in the list."""
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Slot → field → value."""
    addresses: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Address or title of a source, the slot it bears out, and what else is known of the source."""
    leftovers: list[tuple[str, str]] = field(default_factory=list)
    """Heading and text of every cell that found no place."""
    faults: list[CellFault] = field(default_factory=list)
    placed: dict[str, str] = field(default_factory=dict)
    """Heading of every filled cell → where it went."""
    forms: dict[str, Form] = field(default_factory=dict)
    """Slot → its form, validated; links are not filled yet."""
    fed: dict[Target, tuple[str, ...]] = field(default_factory=dict)
    """Field → the headings whose cells filled it."""
    links: list[Link] = field(default_factory=list)
    """Every text that may name a prison, a court or an offence, and what became of it."""
    credibility: Credibility | None = None
    """How far the statements of this row are believed, where the row says so."""
    nobody: str = ""
    """Why the row seems to be about nobody, as one of sums."""

    @property
    def name(self) -> str:
        """The first name of the row, to be shown."""
        return next((str(form.text) for slot, form in self.forms.items() if table_of(slot) == "names"), "")  # type: ignore[attr-defined]

    def names(self) -> list[str]:
        """Every name of the row."""
        return [str(form.text) for slot, form in self.forms.items() if table_of(slot) == "names"]  # type: ignore[attr-defined]


def as_written(slot: str) -> bool:
    """The order in which the records of a row are written and found again: where somebody stands comes last."""
    return slot.startswith(AFTERWARDS)


def number_of(row: ForeignRow, sheet: ForeignSheet, mapping: Mapping) -> str:
    """The person's number in the list: one cell as it stands, several or a long one as a digest; or empty."""
    cells = [row.cells[sheet.heading.index(heading)].strip() for heading in mapping.number]
    if len(cells) == 1 and len(cells[0]) <= LONGEST_LINE:
        return cells[0]
    return hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:16] if any(cells) else ""


def slots_above(slot: str, facts: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The slots of the records above one, the highest first."""
    parent = parent_slot(slot, facts)
    if parent and parent != "prisoner":
        yield from slots_above(parent, facts)
        yield parent


def parent_slot(slot: str, facts: Any) -> str:
    """The slot of the record on which one hangs: with the same ending where there is one, else the plain one."""
    table = table_of(slot)
    if table not in PARENTS:
        return ""
    parent, (_, _, ending) = PARENTS[table][1], slot.partition("_")
    return f"{parent}_{ending}" if ending and f"{parent}_{ending}" in facts else parent
