"""Two records of one person become one: nothing is lost, both references resolve, and `undo` parts them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.actions.named import living
from prisoners.errors import MergeOpen, NotOnePerson
from prisoners.records.form import Row
from prisoners.records.prisoners import Prisoner, PrisonerForm
from prisoners.records.tables import RECORDED
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit, form_of

JOINED = ("note", "import_note")
"""Notes of both records stand one below the other; nobody has to choose between them."""

OF_THE_RECORD = frozenset({"merged_into", "withdrawn", "ethnicity_presumed", "religion_presumed", *JOINED})
"""Fields that nobody chooses: they follow from the merging, or from the field that they qualify."""

QUALIFIED = {"ethnicity": "ethnicity_presumed", "religion": "religion_presumed"}

Standing = Mapping[str, int]
"""Field → number of the record whose value stands."""


def differing(one: Prisoner, other: Prisoner) -> dict[str, tuple[Any, Any]]:
    """The fields in which both records say something, and not the same: somebody has to choose."""
    both = {
        field: (getattr(one, field), getattr(other, field))
        for field in PrisonerForm.model_fields
        if field not in OF_THE_RECORD
    }
    return {field: said for field, said in both.items() if None not in said and said[0] != said[1]}


def merge(unit: Unit, kept: int, gone: int, standing: Standing) -> None:
    """Make two records of one person one: everything of `gone` goes over to `kept`, which both references then show.

    `standing` says for each differing field whose value stands. Raises MergeOpen for a field nobody chose,
    NotOnePerson for one record named twice or a pair that was told apart, and what `living` raises.
    """
    stays, goes = living(unit, kept), living(unit, gone)
    _refuse_two_people(unit, kept, gone)
    open_fields = sorted(differing(stays, goes).keys() - standing.keys())
    if open_fields:
        raise MergeOpen(open_fields)
    _take_over_facts(unit, stays, goes, standing)
    for record in RECORDED:
        _take_over_rows(unit, record, kept, gone)
    unit.amend(goes, merged_into=kept)


def _refuse_two_people(unit: Unit, kept: int, gone: int) -> None:
    pair = {"one": kept, "other": gone}
    apart = unit.rows(
        "SELECT id FROM not_the_same WHERE withdrawn = 0 AND ((prisoner_id = :one AND other_id = :other)"
        " OR (prisoner_id = :other AND other_id = :one))",
        **pair,
    )
    if kept == gone or apart:
        told = write_reference("not_the_same", apart[0]["id"]) if apart else None
        raise NotOnePerson(write_reference("prisoners", kept), write_reference("prisoners", gone), told)


def _take_over_facts(unit: Unit, stays: Prisoner, goes: Prisoner, standing: Standing) -> None:
    facts: dict[str, Any] = {}
    for field in PrisonerForm.model_fields.keys() - OF_THE_RECORD:
        taken = standing.get(field) == goes.id or getattr(stays, field) is None
        if taken and getattr(goes, field) is not None:
            facts[field] = getattr(goes, field)
            if field in QUALIFIED:
                facts[QUALIFIED[field]] = getattr(goes, QUALIFIED[field])
    for field in JOINED:
        said = [getattr(record, field) for record in (stays, goes)]
        facts[field] = "\n".join(dict.fromkeys(filter(None, said))) or None
    unit.amend(stays, **facts)


def _take_over_rows(unit: Unit, record: type[Row], kept: int, gone: int) -> None:
    """Point every row of one table that is about `gone`, or leads to it, to `kept`."""
    fields = form_of(record).model_fields.keys() & {"prisoner_id", "other_id"}
    for field in sorted(fields):
        found = unit.rows(
            f"SELECT id FROM {record.__tablename__} WHERE {field} = :gone ORDER BY id", gone=gone
        )
        for row in (unit.get(record, one["id"]) for one in found):
            unit.amend(row, **{field: kept}, **_not_two_primaries(unit, row, kept), **_about(row, kept, gone))


def _not_two_primaries(unit: Unit, row: Row, kept: int) -> dict[str, Any]:
    """One name is shown in a script: the one that was shown for the record that stays."""
    if not getattr(row, "is_primary", False):
        return {}
    standing = unit.rows(
        "SELECT 1 FROM names WHERE prisoner_id = :kept AND script = :script AND is_primary = 1 AND withdrawn = 0",
        kept=kept,
        script=str(getattr(row, "script", "")),
    )
    return {"is_primary": False} if standing else {}


def _about(row: Row, kept: int, gone: int) -> dict[str, Any]:
    """A citation of the record that goes bears the record that stays."""
    told = getattr(row, "about_table", None), getattr(row, "about_row", None)
    return {"about_row": kept} if told == ("prisoners", gone) else {}
