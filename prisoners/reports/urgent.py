"""Who cannot wait: death row, hunger strike, illness, no contact, minors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from prisoners.reports.lists import ADULT, WHAT, WHERE, WHO, people_table
from prisoners.reports.material import Material
from prisoners.reports.people import People, Row
from prisoners.reports.population import Population
from prisoners.reports.table import Table

KEYS = (*WHO, *WHERE, "date", "words", *WHAT)

RECENT = dt.timedelta(days=365)
"""How long an illness of which nothing more was heard counts as one that cannot wait."""
ILL = frozenset({"medical_event"})
UNCARED = frozenset({"health_care_denied"})
CUT_OFF = frozenset({"incommunicado", "enforced_disappearance"})

Sign = Callable[[People, int], Row | None]
"""The event (or nothing but a mark) that puts a person on a list, or None."""


def urgent(material: Material) -> list[Table]:
    """Five lists of people in custody; one person may stand on several."""
    which = material.options.population or Population.CUSTODY
    persons, population = material.persons(which), material.population(which)
    tables = []
    for key, sign in SIGNS.items():
        found = {person: event for person in persons if (event := sign(material.people, person)) is not None}
        more = {person: _told(material, event) for person, event in found.items()}
        notes = [material.speech.said("ill_recent")] if key == "ill" else []
        tables.append(
            people_table(material, key, found, keys=KEYS, population=population, more=more, notes=notes)
        )
    return tables


def _told(material: Material, event: Row) -> Row:
    """When it began and what is told of it."""
    return {"date": material.speech.date(event.get("happened_on")), "words": event.get("summary")}


def death_row(people: People, person: int) -> Row | None:
    """A sentence of death that stands; a scheduled execution tells the day."""
    if not people.under_death(person):
        return None
    return _standing(people, person, {"execution_scheduled"}, {"execution_halted"}) or {}


def hunger_strike(people: People, person: int) -> Row | None:
    """A hunger strike of which no end is known."""
    return _standing(people, person, {"hunger_strike_start"}, {"hunger_strike_end", "release"})


def ill(people: People, person: int) -> Row | None:
    """In hospital under guard, or a medical fact or denied care of the last year that the audience may know."""
    since = str(people.on - RECENT)
    told = [
        event
        for event in people.events(person)
        if (event["kind"] in ILL or event.get("violation") in UNCARED)
        and _latest(event["happened_on"]) >= since
    ]
    if told:
        return told[-1]
    lasting = [fact for fact in people.rows("health", person) if _latest(fact.get("until")) >= str(people.on)]
    return {} if lasting or people.status(person) == "hospital_custody" else None


def _latest(stored: str | None) -> str:
    """The last day that a date can have been; what has no date may go on."""
    return stored[11:21] if stored else "9999-12-31"


def incommunicado(people: People, person: int) -> Row | None:
    """Disappeared, or without contact since a day after which none was allowed."""
    events = people.events(person)
    begun = {event["id"] for event in events if event.get("violation") in CUT_OFF}
    found = _standing(
        people,
        person,
        {"contact_denied", "disappearance"},
        {"contact_allowed", "whereabouts_disclosed"},
        also=begun,
    )
    return found or ({} if people.status(person) == "disappeared" else None)


def minor(people: People, person: int) -> Row | None:
    """Possibly under 18 on the day of the report."""
    ages = people.ages(person)
    return {} if ages is not None and ages[0] < ADULT else None


SIGNS: dict[str, Sign] = {
    "death_row": death_row,
    "hunger_strike": hunger_strike,
    "ill": ill,
    "incommunicado": incommunicado,
    "minors": minor,
}


def _standing(
    people: People, person: int, begins: set[str], ends: set[str], *, also: set[int] | None = None
) -> Row | None:
    """The last event that begins something, unless a later one ended it."""
    last: Row | None = None
    for event in people.events(person):
        if event["kind"] in begins or event["id"] in (also or ()):
            last = event
        elif event["kind"] in ends:
            last = None
    return last
