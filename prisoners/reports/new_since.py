"""What is new since a day: people who were not on record, and what happened since."""

from __future__ import annotations

from prisoners.reports.lists import WHAT, WHERE, WHO, people_table
from prisoners.reports.material import Material
from prisoners.reports.table import Table

KEYS = (*WHO, *WHERE, "recorded_on", *WHAT)
HAPPENED = ("date", "reference", "name", "name_persian", "event", "status", "prison", "words")

_FIRST = (
    "SELECT changes.prisoner_id, min(updates.at) AS at FROM changes JOIN updates ON updates.id = changes.update_id"
    " WHERE changes.table_name = 'prisoners' AND changes.field = 'id' GROUP BY changes.prisoner_id"
)


def new_since(material: Material) -> list[Table]:
    """People first recorded on or after the day, and events that certainly happened on or after it."""
    since = material.options.since or material.period()[0]
    first = {row["prisoner_id"]: row["at"][:10] for row in material.then.rows(_FIRST)}
    new = [person for person in material.people.shown if first.get(person, "") >= str(since)]
    said = material.speech.said("since", since=material.speech.day(since))
    more = {person: {"recorded_on": first[person]} for person in new}
    rows = [
        (event["happened_on"], _row(material, event, person))
        for person in material.people.shown
        for event in material.people.events(person)
        if event["happened_on"] and str(event["happened_on"])[:10] >= str(since)
    ]
    rows.sort(key=lambda pair: str(pair[0])[:21])
    return [
        people_table(material, "new_people", new, keys=KEYS, population=said, more=more),
        material.table("new_events", HAPPENED, [row for _, row in rows], "events", said),
    ]


def _row(material: Material, event: dict[str, object], person: int) -> dict[str, object]:
    people, speech = material.people, material.speech
    prison = event.get("prison_id")
    return people.row(person) | {
        "date": speech.date(str(event["happened_on"])),
        "event": speech.code("event_kind", str(event["kind"])),
        "status": speech.code("custody_status", str(event["status"] or "")),
        "prison": people.prison(prison if isinstance(prison, int) else None) or event.get("place"),
        "words": event.get("summary"),
    }
