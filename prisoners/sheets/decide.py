"""Decides what an import would do: who each row is about, and what of it the registry does not say yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from prisoners.dates.partial import PartialDate
from prisoners.queries.doubles import Pair
from prisoners.sheets.counterparts import Counterparts
from prisoners.sheets.draft import Draft, as_written
from prisoners.sheets.drafting import draft_of
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.known import Known, Row
from prisoners.sheets.leftovers import merged_note
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping import Mapping
from prisoners.sheets.namesakes import could_be
from prisoners.sheets.plan import (
    Answer,
    Change,
    Decision,
    Plan,
    RowPlan,
    Verdict,
    check_headings,
    one_of_several,
)
from prisoners.sheets.returned import returned, tell
from prisoners.sheets.values import same, stored, table_of
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference

MOST_NAMED = 3
"""Those whom an unclear row could be about who are named in its reason."""
LEFT = "somebody decided to leave it out"
T = TypeVar("T")

_LEFT_ALONE = {"is_primary"}
"""Fields that are ours to decide once a record stands."""


Watched = Callable[[Sequence[T], str], Iterable[T]]
"""Hands over rows one by one, so that somebody can watch how far the work has come."""


def unwatched(rows: Sequence[T], what: str) -> Iterable[T]:
    """The rows, with nobody watching."""
    del what
    return rows


def plan_import(
    sheet: ForeignSheet,
    mapping: Mapping,
    reader: Reader,
    answers: dict[str, Answer] | None = None,
    watched: Watched[Any] = unwatched,
) -> Plan:
    """What importing this list would do; raises NumbersMissing where its rows cannot be told apart.

    `answers`: by a person's number in the list, who somebody decided that an unclear row is.
    """
    notices = [*sheet.notices, *check_headings(sheet, mapping)]
    answered = answers or {}
    known = Known(reader, mapping.list_name, {answer.person for answer in answered.values() if answer.person})
    catalogues = Catalogues(reader)
    drafts = [draft_of(row, sheet, mapping, catalogues) for row in watched(sheet.rows, "reading")]
    fresh = {draft.row: draft for draft in drafts if draft.number and draft.number not in known.numbers}
    here = {draft.number for draft in drafts}
    still_here = {person for number, person in known.numbers.items() if number in here}
    deciding = _Deciding(known, mapping, could_be(reader, fresh, still_here), answered)
    rows = [deciding.row(draft) for draft in watched(drafts, "comparing")]
    joined = {row.person for row in rows if row.joins}
    gone = [
        (number, person)
        for number, person in known.numbers.items()
        if number not in here and person not in still_here | known.gone | joined
    ]
    return Plan(sheet, mapping, known, rows, notices, gone)


class _Deciding:
    """One import, row after row."""

    def __init__(
        self, known: Known, mapping: Mapping, doubles: dict[int, list[Pair]], answers: dict[str, Answer]
    ) -> None:
        self.known, self.mapping, self.doubles, self.answers = known, mapping, doubles, answers
        self.seen: dict[str, int] = {}
        self.imported = known.imported
        """What the list is taken to have said before."""

    def row(self, draft: Draft) -> RowPlan:
        """What would happen with one row."""
        first = self.seen.setdefault(draft.number, draft.row)
        person = self.known.numbers.get(draft.number)
        if not draft.number or first != draft.row:
            why = (
                f"row {first} has the same number"
                if draft.number
                else "it has no number by which to find it again"
            )
            answer = self.answers.get(one_of_several(draft.number, draft.row))
            left = answer is not None and answer.decision is Decision.SKIP
            return RowPlan(draft, Verdict.LEFT_OUT if left else Verdict.UNCLEAR, reason=LEFT if left else why)
        if person in self.known.gone:
            gone = write_reference("prisoners", person or 0)
            return RowPlan(draft, Verdict.UNCLEAR, person, reason=f"{gone} was withdrawn as entered in error")
        return self._amended(draft, person) if person else self._answered(draft)

    def _answered(self, draft: Draft) -> RowPlan:
        """A person whose number is not known, as somebody decided who it is, or before anybody did."""
        plan = self._new(draft)
        answer = self.answers.get(one_of_several(draft.number, draft.row)) or self.answers.get(draft.number)
        if answer is None:
            return plan
        if answer.decision is Decision.SKIP:
            plan.verdict, plan.reason = Verdict.LEFT_OUT, LEFT
        elif answer.decision is Decision.NEW:
            plan.verdict, plan.reason, plan.apart = Verdict.NEW, "", plan.could_be
        elif answer.person in self.known.gone or not self.known.rows["prisoners", answer.person or 0]:
            told = write_reference("prisoners", answer.person or 0)
            plan.verdict, plan.reason = Verdict.UNCLEAR, f"the review names {told}, who does not stand"
        else:
            plan = self._amended(draft, answer.person or 0, joins=True)
            plan.joins = True
            plan.verdict = Verdict.AMENDED if plan.verdict is Verdict.SAME else plan.verdict
        return plan

    def _new(self, draft: Draft) -> RowPlan:
        """A person whose number is not known: new, unless the row names nobody or somebody known could be the same."""
        note = merged_note(None, self.mapping.list_name, draft.leftovers)
        plan = RowPlan(draft, Verdict.NEW, adds=dict(draft.forms), note=note, addresses=draft.addresses)
        if draft.nobody:
            plan.verdict, plan.reason = Verdict.UNCLEAR, draft.nobody
        elif pairs := self.doubles.get(draft.row):
            plan.verdict, plan.could_be = Verdict.UNCLEAR, [pair.other_id for pair in pairs]
            plan.reason = f"could be {', or '.join(self.told(pair) for pair in pairs[:MOST_NAMED])}"
        return plan

    def told(self, pair: Pair) -> str:
        """Somebody whom a row could be about, and what speaks for it."""
        number = self.known.numbers_of.get(pair.other_id)
        gone = [f"number {number} of the list is not in this file"] if number else []
        return f"{pair.other} ({'; '.join((pair.name, *pair.speaks_for, *gone))})"

    def _amended(self, draft: Draft, person: int, *, joins: bool = False) -> RowPlan:
        """A person of the list: what the list says now against what it said before and what we say.

        Of somebody who `joins` the list it never said anything: what other lists wrote is ours.
        """
        self.imported = {} if joins else self.known.imported
        standing = Counterparts(self.known.rows, self.imported)
        plan = RowPlan(draft, Verdict.SAME, person)
        if again := returned(
            draft, self.known.rows["events", person], partial(standing.was_imported, "events")
        ):
            tell(draft, again, self.mapping.counted_on)
            plan.contradicts = again.contradiction
        for slot, form in sorted(draft.forms.items(), key=lambda form: as_written(form[0])):
            row = standing.of(slot, draft, person)
            if row is None:
                plan.adds[slot] = form
                continue
            plan.rows[slot] = row["id"]
            if not row["withdrawn"]:
                plan.changes += self._changes(slot, draft, row)
        self._set_primary(plan, person)
        self._set_note(plan, person)
        plan.addresses = [one for one in draft.addresses if not self._bears_already(plan, one)]
        if plan.changes or plan.adds or plan.addresses or plan.note is not None:
            plan.verdict = Verdict.CONFLICT if plan.conflicts else Verdict.AMENDED
        return plan

    def _changes(self, slot: str, draft: Draft, row: Row) -> Iterable[Change]:
        """The fields of one record that the list now says differently from what it said before."""
        table = table_of(slot)
        for name, value in draft.facts[slot].items():
            theirs, ours = stored(value), row[name]
            if name in _LEFT_ALONE or theirs is None or same(theirs, ours):
                continue
            cell = (table, row["id"], name)
            before = self.imported.get(cell)
            if before is not None and (same(str(theirs), before) or self._repeats(slot, draft, name, before)):
                continue  # the list says what it always said; we know better since
            if before is None and _covers(value, ours):
                continue  # the list says the same, less precisely
            default = type(draft.forms[slot]).model_fields[name].default
            if (slot, name) not in draft.fed and same(theirs, stored(default)):
                continue  # the mapping fills in what nobody said
            untouched = (
                ours is None or (before is None and same(ours, stored(default))) or same(str(ours), before)
            )
            if not untouched and self.known.stands_beside(cell, as_cited(theirs)):
                continue
            yield Change(slot, table, row["id"], name, ours, theirs, value, conflict=not untouched)

    def _repeats(self, slot: str, draft: Draft, name: str, before: str) -> bool:
        """Whether a later release says the same on a later day: a status that still holds, the age of one birthday."""
        value = draft.facts[slot][name]
        if not isinstance(value, PartialDate):
            return False
        headings = draft.fed.get((slot, name))
        if headings is None:
            return True  # the mapping dates it to the day of the release
        ages = any((rule := self.mapping.rules.get(one)) and rule.read == "age" for one in headings)
        return ages and PartialDate.from_stored(before).possibly_same(value)

    def _set_primary(self, plan: RowPlan, person: int) -> None:
        """Another name of somebody who has one in that script is not the one shown."""
        shown = {
            row["script"]
            for row in self.known.rows["names", person]
            if row["is_primary"] and not row["withdrawn"]
        }
        for slot, form in plan.adds.items():
            if table_of(slot) == "names" and form.script in shown:  # type: ignore[attr-defined]
                plan.adds[slot] = form.model_copy(update={"is_primary": False})

    def _set_note(self, plan: RowPlan, person: int) -> None:
        ours = self.known.rows["prisoners", person][0]["import_note"]
        note = merged_note(ours, self.mapping.list_name, plan.draft.leftovers)
        before = self.imported.get(("prisoners", person, "import_note"))
        if note not in (ours, before):
            plan.note = note

    def _bears_already(self, plan: RowPlan, address: tuple[str, str, dict[str, Any]]) -> bool:
        """Whether the source at this address bears out this record already."""
        url, slot, _ = address
        slot = slot if slot in plan.draft.forms else "prisoner"
        row = plan.rows.get(slot)
        return row is not None and self.known.cites(self.known.source_at(url), table_of(slot), row)


def _covers(theirs: Any, ours: Any) -> bool:
    """Whether a date is one of the days that another, less precise, can be."""
    if not isinstance(theirs, PartialDate) or ours is None:
        return False
    day = PartialDate.from_stored(ours)
    return theirs.earliest <= day.earliest and day.latest <= theirs.latest


def as_cited(value: Any) -> str:
    """A stored value as a citation keeps it beside ours: a date by its words."""
    from prisoners.records.columns import LONGEST_LINE
    from prisoners.sheets.values import shown

    return shown(value)[:LONGEST_LINE]
