"""Filling a new registry with the reference lists that this version ships: prisons, courts, offences."""

from __future__ import annotations

from typing import Any

from prisoners.records.courts import Court, CourtForm
from prisoners.records.offences import Offence, OffenceForm
from prisoners.records.prisons import Prison, PrisonForm
from prisoners.reference import reference_list
from prisoners.store.unit import Unit

BECAUSE = "the reference lists shipped with the program"
FLAGS = frozenset({"unconfirmed"})


def seed(unit: Unit) -> None:
    """Enter every prison, court and offence of `data/reference`; successors of prisons are linked."""
    prisons = reference_list("prisons")
    numbers = unit.add_many(
        Prison, [PrisonForm.validated(_facts(row, "code", "successor")) for row in prisons]
    )
    by_code = {row["code"]: number for row, number in zip(prisons, numbers, strict=True)}
    for row in prisons:
        if row["successor"]:
            unit.amend(unit.get(Prison, by_code[row["code"]]), successor_id=by_code[row["successor"]])
    unit.add_many(Court, [CourtForm.validated(_facts(row, "code")) for row in reference_list("courts")])
    unit.add_many(Offence, [OffenceForm.validated(_facts(row)) for row in reference_list("offences")])


def _facts(row: dict[str, str], *left_out: str) -> dict[str, Any]:
    facts: dict[str, Any] = {field: cell for field, cell in row.items() if field not in left_out and cell}
    return facts | {field: facts.get(field) == "1" for field in FLAGS}
