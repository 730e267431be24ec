"""What one row of a working copy does to the registry: through the same verbs, and in the same words, as typing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.actions.cases import only_one
from prisoners.actions.named import entries_called
from prisoners.actions.sources import cite
from prisoners.actions.verbs import verbs
from prisoners.errors import MarkUnknown, NameInOtherScript, NothingItBelongsTo, OfAnotherPerson
from prisoners.names.script import script_of
from prisoners.sheets.copy_columns import SCRIPTS, CopySheet, Kind
from prisoners.sheets.copy_plan import CopyRow
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.store.unit import Unit

Typed = Mapping[str, str]
Marks = dict[str, tuple[str, int]]
"""The mark of a new row (`#1`) → table and number of what it became."""


def resolved(text: str, marks: Marks) -> str:
    """A mark as the reference of what it became; anything else as it is. Raises MarkUnknown."""
    if not text.startswith("#"):
        return text
    if text not in marks:
        raise MarkUnknown(text)
    return write_reference(*marks[text])


def amend_row(unit: Unit, sheet: CopySheet, number: int, typed: Typed, marks: Marks) -> None:
    """Correct the fields of a record; an empty text clears one."""
    facts: dict[str, Any] = {field: text for field, text in typed.items() if field not in SCRIPTS}
    links = {column.field for column in sheet.columns if column.kind is Kind.LINK}
    for field in links & facts.keys():
        facts[field] = resolved(facts[field], marks)
    if sheet.table == "events":
        facts |= _left_alone(unit, number, facts)
    if facts:
        verbs(sheet.table).amend(unit, number, facts)
    for field in typed.keys() & SCRIPTS.keys():
        _amend_name(unit, number, SCRIPTS[field], typed[field])


def _left_alone(unit: Unit, number: int, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Prison and place are two cells: the one that was left as it was stays, whatever is typed into the other."""
    stands = unit.rows("SELECT prison_id, place FROM events WHERE id = :own", own=number)[0]
    if "place" in facts and "prison" not in facts:
        return {"prison_id": stands["prison_id"]}
    if "prison" in facts and "place" not in facts and stands["place"] and _is_prison(unit, facts["prison"]):
        return {"place": stands["place"]}
    return {}


def _is_prison(unit: Unit, text: str) -> bool:
    """Whether a text names a prison of the list, with a ward at its end or without; nothing does not name a place."""
    words = text.split()
    called = (" ".join(words[:length]) for length in range(len(words), 0, -1))
    return (
        not words
        or is_reference(text, "prisons")
        or any(entries_called(unit, "prisons", one) for one in called)
    )


def _amend_name(unit: Unit, person: int, script: str, text: str) -> None:
    """Correct the name shown in a script, or record the first one in it."""
    shown = unit.rows(
        "SELECT id, family FROM names"
        " WHERE prisoner_id = :person AND script = :script AND is_primary = 1 AND withdrawn = 0",
        person=person,
        script=script,
    )
    if text:
        _check_script(text, script)
    if not shown:
        verbs("names").add(unit, person, {"text": text})
    elif text:
        gone = {"family": ""} if (shown[0]["family"] or "") not in text else {}
        verbs("names").amend(unit, shown[0]["id"], {"text": text, **gone})
    else:
        verbs("names").withdraw(unit, shown[0]["id"])


def _check_script(text: str, script: str) -> None:
    if script_of(text) != script:
        raise NameInOtherScript(script)


def add_row(unit: Unit, row: CopyRow, typed: Typed, marks: Marks) -> int:
    """Record a new row; returns its number."""
    sheet = row.line.sheet
    facts: dict[str, Any] = dict(typed)
    for column in sheet.columns:
        if column.kind is Kind.LINK and column.field in facts:
            facts[column.field] = resolved(facts[column.field], marks)
    if sheet.table == "prisoners":
        named = {field: facts.pop(field) for field in SCRIPTS if field in facts}
        for field, text in named.items():
            _check_script(text, SCRIPTS[field])
        facts["names"] = list(named.values())
    number = verbs(sheet.table).add(unit, parent_of(unit, row, marks), facts).id or 0
    for about in row.bears_out:
        cite(unit, number, {"about": resolved(about, marks)})
    if row.mark:
        marks[row.mark] = (sheet.table, number)
    return number


def parent_of(unit: Unit, row: CopyRow, marks: Marks) -> int:
    """The number of what a new row belongs to; raises NothingItBelongsTo, OfAnotherPerson, NoneYet or WhichOne."""
    heading, table = row.line.sheet.parent
    if not table:
        return 0
    person = resolved(row.line.text("Person"), marks)
    parent = resolved(row.line.text(heading), marks)
    if not parent and person and table != "prisoners":
        return only_one(unit.rows, table, read_reference(person)[1])
    if not parent:
        raise NothingItBelongsTo(heading)
    of, number = read_reference(parent)
    if of != table:
        raise NothingItBelongsTo(heading, parent)
    if person and table != "prisoners":
        whose = _whose(unit, table, number)
        if whose is not None and person.upper() != write_reference("prisoners", whose):
            raise OfAnotherPerson(heading.lower(), parent, write_reference("prisoners", whose))
    return number


_OF_CASE = "SELECT prisoner_id AS person FROM cases WHERE id = :number"
_OF_JUDGMENT = (
    "SELECT cases.prisoner_id AS person FROM judgments JOIN cases ON cases.id = case_id"
    " WHERE judgments.id = :number"
)


def _whose(unit: Unit, table: str, number: int) -> int | None:
    found = unit.rows(_OF_CASE if table == "cases" else _OF_JUDGMENT, number=number)
    return found[0]["person"] if found else None
