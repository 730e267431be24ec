"""Does what a plan says, as one update: every record of every row, its citations and sources, or nothing at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from prisoners.actions.rows import UNCITED
from prisoners.actions.sources import spellings
from prisoners.errors import RowsUnclear
from prisoners.names.script import fold
from prisoners.records.citations import CitationForm
from prisoners.records.external_ids import ExternalIdForm
from prisoners.records.form import Form
from prisoners.records.not_the_same import NotTheSameForm
from prisoners.records.sources import Source, SourceForm
from prisoners.records.tables import BY_NAME, RECORDED
from prisoners.sheets.decide import Watched, as_cited, unwatched
from prisoners.sheets.draft import AFTERWARDS, PARENTS, as_written, parent_slot
from prisoners.sheets.known import is_address
from prisoners.sheets.plan import Plan, RowPlan, Verdict
from prisoners.sheets.values import table_of
from prisoners.store.unit import Unit


@dataclass(frozen=True)
class Decisions:
    """What to do about what a plan cannot decide; without a word it is not applied."""

    skip_unclear: bool = False
    unclear_as_new: bool = False
    leave_conflicts: bool = False
    """Keep ours, with what the list says on record beside it."""
    skip_unread: bool = False
    """Cells that were not read stay in the import note alone."""

    def takes(self, row: RowPlan) -> bool:
        """Whether a row is written: one that could be somebody else's only as a new person."""
        if row.verdict is Verdict.UNCLEAR:
            return self.unclear_as_new and bool(row.could_be)
        return row.verdict not in (Verdict.SAME, Verdict.LEFT_OUT)

    def decides(self, row: RowPlan) -> bool:
        """Whether it is said what to do with an unclear row; one without a number of its own can only be left out."""
        return self.skip_unclear or self.takes(row)


def check_decided(plan: Plan, decisions: Decisions) -> None:
    """Raise RowsUnclear where somebody must decide first."""
    unclear = [row for row in plan.having(Verdict.UNCLEAR) if not decisions.decides(row)]
    conflicts = 0 if decisions.leave_conflicts else len(plan.conflicts())
    cells = 0 if decisions.skip_unread else len(plan.faults())
    if unclear or conflicts or cells:
        raise RowsUnclear(len(unclear), conflicts, cells, plan.sheet.file)


def apply_plan(
    unit: Unit, plan: Plan, decisions: Decisions | None = None, watched: Watched[RowPlan] = unwatched
) -> Counter[str]:
    """Write what the plan says; returns how many rows of each table were added, and how many fields amended.

    Raises RowsUnclear where somebody must decide first.
    """
    decided = decisions or Decisions()
    check_decided(plan, decided)
    applying = _Applying(unit, plan)
    applying.describe_list()
    for row in watched(plan.rows, "writing"):
        if decided.takes(row):
            applying.row(row)
        elif row.verdict in (Verdict.UNCLEAR, Verdict.LEFT_OUT):
            applying.done["rows left out"] += 1
    return applying.write()


class _Applying:
    """One update in the making: numbers are allotted at once, and the rows of a table written together."""

    def __init__(self, unit: Unit, plan: Plan) -> None:
        self.unit, self.plan = unit, plan
        self.credibility = plan.mapping.credibility
        self.added: dict[str, list[tuple[int, Form]]] = defaultdict(list)
        self.amended: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
        self.sources: dict[str, int] = {}
        self.done: Counter[str] = Counter()

    def describe_list(self) -> None:
        """Make the list itself the source of what it says, also where it has no address; say what the mapping says."""
        mapping = self.plan.mapping
        if self.unit.source_id is None:
            title = str(mapping.source.get("title") or mapping.title)
            form = SourceForm.validated({"title": title} | mapping.source)
            self.unit.source_id = self.plan.known.source_at(title) or self._add("sources", form)
            return
        source = self.unit.get(Source, self.unit.source_id)
        fresh = source.outlet is None and source.title is None
        if mapping.source and source.url == mapping.address and fresh:
            self.unit.amend(source, **mapping.source)

    def row(self, plan: RowPlan) -> None:
        """Everything that one row of the list changes."""
        self.credibility = plan.draft.credibility or self.plan.mapping.credibility
        numbers = dict(plan.rows)
        for slot, form in sorted(plan.adds.items(), key=lambda added: as_written(added[0])):
            numbers[slot] = self._add_record(plan, slot, form, numbers)
        person = numbers["prisoner"]
        if plan.person is None or plan.joins:
            facts = {
                "prisoner_id": person,
                "list_name": self.plan.mapping.list_name,
                "number": plan.draft.number,
            }
            self._add("external_ids", ExternalIdForm.validated(facts))
        for other in plan.apart:
            self._add("not_the_same", NotTheSameForm.validated({"prisoner_id": person, "other_id": other}))
        self._amend(plan, person)
        for url, slot, facts in plan.addresses:
            borne = slot if slot in numbers else "prisoner"
            self._cite(self._source(url, facts), person, table_of(borne), numbers[borne])

    def _add_record(self, plan: RowPlan, slot: str, form: Form, numbers: dict[str, int]) -> int:
        """Add one record under the one it hangs on, cited to the list."""
        table = table_of(slot)
        filled: dict[str, Any] = {}
        if table in PARENTS:
            filled[PARENTS[table][0]] = numbers[parent_slot(slot, plan.draft.facts)]
        if slot == "prisoner" and plan.note is not None:
            filled["import_note"] = plan.note
        if slot.startswith(AFTERWARDS) and "event" in numbers:
            filled["after_id"] = numbers["event"]
        number = self._add(table, form.model_copy(update=filled))
        if table not in UNCITED:
            self._cite(self.unit.source_id, numbers.get("prisoner", number), table, number)
        return number

    def _amend(self, plan: RowPlan, person: int) -> None:
        """Correct fields of records that stand; what is in conflict stays, and what the list says is kept beside it."""
        for change in plan.changes:
            if change.conflict:
                told = {"field": change.field, "value": as_cited(change.new)}
            else:
                self.amended[change.table][change.row][change.field] = change.value
                told = {"field": change.field}
            if change.table not in UNCITED:
                self._cite(self.unit.source_id, person, change.table, change.row, **told)
        if plan.person is not None and plan.note is not None:
            self.amended["prisoners"][person]["import_note"] = plan.note

    def _source(self, url: str, facts: dict[str, Any]) -> int:
        """The source at an address, or of a title: one of the registry, one of this update, or a new one."""
        place = spellings(url)[-1] if is_address(url) else fold(url)  # the same for every spelling
        if place not in self.sources:
            named = {"url": url, "accessed_on": self.unit.today} if is_address(url) else {"title": url}
            known = self.plan.known.source_at(url)
            self.sources[place] = known or self._add("sources", SourceForm.validated(named | facts))
        return self.sources[place]

    def _cite(self, source: int | None, person: int, table: str, number: int, **more: Any) -> None:
        known = "value" not in more and self.plan.known.cites(source, table, number, more.get("field", ""))
        if source is None or known:
            return
        facts = {"source_id": source, "prisoner_id": person, "about_table": table, "about_row": number}
        facts["credibility"] = self.credibility
        self._add("citations", CitationForm.validated(facts | more))

    def _add(self, table: str, form: Form) -> int:
        number = self.unit.numbers.next(table)
        self.added[table].append((number, form))
        return number

    def write(self) -> Counter[str]:
        """Write all that was corrected, and all that was added, parents before children."""
        for table, facts in self.amended.items():
            self.unit.amend_each(BY_NAME[table], facts)
            self.done["fields amended"] += sum(map(len, facts.values()))
        for record in RECORDED:
            table = str(record.__tablename__)
            if rows := self.added.get(table):
                self.unit.add_many(record, _forms(rows), [number for number, _ in rows])
                self.done[table] += len(rows)
        return self.done


def _forms(rows: Iterable[tuple[int, Form]]) -> Iterable[Form]:
    return (form for _, form in rows)
