"""Every kind of record by its table: how it is entered, corrected and withdrawn, and what it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from prisoners.actions import (
    cases,
    consents,
    estimates,
    events,
    interventions,
    postings,
    prisoners,
    rows,
    sources,
)
from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import living
from prisoners.errors import NoSuchTable, RowWithdrawn
from prisoners.records.form import Row
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit


class Verbs(NamedTuple):
    """What can be done with one kind of record."""

    add: Callable[[Unit, int, Typed], Row]
    """Enter one, belonging to the record with this number."""

    amend: Callable[[Unit, int, Typed], Row]
    withdraw: Callable[[Unit, int], Row]
    parent: str
    """The table of the record it belongs to; "" for one that stands alone."""


def verbs(table: str) -> Verbs:
    """What can be done with the records of a table; raises NoSuchTable."""
    if table not in VERBS:
        raise NoSuchTable(table, sorted(VERBS))
    return VERBS[table]


def add_belonging(table: str, unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Enter a record that belongs to a person: a contact, a relation, a reminder."""
    living(unit, prisoner_id)
    return rows.enter(unit, table, read_facts(unit, table, typed) | {"prisoner_id": prisoner_id})


def amend_any(table: str, unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a record that still counts; raises RowWithdrawn for one that does not."""
    row = unit.get(rows.record_of(table), number)
    if getattr(row, "withdrawn", False):
        raise RowWithdrawn(write_reference(table, number))
    return rows.correct(unit, table, number, read_facts(unit, table, typed))


def _add_source(unit: Unit, _: int, typed: Typed) -> Row:
    return sources.add(unit, typed)


def _add_person(unit: Unit, _: int, typed: Typed) -> Row:
    facts = dict(typed)
    return prisoners.add(unit, facts.pop("names", ()), facts)


def _add_intervention(unit: Unit, _: int, typed: Typed) -> Row:
    return interventions.open_intervention(unit, [], typed)


def _amend_intervention(unit: Unit, number: int, typed: Typed) -> Row:
    return interventions.in_order(unit, amend_any("interventions", unit, number, typed))


def _add_estimate(unit: Unit, _: int, typed: Typed) -> Row:
    return estimates.estimate(unit, typed)


def _withdraw(table: str) -> Callable[[Unit, int], Row]:
    return lambda unit, number: rows.withdraw(unit, table, number)


def _amend(table: str) -> Callable[[Unit, int, Typed], Row]:
    return partial(amend_any, table)


def _belonging(table: str) -> Verbs:
    return Verbs(partial(add_belonging, table), _amend(table), _withdraw(table), "prisoners")


VERBS: dict[str, Verbs] = {
    "prisoners": Verbs(_add_person, prisoners.amend, prisoners.withdraw, ""),
    "names": Verbs(prisoners.add_name, prisoners.amend_name, prisoners.withdraw_name, "prisoners"),
    "activities": Verbs(prisoners.add_activity, _amend("activities"), _withdraw("activities"), "prisoners"),
    "external_ids": Verbs(
        prisoners.add_number, _amend("external_ids"), _withdraw("external_ids"), "prisoners"
    ),
    "not_the_same": Verbs(
        prisoners.tell_apart, _amend("not_the_same"), _withdraw("not_the_same"), "prisoners"
    ),
    "cases": Verbs(cases.open_case, _amend("cases"), _withdraw("cases"), "prisoners"),
    "charges": Verbs(cases.lay_charge, cases.amend_charge, _withdraw("charges"), "cases"),
    "judgments": Verbs(cases.record_judgment, cases.amend_judgment, _withdraw("judgments"), "cases"),
    "sentences": Verbs(cases.impose, cases.amend_sentence, _withdraw("sentences"), "judgments"),
    "events": Verbs(events.report, events.amend, _withdraw("events"), "prisoners"),
    "consents": Verbs(consents.give, _amend("consents"), _withdraw("consents"), "prisoners"),
    "relations": _belonging("relations"),
    "contacts": _belonging("contacts"),
    "health": _belonging("health"),
    "files": _belonging("files"),
    "follow_ups": _belonging("follow_ups"),
    "sources": Verbs(_add_source, sources.amend, sources.withdraw, ""),
    "citations": Verbs(sources.cite, _amend("citations"), _withdraw("citations"), "sources"),
    "interventions": Verbs(_add_intervention, _amend_intervention, _withdraw("interventions"), ""),
    "postings": Verbs(postings.post, postings.amend, _withdraw("postings"), "officials"),
    "estimates": Verbs(_add_estimate, estimates.amend, _withdraw("estimates"), ""),
    "beneficiaries": Verbs(
        interventions.make_for, _amend("beneficiaries"), _withdraw("beneficiaries"), "interventions"
    ),
}
"""Table → verbs."""
