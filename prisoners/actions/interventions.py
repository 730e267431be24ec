"""What was done for prisoners: one act of advocacy, for whom it was made, and what was answered."""

from __future__ import annotations

from typing import Any

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import living
from prisoners.actions.rows import correct, enter, withdraw
from prisoners.dates.partial import PartialDate
from prisoners.errors import FollowsItself, NotMadeFor, RowWithdrawn, TooEarlyFor
from prisoners.records.form import Row
from prisoners.records.interventions import Intervention
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit

_MADE_FOR = (
    "SELECT id, prisoner_id, answer FROM beneficiaries WHERE intervention_id = :own AND withdrawn = 0"
    " AND (:one IS NULL OR prisoner_id = :one) ORDER BY id"
)


def open_intervention(unit: Unit, prisoners: list[int], typed: Typed) -> Row:
    """Record an act of advocacy and for whom it was made; a follow-up is for the same people, if nobody is named."""
    facts = read_facts(unit, "interventions", typed)
    row = in_order(unit, enter(unit, "interventions", facts))
    if not prisoners and facts.get("follows"):
        prisoners = [one["prisoner_id"] for one in unit.rows(_MADE_FOR, own=facts["follows"], one=None)]
    for prisoner in prisoners:
        make_for(unit, row.id or 0, {"prisoner_id": prisoner})
    return row


def in_order(unit: Unit, row: Row) -> Row:
    """The row itself; raises where it answers or follows up what came later, or follows up itself."""
    act = unit.get(Intervention, row.id or 0)
    own = write_reference("interventions", row.id or 0)
    _not_before("The answer", act.responded_on, "what it answers", act.made_on)
    seen, followed = {act.id}, act.follows
    while followed is not None:
        if followed in seen:
            raise FollowsItself(own, write_reference("interventions", act.follows or 0))
        seen.add(followed)
        before = unit.get(Intervention, followed)
        _not_before(own, act.made_on, write_reference("interventions", followed), before.made_on)
        followed = before.follows
    return row


def _not_before(what: str, day: PartialDate | None, than: str, other: PartialDate | None) -> None:
    if day and other and day.certainly_before(other):
        raise TooEarlyFor(what, day.words, than, other.words)


def make_for(unit: Unit, number: int, typed: Typed) -> Row:
    """Add a person for whom it was made, once; the answer about this person stands with it."""
    if unit.get(Intervention, number).withdrawn:
        raise RowWithdrawn(write_reference("interventions", number))
    facts: dict[str, Any] = read_facts(unit, "beneficiaries", typed)
    living(unit, int(facts.get("prisoner_id") or 0))
    known = unit.rows(_MADE_FOR, own=number, one=facts["prisoner_id"])
    if known:
        return correct(unit, "beneficiaries", known[0]["id"], facts)
    return enter(unit, "beneficiaries", facts | {"intervention_id": number})


def answered_before(unit: Unit, number: int, prisoner: int) -> str:
    """What stands as the answer about a person; nothing where nothing does."""
    return next((row["answer"] or "" for row in unit.rows(_MADE_FOR, own=number, one=prisoner)), "")


def not_for(unit: Unit, number: int, prisoner: int) -> Row:
    """Take back that it was made for a person; raises NotMadeFor where it was not."""
    known = unit.rows(_MADE_FOR, own=number, one=prisoner)
    if not known:
        raise NotMadeFor(write_reference("interventions", number), write_reference("prisoners", prisoner))
    return withdraw(unit, "beneficiaries", known[0]["id"])
