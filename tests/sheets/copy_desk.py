"""A researcher at the registry and a colleague with a working copy of it: what each does, and what comes of it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from copy import copy, deepcopy
from pathlib import Path
from typing import Any

from prisoners.actions.because import act
from prisoners.records.exports import Export
from prisoners.sheets.columns import column_letters
from prisoners.sheets.copy_apply import CopyDecisions, apply_copy
from prisoners.sheets.copy_columns import REFERENCE
from prisoners.sheets.copy_decide import plan_copy
from prisoners.sheets.copy_plan import CopyPlan
from prisoners.sheets.copy_read import CopyBook, CopyCell, CopyLine
from prisoners.sheets.copy_write import WorkingCopy, prepare_copy
from prisoners.sheets.gather import everybody
from prisoners.store.reader import reading
from prisoners.vocabulary import UpdateKind

TODAY = dt.date(2026, 3, 21)


class Desk:
    """One registry, one copy of it as a grid of texts, and the way back."""

    def __init__(self, registry: Path, people: list[int] | None = None) -> None:
        self.registry = registry
        with reading(registry) as reader:
            self.copy: WorkingCopy = prepare_copy(
                reader, people or everybody(reader), today=TODAY, selection=""
            )
        with act(registry, by="Sara", because="a working copy") as unit:
            self.number = unit.numbers.next("exports")
            facts = {
                "made_at": "2026-03-21T08:00:00Z",
                "audience": "internal",
                "file_name": "cases.xlsx",
                "prisoners": len(self.copy.people),
                "sha256": "0",
                "manifest": json.dumps(self.copy.as_json()),
            }
            unit.add(Export, facts, number=self.number)
        self.made = self.copy.made(self.number, "Lida")
        self.grid: dict[str, list[dict[str, str]]] = {
            page.sheet.name: [dict(zip(page.sheet.headings, row, strict=True)) for row in page.rows]
            for page in self.copy.pages
        }
        self.headings = {page.sheet.name: list(page.sheet.headings) for page in self.copy.pages}
        self.doubts: dict[tuple[str, str, str], str] = {}

    def elsewhere(self, folder: Path) -> Desk:
        """The same desk on a copy of the registry, made in a moment."""
        twin = copy(self)
        twin.registry = folder / "registry.db"
        shutil.copyfile(self.registry, twin.registry)
        twin.grid, twin.headings, twin.doubts = deepcopy(self.grid), deepcopy(self.headings), {}
        return twin

    def row(self, sheet: str, reference: str) -> dict[str, str]:
        """One row of the copy."""
        return next(row for row in self.grid[sheet] if row[REFERENCE] == reference)

    def edit(self, sheet: str, reference: str, heading: str, text: str) -> None:
        """The colleague types into a cell."""
        assert heading in self.headings[sheet], heading
        self.row(sheet, reference)[heading] = text

    def new(self, sheet: str, **cells: str) -> None:
        """The colleague adds a row at the end; `_` in a name stands for a space."""
        row = {heading.replace("_", " "): text for heading, text in cells.items()}
        assert row.keys() <= set(self.headings[sheet]), row
        self.grid[sheet].append(row)

    def ours(self, table: str, number: int, **facts: Any) -> None:
        """The researcher corrects a record meanwhile."""
        from prisoners.actions.verbs import verbs

        with act(self.registry, by="Omid", because="a letter") as unit:
            verbs(table).amend(unit, number, facts)

    def book(self) -> CopyBook:
        """The copy as it comes back, read without a spreadsheet between."""
        book = CopyBook("cases.xlsx", self.made, headings=self.headings)
        for page in self.copy.pages:
            for number, row in enumerate(self.grid.get(page.sheet.name, []), start=2):
                cells = {
                    heading: CopyCell(
                        row[heading],
                        f"{page.sheet.name}!{column_letters(place)}{number}",
                        doubt=self.doubts.get((page.sheet.name, row.get(REFERENCE, ""), heading), ""),
                    )
                    for place, heading in enumerate(self.headings[page.sheet.name], start=1)
                    if row.get(heading, "").strip()
                }
                if cells:
                    book.lines.append(CopyLine(page.sheet, number, cells))
        return book

    def plan(self) -> CopyPlan:
        """What taking it back would do."""
        return plan_copy(self.book(), self.registry)

    def taken(self, plan: CopyPlan | None = None, **decisions: bool) -> dict[str, int]:
        """Take it back."""
        with act(self.registry, by="Sara", because="the copy", kind=UpdateKind.IMPORT) as unit:
            return dict(apply_copy(unit, plan or self.plan(), CopyDecisions(**decisions)))

    def value(self, sql: str) -> object:
        """One cell of the registry."""
        with reading(self.registry) as reader:
            return reader.value(sql)


def told(plan: CopyPlan) -> list[str]:
    """Every change and every conflict, in words."""
    return [change.told() for change in plan.changes()]


def faults(plan: CopyPlan) -> list[str]:
    """Every cell that was not read, in words."""
    return [fault.told() for fault in plan.faults()]


def reasons(plan: CopyPlan) -> list[str]:
    """Why rows are unclear."""
    return [row.reason for row in plan.rows if row.reason]
