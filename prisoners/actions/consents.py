"""Who agreed to what: a consent given, refused, or taken back; it is never erased by taking it back."""

from __future__ import annotations

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import living
from prisoners.actions.rows import correct, enter
from prisoners.errors import RowWithdrawn
from prisoners.records.consents import Consent
from prisoners.records.form import Row
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit


def give(unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Record a consent to one thing, or that it was asked for and refused."""
    living(unit, prisoner_id)
    return enter(unit, "consents", read_facts(unit, "consents", typed) | {"prisoner_id": prisoner_id})


def take_back(unit: Unit, number: int, typed: Typed) -> Row:
    """Record that a consent was taken back, today unless `taken_back` says when; what was sent before stays told."""
    consent = unit.get(Consent, number)
    if consent.withdrawn:
        raise RowWithdrawn(write_reference("consents", number))
    facts = read_facts(unit, "consents", typed)
    return correct(unit, "consents", number, {"withdrawn_on": unit.today} | facts)
