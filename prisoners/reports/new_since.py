"""What is new since a day: people who were not on record, what happened since, and what was only learnt since."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prisoners.reports.estimates import estimates
from prisoners.reports.lists import WHAT, WHERE, WHO, people_table
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.table import Table

KEYS = (*WHO, *WHERE, "recorded_on", *WHAT)
HAPPENED = ("date", "reference", "name", "name_persian", "event", "status", "grade", "prison", "words")
LEARNT = (*HAPPENED, "recorded_on")

_FIRST = (
    "SELECT changes.row_id AS id, min(substr(updates.at, 1, 10)) AS day FROM changes"
    " JOIN updates ON updates.id = changes.update_id"
    " WHERE changes.table_name = '{}' AND changes.field = 'id' AND changes.new IS NOT NULL GROUP BY changes.row_id"
)
_MERGED = "SELECT id, merged_into FROM prisoners WHERE merged_into IS NOT NULL"


def new_since(material: Material) -> list[Table]:
    """People first recorded, events that certainly happened, and older events that were recorded, on or after a day."""
    speech, since = material.speech, material.options.since or material.period()[0]
    day = speech.day(since)
    known, entered = _people_first(material), _first(material, "events")
    new = [person for person in material.people.shown if known.get(person, "") >= str(since)]
    more = {person: {"recorded_on": known[person]} for person in new}
    happened = _told(material, lambda event: _earliest(event) >= str(since))
    learnt = _told(
        material,
        lambda event: _earliest(event) < str(since) <= entered.get(event["id"], ""),
        but=set(new),
    )
    learnt = [row | {"recorded_on": entered[row["id"]]} for row in learnt]
    said = {key: speech.said(key, since=day) for key in ("recorded_since", "happened_since", "learnt_since")}
    return [
        people_table(material, "new_people", new, keys=KEYS, population=said["recorded_since"], more=more),
        material.table("new_events", HAPPENED, happened, "events", said["happened_since"]),
        material.table("learnt", LEARNT, learnt, "events", said["learnt_since"], [speech.said("learnt")]),
        *estimates(
            material,
            [own for own, entered_on in _first(material, "estimates").items() if entered_on >= str(since)],
        ),
    ]


def _first(material: Material, table: str) -> dict[int, str]:
    """Number of a row → the day on which it was first entered."""
    return {row["id"]: row["day"] for row in material.then.rows(_FIRST.format(table))}


def _people_first(material: Material) -> dict[int, str]:
    """Person → the day on which the first of the records was entered that are this person today."""
    first = _first(material, "prisoners")
    merged = {row["id"]: row["merged_into"] for row in material.then.rows(_MERGED)}
    for person in sorted(merged):
        last = person
        while last in merged:
            last = merged[last]
        first[last] = min(first[last], first[person])
    return first


def _told(material: Material, meant: Callable[[Row], bool], but: Iterable[int] = ()) -> list[Row]:
    """The events that are meant, as rows in the order of their days; not of those who are told of already."""
    found = [
        (event, person)
        for person in material.people.shown
        if person not in but
        for event in material.people.events(person)
        if meant(event)
    ]
    found.sort(key=lambda pair: str(pair[0]["happened_on"] or "")[:21])
    return [_row(material, event, person) for event, person in found]


def _earliest(event: Row) -> str:
    return str(event["happened_on"] or "")[:10]


def _row(material: Material, event: Row, person: int) -> Row:
    people, speech = material.people, material.speech
    return people.row(person) | {
        "id": event["id"],
        "date": speech.date(event["happened_on"]),
        "event": speech.code("event_kind", event["kind"]),
        "status": speech.code("custody_status", event["status"]),
        "grade": people.grades.of(("events", event["id"])),
        "prison": people.prison(event.get("prison_id")) or event.get("place"),
        "words": event.get("summary"),
    }
