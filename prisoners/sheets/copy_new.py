"""New rows of a working copy: new records, unless an import made them already, and people who may be known here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, partial
from typing import Any

from prisoners.errors import PrisonersError
from prisoners.queries.doubles import Pair, judge
from prisoners.queries.facts import Facts, all_facts, span_of
from prisoners.queries.namesakes import Namesakes
from prisoners.sheets.copy_cells import CLEAR, says
from prisoners.sheets.copy_columns import BEARS_OUT, FOLLOWS, REFERENCE, SCRIPTS, Column, CopySheet, Kind
from prisoners.sheets.copy_moments import Row, Since, World
from prisoners.sheets.copy_plan import CopyFault, CopyPlan, CopyRow
from prisoners.sheets.copy_read import CopyLine
from prisoners.sheets.copy_rehearsal import attempt, tried
from prisoners.sheets.copy_verbs import Marks, add_row, parent_of
from prisoners.sheets.excel_habits import unescaped
from prisoners.sheets.plan import Verdict
from prisoners.sheets.values import stored
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit, form_of, record_named

_BETWEEN = re.compile(r"[\s;,،؛]+")
_PARENTS = {"cases": "prisoner_id", "events": "prisoner_id", "charges": "case_id", "judgments": "case_id"}
_PARENTS["sentences"] = "judgment_id"
_FIELDS = {script: field for field, script in SCRIPTS.items()}


class NewRows:
    """The new rows of one copy."""

    def __init__(self, reader: Reader, now: World, since: Since) -> None:
        self.now, self.since = now, since
        self.known = all_facts(reader)
        self.found: dict[str, set[int]] = defaultdict(set)
        """Records made since, which a row of the copy was found to be."""
        self.doubted: set[str] = set()
        """Marks of new rows that are unclear."""

    def take(self, plan: CopyPlan, unit: Unit, marks: Marks, lines: list[CopyLine]) -> None:
        """Decide about these rows, the records on which others hang first."""
        doubles = self._doubles([line for line in lines if line.sheet.table == "prisoners"])
        for line in lines:
            row = _row_of(line)
            made = self._made_before(unit, row, marks)
            if made is None:
                made = self._try(unit, row, marks)
            if made is not None:
                _found(plan, row, made)
                if row.mark:
                    marks[row.mark] = plan.marks[row.mark] = (line.sheet.table, made)
                continue
            self._doubt(row, doubles.get(id(line), []), marks)
            plan.rows.append(row)

    def _doubt(self, row: CopyRow, pairs: list[Pair], marks: Marks) -> None:
        """Say why a new row is unclear: who it could be, what it repeats, or that it belongs to what is unclear."""
        if pairs:
            row.verdict, row.could_be = Verdict.UNCLEAR, [pair.other_id for pair in pairs]
            told = [f"{pair.other} ({'; '.join((pair.name, *pair.speaks_for))})" for pair in pairs[:3]]
            row.reason = f"could be {', or '.join(told)}"
        elif row.verdict is Verdict.NEW and (of := row.needs & self.doubted):
            row.verdict, row.reason = Verdict.UNCLEAR, f"belongs to {', '.join(sorted(of))}, which is unclear"
        elif row.verdict is Verdict.NEW and (known := self._repeated(row)):
            row.verdict, row.reason = Verdict.UNCLEAR, f"says what {known} says already"
        elif row.verdict is Verdict.NEW and (entered := self._entered_without(row, marks)):
            row.verdict, row.reason = Verdict.UNCLEAR, entered
        if row.verdict is Verdict.UNCLEAR and row.mark:
            self.doubted.add(row.mark)

    def _try(self, unit: Unit, row: CopyRow, marks: Marks) -> int | None:
        """Enter the row in the picture, without what cannot be read; the record it is where that changed nothing."""
        before, made = _last_line(unit), list[int]()

        def write(typed: dict[str, str]) -> bool:
            made[:] = [add_row(unit, row, typed, marks)]
            return typed == row.typed  # without a cell that cannot be read it may have been entered before

        try:
            row.parent_number = parent_of(unit, row, marks)
        except PrisonersError as error:
            row.verdict, row.reason = Verdict.UNCLEAR, error.sentence
            return None
        outcome = tried(unit, write, row.typed)
        headings = {column.field: column.heading for column in row.line.sheet.columns}
        for field, why in outcome.faults.items():
            cell = row.line.cells[headings[field]]
            row.faults.append(CopyFault(cell.place, headings[field], cell.text, why))
        row.typed = outcome.typed
        if not row.typed:
            row.verdict, row.reason = Verdict.UNCLEAR, outcome.refused or "nothing in it could be read"
            return None
        if outcome.faults:
            if (again := self._made_before(unit, row, marks)) is not None:
                return again
            attempt(unit, partial(write, row.typed))
        return made[0] if _last_line(unit) == before else None

    def _made_before(self, unit: Unit, row: CopyRow, marks: Marks) -> int | None:
        """The record that was already made of this very row, by an earlier import of the copy or here by hand.

        One that was corrected here until it says what the row says is that record too.
        """
        table = row.line.sheet.table
        try:
            row.parent_number = parent_of(unit, row, marks)
        except PrisonersError:
            return None
        for number, cells in self._added[_key(table, row.parent_number, row.typed)]:
            stands = cells | dict(self.now.row(table, number) or {})
            if number not in self.found[table] and any(
                self._is_this(row, one, marks) for one in (cells, stands)
            ):
                self.found[table].add(number)
                return number
        return None

    def _repeated(self, row: CopyRow) -> str:
        """The record that the registry had already, and that says what a new row says and nothing else."""
        table = row.line.sheet.table
        for number, cells in self._stood[table, row.parent_number]:
            if self._is_this(row, dict(cells), {}):
                return write_reference(table, number)
        return ""

    def _entered_without(self, row: CopyRow, marks: Marks) -> str:
        """Where a record made since says the same with less, as one entered before a cell was corrected."""
        table = row.line.sheet.table
        for number, cells in self._added[_key(table, row.parent_number, row.typed)]:
            if number in self.found[table] or not self.now.stands(table, self.now.row(table, number)):
                continue
            if lacking := self._lacking(row, cells, marks):
                record, update = write_reference(table, number), write_reference("updates", cells["update"])
                return (
                    f"{record}, entered by {update}, says this without {', '.join(lacking)}; correct it there"
                )
        return ""

    @cached_property
    def _added(self) -> dict[tuple[Any, ...], list[tuple[int, dict[str, Any]]]]:
        """What was added since and is still there, found by what it belongs to, a person by the name."""
        found: dict[tuple[Any, ...], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        names = {
            (name["prisoner_id"], name["update"], _FIELDS[name["script"]]): name["text"]
            for (table, _), name in reversed(self.since.added.items())
            if table == "names" and name["script"] in _FIELDS
        }
        for (table, number), cells in self.since.added.items():
            if self.now.row(table, number) is None:
                continue
            named = {
                field: names[number, cells["update"], field]
                for field in SCRIPTS
                if table == "prisoners" and (number, cells["update"], field) in names
            }
            found[_key(table, cells.get(_PARENTS.get(table, ""), 0), named)].append((number, cells | named))
        return found

    @cached_property
    def _stood(self) -> dict[tuple[str, int], list[tuple[int, Row]]]:
        """What was there when the copy was made and still counts, by what it belongs to."""
        found: dict[tuple[str, int], list[tuple[int, Row]]] = defaultdict(list)
        for table, parent in _PARENTS.items():
            for number, cells in self.now.tables[table].items():
                if (table, number) not in self.since.added and self.now.stands(table, cells):
                    found[table, cells[parent]].append((number, cells))
        return found

    def _is_this(self, row: CopyRow, cells: Mapping[str, Any], marks: Marks) -> bool:
        """Whether a record says what the row says and nothing else."""
        return self._lacking(row, cells, marks) == []

    def _lacking(self, row: CopyRow, cells: Mapping[str, Any], marks: Marks) -> list[str] | None:
        """The headings under which the row says what the record leaves empty; None where they say different things."""
        sheet, follows = row.line.sheet, FOLLOWS.get(row.line.sheet.table, frozenset())
        whole: dict[str, Any] = dict.fromkeys(form_of(record_named(sheet.table)).model_fields) | dict(cells)
        lacking = []
        for column in sheet.columns:
            text = row.typed.get(column.field, "")
            text = write_reference(*marks[text]) if text in marks else text
            if column.kind is Kind.SHOWN:
                continue
            if column.kind is Kind.NAME:
                if text != cells.get(column.field, ""):
                    return None
            elif text:
                if says(self.now, sheet, column, whole, text):
                    continue
                if not _is_default(sheet, column, whole):
                    return None
                lacking.append(column.heading)
            elif column.field not in follows and not _is_default(sheet, column, whole):
                return None
        return lacking

    def _doubles(self, lines: list[CopyLine]) -> dict[int, list[Pair]]:
        """Who of the registry each new person could be, likeliest first."""
        if not lines or not self.known:
            return {}
        fresh = {-place: _facts(line) for place, line in enumerate(lines, start=1)}
        everybody = self.known | fresh
        namesakes, found = Namesakes(everybody), defaultdict[int, list[Pair]](list)
        for one, other in namesakes.pairs():
            if one < 0 < other:
                sharing = min(namesakes.sharing(one), namesakes.sharing(other))
                if pair := judge(everybody[one], everybody[other], sharing):
                    found[id(lines[-one - 1])].append(pair)
        return {
            line: sorted(pairs, key=lambda pair: (-pair.score, pair.other_id))
            for line, pairs in found.items()
        }


def _key(table: str, parent: int, typed: Mapping[str, Any]) -> tuple[Any, ...]:
    """By what a new row is looked for: what it belongs to, or the names of a person."""
    return (
        (table, parent, *(typed.get(field, "") for field in SCRIPTS))
        if table == "prisoners"
        else (table, parent)
    )


def _found(plan: CopyPlan, row: CopyRow, made: int) -> None:
    """Count a row that is here already; where a cell of it was not read, that is told each time."""
    if row.faults:
        row.verdict, row.number = Verdict.SAME, made
        plan.rows.append(row)
    else:
        plan.same += 1


def _last_line(unit: Unit) -> int:
    """The last line of the update so far: what changed nothing adds none."""
    own = "SELECT max(line) AS last FROM changes WHERE update_id = :own"
    return int(unit.rows(own, own=unit.update.id)[0]["last"] or 0)


def _row_of(line: CopyLine) -> CopyRow:
    """A new row with what is typed for its fields; what is doubtful in itself is not read."""
    row = CopyRow(line, Verdict.NEW, mark=line.text(REFERENCE))
    row.parent = line.text(line.sheet.parent[0])
    for column in line.sheet.columns:
        cell = line.cells.get(column.heading)
        if cell is None or column.kind is Kind.SHOWN or cell.text.strip() == CLEAR:
            continue
        if cell.doubt:
            row.faults.append(CopyFault(cell.place, column.heading, cell.text, cell.doubt))
        else:
            row.typed[column.field] = unescaped(cell.text).strip()
    row.bears_out = [word for word in _BETWEEN.split(line.text(BEARS_OUT)) if word]
    return row


def _is_default(sheet: CopySheet, column: Column, cells: dict[str, Any]) -> bool:
    """Whether a field is as in a record for which nothing was typed."""
    fields = form_of(record_named(sheet.table)).model_fields
    return all(cells.get(name) in (None, 0, stored(fields[name].default)) for name in column.columns)


def _facts(line: CopyLine) -> Facts:
    """A new person as far as it takes to tell them from another."""
    from prisoners.dates.read import read_date

    facts = Facts(names=[text for text in (line.text("Name"), line.text("Name in Persian")) if text])
    facts.father = line.text("Father") or None
    facts.was_at(line.text("Lived in") or None)
    try:
        facts.born = span_of(read_date(line.text("Born"))) if line.text("Born") else None
    except PrisonersError:
        facts.born = None
    return facts
