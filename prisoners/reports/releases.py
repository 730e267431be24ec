"""Who was released: when, how, from where; by month, and one by one."""

from __future__ import annotations

from collections import defaultdict

from prisoners.reports.dimensions import month_of
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.table import Count, Table
from prisoners.vocabulary import FREE

SET_FREE = FREE | {"conditional_release", "on_bail", "released_on_undertaking"}
"""Statuses with which somebody leaves custody, for good or under a condition; a furlough is none of them."""
KEYS = ("date", "event", "reference", "name", "name_persian", "prison", "words", "charges", "status")


def releases(material: Material) -> list[Table]:
    """Releases that certainly lie in the period, the last year where none was named."""
    since, until = material.period()
    found = [
        (event, person)
        for person in material.people.shown
        for event in _releases(material, person)
        if str(since) <= _span(event)[0] and _span(event)[1] <= str(until)
    ]
    found.sort(key=lambda pair: (_span(pair[0]), pair[1]))
    said = f"{material.speech.day(since)} – {material.speech.day(until)}"
    rows = [_row(material, event, person) for event, person in found]
    return [
        _by_month(material, [event for event, _ in found], said),
        material.table("releases", KEYS, rows, "events", said),
    ]


def _releases(material: Material, person: int) -> list[Row]:
    """Events with which somebody left custody, each with the place before it."""
    held, place, found = False, "", []
    for event in material.people.events(person):
        place = material.people.prison(event.get("prison_id")) or event.get("place") or place
        if event["status"] in SET_FREE and held:
            found.append(event | {"from": place})
        if event["status"]:
            held = event["status"] not in SET_FREE
    return found


def _span(event: Row) -> tuple[str, str]:
    day = str(event["happened_on"] or "0001-01-01 9999-12-31")
    return day[:10], day[11:21]


def _row(material: Material, event: Row, person: int) -> Row:
    return material.people.row(person) | {
        "date": material.speech.date(event["happened_on"]),
        "event": material.speech.code("custody_status", event["status"]),
        "prison": event["from"],
        "words": event.get("summary"),
    }


def _by_month(material: Material, events: list[Row], said: str) -> Table:
    """How many releases in each month, where the date leaves only one."""
    calendar, speech = material.options.calendar, material.speech
    by_month: dict[str, list[int]] = defaultdict(list)
    for event in events:
        by_month[month_of(event["happened_on"], calendar)].append(event["id"])
    rows = [
        {"of_month": month or speech.said("not_certain"), "figure": Count(found, "events")}
        for month, found in sorted(by_month.items())
    ]
    return material.table(
        "releases_by_month", ("of_month", "figure"), rows, "events", said, [speech.said("certain")]
    )
