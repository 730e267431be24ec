"""Decides what a working copy would do: each row is found again by its reference, wherever it was moved to."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from prisoners.errors import CopyOfAnotherRegistry
from prisoners.sheets.copy_about import registry_mark
from prisoners.sheets.copy_cells import written
from prisoners.sheets.copy_columns import REFERENCE, Column, CopySheet, Kind
from prisoners.sheets.copy_moments import Row, moments
from prisoners.sheets.copy_new import NewRows
from prisoners.sheets.copy_plan import CopyPlan, CopyRow
from prisoners.sheets.copy_read import CopyBook, CopyLine
from prisoners.sheets.copy_rehearsal import picture, rehearsing
from prisoners.sheets.copy_three_way import ThreeWay
from prisoners.sheets.plan import Verdict
from prisoners.store.named import unpacked
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference, write_reference

_MOST_GONE = 20
_A_FEW = 2
"""Cells that may be changed before a row is compared with all others: it may stand under a wrong reference."""


def plan_copy(book: CopyBook, registry: Path) -> CopyPlan:
    """What taking this working copy back would do; raises CopyOfAnotherRegistry."""
    with picture(registry) as memory:
        reader = Reader(memory)
        exported = _exported(book, reader)
        known = {int(copy): int(last) for copy, last in exported["known"].items()}
        now, then, since = moments(reader, known)
        plan = CopyPlan(book, version=int(str(reader.value("SELECT max(id) FROM updates"))))
        new = NewRows(reader, now, since)
        with rehearsing(memory) as unit:
            held = set(exported["kept_back"])
            sides = ThreeWay(now, then, since, held, book.headings, unit, plan.marks.copy(), plan.findings)
            _Deciding(plan, sides, exported).decide(new)
    return plan


def _exported(book: CopyBook, reader: Reader) -> dict[str, Any]:
    """What the registry kept of the copy when it made it."""
    if book.made.registry != registry_mark(reader):
        raise CopyOfAnotherRegistry(book.file, "of another registry")
    number = read_reference(book.made.reference)[1]
    kept = reader.value("SELECT manifest FROM exports WHERE id = :number AND withdrawn = 0", number=number)
    told: dict[str, Any] = json.loads(str(kept)) if kept else {}
    if not told.get("working_copy"):
        raise CopyOfAnotherRegistry(book.file, f"this registry did not make {book.made.reference}")
    return told


class _Deciding:
    """One working copy, row after row."""

    def __init__(self, plan: CopyPlan, sides: ThreeWay, exported: dict[str, Any]) -> None:
        self.plan, self.sides, self.then = plan, sides, sides.then
        self.people, self.sources = (set(unpacked(exported[which])) for which in ("people", "sources"))
        self._saying = cache(self._read_all)

    def decide(self, new: NewRows) -> None:
        """Every row: new people and cases first, then corrections, then new events, which rest on both."""
        lines, unit, marks = self.plan.book.lines, self.sides.unit, self.sides.marks
        fresh = [line for line in lines if _is_new(line)]
        known = [line for line in lines if not _is_new(line)]
        new.take(self.plan, unit, marks, [line for line in fresh if line.sheet.table != "events"])
        self._known(known)
        new.take(self.plan, unit, marks, [line for line in fresh if line.sheet.table == "events"])
        self._gone(known)

    def _known(self, lines: list[CopyLine]) -> None:
        counted = Counter(line.text(REFERENCE).upper() for line in lines)
        waiting = []
        for line in lines:
            row = CopyRow(line, Verdict.SAME)
            if not self._decided(row, twice=counted[line.text(REFERENCE).upper()] > 1):
                waiting.append(row)
        for row in waiting:  # what was refused may stand once its neighbours are corrected
            self._decided(row, last=True)

    def _decided(self, row: CopyRow, *, twice: bool = False, last: bool = False) -> bool:
        """Decide about a row that the registry has; False for one that was refused and is to be tried again."""
        if why := self._not_found(row):
            self._unclear(row, why)
            return True
        cells = self.sides.changed(row)
        if not cells and not row.faults:
            self.plan.same += 1
            return True
        if why := self._is_another(row, len(cells), twice=twice) or self._cannot_be_changed(row):
            self._unclear(row, why)
            return True
        outcome = self.sides.tried(row, cells)
        if (outcome.refused or outcome.faults) and not last:
            return False
        if outcome.refused:
            self._unclear(row, outcome.refused)
            return True
        self.sides.settle(row, cells, outcome)
        if row.verdict is Verdict.SAME and not row.faults:
            self.plan.same += 1
        else:
            self.plan.rows.append(row)
        return True

    def _unclear(self, row: CopyRow, reason: str) -> None:
        row.verdict, row.reason, row.changes, row.faults = Verdict.UNCLEAR, reason, [], []
        self.plan.rows.append(row)

    def _not_found(self, row: CopyRow) -> str:
        """Why the row cannot be found again by its reference; nothing where it can."""
        sheet, reference = row.line.sheet, row.line.text(REFERENCE)
        if not is_reference(reference, sheet.table):
            return f"“{reference}” is no reference of the sheet {sheet.name}"
        row.number = read_reference(reference)[1]
        stood = self.then.row(sheet.table, row.number)
        if stood is None or not self._was_on_copy(sheet, stood):
            return f"{row.reference} was not on this copy"
        for heading, table in sheet.above:
            said, ours = row.line.text(heading), self._above(sheet, table, stood)
            if said and said.upper() != ours:
                return f"{row.reference} belongs to {ours}, and the row says {said}"
        return ""

    def _was_on_copy(self, sheet: CopySheet, stood: Row) -> bool:
        if sheet.table == "sources":
            return stood["id"] in self.sources
        return self.then.person_of(sheet.table, stood) in self.people

    def _above(self, sheet: CopySheet, table: str, stood: Row) -> str:
        own = self.then.person_of(sheet.table, stood) if table == "prisoners" else stood[f"{table[:-1]}_id"]
        return write_reference(table, own or 0)

    def _is_another(self, row: CopyRow, changed: int, *, twice: bool) -> str:
        """Why a row seems to stand under the reference of another; nothing where it does not."""
        if twice:
            return f"another row has the reference {row.reference} too"
        if changed < _A_FEW:
            return ""
        sheet = row.line.sheet
        said = tuple(row.line.text(one.heading) for one in _telling(sheet))
        others = self._saying(sheet.name).get(said, set())
        if not any(said) or not others or row.number in others:
            return ""
        other = write_reference(sheet.table, min(others))
        return f"it says what {other} says, and stands under the reference {row.reference}"

    def _read_all(self, name: str) -> dict[tuple[str, ...], set[int]]:
        """What tells the records of a sheet apart, as the copy had it: people by their names, others by everything."""
        found: dict[tuple[str, ...], set[int]] = defaultdict(set)
        sheet = next(line.sheet for line in self.plan.book.lines if line.sheet.name == name)
        columns = _telling(sheet)
        for number, row in self.then.tables[sheet.table].items():
            if self.then.stands(sheet.table, row) and self._was_on_copy(sheet, row):
                found[tuple(written(self.then, sheet, one, row).strip() for one in columns)].add(number)
        return found

    def _cannot_be_changed(self, row: CopyRow) -> str:
        """Why a record is not there any more to be corrected."""
        table, now = row.line.sheet.table, self.sides.now
        ours = now.row(table, row.number)
        if ours is None:
            return f"{row.reference} was erased meanwhile"
        if table == "prisoners" and ours["merged_into"]:
            return f"{row.reference} was merged into {write_reference(table, ours['merged_into'])} meanwhile"
        return "" if now.stands(table, ours) else f"{row.reference} was withdrawn meanwhile"

    def _gone(self, lines: list[CopyLine]) -> None:
        """Say which rows of the copy are not in it any more; nothing is withdrawn for that."""
        seen = {line.text(REFERENCE).upper() for line in lines}
        for sheet in {line.sheet.name: line.sheet for line in lines}.values():
            gone = [
                reference
                for number, row in self.then.tables[sheet.table].items()
                if (reference := write_reference(sheet.table, number)) not in seen
                and self._was_on_copy(sheet, row)
                and self.then.stands(sheet.table, row)
            ]
            if gone:
                more = f" and {len(gone) - _MOST_GONE:,} more" if len(gone) > _MOST_GONE else ""
                told = f"{', '.join(gone[:_MOST_GONE])}{more}"
                self.sides.find(f"{sheet.name} no longer has {told}; nothing is withdrawn for that")


def _is_new(line: CopyLine) -> bool:
    reference = line.text(REFERENCE)
    return not reference or reference.startswith("#")


def _telling(sheet: CopySheet) -> list[Column]:
    """The columns that tell the rows of a sheet apart: of people their names, of others all that can be typed."""
    return [
        one
        for one in sheet.columns
        if one.kind is (Kind.NAME if sheet.table == "prisoners" else one.kind) and one.kind is not Kind.SHOWN
    ]
