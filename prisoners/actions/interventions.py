"""What was done for prisoners: one act of advocacy, for whom it was made, and what was answered."""

from __future__ import annotations

from typing import Any

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import living
from prisoners.actions.rows import correct, enter
from prisoners.errors import RowWithdrawn
from prisoners.records.form import Row
from prisoners.records.interventions import Intervention
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit


def open_intervention(unit: Unit, prisoners: list[int], typed: Typed) -> Row:
    """Record an act of advocacy and for whom it was made."""
    row = enter(unit, "interventions", read_facts(unit, "interventions", typed))
    for prisoner in prisoners:
        make_for(unit, row.id or 0, {"prisoner_id": prisoner})
    return row


def make_for(unit: Unit, number: int, typed: Typed) -> Row:
    """Add a person for whom it was made, once; the answer about this person stands with it."""
    if unit.get(Intervention, number).withdrawn:
        raise RowWithdrawn(write_reference("interventions", number))
    facts: dict[str, Any] = read_facts(unit, "beneficiaries", typed)
    living(unit, int(facts.get("prisoner_id") or 0))
    known = unit.rows(
        "SELECT id FROM beneficiaries WHERE intervention_id = :own AND prisoner_id = :one AND withdrawn = 0",
        own=number,
        one=facts["prisoner_id"],
    )
    if known:
        return correct(unit, "beneficiaries", known[0]["id"], facts)
    return enter(unit, "beneficiaries", facts | {"intervention_id": number})
