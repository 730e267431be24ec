"""Three-way, cell by cell: what a record said when the copy was made, what the copy says of it, and what we say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from prisoners.privacy.policy import row_level
from prisoners.sheets.copy_cells import CLEAR, KEPT_BACK, as_read, cell_text, is_nullable, written
from prisoners.sheets.copy_columns import SCRIPTS, Column, CopySheet, Kind
from prisoners.sheets.copy_moments import Changed, Row, Since, World
from prisoners.sheets.copy_plan import CellChange, CopyFault, CopyRow
from prisoners.sheets.copy_read import CopyCell
from prisoners.sheets.copy_rehearsal import Tried, attempt, tried
from prisoners.sheets.copy_verbs import Marks, amend_row
from prisoners.sheets.excel_habits import same_but_for_excel, unescaped
from prisoners.sheets.plan import Verdict
from prisoners.sheets.safe import from_cell
from prisoners.sheets.values import same
from prisoners.store.unit import Unit
from prisoners.vocabulary import Confidentiality

_SEALED = "(sealed)"
_NAMES_OTHERS_TOO = frozenset({"prison", "offence", "ward", "place"})
"""Fields of which the words may fill others: `Evin 209` also names the ward."""


@dataclass
class ThreeWay:
    """The three sides of every record of a copy, and the picture in which theirs is tried."""

    now: World
    then: World
    since: Since
    kept_back: set[str]
    """Record and heading of cells that the copy did not show."""
    headings: dict[str, list[str]]
    unit: Unit
    marks: Marks
    findings: list[str] = field(default_factory=list)

    def changed(self, row: CopyRow) -> list[CellChange]:
        """The cells that somebody changed; what Excel did by itself is none of them. Faults are put into the row."""
        sheet, found = row.line.sheet, []
        stood, ours = (world.row(sheet.table, row.number) for world in (self.then, self.now))
        row.faults.clear()
        for column in sheet.columns:
            if column.heading not in self.headings[sheet.name] or stood is None:
                continue
            was, cell = written(self.then, sheet, column, stood), row.line.cells.get(column.heading)
            if cell is None:
                self._emptied(row, column, was)
            elif not _is_untouched(was, cell) and (change := self._change(row, column, was, cell, ours)):
                found.append(change)
        return found

    def tried(self, row: CopyRow, cells: list[CellChange]) -> Tried:
        """Which of the cells can be written together, what each comes to, and what is wrong with the others."""
        before = self._in_picture(row.line.sheet, row.number or 0)
        by_field = {change.column.field: change for change in cells}

        def write(typed: dict[str, str]) -> bool:
            self._write(row, typed)
            after = self._in_picture(row.line.sheet, row.number or 0)
            row.changes = list(self._compared(row, [by_field[field] for field in typed], before, after))
            return len(row.changes) == len(cells) and not row.conflicts

        return tried(self.unit, write, {field: change.typed for field, change in by_field.items()})

    def settle(self, row: CopyRow, cells: list[CellChange], outcome: Tried) -> None:
        """Say what becomes of the row, and do what is certain of it in the picture."""
        for change in cells:
            if why := outcome.faults.get(change.column.field):
                row.faults.append(CopyFault(change.cell.place, change.column.heading, change.theirs, why))
        if not outcome.typed:
            row.changes = []
        if len(row.changes) < len(cells) or row.conflicts:
            self._write_sure(row)
        if row.changes:
            row.verdict = Verdict.CONFLICT if row.conflicts else Verdict.AMENDED

    def _write_sure(self, row: CopyRow) -> None:
        """Write what is certain of a row of which something else is not."""
        sure = {one.column.field: one.typed for one in row.changes if not one.conflict}

        def write() -> bool:
            self._write(row, sure)
            return True

        if sure and (
            error := attempt(self.unit, write)
        ):  # it can stand only together with what is in conflict
            row.verdict, row.reason, row.changes = Verdict.UNCLEAR, error.sentence, []

    def find(self, finding: str) -> None:
        """Say once what was done to the copy that changes nothing."""
        if finding not in self.findings:
            self.findings.append(finding)

    def _emptied(self, row: CopyRow, column: Column, was: str) -> None:
        if was and column.kind is not Kind.SHOWN:
            self.find(
                f"{row.line.place} {row.reference} {column.heading} was emptied; {CLEAR} would clear it"
            )

    def _change(
        self, row: CopyRow, column: Column, was: str, cell: CopyCell, ours: Row | None
    ) -> CellChange | None:
        """What a cell says that was changed; None where it changes nothing or was not read."""
        sheet, text = row.line.sheet, unescaped(cell.text).strip()
        if column.kind is Kind.SHOWN:
            self.find(f"{cell.place} {column.heading} is for reading; “{text[:40]}” is not taken")
            return None
        if why := cell.doubt or self._why_not(row, column, text):
            row.faults.append(CopyFault(cell.place, column.heading, text, why))
            return None
        now = (
            ""
            if ours is None
            else _SEALED
            if _is_sealed(sheet, ours)
            else cell_text(self.now, sheet, column, ours)
        )
        theirs = "" if text == CLEAR else text
        if theirs == now or (not theirs and not was):
            return None
        typed = (
            "no"
            if not theirs and column.kind is Kind.FLAG and not is_nullable(sheet.table, column)
            else theirs
        )
        return CellChange(cell, column, row.reference, was, now, theirs, typed)

    def _why_not(self, row: CopyRow, column: Column, text: str) -> str:
        table = row.line.sheet.table
        if f"{row.reference} {column.heading}" in self.kept_back:
            return "what stands here was not on the copy; correct it at the registry"
        if any((table, row.number, name) in self.since.erased for name in column.columns):
            return "it was erased meanwhile, and no copy brings it back"
        may_be_empty = column.kind in (Kind.FLAG, Kind.NAME) or is_nullable(table, column)
        return "" if text != CLEAR or may_be_empty else "it cannot be empty"

    def _write(self, row: CopyRow, typed: dict[str, str]) -> None:
        amend_row(self.unit, row.line.sheet, row.number or 0, typed, self.marks)

    def _compared(
        self, row: CopyRow, cells: list[CellChange], before: dict[str, Any], after: dict[str, Any]
    ) -> Iterator[CellChange]:
        """Value by value: only theirs changed, both did, or it says the same after all."""
        declared = {name for change in cells for name in _names(change.column)}
        filled = {name for name in after if after[name] != before[name]} - declared
        for change in cells:
            names = _names(change.column)
            if change.column.field in _NAMES_OTHERS_TOO:
                names |= filled
            yield from self._three_way(row, change, {name: after.get(name) for name in names})

    def _three_way(self, row: CopyRow, change: CellChange, theirs: dict[str, Any]) -> Iterator[CellChange]:
        ours, stood = (self._values(world, row, change.column, theirs) for world in (self.now, self.then))
        if any(all(same(theirs[name], side[name]) for name in theirs) for side in (ours, stood)):
            return
        read = as_read(change.column, theirs)
        if any(ours[name] != stood[name] and not same(theirs[name], ours[name]) for name in theirs):
            yield replace(change, conflict=True, read=read, by=self._changed_by(row, change.column, theirs))
        else:
            yield replace(change, read=read)

    def _changed_by(self, row: CopyRow, column: Column, names: dict[str, Any]) -> Changed | None:
        """Who changed ours last."""
        table, number = row.line.sheet.table, row.number or 0
        if column.kind is Kind.NAME:
            shown = self.now.names.get((number, SCRIPTS[column.field]), {})
            cells = [("names", int(shown.get("id", 0)), "text")]
        else:
            cells = [(table, number, name) for name in names]
        known = [self.since.changed[cell] for cell in cells if cell in self.since.changed]
        return max(known, key=lambda one: one.update, default=None)

    def _values(self, world: World, row: CopyRow, column: Column, names: dict[str, Any]) -> dict[str, Any]:
        stood = world.row(row.line.sheet.table, row.number)
        if column.kind is Kind.NAME:
            return {column.field: world.name(row.number, SCRIPTS[column.field]) or None}
        return {name: stood[name] if stood is not None else None for name in names}

    def _in_picture(self, sheet: CopySheet, number: int) -> dict[str, Any]:
        """A record as it stands in the picture; a person with the names shown."""
        row = self.unit.rows(f"SELECT * FROM {sheet.table} WHERE id = :number", number=number)[0]
        if sheet.table != "prisoners":
            return row
        names = self.unit.rows(
            "SELECT script, text FROM names WHERE prisoner_id = :number AND is_primary = 1 AND withdrawn = 0",
            number=number,
        )
        return row | dict.fromkeys(SCRIPTS) | {f"name_{name['script']}": name["text"] for name in names}


def _is_sealed(sheet: CopySheet, ours: Row) -> bool:
    """Whether a record was sealed meanwhile: then what it says now is not shown beside theirs."""
    return row_level(sheet.table, dict(ours)) == Confidentiality.SEALED


def _is_untouched(was: str, cell: CopyCell) -> bool:
    """Whether nobody changed a cell; LibreOffice saves `_x000D_` as a sign for a carriage return."""
    texts = {was, from_cell(was)}
    return cell.text.strip() == KEPT_BACK or any(
        same_but_for_excel(text, cell.text, typed=cell.typed) for text in texts
    )


def _names(column: Column) -> set[str]:
    """The columns of the registry behind a cell."""
    return {column.field} if column.kind is Kind.NAME else set(column.columns)
