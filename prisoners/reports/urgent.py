"""Who cannot wait: death row, hunger strike, illness, no contact, minors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container

from prisoners.queries.dues import NO_NEWS
from prisoners.reports.lists import ADULT, WHAT, WHERE, WHO, people_table
from prisoners.reports.material import Material
from prisoners.reports.people import People, Row
from prisoners.reports.population import Population
from prisoners.reports.table import Table
from prisoners.vocabulary import IN_CUSTODY
from prisoners.vocabulary.custody import CustodyStatus

KEYS = (*WHO, *WHERE, "date", "words", *WHAT)

RECENT = dt.timedelta(days=365)
"""How long an illness of which nothing more was heard counts as one that cannot wait."""
ILL = frozenset({"medical_event"})
UNCARED = frozenset({"health_care_denied"})
CUT_OFF = frozenset({"incommunicado", "enforced_disappearance"})
UNSEEN = frozenset({CustodyStatus.DETAINED_INVESTIGATION, CustodyStatus.DISAPPEARED})
"""Statuses in which nobody but those who hold the person has seen them."""

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
        notes = [said(material) for of, said in NOTES.items() if of == key]
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
    """A hunger strike of which no end is known, of the last four months: longer ones end, reported or not."""
    begun = _standing(people, person, {"hunger_strike_start"}, {"hunger_strike_end"})
    heard = str(people.on - dt.timedelta(days=NO_NEWS))
    return begun if begun and _latest(begun["happened_on"]) >= heard else None


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
    """Disappeared, or without contact since a day after which none was allowed.

    Who came before a court or serves a sentence has been seen since; a ban on visits there counts for a year.
    """
    status = people.status(person)
    if status == CustodyStatus.DISAPPEARED:
        return {"happened_on": people.headlines[person].get("since")}
    cut_off = {event["id"] for event in people.events(person) if event.get("violation") in CUT_OFF}
    begins, ends = {"contact_denied", "disappearance"}, {"contact_allowed", "whereabouts_disclosed"}
    found = _standing(people, person, begins, ends, also=cut_off, lasting=UNSEEN)
    if found and status not in UNSEEN and _latest(found["happened_on"]) < str(people.on - RECENT):
        return None
    return found


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


NOTES: dict[str, Callable[[Material], str]] = {
    "hunger_strike": lambda material: material.speech.said(
        "strike_recent", days=material.speech.number(NO_NEWS)
    ),
    "ill": lambda material: material.speech.said("ill_recent"),
    "incommunicado": lambda material: material.speech.said("cut_off"),
    "minors": lambda material: material.speech.said("minor_now"),
}
"""What must be known to read a list."""


def _standing(
    people: People,
    person: int,
    begins: set[str],
    ends: set[str],
    *,
    also: Container[int] = (),
    lasting: Container[str] = IN_CUSTODY,
) -> Row | None:
    """The last event that begins something, unless a later one, its own end or another status ended it."""
    last: Row | None = None
    for event in people.events(person):
        if event["kind"] in begins or event["id"] in also:
            last = event
        elif event["kind"] in ends or (event["status"] and event["status"] not in lasting):
            last = None
    until = last and last.get("until")
    return None if until and _latest(until) < str(people.on) else last
