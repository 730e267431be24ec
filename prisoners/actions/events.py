"""Reporting what happened in the world to a person, and refusing what cannot have happened."""

from __future__ import annotations

from typing import Any

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import entries, entries_called, living, one_of
from prisoners.actions.possible import refuse_the_impossible
from prisoners.actions.rows import correct, enter
from prisoners.actions.statuses import must_be_asked, status_after
from prisoners.dates.partial import PartialDate
from prisoners.errors import NoSuchRow, RowWithdrawn, StatusNeeded
from prisoners.records.events import Event
from prisoners.records.form import Row
from prisoners.records.prisons import Prison
from prisoners.store.headlines import headline
from prisoners.store.references import is_reference, write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary import DEAD, Authority, CustodyStatus, EventKind, folded
from prisoners.vocabulary.catalogue import nearest

NONE = "none"
"""Typed for a status that did not change."""


def report(unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Record an event: what, when, where, and the custody status after it.

    A status that is not typed follows from the kind and from what came before; StatusNeeded where it could be more
    than one. A place that is no prison of the list is kept as written. Raises ReleaseBeforeArrest, AfterDeath,
    DeathBefore, DiedTwice or AheadOfToday for what cannot have happened.
    """
    living(unit, prisoner_id)
    facts = _event_facts(unit, typed)
    if "status" not in facts and isinstance(facts.get("kind"), EventKind):
        facts["status"] = _status(unit, prisoner_id, facts)
    if facts.get("status") in DEAD and not facts.get("happened_on") and not facts.get("after_id"):
        facts["after_id"] = _last_status(
            unit, prisoner_id
        )  # a death whose day nobody knows came last all the same
    event = enter(unit, "events", facts | {"prisoner_id": prisoner_id})
    refuse_the_impossible(unit, event)
    return event


def amend(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct an event; what follows from it is refused as when it is first reported."""
    event = unit.get(Event, number)
    if event.withdrawn:
        raise RowWithdrawn(write_reference("events", number))
    facts = _event_facts(unit, typed)
    if "place" in facts and "prison_id" not in facts:
        facts["prison_id"] = None
    correct(unit, "events", number, facts)
    refuse_the_impossible(unit, event)
    return event


def remarks(unit: Unit, event: Row) -> list[str]:
    """What the person who reported an event should know, though nothing is refused."""
    told = []
    if isinstance(event, Event) and event.place and not event.prison_id:
        told.append(_unknown_place(unit, event.id or 0, event.place))
    if isinstance(event, Event) and event.prison_id and event.happened_on:
        prison = unit.get(Prison, event.prison_id)
        if prison.closed_on and event.happened_on.certainly_after(prison.closed_on):
            told.append(f"{prison.name_en} was closed by then ({prison.closed_on.words}).")
    return told


def _unknown_place(unit: Unit, number: int, place: str) -> str:
    """What to say of a place that is no prison of the list, with the prison that may be meant."""
    said = f"“{place}” is no prison of the list; it is kept as written."
    meant = nearest(entries(unit, "prisons"), place)
    if not meant:
        return said
    reference = write_reference("events", number)
    return f"{said} If {meant[0]} is meant: `prisoners event amend {reference} --prison '{meant[0]}'`."


def status_before(unit: Unit, prisoner_id: int, on: PartialDate | None) -> CustodyStatus | None:
    """The status in which the person was when something happened; an unknown day is now."""
    events = _events(unit, prisoner_id)
    if on is not None:
        events = [event for event in events if not _comes_later(event["happened_on"], on)]
    status = headline(events).status
    return CustodyStatus(status) if status else None


def _last_status(unit: Unit, prisoner_id: int) -> int | None:
    return headline(_events(unit, prisoner_id)).status_event_id


def _events(unit: Unit, prisoner_id: int) -> list[dict[str, Any]]:
    return unit.rows(
        "SELECT id, happened_on, after_id, status, prison_id, ward, place FROM events"
        " WHERE prisoner_id = :one AND withdrawn = 0",
        one=prisoner_id,
    )


def _comes_later(stored: str | None, on: PartialDate) -> bool:
    return stored is not None and PartialDate.from_stored(stored).certainly_after(on)


def _status(unit: Unit, prisoner_id: int, facts: dict[str, Any]) -> CustodyStatus | None:
    before = status_before(unit, prisoner_id, facts.get("happened_on"))
    if open_statuses := must_be_asked(facts["kind"], before):
        raise StatusNeeded(facts["kind"], list(open_statuses))
    return status_after(facts["kind"], before)


def _event_facts(unit: Unit, typed: Typed) -> dict[str, Any]:
    plain = dict(typed)
    prison = plain.pop("prison", None)
    if isinstance(plain.get("status"), str) and folded(plain["status"]) == NONE:
        plain["status"] = None
    facts = read_facts(unit, "events", plain)
    if isinstance(prison, str):
        facts = _place(unit, prison.strip()) | facts
    return _with_authority(unit, facts)


def _place(unit: Unit, text: str) -> dict[str, Any]:
    """The prison that a text names, with a ward at its end (`Evin 209`), or the place as written."""
    if not text:
        return {"prison_id": None, "ward": None, "place": None}
    if is_reference(text, "prisons"):
        return {**read_facts(unit, "events", {"prison": text}), "place": None}
    words = text.split()
    for length in range(len(words), 0, -1):
        found = entries_called(unit, "prisons", " ".join(words[:length]))
        if found:
            ward = " ".join(words[length:]).removeprefix("ward ").removeprefix("بند ").strip(" ,،") or None
            return {"prison_id": one_of("prisons", text, found), "place": None} | (
                {"ward": ward} if ward else {}
            )
    return {"prison_id": None, "place": text}


def _with_authority(unit: Unit, facts: dict[str, Any]) -> dict[str, Any]:
    """Who controls the ward, where the list of prisons says so (`209 (MOIS)`) and nobody said otherwise."""
    if facts.get("authority") or not facts.get("ward") or not facts.get("prison_id"):
        return facts
    wards = unit.rows("SELECT wards FROM prisons WHERE id = :own", own=facts["prison_id"])
    if not wards:
        raise NoSuchRow(write_reference("prisons", facts["prison_id"]))
    for ward in (wards[0]["wards"] or "").split(";"):
        name, _, held_by = ward.strip().rstrip(")").partition(" (")
        if held_by in set(Authority) and folded(name) == folded(facts["ward"]):
            return facts | {"authority": Authority(held_by)}
    return facts
