"""What cannot have happened: a release before every arrest, a life after death. What may have happened is let in."""

from __future__ import annotations

from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.errors import AfterDeath, DeathBefore, DiedTwice, ReleaseBeforeArrest
from prisoners.records.form import Row
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary import DEAD, FREE, CustodyStatus, EventKind

ARRESTS = frozenset(
    {EventKind.ARREST, EventKind.RE_ARREST, EventKind.DISAPPEARANCE, EventKind.HOUSE_ARREST_START}
)
DEATHS = frozenset({EventKind.DEATH, EventKind.EXECUTION_CARRIED_OUT})
AFTERWARDS = frozenset(
    {
        EventKind.WHEREABOUTS_DISCLOSED,
        EventKind.CONFESSION_BROADCAST,
        EventKind.CASSATION_RESULT,
        EventKind.RETRIAL_REQUEST,
        EventKind.RETRIAL_RESULT,
        EventKind.REVIEW_477_REQUEST,
        EventKind.REVIEW_477_RESULT,
        EventKind.FAMILY_PRESSURE,
        EventKind.STATEMENT,
        EventKind.LETTER,
        EventKind.INTERVENTION,
        EventKind.CORRECTION,
        EventKind.OTHER,
    }
)
"""What can still happen when a person is dead: a court that answers late, a family under pressure."""

Told = dict[str, Any]


def refuse_the_impossible(unit: Unit, row: Row) -> None:
    """Refuse an event that contradicts what is certain.

    Raises ReleaseBeforeArrest, AfterDeath, DeathBefore or DiedTwice.
    """
    others = unit.rows(
        "SELECT id, kind, status, happened_on, after_id FROM events"
        " WHERE prisoner_id = (SELECT prisoner_id FROM events WHERE id = :own) AND id <> :own AND withdrawn = 0",
        own=row.id,
    )
    event = unit.rows(
        "SELECT id, kind, status, happened_on, after_id FROM events WHERE id = :own", own=row.id
    )[0]
    if is_death(event):
        _only_once(event, others)
        _death_after_all(event, others)
        return
    for death in filter(is_death, others):
        _before_death(event, death)
    if event["kind"] == EventKind.RELEASE or event["status"] in FREE - {
        CustodyStatus.ESCAPED_OR_LEFT_COUNTRY
    }:
        arrests = [other for other in others if other["kind"] in ARRESTS]
        _after_an_arrest(event, arrests + _arrests_of_cases(unit, event))


def is_death(event: Told) -> bool:
    """Whether the person is dead by this event."""
    return event["kind"] in DEATHS or event["status"] in DEAD


def _before_death(event: Told, death: Told) -> None:
    """The living may be reported late, but not after their death, and not free without a day before it."""
    if event["kind"] in AFTERWARDS and event["status"] is None:
        return
    own, last = _day(event), _day(death)
    follows = event["after_id"] == death["id"] or (own and last and own.certainly_after(last))
    undated = event["status"] in FREE and (own is None or last is None) and death["after_id"] != event["id"]
    if follows or undated:
        raise AfterDeath(_what(event), write_reference("events", death["id"]))


def _only_once(death: Told, others: list[Told]) -> None:
    """One report of a death is one event; that somebody is dead may be reported of any number of days."""
    earlier = [other for other in others if other["kind"] in DEATHS]
    if death["kind"] in DEATHS and earlier:
        raise DiedTwice(_what(death), write_reference("events", earlier[0]["id"]))


def _death_after_all(death: Told, others: list[Told]) -> None:
    on = _day(death)
    later = [
        f"{write_reference('events', other['id'])} {_what(other)}"
        for other in others
        if not is_death(other)
        and not (other["kind"] in AFTERWARDS and other["status"] is None)
        and on
        and (day := _day(other))
        and day.certainly_after(on)
    ]
    if later and on:
        raise DeathBefore(on.words, later)


def _after_an_arrest(release: Told, arrests: list[Told]) -> None:
    on, days = _day(release), [_day(arrest) for arrest in arrests]
    if on and days and all(day and on.certainly_before(day) for day in days):
        raise ReleaseBeforeArrest(on.words, [day.words for day in days if day])


def _arrests_of_cases(unit: Unit, event: Told) -> list[Told]:
    return unit.rows(
        "SELECT id, arrested_on AS happened_on FROM cases WHERE arrested_on IS NOT NULL AND withdrawn = 0"
        " AND prisoner_id = (SELECT prisoner_id FROM events WHERE id = :own)",
        own=event["id"],
    )


def _day(event: Told) -> PartialDate | None:
    stored = event["happened_on"]
    return PartialDate.from_stored(stored) if stored else None


def _what(event: Told) -> str:
    on = _day(event)
    return str(event["kind"]) + (f" on {on.words}" if on else " without a day")
