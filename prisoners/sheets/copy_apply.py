"""Does what the plan of a working copy says, as one update: every row of it through the verbs, or nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from prisoners.errors import CopyUndecided, NoSuchConflict, RegistryMovedOn
from prisoners.sheets.copy_plan import CopyPlan, CopyRow
from prisoners.sheets.copy_verbs import Marks, add_row, amend_row
from prisoners.sheets.plan import Verdict
from prisoners.store.unit import Unit

ALL = "all"


@dataclass(frozen=True)
class CopyDecisions:
    """What to do about what the plan cannot decide; without a word it is not applied."""

    skip_unclear: bool = False
    unclear_as_new: bool = False
    leave_conflicts: bool = False
    """Ours stays where nobody decided."""
    skip_unread: bool = False

    def takes(self, row: CopyRow) -> bool:
        """Whether a row is written: one that could be somebody else only as a new person."""
        if row.verdict is Verdict.UNCLEAR:
            return self.unclear_as_new and bool(row.typed)
        return True

    def leaves_open(self, plan: CopyPlan) -> tuple[int, int, int]:
        """How many unclear rows, conflicts and cells nobody said anything about."""
        rows = [row for row in plan.having(Verdict.UNCLEAR) if not (self.skip_unclear or self.takes(row))]
        conflicts = [] if self.leave_conflicts else plan.open_conflicts()
        return len(rows), len(conflicts), 0 if self.skip_unread else len(plan.faults())


def choose(plan: CopyPlan, cells: Sequence[str], choice: str) -> None:
    """Decide conflicts by the cells in which they stand (`Events!F12`), or `all`; raises NoSuchConflict."""
    conflicts = {change.cell.place.casefold(): change for change in plan.conflicts()}
    for cell in cells:
        if cell.casefold() == ALL:
            for change in plan.open_conflicts():
                change.choice = choice
        elif (found := conflicts.get(cell.casefold())) is not None:
            found.choice = choice
        else:
            raise NoSuchConflict(cell, [change.cell.place for change in plan.conflicts()])


def check_decided(plan: CopyPlan, decisions: CopyDecisions) -> None:
    """Raise CopyUndecided where somebody must decide first."""
    left = decisions.leaves_open(plan)
    if any(left):
        raise CopyUndecided(*left, plan.book.file)


def apply_copy(unit: Unit, plan: CopyPlan, decisions: CopyDecisions | None = None) -> Counter[str]:
    """Write what the plan says; returns how many rows of each sheet were added and how many cells taken.

    Raises CopyUndecided where somebody must decide first, RegistryMovedOn where the plan is out of date.
    """
    decided = decisions or CopyDecisions()
    check_decided(plan, decided)
    last = unit.rows("SELECT max(id) AS last FROM updates WHERE id <> :open", open=unit.update.id)
    if last[0]["last"] != plan.version:
        raise RegistryMovedOn(plan.book.file)
    done: Counter[str] = Counter()
    marks: Marks = dict(plan.marks)
    for row in plan.rows:
        if decided.takes(row):
            _write(unit, row, marks, done)
    return done


def _write(unit: Unit, row: CopyRow, marks: Marks, done: Counter[str]) -> None:
    sheet = row.line.sheet
    if row.number is None:
        add_row(unit, row, row.typed, marks)
        done[f"new in {sheet.name}"] += 1
        return
    taken = [change for change in row.changes if change.taken]
    if taken:
        amend_row(unit, sheet, row.number, {change.column.field: change.typed for change in taken}, marks)
        done["cells taken"] += len(taken)


def left_behind(plan: CopyPlan, decisions: CopyDecisions, shown: Callable[[str], str] = str) -> Iterator[str]:
    """What was not written, and where it stands: nothing is passed over in silence."""
    for row in plan.rows:
        if not decisions.takes(row):
            yield f"left out: {row.told(shown)}"
            continue
        yield from (f"left as it is: {change.told(shown)}" for change in row.changes if not change.taken)
        yield from (f"not read: {fault.told(shown)}" for fault in row.faults)
