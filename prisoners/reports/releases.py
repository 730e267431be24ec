"""Who was released: when, how, from where; by month, and one by one."""

from __future__ import annotations

from collections import defaultdict

from prisoners.reports.dimensions import calendar_said, month_of
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.table import Count, Table
from prisoners.vocabulary import FREE, IN_CUSTODY
from prisoners.vocabulary.custody import SERVING, UNDER_CONTROL, CustodyStatus

STILL_SERVING = SERVING | {CustodyStatus.HOUSE_ARREST}
"""Outside the prison, and not let go."""
NEVER_HELD = {CustodyStatus.SUMMONED, CustodyStatus.AT_LARGE_WANTED, CustodyStatus.ESCAPED_OR_LEFT_COUNTRY}
SET_FREE = (FREE | UNDER_CONTROL) - STILL_SERVING - NEVER_HELD
"""Statuses with which somebody is let go, for good or under a condition; a furlough and a bracelet are none of them."""
HELD = IN_CUSTODY | STILL_SERVING | {CustodyStatus.WHEREABOUTS_UNKNOWN}
"""Statuses before them: who was summoned and then left alone was not released."""
KEYS = (
    "date", "in_period", "event", "grade", "reference", "name", "name_persian", "prison", "words", "charges",
    "status", "status_grade",
)  # fmt: skip


def releases(material: Material) -> list[Table]:
    """Releases that certainly or possibly lie in the period, the last year where none was named."""
    since, until = map(str, material.period())
    found = [
        (event, person)
        for person in material.people.shown
        for event in _releases(material, person)
        if _span(event)[0] <= until and since <= _span(event)[1]
    ]
    found.sort(key=lambda pair: (_span(pair[0]), pair[1]))
    first, last = map(material.speech.day, material.period())
    said = material.speech.said("released_between", since=first, until=last)
    certain = [event for event, _ in found if _certainly(event, since, until)]
    rows = [_row(material, event, person, certain=_certainly(event, since, until)) for event, person in found]
    return [
        _by_month(material, certain, said),
        material.table("releases", KEYS, rows, "releases", said, [material.speech.said("what_a_release_is")]),
    ]


def _certainly(event: Row, since: str, until: str) -> bool:
    """Whether the release lies in the period whatever day of its date is the true one."""
    return since <= _span(event)[0] and _span(event)[1] <= until


def _releases(material: Material, person: int) -> list[Row]:
    """Events with which somebody was let go, each with the place before it."""
    held, place, found = False, "", []
    for event in material.people.events(person):
        place = material.people.prison(event.get("prison_id")) or event.get("place") or place
        if event["status"] in SET_FREE and held:
            found.append(event | {"from": place})
        if event["status"]:
            held = event["status"] in HELD
    return found


def _span(event: Row) -> tuple[str, str]:
    day = str(event["happened_on"] or "0001-01-01 9999-12-31")
    return day[:10], day[11:21]


def _row(material: Material, event: Row, person: int, *, certain: bool) -> Row:
    return material.people.row(person) | {
        "date": material.speech.date(event["happened_on"]),
        "in_period": material.speech.said("certainly" if certain else "possibly"),
        "event": material.speech.code("custody_status", event["status"]),
        "grade": material.people.grades.of(("events", event["id"])),
        "prison": event["from"],
        "words": event.get("summary"),
    }


def _by_month(material: Material, events: list[Row], said: str) -> Table:
    """How many releases in each month, of those that certainly lie in the period, where the date leaves only one."""
    calendar, speech = material.options.calendar, material.speech
    by_month: dict[str, list[int]] = defaultdict(list)
    for event in events:
        by_month[month_of(event["happened_on"], calendar)].append(event["id"])
    rows = [
        {"of_month": month or speech.said("not_certain"), "figure": Count(found, "events")}
        for month, found in sorted(by_month.items())
    ]
    return material.table(
        "releases_by_month", ("of_month", "figure"), rows, "releases", said,
        [speech.said("certain_releases"), calendar_said(material)],
    )  # fmt: skip
