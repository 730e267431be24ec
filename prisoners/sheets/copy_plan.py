"""What taking a working copy back would do, decided without doing it: row by row, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from prisoners.sheets.copy_columns import Column
from prisoners.sheets.copy_moments import Changed
from prisoners.sheets.copy_read import CopyBook, CopyCell, CopyLine
from prisoners.sheets.plan import Verdict
from prisoners.store.references import write_reference


@dataclass
class CellChange:
    """One cell that the copy says differently from the registry."""

    cell: CopyCell
    column: Column
    reference: str
    was: str
    """What the registry said when the copy was made."""
    ours: str
    theirs: str
    typed: str
    """What is typed for it: nothing for `<clear>`."""
    read: str = ""
    """How a day was read."""
    conflict: bool = False
    by: Changed | None = None
    """Who changed ours meanwhile."""
    choice: str = ""
    """What somebody decided about a conflict: theirs, ours; nothing while it is open."""

    @property
    def taken(self) -> bool:
        """Whether theirs is written."""
        return self.choice == "theirs" if self.conflict else True

    def told(self, shown: Callable[[str], str] = str) -> str:
        """The change as people read it; `shown` sets what was typed apart from the words around it."""
        was, ours, theirs = (shown(text) if text else "—" for text in (self.was, self.ours, self.theirs))
        theirs += f" ({self.read})" if self.read not in ("", self.theirs) else ""
        where = f"{self.cell.place} {self.reference} {self.column.heading}"
        if not self.conflict:
            return f"{where}: {ours} → {theirs}"
        who = (
            f" ({self.by.by}, {self.by.at[:10]}, {write_reference('updates', self.by.update)})"
            if self.by
            else ""
        )
        return f"{where}: it was {was}; ours is now {ours}{who}; theirs is {theirs}"

    def as_json(self) -> dict[str, Any]:
        """The change for programs."""
        told = {
            "cell": self.cell.place,
            "record": self.reference,
            "field": self.column.field,
            "heading": self.column.heading,
            "was": self.was,
            "ours": self.ours,
            "theirs": self.theirs,
            "read_as": self.read,
            "conflict": self.conflict,
        }
        if self.by:
            told["ours_by"] = {
                "by": self.by.by,
                "at": self.by.at,
                "update": write_reference("updates", self.by.update),
            }
        return told | ({"choice": self.choice} if self.choice else {})


@dataclass(frozen=True)
class CopyFault:
    """A cell that was not read, and why."""

    place: str
    heading: str
    text: str
    why: str

    def told(self, shown: Callable[[str], str] = str) -> str:
        """The fault as people read it."""
        return f"{self.place} {self.heading}: {shown(self.text[:60])} ({self.why})"


@dataclass
class CopyRow:
    """What would happen with one row that is not as it was."""

    line: CopyLine
    verdict: Verdict
    number: int | None = None
    """The record, where there is one."""
    parent: str = ""
    """What a new row belongs to: a reference, or the mark of another new row."""
    parent_number: int = 0
    mark: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    """Of a new row: field → what is typed for it."""
    bears_out: list[str] = field(default_factory=list)
    """Of a new source: what it bears out, by reference or mark."""
    changes: list[CellChange] = field(default_factory=list)
    faults: list[CopyFault] = field(default_factory=list)
    reason: str = ""
    """Why it is unclear."""
    could_be: list[int] = field(default_factory=list)

    @property
    def reference(self) -> str:
        """The record as it is called; the mark, or nothing, for a new one."""
        return write_reference(self.line.sheet.table, self.number) if self.number else self.mark

    @property
    def needs(self) -> set[str]:
        """The marks of new rows that it names."""
        texts = [self.parent, *self.typed.values(), *self.bears_out, *(one.typed for one in self.changes)]
        return {text for text in texts if text.startswith("#")}

    @property
    def conflicts(self) -> list[CellChange]:
        """The cells about which somebody must decide."""
        return [change for change in self.changes if change.conflict]

    def told(self, shown: Callable[[str], str] = str) -> str:
        """The row as people read it, on one line."""
        name = self.line.text("Name (shown)") or self.line.text("Name") or self.line.text("Name in Persian")
        words = " ".join(
            part for part in (self.line.place, self.reference, shown(name) if name else "") if part
        )
        typed = "; ".join(map(shown, self.typed.values()))
        said = typed if self.verdict is Verdict.NEW else self.reason
        return f"{words}: {said}" if said else words

    def as_json(self) -> dict[str, Any]:
        """The row for programs."""
        return {
            "sheet": self.line.sheet.name,
            "row": self.line.number,
            "record": self.reference,
            "verdict": str(self.verdict),
            "reason": self.reason,
            "could_be": [write_reference("prisoners", one) for one in self.could_be],
            "typed": self.typed,
            "changes": [change.as_json() for change in self.changes],
            "not_read": [vars(fault) for fault in self.faults],
        }


@dataclass
class CopyPlan:
    """What taking a working copy back would do."""

    book: CopyBook
    version: int
    """The last update of the registry when this was planned."""
    rows: list[CopyRow] = field(default_factory=list)
    """The rows that are not as they were, in the order in which they would be written."""
    same: int = 0
    """Rows that say what the registry says."""
    marks: dict[str, tuple[str, int]] = field(default_factory=dict)
    """New rows that an earlier import made: mark → table and number."""
    findings: list[str] = field(default_factory=list)
    """What was done to the copy and changes nothing: cells emptied, rows deleted, cells that are only shown."""

    def count(self) -> Counter[Verdict]:
        """How many rows of each verdict."""
        return Counter(row.verdict for row in self.rows) + Counter({Verdict.SAME: self.same})

    def having(self, verdict: Verdict) -> list[CopyRow]:
        """The rows of one verdict."""
        return [row for row in self.rows if row.verdict is verdict]

    def changes(self) -> Iterator[CellChange]:
        """Every cell that is said differently."""
        return (change for row in self.rows for change in row.changes)

    def conflicts(self) -> list[CellChange]:
        """The cells that both sides changed."""
        return [change for change in self.changes() if change.conflict]

    def open_conflicts(self) -> list[CellChange]:
        """Those about which nobody decided yet."""
        return [change for change in self.conflicts() if not change.choice]

    def faults(self) -> list[CopyFault]:
        """Every cell that was not read."""
        return [fault for row in self.rows for fault in row.faults]

    def as_json(self) -> dict[str, Any]:
        """The plan for programs."""
        return {
            "file": self.book.file,
            "working_copy": self.book.made.reference,
            "made_from": self.book.made.update,
            "totals": {str(verdict): self.count()[verdict] for verdict in Verdict},
            "cells_changed": sum(not change.conflict for change in self.changes()),
            "cells_in_conflict": len(self.conflicts()),
            "not_read": len(self.faults()),
            "notices": self.book.notices,
            "findings": self.findings,
            "plan": [row.as_json() for row in self.rows],
        }
